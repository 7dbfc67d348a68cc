//! True .xlsx.
//!
//! In: the bytes of a packed workbook. Out: its sheets, cell by cell as they are shown. Never makes room for
//! cells that are not there, whatever size a sheet claims.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::limit::{Limit, MAX_CELLS};
use super::{Book, Cell, Refusal, Sheet, number, packed};
use crate::value::{Date, read_date};

pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    packed::check(bytes)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(refusal)?;
    let from_1904 = book.has_1904_epoch();
    let mut out = Book::default();
    for about in book.sheets_metadata().to_vec() {
        if about.typ != SheetType::WorkSheet {
            continue;
        }
        let mut sheet = Sheet::new(about.name.as_str());
        sheet.hidden = about.visible != SheetVisible::Visible;
        sheet.from_1904 = from_1904;
        let mut reader = book.worksheet_cells_reader(&about.name).map_err(refusal)?;
        let code = |style: &calamine::Style| style.number_format.as_ref().map(|f| f.format_code.clone());
        let formats: Vec<String> = reader.styles().iter().map(|s| code(s).unwrap_or_default()).collect();
        let mut count = 0;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(refusal)? {
            count += 1;
            if count > MAX_CELLS {
                return Err(Refusal::TooLarge(Limit::Cells));
            }
            let (row, column) = cell.get_position();
            let format = formats.get(style).map_or("", String::as_str);
            sheet.put(row as usize, column as usize, of(cell.get_value(), format))?;
        }
        out.add(sheet)?;
    }
    Ok(out)
}

fn of(value: &DataRef<'_>, format: &str) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(whole) => number::shown(*whole as f64, format),
        DataRef::Float(value) => number::shown(*value, format),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(truth) => Cell::Truth(*truth),
        DataRef::DateTime(time) => day(time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Error(error) => Cell::Broken(error.to_string()),
    }
}

/// The day of a cell that is formatted as one; what is no day of ours stays the number it is.
pub(super) fn day(time: &calamine::ExcelDateTime) -> Cell {
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let small = |n: u8| i8::try_from(n).unwrap_or(0);
    let date = Date::new(i16::try_from(year).unwrap_or(0), small(month), small(day));
    match date {
        Ok(date) if time.is_datetime() && (1949..=2199).contains(&date.year()) => Cell::Date(date),
        _ => number::shown(time.as_f64(), "General"),
    }
}

/// A day written as `2026-08-11T00:00:00`.
pub(super) fn iso(text: &str) -> Cell {
    let day = text.split('T').next().unwrap_or_default();
    read_date(day).map_or_else(|| Cell::text(text), Cell::Date)
}

fn refusal(error: XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Locked,
        other => Refusal::Damaged(other.to_string()),
    }
}
