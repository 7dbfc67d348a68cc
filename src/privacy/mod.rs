//! Private numbers: one recogniser for all that would reach the output.
//!
//! In: texts, and files of any form. Out: each private number with its place and its mask. A pure function; check,
//! build, editor and import all ask it. Never shows a number in full, never writes.

mod context;
mod file;
mod group;
mod judge;
mod kind;
mod number;
mod scan;
mod search;
mod signs;
mod thin;
mod words;

pub use context::Columns;
pub use file::{Contents, Part, Unread, contents};
pub use kind::Kind;
pub use scan::{Found, PROSE_STAR, Reading, mask, scan};
pub use search::{Place, Searched, search};
pub use words::is_private_head;

use crate::diagnostic::{Basis, Code};
use crate::value::Date;

/// The article on pictures that tell where and when they were taken.
pub fn photo_basis() -> Basis {
    words::ground("照片")
}

/// What is private in a single cell under a head, or in one without any.
pub fn of_cell(head: &str, text: &str) -> Option<Kind> {
    // Long after today: a table that is handed in is judged alike on every day.
    let found = scan(text, &Reading::cell(Date::constant(2100, 1, 1), head));
    found.into_iter().map(|f| f.kind).find(|kind| kind.blocks())
}

/// What is private in the name of a file, where underscores part words.
pub fn in_name(name: &str, today: Date) -> Vec<Found> {
    scan(&name.replace('_', " "), &Reading::prose(today))
}

/// Whether a diagnostic is mended by masking in the source.
pub fn is_maskable(code: &Code) -> bool {
    use crate::diagnostic::code;
    let codes = [
        &code::IDENTITY_NUMBER,
        &code::IDENTITY_SLIP,
        &code::OLD_IDENTITY_NUMBER,
        &code::CARD_NUMBER,
        &code::PRIVATE_PHONE,
        &code::THIN_MASK,
    ];
    codes.iter().any(|known| known.id == code.id)
}

/// Whether two masked numbers can be one, and together show more than either.
pub fn complete_each_other(one: &Found, other: &Found) -> bool {
    thin::complete_each_other(one.masked.as_bytes(), other.masked.as_bytes())
}

#[cfg(test)]
mod tests;
