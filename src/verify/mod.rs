//! Checks a published site by its files alone.
//!
//! In: a folder or an archive. Out: what does not hold, and what is worth knowing. Shares no code with the rooms
//! that write: tree, notes, entries and receipts are read here by readers written from the specifications a
//! second time, so that one mistake cannot hide in both.

mod chain;
mod json;
mod ledger;
mod merkle;
#[cfg(feature = "sm")]
mod national;
mod note;
mod place;
mod receipts;
mod sums;

pub use chain::Office;
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
    /// The ledger that this one was begun anew after, where both keys of that one were lost.
    pub after: Option<After>,
}

/// The ledger before one that was begun anew.
#[derive(Debug)]
pub struct After {
    /// Its name.
    pub origin: String,
    /// Its entries.
    pub size: usize,
    /// The office that confirmed it; none as long as nobody did.
    pub office: Option<Office>,
}

/// A ledger that holds, with those before it.
#[derive(Debug)]
pub struct Ledgers {
    /// The one that goes on now.
    pub now: Known,
    /// Those that it goes on from, the last one first.
    pub before: Vec<Known>,
    /// The office that confirmed that it does.
    pub office: Option<Office>,
}

/// What whoever checks knows beforehand.
#[derive(Debug, Default, Clone)]
pub struct Options {
    /// The first signing key.
    pub key: Option<String>,
    /// A checkpoint kept earlier.
    pub kept: Option<Point>,
    /// The key of the office that must have confirmed a ledger begun anew.
    pub office: Option<String>,
    /// The day of checking, as `2026-11-23`: by it one knows which lists have left.
    pub today: String,
}

/// Checks everything in a place.
pub fn verify(place: &Place, options: &Options) -> Report {
    let mut report = Report::default();
    sums::check(place, &mut report);
    let known = known(place, &mut report);
    let chains = chain::chains(place, &known, &mut report);
    chain::compare(&chains, &known, options, &mut report);
    for (at, (root, log)) in known.iter().enumerate() {
        let chain = chains.iter().find(|chain| chain.now == at);
        let after = chain.and_then(|chain| {
            let old = &known[*chain.before.first()?].1;
            Some(After { origin: old.origin.clone(), size: old.leaves.len(), office: chain.office.clone() })
        });
        let mut found = Found {
            origin: log.origin.clone(),
            size: log.leaves.len(),
            root: merkle::root(&log.leaves),
            receipts: 0,
            unsealed: 0,
            ended: 0,
            after,
        };
        let site = root.strip_suffix("ledger/").map(str::to_owned);
        if let Some(site) = site.filter(|site| place.get(&format!("{site}index.html")).is_some()) {
            receipts::check(place, &site, log, &options.today, &mut found, &mut report);
        }
        report.ledgers.push(found);
    }
    report.problems.sort();
    report.problems.dedup();
    report
}

/// Reads the first ledger of a place that goes on, and those before it, without its site; none where anything in them
/// does not hold.
pub fn read(place: &Place) -> Option<Ledgers> {
    let mut report = Report::default();
    let known = known(place, &mut report);
    let chain = chain::chains(place, &known, &mut report).into_iter().next()?;
    let mut known: Vec<Option<Known>> = known.into_iter().map(|(_, log)| Some(log)).collect();
    let now = known[chain.now].take()?;
    let before = chain.before.iter().filter_map(|at| known[*at].take()).collect();
    report.problems.is_empty().then_some(Ledgers { now, before, office: chain.office })
}

/// Every ledger of a place that can be read, with its folder.
fn known(place: &Place, report: &mut Report) -> Vec<(String, Known)> {
    let folders = place.folders_of("checkpoint").into_iter();
    // A checkpoint is of a ledger where its keys stand beside it.
    let folders = folders.filter(|root| place.get(&format!("{root}keys.txt")).is_some());
    folders.filter_map(|root| ledger::check(place, &root, report).map(|log| (root, log))).collect()
}

fn problem(report: &mut Report, path: impl Into<String>, what: &'static str) {
    report.problems.push(Problem { path: path.into(), what });
}
