//! Single files of the workspace: written whole, with what they were before kept.
//!
//! In: the workspace, paths within it, bytes. Out: files. Never follows a path out of the workspace, and never
//! takes a file away whose bytes are not kept somewhere.

use std::fs;
use std::path::Path;

use super::manifest;
use super::stage::replace_file;
use crate::error::Error;
use crate::world::World;

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

/// Writes a file; what it held before becomes its newest version.
///
/// # Errors
/// Where the disk refuses; the file is then as it was.
pub fn put(world: &dyn World, root: &Path, path: &str, bytes: &[u8]) -> Result<(), Error> {
    keep(world, root, path)?;
    replace_file(&inside(root, path)?, bytes)
}

/// Takes a file away; what it held becomes its newest version.
///
/// # Errors
/// Where the disk refuses; the file is then as it was.
pub fn take(world: &dyn World, root: &Path, path: &str) -> Result<(), Error> {
    keep(world, root, path)?;
    discard(root, path)
}

/// Takes a file of the program's own away, such as a draft.
///
/// # Errors
/// Where the disk refuses.
pub fn discard(root: &Path, path: &str) -> Result<(), Error> {
    match fs::remove_file(inside(root, path)?) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Error::io("io-remove", path, cause)),
        _ => Ok(()),
    }
}

/// Keeps what a file holds now, unless its newest version is the same; the oldest beyond the limit go.
fn keep(world: &dyn World, root: &Path, path: &str) -> Result<(), Error> {
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
    replace_file(&inside(root, &format!("{folder}/{next:06}_{}.{ending}", world.today()))?, &bytes)?;
    for old in known.iter().skip(VERSIONS - 1) {
        discard(root, &format!("{folder}/{old}"))?;
    }
    Ok(())
}

fn inside(root: &Path, path: &str) -> Result<std::path::PathBuf, Error> {
    if manifest::inside(path) {
        Ok(root.join(path))
    } else {
        Err(Error::io("io-write", path, std::io::ErrorKind::PermissionDenied.into()))
    }
}
