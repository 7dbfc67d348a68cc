//! Sealing what is published: the step that `publish` and `archive` take, and `build` never does.
//!
//! In: a world, keys, the checkpoints that can be seen. Out: longer ledgers on the disk, what became of each
//! community. Seals nothing of a workspace in which any record has an error.

use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;

use super::{Checked, chosen, city, folder};
use crate::diagnostic::{Report, Severity, Sink};
use crate::error::Error;
use crate::ledger::note::{Checkpoint, Vkey};
use crate::ledger::seal::{self as ledger_seal, Random, Refusal};
use crate::ledger::{self, Ledger, drift, national, published, restart};
use crate::record::Scope;
use crate::world::{Files, World};
use crate::write::{self, DISK, Disk};

/// Where the last checkpoint that this computer signed is remembered, from the workspace root.
pub const REMEMBERED: &str = ".gongkai/sealed";

/// The lock of all ledgers, from the workspace root.
const LOCK: &str = ".gongkai/seal.lock";

/// Gives the signing key with these public bytes; none where it is not at hand.
pub type Keys<'k> = &'k dyn Fn(&[u8; 32]) -> Result<Option<SigningKey>, Error>;

/// What is asked for.
pub struct Request<'r> {
    /// The workspace folder.
    pub root: &'r Path,
    /// The output folder, whose published checkpoints are compared.
    pub out: PathBuf,
    /// Only these communities; all where empty.
    pub only: &'r [String],
    /// Checkpoints seen elsewhere, as signed notes.
    pub seen: &'r [String],
    /// The keys at hand.
    pub keys: Keys<'r>,
    /// Randomness for salts.
    pub random: Random<'r>,
}

/// What became of a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sealed {
    /// It has no ledger.
    NoLedger,
    /// Its key is not at hand.
    NoKey,
    /// Nothing had changed.
    Nothing {
        /// Entries in all.
        size: usize,
    },
    /// It was sealed.
    Done {
        /// New entries.
        count: usize,
        /// Entries in all.
        size: usize,
        /// Root over them.
        root: [u8; 32],
    },
    /// It may not be sealed.
    Refused(Refusal),
}

/// What a run did.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything said about records.
    pub reports: Vec<Report>,
    /// Each community and what became of it; empty where there are errors.
    pub communities: Vec<(String, Sealed)>,
}

impl Outcome {
    /// Whether any record has an error.
    pub fn has_errors(&self) -> bool {
        self.reports.iter().any(|r| r.severity == Severity::Error)
    }
}

/// Seals all communities asked for.
///
/// # Errors
/// Where reading or writing fails, or a key cannot be opened.
pub fn seal(world: &dyn World, request: &Request<'_>) -> Result<Outcome, Error> {
    let _lock = lock(request.root)?;
    let (city, outcome) = city(world)?;
    let mut outcome = Outcome { reports: outcome.reports, ..Outcome::default() };
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        return Ok(outcome);
    };
    let mut ready = Vec::new();
    for id in chosen(&city, request.only)? {
        let files = Files::read(world, &folder(&id))?;
        let kept = Files::read(world, &ledger::folder(&id))?;
        let checked = Checked::new(world, &city, &id, &files, &kept, false);
        outcome.reports.extend(checked.reports());
        ready.push((id, files, checked));
    }
    if outcome.has_errors() {
        return Ok(outcome);
    }
    for (id, files, checked) in ready {
        let (Some(corpus), Some(mut ledger)) = (&checked.corpus, checked.ledger.clone()) else {
            outcome.communities.push((id, Sealed::NoLedger));
            continue;
        };
        let scope = Scope { city: &city, corpus, as_of: world.today() };
        let now = published::all(&scope, &files, &checked.sources);
        let changes = drift::changes(&scope, &ledger, &now, &mut Sink::default());
        let done = one(&id, &mut ledger, &changes, request, scope.as_of)?;
        outcome.communities.push((id, done));
    }
    Ok(outcome)
}

/// Lets nobody else change a ledger of this workspace as long as it is held: from before the ledgers are read until
/// they are written.
///
/// # Errors
/// Where another run seals or changes keys.
pub fn lock(root: &Path) -> Result<Option<write::Lock>, Error> {
    write::lock(&root.join(LOCK), &root.join("ledger"))
}

/// The keys of a log that is begun anew, and its name.
pub struct Anew<'a> {
    /// Name of the new log.
    pub origin: &'a str,
    /// The key that signs it.
    pub key: &'a SigningKey,
    /// The key that lies on paper.
    pub recovery: &'a Vkey,
}

