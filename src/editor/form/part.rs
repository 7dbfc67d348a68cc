//! A record's tree in the parts of a form.
//!
//! In: field tables and nodes. Out: parts. Never loses what it does not understand: that is [`Part::Kept`].

use super::look::{Look, look};
use crate::schema::{Field, Shape};
use crate::text::decode_table;
use crate::world::FilesFrom;
use crate::yaml::{Entry, Node, NodeKind};

/// A part of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What the form cannot show.
    Kept,
    /// A text; of several values one a line.
    Text(String),
    /// Known fields by their English name, and free keys.
    Fields(Vec<(&'static str, Part)>, Vec<Pair>),
    /// Rows.
    Rows(Vec<RowPart>),
    /// Free keys.
    Pairs(Vec<Pair>),
    /// A table.
    Table(TablePart),
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPart {
    /// What it is called in the form.
    pub name: String,
    /// Where it stands in the record; none for a new one.
    pub old: Option<usize>,
    /// What it holds.
    pub part: Part,
}

/// A free key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What it is called in the form.
    pub name: String,
    /// What it is called in the record; none for a new one.
    pub old: Option<String>,
    /// What it shall be called.
    pub key: String,
    /// Its value.
    pub part: Part,
}

/// A table with free columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TablePart {
    /// Its columns: what each is called in the form, and its head.
    pub columns: Vec<(String, String)>,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// The file that holds it, by its path from the community's folder.
    pub file: Option<String>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// What it is called in the form.
    pub name: String,
    /// Where it stands in the record; none for a new one.
    pub old: Option<usize>,
    /// Its cells, one a column.
    pub cells: Vec<String>,
}

impl TablePart {
    /// A table as it stands in a record.
    fn new(columns: Vec<String>, rows: Vec<Vec<String>>, file: Option<String>) -> Self {
        let columns = columns.into_iter().enumerate().map(|(at, head)| (at.to_string(), head)).collect();
        let row = |(at, cells): (usize, Vec<String>)| TableRow { name: at.to_string(), old: Some(at), cells };
        Self { columns, rows: rows.into_iter().enumerate().map(row).collect(), file }
    }

    /// Its heads.
    pub fn heads(&self) -> Vec<String> {
        self.columns.iter().map(|(_, head)| head.clone()).collect()
    }
}

impl TableRow {
    /// Whether anything is filled in.
    pub fn is_filled(&self) -> bool {
        self.cells.iter().any(|cell| !cell.is_empty())
    }
}

/// What parts may look at beside the record.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The files that the record may name.
    pub files: FilesFrom<'a>,
}

/// The key of a field, as it stands in a mapping.
pub(super) fn entry<'n>(node: Option<&'n Node>, field: &Field) -> Option<&'n Entry> {
    match &node?.kind {
        NodeKind::Map(entries) => entries.iter().find(|e| e.key == field.zh || e.key == field.en),
        _ => None,
    }
}

/// The part of a form for what stands at `node`.
pub fn part(shape: &Shape, node: Option<&Node>, ground: Ground<'_>) -> Part {
    within(shape, node, Some(ground))
}

/// The part of a form for what does not stand anywhere yet.
pub(super) fn empty(shape: &Shape) -> Part {
    within(shape, None, None)
}

fn within(shape: &Shape, node: Option<&Node>, ground: Option<Ground<'_>>) -> Part {
    let node = node.filter(|n| !n.is_null());
    match look(shape, node) {
        Look::Kept => Part::Kept,
        Look::Scalar(_) => Part::Text(node.and_then(Node::text).unwrap_or_default().to_owned()),
        Look::Lines(_) => Part::Text(lines(node)),
        Look::Fields(table) => {
            let known = |f: &Field| (f.en, within(&f.shape, entry(node, f).map(|e| &e.value), ground));
            let free = table.rest.as_ref().map_or_else(Vec::new, |rest| {
                let own = |e: &&Entry| !table.fields.iter().any(|f| f.zh == e.key || f.en == e.key);
                entries(node).iter().filter(own).enumerate().map(|(at, e)| pair(rest, at, e, ground)).collect()
            });
            Part::Fields(table.fields.iter().map(known).collect(), free)
        }
        Look::Rows(inner) => {
            let row = |(at, item): (usize, &Node)| RowPart {
                name: at.to_string(),
                old: Some(at),
                part: within(inner, Some(item), ground),
            };
            Part::Rows(items(node).iter().enumerate().map(row).collect())
        }
        Look::Pairs(inner) => {
            Part::Pairs(entries(node).iter().enumerate().map(|(at, e)| pair(inner, at, e, ground)).collect())
        }
        Look::Table => table(node, ground).map_or(Part::Kept, Part::Table),
    }
}

