//! A record's tree without places: what is there, and what shall be there.
//!
//! In: nodes and changes. Out: values that can be compared. Never looks at the text.

use super::{Change, Path, Refusal, Row, Step};
use crate::yaml::{Node, NodeKind};

/// A value of a record, free of how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Text; amounts and dates are text too.
    Text(String),
    /// Rows.
    List(Vec<Value>),
    /// Keys and values, in order.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// What stands at a node.
    pub fn of(node: &Node) -> Self {
        match &node.kind {
            NodeKind::Null => Self::Null,
            NodeKind::Scalar { text, .. } => Self::Text(text.clone()),
            NodeKind::List(items) => Self::List(items.iter().map(Self::of).collect()),
            NodeKind::Map(entries) => Self::Map(entries.iter().map(|e| (e.key.clone(), Self::of(&e.value))).collect()),
        }
    }

    /// Whether it is a list or a mapping.
    pub(super) fn holds_others(&self) -> bool {
        matches!(self, Self::List(_) | Self::Map(_))
    }
}

/// The node at a path.
pub(super) fn at<'n>(root: &'n Node, path: &[Step]) -> Option<&'n Node> {
    path.iter().try_fold(root, |node, step| match (step, &node.kind) {
        (Step::Key(key), NodeKind::Map(entries)) => entries.iter().find(|e| e.key == *key).map(|e| &e.value),
        (Step::Row(row), NodeKind::List(items)) => items.get(*row),
        _ => None,
    })
}

/// What shall be there after a change.
pub(super) fn intended(mut root: Value, change: &Change) -> Result<Value, Refusal> {
    match change {
        Change::Set { path, value, after } => put(&mut root, path, value, after)?,
        Change::Remove(path) => {
            let (Some(Step::Key(key)), above) = (path.last(), &path[..path.len().saturating_sub(1)]) else {
                return Err(Refusal::NoSuchPlace);
            };
            let Some(Value::Map(entries)) = find(&mut root, above) else {
                return Err(Refusal::NoSuchPlace);
            };
            let before = entries.len();
            entries.retain(|(k, _)| k != key);
            if entries.len() == before {
                return Err(Refusal::NoSuchPlace);
            }
        }
        Change::Rows { path, rows } => {
            let Some(Value::List(items)) = find(&mut root, path) else {
                return Err(Refusal::NoSuchPlace);
            };
            let one = |row: &Row| match row {
                Row::Old(at) => items.get(*at).cloned().ok_or(Refusal::NoSuchPlace),
                Row::New(value) => Ok(value.clone()),
            };
            *items = rows.iter().map(one).collect::<Result<_, _>>()?;
        }
    }
    Ok(root)
}

fn find<'v>(root: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(root, |value, step| match (step, value) {
        (Step::Key(key), Value::Map(entries)) => entries.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v),
        (Step::Row(row), Value::List(items)) => items.get_mut(*row),
        _ => None,
    })
}

fn put(root: &mut Value, path: &Path, new: &Value, after: &[String]) -> Result<(), Refusal> {
    let mut place = root;
    for (depth, step) in path.iter().enumerate() {
        place = match step {
            Step::Row(row) => match place {
                Value::List(items) => items.get_mut(*row).ok_or(Refusal::NoSuchPlace)?,
                _ => return Err(Refusal::NoSuchPlace),
            },
            Step::Key(key) => {
                if *place == Value::Null {
                    *place = Value::Map(Vec::new());
                }
                let Value::Map(entries) = place else {
                    return Err(Refusal::NoSuchPlace);
                };
                let at = match entries.iter().position(|(k, _)| k == key) {
                    Some(at) => at,
                    None => {
                        let keys: Vec<&str> = entries.iter().map(|(k, _)| k.as_str()).collect();
                        let at = position(&keys, if depth + 1 == path.len() { after } else { &[] });
                        entries.insert(at, (key.clone(), Value::Null));
                        at
                    }
                };
                &mut entries[at].1
            }
        };
    }
    *place = new.clone();
    Ok(())
}

/// Where a new key goes among `keys`: behind the last of those that stand before it, else to the end.
pub(super) fn position(keys: &[&str], after: &[String]) -> usize {
    keys.iter().rposition(|k| after.iter().any(|a| a == k)).map_or(keys.len(), |at| at + 1)
}