/// Begins a community's log anew, where both keys of its old one are lost: the new one names the old one and holds every
/// record as it is published. Only where every record is still what the old one sealed.
///
/// # Errors
/// Where reading or writing fails.
pub fn begin_anew(world: &dyn World, request: &Request<'_>, id: &str, anew: &Anew<'_>) -> Result<Outcome, Error> {
    let (city, outcome) = city(world)?;
    let mut outcome = Outcome { reports: outcome.reports, ..Outcome::default() };
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        return Ok(outcome);
    };
    let files = Files::read(world, &folder(id))?;
    let kept = Files::read(world, &ledger::folder(id))?;
    let checked = Checked::new(world, &city, id, &files, &kept, false);
    outcome.reports.extend(checked.reports());
    let (Some(corpus), Some(old), false) = (&checked.corpus, checked.ledger.clone(), outcome.has_errors()) else {
        return Ok(outcome);
    };
    let day = world.today();
    let seen = seen(request.root, &request.out, id, request.seen);
    if let Err(refusal) = ledger_seal::consistent(&old, day, &seen) {
        outcome.communities.push((id.to_owned(), Sealed::Refused(refusal)));
        return Ok(outcome);
    }
    let mut new = ledger_seal::begin_anew(old, anew.origin, anew.key, anew.recovery, day);
    let scope = Scope { city: &city, corpus, as_of: day };
    let now = published::all(&scope, &files, &checked.sources);
    let changes = drift::changes(&scope, &new, &now, &mut Sink::default());
    let done = match ledger_seal::seal(&mut new, &changes, anew.key, day, &[], request.random) {
        Err(refusal) => Sealed::Refused(refusal),
        Ok(count) => {
            keep(request.root, id, &new)?;
            let root = new.log.checkpoint().map(|p| p.root).unwrap_or_default();
            Sealed::Done { count, size: new.log.size(), root }
        }
    };
    outcome.communities.push((id.to_owned(), done));
    Ok(outcome)
}

fn one(
    id: &str,
    ledger: &mut Ledger,
    changes: &[drift::Change<'_>],
    request: &Request<'_>,
    day: crate::value::Date,
) -> Result<Sealed, Error> {
    if changes.is_empty() {
        return Ok(Sealed::Nothing { size: ledger.log.size() });
    }
    let seen = seen(request.root, &request.out, id, request.seen);
    if let Err(refusal) = ledger_seal::consistent(ledger, day, &seen) {
        return Ok(Sealed::Refused(refusal));
    }
    let Some(public) = ledger.log.keys().ok().map(|k| k.now(ledger::entry::Role::Working).public) else {
        return Ok(Sealed::NoKey);
    };
    let Some(key) = (request.keys)(&public)? else {
        return Ok(Sealed::NoKey);
    };
    match ledger_seal::seal(ledger, changes, &key, day, &seen, request.random) {
        Err(refusal) => Ok(Sealed::Refused(refusal)),
        Ok(count) => {
            keep(request.root, id, ledger)?;
            let root = ledger.log.checkpoint().map(|p| p.root).unwrap_or_default();
            Ok(Sealed::Done { count, size: ledger.log.size(), root })
        }
    }
}

/// The checkpoints that a log must go on from: the one published, the one this computer signed last, and those given.
pub fn seen(root: &Path, out: &Path, id: &str, given: &[String]) -> Vec<Checkpoint> {
    let places = [out.join(id).join("ledger/checkpoint"), root.join(REMEMBERED).join(id)];
    let notes = places.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    notes.chain(given.iter().cloned()).filter_map(|note| Checkpoint::parse(&note)).collect()
}

/// Writes a ledger, the checkpoint last, and remembers what was signed.
///
/// # Errors
/// Where the disk refuses; the ledger is then as it was, or already goes on.
pub fn keep(root: &Path, id: &str, ledger: &Ledger) -> Result<(), Error> {
    keep_on(DISK, root, id, ledger)
}

/// The same on a given disk.
///
/// # Errors
/// As for [`keep`].
pub fn keep_on(disk: &dyn Disk, root: &Path, id: &str, ledger: &Ledger) -> Result<(), Error> {
    let note = ledger.log.notes.last().cloned().unwrap_or_default();
    let folder = root.join(ledger::folder(id));
    let files = ledger_seal::files(ledger);
    // What was said of another checkpoint is no word for this one.
    let kept = |path: &str| files.iter().any(|(known, _)| known == path);
    for name in [restart::CONFIRMED, national::SIGNATURE, national::KEY] {
        write::remove_stale_on(disk, &folder, &format!("{}/{name}", ledger::state::PUBLIC), &kept);
    }
    write::put_in_order_on(disk, &folder, &files)?;
    // Remembered last: a checkpoint that the ledger does not hold yet would forbid every later one.
    write::replace_on(disk, &root.join(REMEMBERED).join(id), note.as_bytes())?;
    write::remove_stale_on(disk, &folder, &format!("{}/tile", ledger::state::PUBLIC), &kept);
    Ok(())
}
