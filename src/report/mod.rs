//! Reports for those who oversee many communities: 月调度, 季通报, 半年通报, 年度通报.
//!
//! In: a world, a period. Out: `Report`, a value, and its forms: HTML, XLSX, CSV, JSON.
//! Never makes a page of a site, and never stops at a record with errors: it is the thing to report.
//!
//! [`gather`] reads and surveys one community at a time on each processor and keeps a row of each;
//! [`Report::of`] folds the rows; `html`, `xlsx`, `csv` and `json` write the same value down.

mod assemble;
mod csv;
mod gather;
mod html;
mod json;
mod model;
mod region;
mod sheet;
mod xlsx;

pub use gather::{Gathered, Request, Row, gather};
pub use model::{
    CatalogueHead, Change, CommunityRow, Group, Head, Item, ItemCell, Problem, ProblemKind, Rank, RegionRow, Report,
    Score, Star, Totals,
};

use crate::error::Error;
use crate::locale::Messages;
use crate::render::Theme;

/// A form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One file that stands alone and prints on A4.
    Html,
    /// A workbook.
    Xlsx,
    /// A table of the communities.
    Csv,
    /// All of it, for programs.
    Json,
}

impl Form {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The form whose files have this ending.
    pub fn of_ending(ending: &str) -> Option<Self> {
        [Self::Html, Self::Xlsx, Self::Csv, Self::Json].into_iter().find(|f| ending.eq_ignore_ascii_case(f.ending()))
    }
}

/// A report in a form, as bytes; `theme` speaks the language of `words`.
///
/// # Errors
/// Where the theme has no usable template for it, or it is too large for a workbook.
pub fn write(report: &Report, form: Form, theme: &Theme, words: &Messages) -> Result<Vec<u8>, Error> {
    match form {
        Form::Html => html::write(report, theme),
        Form::Xlsx => xlsx::write(report, words),
        Form::Csv => Ok(csv::write(report, words)),
        Form::Json => Ok(json::write(report)),
    }
}
