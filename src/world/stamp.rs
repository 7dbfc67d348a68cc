//! How the files of a folder stand, without reading them.
//!
//! In: a folder. Out: a hash of names, sizes, times and numbers of all files in it, or nothing where a change could go
//! unseen. Never opens a file.

use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::disk::visible;

/// How old every change must be, for a later one to have another time: some disks count in steps of two seconds.
const SURE: Duration = Duration::from_secs(3);

/// The stamp of a folder; one that is not there has a stamp too.
pub(super) fn of(folder: &Path) -> Option<[u8; 32]> {
    let newest = SystemTime::now().checked_sub(SURE)?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let mut all = Vec::new();
    if folder.is_dir() {
        for entry in visible(folder, usize::MAX) {
            let entry = entry.ok()?;
            if entry.file_type().is_file() {
                let times = times(&entry.metadata().ok()?)?;
                if times.modified.max(times.changed) > newest {
                    return None;
                }
                all.push((entry.into_path(), times));
            }
        }
    }
    all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let mut hasher = blake3::Hasher::new();
    for (path, times) in &all {
        let path = path.strip_prefix(folder).ok()?.as_os_str().as_encoded_bytes();
        hasher.update(&(path.len() as u64).to_le_bytes()).update(path);
        hasher.update(&times.size.to_le_bytes()).update(&times.number.to_le_bytes());
        hasher.update(&times.modified.to_le_bytes()).update(&times.changed.to_le_bytes());
    }
    Some(*hasher.finalize().as_bytes())
}

/// What the system knows of a file; times in nanoseconds since 1970.
struct Times {
    size: u64,
    /// Which file it is, however it is called; zero where the system does not tell.
    number: u64,
    modified: u128,
    /// When anything about it changed, which nobody can set back; zero where the system does not tell.
    changed: u128,
}

fn times(data: &Metadata) -> Option<Times> {
    let modified = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    #[cfg(unix)]
    let (number, changed) = {
        use std::os::unix::fs::MetadataExt;
        let seconds = u128::try_from(data.ctime()).ok()?;
        (data.ino(), seconds * 1_000_000_000 + u128::try_from(data.ctime_nsec()).ok()?)
    };
    #[cfg(not(unix))]
    let (number, changed) = (0, 0);
    Some(Times { size: data.len(), number, modified, changed })
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};

    use super::*;

    fn old(path: &Path) {
        let file = File::options().append(true).open(path).expect("a file");
        file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("a time");
    }

    #[test]
    fn what_changed_a_moment_ago_has_no_stamp() {
        let place = tempfile::tempdir().expect("a folder");
        assert!(of(place.path()).is_some() && of(&place.path().join("none")) == of(place.path()));
        fs::write(place.path().join("a.yaml"), "a").expect("written");
        assert_eq!(of(place.path()), None);
        // Its text may be old; that it was put here is not.
        old(&place.path().join("a.yaml"));
        assert_eq!(of(place.path()).is_none(), cfg!(unix));
    }

    #[test]
    fn hidden_files_do_not_count() {
        let place = tempfile::tempdir().expect("a folder");
        let nothing = of(place.path());
        fs::write(place.path().join(".a.swp"), "a").expect("written");
        fs::write(place.path().join("~$a.xlsx"), "a").expect("written");
        assert_eq!(of(place.path()), nothing);
    }
}
