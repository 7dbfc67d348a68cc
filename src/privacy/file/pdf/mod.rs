//! The words of a PDF.
//!
//! In: bytes. Out: the text of every page and form that is still in the file, of every revision, whatever is drawn over
//! it; properties, fields, notes, attached files. Never follows the table of objects: what it leaves out can be got out
//! of the file all the same. Never draws, never decodes pictures.

mod font;
mod lexer;
mod objects;
mod operators;
mod unpack;

use unicode_normalization::UnicodeNormalization;

use super::limit::Limit;
use super::{Contents, Unread, named};
use crate::privacy::Columns;
use font::Fonts;
use lexer::Value;
use objects::Objects;

/// So much text of one file is looked at, in bytes.
const MOST: usize = 16 * 1024 * 1024;
/// Files attached to a PDF are looked at as if they lay this deep.
const ATTACHED: usize = 2;

/// Whether the bytes are a PDF; some programs write a few words before it.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some()
}

pub(super) fn read(inside: &str, bytes: &[u8], limit: &mut Limit, out: &mut Contents) {
    let objects = Objects::of(bytes, limit, out);
    if objects.is_locked() {
        out.unread.push(Unread::Locked);
        return;
    }
    let fonts = Fonts::of(&objects, limit, out);
    let (mut pictures, mut blind) = (false, false);
    // Pages follow each other, so that a table may go on with the heads of the page before.
    let mut pages = vec![String::new(); fonts.ways()];
    for object in &objects.list {
        notes(object.number, &object.value, &objects, inside, limit, out);
        let Some(stream) = object.stream else { continue };
        let name = |key: &str| object.value.get(key).and_then(Value::name).unwrap_or_default();
        match (name("Type"), name("Subtype")) {
            (_, "Image") => pictures = true,
            ("ObjStm" | "XRef" | "CMap", _) | (_, "Type1C" | "CIDFontType0C" | "OpenType") => {}
            ("Metadata", _) => {
                let bytes = unpack::unpack(&object.value, stream, &objects, limit, out);
                limit.add(named(inside, "XMP"), String::from_utf8_lossy(&bytes).into_owned(), Columns::None, out);
            }
            ("EmbeddedFile", _) => {
                let bytes = unpack::unpack(&object.value, stream, &objects, limit, out);
                super::read("", inside, &bytes, limit, ATTACHED, out);
            }
            _ if object.value.get("Length1").is_some() || object.value.get("FunctionType").is_some() => {}
            _ => {
                if !limit.part() || limit.is_used_up() {
                    out.unread.push(Unread::TooLarge);
                    return;
                }
                let bytes = unpack::unpack(&object.value, stream, &objects, limit, out);
                if memchr::memmem::find(&bytes, b"BT").is_none() {
                    continue;
                }
                for (way, pages) in pages.iter_mut().enumerate() {
                    let page = operators::words(&bytes, &fonts, way);
                    blind |= page.blind;
                    if !page.text.trim().is_empty() && pages.len() < MOST {
                        // Fonts tell of 身 and 手 as the radicals that look like them.
                        pages.extend(page.text.nfkc());
                        pages.push('\n');
                    }
                }
            }
        }
    }
    let words = pages.iter().any(|pages| !pages.is_empty());
    for pages in pages {
        limit.add(named(inside, ""), pages, Columns::Places, out);
    }
    if blind || (pictures && !words) {
        out.unread.push(Unread::Pictures);
    }
    if objects.list.is_empty() {
        out.unread.push(Unread::Damaged);
    }
}

/// Texts that stand in objects themselves: title and author, what was typed into a form, notes in the margin.
fn notes(number: u32, value: &Value, objects: &Objects<'_>, inside: &str, limit: &mut Limit, out: &mut Contents) {
    let mut lines = String::new();
    value.texts(&mut |key, bytes| {
        if !matches!(key, "ID" | "O" | "U" | "Contents") || (key == "Contents" && !objects.is_signature(number)) {
            let text = font::plain(bytes);
            if text.chars().filter(char::is_ascii_digit).count() >= 8 || !text.is_ascii() {
                lines.push_str(&text);
                lines.push('\n');
            }
        }
    });
    limit.add(named(inside, ""), lines, Columns::None, out);
}

#[cfg(test)]
mod tests;
