//! Old and new output change places in one step.
//!
//! In: a folder with what is new, the output, the plan. Out: the new output, whole. What did not change is in both for a
//! moment: files under a second name, folders in which nothing changed by a link that stands for them. Never takes away
//! what it did not see: whatever somebody puts into the output while this goes on is carried over.
//!
//! At every moment each path of the output leads to the old or to the new file, as for all others: before the one
//! exchange to the old, after it to the new, where a folder may be reached through its link until both have changed
//! places too.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::disk::{Disk, is_mount};
use super::stage::Plan;
use crate::error::Error;

/// Where the new output is made, within the folder beside the old one.
pub(super) const NEW: &str = "new";

/// The folder beside an output in which this works; there only while a run writes.
pub(super) fn beside(out: &Path) -> PathBuf {
    out.with_file_name(beside_name(out))
}

fn beside_name(out: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(out.file_name().unwrap_or_default());
    name.push(".gongkai");
    name
}

/// What stands for a folder of the output until the folder itself is there; `path` is its own within the output.
fn link_to(out: &Path, path: &Path) -> PathBuf {
    let up: PathBuf = path.iter().map(|_| "..").collect();
    up.join(beside_name(out)).join(NEW).join(path)
}

/// Whether folders can change places here, and files have two names: tried with our own.
pub(super) fn is_possible(disk: &dyn Disk, out: &Path, beside: &Path) -> bool {
    if out.file_name().is_none() || (out.exists() && !is_free(out)) {
        return false;
    }
    let ours = beside.join("try");
    // What a killed run left there.
    let _ = disk.remove_all(&ours);
    let (one, other) = (ours.join("one"), ours.join("other"));
    let tried = || -> io::Result<()> {
        disk.make_folders(&one)?;
        disk.write(&one.join("a"), b"", false)?;
        disk.link(&one.join("a"), &one.join("b"))?;
        disk.stand_in(Path::new("one"), &other)?;
        disk.exchange(&one, &other)
    };
    let possible = tried().is_ok();
    let _ = disk.remove_all(&ours);
    possible
}

/// What became of a switch.
#[derive(Debug)]
pub(super) enum Switched {
    /// The new output is there, and nothing else.
    Done,
    /// This disk cannot do so after all; nothing has changed.
    Cannot,
    /// It failed; nothing has changed.
    Failed(Error),
    /// The new output is there, and something is left to be done by the next run.
    Late(Error),
}

/// Puts `new` in the place of `out`.
pub(super) fn switch(disk: &dyn Disk, new: &Path, out: &Path, plan: &Plan) -> Switched {
    let stands = out.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    let mut carried = Carried::default();
    if stands && let Err((path, cause)) = carry(disk, new, out, plan, &mut carried) {
        return refused(cause, |cause| Error::io("io-write", path.display(), cause));
    }
    if let Err(cause) = disk.sync_all(new) {
        return Switched::Failed(Error::io("io-sync", new.display(), cause));
    }
    let moved = if stands {
        disk.exchange(new, out)
    } else {
        let cleared = if out.exists() { disk.remove_folder(out) } else { Ok(()) };
        cleared.and_then(|()| disk.rename(new, out))
    };
    if let Err(cause) = moved {
        return refused(cause, |cause| Error::io("io-move", out.display(), cause));
    }
    match finish(disk, new, out, stands, &carried) {
        Ok(()) => Switched::Done,
        Err((path, cause)) => Switched::Late(Error::io("io-move", path.display(), cause)),
    }
}

/// Finishes what a killed run had begun: folders take the place of the links that stand for them.
pub(super) fn settle(disk: &dyn Disk, out: &Path) -> Result<(), Error> {
    let new = beside(out).join(NEW);
    // Folders within others are looked through only where such a run was: a city has tens of thousands.
    let depth = if new.is_dir() { usize::MAX } else { 1 };
    let links = WalkDir::new(out).min_depth(1).max_depth(depth).into_iter().flatten();
    let links: Vec<PathBuf> = links.filter(|e| e.path_is_symlink()).map(walkdir::DirEntry::into_path).collect();
    for place in links {
        let path = place.strip_prefix(out).unwrap_or(&place);
        if fs::read_link(&place).is_ok_and(|to| to == link_to(out, path)) {
            let folder = new.join(path);
            let done = if folder.is_dir() { disk.exchange(&place, &folder) } else { disk.remove_file(&place) };
            done.map_err(|cause| Error::io("io-move", place.display(), cause))?;
        }
    }
    Ok(())
}

fn refused(cause: io::Error, told: impl FnOnce(io::Error) -> Error) -> Switched {
    use io::ErrorKind::{CrossesDevices, InvalidInput, ResourceBusy, TooManyLinks, Unsupported};
    // Some refusals say that a disk has no such step, rather than that it failed.
    match cause.kind() {
        CrossesDevices | InvalidInput | ResourceBusy | TooManyLinks | Unsupported => Switched::Cannot,
        _ => Switched::Failed(told(cause)),
    }
}

