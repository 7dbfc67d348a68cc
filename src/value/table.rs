//! Tables: rows written in the record, or a CSV file beside it.
//!
//! In: a list of mappings, or the path of a CSV. Out: columns and rows with the place of each cell.
//! Never knows what the columns mean.

use serde::Serialize;

use crate::diagnostic::{At, Diagnostic, FileId, Span, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::{Node, NodeKind};

/// Where a table was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TableSource {
    /// Within the record.
    Inline,
    /// In a CSV file of the community, by its path.
    File(String),
}

/// Columns and rows of text. Rows are never serialized: which of them may be seen, the kind decides.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Column heads.
    pub columns: Vec<String>,
    /// Rows; each has as many cells as there are columns.
    #[serde(skip)]
    pub rows: Vec<Vec<At<String>>>,
    /// Where it was written.
    #[serde(skip)]
    pub source: TableSource,
    /// The place of the whole.
    #[serde(skip)]
    pub span: Span,
}

impl FromNode for Table {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::Scalar { text, .. } => from_csv(text, node.span, reader),
            NodeKind::List(items) => from_rows(items, node.span, reader),
            _ => wrong_type(node, "table", reader),
        }
    }

    fn shape() -> Shape {
        Shape::Table
    }
}

fn from_rows(items: &[Node], span: Span, reader: &mut Reader<'_>) -> Option<Table> {
    let mut columns: Vec<String> = Vec::new();
    for item in items {
        let NodeKind::Map(entries) = &item.kind else {
            return wrong_type(item, "mapping", reader);
        };
        for entry in entries {
            if !columns.contains(&entry.key) {
                columns.push(entry.key.clone());
            }
        }
    }
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let mut row = Vec::with_capacity(columns.len());
        for column in &columns {
            let cell = match item.get(column).filter(|n| !n.is_null()) {
                Some(value) => At::new(String::from_node(value, reader)?, value.span),
                None => At::new(String::new(), item.span),
            };
            row.push(cell);
        }
        rows.push(row);
    }
    Some(Table { columns, rows, source: TableSource::Inline, span })
}

fn from_csv(path: &str, span: Span, reader: &mut Reader<'_>) -> Option<Table> {
    let Some(path) = reader.files.resolve(path) else {
        let missing = reader.missing_file(path, span);
        return reader.fail(missing);
    };
    reader.uses.files.push(At::new(path.clone(), span));
    reader.uses.tables.push(path.clone());
    let text = crate::text::decode_table(reader.files.bytes(&path));
    let file = reader.sources.add(reader.files.full_path(&path), text.as_str());
    crate::text::tell_hidden(&text, file, reader.sink);
    read_csv(&text, file, path, span, reader)
}

fn read_csv(text: &str, file: FileId, path: String, span: Span, reader: &mut Reader<'_>) -> Option<Table> {
    let mut csv = csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(text.as_bytes());
    let columns: Vec<String> = csv.headers().ok()?.iter().map(|h| h.trim().to_owned()).collect();
    let mut rows = Vec::new();
    let mut sound = true;
    let mut record = csv::StringRecord::new();
    loop {
        let start = usize::try_from(csv.position().byte()).unwrap_or(usize::MAX);
        match csv.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                return reader.fail(Diagnostic::new(&code::CSV_ROW, Span::top(file)).arg("cause", error));
            }
        }
        // Between `\r` and `\n` the reader stands still: the row begins after both.
        let ends = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        let start = start + ends;
        let end = usize::try_from(csv.position().byte()).unwrap_or(usize::MAX);
        let end = text.get(start..end).map_or(start, |row| start + row.trim_end().len());
        let here = Span::new(file, start, end);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() != columns.len() {
            let wrong = Diagnostic::new(&code::CSV_ROW, here);
            reader.sink.push(wrong.arg("cells", record.len()).arg("columns", columns.len()).also(span));
            sound = false;
            continue;
        }
        rows.push(record.iter().map(|cell| At::new(cell.trim().to_owned(), here)).collect());
    }
    sound.then_some(Table { columns, rows, source: TableSource::File(path), span })
}
