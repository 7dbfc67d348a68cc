//! Periods.
//!
//! In: `2026`, `2026H1`, `2026Q3`, `2026-09`, a date, or the same in Chinese words. Out: a period
//! with its first and last day. Never knows what is due in it.

use serde::{Deserialize, Serialize, Serializer};

use super::date::{Date, read_date};
use super::half_width;
use crate::diagnostic::{Diagnostic, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// A stretch of the calendar that a record tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Period {
    /// A whole year.
    Year(i16),
    /// Half of a year, 1 or 2.
    Half(i16, i8),
    /// A quarter, 1 to 4.
    Quarter(i16, i8),
    /// A month, 1 to 12.
    Month(i16, i8),
    /// One day.
    Day(Date),
}

impl Period {
    /// Reads a period; `None` where the text is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = half_width(text).to_ascii_uppercase();
        if let Some(date) = read_date(&text) {
            return Some(Self::Day(date));
        }
        let year_of = |s: &str| {
            let plain = s.len() == 4 && s.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| s.parse::<i16>().ok()).flatten().filter(|y| (1949..=2199).contains(y))
        };
        let year = year_of(text.get(..4)?)?;
        let rest = text[4..].trim_start_matches('年').trim_end_matches("度").trim();
        let small = |s: &str| -> Option<i8> {
            let words = ["一", "二", "三", "四"];
            let word = words.iter().position(|w| *w == s).and_then(|at| i8::try_from(at + 1).ok());
            word.or_else(|| s.parse().ok().filter(|_| s.bytes().all(|b| b.is_ascii_digit())))
        };
        let in_range = |n: i8, top: i8| (1..=top).contains(&n).then_some(n);
        match rest {
            "" => Some(Self::Year(year)),
            "上半年" => Some(Self::Half(year, 1)),
            "下半年" => Some(Self::Half(year, 2)),
            _ => {
                if let Some(n) = rest.strip_prefix('H') {
                    return Some(Self::Half(year, in_range(small(n)?, 2)?));
                }
                if let Some(n) = rest.strip_prefix('Q') {
                    return Some(Self::Quarter(year, in_range(small(n)?, 4)?));
                }
                if let Some(n) = rest.strip_suffix("季") {
                    return Some(Self::Quarter(year, in_range(small(n.trim_start_matches('第'))?, 4)?));
                }
                let month = rest.strip_prefix(['-', '/', '.']).or_else(|| rest.strip_suffix('月'))?;
                Some(Self::Month(year, in_range(small(month)?, 12)?))
            }
        }
    }

    /// The year it lies in.
    pub fn year(self) -> i16 {
        match self {
            Self::Year(y) | Self::Half(y, _) | Self::Quarter(y, _) | Self::Month(y, _) => y,
            Self::Day(d) => d.year(),
        }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        let (year, month) = match self {
            Self::Year(y) => (y, 1),
            Self::Half(y, n) => (y, n * 6 - 5),
            Self::Quarter(y, n) => (y, n * 3 - 2),
            Self::Month(y, n) => (y, n),
            Self::Day(d) => return d,
        };
        Date::new(year, month, 1).expect("months of a checked period exist")
    }

    /// Its last day.
    pub fn last(self) -> Date {
        let (year, month) = match self {
            Self::Year(y) => (y, 12),
            Self::Half(y, n) => (y, n * 6),
            Self::Quarter(y, n) => (y, n * 3),
            Self::Month(y, n) => (y, n),
            Self::Day(d) => return d,
        };
        Date::new(year, month, 1).expect("months of a checked period exist").last_of_month()
    }

    /// The period of the same length right after.
    pub fn next(self) -> Self {
        match self {
            Self::Year(y) => Self::Year(y + 1),
            Self::Half(y, n) => {
                if n == 2 {
                    Self::Half(y + 1, 1)
                } else {
                    Self::Half(y, n + 1)
                }
            }
            Self::Quarter(y, n) => {
                if n == 4 {
                    Self::Quarter(y + 1, 1)
                } else {
                    Self::Quarter(y, n + 1)
                }
            }
            Self::Month(y, n) => {
                if n == 12 {
                    Self::Month(y + 1, 1)
                } else {
                    Self::Month(y, n + 1)
                }
            }
            Self::Day(d) => Self::Day(d.tomorrow().unwrap_or(d)),
        }
    }

    /// The period of the same length right before.
    pub fn previous(self) -> Self {
        match self {
            Self::Year(y) => Self::Year(y - 1),
            Self::Half(y, n) => {
                if n == 1 {
                    Self::Half(y - 1, 2)
                } else {
                    Self::Half(y, n - 1)
                }
            }
            Self::Quarter(y, n) => {
                if n == 1 {
                    Self::Quarter(y - 1, 4)
                } else {
                    Self::Quarter(y, n - 1)
                }
            }
            Self::Month(y, n) => {
                if n == 1 {
                    Self::Month(y - 1, 12)
                } else {
                    Self::Month(y, n - 1)
                }
            }
            Self::Day(d) => Self::Day(d.yesterday().unwrap_or(d)),
        }
    }

    /// Whether a day lies within it.
    pub fn contains_day(self, day: Date) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// Whether `other` lies wholly within it.
    pub fn contains(self, other: Self) -> bool {
        self.first() <= other.first() && other.last() <= self.last()
    }
}

impl std::fmt::Display for Period {
    /// The written form: `2026`, `2026H1`, `2026Q3`, `2026-09`, `2026-09-03`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y}"),
            Self::Half(y, n) => write!(f, "{y}H{n}"),
            Self::Quarter(y, n) => write!(f, "{y}Q{n}"),
            Self::Month(y, n) => write!(f, "{y}-{n:02}"),
            Self::Day(d) => write!(f, "{d}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for Period {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "period", reader);
        };
        Self::parse(text).or_else(|| reader.fail(Diagnostic::new(&code::BAD_PERIOD, node.span).arg("text", text)))
    }

    fn shape() -> Shape {
        Shape::Period
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_short_and_chinese_forms() {
        for (text, want) in [
            ("2026", "2026"),
            ("2026年度", "2026"),
            ("2026h1", "2026H1"),
            ("2026年下半年", "2026H2"),
            ("2026Q3", "2026Q3"),
            ("2026年第三季度", "2026Q3"),
            ("2026年3季度", "2026Q3"),
            ("2026-09", "2026-09"),
            ("2026年9月", "2026-09"),
            ("2026.9.3", "2026-09-03"),
        ] {
            assert_eq!(Period::parse(text).unwrap().to_string(), want, "{text}");
        }
        for text in ["2026Q5", "2026-13", "26", "2026-0", "2026H", "三季度", ""] {
            assert!(Period::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn follows_the_calendar_over_the_year_end() {
        assert_eq!(Period::parse("2025Q4").unwrap().next().to_string(), "2026Q1");
        assert_eq!(Period::parse("2026-01").unwrap().previous().to_string(), "2025-12");
        assert_eq!(Period::parse("2024-02").unwrap().last().to_string(), "2024-02-29");
    }
}
