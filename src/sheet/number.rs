//! Numbers of cells as they are shown.
//!
//! In: the binary number that a workbook keeps, and the cell's format. Out: the exact decimal, percentage or
//! code that a reader sees. Never lets the binary tail of a number through: 0.1 + 0.2 is 0.3.

use jiff::ToSpan;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Cell;
use crate::value::Date;

/// Beyond this many, a workbook no longer keeps all digits of a number.
const DIGITS: f64 = 1e15;

/// A number seen through its format, such as `General`, `0.00`, `000000` or `0.0%`.
pub(super) fn shown(value: f64, format: &str) -> Cell {
    if !value.is_finite() {
        return Cell::Broken(value.to_string());
    }
    if value.abs() >= DIGITS {
        return Cell::Broken(format!("{value:.0}"));
    }
    let Some(decimal) = exact(value) else {
        return Cell::Broken(value.to_string());
    };
    let format = positive(format);
    if !format.is_empty() && format.bytes().all(|b| b == b'0') && format.len() > 1 && decimal.fract().is_zero() {
        return Cell::Text(format!("{:0>width$}", decimal.normalize().to_string(), width = format.len()));
    }
    let places = format.split_once('.').map(|(_, rest)| rest.bytes().take_while(|b| *b == b'0' || *b == b'#').count());
    let places = places.and_then(|n| u32::try_from(n).ok());
    if format.contains('%') {
        let hundred = round(decimal * Decimal::ONE_HUNDRED, places.unwrap_or(0));
        return Cell::Text(format!("{hundred}%"));
    }
    let numeric = format.contains(['0', '#']) && !format.contains(['E', 'e', '/', '?']);
    if !numeric {
        return Cell::Number(decimal.normalize());
    }
    // Places that the format always shows are shown: 8600.50.
    let always = format.split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(|b| *b == b'0').count());
    let mut number = round(decimal, places.unwrap_or(0)).normalize();
    if number.scale() < u32::try_from(always).unwrap_or(0) {
        number.rescale(u32::try_from(always).unwrap_or(0));
    }
    Cell::Number(number)
}

fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// The part of a format for numbers above zero, without what is quoted, coloured or only room.
fn positive(format: &str) -> String {
    let mut out = String::new();
    let mut signs = format.chars();
    let (mut quoted, mut bracket) = (false, false);
    while let Some(sign) = signs.next() {
        match sign {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' => bracket = true,
            ']' => bracket = false,
            _ if bracket => {}
            '\\' | '_' | '*' => {
                signs.next();
            }
            ';' => break,
            ' ' | '¥' | '￥' | '$' | '(' | ')' | '+' | '-' => {}
            sign => out.push(sign),
        }
    }
    if out.eq_ignore_ascii_case("general") || out == "@" || out.contains("/") { String::new() } else { out }
}

/// The decimal that a binary number stands for, to the fifteen digits that spreadsheets keep.
fn exact(value: f64) -> Option<Decimal> {
    let text = format!("{value:.14e}");
    Decimal::from_scientific(&text)
        .ok()
        .map(|d| d.normalize())
        .or_else(|| (value.abs() < 1e-12).then_some(Decimal::ZERO))
}

/// The day of a serial number, counted from 1900 or 1904; `None` outside of 1949–2199.
pub fn serial_date(serial: Decimal, from_1904: bool) -> Option<Date> {
    use rust_decimal::prelude::ToPrimitive;
    let days = serial.trunc().to_i64()?;
    // Day 60 of the count from 1900 is a day that never was; all our days come after it.
    let start = if from_1904 { Date::constant(1904, 1, 1) } else { Date::constant(1899, 12, 30) };
    let date = start.checked_add(days.try_into().ok().filter(|d: &i32| d.abs() < 200_000)?.days()).ok()?;
    (1949..=2199).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_their_cells_show() {
        for (value, format, want) in [
            (0.1 + 0.2, "General", "0.3"),
            (8600.5, "#,##0.00", "8600.50"),
            (8600.5, "General", "8600.5"),
            (1234.0, "000000", "001234"),
            (0.885, "0.0%", "88.5%"),
            (0.88, "0%", "88%"),
            (-420.0, "#,##0.00_);[Red](#,##0.00)", "-420.00"),
            (12.345, "0.00", "12.35"),
            (3.0, "0\"户\"", "3"),
            (1234567.89, "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "1234567.89"),
            (0.0, "General", "0"),
            (1e-20, "General", "0"),
        ] {
            assert_eq!(shown(value, format).shown(), want, "{value} {format}");
        }
    }

    #[test]
    fn digits_that_are_lost_are_not_a_number() {
        assert!(matches!(shown(420_114_198_001_011_234.0, "0"), Cell::Broken(_)));
        assert!(matches!(shown(f64::NAN, "0"), Cell::Broken(_)));
    }

    #[test]
    fn serials_count_from_both_years() {
        for (serial, old, want) in [
            (46_245, false, Some("2026-08-11")),
            (44_783, true, Some("2026-08-11")),
            (1, false, None),
            (9_999_999, false, None),
        ] {
            let date = serial_date(Decimal::from(serial), old);
            assert_eq!(date.map(|d| d.to_string()).as_deref(), want);
        }
    }
}
