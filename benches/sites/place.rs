//! Folders on memory or on disk, and what stands in them.
//!
//! In: a size of work. Out: an empty folder, counts of files and bytes. Never leaves a folder behind.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Room that a record takes in all trees together, in bytes, with a margin.
const RECORD: u64 = 160 * 1024;

/// A folder that goes when it is no longer used.
pub struct Place {
    pub path: PathBuf,
    /// `memory` or `disk`.
    pub name: &'static str,
}

impl Place {
    /// A folder in memory-backed storage, where the system has such with enough room.
    pub fn in_memory(records: usize) -> Option<Self> {
        let room = rustix::fs::statvfs("/dev/shm").ok()?;
        let needed = RECORD * records as u64 + (64 << 20);
        (room.f_bavail * room.f_frsize > needed).then(|| Self::below(Path::new("/dev/shm"), "memory"))
    }

    /// A folder below `target/`.
    pub fn on_disk() -> Self {
        Self::below(Path::new(env!("CARGO_TARGET_TMPDIR")), "disk")
    }

    fn below(parent: &Path, name: &'static str) -> Self {
        let path = parent.join(format!("gongkai-bench-{}", std::process::id()));
        clear(&path);
        fs::create_dir_all(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        Self { path, name }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        clear(&self.path);
    }
}

/// Removes a folder with all that is in it.
pub fn clear(path: &Path) {
    match fs::remove_dir_all(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => panic!("{}: {e}", path.display()),
        _ => {}
    }
}

/// Files of a tree.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tree {
    pub files: u64,
    pub bytes: u64,
    /// Pages of HTML.
    pub pages: u64,
    pub page_bytes: u64,
    /// Files written since the time that was asked for.
    pub newer: u64,
}

/// Counts the files below `path`, and those changed at or after `since`.
pub fn count(path: &Path, since: SystemTime) -> io::Result<Tree> {
    let mut tree = Tree::default();
    for entry in walkdir::WalkDir::new(path) {
        let entry = entry?;
        if !entry.file_type().is_file() {
            continue;
        }
        let data = entry.metadata()?;
        tree.files += 1;
        tree.bytes += data.len();
        if entry.path().extension().is_some_and(|e| e == "html") {
            tree.pages += 1;
            tree.page_bytes += data.len();
        }
        tree.newer += u64::from(data.modified()? >= since);
    }
    Ok(tree)
}
