//! Tables that go out: blank ones to be filled in, and those of records.
//!
//! In: a layout, a record. Out: the bytes of a workbook or a CSV, the same for the same input, which import reads
//! back. Never meant for readers: a table goes to whoever keeps the record.

mod book;
mod notes;
mod record;
mod template;

pub use record::{TableSheet, record};
pub use template::{Template, template};
