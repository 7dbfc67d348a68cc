//! Checks a published site by its files alone.
//!
//! In: a folder or an archive. Out: what does not hold, and what is worth knowing. Shares no code with the rooms
//! that write: tree, notes, entries and receipts are read here by readers written from the specifications a
//! second time, so that one mistake cannot hide in both.

mod json;
mod ledger;
mod merkle;
mod note;
mod place;
mod receipts;
mod sums;

pub use ledger::Known;
pub use merkle::Hash;
pub use note::{Point, hex};
pub use place::Place;

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: String,
    /// A word for what is wrong: the Fluent id is `verify-problem-` and this word.
    pub what: &'static str,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// What does not hold.
    pub problems: Vec<Problem>,
    /// Files whose digest was compared.
    pub files: usize,
    /// The ledgers that were read.
    pub ledgers: Vec<Found>,
    /// Files that no list names; hosts put such files beside a site.
    pub extra: Vec<String>,
}

/// One ledger that was read.
#[derive(Debug)]
pub struct Found {
    /// Name of the log.
    pub origin: String,
    /// Entries.
    pub size: usize,
    /// Root over them.
    pub root: Hash,
    /// Records with a receipt that holds.
    pub receipts: usize,
    /// Records that are not sealed yet.
    pub unsealed: usize,
    /// Records whose sealed text is no longer shown since a list of persons in it has left.
    pub ended: usize,
}

/// What whoever checks knows beforehand.
#[derive(Debug, Default, Clone)]
pub struct Options {
    /// The first signing key.
    pub key: Option<String>,
    /// A checkpoint kept earlier.
    pub kept: Option<Point>,
    /// The day of checking, as `2026-11-23`: by it one knows which lists have left.
    pub today: String,
}

/// Checks everything in a place.
pub fn verify(place: &Place, options: &Options) -> Report {
    let mut report = Report::default();
    sums::check(place, &mut report);
    for root in place.folders_of("checkpoint") {
        // A checkpoint is of a ledger where its keys stand beside it.
        if place.get(&format!("{root}keys.txt")).is_none() {
            continue;
        }
        if let Some(known) = ledger::check(place, &root, options, &mut report) {
            let site = root.strip_suffix("ledger/").map(str::to_owned);
            let mut found = Found {
                origin: known.origin.clone(),
                size: known.leaves.len(),
                root: merkle::root(&known.leaves),
                receipts: 0,
                unsealed: 0,
                ended: 0,
            };
            if let Some(site) = site.filter(|site| place.get(&format!("{site}index.html")).is_some()) {
                receipts::check(place, &site, &known, &options.today, &mut found, &mut report);
            }
            report.ledgers.push(found);
        }
    }
    report.problems.sort();
    report.problems.dedup();
    report
}

/// Reads the one ledger of a place, without its site; none where it does not hold or is not alone.
pub fn read(place: &Place) -> Option<Known> {
    let roots = place.folders_of("checkpoint");
    let root = roots.iter().find(|root| place.get(&format!("{root}keys.txt")).is_some())?;
    let mut report = Report::default();
    let known = ledger::check(place, root, &Options::default(), &mut report)?;
    report.problems.is_empty().then_some(known)
}

fn problem(report: &mut Report, path: impl Into<String>, what: &'static str) {
    report.problems.push(Problem { path: path.into(), what });
}
