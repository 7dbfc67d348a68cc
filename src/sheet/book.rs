//! Sheets of cells.
//!
//! In: cells with their places, from any reader. Out: rows, bounded. Never leaves a row or column out: row 7 of
//! a sheet is row 7 here.

use rust_decimal::Decimal;

use super::Refusal;
use super::limit::{Limit, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS};
use crate::value::Date;

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words; also codes such as `001234`, which are no numbers.
    Text(String),
    /// A number, as the cell shows it.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// True or false.
    Truth(bool),
    /// A formula that failed, or a number whose digits are lost: what stands there.
    Broken(String),
}

/// One sheet.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name; empty where the form has no names.
    pub name: String,
    /// Whether the program that made it hides it.
    pub hidden: bool,
    /// Whether its days are counted from 1904.
    pub from_1904: bool,
    /// Its rows from the first; rows may differ in length.
    pub rows: Vec<Vec<Cell>>,
    cells: usize,
}

/// All sheets of a file.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// In order.
    pub sheets: Vec<Sheet>,
}

impl Cell {
    /// Words, or nothing where only blank signs stand.
    pub fn text(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// Whether nothing stands here.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What a reader sees.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Broken(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Truth(true) => "TRUE".into(),
            Self::Truth(false) => "FALSE".into(),
        }
    }
}

impl Sheet {
    /// An empty sheet.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Puts a cell where it belongs, both counted from 0. An empty cell takes no room.
    ///
    /// # Errors
    /// Where the place is beyond the limits.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Refusal> {
        if cell.is_empty() {
            return Ok(());
        }
        if row >= MAX_ROWS {
            return Err(Refusal::TooLarge(Limit::Rows));
        }
        if column >= MAX_COLUMNS {
            return Err(Refusal::TooLarge(Limit::Columns));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let line = &mut self.rows[row];
        if line.len() <= column {
            self.cells += column + 1 - line.len();
            line.resize_with(column + 1, Cell::default);
        }
        line[column] = cell;
        if self.cells > MAX_CELLS {
            return Err(Refusal::TooLarge(Limit::Cells));
        }
        Ok(())
    }

    /// The cell at a place, both counted from 0.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        const NOTHING: &Cell = &Cell::Empty;
        self.rows.get(row).and_then(|line| line.get(column)).unwrap_or(NOTHING)
    }
}

impl Book {
    /// Adds a sheet.
    ///
    /// # Errors
    /// Where there are too many, or too many cells in all.
    pub(super) fn add(&mut self, sheet: Sheet) -> Result<(), Refusal> {
        if self.sheets.len() >= MAX_SHEETS {
            return Err(Refusal::TooLarge(Limit::Sheets));
        }
        self.sheets.push(sheet);
        if self.sheets.iter().map(|s| s.cells).sum::<usize>() > MAX_CELLS {
            return Err(Refusal::TooLarge(Limit::Cells));
        }
        Ok(())
    }
}

/// The letters by which a spreadsheet calls a column, counted from 0: `A`, `Z`, `AA`.
pub fn column_name(column: usize) -> String {
    let mut left = column + 1;
    let mut name = Vec::new();
    while left > 0 {
        left -= 1;
        name.push(b'A' + u8::try_from(left % 26).unwrap_or_default());
        left /= 26;
    }
    name.reverse();
    String::from_utf8(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_are_called_by_letters() {
        for (at, want) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(super::column_name(at), want);
        }
    }
}
