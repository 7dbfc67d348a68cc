//! A record as a form: what is shown, what was sent, what follows for its text.
//!
//! In: field tables, a record's tree, a form that was sent. Out: parts that pages show, and changes for
//! [`crate::edit`]. Never names a kind of record, and never writes.

mod change;
mod given;
mod look;
mod part;
mod place;
mod read;
mod tidy;

pub use change::{Changes, changes, is_blank as blank};
pub use given::Given;
pub use look::{is_cell, rows_of};
pub use part::{Ground, Pair, Part, RowPart, TablePart, TableRow, part};
pub use place::{Spot, place};
pub use read::read;
