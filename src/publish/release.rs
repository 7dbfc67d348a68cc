//! Publications that are folders of their own, and one move that switches to the next.
//!
//! In: a disk, a name, a plan. Out: `<name>.releases/<number>-<hash>` with everything in it, and `<name>` leading
//! there. Never touches a publication that readers see: unchanged files are linked into the next one.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::door::{Disk, Head, Trouble, What};
use super::go::{Job, each};
use super::journal::Journal;
use super::listing::PUBLISHED;
use crate::error::Error;

/// The folder of all publications of a name.
fn folder(name: &str) -> String {
    format!("{name}.releases")
}

/// The number that begins a publication's name.
fn number(release: &str) -> Option<u64> {
    release.split('-').next()?.parse().ok()
}

/// The publication that readers see; none before the first.
///
/// # Errors
/// Where something stands in the way that is no publication of ours.
fn current(disk: &dyn Disk, name: &str) -> Result<Option<String>, Error> {
    let in_the_way = || Error::io("publish-in-the-way", name, std::io::ErrorKind::AlreadyExists.into());
    match disk.what(name).map_err(|trouble| trouble.at(name))? {
        What::Nothing | What::Empty => Ok(None),
        What::Link(target) => {
            let ours = target.replace('\\', "/");
            let ours = ours.strip_prefix(&format!("{}/", folder(name))).map(str::to_owned);
            ours.map(Some).ok_or_else(in_the_way)
        }
        What::Full => Err(in_the_way()),
    }
}

/// All publications with whether each is whole, oldest first.
fn all(disk: &dyn Disk, name: &str) -> Result<Vec<(u64, String, bool)>, Trouble> {
    let folder = folder(name);
    let mut all = Vec::new();
    for release in disk.names(&folder)? {
        if let Some(number) = number(&release) {
            let whole = disk.what(&format!("{folder}/{release}/{PUBLISHED}"))? != What::Nothing;
            all.push((number, release, whole));
        }
    }
    all.sort_unstable();
    Ok(all)
}

/// Makes the next publication, switches to it, and keeps the newest `keep`.
///
/// # Errors
/// Where the other side does not answer or refuses: readers then still see the publication before, and the next run
/// goes on where this one stopped.
pub fn switched(disk: &dyn Disk, name: &str, keep: usize, job: &Job<'_>, mut journal: Journal) -> Result<(), Error> {
    let at_name = |trouble: Trouble| trouble.at(name);
    let before = current(disk, name)?;
    let known = all(disk, name).map_err(at_name)?;
    let record = job.plan.published.to_bytes();
    let hash = &blake3::hash(&record).to_hex()[..8];
    let seen = before.as_deref().and_then(number).unwrap_or(0);
    let begun = known.iter().find(|(at, release, whole)| *at > seen && !whole && release.ends_with(hash));
    let release = match begun.filter(|_| !journal.done.is_empty()) {
        Some((_, release, _)) => release.clone(),
        None => {
            journal.done.clear();
            format!("{:06}-{hash}", known.last().map_or(1, |(last, _, _)| last + 1))
        }
    };
    let place = format!("{}/{release}", folder(name));
    fill(disk, name, &place, job, &journal)?;
    let put = |path: &str, bytes: &[u8]| disk.put(&format!("{place}/{path}"), bytes, Head::of(path));
    put(PUBLISHED, &record).and_then(|()| disk.settle()).map_err(at_name)?;
    disk.point(name, &place).map_err(at_name)?;
    journal.close();
    prune(disk, name, &release, keep).map_err(at_name)
}

/// Links what is the same and puts what is new.
fn fill(disk: &dyn Disk, name: &str, place: &str, job: &Job<'_>, journal: &Journal) -> Result<(), Error> {
    let plan = job.plan;
    let total = plan.puts().count();
    let done = AtomicUsize::new(0);
    let files = &plan.published.files;
    each(&plan.same, disk.lanes(), |path| {
        let entry = &files[path];
        if journal.has(path, entry) {
            return Ok(());
        }
        let (from, to) = (format!("{name}/{path}"), format!("{place}/{path}"));
        if !disk.link(&from, &to).map_err(|trouble| trouble.at(path))? {
            let bytes = job.bytes(path, entry)?;
            disk.put(&to, &bytes, Head::of(path)).map_err(|trouble| trouble.at(path))?;
        }
        journal.note(path, Some(entry))
    })?;
    let stale: Vec<&String> = plan.published.stale.keys().collect();
    each(&stale, disk.lanes(), |path| {
        // One that cannot be linked is only missed by a page that somebody still has open.
        let linked = disk.link(&format!("{name}/{path}"), &format!("{place}/{path}"));
        linked.map(drop).map_err(|trouble| trouble.at(path))
    })?;
    let puts: Vec<_> = plan.puts().collect();
    each(&puts, disk.lanes(), |put| {
        if !journal.has(&put.path, &put.entry) {
            let bytes = job.bytes(&put.path, &put.entry)?;
            let to = format!("{place}/{}", put.path);
            disk.put(&to, &bytes, Head::of(&put.path)).map_err(|trouble| trouble.at(&put.path))?;
            journal.note(&put.path, Some(&put.entry))?;
        }
        (job.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        Ok(())
    })
}

/// Takes away what was never finished, and whole publications beyond the newest `keep`.
fn prune(disk: &dyn Disk, name: &str, release: &str, keep: usize) -> Result<(), Trouble> {
    let others: Vec<_> = all(disk, name)?.into_iter().filter(|(_, other, _)| other != release).collect();
    let whole = others.iter().filter(|(_, _, whole)| *whole).count();
    let mut surplus = (whole + 1).saturating_sub(keep);
    for (_, other, whole) in &others {
        if *whole && surplus == 0 {
            continue;
        }
        surplus -= usize::from(*whole);
        disk.clear(&format!("{}/{other}", folder(name)))?;
    }
    Ok(())
}

/// Switches back to the publication before the one that readers see; gives its name.
///
/// # Errors
/// Where there is none, or the other side does not answer.
pub fn roll_back(disk: &dyn Disk, name: &str, called: &str) -> Result<String, Error> {
    let at_name = |trouble: Trouble| trouble.at(name);
    let seen = current(disk, name)?.as_deref().and_then(number).unwrap_or(0);
    let mut whole = all(disk, name).map_err(at_name)?.into_iter().filter(|(at, _, whole)| *whole && *at < seen);
    let Some((_, release, _)) = whole.next_back() else {
        return Err(Error::io("publish-nothing-before", called, std::io::ErrorKind::NotFound.into()));
    };
    disk.point(name, &format!("{}/{release}", folder(name))).map_err(at_name)?;
    Ok(release)
}
