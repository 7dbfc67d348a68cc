//! A form that was sent, in the parts of its record.
//!
//! In: field tables, the record as it was shown, what was sent. Out: parts. Never judges: what is wrong is told by
//! the same checks as everywhere.

use super::given::Given;
use super::look::{Look, look};
use super::part::{Pair, Part, RowPart, TablePart, TableRow, empty, entries, entry, items};
use crate::schema::{Field, ObjectShape, Shape};
use crate::yaml::{Node, NodeKind};

/// The part that was sent for what stood at `node`.
pub fn read(shape: &Shape, node: Option<&Node>, given: Option<&Given>, name: &str) -> Part {
    let node = node.filter(|n| !n.is_null());
    let own = given.and_then(|g| g.get(name));
    // A new row comes without boxes where no script made it.
    if node.is_none() && own.is_none() && given.is_none_or(|g| g.get(&format!("{name}~")).is_none()) {
        return empty(shape);
    }
    match look(shape, node) {
        Look::Kept => Part::Kept,
        Look::Scalar(_) => own.and_then(|g| g.value.clone()).map_or(Part::Kept, Part::Text),
        Look::Lines(_) => lines(given, own, name),
        _ if own.is_none() => Part::Kept,
        Look::Fields(_) | Look::Rows(_) | Look::Pairs(_) | Look::Table => {
            own.map_or(Part::Kept, |g| inner(shape, node, g))
        }
    }
}

/// The same where `own` is the place itself.
fn inner(shape: &Shape, node: Option<&Node>, own: &Given) -> Part {
    match look(shape, node) {
        Look::Fields(table) => {
            let known = |f: &Field| (f.en, read(&f.shape, entry(node, f).map(|e| &e.value), Some(own), f.en));
            let free = match (&table.rest, own.get("+").filter(|given| is_shown(given))) {
                (Some(rest), Some(given)) => pairs(rest, node, given),
                _ => kept(&table, node),
            };
            Part::Fields(table.fields.iter().map(known).collect(), free)
        }
        Look::Rows(_) | Look::Pairs(_) | Look::Table if !is_shown(own) => Part::Kept,
        Look::Rows(shape) => {
            let row = |(name, given): (&str, &Given)| {
                let old = given.text("@").and_then(|at| at.parse().ok()).filter(|at| *at < items(node).len());
                let item = old.map(|at: usize| &items(node)[at]);
                RowPart { name: name.to_owned(), old, part: value(shape, item, given) }
            };
            Part::Rows(own.rows().map(row).collect())
        }
        Look::Pairs(shape) => Part::Pairs(pairs(shape, node, own)),
        Look::Table => Part::Table(table(node, own)),
        Look::Scalar(_) | Look::Lines(_) | Look::Kept => Part::Kept,
    }
}

/// Whether a list was part of the form at all: without a row it would look as if all had been taken away.
fn is_shown(given: &Given) -> bool {
    given.get(".").is_some()
}

/// The free keys of a mapping that the form did not show.
fn kept(table: &ObjectShape, node: Option<&Node>) -> Vec<Pair> {
    let own = |key: &str| table.fields.iter().any(|f| f.zh == key || f.en == key);
    let pair = |key: &String| Pair { name: String::new(), old: Some(key.clone()), key: key.clone(), part: Part::Kept };
    entries(node).iter().map(|e| &e.key).filter(|key| !own(key)).map(pair).collect()
}

/// A row's or pair's value: under `=` where it is one box.
fn value(shape: &Shape, node: Option<&Node>, given: &Given) -> Part {
    match look(shape, node.filter(|n| !n.is_null())) {
        Look::Scalar(_) | Look::Lines(_) => read(shape, node, Some(given), "="),
        Look::Kept => Part::Kept,
        _ => inner(shape, node, given),
    }
}

fn pairs(shape: &Shape, node: Option<&Node>, own: &Given) -> Vec<Pair> {
    let pair = |(name, given): (&str, &Given)| {
        let old = given.text("@").filter(|key| !key.is_empty()).map(str::to_owned);
        let at = old.as_ref().and_then(|key| entries(node).iter().find(|e| e.key == *key));
        let key = given.text("#").unwrap_or_default().trim().to_owned();
        let part = value(shape, at.map(|e| &e.value), given);
        Pair { name: name.to_owned(), old: at.map(|e| e.key.clone()), key, part }
    };
    own.rows().map(pair).collect()
}

/// Several values: one a line, or between `、` in a cell.
fn lines(given: Option<&Given>, own: Option<&Given>, name: &str) -> Part {
    if let Some(cell) = given.and_then(|g| g.text(&format!("{name}~"))) {
        let parts = cell.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|p| !p.is_empty());
        return Part::Text(parts.collect::<Vec<_>>().join("\n"));
    }
    let Some(text) = own.and_then(|g| g.value.as_deref()) else {
        return Part::Kept;
    };
    Part::Text(text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn table(node: Option<&Node>, own: &Given) -> TablePart {
    let heads = own.get("%").map(|g| g.below.as_slice()).unwrap_or_default();
    let named = |(at, head): &(String, Given)| {
        let name = head.value.as_deref().unwrap_or_default().trim().to_owned();
        (!name.is_empty()).then(|| (at.clone(), name))
    };
    let columns: Vec<(String, String)> = heads.iter().filter_map(named).collect();
    let row = |(name, given): (&str, &Given)| {
        let cells = columns.iter().map(|(at, _)| given.text(at).unwrap_or_default().trim().to_owned()).collect();
        TableRow { name: name.to_owned(), old: given.text("@").and_then(|at| at.parse().ok()), cells }
    };
    let rows = own.rows().map(row).collect();
    let file = match node.map(|n| &n.kind) {
        Some(NodeKind::Scalar { .. }) => own.text("^").map(str::to_owned),
        _ => None,
    };
    TablePart { columns, rows, file }
}
