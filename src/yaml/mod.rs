//! YAML as a tree that remembers its places.
//!
//! In: the text of a file. Out: a `Node` and diagnostics for what cannot be read or is surely a slip.
//! Never knows fields or kinds of records.

mod lint;
mod node;
mod parse;

pub(crate) use lint::key_colon;
pub use node::{Entry, Node, NodeKind};
pub use parse::{MAX_DEPTH, parse};
