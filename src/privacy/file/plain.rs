//! Files of text: tables, notes, pages.
//!
//! In: bytes. Out: their words. Never takes bytes for text that no program would.

use super::limit::Limit;
use super::{Contents, Unread, named, sheets};
use crate::privacy::Columns;

pub(super) fn read(name: &str, inside: &str, bytes: &[u8], limit: &mut Limit, out: &mut Contents) {
    let Some(text) = text(bytes) else {
        out.unread.push(Unread::Unknown);
        return;
    };
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let marked = begins.starts_with('<');
    // A page with a table, or a workbook in XML, that is called .xls.
    if marked && sheets(inside, bytes, limit, out) {
        return;
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let columns = match ending.as_str() {
        "csv" => Columns::Commas,
        "tsv" | "xls" => Columns::Tabs,
        _ => Columns::None,
    };
    limit.add(named(inside, ""), text, columns, out);
}

/// The bytes as text: UTF-8, UTF-16 with its mark, else GB18030; none where they are no text.
fn text(bytes: &[u8]) -> Option<String> {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes {
        return encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding.decode(bytes).0.into_owned());
    }
    // A few odd signs at its beginning tell pictures, sounds and programs from text.
    let head = &bytes[..bytes.len().min(4096)];
    let odd = head.iter().filter(|b| **b < 9 || (14..32).contains(*b)).count();
    (odd * 50 <= head.len()).then(|| crate::text::decode_table(bytes))
}
