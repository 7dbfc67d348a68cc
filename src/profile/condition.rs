//! Conditions on a row: `当: {状态: [已完成]}`.
//!
//! In: columns with the words that can stand in them. Out: whether a row has one of the words in each.
//! Never compares numbers: formulas do.

use serde::{Serialize, Serializer};

use crate::diagnostic::At;
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::{Node, NodeKind};

/// Columns, each with the words of which one must stand in it.
#[derive(Debug, Clone, Default)]
pub struct Condition(pub Vec<(At<String>, Vec<At<String>>)>);

impl Condition {
    /// Whether a row fulfils it; `cell` gives the text of a column.
    pub fn holds<'r>(&self, cell: impl Fn(&str) -> Option<&'r str>) -> bool {
        let among = |name: &str, words: &[At<String>]| {
            let text = cell(name).unwrap_or_default();
            words.iter().any(|w| w.value == text)
        };
        self.0.iter().all(|(name, words)| among(name, words))
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, words)| (&name.value, words)))
    }
}

impl FromNode for Condition {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            return wrong_type(node, "mapping", reader);
        };
        let read = |entry: &crate::yaml::Entry, reader: &mut Reader<'_>| {
            let words = Vec::<At<String>>::from_node(&entry.value, reader)?;
            Some((At::new(entry.key.clone(), entry.key_span), words))
        };
        let all: Vec<Option<_>> = entries.iter().map(|entry| read(entry, reader)).collect();
        all.into_iter().collect::<Option<_>>().map(Self)
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(Shape::List(Box::new(Shape::Text))))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}
