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
    /// Corrected before it was published.
    CORRECTED_BEFORE_PUBLICATION = Error "GK0405";
    /// A correction that changes nothing.
    CORRECTION_OF_NOTHING = Warning "GK0406";
    /// A correction with one of its two values.
    HALF_A_CORRECTION = Warning "GK0407";
    /// Reviewed by the person who made it.
    REVIEWED_BY_MAKER = Finding "GK0408";
    /// Reviewed by a member of the committee under review.
    REVIEWED_BY_COMMITTEE = Finding "GK0409";
    /// Reviewed by somebody who is not among the supervisors.
    REVIEWER_NOT_SUPERVISOR = Warning "GK0410";
    /// Published although the reviewer objected.
    PUBLISHED_OVER_OBJECTION = Finding "GK0411";
    /// A supervisor who is also a member of the committee, its clerk or its accountant.
    SUPERVISOR_IN_OFFICE = Finding "GK0412";
}
