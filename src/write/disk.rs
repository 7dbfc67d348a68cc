//! Every step by which this program changes a disk.
//!
//! In: paths and bytes. Out: what the system did, or why it refused. A test can stand in for the disk and let each
//! single step fail. Never decides what to write, and nothing outside of this file changes a disk.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What is asked of a disk.
pub trait Disk: Sync {
    /// Makes a folder and the missing ones above it.
    ///
    /// # Errors
    /// Where the system refuses.
    fn make_folders(&self, folder: &Path) -> io::Result<()>;

    /// Makes a new file with these bytes; where the system knows owners, only its owner may read a `private` one.
    ///
    /// # Errors
    /// Where the system refuses, or something stands there. What was written of it then stays.
    fn write(&self, path: &Path, bytes: &[u8], private: bool) -> io::Result<()>;

    /// Adds bytes at the end of a file that is there.
    ///
    /// # Errors
    /// Where the system refuses, or there is none. Some of the bytes may then be there.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Brings the bytes of a file onto the medium.
    ///
    /// # Errors
    /// Where the system refuses.
    fn sync(&self, path: &Path) -> io::Result<()>;

    /// Brings the names in a folder onto the medium, where the system has a call for that.
    ///
    /// # Errors
    /// Where the system refuses.
    fn sync_names(&self, folder: &Path) -> io::Result<()>;

    /// Brings everything on the disk of a folder onto the medium by one call, where the system has one.
    ///
    /// # Errors
    /// Where the system refuses.
    fn sync_all(&self, folder: &Path) -> io::Result<()>;

    /// Gives a file or a folder another name; a file of that name is replaced in one step.
    ///
    /// # Errors
    /// Where the system refuses; both are then as they were.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Exchanges the names of two folders, or of a folder and a link, in one step.
    ///
    /// # Errors
    /// Where the system refuses or has no such step; both are then as they were.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Gives a file a second name.
    ///
    /// # Errors
    /// Where the system refuses or has no such step.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Makes a link that stands for another place.
    ///
    /// # Errors
    /// Where the system refuses or has no such links.
    fn stand_in(&self, place: &Path, link: &Path) -> io::Result<()>;

    /// Gives a folder the rights that another has.
    ///
    /// # Errors
    /// Where the system refuses.
    fn set_rights(&self, like: &Path, folder: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    /// Where the system refuses, or there is none.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Takes an empty folder away.
    ///
    /// # Errors
    /// Where the system refuses, it is not empty, or there is none.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes a folder away with all that is in it.
    ///
    /// # Errors
    /// Where the system refuses, or there is none.
    fn remove_all(&self, folder: &Path) -> io::Result<()>;

    /// Takes a lock that ends with the value, or with the program however it ends.
    ///
    /// # Errors
    /// `WouldBlock` where somebody has it; otherwise where the system refuses.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}

/// Whether one call brings all files onto the medium; elsewhere each is synced by itself.
pub const SYNCS_ALL: bool = cfg!(target_os = "linux");

/// The disk of this machine.
#[derive(Debug, Clone, Copy)]
pub struct RealDisk;

/// The disk of this machine.
pub const DISK: &RealDisk = &RealDisk;

impl Disk for RealDisk {
    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn write(&self, path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        #[cfg(not(unix))]
        let _ = private;
        options.open(path)?.write_all(bytes)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new().append(true).open(path)?.write_all(bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        OpenOptions::new().write(true).open(path)?.sync_all()
    }

    #[cfg(unix)]
    fn sync_names(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            // Some network drives know nothing of it.
            Err(cause) if cause.kind() == io::ErrorKind::InvalidInput => Ok(()),
            done => done,
        }
    }

    #[cfg(not(unix))]
    fn sync_names(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    #[cfg(target_os = "linux")]
    fn sync_all(&self, folder: &Path) -> io::Result<()> {
        rustix::fs::syncfs(&File::open(folder)?).map_err(io::Error::from)
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_all(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    #[cfg(unix)]
    fn stand_in(&self, place: &Path, link: &Path) -> io::Result<()> {
        std::os::unix::fs::symlink(place, link)
    }

    #[cfg(not(unix))]
    fn stand_in(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn set_rights(&self, like: &Path, folder: &Path) -> io::Result<()> {
        let wanted = fs::metadata(like)?.permissions();
        if fs::metadata(folder)?.permissions() == wanted { Ok(()) } else { fs::set_permissions(folder, wanted) }
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn remove_all(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir_all(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        loop {
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
                // A network drive without locks: nothing can be known there.
                Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(cause)) => return Err(cause),
            }
            // Whoever had it may have taken the file away since it was opened.
            if same(&file, path) {
                return Ok(Lock { path: path.to_owned(), _file: file });
            }
        }
    }
}

/// A lock that is held.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    _file: File,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Taken away while it is held, so that nobody can have it under this name; elsewhere the empty file stays.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let key = |data: io::Result<fs::Metadata>| data.map(|d| (d.dev(), d.ino())).ok();
    key(file.metadata()) == key(fs::symlink_metadata(path))
}

#[cfg(not(unix))]
fn same(_: &File, _: &Path) -> bool {
    true
}

/// Whether another disk begins at this folder: it has no name that could be exchanged.
pub(super) fn is_mount(folder: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        let told = statx(CWD, folder, AtFlags::empty(), StatxFlags::empty());
        told.is_ok_and(|told| told.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
    }
    #[cfg(all(unix, not(target_os = "linux")))]
    {
        use std::os::unix::fs::MetadataExt;
        let disk = |path: &Path| fs::metadata(path).map(|d| d.dev()).ok();
        folder.parent().is_some_and(|parent| disk(parent) != disk(folder))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_had_once_and_leaves_nothing() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("lock");
        let held = DISK.lock(&path).expect("free");
        assert_eq!(DISK.lock(&path).map_err(|e| e.kind()).err(), Some(io::ErrorKind::WouldBlock));
        drop(held);
        assert_eq!(path.exists(), !cfg!(unix));
        drop(DISK.lock(&path).expect("free again"));
    }

    #[cfg(unix)]
    #[test]
    fn a_private_file_is_its_owners_from_the_start() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("key");
        DISK.write(&path, b"k", true).expect("written");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        assert!(DISK.write(&path, b"other", false).is_err(), "what stands there is never written over");
        assert_eq!(fs::read(&path).expect("there"), b"k");
    }
}
