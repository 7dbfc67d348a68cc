//! From workbooks to records.
//!
//! In: the bytes of a file, and what is asked for. Out: [`Filled`], the rows as fields of a record, or every
//! mistake with its sheet, row and column. Never writes: the command line and the editor do.

mod blank;
mod convert;
mod fill;
mod grid;
mod heads;
mod into;
mod kind;
mod lines;
mod part;
mod plan;
mod row;
mod sums;
mod yaml_text;

pub use blank::{Blank, record};
pub use into::{Filling, into};
pub use kind::{KINDS, layouts};
pub use part::{Filled, Part};

use crate::diagnostic::{Diagnostic, Report, Severity, Sink, Sources, Span, code};
use crate::profile::Profiles;
use crate::profile::catalogue::Catalogue;
use crate::profile::import::ImportProfile;
use crate::sheet::{self, Refusal};
use crate::value::{CommunityType, Date, Period};

/// What is asked of an import.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The kind of record, a register's name, a rubric's name or the code of a catalogue item; found out by the
    /// heads where missing.
    pub kind: Option<String>,
    /// The sheet; all that fit where missing.
    pub sheet: Option<String>,
    /// The mapping of a platform, by name; found out by the heads where missing.
    pub mapping: Option<String>,
    /// The period of the record; found out by titles and days where missing.
    pub period: Option<Period>,
}

/// What is known around an import.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// Registers, rubrics, mappings.
    pub profiles: &'a Profiles,
    /// The catalogue that holds for the community.
    pub catalogue: Option<&'a Catalogue>,
    /// The type of the community.
    pub community: CommunityType,
    /// Today.
    pub today: Date,
}

/// Reads a file called `name` into fields of a record.
///
/// # Errors
/// Every mistake of the file, in order, with its place.
pub fn read(bytes: &[u8], name: &str, options: &Options, ground: &Ground<'_>) -> Result<Filled, Vec<Report>> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let filled = fill(bytes, name, options, ground, &mut sources, &mut sink);
    let reports: Vec<Report> = sink.into_sorted().iter().map(|d| Report::of(d, &sources)).collect();
    let sound = reports.iter().all(|r| r.severity != Severity::Error);
    match filled {
        Some(filled) if sound => Ok(Filled { reports, ..filled }),
        _ => Err(reports),
    }
}

fn fill(
    bytes: &[u8],
    name: &str,
    options: &Options,
    ground: &Ground<'_>,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Filled> {
    let book = match sheet::read(bytes) {
        Ok(book) => book,
        Err(refusal) => {
            sink.push(refused(&refusal, Span::top(sources.add(name, ""))));
            return None;
        }
    };
    let plan = plan::plan(&book, name, options, ground, sources, sink)?;
    fill::fill(plan, options, sink)
}

/// What is said of a file that gives no sheets.
fn refused(refusal: &Refusal, place: Span) -> Diagnostic {
    match refusal {
        Refusal::NotATable(what) => Diagnostic::new(&code::NOT_A_TABLE, place).arg("what", what),
        Refusal::Empty => Diagnostic::new(&code::NOT_A_TABLE, place).arg("what", "empty"),
        Refusal::TooLarge(limit) => {
            Diagnostic::new(&code::SHEET_TOO_LARGE, place).arg("what", limit.word()).arg("most", limit.most())
        }
        Refusal::Damaged(cause) => {
            Diagnostic::new(&code::SHEET_DAMAGED, place).arg("cause", cause).arg("why", "damaged")
        }
        Refusal::Locked => Diagnostic::new(&code::SHEET_DAMAGED, place).arg("cause", "").arg("why", "locked"),
    }
}

/// The mapping asked for by name.
fn mapping<'a>(options: &Options, ground: &Ground<'a>) -> Option<&'a ImportProfile> {
    ground.profiles.imports.find(options.mapping.as_deref()?)
}
