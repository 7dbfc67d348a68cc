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
    CORRECTION_BEFORE_PUBLICATION = Error "GK0405";
    /// Corrected on a day that has not come.
    CORRECTION_IN_FUTURE = Warning "GK0406";
    /// The old and the new value are the same.
    CORRECTION_CHANGES_NOTHING = Warning "GK0407";
    /// A correction that does not tell what was corrected.
    CORRECTION_SAYS_NOTHING = Finding "GK0408";
    /// A correction before the one that stands above it.
    CORRECTION_OUT_OF_ORDER = Warning "GK0409";
    /// Reviewed by the one who made it.
    REVIEWER_IS_MAKER = Finding "GK0410";
    /// A reviewer or supervisor who sits on the committee.
    SUPERVISOR_ON_COMMITTEE = Finding "GK0411";
    /// A reviewer or supervisor who keeps the records or the accounts.
    SUPERVISOR_KEEPS_RECORDS = Finding "GK0412";
    /// A reviewer who is not on the supervisory committee.
    REVIEWER_NOT_SUPERVISOR = Finding "GK0413";
    /// Two masked names that may be one person in two offices.
    MAYBE_ONE_PERSON = Warning "GK0414";
    /// One person in two offices that are better kept apart.
    TWO_OFFICES = Warning "GK0415";
    /// The supervisory committee is smaller or larger than the rule.
    SUPERVISORS_SIZE = Finding "GK0416";
    /// No supervisory committee where the law demands one.
    NO_SUPERVISORS = Finding "GK0417";
    /// Published although the reviewers disagreed.
    PUBLISHED_AGAINST_REVIEW = Finding "GK0418";
    /// Published without the review that a rule demands.
    REVIEW_MISSING = Finding "GK0419";
    /// Two texts of one record in one language.
    LANGUAGE_TWICE = Error "GK0420";
}
