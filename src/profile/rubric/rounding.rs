//! How a total is rounded.
//!
//! In: an exact number. Out: the number with so many places. Never a float.

use rust_decimal::{Decimal, RoundingStrategy};

/// Places to which a sum of quotients is cut before it is rounded: more than any score has, fewer
/// than the decimals carry, so that thirds which add up to a whole number do so here.
const WORKING_PLACES: u32 = 12;

crate::choice! {
    /// How a total is rounded.
    pub enum Rounding {
        /// Half away from zero, as people do.
        HalfUp = "四舍五入" | "half-up";
        /// Half to the even digit.
        HalfEven = "四舍六入五成双" | "half-even";
        /// What is beyond the last place is dropped.
        Down = "舍去" | "down";
        /// Anything beyond the last place counts as one more.
        Up = "进一" | "up";
    }
}

impl Rounding {
    /// The number with so many places.
    pub fn apply(self, number: Decimal, places: u32) -> Decimal {
        let strategy = match self {
            Self::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Self::HalfEven => RoundingStrategy::MidpointNearestEven,
            Self::Down => RoundingStrategy::ToZero,
            Self::Up => RoundingStrategy::AwayFromZero,
        };
        let exact = number.round_dp_with_strategy(WORKING_PLACES, RoundingStrategy::MidpointAwayFromZero);
        exact.round_dp_with_strategy(places, strategy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_by_the_rule_of_the_rubric() {
        for (number, half_up, half_even, down, up) in [
            ("89.95", "90.0", "90.0", "89.9", "90.0"),
            ("89.85", "89.9", "89.8", "89.8", "89.9"),
            ("89.949999999999", "89.9", "89.9", "89.9", "90.0"),
            ("89.9499999999999999", "90.0", "90.0", "89.9", "90.0"),
            ("89.9", "89.9", "89.9", "89.9", "89.9"),
        ] {
            let all = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up];
            let got = all.map(|r| r.apply(decimal(number), 1));
            assert_eq!(got, [half_up, half_even, down, up].map(decimal), "{number}");
        }
    }

    #[test]
    fn thirds_that_make_a_whole_do_so() {
        let third = Decimal::ONE / decimal("3");
        let sum = third + third + third + decimal("88.95") - Decimal::ONE;
        assert_eq!(Rounding::HalfUp.apply(sum, 1), decimal("89.0"));
        assert_eq!(Rounding::Down.apply(third + third + third, 0), Decimal::ONE);
        assert_eq!(Rounding::Up.apply(third + third + third, 0), Decimal::ONE);
    }
}
