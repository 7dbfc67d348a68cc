//! How large a workbook may be.
//!
//! In: nothing. Out: limits far above anything a village hands in, low enough that a hostile file costs
//! neither memory nor time. Never depends on what a file claims.

/// The largest file, in bytes.
pub const MAX_FILE: usize = 20 * 1024 * 1024;
/// The most that the parts of a packed workbook may grow to, in bytes.
pub const MAX_UNPACKED: u64 = 32 * 1024 * 1024;
/// The most parts of a packed workbook.
pub const MAX_PARTS: usize = 2_000;
/// The most sheets.
pub const MAX_SHEETS: usize = 100;
/// The most rows of a sheet.
pub const MAX_ROWS: usize = 20_000;
/// The most columns of a sheet.
pub const MAX_COLUMNS: usize = 256;
/// The most cells of all sheets, filled or skipped.
pub const MAX_CELLS: usize = 400_000;

/// Which limit a file goes beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of the file.
    File,
    /// Bytes of its parts when unpacked.
    Unpacked,
    /// Parts, or sheets.
    Sheets,
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Cells of all sheets.
    Cells,
}

impl Limit {
    /// Its name, by which its sentence is chosen.
    pub fn word(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Unpacked => "unpacked",
            Self::Sheets => "sheets",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Cells => "cells",
        }
    }

    /// The limit itself, as it is told.
    pub fn most(self) -> String {
        match self {
            Self::File => format!("{} MiB", MAX_FILE / 1024 / 1024),
            Self::Unpacked => format!("{} MiB", MAX_UNPACKED / 1024 / 1024),
            Self::Sheets => MAX_SHEETS.to_string(),
            Self::Rows => MAX_ROWS.to_string(),
            Self::Columns => MAX_COLUMNS.to_string(),
            Self::Cells => MAX_CELLS.to_string(),
        }
    }
}