fn pair(shape: &Shape, at: usize, entry: &Entry, ground: Option<Ground<'_>>) -> Pair {
    let part = within(shape, Some(&entry.value), ground);
    Pair { name: at.to_string(), old: Some(entry.key.clone()), key: entry.key.clone(), part }
}

pub(super) fn items(node: Option<&Node>) -> &[Node] {
    match node.map(|n| &n.kind) {
        Some(NodeKind::List(items)) => items,
        _ => &[],
    }
}

pub(super) fn entries(node: Option<&Node>) -> &[Entry] {
    match node.map(|n| &n.kind) {
        Some(NodeKind::Map(entries)) => entries,
        _ => &[],
    }
}

/// Values of one form, one a line.
pub(super) fn lines(node: Option<&Node>) -> String {
    items(node).iter().filter_map(Node::text).collect::<Vec<_>>().join("\n")
}

fn table(node: Option<&Node>, ground: Option<Ground<'_>>) -> Option<TablePart> {
    match node.map(|n| &n.kind) {
        Some(NodeKind::Scalar { text, .. }) => sheet(text, ground?),
        Some(NodeKind::List(rows)) => inline(rows),
        _ => Some(TablePart::default()),
    }
}

fn inline(rows: &[Node]) -> Option<TablePart> {
    let mut columns: Vec<String> = Vec::new();
    for row in rows {
        let NodeKind::Map(entries) = &row.kind else { return None };
        for entry in entries {
            if !matches!(entry.value.kind, NodeKind::Scalar { .. } | NodeKind::Null) {
                return None;
            }
            if !columns.contains(&entry.key) {
                columns.push(entry.key.clone());
            }
        }
    }
    let cell = |row: &Node, column: &String| row.get(column).and_then(Node::text).unwrap_or_default().to_owned();
    let rows = rows.iter().map(|row| columns.iter().map(|c| cell(row, c)).collect()).collect();
    Some(TablePart::new(columns, rows, None))
}

/// A CSV beside the record; none where it cannot be read as a table.
fn sheet(written: &str, ground: Ground<'_>) -> Option<TablePart> {
    let path = ground.files.resolve(written)?;
    let text = decode_table(ground.files.bytes(&path));
    let mut reader = csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(text.as_bytes());
    let columns: Vec<String> = reader.headers().ok()?.iter().map(|h| h.trim().to_owned()).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let mut cells: Vec<String> = record.ok()?.iter().map(|c| c.trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if cells.len() > columns.len() {
            return None;
        }
        cells.resize(columns.len(), String::new());
        rows.push(cells);
    }
    Some(TablePart::new(columns, rows, Some(path)))
}

impl Part {
    /// Forgets where everything stood: for what is copied into a new record.
    pub fn forget(&mut self) {
        match self {
            Self::Kept | Self::Text(_) => {}
            Self::Fields(known, free) => {
                known.iter_mut().for_each(|(_, part)| part.forget());
                free.iter_mut().for_each(Pair::forget);
            }
            Self::Rows(rows) => rows.iter_mut().for_each(|row| {
                row.old = None;
                row.part.forget();
            }),
            Self::Pairs(pairs) => pairs.iter_mut().for_each(Pair::forget),
            Self::Table(table) => {
                table.file = None;
                table.rows.iter_mut().for_each(|row| row.old = None);
            }
        }
    }
}

impl Pair {
    fn forget(&mut self) {
        self.old = None;
        self.part.forget();
    }
}
