//! `<folder>/<slug>.csv`: the rows of a record that has a table, for spreadsheets.
//!
//! In: the published data of entries. Out: one file a table, UTF-8 with byte-order mark and CRLF.
//! Never holds a column or a row that the page withholds: it reads nothing but the published data.

use serde_json::{Value, json};

use super::dataset::plain;
use super::{SiteData, made};
use crate::record::Entry;
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    site.entries.iter().filter_map(file).collect()
}

/// The address of a record's rows; none where it shows none.
pub fn rows_url(entry: &Entry<'_>) -> Option<String> {
    table(&entry.data).map(|_| entry.record.rows_url())
}

/// The columns of a record's rows as fields of Table Schema; none where it shows none.
pub(super) fn columns(entry: &Entry<'_>) -> Option<Vec<Value>> {
    let (columns, rows) = table(&entry.data)?;
    let field = |(at, column): (usize, &Value)| {
        // A column is of numbers where every cell that says something is one.
        let number = |row: &Value| row[at].as_str().is_none_or(|cell| cell.is_empty() || cell.parse::<f64>().is_ok());
        let kind = if column["numeric"] == true && rows.iter().all(number) { "number" } else { "string" };
        json!({ "name": column["name"], "type": kind })
    };
    Some(columns.iter().enumerate().map(field).collect())
}

fn file(entry: &Entry<'_>) -> Option<SiteFile> {
    let (columns, rows) = table(&entry.data)?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut write = |row: Vec<String>| writer.write_record(&row).expect("writing to memory does not fail");
    write(columns.iter().map(|c| plain(c["name"].as_str().unwrap_or_default())).collect());
    for row in rows {
        let cells = row.as_array()?.iter().zip(columns);
        // A number may begin with a minus; it is no formula.
        let cell = |(text, column): (&Value, &Value)| {
            let text = text.as_str().unwrap_or_default();
            if column["numeric"] == true && text.parse::<f64>().is_ok() { text.to_owned() } else { plain(text) }
        };
        write(cells.map(cell).collect());
    }
    let text = String::from_utf8(writer.into_inner().expect("writing to memory does not fail")).ok()?;
    Some(made(entry.record.rows_url(), format!("\u{feff}{text}")))
}

/// The columns and rows among the published fields of a record; none where no row is shown.
fn table(data: &Value) -> Option<(&Vec<Value>, &Vec<Value>)> {
    let fields = data.as_object()?.values();
    let shown = |v: &'_ Value| v.get("columns").is_some() && v.get("totals").is_some();
    let table = fields.into_iter().find(|v| shown(v))?;
    let (columns, rows) = (table["columns"].as_array()?, table["rows"].as_array()?);
    (!rows.is_empty() && !columns.is_empty()).then_some((columns, rows))
}
