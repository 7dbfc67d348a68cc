//! Workbooks and tables as secretaries hand them in.
//!
//! In: the bytes of a file, whatever it is called. Out: [`Book`], sheets of cells that mean what their file
//! shows. Never knows fields or records, never trusts a size that a file claims.

mod book;
mod delimited;
mod form;
mod html;
mod limit;
mod number;
mod packed;
mod spreadsheetml;
mod text;
mod xls;
mod xlsx;

pub use book::{Book, Cell, Sheet, column_name};
pub use form::Form;
pub use limit::{Limit, MAX_COLUMNS, MAX_FILE, MAX_ROWS};
pub use number::serial_date;

/// Why a file gives no sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is something else: a word for what it seems to be.
    NotATable(&'static str),
    /// It holds more than anybody hands in.
    TooLarge(Limit),
    /// It cannot be read to its end: what the reader said.
    Damaged(String),
    /// It asks for a password.
    Locked,
    /// Nothing stands in it.
    Empty,
}

/// Reads a file by what it holds.
///
/// # Errors
/// Where it is not a table, is damaged, or goes beyond the limits.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    if bytes.len() > MAX_FILE {
        return Err(Refusal::TooLarge(Limit::File));
    }
    let book = match Form::of(bytes)? {
        Form::Xlsx => xlsx::read(bytes)?,
        Form::Xls => xls::read(bytes)?,
        Form::SpreadsheetMl(text) => spreadsheetml::read(&text)?,
        Form::Html(text) => html::read(&text)?,
        Form::Delimited(text) => delimited::read(&text)?,
    };
    if book.sheets.iter().all(|sheet| sheet.rows.iter().all(|row| row.iter().all(Cell::is_empty))) {
        return Err(Refusal::Empty);
    }
    Ok(book)
}
