//! Fractions such as two thirds.
//!
//! In: `2/3`. Out: numerator and denominator. Never a float: thresholds are compared in whole numbers.

use serde::{Serialize, Serializer};

use super::half_width;
use crate::diagnostic::{Diagnostic, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// A fraction between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// Above the line.
    pub numerator: u32,
    /// Below the line, never zero.
    pub denominator: u32,
}

impl Fraction {
    /// Whether `part` of `whole` reaches the fraction (`strict`: exceeds it).
    pub fn reached(self, part: u32, whole: u32, strict: bool) -> bool {
        let left = u64::from(part) * u64::from(self.denominator);
        let right = u64::from(whole) * u64::from(self.numerator);
        if strict { left > right } else { left >= right }
    }

    /// The fraction in whole percent, rounded down; for drawing only.
    pub fn percent(self) -> u32 {
        self.numerator * 100 / self.denominator
    }
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for Fraction {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "fraction", reader);
        };
        let narrow = half_width(text);
        let read = narrow.split_once('/').and_then(|(above, below)| {
            let small = |s: &str| s.trim().parse::<u32>().ok().filter(|n| *n <= 1_000);
            Some(Self { numerator: small(above)?, denominator: small(below)? })
        });
        let sound = read.filter(|f| f.denominator > 0 && f.numerator <= f.denominator);
        sound.or_else(|| reader.fail(Diagnostic::new(&code::BAD_FRACTION, node.span).arg("text", text)))
    }

    fn shape() -> Shape {
        Shape::Fraction
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_in_whole_numbers() {
        let half = Fraction { numerator: 1, denominator: 2 };
        assert!(!half.reached(15, 30, true), "exactly one half is not more than half");
        assert!(half.reached(15, 30, false));
        assert!(half.reached(16, 31, true));
        let two_thirds = Fraction { numerator: 2, denominator: 3 };
        assert!(!two_thirds.reached(20, 31, false), "20 of 31 is below two thirds");
        assert!(two_thirds.reached(21, 31, false));
    }
}
