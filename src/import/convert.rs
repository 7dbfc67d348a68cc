//! From a cell to the words of a field.
//!
//! In: a cell and what its column holds. Out: the plain form that records write: `12000.00`, `2026-08-11`, or
//! why it has none. Never rounds away what a reader can see, never guesses a date.

use rust_decimal::Decimal;

use crate::layout::Holds;
use crate::profile::import::DateOrder;
use crate::sheet::{Cell, serial_date};
use crate::value::{Date, Money, Number, half_width, read_date};

/// What decides how cells of a column are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// What the column holds.
    pub holds: Holds,
    /// Whether amounts are in 万元.
    pub wan: bool,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
    /// The order of a date's parts.
    pub dates: DateOrder,
}

/// Why a cell gives no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It holds something else.
    Other,
    /// A formula failed, or digits are lost.
    Broken,
    /// More than two places of 元.
    Places,
}

impl Wrong {
    /// Its name in sentences.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Broken => "broken",
            Self::Places => "places",
        }
    }
}

/// Signs that stand for nothing in a column of numbers.
const NOTHING: &[&str] = &["-", "--", "—", "——", "/", "\\", "无", "－", "―", "–"];

/// Units that people write behind a number.
const UNITS: &[&str] = &[
    "平方米",
    "小时",
    "公里",
    "人次",
    "人",
    "户",
    "名",
    "次",
    "件",
    "台",
    "套",
    "个",
    "亩",
    "场",
    "处",
    "条",
    "株",
    "吨",
    "张",
    "间",
    "栋",
    "分",
    "米",
    "㎡",
];

/// The words of a cell; `None` where it is empty.
pub(super) fn value(cell: &Cell, reading: Reading) -> Result<Option<String>, Wrong> {
    match cell {
        Cell::Empty => return Ok(None),
        Cell::Broken(_) => return Err(Wrong::Broken),
        Cell::Text(text) if reading.holds != Holds::Text && NOTHING.contains(&text.as_str()) => return Ok(None),
        _ => {}
    }
    let text = match reading.holds {
        Holds::Text => words(cell),
        Holds::Money => money(cell, reading.wan)?.to_string(),
        Holds::Number | Holds::Percent => number(cell).ok_or(Wrong::Other)?,
        Holds::Date => date(cell, reading).ok_or(Wrong::Other)?.to_string(),
        Holds::YesNo => yes_no(cell).ok_or(Wrong::Other)?.to_owned(),
    };
    Ok(Some(text))
}

fn words(cell: &Cell) -> String {
    let text = match cell {
        Cell::Truth(true) => "是".to_owned(),
        Cell::Truth(false) => "否".to_owned(),
        other => other.shown(),
    };
    let parts: Vec<&str> = text.split(['\n', '\r', '\t']).map(str::trim).filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}

fn money(cell: &Cell, wan: bool) -> Result<Money, Wrong> {
    match cell {
        Cell::Number(number) => {
            let value = if wan { number.checked_mul(Decimal::from(10_000)).ok_or(Wrong::Other)? } else { *number };
            let near = value.round_dp(2);
            // What is left of sums in binary numbers is no amount.
            let tail = (value - near).abs();
            if tail >= Decimal::new(1, 6) {
                return Err(Wrong::Places);
            }
            Money::parse(&near.normalize().to_string()).ok_or(Wrong::Other)
        }
        Cell::Text(text) => {
            let plain: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
            let plain = plain.trim_start_matches("RMB").trim_start_matches("人民币").trim_end_matches('整');
            let told = plain.ends_with('元') || plain.ends_with("元)");
            let with_unit = if wan && !told { inside(plain, "万元") } else { plain.to_owned() };
            Money::parse(&with_unit).ok_or(Wrong::Other)
        }
        _ => Err(Wrong::Other),
    }
}

/// The amount with its unit; within brackets where it stands in them.
fn inside(text: &str, unit: &str) -> String {
    match text.strip_suffix(')') {
        Some(rest) => format!("{rest}{unit})"),
        None => format!("{text}{unit}"),
    }
}

fn number(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Number(number) => Number::parse(&number.normalize().to_string()).map(|n| n.to_string()),
        Cell::Text(text) => {
            let text = half_width(text);
            let bare = UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text).trim();
            let bare =
                bare.strip_prefix('(').and_then(|b| b.strip_suffix(')')).map_or(bare.to_owned(), |b| format!("-{b}"));
            Number::parse(&bare).map(|n| n.to_string())
        }
        _ => None,
    }
}

fn date(cell: &Cell, reading: Reading) -> Option<Date> {
    match cell {
        Cell::Date(date) => Some(*date),
        Cell::Number(number) if number.fract().is_zero() => whole_date(*number, reading.from_1904),
        Cell::Number(number) if *number > Decimal::from(10_000) => serial_date(*number, reading.from_1904),
        Cell::Text(text) => written_date(text, reading),
        _ => None,
    }
}

/// `20260811`, or a serial number of a cell that nobody formatted as a day.
fn whole_date(number: Decimal, from_1904: bool) -> Option<Date> {
    if number > Decimal::from(19_000_000) {
        return digits(&number.normalize().to_string());
    }
    serial_date(number, from_1904)
}

