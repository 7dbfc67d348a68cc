//! The plan of a publication: what is here × what is there → what is to be done, in order.
//!
//! In: listings, a day. Out: a value. Never touches a disk or the network, so that `--dry-run` shows exactly what
//! would be done.

use std::collections::{BTreeMap, BTreeSet};

use super::listing::{Entry, Listing, Published};
use super::order::{Class, lingers};
use crate::value::Date;

/// What is known of a destination.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remote {
    /// Its files; `None` where one is there, or may be, and nobody knows what it holds.
    pub files: BTreeMap<String, Option<Entry>>,
    /// Files that are no longer part of the site, with the day since when.
    pub stale: BTreeMap<String, String>,
    /// What an earlier publication that was not finished may have touched.
    pub pending: Vec<String>,
}

impl Remote {
    /// What is there: the last publication, then what one that was not finished may have touched, of which `done`
    /// tells what it did for certain (`None`: the file was removed).
    pub fn of(
        published: Option<Published>,
        pending: Option<Vec<String>>,
        done: &BTreeMap<String, Option<Entry>>,
    ) -> Self {
        let published = published.unwrap_or_default();
        let mut files: BTreeMap<String, Option<Entry>> =
            published.files.into_iter().map(|(path, entry)| (path, Some(entry))).collect();
        let mut stale = published.stale;
        let pending = pending.unwrap_or_default();
        for path in &pending {
            stale.remove(path);
            match done.get(path) {
                Some(None) => files.remove(path),
                Some(known) => files.insert(path.clone(), known.clone()),
                None => files.insert(path.clone(), None),
            };
        }
        Self { files, stale, pending }
    }

    /// The same, believing nothing: every file is put there again.
    #[must_use]
    pub fn doubted(mut self) -> Self {
        self.files.values_mut().for_each(|entry| *entry = None);
        self
    }
}

/// A file to be put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Its path.
    pub path: String,
    /// What it holds.
    pub entry: Entry,
    /// Whether another one stands there now.
    pub replaces: bool,
}

/// A file to be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// Its path.
    pub path: String,
    /// How many bytes, where that is known.
    pub size: Option<u64>,
}

/// What is to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files to be put there, class by class; only classes that have any.
    pub phases: Vec<(Class, Vec<Put>)>,
    /// Files to be taken away, when all others are in place.
    pub removals: Vec<Removal>,
    /// Files that are there already, as they are here.
    pub same: Vec<String>,
    /// What the destination will keep of this publication.
    pub published: Published,
    /// Every path that is not sure before all is done: what this plan touches, and what one before it may have touched.
    pub pending: Vec<String>,
}

impl Plan {
    /// The plan that makes `remote` what is `local`; on `today`, with files that linger kept for `grace` days.
    pub fn new(local: &Listing, remote: &Remote, today: Date, grace: u32) -> Self {
        let sites: BTreeSet<&str> = local.keys().filter_map(|path| path.strip_suffix("/manifest.json")).collect();
        let mut phases: BTreeMap<Class, Vec<Put>> = BTreeMap::new();
        let mut same = Vec::new();
        for (path, entry) in local {
            let there = remote.files.get(path);
            if there == Some(&Some(entry.clone())) {
                same.push(path.clone());
                continue;
            }
            let replaces = there.is_some() || remote.stale.contains_key(path);
            let class = Class::of(path, |folder| sites.contains(folder));
            phases.entry(class).or_default().push(Put { path: path.clone(), entry: entry.clone(), replaces });
        }
        let mut stale = BTreeMap::new();
        let mut removals = Vec::new();
        for (path, entry) in remote.files.iter().filter(|(path, _)| !local.contains_key(*path)) {
            if lingers(path) && entry.is_some() && grace > 0 {
                stale.insert(path.clone(), today.to_string());
            } else {
                removals.push(Removal { path: path.clone(), size: entry.as_ref().map(|e| e.size) });
            }
        }
        for (path, since) in remote.stale.iter().filter(|(path, _)| !local.contains_key(*path)) {
            if days_since(since, today).is_some_and(|days| days < i64::from(grace)) {
                stale.insert(path.clone(), since.clone());
            } else {
                removals.push(Removal { path: path.clone(), size: None });
            }
        }
        removals.sort_by(|a, b| a.path.cmp(&b.path));
        let removed = removals.iter().map(|removal| removal.path.clone());
        let put = phases.values().flatten().map(|put| put.path.clone());
        let pending: BTreeSet<String> = put.chain(removed).chain(remote.pending.iter().cloned()).collect();
        let published = Published { version: 1, files: local.clone(), stale };
        Self { phases: phases.into_iter().collect(), removals, same, published, pending: pending.into_iter().collect() }
    }

    /// All files to be put there, in order.
    pub fn puts(&self) -> impl Iterator<Item = &Put> {
        self.phases.iter().flat_map(|(_, puts)| puts)
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }

    /// How many bytes go up.
    pub fn bytes(&self) -> u64 {
        self.puts().map(|put| put.entry.size).sum()
    }
}

/// Days from a day as it is written to `today`; `None` where it is no day.
fn days_since(since: &str, today: Date) -> Option<i64> {
    let since = crate::value::read_date(since)?;
    Some(i64::from(today.since(since).ok()?.get_days()))
}
