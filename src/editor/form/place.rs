//! Which box of a form a place in the text belongs to.
//!
//! In: a record's tree, its parts, a byte. Out: the name of the box, and the way to it in words.
//! Never fails: where nothing fits, the nearest thing around it is named.

use super::change::is_blank;
use super::look::{Look, look};
use super::part::{Pair, Part};
use crate::schema::{Field, Shape};
use crate::yaml::{Node, NodeKind};

/// A box of the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// Its name; empty for the form as a whole.
    pub name: String,
    /// The words that lead to it, from the outside in.
    pub words: Vec<String>,
}

impl Spot {
    fn enter(&mut self, step: &str, word: String) {
        let gap = if self.name.is_empty() { "r/" } else { "/" };
        self.name.push_str(gap);
        self.name.push_str(step);
        if !word.is_empty() {
            self.words.push(word);
        }
    }
}

/// The box that holds byte `at` of the text that `node` was read from; `key` names a field that is missing there.
pub fn place(shape: &Shape, node: &Node, part: &Part, at: u32, key: Option<&str>) -> Spot {
    let mut found = Spot::default();
    walk(shape, node, part, at, key, &mut found);
    found
}

fn walk(shape: &Shape, node: &Node, part: &Part, at: u32, key: Option<&str>, found: &mut Spot) {
    match (look(shape, Some(node)), part) {
        (Look::Fields(table), Part::Fields(known, free)) => {
            let NodeKind::Map(entries) = &node.kind else { return };
            let here = holding(entries.iter().map(|e| e.key_span.start), at);
            let field = |name: &str| table.fields.iter().find(|f| f.zh == name || f.en == name);
            let missing = key.and_then(field).filter(|f| !entries.iter().any(|e| e.key == f.zh || e.key == f.en));
            if let Some(field) = missing
                && entries.iter().any(|e| e.key_span.start == at || at <= entries[0].key_span.start)
            {
                return box_of(field, found);
            }
            let Some(entry) = here.map(|n| &entries[n]) else { return };
            if let Some(field) = field(&entry.key) {
                let inner = known.iter().find(|(en, _)| *en == field.en).map(|(_, part)| part);
                box_of(field, found);
                if let Some(inner) = inner {
                    walk(&field.shape, &entry.value, inner, at, key, found);
                }
            } else if let Some(rest) = &table.rest {
                found.enter("+", String::new());
                pair(rest, entry, free, at, key, found);
            }
        }
        (Look::Rows(shape), Part::Rows(rows)) => {
            let NodeKind::List(items) = &node.kind else { return };
            let Some(n) = holding(items.iter().map(|i| i.span.start), at) else { return };
            let kept = rows.iter().filter(|r| !is_blank(&r.part));
            if let Some(row) = kept.clone().nth(n) {
                found.enter(&row.name, format!("#{}", n + 1));
                inner(shape, &items[n], &row.part, at, key, found);
            }
        }
        (Look::Pairs(shape), Part::Pairs(pairs)) => {
            let NodeKind::Map(entries) = &node.kind else { return };
            if let Some(n) = holding(entries.iter().map(|e| e.key_span.start), at) {
                pair(shape, &entries[n], pairs, at, key, found);
            }
        }
        (Look::Table, Part::Table(table)) => {
            let NodeKind::List(items) = &node.kind else { return };
            let Some(n) = holding(items.iter().map(|i| i.span.start), at) else { return };
            let filled: Vec<_> = table.rows.iter().filter(|row| row.is_filled()).collect();
            let (Some(row), NodeKind::Map(entries)) = (filled.get(n), &items[n].kind) else { return };
            found.enter(&row.name, format!("#{}", n + 1));
            let column = holding(entries.iter().map(|e| e.key_span.start), at).map(|n| &entries[n].key);
            if let Some((name, head)) = column.and_then(|c| table.columns.iter().find(|(_, head)| head == c)) {
                found.enter(name, head.clone());
            } else if let Some((name, _)) = table.columns.first() {
                found.enter(name, String::new());
            }
        }
        _ => {}
    }
}

/// The last thing that begins at or before a byte; the first where all begin behind it.
fn holding(starts: impl Iterator<Item = u32>, at: u32) -> Option<usize> {
    let starts: Vec<u32> = starts.collect();
    starts.iter().rposition(|start| *start <= at).or((!starts.is_empty()).then_some(0))
}

fn box_of(field: &Field, found: &mut Spot) {
    found.enter(field.en, field.zh.to_owned());
}

fn pair(shape: &Shape, entry: &crate::yaml::Entry, pairs: &[Pair], at: u32, key: Option<&str>, found: &mut Spot) {
    if let Some(pair) = pairs.iter().find(|p| p.key == entry.key) {
        found.enter(&pair.name, pair.key.clone());
        inner(shape, &entry.value, &pair.part, at, key, found);
    }
}

/// A row's or pair's own value stands under `=` where it is one box.
fn inner(shape: &Shape, node: &Node, part: &Part, at: u32, key: Option<&str>, found: &mut Spot) {
    match part {
        Part::Text(_) => found.enter("=", String::new()),
        _ => {
            let deep = found.name.len();
            walk(shape, node, part, at, key, found);
            // A row as a whole: its first box.
            if found.name.len() == deep
                && let Part::Fields(known, _) = part
                && let Some((en, _)) = known.first()
            {
                found.enter(en, String::new());
            }
        }
    }
}
