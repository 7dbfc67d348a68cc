//! Codes GK05…: questions.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// Answered before it was asked.
    ANSWER_BEFORE_QUESTION = Error "GK0501";
    /// Answered later than the rules of the place allow.
    ANSWERED_LATE = Finding "GK0502";
    /// Not answered, and longer open than the rules of the place allow.
    ANSWER_OVERDUE = Finding "GK0503";
    /// An answer without its day, or a day without its answer.
    HALF_AN_ANSWER = Error "GK0504";
}
