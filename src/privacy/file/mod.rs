//! What stands in a file that is published as it is.
//!
//! In: name and bytes. Out: its texts, with the way their columns are parted, and what could not be read. Hostile files
//! cost bounded memory and time. Never trusts a name over the bytes, nor a size that a file claims.

mod limit;
mod ole;
mod packed;
mod pdf;
mod plain;

use super::Columns;
use crate::photo;
use crate::sheet;
use limit::Limit;

/// One text of a file.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name within the file, such as a sheet; empty where the file is the text.
    pub name: String,
    /// Its words.
    pub text: String,
    /// How its columns are parted.
    pub columns: Columns,
}

/// Why a file, or a part of it, was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// It asks for a password.
    Locked,
    /// It cannot be read to its end.
    Damaged,
    /// It holds more than is looked at.
    TooLarge,
    /// It is of a form that is not known.
    Unknown,
    /// It holds pictures of pages and no words.
    Pictures,
    /// A photograph whose hidden data could not be taken out.
    Photo,
    /// A photograph within it that tells where and when it was taken, or by which camera.
    InnerPhoto,
}

impl Unread {
    /// Its name in sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Damaged => "damaged",
            Self::TooLarge => "large",
            Self::Unknown => "unknown",
            Self::Pictures => "pictures",
            Self::Photo => "photo",
            Self::InnerPhoto => "inner-photo",
        }
    }
}

/// All that was read of a file.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// Its texts.
    pub parts: Vec<Part>,
    /// What was not read.
    pub unread: Vec<Unread>,
}

/// Reads a file.
pub fn contents(name: &str, bytes: &[u8]) -> Contents {
    let mut out = Contents::default();
    read(name, "", bytes, &mut Limit::new(), 0, &mut out);
    out.unread.sort_unstable();
    out.unread.dedup();
    out
}

/// Reads a file, or one within another, `depth` levels down.
fn read(name: &str, inside: &str, bytes: &[u8], limit: &mut Limit, depth: usize, out: &mut Contents) {
    if bytes.is_empty() {
        return;
    }
    if photo::is_picture(bytes) {
        if photo::tells_more(bytes) {
            out.unread.push(if depth == 0 { Unread::Photo } else { Unread::InnerPhoto });
        }
        return;
    }
    if pdf::is_pdf(bytes) {
        return pdf::read(inside, bytes, limit, out);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed::read(inside, bytes, limit, depth, out);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return ole::read(inside, bytes, limit, out);
    }
    plain::read(name, inside, bytes, limit, out);
}

/// The sheets of a workbook; whether it was one that could be read.
fn sheets(inside: &str, bytes: &[u8], limit: &mut Limit, out: &mut Contents) -> bool {
    let Ok(book) = sheet::read(bytes) else { return false };
    for sheet in &book.sheets {
        let mut text = String::new();
        for row in &sheet.rows {
            let cells: Vec<String> =
                row.iter().map(|cell| cell.shown().replace(['\n', '\r', crate::diagnostic::BAR], " ")).collect();
            text.push_str(&cells.join(&crate::diagnostic::BAR.to_string()));
            text.push('\n');
        }
        limit.add(named(inside, &sheet.name), text, Columns::Bars, out);
    }
    true
}

/// The name of a part within a part.
fn named(inside: &str, name: &str) -> String {
    if inside.is_empty() { name.to_owned() } else { format!("{inside}/{name}") }
}
