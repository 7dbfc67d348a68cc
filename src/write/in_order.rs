//! Files that must come onto the disk one after another, and files that belong together.
//!
//! In: a folder, paths and bytes. Out: each file whole and synced. Never touches a file that is already right.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{DISK, Disk};
use super::replace::{Care, finish, place, prepare, sweep};
use crate::error::Error;

/// Writes files in order: each is whole and synced before the next is begun, so that the last one never speaks of one
/// that is not there.
///
/// # Errors
/// Where the disk refuses; the files before are then in place, the others as they were.
pub fn put_in_order(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    put_in_order_on(DISK, folder, files)
}

/// The same on a given disk.
///
/// # Errors
/// As for [`put_in_order`].
pub fn put_in_order_on(disk: &dyn Disk, folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    let mut swept = PathBuf::new();
    for (path, bytes) in files {
        let place_of = folder.join(path);
        if is_right(&place_of, bytes) {
            continue;
        }
        if let Some(parent) = place_of.parent().filter(|parent| *parent != swept) {
            sweep(disk, parent);
            swept = parent.to_owned();
        }
        place(disk, &place_of, bytes, Care::Lasting)?;
    }
    Ok(())
}

/// Writes files that belong together, in order: all of them are on the disk before the first gets its name.
///
/// # Errors
/// Where the disk refuses; where it does so before the first has its name, all are as they were.
pub fn put_together(files: &[(PathBuf, &[u8])]) -> Result<(), Error> {
    put_together_on(DISK, files)
}

/// The same on a given disk.
///
/// # Errors
/// As for [`put_together`].
pub fn put_together_on(disk: &dyn Disk, files: &[(PathBuf, &[u8])]) -> Result<(), Error> {
    let mut ready: Vec<(PathBuf, &Path)> = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, bytes)| !is_right(path, bytes)) {
        match prepare(disk, path, bytes, Care::Lasting) {
            Ok(beside) => ready.push((beside, path)),
            Err(error) => {
                forget(disk, &ready);
                return Err(error);
            }
        }
    }
    for at in 0..ready.len() {
        let (beside, path) = &ready[at];
        if let Err(error) = finish(disk, beside, path, Care::Lasting) {
            forget(disk, &ready[at + 1..]);
            return Err(error);
        }
    }
    Ok(())
}

fn forget(disk: &dyn Disk, ready: &[(PathBuf, &Path)]) {
    for (beside, _) in ready {
        // What cannot be removed now is swept away later.
        let _ = disk.remove_file(beside);
    }
}

fn is_right(path: &Path, bytes: &[u8]) -> bool {
    fs::read(path).is_ok_and(|there| there == bytes)
}

/// Removes files below `inside` that are no longer part of what was written; one that stays does no harm.
pub fn remove_stale(folder: &Path, inside: &str, kept: &dyn Fn(&str) -> bool) {
    remove_stale_on(DISK, folder, inside, kept);
}

/// The same on a given disk.
pub fn remove_stale_on(disk: &dyn Disk, folder: &Path, inside: &str, kept: &dyn Fn(&str) -> bool) {
    let walk = walkdir::WalkDir::new(folder.join(inside)).contents_first(true);
    for entry in walk.into_iter().flatten() {
        let Ok(path) = entry.path().strip_prefix(folder) else { continue };
        let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        if entry.file_type().is_file() && !kept(&path) {
            let _ = disk.remove_file(entry.path());
        } else if entry.file_type().is_dir() {
            // A folder that is not empty stays.
            let _ = disk.remove_folder(entry.path());
        }
    }
}
