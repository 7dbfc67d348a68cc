//! 矩阵: communities by items, a sheet for each kind, since their heads differ.
//!
//! In: a report. Out: one sheet or more. Never tells a state by colour alone.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::pen::{Cell, Column, Ink, Pen};
use crate::derive::Mark;
use crate::locale::Messages;
use crate::report::model::{ItemCell, Report};
use crate::report::sheet::{self, Sheet};

pub(super) fn write(book: &mut Workbook, ink: &Ink, words: &Messages, report: &Report) -> Result<(), XlsxError> {
    let sheets = sheet::sheets(report);
    let title = words.word("report-sheet-matrix");
    if sheets.is_empty() {
        return Pen::called(book, &title, 1, ink, words).map(|_| ());
    }
    for (at, sheet) in sheets.iter().enumerate() {
        // Of several sheets of one kind all but the first are numbered.
        let nth = sheets[..at].iter().filter(|s| s.kind == sheet.kind).count() + 1;
        let kind = words.word(&format!("report-{}", sheet.kind));
        let number = if nth > 1 { nth.to_string() } else { String::new() };
        let name = if sheets.len() == 1 { title.clone() } else { format!("{title}-{kind}{number}") };
        one(&mut Pen::called(book, &name, 2, ink, words)?, sheet)?;
    }
    Ok(())
}

fn one(pen: &mut Pen<'_>, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    let mut columns: Vec<Column> = vec![(pen.word("region"), 24.0), (pen.word("community"), 16.0)];
    columns.extend(sheet.items.iter().map(|item| (format!("{} {}", item.code, item.name), 10.0)));
    let rows = sheet.rows.iter().map(|line| {
        let cells = line.cells.iter().map(|cell| cell.map_or(Cell::Empty, |cell| told(pen.words, cell)));
        [Cell::text(line.region), Cell::text(line.name)].into_iter().chain(cells).collect()
    });
    let rows = rows.collect();
    pen.table(&columns, 2, rows)
}

fn told(words: &Messages, cell: &ItemCell) -> Cell {
    let (name, at) = match cell.state {
        Mark::Missing if cell.days == 0 => ("absent", 0),
        Mark::Missing => ("missing", 0),
        Mark::Near => ("near", 1),
        Mark::Late => ("late", 2),
        Mark::Published => ("published", 3),
        Mark::NotApplicable => ("not-applicable", 4),
        Mark::Due => ("due", 5),
    };
    let mut text = words.text(&format!("report-cell-{name}"), &[("days", cell.days.to_string())]);
    if cell.all > 1 && cell.done < cell.all {
        text.push_str(&format!(" {}/{}", cell.done, cell.all));
    }
    Cell::Mark(text, at)
}
