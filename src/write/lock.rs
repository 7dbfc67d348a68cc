//! One run at a time.
//!
//! In: a name for what is written to. Out: a lock, held as long as the value lives and no longer than the program does.
//! Never waits: who comes second is told so.

use std::io;
use std::path::Path;

use super::disk::{DISK, Disk, Lock};
use crate::error::Error;

/// Takes the lock at `path`, told as the lock of `what`; none where this disk knows no locks.
///
/// # Errors
/// Where another run has it.
pub fn lock(path: &Path, what: &Path) -> Result<Option<Lock>, Error> {
    lock_on(DISK, path, what)
}

pub(super) fn lock_on(disk: &dyn Disk, path: &Path, what: &Path) -> Result<Option<Lock>, Error> {
    loop {
        let made = path.parent().map_or(Ok(()), |folder| disk.make_folders(folder));
        match made.and_then(|()| disk.lock(path)) {
            Ok(lock) => return Ok(Some(lock)),
            Err(cause) if cause.kind() == io::ErrorKind::WouldBlock => {
                return Err(Error::io("io-busy", what.display(), cause));
            }
            // Another run took its folder away, at its end, before the lock in it was made.
            Err(cause) if cause.kind() == io::ErrorKind::NotFound && path.parent().is_some_and(|p| !p.exists()) => {}
            Err(_) => return Ok(None),
        }
    }
}
