//! Tables that go out: blank ones to be filled in, and those of records.
//!
//! In: a layout, a record. Out: the bytes of a workbook or a CSV, the same for the same input, which import reads
//! back. Never holds what a record withholds from its own files: a table goes to whoever keeps the record.
