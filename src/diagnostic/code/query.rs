//! Codes GK05…: questions.
//!
//! In: nothing. Out: one part of the table of codes, in order.
//! Never holds sentences: they stand in `locale/<lang>/*.ftl` under the code.

codes! {
    /// Answered before it was asked.
    ANSWER_BEFORE_QUESTION = Error "GK0501";
}
