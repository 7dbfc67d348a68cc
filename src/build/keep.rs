//! What is kept for the next build, once everything is in place.
//!
//! In: the place of a file, and its bytes or how they are made. Out: the file. Never puts one in its place before what it
//! tells of is in place too.

use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::write::{Disk, remember_on};

/// A file for the next build.
pub(super) enum Keep {
    /// Its bytes are made once everything is in place.
    Made(PathBuf, Box<dyn FnOnce() -> Vec<u8> + Send>),
    /// It waits beside its place: of a city, these would be in memory all at once.
    Waits(PathBuf),
    /// It is no longer needed.
    Gone(PathBuf),
}

/// Where a file waits until everything is in place.
fn waiting(path: &Path) -> PathBuf {
    path.with_extension("next")
}

impl Keep {
    /// Writes a file beside its place.
    pub(super) fn beside(disk: &dyn Disk, path: PathBuf, bytes: &[u8]) -> Result<Self, Error> {
        remember_on(disk, &waiting(&path), bytes)?;
        Ok(Self::Waits(path))
    }

    /// Puts the file in its place.
    pub(super) fn put(self, disk: &dyn Disk) -> Result<(), Error> {
        match self {
            // Whoever took it away before has done what was to be done.
            Self::Gone(path) => match disk.remove_file(&path) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => Err(Error::io("io-remove", path.display(), e)),
                _ => Ok(()),
            },
            Self::Made(path, bytes) => remember_on(disk, &path, &bytes()),
            Self::Waits(path) => {
                disk.rename(&waiting(&path), &path).map_err(|e| Error::io("io-move", path.display(), e))
            }
        }
    }

    /// Takes away what waits: nothing of it came true.
    pub(super) fn drop(self, disk: &dyn Disk) {
        if let Self::Waits(path) = self {
            // The next build writes it anew anyway.
            let _ = disk.remove_file(&waiting(&path));
        }
    }
}
