//! Decimal numbers that are not money: scores, areas, shares.
//!
//! In: `79.5`, `1,000`, `88%`. Out: exact decimals. Never a float.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::half_width;
use crate::diagnostic::{Diagnostic, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// An exact decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Number(pub Decimal);

impl Number {
    /// Reads a number; a trailing `%` is read as the number before it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = half_width(text);
        let digits = text.trim_end_matches('%').replace(',', "");
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        let value: Decimal = plain.then(|| digits.parse().ok()).flatten()?;
        (value.abs() <= Decimal::from(1_000_000_000_000_i64) && value.scale() <= 6).then_some(Self(value))
    }
}

impl std::fmt::Display for Number {
    /// Without trailing zeros.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("not a number: {text}")))
    }
}

impl FromNode for Number {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "number", reader);
        };
        Self::parse(text).or_else(|| reader.fail(Diagnostic::new(&code::BAD_NUMBER, node.span).arg("text", text)))
    }

    fn shape() -> Shape {
        Shape::Number
    }
}
