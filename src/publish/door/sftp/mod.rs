//! SFTP through the system's `ssh`.
//!
//! In: an address, perhaps a public key of the host and a key file. Out: a door to a file system with links. Never
//! believes a host whose key is not known: `ssh` checks it, by known_hosts or by the key in the settings.
//!
//! OpenDAL's SFTP starts `ssh` too, but not on Windows; a client of SSH itself (`russh`) would be some sixty crates more
//! and would know neither the agent nor the settings by which an office reaches its servers. So the program speaks
//! SFTP over the pipes of `ssh -s`, which Windows, macOS and Linux bring along.

mod session;
mod wire;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Disk, Door, Head, Secrets, Sort, Trouble, What, patiently};
use crate::record::destination::Address;
use session::Session;
use wire::{Failure, Packet, Status, Wire};

/// What a file is called while it is on its way.
const BESIDE: &str = ".gongkai-new";
/// How many bytes go in one packet: every server takes that many.
const CHUNK: usize = 32 * 1024;

/// An open file system on a server.
pub struct Sftp {
    base: String,
    session: Mutex<Option<Session>>,
    start: session::Start,
    folders: Mutex<BTreeSet<String>>,
}

impl Sftp {
    /// Starts `ssh` and opens a folder; makes it where only its own name is missing.
    ///
    /// # Errors
    /// Where the server cannot be reached, is not known, or does not let us in.
    pub fn open(
        place: &Address,
        base: &str,
        root: &Path,
        host_key: Option<&str>,
        secrets: Secrets<'_>,
    ) -> Result<Self, Trouble> {
        let start = session::Start::new(place, root, host_key, secrets)?;
        let base = if base.is_empty() { ".".to_owned() } else { base.to_owned() };
        let sftp = Self { base, session: Mutex::default(), start, folders: Mutex::default() };
        sftp.with(|wire| match wire.status(&Packet::new(wire::MKDIR).text(&sftp.base).folder_rights()) {
            // Most often it is there already; if not, listing it tells why.
            Err(Failure::Refused(..)) => wire.list(&sftp.base).map(drop),
            done => done.map(drop),
        })?;
        Ok(sftp)
    }

    /// The line to the server; a new one where the last has broken.
    fn wire(&self) -> Result<Arc<Wire>, Trouble> {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(open) = session.as_ref().filter(|open| open.wire.is_open()) {
            return Ok(open.wire.clone());
        }
        let fresh = self.start.session()?;
        let wire = fresh.wire.clone();
        *session = Some(fresh);
        Ok(wire)
    }

    /// Does something over the line; where it breaks, again over a new one.
    fn with<T>(&self, work: impl Fn(&Wire) -> Result<T, Failure>) -> Result<T, Trouble> {
        patiently(|| {
            let wire = self.wire()?;
            work(&wire).map_err(|failure| match failure {
                Failure::Broken(cause) => Trouble::new(Sort::Passing, cause),
                Failure::Refused(_, cause) => Trouble::new(Sort::Refused, cause),
            })
        })
    }

    fn full(&self, path: &str) -> String {
        if path.is_empty() { self.base.clone() } else { format!("{}/{path}", self.base.trim_end_matches('/')) }
    }

    /// Makes the folders above a path that this door has not made or met yet.
    fn folders(&self, full: &str) -> Result<(), Trouble> {
        let from = self.base.len();
        let ends = full.match_indices('/').map(|(at, _)| at).filter(|at| *at > from);
        for folder in ends.map(|at| &full[..at]) {
            if self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(folder) {
                continue;
            }
            // A folder that is there already is refused; if it is something else, the file in it will tell.
            self.with(|wire| match wire.status(&Packet::new(wire::MKDIR).text(folder).folder_rights()) {
                Err(Failure::Refused(..)) => Ok(()),
                done => done.map(drop),
            })?;
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        }
        Ok(())
    }

    /// Moves a file over another one in one step, where the server can.
    fn rename(wire: &Wire, from: &str, to: &str) -> Result<(), Failure> {
        if wire.knows("posix-rename@openssh.com") {
            let over = Packet::new(wire::EXTENDED).text("posix-rename@openssh.com").text(from).text(to);
            return wire.status(&over).map(drop);
        }
        let plain = Packet::new(wire::RENAME).text(from).text(to);
        wire.status(&plain).map(drop).or_else(|failure| match failure {
            Failure::Refused(..) => {
                wire.status(&Packet::new(wire::REMOVE).text(to))?;
                wire.status(&plain).map(drop)
            }
            broken => Err(broken),
        })
    }

