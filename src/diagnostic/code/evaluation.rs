//! Codes GK09…: evaluations.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// A dimension that the rubric does not have.
    UNKNOWN_DIMENSION = Error "GK0901";
    /// A dimension of the rubric has no scores.
    MISSING_DIMENSION = Error "GK0902";
    /// A source of scores that the rubric does not have.
    UNKNOWN_SOURCE = Error "GK0903";
    /// A source of the rubric has not scored a dimension.
    MISSING_SCORE = Error "GK0904";
    /// A score below zero or above the most that can be had.
    SCORE_OUT_OF_RANGE = Error "GK0905";
    /// The same dimension under two names.
    DIMENSION_TWICE = Error "GK0906";
    /// A veto that the rubric does not have.
    UNKNOWN_VETO = Error "GK0907";
    /// More sheets returned than given out.
    RETURNED_MORE_THAN_SENT = Error "GK0908";
    /// Fewer residents answered than the rubric asks for.
    SAMPLE_TOO_SMALL = Finding "GK0909";
    /// The rubric asks for a sample, the record tells of none.
    NO_SURVEY = Warning "GK0910";
    /// The time for objections was shorter than the law's floor.
    NOTICE_TOO_SHORT = Finding "GK0911";
    /// The time for objections ends before it begins.
    NOTICE_BACKWARDS = Error "GK0912";
    /// Fewer stars than in the last cycle, without a reason.
    STARS_FELL = Warning "GK0913";
    /// The same thing judged twice by one rubric in one cycle.
    SAME_CYCLE = Error "GK0914";
    /// Bonus or deduction below zero.
    NEGATIVE_POINTS = Error "GK0915";
    /// More bonus than the rubric counts.
    BONUS_OVER_CAP = Info "GK0916";
}
