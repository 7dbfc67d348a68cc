//! The table of a record.
//!
//! In: a record. Out: its rows under the same heads as its template, so that a table goes out, is edited, and
//! comes back. Never the sums: import has no need of them.

use rust_xlsxwriter::XlsxError;

use super::book;
use crate::error::Error;
use crate::format::plain;
use crate::layout::{self, Column, Holds, Layout, Role};
use crate::locale::Messages;
use crate::profile::register::ColumnType;
use crate::record::evaluation::Given;
use crate::record::{Body, Record, Scope};
use crate::value::{Date, Number, Table};

/// Rows under their heads.
pub struct TableSheet {
    name: String,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    free: bool,
    day: Date,
}

/// The table of a record; `None` where it has none.
pub fn record(record: &Record, scope: &Scope<'_>) -> Option<TableSheet> {
    let sheet = |layout: Layout, columns, rows| TableSheet {
        name: record.common().title.value.clone(),
        free: layout.open,
        columns,
        rows,
        day: scope.as_of,
    };
    match &record.body {
        Body::Finance(finance) => {
            let layout = layout::finance();
            let columns: Vec<Column> = layout.columns.iter().filter(|c| c.shown).cloned().collect();
            let sides = [("收入", &finance.income), ("支出", &finance.expense)];
            let lines = sides.iter().flat_map(|(side, lines)| lines.iter().map(move |line| (*side, &line.value)));
            let rows = lines.map(|(side, line)| {
                let data = serde_json::to_value(line).unwrap_or_default();
                let cell = |c: &Column| match c.role {
                    Role::Side => side.to_owned(),
                    _ => data[c.en].as_str().unwrap_or_default().to_owned(),
                };
                columns.iter().map(cell).collect()
            });
            let rows = rows.collect();
            Some(sheet(layout, columns, rows))
        }
        Body::Register(register) => {
            let profile = scope.profile(&register.register)?;
            let layout = layout::register(profile);
            let columns: Vec<Column> = layout.columns.iter().filter(|c| c.shown).cloned().collect();
            let rows = register.rows.as_ref().map_or_else(Vec::new, |table| by_name(table, &columns));
            Some(sheet(layout, columns, rows))
        }
        Body::Disclosure(disclosure) => {
            let table = disclosure.detail.as_ref()?;
            let columns: Vec<Column> = (0..table.columns.len()).map(|at| free(table, at)).collect();
            let rows = by_name(table, &columns);
            Some(sheet(layout::disclosure(None), columns, rows))
        }
        Body::Evaluation(evaluation) => {
            let given = evaluation.scores.0.iter().flat_map(|s| &s.sources).map(|s| &s.given);
            // Items of a dimension are no points that a cell could hold.
            if given.into_iter().any(|given| matches!(given, Given::Items(_))) {
                return None;
            }
            let layout = layout::evaluation(scope.profile(&evaluation.rubric)?);
            let columns = layout.columns.clone();
            let rows = evaluation.scores.0.iter().map(|score| {
                let points = |name: &str| match score.of(name).map(|s| &s.given) {
                    Some(Given::Points(points)) => points.value.to_string(),
                    _ => String::new(),
                };
                let sources = columns[1..].iter().map(|c| points(&c.name));
                std::iter::once(score.dimension.value.clone()).chain(sources).collect()
            });
            let rows = rows.collect();
            Some(sheet(layout, columns, rows))
        }
        _ => None,
    }
}

/// The cells of a table under certain heads.
fn by_name(table: &Table, columns: &[Column]) -> Vec<Vec<String>> {
    let places: Vec<Option<usize>> =
        columns.iter().map(|c| table.columns.iter().position(|name| *name == c.name)).collect();
    let rows = crate::record::table_view::body(table);
    rows.map(|row| places.iter().map(|at| at.map_or_else(String::new, |at| row[at].value.clone())).collect()).collect()
}

/// A column of a table whose heads are its own: numbers where all cells are numbers that lose nothing as such.
fn free(table: &Table, at: usize) -> Column {
    let cells = || table.rows.iter().map(|row| row[at].value.as_str()).filter(|c| !c.is_empty());
    let same = |text: &str| Number::parse(text).is_some_and(|n| n.to_string() == text);
    let numeric = cells().next().is_some() && cells().all(same);
    Column::new(table.columns[at].as_str(), if numeric { ColumnType::Number.into() } else { Holds::Text })
}

impl TableSheet {
    /// As a CSV: UTF-8 with its mark and CRLF.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
        let mut write = |row: Vec<String>| writer.write_record(&row).expect("writing to memory does not fail");
        write(self.columns.iter().map(|c| plain(&c.name)).collect());
        for row in &self.rows {
            let cell = |(text, column): (&String, &Column)| {
                if column.holds == Holds::Text { plain(text) } else { text.clone() }
            };
            write(row.iter().zip(&self.columns).map(cell).collect());
        }
        writer.into_inner().expect("writing to memory does not fail")
    }

    /// As a workbook.
    ///
    /// # Errors
    /// Where it has more rows than a workbook can hold.
    pub fn xlsx(&self, words: &Messages) -> Result<Vec<u8>, Error> {
        let book = || -> Result<_, XlsxError> {
            let mut out = book::begin(&self.name, self.day)?;
            let columns: Vec<&Column> = self.columns.iter().collect();
            book::rows(&mut out, &words.word("template-rows"), &columns, &self.rows, self.free, words)?;
            Ok(out)
        };
        book::bytes(book())
    }
}
