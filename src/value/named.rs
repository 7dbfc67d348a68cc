//! Values under names that a record chooses, in the order written.
//!
//! In: a mapping. Out: names and values, each with its place. Never knows which names are right.

use serde::{Serialize, Serializer};

use crate::diagnostic::At;
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::{Node, NodeKind};

/// Values under free names.
#[derive(Debug, Clone)]
pub struct Named<T>(pub Vec<(At<String>, At<T>)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Named<T> {
    /// The value under a name, with the name as it stands there.
    pub fn get(&self, name: &str) -> Option<&(At<String>, At<T>)> {
        self.0.iter().find(|(n, _)| n.value == name)
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (&name.value, value)))
    }
}

impl<T: FromNode> FromNode for Named<T> {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            return wrong_type(node, "mapping", reader);
        };
        let named = |e: &crate::yaml::Entry, value| (At::new(e.key.clone(), e.key_span), value);
        let read: Vec<_> =
            entries.iter().map(|e| At::<T>::from_node(&e.value, reader).map(|value| named(e, value))).collect();
        read.into_iter().collect::<Option<Vec<_>>>().map(Self)
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}