type Refused = (PathBuf, io::Error);

/// What goes from the old output into the new one.
#[derive(Debug, Default)]
struct Carried {
    /// Folders in which nothing changes.
    whole: Vec<PathBuf>,
    /// Files that were looked at.
    seen: HashSet<PathBuf>,
}

/// Gives everything that stays a place in the new output.
fn carry(disk: &dyn Disk, new: &Path, out: &Path, plan: &Plan, carried: &mut Carried) -> Result<(), Refused> {
    let gone: HashSet<&Path> = plan.stale.iter().map(Path::new).collect();
    let made: HashSet<&Path> = plan.files.iter().chain(&plan.last).map(Path::new).collect();
    let touched: HashSet<&Path> = gone.iter().chain(&made).flat_map(|path| path.ancestors().skip(1)).collect();
    let mut folders = vec![(out.to_owned(), new.to_owned())];
    let mut entries = walk(out);
    while let Some(entry) = entries.next() {
        let entry = entry.map_err(|e| (out.to_owned(), e.into()))?;
        let path = entry.path().strip_prefix(out).unwrap_or(entry.path()).to_owned();
        let place = new.join(&path);
        if !entry.file_type().is_dir() {
            if !gone.contains(path.as_path()) && !made.contains(path.as_path()) {
                with_folder(disk, &place, || disk.link(entry.path(), &place)).map_err(|cause| (place, cause))?;
            }
            carried.seen.insert(path);
        } else if !touched.contains(path.as_path()) && is_free(entry.path()) {
            entries.skip_current_dir();
            let link = link_to(out, &path);
            with_folder(disk, &place, || disk.stand_in(&link, &place)).map_err(|cause| (place, cause))?;
            carried.whole.push(path);
        } else {
            // A folder in which nothing stays is not carried over, unless it was empty already.
            if entry.path().read_dir().is_ok_and(|mut inner| inner.next().is_none()) {
                disk.make_folders(&place).map_err(|cause| (place.clone(), cause))?;
            }
            folders.push((entry.into_path(), place));
        }
    }
    // Last, since a folder may be one in which nothing can be made.
    for (folder, place) in folders.iter().filter(|(_, place)| place.is_dir()) {
        disk.set_rights(folder, place).map_err(|cause| (place.clone(), cause))?;
    }
    Ok(())
}

/// Whether a folder can be moved: it is not closed, and no other disk begins there.
fn is_free(folder: &Path) -> bool {
    folder.metadata().is_ok_and(|data| !data.permissions().readonly()) && !is_mount(folder)
}

/// Does something to a place, and makes the folder around it where it is missing.
fn with_folder(disk: &dyn Disk, place: &Path, step: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match step() {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            disk.make_folders(place.parent().unwrap_or(place))?;
            step()
        }
        done => done,
    }
}

/// What is left once the new output stands: `new` is now where the old one is.
fn finish(disk: &dyn Disk, new: &Path, out: &Path, stood: bool, carried: &Carried) -> Result<(), Refused> {
    let parent = out.parent().unwrap_or(out);
    disk.sync_names(parent).map_err(|cause| (parent.to_owned(), cause))?;
    if !stood {
        return Ok(());
    }
    for path in &carried.whole {
        disk.exchange(&out.join(path), &new.join(path)).map_err(|cause| (out.join(path), cause))?;
    }
    carry_late(disk, new, out, &carried.seen)?;
    disk.remove_all(new).map_err(|cause| (new.to_owned(), cause))
}

/// Brings over what came into the old output after it was looked through.
fn carry_late(disk: &dyn Disk, old: &Path, out: &Path, seen: &HashSet<PathBuf>) -> Result<(), Refused> {
    for entry in walk(old).filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir()) {
        let path = entry.path().strip_prefix(old).unwrap_or(entry.path());
        let place = out.join(path);
        if !seen.contains(path) && place.symlink_metadata().is_err() {
            with_folder(disk, &place, || disk.rename(entry.path(), &place)).map_err(|cause| (place.clone(), cause))?;
        }
    }
    Ok(())
}

/// Everything below a folder but what a run keeps there for itself.
fn walk(folder: &Path) -> walkdir::FilterEntry<walkdir::IntoIter, fn(&walkdir::DirEntry) -> bool> {
    fn theirs(entry: &walkdir::DirEntry) -> bool {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(".gongkai-"));
        entry.depth() != 1 || !ours
    }
    WalkDir::new(folder)
        .min_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(theirs as fn(&walkdir::DirEntry) -> bool)
}
