//! True .xls of 97–2003.
//!
//! In: the bytes of a compound file. Out: its sheets. Never lets the reader make room for a sheet before its
//! records were walked: two cells far apart would take all memory.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::limit::{Limit, MAX_CELLS, MAX_COLUMNS, MAX_FILE, MAX_ROWS};
use super::{Book, Cell, Refusal, Sheet, number, xlsx};

pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    walk(&stream(bytes)?)?;
    let mut book: Xls<_> = quiet(|| Xls::new(Cursor::new(bytes)))?.map_err(refusal)?;
    let from_1904 = book.has_1904_epoch();
    let mut out = Book::default();
    for about in book.sheets_metadata().to_vec() {
        if about.typ != SheetType::WorkSheet {
            continue;
        }
        let mut sheet = Sheet::new(about.name.as_str());
        sheet.hidden = about.visible != SheetVisible::Visible;
        sheet.from_1904 = from_1904;
        let range = book.worksheet_range(&about.name).map_err(refusal)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            sheet.put(top as usize + row, left as usize + column, of(value))?;
        }
        out.add(sheet)?;
    }
    Ok(out)
}

fn of(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(whole) => number::shown(*whole as f64, "General"),
        Data::Float(value) => number::shown(*value, "General"),
        Data::String(text) => Cell::text(text),
        Data::Bool(truth) => Cell::Truth(*truth),
        Data::DateTime(time) => xlsx::day(time),
        Data::DateTimeIso(text) | Data::DurationIso(text) => xlsx::iso(text),
        Data::Error(error) => Cell::Broken(error.to_string()),
    }
}

/// The stream of the workbook within the compound file.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let damaged = |e: std::io::Error| Refusal::Damaged(e.to_string());
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo") {
        return Err(Refusal::Locked);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let Some(name) = name else {
        let document = file.exists("/WordDocument");
        return Err(Refusal::NotATable(if document { "document" } else { "unknown" }));
    };
    let mut out = Vec::new();
    let stream = file.open_stream(name).map_err(damaged)?;
    stream.take(MAX_FILE as u64).read_to_end(&mut out).map_err(damaged)?;
    Ok(out)
}

/// Walks all records and adds up the room that each sheet would take, and that it claims to take; insists that every
/// sheet begins where a record does, so that the reader sees the records that were walked and no others.
fn walk(stream: &[u8]) -> Result<(), Refusal> {
    const BEGIN: u16 = 0x0809;
    const LOCKED: u16 = 0x002f;
    const SHEET: u16 = 0x0085;
    const CLAIM: u16 = 0x0200;
    // Records that begin with a row and a column, and those that end with a last column.
    const CELLS: &[u16] = &[
        0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0007, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x0207, 0x027e,
        0x00d6, 0x00fd, 0x0406,
    ];
    const RUNS: &[u16] = &[0x00bd, 0x00be];
    let word = |at: usize| stream.get(at..at + 2).map(|b| u16::from_le_bytes([b[0], b[1]]));
    let long = |at: usize| Some(usize::from(word(at)?) | usize::from(word(at + 2)?) << 16);
    let (mut at, mut total) = (0, 0_usize);
    let (mut rows, mut columns) = (0_usize, 0_usize);
    let (mut sheets, mut begins) = (Vec::new(), Vec::new());
    while let (Some(kind), Some(length)) = (word(at), word(at + 2)) {
        let body = at + 4;
        match kind {
            LOCKED => return Err(Refusal::Locked),
            BEGIN => {
                begins.push(at);
                total = total.saturating_add(rows * columns);
                (rows, columns) = (0, 0);
            }
            SHEET => sheets.push(long(body).ok_or_else(damaged)?),
            CLAIM => claim(stream.get(body..body + usize::from(length)).ok_or_else(damaged)?)?,
            _ if CELLS.contains(&kind) || RUNS.contains(&kind) => {
                let last = if RUNS.contains(&kind) { body + usize::from(length).saturating_sub(2) } else { body + 2 };
                let (row, column) = (word(body).unwrap_or(0), word(last).unwrap_or(0));
                rows = rows.max(usize::from(row) + 1);
                columns = columns.max(usize::from(column) + 1);
            }
            _ => {}
        }
        if rows > MAX_ROWS {
            return Err(Refusal::TooLarge(Limit::Rows));
        }
        if columns > MAX_COLUMNS {
            return Err(Refusal::TooLarge(Limit::Columns));
        }
        at = body + usize::from(length);
    }
    if sheets.iter().any(|place| !begins.contains(place)) {
        return Err(damaged());
    }
    if total.saturating_add(rows * columns) > MAX_CELLS { Err(Refusal::TooLarge(Limit::Cells)) } else { Ok(()) }
}

/// What a sheet says of its size (MS-XLS 2.4.90): the reader believes it and makes room.
fn claim(body: &[u8]) -> Result<(), Refusal> {
    let word = |at: usize| usize::from(u16::from_le_bytes([body[at], body[at + 1]]));
    let (first, end, from, to) = match body.len() {
        10 => (word(0), word(2), word(4), word(6)),
        14 | 16 => (word(0) | word(2) << 16, word(4) | word(6) << 16, word(8), word(10)),
        _ => return Err(damaged()),
    };
    // A column that cannot begin a sheet counts as the first, as with the reader.
    let from = if from > 0xff || to < from { 0 } else { from };
    if end == 0 || to == 0 {
        return Ok(());
    }
    let rows = end.checked_sub(first).ok_or_else(damaged)?;
    match (rows.saturating_mul(to - from) > MAX_CELLS, rows > MAX_ROWS) {
        (_, true) => Err(Refusal::TooLarge(Limit::Rows)),
        (true, _) => Err(Refusal::TooLarge(Limit::Cells)),
        _ => Ok(()),
    }
}

fn damaged() -> Refusal {
    Refusal::Damaged("BIFF".into())
}

/// Runs the reader of another's making; bytes that make it stumble are a damaged file, not our end.
fn quiet<T>(run: impl FnOnce() -> T) -> Result<T, Refusal> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).map_err(|_| damaged())
}

fn refusal(error: XlsError) -> Refusal {
    match error {
        XlsError::Password => Refusal::Locked,
        other => Refusal::Damaged(other.to_string()),
    }
}
