//! Lossless writing: a record's text with a few things changed, and every other byte as it was.
//!
//! In: the text of a record and a list of changes. Out: the new text, checked by reading it again, or a refusal.
//! Never writes a file, and never guesses: where the text that comes out would not read as intended, nothing does.

mod document;
mod extent;
mod hide;
mod keys;
mod rows;
mod scalar;
mod set;
mod sheet;
mod tree;

pub use document::Document;
pub use hide::hide;
pub(crate) use scalar::double;
pub use sheet::{SheetRow, rewrite_table};
pub use tree::Value;

use crate::diagnostic::{FileId, Sink};
use crate::yaml::{self, Node};
use tree::{at, intended};

/// One step into a record's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value under a key, as it is written there.
    Key(String),
    /// The row at a position, from 0.
    Row(usize),
}

/// The way from the root of a record to one of its values.
pub type Path = Vec<Step>;

/// One row of a list as it shall be.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// The row that stood at this position.
    Old(usize),
    /// A row that was not there.
    New(Value),
}

/// One thing to change.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Puts a value in its place; a key that is not there is put in, with all keys above it.
    Set {
        /// Where.
        path: Path,
        /// What.
        value: Value,
        /// Keys of the same mapping that stand before it where they are there; at the end where empty.
        after: Vec<String>,
    },
    /// Takes a key away with its value.
    Remove(Path),
    /// Adds, takes away or moves rows: all rows of the list, in order.
    Rows {
        /// The list.
        path: Path,
        /// Its rows.
        rows: Vec<Row>,
    },
}

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The text is not one readable record.
    Unreadable,
    /// There is nothing at the place that was named.
    NoSuchPlace,
    /// The text is written in a way that cannot be changed here without touching more than was asked.
    TooUnusual,
}

impl Change {
    /// Puts a value in its place; a new key goes to the end.
    pub fn set(path: Path, value: Value) -> Self {
        Self::Set { path, value, after: Vec::new() }
    }
}

/// The text of a record's fields with changes made one after another.
///
/// # Errors
/// Gives the reason where the result would not be exactly what was asked for; nothing is then changed.
pub fn apply(yaml: &str, changes: &[Change]) -> Result<String, Refusal> {
    let mut text = yaml.to_owned();
    let mut rest = changes;
    while !rest.is_empty() {
        let (node, said) = read(&text)?;
        let (done, next) = step(&text, node.as_ref(), rest)?;
        let mut want = node.as_ref().map_or(Value::Null, Value::of);
        for change in &rest[..done] {
            want = intended(want, change)?;
        }
        let (again, says) = read(&next)?;
        // What cannot be read the same way again, or reads as a slip, is not written.
        if again.as_ref().map_or(Value::Null, Value::of) != want || says > said {
            return Err(Refusal::TooUnusual);
        }
        text = next;
        rest = &rest[done..];
    }
    Ok(text)
}

/// Makes the first change, or all scalars at the beginning of the list that stand on one line each.
fn step(text: &str, node: Option<&Node>, changes: &[Change]) -> Result<(usize, String), Refusal> {
    let mut places = Vec::new();
    for change in changes {
        let Change::Set { path, value: Value::Text(new), .. } = change else { break };
        let Some(place) = node.and_then(|n| set::one_line(text, n, path, new)) else { break };
        if places.iter().any(|(known, _): &(std::ops::Range<usize>, String)| known.start == place.0.start) {
            break;
        }
        places.push(place);
    }
    if places.is_empty() {
        return Ok((1, single(text, node, &changes[0])?));
    }
    let done = places.len();
    places.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut next = text.to_owned();
    for (range, new) in places {
        next.replace_range(range, &new);
    }
    Ok((done, next))
}

fn single(text: &str, node: Option<&Node>, change: &Change) -> Result<String, Refusal> {
    match change {
        Change::Set { path, value, after } => set::set(text, node, path, value, after),
        Change::Remove(path) => keys::remove(text, node.ok_or(Refusal::NoSuchPlace)?, path),
        Change::Rows { path, rows } => {
            let root = node.ok_or(Refusal::NoSuchPlace)?;
            let list = at(root, path).ok_or(Refusal::NoSuchPlace)?;
            rows::arrange(text, root, path, list, rows)
        }
    }
}

/// The tree, where there is any, and how many slips were told of.
fn read(text: &str) -> Result<(Option<Node>, usize), Refusal> {
    let mut sink = Sink::default();
    let node = yaml::parse(FileId(0), text, 0, &mut sink);
    let blank = text.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with('#'));
    match node {
        None if !blank || !sink.is_empty() => Err(Refusal::Unreadable),
        node => Ok((node, sink.len())),
    }
}

#[cfg(test)]
mod tests;
