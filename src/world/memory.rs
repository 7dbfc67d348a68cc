//! A world in memory, for tests.
//!
//! In: paths and bytes. Out: what `World` promises. Never touches the disk.

use std::collections::{BTreeMap, BTreeSet};

use super::World;
use crate::error::Error;
use crate::value::Date;

/// Files held in a map.
#[derive(Debug, Clone)]
pub struct MemoryWorld {
    files: BTreeMap<String, Vec<u8>>,
    today: Date,
}

impl MemoryWorld {
    /// An empty workspace on the given day.
    pub fn new(today: Date) -> Self {
        Self { files: BTreeMap::new(), today }
    }

    /// Adds or replaces a file.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }
}

impl World for MemoryWorld {
    fn list(&self, folder: &str) -> Result<Vec<String>, Error> {
        let prefix = format!("{folder}/");
        Ok(self.files.keys().filter_map(|p| p.strip_prefix(&prefix)).map(str::to_owned).collect())
    }

    fn folders(&self, folder: &str) -> Result<Vec<String>, Error> {
        let first = |p: String| p.split_once('/').map(|(name, _)| name.to_owned());
        let names: BTreeSet<String> = self.list(folder)?.into_iter().filter_map(first).collect();
        Ok(names.into_iter().collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        let missing = || Error::io("io-read", path, std::io::ErrorKind::NotFound.into());
        self.files.get(path).cloned().ok_or_else(missing)
    }

    fn is_file(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    fn today(&self) -> Date {
        self.today
    }
}
