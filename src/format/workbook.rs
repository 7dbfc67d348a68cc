//! `data/gongkai.xlsx`: all datasets as one workbook, a sheet for each kind, for offices without anything else.
//!
//! In: datasets. Out: one file. Never holds formulas; never the clock: the newest day in it is its date.

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::dataset::COLUMNS;
use super::{SiteData, made};
use crate::view::SiteFile;

/// Where the workbook stands.
pub const ROUTE: &str = "data/gongkai.xlsx";

/// The most signs that a cell of a workbook holds.
const CELL: usize = 32_767;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    if site.datasets.is_empty() {
        return Vec::new();
    }
    let bytes = workbook(site).expect("a workbook of checked names and sizes can be made in memory");
    vec![SiteFile { bytes, ..made(ROUTE, String::new()) }]
}

fn workbook(site: &SiteData<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let days = site.datasets.iter().flat_map(|s| &s.rows).map(|row| row[2].as_str());
    let day = days.max().filter(|d| !d.is_empty()).unwrap_or("1980-01-01");
    let named = DocProperties::new().set_title(site.name).set_creation_datetime(&ExcelDateTime::parse_from_str(day)?);
    book.set_properties(&named);
    let (head, money) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("#,##0.00"));
    for set in site.datasets {
        let sheet = book.add_worksheet();
        sheet.set_name(site.words.word(&format!("section-{}", set.folder)))?;
        sheet.set_freeze_panes(1, 1)?;
        sheet.set_column_width(0, 40)?;
        for (at, column) in (0..).zip(&COLUMNS) {
            let words = site.words.word(&format!("column-{}", column.name));
            sheet.write_string_with_format(0, at, words, &head)?;
        }
        for (line, row) in (1..).zip(&set.rows) {
            for (at, (cell, column)) in (0..).zip(row.iter().zip(&COLUMNS)) {
                // An amount is a number; a date stays as it is written, so that no program turns it round.
                let amount = (column.kind == "number").then(|| cell.parse::<f64>().ok()).flatten();
                match amount {
                    Some(amount) => sheet.write_number_with_format(line, at, amount, &money)?,
                    None if cell.is_empty() => sheet,
                    None => sheet.write_string(line, at, fitting(cell))?,
                };
            }
        }
    }
    book.save_to_buffer()
}

/// A text as a cell can hold it; a longer one is cut, and stands whole in the list beside the workbook.
fn fitting(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(CELL) {
        None => text.into(),
        Some(_) => text.chars().take(CELL - 1).chain(['…']).collect::<String>().into(),
    }
}
