//! What a packed workbook holds.
//!
//! In: the bytes of a zip. Out: nothing, where its parts are few and stay small when unpacked. Never believes
//! the sizes that the zip claims: each part is unpacked and counted.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Refusal;
use super::limit::{Limit, MAX_PARTS, MAX_UNPACKED};

/// Refuses what grows too large, or is not a workbook.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let damaged = |e: zip::result::ZipError| Refusal::Damaged(e.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(Refusal::TooLarge(Limit::Sheets));
    }
    let names: Vec<String> = (0..archive.len())
        .map(|at| archive.by_index_raw(at).map(|part| part.name().unwrap_or_default().into_owned()))
        .collect::<Result<_, _>>()
        .map_err(damaged)?;
    if !names.iter().any(|name| name.eq_ignore_ascii_case("xl/workbook.xml")) {
        return Err(Refusal::NotATable(other(&names)));
    }
    let mut left = MAX_UNPACKED;
    let mut room = vec![0_u8; 64 * 1024];
    let is_read = |name: &String| {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        matches!(ending.as_str(), "xml" | "rels" | "vml")
    };
    for at in (0..archive.len()).filter(|at| is_read(&names[*at])) {
        let mut part = archive.by_index(at).map_err(damaged)?.take(left + 1);
        loop {
            let read = part.read(&mut room).map_err(|e| Refusal::Damaged(e.to_string()))?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(Refusal::TooLarge(Limit::Unpacked))?;
        }
    }
    Ok(())
}

/// A word for a zip that is no workbook.
fn other(names: &[String]) -> &'static str {
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    match () {
        () if has("word/") => "document",
        () if has("ppt/") => "slides",
        () if has("xl/workbook.bin") => "xlsb",
        () if has("content.xml") => "ods",
        () => "archive",
    }
}
