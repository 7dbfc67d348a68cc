//! Finding the row of heads.
//!
//! In: a sheet and a layout. Out: which column holds which field, and what stands above. Titles, rows of units
//! and merged heads over two rows are seen through. Never takes a row of values for heads.

use std::collections::BTreeMap;

use super::grid::Grid;
use crate::layout::{self, Head, Layout};
use crate::privacy::is_private_head;
use crate::profile::import::{ImportProfile, LEAVE_OUT};
use crate::sheet::Cell;
use crate::value::{Money, read_date};

/// So many rows from the top may hold the heads.
const LOOKED_AT: usize = 30;

/// So many rows of a sheet are looked at closely.
const KEPT: usize = 6;

/// Heads of columns that only number the rows.
pub(super) const ORDER: &[&str] = &["序号", "编次", "行次", "no", "no.", "no．"];

/// One column of the sheet.
#[derive(Debug, Clone)]
pub(super) struct Mapped {
    /// Its place, from 0.
    pub at: usize,
    /// The name over it.
    pub name: String,
    /// The column of the layout that it fills.
    pub field: Option<usize>,
    /// Whether it is kept though the layout does not know it.
    pub free: bool,
    /// Why it is left out; nothing where it was left out on purpose.
    pub why: &'static str,
    /// Whether its head says 万元, or 元.
    pub wan: Option<bool>,
}

/// The heads of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Heads {
    /// The first row of heads.
    pub first: usize,
    /// The last row of heads.
    pub last: usize,
    /// The columns that have a head.
    pub columns: Vec<Mapped>,
    /// How many fields were found.
    pub score: usize,
    /// How many heads fill nothing.
    pub unknown: usize,
}

/// A row, or two, that may hold the heads: columns and the ways to read the words over each.
pub(super) struct Candidate {
    first: usize,
    last: usize,
    cells: Vec<(usize, Vec<(String, Head)>)>,
    /// Whether the lower of two rows holds nothing but words.
    groups: bool,
}

/// The names that heads are looked up by: one layout with a mapping.
pub(super) struct Names<'a> {
    pub layout: &'a Layout,
    index: BTreeMap<String, usize>,
    mapped: BTreeMap<String, &'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(layout: &'a Layout, mapping: Option<&'a ImportProfile>) -> Self {
        let heads = mapping.into_iter().flat_map(|m| &m.columns).flat_map(|c| c.heads.iter().map(move |h| (h, c)));
        let mapped = heads.map(|(h, c)| (layout::head(h).name, c.field.value.as_str())).collect();
        Self { layout, index: layout.index(), mapped }
    }

    /// Whether a field is known by a group and a head below it.
    fn finds_groups(&self, candidate: &Candidate) -> bool {
        let two = candidate.cells.iter().filter(|(_, ways)| ways.len() == 2);
        two.map(|(_, ways)| &ways[0]).any(|(_, head)| self.knows(&head.name))
    }

    /// Whether a head means anything.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.index.contains_key(name) || self.mapped.contains_key(name)
    }
}

/// The rows near the top that hold most of what `known` knows.
pub(super) fn candidates(grid: &Grid<'_>, known: &dyn Fn(&str) -> bool) -> Vec<Candidate> {
    let rows = grid.sheet.rows.len().min(LOOKED_AT);
    let both = (0..rows).flat_map(|row| [(row, row), (row, row + 1)]).filter(|(_, last)| *last < grid.sheet.rows.len());
    let mut found: Vec<(usize, Candidate)> = Vec::new();
    for (first, last) in both {
        let apart = |names: Vec<String>| names.into_iter().map(|n| (n.clone(), layout::head(&n))).collect();
        let cells: Vec<_> = texts(grid, first, last).into_iter().map(|(at, names)| (at, apart(names))).collect();
        let means = |(_, names): &&(usize, Vec<(String, Head)>)| names.iter().any(|(_, head)| known(&head.name));
        let count = cells.iter().filter(means).count();
        if count >= 2 {
            let word = |cell: &Cell| matches!(cell, Cell::Text(_) | Cell::Empty);
            let groups = first != last && grid.sheet.rows[last].iter().all(word);
            found.push((count, Candidate { first, last, cells, groups }));
        }
    }
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.truncate(KEPT);
    let mut kept: Vec<Candidate> = found.into_iter().map(|(_, candidate)| candidate).collect();
    // One row before two: a title above the heads is no group of them.
    kept.sort_by_key(|c| (c.last - c.first, c.first));
    kept
}

/// The heads of a sheet, seen with a layout.
pub(super) fn find(grid: &Grid<'_>, candidates: &[Candidate], names: &Names<'_>) -> Option<Heads> {
    if names.layout.open && names.mapped.is_empty() {
        return open(grid);
    }
    let mut best: Option<Heads> = None;
    for candidate in candidates {
        let heads = map(candidate, names);
        // Of heads over one row and over two that tell as much, those under groups are the finer ones.
        let grouped = candidate.groups && names.finds_groups(candidate);
        let finer = |b: &Heads| grouped && heads.score == b.score && heads.first == b.first && b.first == b.last;
        if heads.score >= 2 && best.as_ref().is_none_or(|b| heads.score > b.score || finer(b)) {
            best = Some(heads);
        }
    }
    best
}

