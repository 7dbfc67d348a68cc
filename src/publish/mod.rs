//! Publishing: the output, as it was built, to where readers find it.
//!
//! In: the output folder, a destination, secrets. Out: the same files there. Never builds or renders, and beside the
//! one in `write` it is the only room that writes outside the workspace.
//!
//! - [`listing`], [`order`], [`plan`]: what is here × what is there → a plan, a pure value.
//! - [`door`]: ways in — folder, FTP, SFTP, object stores and WebDAV.
//! - [`go`], [`release`], [`journal`]: the plan done in order, or as a folder with one switch; gone on with after a crash.
//! - [`agree`]: the ledgers here against the checkpoints there.

pub mod agree;
pub mod door;
pub mod go;
pub mod journal;
pub mod listing;
pub mod order;
pub mod plan;
pub mod release;

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Error;
use crate::record::destination::Destination;
use crate::value::Date;
use crate::world::World;
use door::{Open, Secrets};
use go::{Job, Progress};
use journal::Journal;
use listing::{Entry, Listing, PUBLISHED, PUBLISHING, Published, read_pending};
use plan::{Plan, Remote};

/// A destination that has been looked at.
pub struct Visit<'d> {
    destination: &'d Destination,
    open: Open,
    published: Option<Published>,
    remote: Remote,
    journal: Journal,
}

impl<'d> Visit<'d> {
    /// Opens a destination and looks at what was published there. With `doubt` nothing that it says is believed.
    ///
    /// # Errors
    /// Where it cannot be reached, does not let us in, or keeps a record that cannot be read.
    pub fn new(destination: &'d Destination, root: &Path, secrets: Secrets<'_>, doubt: bool) -> Result<Self, Error> {
        let open = door::open(destination, root, secrets)?;
        Self::through(destination, open, root, doubt)
    }

    /// Looks at what was published behind a door that is open.
    ///
    /// # Errors
    /// As for [`Visit::new`].
    pub fn through(destination: &'d Destination, open: Open, root: &Path, doubt: bool) -> Result<Self, Error> {
        let record = open.read(PUBLISHED)?;
        let published = record.as_deref().and_then(Published::read);
        if record.is_some() && published.is_none() && !doubt {
            let path = format!("{}/{PUBLISHED}", destination.address.value);
            return Err(Error::io("publish-record-broken", path, std::io::ErrorKind::InvalidData.into()));
        }
        let pending = open.read(PUBLISHING)?.map(|bytes| read_pending(&bytes));
        let journal = Journal::open(root, &destination.address.value, record.as_deref().unwrap_or_default());
        let remote = Remote::of(published.clone(), pending, &journal.done);
        let remote = if doubt { remote.doubted() } else { remote };
        Ok(Self { destination, open, published, remote, journal })
    }

    /// The checkpoints that are shown there and not known here.
    ///
    /// # Errors
    /// Where the destination or a ledger cannot be read.
    pub fn checkpoints(&self, world: &dyn World, ids: &[String]) -> Result<BTreeMap<String, String>, Error> {
        agree::checkpoints(&self.open, world, self.published.as_ref(), ids)
    }

    /// What has to be done so that it shows the output as it is now.
    ///
    /// # Errors
    /// Where the output has no manifest that can be read.
    pub fn plan(&self, out: &Path, today: Date) -> Result<Plan, Error> {
        let local = listing::of_output(out)?;
        Ok(Plan::new(&local, &self.remote, today, self.destination.grace_days()))
    }

    /// Does what a plan says; gives the way in back, to look at what is there now.
    ///
    /// # Errors
    /// Where the other side does not answer or refuses; the next run goes on where this one stopped.
    pub fn go(self, out: &Path, plan: &Plan, progress: Progress<'_>) -> Result<Open, Error> {
        let job = Job { out, plan, progress };
        match &self.open {
            Open::Plain(door) => go::in_place(door.as_ref(), &job, self.journal)?,
            Open::Switched(disk, name) => {
                release::switched(disk.as_ref(), name, self.destination.kept(), &job, self.journal)?;
            }
        }
        Ok(self.open)
    }

    /// Switches back to the publication before; gives its name, or none where the destination has no publications of
    /// their own.
    ///
    /// # Errors
    /// Where there is none before, or the other side does not answer.
    pub fn roll_back(&self) -> Result<Option<String>, Error> {
        match &self.open {
            Open::Plain(_) => Ok(None),
            Open::Switched(disk, name) => {
                release::roll_back(disk.as_ref(), name, &self.destination.name.value).map(Some)
            }
        }
    }
}

/// The files by which a publication is looked at afterwards.
const LOOKED_AT: [&str; 2] = ["index.html", crate::write::MANIFEST];

/// The files that are not there as they were put.
///
/// # Errors
/// Where the other side does not answer.
pub fn differences(open: &Open, files: &Listing) -> Result<Vec<&'static str>, Error> {
    compare(files, |path| open.read(path))
}

/// The files that a reader does not get as they were put.
///
/// # Errors
/// Where the site does not answer.
pub fn seen_differences(url: &str, files: &Listing) -> Result<Vec<&'static str>, Error> {
    compare(files, |path| door::fetch(url, path).map_err(|trouble| trouble.at(url)))
}

fn compare(files: &Listing, read: impl Fn(&str) -> Result<Option<Vec<u8>>, Error>) -> Result<Vec<&'static str>, Error> {
    let mut differ = Vec::new();
    for path in LOOKED_AT {
        if read(path)?.map(|bytes| Entry::of(&bytes)).as_ref() != files.get(path) {
            differ.push(path);
        }
    }
    Ok(differ)
}
