//! Single files of the workspace: written whole, with what they were before kept.
//!
//! In: the workspace, paths within it, bytes. Out: files. Never follows a path out of the workspace, and never
//! takes a file away whose bytes are not kept somewhere.

use std::path::{Path, PathBuf};

use super::disk::{DISK, Disk};
use super::in_order::put_together_on;
use super::manifest;
use super::replace::replace_on;
use super::stage::Stage;
use crate::error::Error;
use crate::world::World;

/// The part of the workspace's stage in which files wait that come all at once.
const PART: &str = "pack";

/// How many earlier versions of a file are kept.
pub const VERSIONS: usize = 20;

/// The folder of a file's earlier versions.
pub fn versions_of(path: &str) -> String {
    format!(".gongkai/versions/{path}")
}

/// The names of a file's earlier versions, the newest first.
///
/// # Errors
/// Where the folder cannot be listed.
pub fn versions(world: &dyn World, path: &str) -> Result<Vec<String>, Error> {
    let mut names = world.list(&versions_of(path))?;
    names.retain(|name| number(name).is_some());
    names.sort_unstable_by_key(|name| std::cmp::Reverse(number(name)));
    Ok(names)
}

/// The running number that begins a version's name.
fn number(name: &str) -> Option<u64> {
    name.split(['_', '.']).next()?.parse().ok()
}

/// Writes files that belong together, in order; what each held before becomes its newest version.
///
/// # Errors
/// Where the disk refuses; where it does so before the first is in its place, all are as they were.
pub fn put(world: &dyn World, root: &Path, files: &[(String, &[u8])]) -> Result<(), Error> {
    put_on(DISK, world, root, files)
}

/// The same on a given disk.
///
/// # Errors
/// As for [`put`].
pub fn put_on(disk: &dyn Disk, world: &dyn World, root: &Path, files: &[(String, &[u8])]) -> Result<(), Error> {
    let mut placed: Vec<(PathBuf, &[u8])> = Vec::new();
    for (path, bytes) in files {
        placed.push((inside(root, path)?, bytes));
        keep(disk, world, root, path)?;
    }
    put_together_on(disk, &placed)
}

/// Takes a file away; what it held becomes its newest version.
///
/// # Errors
/// Where the disk refuses; the file is then as it was.
pub fn take(world: &dyn World, root: &Path, path: &str) -> Result<(), Error> {
    keep(DISK, world, root, path)?;
    discard_on(DISK, root, path)
}

/// Writes files and takes files away, all of them or none; what each held before becomes its newest version. Of `own`,
/// which is what the program remembers of this change, no versions are kept.
///
/// # Errors
/// Where the disk refuses; before the point of no return every file is as it was, after it [`finish`] goes on.
pub fn put_all<'b>(
    world: &dyn World,
    root: &Path,
    changes: impl Iterator<Item = (String, Option<&'b [u8]>)>,
    own: (&str, &[u8]),
) -> Result<(), Error> {
    put_all_on(DISK, world, root, changes, own)
}

/// The same on a given disk.
///
/// # Errors
/// As for [`put_all`].
pub fn put_all_on<'b>(
    disk: &dyn Disk,
    world: &dyn World,
    root: &Path,
    changes: impl Iterator<Item = (String, Option<&'b [u8]>)>,
    own: (&str, &[u8]),
) -> Result<(), Error> {
    let stage = Stage::open_within_on(disk, root, PART)?;
    let stage_all = || {
        for (path, bytes) in changes {
            inside(root, &path)?;
            keep(disk, world, root, &path)?;
            stage.change(&path, bytes)?;
        }
        inside(root, own.0)?;
        stage.change(own.0, Some(own.1))
    };
    if let Err(error) = stage_all() {
        stage.abandon()?;
        return Err(error);
    }
    stage.commit()
}

/// Finishes what an interrupted [`put_all`] had begun to put in place; false where there is nothing of that kind.
///
/// # Errors
/// Where another run is at it, or the disk refuses.
pub fn finish(root: &Path) -> Result<bool, Error> {
    let unfinished = Stage::is_unfinished(root, PART);
    if unfinished {
        Stage::open_within(root, PART)?;
    }
    Ok(unfinished)
}

/// Takes a file of the program's own away, such as a draft.
///
/// # Errors
/// Where the disk refuses.
pub fn discard(root: &Path, path: &str) -> Result<(), Error> {
    discard_on(DISK, root, path)
}

fn discard_on(disk: &dyn Disk, root: &Path, path: &str) -> Result<(), Error> {
    match disk.remove_file(&inside(root, path)?) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Error::io("io-remove", path, cause)),
        _ => Ok(()),
    }
}

/// Keeps what a file holds now, unless its newest version is the same; the oldest beyond the limit go.
fn keep(disk: &dyn Disk, world: &dyn World, root: &Path, path: &str) -> Result<(), Error> {
    if !world.is_file(path) {
        return Ok(());
    }
    let bytes = world.read(path)?;
    let (folder, known) = (versions_of(path), versions(world, path)?);
    if let Some(newest) = known.first()
        && world.read(&format!("{folder}/{newest}"))? == bytes
    {
        return Ok(());
    }
    let next = known.first().and_then(|name| number(name)).unwrap_or(0) + 1;
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let version = format!("{folder}/{next:06}_{}.{ending}", world.today());
    replace_on(disk, &inside(root, &version)?, &bytes)?;
    for old in known.iter().skip(VERSIONS - 1) {
        discard_on(disk, root, &format!("{folder}/{old}"))?;
    }
    Ok(())
}

fn inside(root: &Path, path: &str) -> Result<PathBuf, Error> {
    if manifest::inside(path) {
        Ok(root.join(path))
    } else {
        Err(Error::io("io-write", path, std::io::ErrorKind::PermissionDenied.into()))
    }
}