/// The words of heads in one row, or in two of which the upper holds groups.
fn texts(grid: &Grid<'_>, first: usize, last: usize) -> Vec<(usize, Vec<String>)> {
    let text = |row: usize, column: usize| match grid.sheet.cell(row, column) {
        Cell::Text(text) => text.as_str(),
        _ => "",
    };
    let mut group = "";
    let mut out = Vec::new();
    for column in 0..grid.width() {
        let (upper, lower) = (text(first, column), text(last, column));
        if first == last {
            if !lower.is_empty() {
                out.push((column, vec![lower.to_owned()]));
            }
            continue;
        }
        if !upper.is_empty() {
            group = upper;
        }
        match (upper.is_empty(), lower.is_empty()) {
            (_, false) if !group.is_empty() => out.push((column, vec![format!("{group}{lower}"), lower.to_owned()])),
            (_, false) => out.push((column, vec![lower.to_owned()])),
            (false, true) => out.push((column, vec![upper.to_owned()])),
            (true, true) => {}
        }
    }
    out
}

fn map(candidate: &Candidate, names: &Names<'_>) -> Heads {
    let mut columns: Vec<Mapped> = Vec::new();
    for (at, ways) in &candidate.cells {
        let one = |(_, head): &(String, Head)| column(*at, head, names);
        let fits = ways.iter().map(one).find(|m| m.field.is_some() || m.why.is_empty());
        columns.extend(fits.or_else(|| ways.last().map(one)));
    }
    let mut fields: Vec<usize> = columns.iter().filter_map(|m| m.field).collect();
    fields.sort_unstable();
    fields.dedup();
    let free = columns.iter().filter(|m| m.free).count();
    let unknown = columns.iter().filter(|m| m.field.is_none() && !m.free && m.why == "unknown").count();
    Heads { first: candidate.first, last: candidate.last, score: fields.len() + free, columns, unknown }
}

fn column(at: usize, head: &Head, names: &Names<'_>) -> Mapped {
    let mapped = Mapped { at, name: head.name.clone(), field: None, free: false, why: "unknown", wan: head.wan };
    let open = names.layout.open;
    if let Some(field) = names.mapped.get(&head.name) {
        return match *field {
            LEAVE_OUT => Mapped { why: "", ..mapped },
            field => match names.index.get(&layout::head(field).name) {
                Some(found) => Mapped { field: Some(*found), ..mapped },
                None => Mapped { free: open, name: field.to_owned(), ..mapped },
            },
        };
    }
    if let Some(found) = names.index.get(&head.name) {
        return Mapped { field: Some(*found), ..mapped };
    }
    if ORDER.contains(&head.name.to_ascii_lowercase().as_str()) {
        return Mapped { why: "", ..mapped };
    }
    if is_private_head(&head.name) {
        return Mapped { why: "private", ..mapped };
    }
    Mapped { free: open, ..mapped }
}

/// Heads that are free: the first row near the top that has most words and no values, with a row below it.
fn open(grid: &Grid<'_>) -> Option<Heads> {
    let empty = crate::layout::disclosure(None);
    let is_word = |cell: &Cell| match cell {
        Cell::Text(text) => Money::parse(text).is_none() && read_date(text).is_none(),
        Cell::Empty => true,
        _ => false,
    };
    let filled = |row: usize| grid.sheet.rows.get(row).map_or(0, |r| r.iter().filter(|c| !c.is_empty()).count());
    let most = (0..grid.sheet.rows.len()).map(filled).max().unwrap_or(0);
    let rows = grid.sheet.rows.len().min(LOOKED_AT);
    let fits = |row: &usize| {
        let words = grid.sheet.rows[*row].iter().all(is_word);
        // A last column of remarks may have no cell filled below its head; a title has but one.
        words
            && filled(*row) >= 2.max(most / 2 + 1)
            && (row + 1 == grid.sheet.rows.len() || filled(row + 1) + filled(row + 2) > 0)
    };
    let row = (0..rows).find(fits)?;
    let apart = |names: Vec<String>| names.into_iter().map(|n| (n.clone(), layout::head(&n))).collect();
    let cells = texts(grid, row, row).into_iter().map(|(at, names)| (at, apart(names))).collect();
    Some(map(&Candidate { first: row, last: row, cells, groups: false }, &Names::of(&empty, None)))
}

impl Heads {
    /// The column that fills a field of the layout.
    pub(super) fn field(&self, field: Option<usize>) -> Option<&Mapped> {
        self.columns.iter().find(|m| field.is_some() && m.field == field)
    }

    /// Whether a row repeats the heads, as printed pages do.
    pub(super) fn repeats(&self, grid: &Grid<'_>, row: usize) -> bool {
        let same = |m: &&Mapped| match grid.sheet.cell(row, m.at) {
            Cell::Text(text) => {
                [self.first, self.last].iter().any(|head| *grid.sheet.cell(*head, m.at) == Cell::Text(text.clone()))
            }
            _ => false,
        };
        self.columns.len() > 1 && self.columns.iter().filter(same).count() == self.columns.len()
    }

    /// The words above the heads.
    pub(super) fn above(&self, grid: &Grid<'_>) -> Vec<String> {
        let rows = grid.sheet.rows.iter().take(self.first);
        rows.flatten().filter_map(|c| if let Cell::Text(text) = c { Some(text.clone()) } else { None }).collect()
    }
}
