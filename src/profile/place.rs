//! Places within a profile's file.
//!
//! In: the node that a profile was read from. Out: the span of one of its fields.
//! Never reads values: the profile holds them.

use crate::diagnostic::Span;
use crate::yaml::{Node, NodeKind};

/// Finds the places of fields, so that profiles need not carry them.
#[derive(Debug, Clone, Copy)]
pub struct Places<'n>(pub &'n Node);

impl Places<'_> {
    /// Where a field stands, under its Chinese or English key; the whole profile where it is missing.
    pub fn field(&self, zh: &str, en: &str) -> Span {
        self.find(zh, en).map_or(self.start(), |n| n.span)
    }

    /// Where a field of entry `at` of a list stands.
    pub fn entry(&self, list: (&str, &str), at: usize, field: (&str, &str)) -> Span {
        let Some(NodeKind::List(items)) = self.find(list.0, list.1).map(|n| &n.kind) else {
            return self.start();
        };
        items.get(at).map_or(self.start(), |item| Places(item).field(field.0, field.1))
    }

    fn find(&self, zh: &str, en: &str) -> Option<&Node> {
        self.0.get(zh).or_else(|| self.0.get(en))
    }

    /// The first key of a mapping: a mark under a whole file would say nothing.
    fn start(&self) -> Span {
        match &self.0.kind {
            NodeKind::Map(entries) => entries.first().map_or(self.0.span, |e| e.key_span),
            _ => self.0.span,
        }
    }
}
