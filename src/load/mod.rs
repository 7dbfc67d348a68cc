//! From files to typed records.
//!
//! In: the bytes of a workspace. Out: `City` (settings and profiles) and one `Corpus` a community.
//! Never checks a record against another: validation does.

mod city;
mod community;
mod front_matter;

pub use city::{City, load_city};
pub(crate) use community::extension;
pub use community::{Corpus, load_community};

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};
use crate::text;

/// Decodes a record's bytes and enters its text among the sources.
///
/// Gives `None` after a diagnostic where the bytes are not UTF-8, are too many, or are none.
pub fn text_of<'b>(
    path: &str,
    bytes: &'b [u8],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<(FileId, Cow<'b, str>)> {
    if bytes.len() > crate::yaml::MAX_BYTES {
        let file = sources.add(path, "");
        sink.push(Diagnostic::new(&code::TOO_LARGE, Span::top(file)).arg("limit", "2 MiB"));
        return None;
    }
    match text::decode_record(bytes) {
        Ok(text) if text.trim().is_empty() => {
            let file = sources.add(path, "");
            sink.push(Diagnostic::new(&code::EMPTY_FILE, Span::top(file)));
            None
        }
        Ok(text) => Some((sources.add(path, text), Cow::Borrowed(text))),
        Err(at) => {
            let shown = text::decode_table(bytes);
            let good = std::str::from_utf8(&bytes[..at]).map_or(0, str::len);
            let file = sources.add(path, shown);
            let encoding = if text::is_gb18030(bytes) { "GB18030" } else { "" };
            let here = Span::new(file, good, good + 1);
            sink.push(Diagnostic::new(&code::NOT_UTF8, here).arg("encoding", encoding));
            None
        }
    }
}
