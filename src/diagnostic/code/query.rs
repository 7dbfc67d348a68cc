//! Codes GK05…: questions.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// Answered before it was asked.
    ANSWER_BEFORE_QUESTION = Error "GK0501";
    /// A day of answer, but no answer.
    ANSWER_WITHOUT_TEXT = Error "GK0502";
    /// An answer, but no day.
    ANSWER_WITHOUT_DATE = Error "GK0503";
    /// Asked or answered on a day that has not come.
    QUERY_IN_FUTURE = Warning "GK0504";
    /// A further question before the first one.
    FOLLOW_UP_BEFORE_QUESTION = Error "GK0505";
    /// Answered later than the rules of the place allow.
    ANSWERED_LATE = Finding "GK0506";
    /// Not answered, and the day for it is past.
    ANSWER_OVERDUE = Finding "GK0507";
    /// A further question before an earlier one.
    FOLLOW_UP_OUT_OF_ORDER = Warning "GK0508";
    /// The name of who asked stands in full.
    ASKER_IN_FULL = Warning "GK0509";
}
