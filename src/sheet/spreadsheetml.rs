//! Workbooks in one XML file, as Excel 2003 and many platforms write them.
//!
//! In: text. Out: its sheets. Never expands entities of the file's own making.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::number;
use super::{Book, Cell, Refusal, Sheet, xlsx};

/// Where the reader stands.
#[derive(Default)]
struct At {
    row: usize,
    column: usize,
    /// Columns that the cell takes beyond its own.
    across: usize,
    kind: String,
    text: Option<String>,
}

pub(super) fn read(text: &str) -> Result<Book, Refusal> {
    let damaged = |e: &dyn std::fmt::Display| Refusal::Damaged(e.to_string());
    let mut reader = Reader::from_str(text);
    let mut book = Book::default();
    let mut sheet: Option<Sheet> = None;
    let mut at = At::default();
    loop {
        let event = reader.read_event().map_err(|e| damaged(&e))?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let empty = matches!(event, Event::Empty(_));
                start(tag, empty, &mut sheet, &mut at);
            }
            Event::Text(words) => {
                if let Some(text) = &mut at.text {
                    text.push_str(&words.xml10_content());
                }
            }
            Event::CData(words) => {
                if let Some(text) = &mut at.text {
                    text.push_str(&words.xml10_content());
                }
            }
            Event::GeneralRef(name) => {
                if let Some(text) = &mut at.text {
                    let written = format!("&{};", &**name);
                    let meant = quick_xml::escape::unescape(&written).map_err(|e| damaged(&e))?;
                    text.push_str(&meant);
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "Data" => {
                    if let (Some(text), Some(sheet)) = (at.text.take(), &mut sheet) {
                        sheet.put(at.row.saturating_sub(1), at.column.saturating_sub(1), value(&at.kind, &text))?;
                    }
                }
                "Cell" => at.column += at.across,
                "Worksheet" => {
                    if let Some(sheet) = sheet.take() {
                        book.add(sheet)?;
                    }
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if sheet.is_some() || book.sheets.is_empty() {
        return Err(Refusal::Damaged("Workbook".into()));
    }
    Ok(book)
}

fn start(tag: &BytesStart<'_>, empty: bool, sheet: &mut Option<Sheet>, at: &mut At) {
    let attribute = |name: &str| {
        let found = tag.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    };
    let number = |name: &str| attribute(name).and_then(|text| text.trim().parse::<usize>().ok());
    match tag.local_name().as_ref() {
        "Worksheet" => {
            *sheet = Some(Sheet::new(attribute("Name").unwrap_or_default()));
            *at = At::default();
        }
        "Row" => {
            at.row = number("Index").unwrap_or(at.row + 1);
            at.column = 0;
        }
        "Cell" => {
            at.column = number("Index").unwrap_or(at.column + 1);
            at.across = number("MergeAcross").unwrap_or(0).min(20_000);
            if empty {
                at.column += at.across;
            }
        }
        "Data" if !empty => {
            at.kind = attribute("Type").unwrap_or_default();
            at.text = Some(String::new());
        }
        _ => {}
    }
}

fn value(kind: &str, text: &str) -> Cell {
    match kind {
        "Number" => match text.trim().parse::<f64>() {
            Ok(value) => number::shown(value, "General"),
            Err(_) => Cell::text(text),
        },
        "DateTime" => xlsx::iso(text.trim()),
        "Boolean" => Cell::Truth(text.trim() == "1"),
        "Error" => Cell::Broken(text.trim().to_owned()),
        _ => Cell::text(text),
    }
}
