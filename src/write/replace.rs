//! One file in its place, whole or not at all.
//!
//! In: a path and bytes. Out: the file, written beside its place, synced and moved there in one step. Never opens the
//! file that stands there, and never uses a name that somebody else may have chosen.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::disk::{DISK, Disk};
use crate::error::Error;

/// How a file is called that is not in its place yet: short, since the name of its place may be as long as names can
/// be, and hidden, so that nothing takes it for a record.
const HEAD: &str = ".gongkai-";
const TAIL: &str = ".new";

/// What a killed run left is taken away after this time.
const STALE: Duration = Duration::from_secs(3600);

/// How a file comes into its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// It is on the medium before it has its name.
    Lasting,
    /// The same, and only its owner may read it.
    Private,
    /// It may be lost when the power fails, but is never seen half.
    Light,
}

/// Writes one file; folders come by themselves.
///
/// # Errors
/// Where the disk refuses; the old file is then untouched.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    replace_on(DISK, path, bytes)
}

/// Writes one file on a given disk.
///
/// # Errors
/// As for [`replace_file`].
pub fn replace_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    sweep(disk, folder_of(path));
    place(disk, path, bytes, Care::Lasting)
}

/// Writes one file that only its owner may read.
///
/// # Errors
/// As for [`replace_file`].
pub fn replace_private(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    place(DISK, path, bytes, Care::Private)
}

/// Writes one file that is worth nothing but time: it is never seen half, but may be lost when the power fails.
///
/// # Errors
/// As for [`replace_file`].
pub fn remember_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    place(disk, path, bytes, Care::Light)
}

pub(super) fn place(disk: &dyn Disk, path: &Path, bytes: &[u8], care: Care) -> Result<(), Error> {
    let beside = prepare(disk, path, bytes, care)?;
    finish(disk, &beside, path, care)
}

/// Writes a file beside its place, and leaves nothing where that fails.
pub(super) fn prepare(disk: &dyn Disk, path: &Path, bytes: &[u8], care: Care) -> Result<PathBuf, Error> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let folder = folder_of(path);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let beside = folder.join(format!("{HEAD}{}-{number}{TAIL}", std::process::id()));
    let private = care == Care::Private;
    let written = disk
        .make_folders(folder)
        .and_then(|()| disk.write(&beside, bytes, private))
        .and_then(|()| if care == Care::Light { Ok(()) } else { disk.sync(&beside) });
    written.map_err(|cause| give_up(disk, &beside, path, cause))?;
    Ok(beside)
}

/// Moves a file that was written beside its place there.
pub(super) fn finish(disk: &dyn Disk, beside: &Path, path: &Path, care: Care) -> Result<(), Error> {
    disk.rename(beside, path).map_err(|cause| give_up(disk, beside, path, cause))?;
    if care != Care::Light {
        let folder = folder_of(path);
        disk.sync_names(folder).map_err(|cause| Error::io("io-sync", folder.display(), cause))?;
    }
    Ok(())
}

fn give_up(disk: &dyn Disk, beside: &Path, path: &Path, cause: io::Error) -> Error {
    // What cannot be removed now is swept away later.
    let _ = disk.remove_file(beside);
    Error::io("io-write", path.display(), cause)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Takes away what killed runs left in a folder.
pub(super) fn sweep(disk: &dyn Disk, folder: &Path) {
    let old = |entry: &std::fs::DirEntry| {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|n| n.starts_with(HEAD) && n.ends_with(TAIL));
        ours && entry.metadata().and_then(|d| d.modified()).is_ok_and(|t| t.elapsed().is_ok_and(|age| age > STALE))
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten().filter(old) {
        // One that stays is hidden and does no harm.
        let _ = disk.remove_file(&entry.path());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_long_as_names_can_be_are_written_and_neighbours_stay() {
        let dir = tempfile::tempdir().expect("a folder");
        let long = dir.path().join(format!("{}.md", "长".repeat(84)));
        std::fs::write(dir.path().join("a.new"), "somebody's").expect("written");
        replace_file(&long, b"1").expect("255 bytes are allowed");
        replace_file(&dir.path().join("a.md"), b"2").expect("written");
        assert_eq!(std::fs::read(dir.path().join("a.new")).expect("there"), b"somebody's");
        assert_eq!(std::fs::read_dir(dir.path()).expect("a folder").count(), 3, "nothing else is left");
    }

    #[test]
    fn what_a_killed_run_left_goes_after_a_while() {
        let dir = tempfile::tempdir().expect("a folder");
        let (old, young) = (dir.path().join(".gongkai-1-0.new"), dir.path().join(".gongkai-1-1.new"));
        for path in [&old, &young] {
            std::fs::write(path, "half").expect("written");
        }
        let file = std::fs::File::options().write(true).open(&old).expect("there");
        file.set_modified(std::time::SystemTime::now() - 2 * STALE).expect("a time");
        replace_file(&dir.path().join("a.md"), b"2").expect("written");
        assert_eq!((old.exists(), young.exists()), (false, true));
    }
}
