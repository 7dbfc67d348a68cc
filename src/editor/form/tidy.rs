//! Dates and amounts as people write them, in the form in which records are kept.
//!
//! In: the form of a field and what was typed or pasted. Out: the same value, written plainly. What is not plainly
//! one of these stays as it was typed, so that the check can show it.

use crate::schema::Shape;
use crate::value::{Date, Money, Number, Period, half_width, read_date};

/// The day before the first one that Excel counts.
const EXCEL: Date = Date::constant(1899, 12, 30);

/// A typed value in the form in which it is kept.
pub fn tidy(shape: &Shape, typed: &str) -> String {
    let text = typed.trim();
    let found = match shape {
        Shape::OneOf(forms) => return forms.first().map_or_else(|| text.to_owned(), |first| tidy(first, text)),
        Shape::Money => Money::parse(text).or_else(|| accounting(text)).map(|m| m.to_string()),
        Shape::Date => date(text).map(|d| d.to_string()),
        Shape::Period => Period::parse(text).map(|p| p.to_string()),
        Shape::Integer => integer(text),
        Shape::Number => Number::parse(text).map(|_| half_width(text).replace([',', ' '], "")),
        Shape::YesNo => match text {
            "√" | "✓" | "对" => Some("是".into()),
            "×" | "✗" => Some("否".into()),
            _ => None,
        },
        _ => None,
    };
    found.unwrap_or_else(|| text.to_owned())
}

/// `8,600.50 元` with the spaces that Excel puts in, and `-` for nothing.
fn accounting(text: &str) -> Option<Money> {
    let plain: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
    if matches!(plain.trim_start_matches('¥'), "-" | "—") { Some(Money::ZERO) } else { Money::parse(&plain) }
}

/// A date in any of its forms, with a time behind it, or counted in days as Excel does.
fn date(text: &str) -> Option<Date> {
    let first = text.split([' ', 'T']).next().unwrap_or_default();
    let serial = || {
        let whole = first.split('.').next().unwrap_or_default();
        let days: i64 = whole.parse().ok().filter(|n| (18_000..=110_000).contains(n))?;
        EXCEL.checked_add(jiff::Span::new().days(days)).ok()
    };
    read_date(text).or_else(|| read_date(first)).or_else(serial)
}

fn integer(text: &str) -> Option<String> {
    let digits = half_width(text).replace([',', ' '], "");
    let digits = digits.trim_end_matches(['人', '票', '户', '名']);
    let digits = digits.strip_suffix(".0").or_else(|| digits.strip_suffix(".00")).unwrap_or(digits);
    digits.parse::<u32>().ok().map(|n| n.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_paste_becomes_what_is_kept() {
        for (shape, typed, want) in [
            (Shape::Money, " 8,600.5 ", "8600.50"),
            (Shape::Money, "￥ 1,200.00 ", "1200.00"),
            (Shape::Money, "(420)", "-420.00"),
            (Shape::Money, " - ", "0.00"),
            (Shape::Money, "三百", "三百"),
            (Shape::Date, "2026年9月3日", "2026-09-03"),
            (Shape::Date, "2026/9/3 0:00", "2026-09-03"),
            (Shape::Date, "46268", "2026-09-03"),
            (Shape::Date, "9月3日", "9月3日"),
            (Shape::Period, "2026年第三季度", "2026Q3"),
            (Shape::Integer, "1,320人", "1320"),
            (Shape::Integer, "33.0", "33"),
            (Shape::YesNo, "√", "是"),
            (Shape::Text, "001234 ", "001234"),
        ] {
            assert_eq!(tidy(&shape, typed), want, "{typed}");
        }
    }
}
