//! A list of moves, for systems on which two folders cannot change places in one step.
//!
//! In: what is staged. Out: a list beside it (the point of no return), and files in place, manifests last. A run that
//! finds such a list finishes it. Never reaches outside of the output, whatever stands in a list.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use super::disk::Disk;
use super::manifest;
use super::replace::replace_on;
use super::stage::Plan;
use crate::error::Error;

/// The list; its presence means that everything staged is whole.
pub(super) const LIST: &str = "moves";
/// First line of a list.
const HEAD: &str = "gongkai moves 1";
/// How often a move is tried that the system refuses, and how long it waits in between: on Windows scanners and previews
/// hold a file for a moment.
const TRIES: u32 = 4;
const WAIT: Duration = Duration::from_millis(if cfg!(windows) { 100 } else { 0 });

/// What is to be moved and removed, in this order.
#[derive(Debug, Default)]
pub(super) struct Moves {
    /// Files or whole folders, from the stage to the output.
    moves: Vec<String>,
    /// Manifests.
    last: Vec<String>,
    /// Files to remove.
    stale: Vec<String>,
}

impl Moves {
    /// The moves that a plan needs: a site that the output did not have goes as one folder.
    pub(super) fn of(plan: Plan) -> Self {
        let Plan { mut files, mut whole, mut last, stale } = plan;
        whole.sort_unstable();
        let inside = |path: &String| {
            path.split_once('/').is_some_and(|(site, _)| whole.binary_search_by(|w| w.as_str().cmp(site)).is_ok())
        };
        files.retain(|path| !inside(path));
        last.retain(|path| !inside(path));
        files.extend(whole);
        files.sort_unstable();
        Self { moves: files, last, stale }
    }

    /// Writes the list.
    pub(super) fn note(&self, disk: &dyn Disk, stage: &Path) -> Result<(), Error> {
        let mut text = format!("{HEAD}\n");
        for (sign, paths) in [('+', &self.moves), ('!', &self.last), ('-', &self.stale)] {
            for path in paths {
                text.push(sign);
                text.push_str(path);
                text.push('\n');
            }
        }
        text.push_str("end\n");
        replace_on(disk, &stage.join(LIST), text.as_bytes())
    }

    /// Puts everything in place that is not there yet.
    pub(super) fn apply(&self, disk: &dyn Disk, stage: &Path, out: &Path) -> Result<(), Error> {
        for path in self.moves.iter().chain(&self.last) {
            let (from, to) = (stage.join(path), out.join(path));
            let mut tries = 1;
            while let Err(cause) = move_into_place(disk, &from, &to) {
                if tries == TRIES {
                    return Err(Error::io("io-move", to.display(), cause));
                }
                std::thread::sleep(WAIT * tries);
                tries += 1;
            }
        }
        for path in &self.stale {
            remove_with_empty_parents(disk, out, path).map_err(|cause| Error::io("io-remove", path, cause))?;
        }
        Ok(())
    }
}

/// The list of a run that was interrupted; none where there is none, or it is not whole.
pub(super) fn unfinished(stage: &Path) -> Option<Moves> {
    parse(&fs::read_to_string(stage.join(LIST)).ok()?)
}

fn parse(text: &str) -> Option<Moves> {
    let body = text.strip_prefix(HEAD)?.strip_suffix("end\n")?;
    let mut moves = Moves::default();
    for line in body.lines().filter(|l| !l.is_empty()) {
        let list = match line.as_bytes()[0] {
            b'+' => &mut moves.moves,
            b'!' => &mut moves.last,
            b'-' => &mut moves.stale,
            _ => return None,
        };
        let path = line[1..].to_owned();
        if !manifest::inside(&path) {
            return None;
        }
        list.push(path);
    }
    Some(moves)
}

/// Moves one file or folder; one that is no longer in the stage was moved by an earlier run.
fn move_into_place(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    match disk.rename(from, to) {
        Ok(()) => Ok(()),
        Err(_) if !from.exists() && to.exists() => Ok(()),
        Err(_) => {
            if let Some(parent) = to.parent() {
                disk.make_folders(parent)?;
            }
            disk.rename(from, to)
        }
    }
}

fn remove_with_empty_parents(disk: &dyn Disk, out: &Path, path: &str) -> io::Result<()> {
    use io::ErrorKind::{NotADirectory, NotFound};
    // A stale file that is already gone, or a folder that is not empty, is as it should be.
    match disk.remove_file(&out.join(path)) {
        Err(cause) if !matches!(cause.kind(), NotFound | NotADirectory) => return Err(cause),
        _ => {}
    }
    let mut parent = Path::new(path).parent();
    while let Some(folder) = parent.filter(|p| !p.as_os_str().is_empty()) {
        if disk.remove_folder(&out.join(folder)).is_err() {
            break;
        }
        parent = folder.parent();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_whole_and_stays_inside_or_is_none() {
        let list = |body: &str| parse(&format!("{HEAD}\n{body}end\n")).is_some();
        assert!(list("+a/b.html\n!a/manifest.json\n-a/c.html\n"));
        for bad in ["+../x\n", "-/etc/passwd\n", "+C:\\x\n", "+a//b\n", "?a\n", "+a\\..\\b\n"] {
            assert!(!list(bad), "{bad}");
        }
        for half in ["", HEAD, "gongkai moves 1\n+a\n", "gongkai moves 2\nend\n"] {
            assert!(parse(half).is_none(), "{half}");
        }
    }

    #[test]
    fn a_new_site_moves_as_one_folder() {
        let names = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let plan = Plan {
            files: names(&["a/x.html", "b/y.html", "index.html"]),
            whole: names(&["b"]),
            last: names(&["a/manifest.json", "b/manifest.json"]),
            stale: names(&["a/z.html"]),
        };
        let moves = Moves::of(plan);
        assert_eq!(moves.moves, names(&["a/x.html", "b", "index.html"]));
        assert_eq!(moves.last, names(&["a/manifest.json"]));
    }
}
