//! A folder of this computer: a disk, a share, a USB stick.
//!
//! In: paths below it. Out: files, each written beside its place and moved there. Never makes the folder above the
//! one it is given: a drive that is not there must not become a folder of its name.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

#[cfg(not(unix))]
use super::Sort;
use super::{Disk, Door, Head, Trouble, What};
use crate::write::{DISK, Disk as _, SYNCS_ALL};

/// What a file is called while it is written.
const BESIDE: &str = ".gongkai-new";

/// An open folder.
pub struct Folder {
    base: PathBuf,
}

impl Folder {
    /// Opens a folder; makes it where only its own name is missing.
    ///
    /// # Errors
    /// Where the folder above is not there.
    pub fn open(base: &Path) -> Result<Self, Trouble> {
        let above = std::path::absolute(base)?;
        if !base.is_dir() && above.parent().is_some_and(|above| !above.is_dir()) {
            return Err(std::io::Error::from(ErrorKind::NotFound).into());
        }
        DISK.make_folders(base)?;
        Ok(Self { base: base.to_owned() })
    }

    fn place(&self, path: &str) -> PathBuf {
        self.base.join(path)
    }

    /// Writes a file that nobody sees yet.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
        if let Some(parent) = path.parent() {
            DISK.make_folders(parent)?;
        }
        // Left behind by a run that was killed.
        let _ = DISK.remove_file(path);
        DISK.write(path, bytes, false)?;
        if !SYNCS_ALL {
            DISK.sync(path)?;
        }
        Ok(())
    }
}

impl Door for Folder {
    fn lanes(&self) -> usize {
        4
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        match fs::read(self.place(path)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn put(&self, path: &str, bytes: &[u8], _: Head) -> Result<(), Trouble> {
        let beside = self.place(&format!("{path}{BESIDE}"));
        self.write(&beside, bytes)?;
        Ok(DISK.rename(&beside, &self.place(path))?)
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        match DISK.remove_file(&self.place(path)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let mut parent = Path::new(path).parent();
        // A folder that is not empty stays.
        while let Some(folder) = parent.filter(|p| !p.as_os_str().is_empty()) {
            if DISK.remove_folder(&self.base.join(folder)).is_err() {
                break;
            }
            parent = folder.parent();
        }
        Ok(())
    }

    fn settle(&self) -> Result<(), Trouble> {
        Ok(DISK.sync_all(&self.base)?)
    }
}

impl Disk for Folder {
    fn link(&self, from: &str, to: &str) -> Result<bool, Trouble> {
        let (from, to) = (self.place(from), self.place(to));
        if let Some(parent) = to.parent() {
            DISK.make_folders(parent)?;
        }
        match DISK.link(&from, &to) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(true),
            made => Ok(made.is_ok()),
        }
    }

    fn what(&self, path: &str) -> Result<What, Trouble> {
        let place = self.place(path);
        let metadata = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(What::Nothing),
            Err(error) => return Err(error.into()),
        };
        if metadata.is_symlink() {
            return Ok(What::Link(fs::read_link(&place)?.to_string_lossy().into_owned()));
        }
        let empty = metadata.is_dir() && fs::read_dir(&place)?.next().is_none();
        Ok(if empty { What::Empty } else { What::Full })
    }

    #[cfg(unix)]
    fn point(&self, path: &str, target: &str) -> Result<(), Trouble> {
        let (place, beside) = (self.place(path), self.place(&format!("{path}{BESIDE}")));
        // Left behind by a run that was killed.
        let _ = DISK.remove_file(&beside);
        DISK.stand_in(Path::new(target), &beside)?;
        // Only an empty folder gives way.
        let _ = DISK.remove_folder(&place);
        DISK.rename(&beside, &place)?;
        self.settle()
    }

    #[cfg(not(unix))]
    fn point(&self, path: &str, _: &str) -> Result<(), Trouble> {
        // Links want special rights there.
        Err(Trouble::new(Sort::Disk, format!("{path}: {}", ErrorKind::Unsupported)))
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        let entries = match fs::read_dir(self.place(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut names: Vec<String> = entries.flatten().filter_map(|e| e.file_name().into_string().ok()).collect();
        names.sort_unstable();
        Ok(names)
    }

    fn clear(&self, folder: &str) -> Result<(), Trouble> {
        match DISK.remove_all(&self.place(folder)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}
