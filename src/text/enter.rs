//! A file's bytes as text among the sources.
//!
//! In: path and bytes. Out: the text and its number, or a diagnostic. Never keeps text that it could
//! not decode for anything but showing the place.

use std::borrow::Cow;

use super::{decode_record, decode_table, hidden, is_gb18030, secret};
use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};

/// The largest record, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// Decodes a record's bytes and enters its text among the sources.
///
/// Gives `None` after a diagnostic where the bytes are not UTF-8, are too many, or are none.
pub fn enter<'b>(
    path: &str,
    bytes: &'b [u8],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<(FileId, Cow<'b, str>)> {
    if bytes.len() > MAX_BYTES {
        let file = sources.add(path, "");
        sink.push(Diagnostic::new(&code::TOO_LARGE, Span::top(file)).arg("limit", "2 MiB"));
        return None;
    }
    match decode_record(bytes) {
        Ok(text) if text.trim().is_empty() => {
            let file = sources.add(path, "");
            sink.push(Diagnostic::new(&code::EMPTY_FILE, Span::top(file)));
            None
        }
        Ok(text) => {
            let file = sources.add(path, text);
            tell_hidden(text, file, sink);
            if let Some((start, end)) = secret(text) {
                sink.push(Diagnostic::new(&code::SECRET_IN_CONTENT, Span::new(file, start, end)));
            }
            Some((file, Cow::Borrowed(text)))
        }
        Err(at) => {
            let shown = decode_table(bytes);
            let good = std::str::from_utf8(&bytes[..at]).map_or(0, str::len);
            let file = sources.add(path, shown);
            let encoding = if is_gb18030(bytes) { "GB18030" } else { "" };
            let here = Span::new(file, good, good + 1);
            sink.push(Diagnostic::new(&code::NOT_UTF8, here).arg("encoding", encoding));
            None
        }
    }
}

/// Tells of signs in a text that nobody sees.
pub fn tell_hidden(text: &str, file: FileId, sink: &mut Sink) {
    for (range, sign) in hidden(text) {
        let here = Span::new(file, range.start, range.end);
        sink.push(Diagnostic::new(&code::HIDDEN_SIGN, here).arg("sign", format!("U+{:04X}", u32::from(sign))));
    }
}