    /// Takes away what a folder holds, then the folder.
    fn clear_full(&self, full: &str) -> Result<(), Trouble> {
        for (name, is_folder) in self.with(|wire| wire.list_with_kinds(full))? {
            let inner = format!("{full}/{name}");
            if is_folder {
                self.clear_full(&inner)?;
            } else {
                self.with(|wire| gone(wire.status(&Packet::new(wire::REMOVE).text(&inner))))?;
            }
        }
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).remove(full);
        self.with(|wire| gone(wire.status(&Packet::new(wire::RMDIR).text(full))))
    }
}

/// What was to be taken away and is not there is as it should be.
fn gone(done: Result<Status, Failure>) -> Result<(), Failure> {
    match done {
        Err(Failure::Refused(Status::NoSuchFile, _)) => Ok(()),
        done => done.map(drop),
    }
}

impl Door for Sftp {
    fn lanes(&self) -> usize {
        8
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let full = self.full(path);
        self.with(|wire| match wire.read(&full) {
            Err(Failure::Refused(Status::NoSuchFile, _)) => Ok(None),
            done => done.map(Some),
        })
    }

    fn put(&self, path: &str, bytes: &[u8], _: Head) -> Result<(), Trouble> {
        let full = self.full(path);
        self.folders(&full)?;
        let beside = format!("{full}{BESIDE}");
        self.with(|wire| {
            wire.write(&beside, bytes, CHUNK)?;
            Self::rename(wire, &beside, &full)
        })
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let full = self.full(path);
        self.with(|wire| gone(wire.status(&Packet::new(wire::REMOVE).text(&full))))?;
        // Folders that are empty now go too; one that is not stays.
        let mut folder = full.as_str();
        while let Some((parent, _)) = folder.rsplit_once('/').filter(|(parent, _)| parent.len() > self.base.len()) {
            if self.with(|wire| wire.status(&Packet::new(wire::RMDIR).text(parent))).is_err() {
                break;
            }
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).remove(parent);
            folder = parent;
        }
        Ok(())
    }
}

impl Disk for Sftp {
    fn link(&self, from: &str, to: &str) -> Result<bool, Trouble> {
        let (from, to) = (self.full(from), self.full(to));
        self.folders(&to)?;
        self.with(|wire| {
            if !wire.knows("hardlink@openssh.com") {
                return Ok(false);
            }
            let link = Packet::new(wire::EXTENDED).text("hardlink@openssh.com").text(&from).text(&to);
            match wire.status(&link) {
                // Perhaps a run that was killed has made it.
                Err(Failure::Refused(..)) => wire.kind(&to).map(|kind| kind.is_some()),
                done => done.map(|_| true),
            }
        })
    }

    fn what(&self, path: &str) -> Result<What, Trouble> {
        let full = self.full(path);
        self.with(|wire| match wire.kind(&full)? {
            None => Ok(What::Nothing),
            Some(wire::Kind::Link) => wire.read_link(&full).map(What::Link),
            Some(wire::Kind::Folder) if wire.list(&full)?.is_empty() => Ok(What::Empty),
            Some(_) => Ok(What::Full),
        })
    }

    fn point(&self, path: &str, target: &str) -> Result<(), Trouble> {
        let full = self.full(path);
        let beside = format!("{full}{BESIDE}");
        self.with(|wire| {
            // Left behind by a run that was killed.
            let _ = wire.status(&Packet::new(wire::REMOVE).text(&beside));
            // OpenSSH takes the two paths in the other order than its own draft says, and all others follow it.
            wire.status(&Packet::new(wire::SYMLINK).text(target).text(&beside))?;
            // Only an empty folder gives way.
            let _ = wire.status(&Packet::new(wire::RMDIR).text(&full));
            Self::rename(wire, &beside, &full)
        })
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        let full = self.full(folder);
        self.with(|wire| match wire.list(&full) {
            Err(Failure::Refused(Status::NoSuchFile, _)) => Ok(Vec::new()),
            done => done,
        })
    }

    fn clear(&self, folder: &str) -> Result<(), Trouble> {
        let full = self.full(folder);
        if self.with(|wire| wire.kind(&full))?.is_none() {
            return Ok(());
        }
        self.clear_full(&full)
    }
}
