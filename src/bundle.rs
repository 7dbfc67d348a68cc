//! The site as a value: addresses and bytes.
//!
//! In: files as they are made. Out: a map in which every address has one owner.
//! Never touches the disk.

use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its bytes; `None` where what is on disk is already right.
    pub bytes: Option<Arc<Vec<u8>>>,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
    /// How many bytes.
    pub size: u64,
    /// Key of the memo that made it; zero for files that are not rendered.
    pub key: [u8; 32],
    /// Where it comes from.
    pub owner: String,
}

/// Two owners of one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The address.
    pub route: String,
    /// Who had it first.
    pub first: String,
    /// Who came second.
    pub second: String,
}

impl std::fmt::Display for Clash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} / {}", self.route, self.first, self.second)
    }
}

/// All files of one site, by address.
#[derive(Debug, Default)]
pub struct Bundle {
    map: BTreeMap<String, Output>,
    /// Every address in small letters, and as it is written.
    folded: BTreeMap<String, String>,
}

/// All files of one site in sets that are made together, each with the key of what it is made from.
#[derive(Debug, Default)]
pub struct Parts(pub Vec<([u8; 32], Arc<Bundle>)>);

impl Parts {
    /// All files.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Output)> {
        self.0.iter().flat_map(|(_, part)| part.iter())
    }

    /// The file at an address, with the address as it is held: asked of one set after the other.
    pub fn entry(&self, route: &str) -> Option<(&str, &Output)> {
        self.0.iter().find_map(|(_, part)| part.entry(route))
    }
}

impl Bundle {
    /// Puts a file at an address.
    ///
    /// # Errors
    /// Where the address has an owner, or differs from another only in the case of its letters
    /// (some disks cannot hold both).
    pub fn put(&mut self, route: String, output: Output) -> Result<(), Clash> {
        let folded = route.to_lowercase();
        if let Some(first) = self.folded.get(&folded).and_then(|written| self.map.get(written)) {
            return Err(Clash { route, first: first.owner.clone(), second: output.owner });
        }
        self.folded.insert(folded, route.clone());
        self.map.insert(route, output);
        Ok(())
    }

    /// All files, by address.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Output)> {
        self.map.iter().map(|(route, output)| (route.as_str(), output))
    }

    /// The file at an address.
    pub fn get(&self, route: &str) -> Option<&Output> {
        self.map.get(route)
    }

    /// Takes bytes that are missing from an earlier bundle in which the same file stands.
    pub fn fill(&mut self, before: &Self) {
        for (route, output) in self.map.iter_mut().filter(|(_, output)| output.bytes.is_none()) {
            let same = before.get(route).filter(|old| old.sha256 == output.sha256);
            output.bytes = same.and_then(|old| old.bytes.clone());
        }
    }

    /// The file at an address, with the address as the bundle holds it.
    pub fn entry(&self, route: &str) -> Option<(&str, &Output)> {
        self.map.get_key_value(route).map(|(route, output)| (route.as_str(), output))
    }

    /// Takes the files of another bundle.
    ///
    /// # Errors
    /// As for [`Bundle::put`].
    pub fn append(&mut self, other: Self) -> Result<(), Clash> {
        other.map.into_iter().try_for_each(|(route, output)| self.put(route, output))
    }

    /// The same addresses and hashes without the bytes and what only messages need.
    #[must_use]
    pub fn without_bytes(self) -> Self {
        let light = |(route, output)| (route, Output { bytes: None, owner: String::new(), ..output });
        Self { map: self.map.into_iter().map(light).collect(), folded: BTreeMap::new() }
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
}
