//! Values in words.
//!
//! In: a value and the messages of a language. Out: the words. Never a format of its own: it stands in the messages.

use super::Messages;
use crate::value::{Date, Period};

/// A period in words: 2026年第三季度.
pub fn period(period: Period, words: &Messages) -> String {
    let (id, number) = match period {
        Period::Year(_) => ("period-year", 0),
        Period::Half(_, n) => ("period-half", n),
        Period::Quarter(_, n) => ("period-quarter", n),
        Period::Month(_, n) => ("period-month", n),
        Period::Day(day) => return day.to_string(),
    };
    words.text(id, &[("year", period.year().to_string()), ("n", number.to_string())])
}

/// A date in words: 2026年9月10日.
pub fn date(date: Date, words: &Messages) -> String {
    let facts =
        [("year", date.year().to_string()), ("month", date.month().to_string()), ("day", date.day().to_string())];
    words.text("date-full", &facts)
}
