//! Codes GK04…: dates and publication, common to all kinds.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// The display ends before it begins.
    UNTIL_BEFORE_PUBLISHED = Error "GK0401";
    /// The display was shorter than the law's floor.
    DISPLAY_TOO_SHORT = Finding "GK0402";
    /// Reviewed after it was published.
    REVIEW_AFTER_PUBLICATION = Finding "GK0403";
    /// A date after the day of the build.
    FUTURE_DATE = Warning "GK0404";
}
