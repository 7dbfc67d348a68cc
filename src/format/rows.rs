//! `<folder>/<slug>.csv`: the rows of a record that has a table, for spreadsheets.
//!
//! In: the published data of entries. Out: one file a table, UTF-8 with byte-order mark and CRLF.
//! Never holds a column or a row that the page withholds: it reads nothing but the published data.

use serde_json::Value;

use super::csv::plain;
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
            if column["numeric"] == true { text.to_owned() } else { plain(text) }
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
