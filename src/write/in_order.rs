//! Files that must come onto the disk one after another.
//!
//! In: a folder, paths and bytes in their order. Out: each file whole and synced before the next is begun, so that
//! the last one never speaks of one that is not there. Never touches a file that is already right.

use std::fs;
use std::path::Path;

use super::replace_file;
use crate::error::Error;

/// Writes files in order.
///
/// # Errors
/// Where the disk refuses; the files before are then in place, the others as they were.
pub fn put_in_order(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    for (path, bytes) in files {
        let place = folder.join(path);
        if fs::read(&place).is_ok_and(|there| there == *bytes) {
            continue;
        }
        replace_file(&place, bytes)?;
    }
    Ok(())
}

/// Removes files below `inside` that are no longer part of what was written; one that stays does no harm.
pub fn remove_stale(folder: &Path, inside: &str, kept: &dyn Fn(&str) -> bool) {
    let walk = walkdir::WalkDir::new(folder.join(inside)).contents_first(true);
    for entry in walk.into_iter().flatten() {
        let Ok(path) = entry.path().strip_prefix(folder) else { continue };
        let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        if entry.file_type().is_file() && !kept(&path) {
            let _ = fs::remove_file(entry.path());
        } else if entry.file_type().is_dir() {
            // A folder that is not empty stays.
            let _ = fs::remove_dir(entry.path());
        }
    }
}