fn digits(text: &str) -> Option<Date> {
    let plain = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| read_date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))).flatten()
}

fn written_date(text: &str, reading: Reading) -> Option<Date> {
    let text = half_width(text);
    // What follows is the time of day, or the day of the week.
    let day = text.split(['T', '(']).next().unwrap_or_default();
    let day = day.split("星期").next().and_then(|d| d.split("周").next()).unwrap_or_default().trim();
    let joined: String = day.chars().filter(|c| !c.is_whitespace()).collect();
    let first = day.split_whitespace().next().unwrap_or_default();
    let forms = [joined.as_str(), first, joined.trim_end_matches('.')];
    match reading.dates {
        DateOrder::YearFirst => {
            forms.iter().find_map(|form| read_date(form).or_else(|| digits(form))).or_else(|| serial(first, reading))
        }
        order => ordered(first, order).or_else(|| forms.iter().find_map(|form| read_date(form))),
    }
}

fn serial(text: &str, reading: Reading) -> Option<Date> {
    let five = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    five.then(|| serial_date(text.parse().ok()?, reading.from_1904)).flatten()
}

fn ordered(text: &str, order: DateOrder) -> Option<Date> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [one, two, year] = parts.try_into().ok()?;
    let (month, day) = if order == DateOrder::MonthFirst { (one, two) } else { (two, one) };
    read_date(&format!("{year}-{month}-{day}"))
}

fn yes_no(cell: &Cell) -> Option<&'static str> {
    let text = match cell {
        Cell::Truth(truth) => return Some(if *truth { "是" } else { "否" }),
        Cell::Text(text) => half_width(text),
        Cell::Number(number) => number.normalize().to_string(),
        _ => return None,
    };
    match text.to_ascii_lowercase().as_str() {
        "是" | "有" | "√" | "✓" | "✔" | "y" | "yes" | "true" | "1" => Some("是"),
        "否" | "无" | "×" | "✗" | "✘" | "n" | "no" | "false" | "0" => Some("否"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(holds: Holds) -> Reading {
        Reading { holds, wan: false, from_1904: false, dates: DateOrder::YearFirst }
    }

    fn read(text: &str, reading: Reading) -> Result<Option<String>, Wrong> {
        value(&Cell::Text(text.into()), reading)
    }

    #[test]
    fn dates_as_people_write_them() {
        for text in [
            "2026-08-11",
            "2026/8/11",
            "2026.8.11",
            "2026年8月11日",
            "2026 年 8 月 11 日",
            "2026-08-11 00:00:00",
            "2026-08-11T09:30:00",
            "20260811",
            "46245",
            "２０２６．８．１１",
            "2026/8/11 星期二",
            "2026年8月11日（星期二）",
            "2026.8.11.",
        ] {
            assert_eq!(read(text, reading(Holds::Date)), Ok(Some("2026-08-11".into())), "{text}");
        }
        for text in ["8月11日", "2026.8", "08/11/2026", "26-8-11", "2026-02-30", "八月"] {
            assert_eq!(read(text, reading(Holds::Date)), Err(Wrong::Other), "{text}");
        }
        let us = Reading { dates: DateOrder::MonthFirst, ..reading(Holds::Date) };
        assert_eq!(read("08/11/2026", us), Ok(Some("2026-08-11".into())));
        let day_first = Reading { dates: DateOrder::DayFirst, ..us };
        assert_eq!(read("11/08/2026", day_first), Ok(Some("2026-08-11".into())));
    }

    #[test]
    fn amounts_as_people_write_them() {
        for (text, wan, want) in [
            ("8,600.50", false, "8600.50"),
            ("￥ 420", false, "420.00"),
            ("（420.00）", false, "-420.00"),
            ("８６００．５", false, "8600.50"),
            ("12000元整", false, "12000.00"),
            ("1.2", true, "12000.00"),
            ("（0.5）", true, "-5000.00"),
            ("300元", true, "300.00"),
        ] {
            let reading = Reading { wan, ..reading(Holds::Money) };
            assert_eq!(read(text, reading), Ok(Some(want.into())), "{text}");
        }
        assert_eq!(read("——", reading(Holds::Money)), Ok(None));
        assert_eq!(read("三百", reading(Holds::Money)), Err(Wrong::Other));
        let third = Cell::Number("33.333333".parse().unwrap());
        assert_eq!(value(&third, reading(Holds::Money)), Err(Wrong::Places));
        let tail = Cell::Number("8600.5000000001".parse().unwrap());
        assert_eq!(value(&tail, reading(Holds::Money)), Ok(Some("8600.50".into())));
    }

    #[test]
    fn numbers_and_ticks() {
        assert_eq!(read("1,387 人", reading(Holds::Number)), Ok(Some("1387".into())));
        assert_eq!(read("88.5%", reading(Holds::Percent)), Ok(Some("88.5".into())));
        assert_eq!(read("√", reading(Holds::YesNo)), Ok(Some("是".into())));
        assert_eq!(read("001234", reading(Holds::Text)), Ok(Some("001234".into())));
    }
}
