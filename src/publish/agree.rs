//! Whether the ledgers here go on from what a destination shows.
//!
//! In: a world, checkpoints as they are published. Out: communities whose ledger does not. Never lets two computers
//! publish two histories of one community.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::door::Open;
use super::go::each;
use super::listing::{Entry, Published};
use crate::error::Error;
use crate::ledger::note::Checkpoint;
use crate::ledger::{self, Ledger};
use crate::world::{Files, World};

/// Why a ledger does not go on from a published checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement {
    /// There is no ledger here, or none that can be read; published are so many entries.
    Lost(usize),
    /// Published are more entries than there are here.
    Behind(usize),
    /// The published ledger of so many entries says something else.
    Forked(usize),
    /// The published ledger is another one, and this one does not say that it goes on from it.
    Other,
}

/// The checkpoints that a destination shows of these communities, as far as they are not known here already.
///
/// # Errors
/// Where the destination or a ledger cannot be read.
pub fn checkpoints(
    open: &Open,
    world: &dyn World,
    published: Option<&Published>,
    ids: &[String],
) -> Result<BTreeMap<String, String>, Error> {
    let mut asked = Vec::new();
    for id in ids {
        let path = format!("{id}/ledger/checkpoint");
        let shown = published.map(|published| published.files.get(&path));
        // What was published from here is known by its digest.
        let known = match shown {
            Some(None) => true,
            Some(Some(entry)) => {
                read(world, id)?.is_some_and(|l| l.log.notes.iter().any(|note| Entry::of(note.as_bytes()) == *entry))
            }
            None => false,
        };
        if !known {
            asked.push((id, path));
        }
    }
    let seen = std::sync::Mutex::new(BTreeMap::new());
    each(&asked, open.lanes(), |(id, path)| {
        if let Some(note) = open.read(path)?.and_then(|bytes| String::from_utf8(bytes).ok()) {
            let mut seen = seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            seen.insert((*id).clone(), note);
        }
        Ok(())
    })?;
    Ok(seen.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
}

fn read(world: &dyn World, id: &str) -> Result<Option<Ledger>, Error> {
    let files = Files::read(world, &ledger::folder(id))?;
    Ok(Ledger::read(&files).ok().flatten())
}

/// The communities whose ledger here does not go on from the checkpoint seen there.
///
/// # Errors
/// Where a ledger cannot be read.
pub fn disagreements(world: &dyn World, seen: &BTreeMap<String, String>) -> Result<Vec<(String, Disagreement)>, Error> {
    let mut all = Vec::new();
    for (id, note) in seen {
        let Some(point) = Checkpoint::parse(note) else { continue };
        if let Some(disagreement) = judge(read(world, id)?.as_ref(), &point) {
            all.push((id.clone(), disagreement));
        }
    }
    Ok(all)
}

fn judge(ledger: Option<&Ledger>, point: &Checkpoint) -> Option<Disagreement> {
    let Some(ledger) = ledger else {
        return Some(Disagreement::Lost(point.size));
    };
    let log = &ledger.log;
    if point.origin != log.origin() {
        let root = BASE64.encode(point.root);
        let said = log.begun().ok().and_then(|begun| begun.continues.as_deref()).unwrap_or_default();
        return (!said.contains(&root)).then_some(Disagreement::Other);
    }
    if point.size > log.size() {
        return Some(Disagreement::Behind(point.size));
    }
    (!log.holds(point)).then_some(Disagreement::Forked(point.size))
}
