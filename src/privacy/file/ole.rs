//! Compound files of 97–2003: .xls, .doc, .wps.
//!
//! In: bytes. Out: the cells of a workbook; of a document whatever reads as text in its streams, deleted words included.
//! Never follows the tables of pieces: what is still in the file can be got out of it.

use std::io::Cursor;

use super::limit::Limit;
use super::{Contents, Unread, named, sheets};
use crate::privacy::Columns;

pub(super) fn read(inside: &str, bytes: &[u8], limit: &mut Limit, out: &mut Contents) {
    if sheets(inside, bytes, limit, out) {
        return;
    }
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        out.unread.push(Unread::Damaged);
        return;
    };
    let streams: Vec<std::path::PathBuf> =
        file.walk().filter(cfb::Entry::is_stream).map(|entry| entry.path().to_owned()).collect();
    for path in streams {
        let name = path.to_string_lossy().trim_start_matches('/').to_owned();
        if name == "EncryptedPackage" {
            out.unread.push(Unread::Locked);
            continue;
        }
        if !limit.part() || limit.is_used_up() {
            out.unread.push(Unread::TooLarge);
            return;
        }
        let Ok(stream) = file.open_stream(&path) else { continue };
        let bytes = limit.unpack(stream, out);
        // Words stand in two bytes a sign, or in one.
        for words in [
            encoding_rs::UTF_16LE.decode_without_bom_handling(&bytes).0,
            encoding_rs::GB18030.decode_without_bom_handling(&bytes).0,
        ] {
            limit.add(named(inside, &name), legible(&words), Columns::None, out);
        }
    }
}

/// The stretches of a decoded stream that a person could read, a line each.
fn legible(text: &str) -> String {
    let sign = |c: char| {
        c.is_alphanumeric()
            || c.is_ascii_punctuation()
            || c == ' '
            || ('\u{3000}'..='\u{303f}').contains(&c)
            || ('\u{ff00}'..='\u{ffef}').contains(&c)
    };
    let lines = text.split(|c| !sign(c)).filter(|line| line.bytes().any(|b| b.is_ascii_digit()) && line.len() >= 8);
    lines.collect::<Vec<_>>().join("\n")
}
