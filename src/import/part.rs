//! What a table gave.
//!
//! In: rows that were read. Out: [`Filled`], fields and tables for a record. Never knows where the record lies.

use crate::diagnostic::Report;
use crate::record::kind::KindInfo;
use crate::value::Period;

/// A table that was read.
#[derive(Debug)]
pub struct Filled {
    /// The kind of record.
    pub kind: &'static KindInfo,
    /// The field that names a register, rubric or catalogue item, in Chinese, and the name.
    pub about: Option<(&'static str, String)>,
    /// The title over the table, or one made of what is known.
    pub title: Option<String>,
    /// The period.
    pub period: Option<Period>,
    /// Tables, by the field that holds them.
    pub parts: Vec<Part>,
    /// Further fields and their values.
    pub fields: Vec<(String, String)>,
    /// Where the rows stood: sheets and how many rows each gave.
    pub sheets: Vec<(String, usize)>,
    /// The mapping that was used.
    pub mapping: Option<String>,
    /// What is doubtful, though not wrong.
    pub reports: Vec<Report>,
}

/// One table of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The field, in Chinese.
    pub field: &'static str,
    /// The field in English.
    pub en: &'static str,
    /// Heads.
    pub columns: Vec<String>,
    /// Rows, as long as the heads.
    pub rows: Vec<Vec<String>>,
    /// Whether the first cell of a row is a key and the others are values under their heads.
    pub keyed: bool,
    /// Whether the field takes the name of a CSV file in any case, or only where the rows are many.
    pub beside: bool,
}

impl Filled {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.parts.iter().map(|p| p.rows.len()).sum()
    }
}
