//! Finding the row of heads.
//!
//! In: a sheet and a layout. Out: which column holds which field, and what stands above. Titles, rows of units
//! and merged heads over two rows are seen through. Never takes a row of values for heads.

use super::grid::Grid;
use super::private::is_private_head;
use crate::layout::{self, Layout};
use crate::profile::import::{ImportProfile, LEAVE_OUT};
use crate::sheet::Cell;
use crate::value::{half_width, Money, read_date};

/// So many rows from the top may hold the heads.
const LOOKED_AT: usize = 30;

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

/// The heads of a sheet, seen with a layout.
pub(super) fn find(grid: &Grid<'_>, layout: &Layout, mapping: Option<&ImportProfile>) -> Option<Heads> {
    if layout.open && mapping.is_none() {
        return open(grid);
    }
    let rows = grid.sheet.rows.len().min(LOOKED_AT);
    let mut best: Option<Heads> = None;
    for row in 0..rows {
        for last in [row, row + 1] {
            if last >= grid.sheet.rows.len() {
                continue;
            }
            let texts = texts(grid, row, last);
            let heads = map(row, last, &texts, layout, mapping);
            let better = best.as_ref().is_none_or(|b| heads.score > b.score);
            if heads.score >= 2 && better {
                best = Some(heads);
            }
        }
    }
    best
}

/// The words of heads in one row, or in two of which the upper holds groups.
fn texts(grid: &Grid<'_>, first: usize, last: usize) -> Vec<(usize, Vec<String>)> {
    let text = |row: usize, column: usize| match grid.sheet.cell(row, column) {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    };
    let mut group = String::new();
    let mut out = Vec::new();
    for column in 0..grid.width() {
        let (upper, lower) = (text(first, column), text(last, column));
        if first == last {
            if !lower.is_empty() {
                out.push((column, vec![lower]));
            }
            continue;
        }
        if !upper.is_empty() {
            group.clone_from(&upper);
        }
        match (upper.is_empty(), lower.is_empty()) {
            (_, false) if !group.is_empty() => out.push((column, vec![format!("{group}{lower}"), lower])),
            (_, false) => out.push((column, vec![lower])),
            (false, true) => out.push((column, vec![upper])),
            (true, true) => {}
        }
    }
    out
}

fn map(first: usize, last: usize, texts: &[(usize, Vec<String>)], layout: &Layout, mapping: Option<&ImportProfile>) -> Heads {
    let mut columns: Vec<Mapped> = Vec::new();
    for (at, names) in texts {
        let one = |name: &String| column(*at, name, layout, mapping);
        let fits = names.iter().map(one).find(|m| m.field.is_some() || m.why.is_empty());
        columns.push(fits.unwrap_or_else(|| one(&names[names.len() - 1])));
    }
    let mut fields: Vec<usize> = columns.iter().filter_map(|m| m.field).collect();
    fields.sort_unstable();
    fields.dedup();
    let free = columns.iter().filter(|m| m.free).count();
    let unknown = columns.iter().filter(|m| m.field.is_none() && !m.free && m.why == "unknown").count();
    Heads { first, last, score: fields.len() + free, columns, unknown }
}

fn column(at: usize, text: &str, layout: &Layout, mapping: Option<&ImportProfile>) -> Mapped {
    let head = layout::head(text);
    let mapped = Mapped { at, name: head.name.clone(), field: None, free: false, why: "unknown", wan: head.wan };
    let by = |c: &&crate::profile::import::ImportColumn| c.heads.iter().any(|h| layout::head(h).name == head.name);
    if let Some(column) = mapping.and_then(|m| m.columns.iter().find(by)) {
        return match column.field.value.as_str() {
            LEAVE_OUT => Mapped { why: "", ..mapped },
            field => match layout.find(field) {
                Some(found) => Mapped { field: Some(found), ..mapped },
                None => Mapped { free: layout.open, name: field.to_owned(), ..mapped },
            },
        };
    }
    if let Some(found) = layout.find(text) {
        return Mapped { field: Some(found), ..mapped };
    }
    if ORDER.contains(&head.name.to_ascii_lowercase().as_str()) {
        return Mapped { why: "", ..mapped };
    }
    if is_private_head(&head.name) {
        return Mapped { why: "private", ..mapped };
    }
    Mapped { free: layout.open, ..mapped }
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
        words && filled(*row) >= 2.max(most / 2 + 1) && filled(row + 1) + filled(row + 2) > 0
    };
    let row = (0..rows).find(fits)?;
    let texts = texts(grid, row, row);
    Some(map(row, row, &texts, &empty, None))
}

impl Heads {
    /// The column that fills a field of the layout.
    pub(super) fn field(&self, field: Option<usize>) -> Option<&Mapped> {
        self.columns.iter().find(|m| field.is_some() && m.field == field)
    }

    /// Whether a row repeats the heads, as printed pages do.
    pub(super) fn repeats(&self, grid: &Grid<'_>, row: usize) -> bool {
        let same = |m: &&Mapped| match grid.sheet.cell(row, m.at) {
            Cell::Text(text) => [self.first, self.last]
                .iter()
                .any(|head| *grid.sheet.cell(*head, m.at) == Cell::Text(text.clone())),
            _ => false,
        };
        self.columns.len() > 1 && self.columns.iter().filter(same).count() == self.columns.len()
    }

    /// The words above the heads.
    pub(super) fn above(&self, grid: &Grid<'_>) -> Vec<String> {
        let rows = grid.sheet.rows.iter().take(self.first);
        rows.flatten().filter_map(|c| if let Cell::Text(text) = c { Some(half_width(text)) } else { None }).collect()
    }
}
