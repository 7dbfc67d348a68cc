//! The states of a community's files that were packed here or taken in here.
//!
//! In: the workspace. Out: hashes by path, the oldest first. Losing them loses nothing else: the next pack is then
//! compared file by file, and what differs must be decided by a person.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::manifest::{Entry, Manifest};
use crate::error::Error;
use crate::world::{Files, World};

/// A state of a file: the hash of its bytes; none where it was not there.
pub type State = Option<String>;

/// How many states of a file are remembered.
const STATES: usize = 24;

/// The states of a community's files, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    files: BTreeMap<String, Vec<State>>,
}

/// Where the states of a community are remembered, from the workspace root.
pub fn path(id: &str) -> String {
    format!(".gongkai/packs/{id}.json")
}

impl History {
    /// What is remembered of a community; nothing where it cannot be read.
    ///
    /// # Errors
    /// Where the system refuses to read it.
    pub fn read(world: &dyn World, id: &str) -> Result<Self, Error> {
        let path = path(id);
        if !world.is_file(&path) {
            return Ok(Self::default());
        }
        Ok(serde_json::from_slice(&world.read(&path)?).unwrap_or_default())
    }

    /// As text for its file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(self).expect("plain data");
        text.push(b'\n');
        text
    }

    /// The states of a file, the oldest first.
    pub fn of(&self, path: &str) -> &[State] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// Every file as it is now, with its states before: what a manifest tells.
    pub(super) fn entries(&self, files: &[(&str, &[u8])]) -> BTreeMap<String, Entry> {
        let now: BTreeMap<&str, &[u8]> = files.iter().copied().collect();
        let all: BTreeSet<&str> = now.keys().copied().chain(self.files.keys().map(String::as_str)).collect();
        let entry = |path: &str| {
            let bytes = now.get(path);
            let sha256 = bytes.map(|bytes| super::hash(bytes));
            let before = self.of(path).iter().filter(|state| **state != sha256).cloned().collect();
            Entry { sha256, size: bytes.map_or(0, |bytes| bytes.len() as u64), before }
        };
        all.into_iter().map(|path| (path.to_owned(), entry(path))).collect()
    }

    /// Remembers all states that a pack tells of.
    pub fn add(&mut self, manifest: &Manifest) {
        for (path, entry) in &manifest.files {
            entry.before.iter().chain([&entry.sha256]).for_each(|state| self.push(path, state.clone()));
        }
    }

    /// Remembers the files as they are now.
    pub fn add_files(&mut self, files: &Files) {
        for (path, bytes) in files.iter() {
            self.push(path, Some(super::hash(bytes)));
        }
    }

    /// The newest state stands last, once.
    fn push(&mut self, path: &str, state: State) {
        let states = self.files.entry(path.to_owned()).or_default();
        states.retain(|known| *known != state);
        states.push(state);
        let extra = states.len().saturating_sub(STATES);
        states.drain(..extra);
    }
}
