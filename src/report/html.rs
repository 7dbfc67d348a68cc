//! A report as one HTML file.
//!
//! In: a report and the theme. Out: what its `report.html` makes of it: no script, no other file.
//! Never decides how it looks.

use serde::Serialize;

use super::model::Report;
use super::sheet::{self, Sheet};
use crate::error::Error;
use crate::render::Theme;

#[derive(Serialize)]
struct Whole<'r> {
    #[serde(flatten)]
    report: &'r Report,
    sheets: Vec<Sheet<'r>>,
}

pub(super) fn write(report: &Report, theme: &Theme) -> Result<Vec<u8>, Error> {
    let whole = Whole { report, sheets: sheet::sheets(report) };
    theme.alone("report.html", "report", &whole)
}
