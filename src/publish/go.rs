//! Doing what a plan says, in a place that readers look at meanwhile.
//!
//! In: a door, a plan, a journal. Out: the place as the plan wants it. Never begins a class of files before the one
//! before it is whole, and never removes anything before the new checkpoint stands.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::door::{Door, Head};
use super::journal::Journal;
use super::listing::{Entry, PUBLISHED, PUBLISHING, pending_bytes};
use super::plan::Plan;
use crate::error::Error;

/// Told after each file how many are done and how many there are.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);

/// One publication.
pub struct Job<'j> {
    /// The output folder.
    pub out: &'j Path,
    /// What is to be done.
    pub plan: &'j Plan,
    /// Who is told how far it has come.
    pub progress: Progress<'j>,
}

impl Job<'_> {
    /// The bytes of a file of the output, which must be those that the plan was made for.
    pub(super) fn bytes(&self, path: &str, entry: &Entry) -> Result<Vec<u8>, Error> {
        let place = self.out.join(path);
        let bytes = fs::read(&place).map_err(|e| Error::io("io-read", place.display(), e))?;
        if Entry::of(&bytes) != *entry {
            return Err(Error::io("publish-changed", place.display(), std::io::ErrorKind::InvalidData.into()));
        }
        Ok(bytes)
    }
}

/// Puts and removes files where readers find them, in order.
///
/// # Errors
/// Where the other side does not answer or refuses: what was done until then is in the journal, and the next run
/// goes on from there.
pub fn in_place(door: &dyn Door, job: &Job<'_>, journal: Journal) -> Result<(), Error> {
    let plan = job.plan;
    let total = plan.puts().count() + plan.removals.len();
    let done = AtomicUsize::new(0);
    let step = || (job.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
    // Before anything is touched, so that whoever comes next knows what is not sure.
    write(door, PUBLISHING, &pending_bytes(&plan.pending))?;
    for (_, puts) in &plan.phases {
        each(puts, door.lanes(), |put| {
            let bytes = job.bytes(&put.path, &put.entry)?;
            write(door, &put.path, &bytes)?;
            journal.note(&put.path, Some(&put.entry))?;
            step();
            Ok(())
        })?;
        door.settle().map_err(|trouble| trouble.at(PUBLISHED))?;
    }
    each(&plan.removals, door.lanes(), |removal| {
        door.remove(&removal.path).map_err(|trouble| trouble.at(&removal.path))?;
        journal.note(&removal.path, None)?;
        step();
        Ok(())
    })?;
    let record = plan.published.to_bytes();
    journal.note_end(&record)?;
    write(door, PUBLISHED, &record)?;
    door.settle().map_err(|trouble| trouble.at(PUBLISHED))?;
    door.remove(PUBLISHING).map_err(|trouble| trouble.at(PUBLISHING))?;
    journal.close();
    Ok(())
}

fn write(door: &dyn Door, path: &str, bytes: &[u8]) -> Result<(), Error> {
    door.put(path, bytes, Head::of(path)).map_err(|trouble| trouble.at(path))
}

/// Works on all items, so many at once; begins no further one after the first error, and gives that.
pub(super) fn each<T: Sync>(
    items: &[T],
    lanes: usize,
    work: impl Fn(&T) -> Result<(), Error> + Sync,
) -> Result<(), Error> {
    let next = AtomicUsize::new(0);
    let failed: Mutex<Option<Error>> = Mutex::new(None);
    let lane = || {
        loop {
            let stop = failed.lock().unwrap_or_else(PoisonError::into_inner).is_some();
            let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)).filter(|_| !stop) else { break };
            if let Err(error) = work(item) {
                failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..lanes.min(items.len()) {
            scope.spawn(lane);
        }
        lane();
    });
    failed.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
}
