//! Dates.
//!
//! In: `2026-08-11`, `2026/8/11`, `2026.8.11`, `2026年8月11日`. Out: calendar dates between 1949 and 2199.
//! Never knows what day it is today.

use jiff::civil;

use super::half_width;
use crate::diagnostic::{Diagnostic, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// A calendar date, without clock or zone.
pub type Date = civil::Date;

/// Reads a date in any of its four forms; `None` where there is no such day.
pub fn read_date(text: &str) -> Option<Date> {
    let text = half_width(text);
    let parts: Vec<&str> = if let Some(rest) = text.strip_suffix('日') {
        let (year, rest) = rest.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        vec![year, month, day]
    } else {
        let sign = ['-', '/', '.'].into_iter().find(|s| text.contains(*s))?;
        text.split(sign).collect()
    };
    let [year, month, day] = parts.try_into().ok()?;
    let number = |s: &str| -> Option<i16> {
        let s = s.trim();
        let plain = !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| s.parse().ok()).flatten()
    };
    let year = number(year).filter(|y| (1949..=2199).contains(y))?;
    let small = |s| number(s).and_then(|n| i8::try_from(n).ok());
    Date::new(year, small(month)?, small(day)?).ok()
}

impl FromNode for Date {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "date", reader);
        };
        read_date(text).or_else(|| reader.fail(Diagnostic::new(&code::BAD_DATE, node.span).arg("text", text)))
    }

    fn shape() -> Shape {
        Shape::Date
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_four_forms() {
        for text in ["2026-08-11", "2026/8/11", "2026.8.11", "2026年8月11日", "２０２６－０８－１１"] {
            assert_eq!(read_date(text).unwrap().to_string(), "2026-08-11", "{text}");
        }
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in ["2026-02-30", "2026-13-01", "26-1-1", "2026-8", "2026", "八月", "2026-8-1-1", "1026-01-01", ""] {
            assert!(read_date(text).is_none(), "{text}");
        }
    }
}
