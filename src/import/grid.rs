//! A sheet as a text that diagnostics point into.
//!
//! In: a sheet. Out: the place of every cell; row 7 of the sheet is line 7 of the text.
//! Never changes what a cell holds.

use crate::diagnostic::{BAR, FileId, Sources, Span};
use crate::privacy;
use crate::sheet::{Sheet, column_name};

/// How much of one cell is shown.
const SHOWN: usize = 60;

/// The places of a sheet's cells.
pub(super) struct Grid<'b> {
    /// The sheet.
    pub sheet: &'b Sheet,
    file: FileId,
    width: usize,
    /// Where each cell begins and ends in the text.
    spans: Vec<Vec<(usize, usize)>>,
}

impl<'b> Grid<'b> {
    /// Enters a sheet among the texts, under the name of its file and its own.
    pub(super) fn enter(name: &str, sheet: &'b Sheet, sources: &mut Sources) -> Self {
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let mut text = String::new();
        let mut spans = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let mut places = Vec::with_capacity(width);
            // An empty row holds nothing to point at.
            let filled = if row.is_empty() { 1 } else { width };
            for column in 0..filled {
                if column > 0 {
                    text.push(' ');
                    text.push(BAR);
                    text.push(' ');
                }
                let start = text.len();
                let shown = hidden(row.get(column).map(crate::sheet::Cell::shown).unwrap_or_default());
                text.extend(shown.chars().take(SHOWN).map(|c| if c.is_control() || c == BAR { ' ' } else { c }));
                places.push((start, text.len()));
            }
            text.push('\n');
            spans.push(places);
        }
        let path = if sheet.name.is_empty() { name.to_owned() } else { format!("{name} [{}]", sheet.name) };
        Self { sheet, file: sources.add_sheet(path, text), width, spans }
    }

    /// The place of a cell, both counted from 0.
    pub(super) fn span(&self, row: usize, column: usize) -> Span {
        let place = self.spans.get(row).and_then(|places| places.get(column).or(places.last()));
        let (start, end) = place.copied().unwrap_or_default();
        Span::new(self.file, start, end)
    }

    /// The beginning of the sheet.
    pub(super) fn top(&self) -> Span {
        Span::top(self.file)
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }
}

/// Words to be shown; the digits of private numbers are not.
fn hidden(text: String) -> String {
    if privacy::of_cell("", &text).is_none() {
        text
    } else {
        text.chars().map(|c| if c.is_numeric() { '*' } else { c }).collect()
    }
}

/// What a spreadsheet calls a cell, both counted from 0: `D7`.
pub(super) fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}
