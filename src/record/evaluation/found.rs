//! What was found for one item, as written: a number, a yes or no, a share, or faults.
//!
//! In: `300`, `是`, or a mapping. Out: `Found`. Never knows how an item makes points.

use crate::diagnostic::At;
use crate::schema::{Fields, FromNode, MapReader, Reader, Shape};
use crate::value::{Evidence, Named, Number};
use crate::yaml::{Node, NodeKind};

crate::fields! {
    /// What was found, with what it rests on.
    pub struct FoundFields {
        /// A number, or yes or no.
        value "值": Option<At<Answer>>,
        /// Above the line of a share.
        part "分子": Option<At<Number>>,
        /// Below it.
        whole "分母": Option<At<Number>>,
        /// Faults, and how often each.
        faults "扣分": Option<Named<Number>>,
        /// What it rests on.
        evidence "依据": Vec<Evidence>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

/// What was found for one item: a mapping, or its value alone.
#[derive(Debug, Clone, serde::Serialize)]
#[serde(transparent)]
pub struct Found(pub FoundFields);

/// A number, or yes or no.
#[derive(Debug, Clone, Copy, serde::Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// A number.
    Number(Number),
    /// Yes or no.
    YesNo(bool),
}

impl FromNode for Found {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let fields = match &node.kind {
            NodeKind::Map(_) => MapReader::read::<FoundFields>(node, reader)?,
            _ => {
                let value = Some(At::<Answer>::from_node(node, reader)?);
                FoundFields { value, part: None, whole: None, faults: None, evidence: Vec::new(), note: None }
            }
        };
        Some(Self(fields))
    }

    fn shape() -> Shape {
        Shape::OneOf(vec![Shape::Number, Shape::YesNo, Shape::Object(<FoundFields as Fields>::shape)])
    }
}

impl FromNode for Answer {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let digits = |text: &str| text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        match node.text() {
            Some(text) if digits(text) => Number::from_node(node, reader).map(Self::Number),
            _ => bool::from_node(node, reader).map(Self::YesNo),
        }
    }

    fn shape() -> Shape {
        Shape::OneOf(vec![Shape::Number, Shape::YesNo])
    }
}
