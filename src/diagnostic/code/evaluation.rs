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
    /// A dimension whose scores rest on nothing that can be read.
    NO_EVIDENCE = Info "GK0917";
    /// A source gave points as a whole where the rubric has items.
    ITEMS_NOT_TOLD = Info "GK0918";
    /// An item that the rubric does not have.
    UNKNOWN_RUBRIC_ITEM = Error "GK0919";
    /// An item of the rubric for which nothing was found.
    MISSING_ITEM = Error "GK0920";
    /// An item in a form that its kind does not have.
    ITEM_OF_OTHER_FORM = Error "GK0921";
    /// A value below zero or above the most points.
    ITEM_OUT_OF_RANGE = Error "GK0922";
    /// A part above its whole, or a whole of nothing.
    ITEM_SHARE = Error "GK0923";
    /// A fault that the item does not know.
    UNKNOWN_FAULT = Error "GK0924";
    /// An item says one thing, the indicator behind it another.
    ITEM_DISAGREES = Error "GK0925";
    /// Bonus for something that the rubric gives none for.
    UNKNOWN_BONUS = Error "GK0926";
    /// More bonus at once than the rubric gives.
    BONUS_OVER_ITEM = Error "GK0927";
    /// A cycle of another length than the rubric has.
    CYCLE_OF_OTHER_LENGTH = Warning "GK0928";
    /// More stars given than the scores reach.
    AWARD_ABOVE_SCORE = Error "GK0929";
    /// Fewer stars given than the scores reach, without quota or reason.
    AWARD_WITHOUT_REASON = Warning "GK0930";
    /// The title was given before the days for objections were over.
    AWARD_BEFORE_NOTICE_ENDS = Finding "GK0931";
    /// An objection before the result was made known.
    APPEAL_BEFORE_NOTICE = Error "GK0932";
    /// An answer before the objection.
    APPEAL_ANSWERED_BEFORE = Error "GK0933";
    /// An objection was answered too late, or not yet.
    APPEAL_ANSWER_LATE = Finding "GK0934";
    /// An objection changed the result, and no correction tells how.
    CHANGED_WITHOUT_CORRECTION = Warning "GK0935";
}
