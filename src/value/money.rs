//! Money.
//!
//! In: amounts as people write them (`8,600.50`, `￥420`, `８６００．５０`, `1.2万元`, `（420.00）`). Out:
//! exact decimals in 元 with at most two places. Never a float, never rounded.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, Serializer};

use super::{group_thousands, half_width};
use crate::diagnostic::{Diagnostic, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// The largest amount, in 元, on either side of zero: beyond it sums could lose exactness.
const LIMIT: i64 = 1_000_000_000_000;

/// An amount in 元, exact to the 分.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
pub struct Money(Decimal);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Reads an amount; `None` where the text is not one, has more than two places in 元, or is
    /// beyond 10¹² 元. `万元` counts where it is written out; brackets mean below zero, as in
    /// printed accounts.
    pub fn parse(text: &str) -> Option<Self> {
        let text = half_width(text);
        let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let amount = Self::unsigned_or_signed(inner.unwrap_or(&text).trim())?;
        match inner {
            Some(_) if amount.0.is_sign_negative() => None,
            Some(_) => Some(-amount),
            None => Some(amount),
        }
    }

    fn unsigned_or_signed(text: &str) -> Option<Self> {
        let text = text.strip_prefix('¥').map_or(text, str::trim_start);
        let (text, wan) = match text.strip_suffix("万元") {
            Some(rest) => (rest.trim_end(), true),
            None => (text.strip_suffix('元').unwrap_or(text).trim_end(), false),
        };
        let (sign, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => ("-", rest.strip_prefix('¥').unwrap_or(rest)),
            None => ("", text),
        };
        if !grouped(digits.trim_start()) {
            return None;
        }
        let value: Decimal = format!("{sign}{}", digits.trim_start().replace(',', "")).parse().ok()?;
        let value = if wan { value.checked_mul(Decimal::from(10_000))?.normalize() } else { value };
        let fits = value.scale() <= 2 && value.abs() <= Decimal::from(LIMIT);
        fits.then_some(Self(value))
    }

    /// The amount as a decimal.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The share of `self` in `whole`, in percent with one decimal place; zero where `whole` is zero.
    pub fn percent_of(self, whole: Self) -> Decimal {
        if whole.is_zero() {
            return Decimal::ZERO;
        }
        (self.0 * Decimal::ONE_HUNDRED / whole.0).round_dp(1)
    }

    /// How far it is from `other`, never below zero.
    pub fn apart(self, other: Self) -> Self {
        Self((self.0 - other.0).abs())
    }

    /// With thousands separators, for sentences: `8,600.50`.
    pub fn grouped(self) -> String {
        group_thousands(&self.to_string())
    }

    /// The amount for each of `count` shares, rounded to the 分; zero where `count` is zero.
    pub fn per(self, count: u32) -> Self {
        if count == 0 { Self::ZERO } else { Self((self.0 / Decimal::from(count)).round_dp(2)) }
    }
}

/// Digits with an optional point; commas only between groups of three.
fn grouped(digits: &str) -> bool {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    all_digits(part)
        && all_digits(first)
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|g| g.len() == 3 && all_digits(g))
}

impl std::fmt::Display for Money {
    /// Two places, no thousands separators: `8600.50`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for Money {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "money", reader);
        };
        Self::parse(text).or_else(|| reader.fail(Diagnostic::new(&code::BAD_MONEY, node.span).arg("text", text)))
    }

    fn shape() -> Shape {
        Shape::Money
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, want) in [
            ("8,600.50", "8600.50"),
            ("￥420", "420.00"),
            ("８６００．５０", "8600.50"),
            ("-12.3元", "-12.30"),
            ("0", "0.00"),
            ("1,234,567", "1234567.00"),
            ("￥ -420", "-420.00"),
            ("-￥420", "-420.00"),
            ("−420", "-420.00"),
            ("（1,420.5）", "-1420.50"),
            ("1.2万元", "12000.00"),
            ("0.123456 万元", "1234.56"),
            ("－６．８万元", "-68000.00"),
        ] {
            assert_eq!(Money::parse(text).unwrap().to_string(), want, "{text}");
        }
    }

    #[test]
    fn groups_by_three() {
        for (text, want) in [
            ("0", "0.00"),
            ("999.9", "999.90"),
            ("1000", "1,000.00"),
            ("-1234567.5", "-1,234,567.50"),
            ("-100", "-100.00"),
        ] {
            assert_eq!(Money::parse(text).unwrap().grouped(), want, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_not_plainly_money() {
        for text in [
            "",
            "12.345",
            "1,23",
            "86,00.5",
            "1e5",
            "0x10",
            "6.8万",
            "--1",
            "(-1)",
            "(1",
            "万元",
            "0.1234567万元",
            "1.2万元元",
            ".5",
            "5.",
            "99999999999999",
        ] {
            assert!(Money::parse(text).is_none(), "{text}");
        }
    }
}
