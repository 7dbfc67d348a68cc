//! Packed files: .xlsx, .docx, .pptx, .ofd, .odt, and archives of files.
//!
//! In: the bytes of a zip. Out: the cells of a workbook; the words of every part in XML, hidden sheets, comments, deleted
//! words, properties and names included; and what lies in it as a file of its own. Never unpacks without counting.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::limit::Limit;
use super::{Contents, Unread, named, sheets};
use crate::privacy::Columns;

/// Files within files are followed so far down.
const DEEPEST: usize = 3;

pub(super) fn read(inside: &str, bytes: &[u8], limit: &mut Limit, depth: usize, out: &mut Contents) {
    if depth > DEEPEST {
        out.unread.push(Unread::TooLarge);
        return;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        out.unread.push(Unread::Damaged);
        return;
    };
    // Cells are read as they are shown; their parts in XML then say nothing more.
    let is_book = archive.file_names().flatten().any(|name| name == "xl/workbook.xml");
    let cells = is_book && sheets(inside, bytes, limit, out);
    for at in 0..archive.len() {
        let mut part = match archive.by_index(at) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => {
                out.unread.push(Unread::Locked);
                continue;
            }
            Err(_) => {
                out.unread.push(Unread::Damaged);
                continue;
            }
        };
        let name = part.name().unwrap_or_default().into_owned();
        let shown = cells
            && (name.starts_with("xl/worksheets/sheet") || name == "xl/sharedStrings.xml" || name == "xl/styles.xml");
        if part.is_dir() || shown || name.starts_with("xl/theme/") {
            continue;
        }
        if !limit.part() || limit.is_used_up() {
            out.unread.push(Unread::TooLarge);
            return;
        }
        let bytes = limit.unpack(&mut part, out);
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if matches!(ending.as_str(), "xml" | "rels" | "vml") {
            limit.add(named(inside, &name), words(bytes), Columns::Tabs, out);
        } else if !is_dull(&ending) {
            super::read(&name, &named(inside, &name), &bytes, limit, depth + 1, out);
        }
    }
}

/// Parts of documents that hold no words: fonts and old drawings.
fn is_dull(ending: &str) -> bool {
    matches!(ending, "emf" | "wmf" | "ttf" | "otf" | "odttf" | "fntdata")
}

/// The words of an XML part: runs of one paragraph together, cells of a row parted by tabs, paragraphs and rows by lines.
fn words(bytes: Vec<u8>) -> String {
    // What is large is not there twice.
    let text = String::from_utf8(bytes).unwrap_or_else(|other| crate::text::decode_table(other.as_bytes()));
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut out = String::new();
    let mut cells = 0_usize;
    // What stands before a fault was read.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Text(text) => out.push_str(&text.xml10_content()),
            Event::CData(text) => out.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let written = format!("&{};", &*name);
                out.push_str(&quick_xml::escape::unescape(&written).unwrap_or_default());
            }
            Event::Start(tag) => {
                cells += usize::from(is_cell(tag.local_name().as_ref()));
                values(&tag, &mut out);
            }
            Event::Empty(tag) => {
                match tag.local_name().as_ref() {
                    "br" | "cr" | "p" | "line-break" => out.push('\n'),
                    "tab" | "s" => out.push(' '),
                    _ => {}
                }
                values(&tag, &mut out);
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                name if is_cell(name) => {
                    cells = cells.saturating_sub(1);
                    out.push('\t');
                }
                // Runs within a cell or paragraph belong together.
                "r" | "t" | "span" | "rPr" | "ins" | "del" | "delText" | "hyperlink" | "rPh" | "proofErr"
                | "fldChar" => {}
                // Paragraphs within a cell do not end its row.
                "p" | "h" | "pPr" | "tcPr" if cells > 0 => out.push(' '),
                _ if cells > 0 || out.ends_with('\n') => {}
                _ => out.push('\n'),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    out
}

fn is_cell(name: &str) -> bool {
    matches!(name, "tc" | "table-cell")
}

/// Values of attributes that hold a long number: links, properties, names of pictures.
fn values(tag: &quick_xml::events::BytesStart<'_>, out: &mut String) {
    for attribute in tag.attributes().with_checks(false).flatten() {
        let digits = attribute.value.bytes().filter(u8::is_ascii_digit).count();
        let told =
            matches!(attribute.key.local_name().as_ref(), "Target" | "descr" | "title" | "name" | "alt" | "href");
        if told && digits >= 8 {
            out.push('\n');
            out.push_str(&attribute.value);
            out.push('\n');
        }
    }
}
