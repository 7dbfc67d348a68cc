//! The world on disk.
//!
//! In: a workspace folder. Out: what `World` promises. Follows no symbolic links.

use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use super::World;
use crate::error::Error;
use crate::value::Date;

/// The largest file that is read, in bytes: every file of a community is held in memory.
const MOST: usize = 100 << 20;

/// A workspace folder on disk, with a fixed idea of today.
#[derive(Debug, Clone)]
pub struct DiskWorld {
    root: PathBuf,
    today: Date,
}

impl DiskWorld {
    /// The workspace at `root`; `today` stands in for the clock.
    pub fn new(root: impl Into<PathBuf>, today: Date) -> Self {
        Self { root: root.into(), today }
    }

    /// The workspace folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The place of a path, which must lead straight down.
    fn place(&self, path: &str) -> Result<PathBuf, Error> {
        let down = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if down { Ok(self.root.join(path)) } else { Err(Error::io("io-read", path, ErrorKind::InvalidInput.into())) }
    }

    fn walk(&self, folder: &str, depth: usize, want_files: bool) -> Result<Vec<String>, Error> {
        let start = self.place(folder)?;
        if !start.is_dir() {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for entry in visible(&start, depth) {
            let entry = entry.map_err(|e| Error::io("io-list", start.display(), e.into()))?;
            let kind = entry.file_type();
            if (want_files && !kind.is_file()) || (!want_files && !kind.is_dir()) {
                continue;
            }
            let path = entry.path().strip_prefix(&start).unwrap_or(entry.path());
            let Some(text) = path.to_str() else {
                let cause = std::io::Error::other("the name is not valid Unicode");
                return Err(Error::io("io-list", entry.path().display(), cause));
            };
            found.push(text.replace(std::path::MAIN_SEPARATOR, "/"));
        }
        found.sort_unstable();
        Ok(found)
    }
}

/// Everything below a folder that the program looks at: hidden files and those that editors keep are not.
pub(super) fn visible(start: &Path, depth: usize) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> {
    let visible = |entry: &walkdir::DirEntry| {
        let hidden = |name: &std::ffi::OsStr| matches!(name.as_encoded_bytes().first(), Some(b'.' | b'~'));
        entry.depth() == 0 || !hidden(entry.file_name())
    };
    WalkDir::new(start).min_depth(1).max_depth(depth).into_iter().filter_entry(visible)
}

/// The bytes of a file that somebody hands in from outside of the workspace; of a file longer than `most` only
/// as much as shows that it is.
///
/// # Errors
/// Where it is no plain file, or cannot be read.
pub fn read_outside(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let fail = |cause| Error::io("io-read", path.display(), cause);
    // Looked at first: opening a pipe would wait for somebody to write into it.
    let data = path.metadata().map_err(fail)?;
    if !data.is_file() {
        return Err(fail(std::io::Error::other("this is no plain file")));
    }
    let file = std::fs::File::open(path).map_err(fail)?;
    let size = usize::try_from(data.len()).unwrap_or(most).min(most);
    let mut bytes = Vec::with_capacity(size + 1);
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(fail)?;
    Ok(bytes)
}

/// The names of the files directly inside a folder outside of the workspace, sorted.
///
/// # Errors
/// Where the folder cannot be listed.
pub fn list_outside(folder: &Path) -> Result<Vec<String>, Error> {
    let fail = |cause| Error::io("io-list", folder.display(), cause);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        if entry.file_type().map_err(fail)?.is_file() {
            names.extend(entry.file_name().into_string().ok());
        }
    }
    names.sort_unstable();
    Ok(names)
}

impl World for DiskWorld {
    fn list(&self, folder: &str) -> Result<Vec<String>, Error> {
        self.walk(folder, usize::MAX, true)
    }

    fn folders(&self, folder: &str) -> Result<Vec<String>, Error> {
        self.walk(folder, 1, false)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        let fail = |cause| Error::io("io-read", path, cause);
        let place = self.place(path)?;
        if place.symlink_metadata().map_err(fail)?.is_symlink() {
            return Err(fail(std::io::Error::other("links are not followed")));
        }
        let bytes = read_outside(&place, MOST)?;
        if bytes.len() > MOST {
            return Err(Error::io("io-large", path, ErrorKind::FileTooLarge.into()));
        }
        Ok(bytes)
    }

    fn stamp(&self, folder: &str) -> Option<[u8; 32]> {
        super::stamp::of(&self.place(folder).ok()?)
    }

    fn is_file(&self, path: &str) -> bool {
        self.place(path).is_ok_and(|place| place.symlink_metadata().is_ok_and(|data| data.is_file()))
    }

    fn today(&self) -> Date {
        self.today
    }
}
