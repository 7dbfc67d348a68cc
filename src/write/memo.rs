//! What the last build knew of a site.
//!
//! In: keys and hashes of the files that were written, and how they stand on disk. Out: answers to
//! "would it come out the same, and is it still there?". Never trusted over the disk: a file that
//! was touched since is made again. Losing a memo costs time, never correctness.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::bundle::{Bundle, Output};
use crate::derive::{Summary, Ties};
use crate::diagnostic::Report;

/// Changes whenever the form of the memo changes.
const VERSION: u32 = 5;

/// One file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoFile {
    /// Key of what it was made from; zero where none is kept.
    pub key: [u8; 32],
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Size in bytes.
    pub size: u64,
    /// Time of its last change on disk, in nanoseconds since 1970.
    pub modified: u64,
}

/// What is known of a site beside its files.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct About {
    /// Hash of everything it was made from.
    pub input: [u8; 32],
    /// How the files stood that it was made from, where that was sure.
    pub stamp: Option<[u8; 32]>,
    /// What the portals knew of it.
    pub summary: Option<Summary>,
    /// What else tied it to other communities.
    pub ties: Ties,
    /// What was said about its records.
    pub reports: Vec<Report>,
}

/// Files by the keys that made them.
pub type ByKey<'m> = HashMap<[u8; 32], Vec<(&'m str, &'m MemoFile)>>;

/// The memo of one site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Memo {
    version: u32,
    /// What is known beside the files.
    pub about: About,
    files: BTreeMap<String, MemoFile>,
    /// Whether all files that were written are still as they were.
    #[serde(skip)]
    whole: bool,
}

impl Memo {
    /// Reads a memo and forgets every file that is not on disk as it was written.
    pub fn load(path: &Path, site: &Path) -> Self {
        let read = fs::read(path).ok().and_then(|bytes| super::cached::decode::<Self>(&bytes));
        let mut memo = read.filter(|m| m.version == VERSION).unwrap_or_default();
        let before = memo.files.len();
        memo.files.retain(|route, file| stat(&site.join(route)) == Some((file.size, file.modified)));
        memo.whole = memo.files.len() == before && site.join(super::MANIFEST).is_file();
        if !memo.whole {
            // Something is missing: the site as a whole is no longer known.
            (memo.about.input, memo.about.stamp) = ([0; 32], None);
        }
        memo
    }

    /// A memo of files that stay as `before` knows them, or wait at the places that `staged` tells of them.
    pub fn of(bundle: &Bundle, about: About, before: &Self, staged: impl Fn(&str) -> PathBuf) -> Self {
        let file = |(route, output): (&str, &Output)| {
            let stays = before.files.get(route).filter(|file| file.sha256 == output.sha256);
            let (size, modified) =
                stays.map_or_else(|| stat(&staged(route)), |file| Some((file.size, file.modified)))?;
            Some((route.to_owned(), MemoFile { key: output.key, sha256: output.sha256, size, modified }))
        };
        Self { version: VERSION, about, files: bundle.iter().filter_map(file).collect(), whole: true }
    }

    /// A memo of what stands in a bundle, for a site that is held in memory.
    pub fn held(bundle: &Bundle) -> Self {
        let file = |(route, output): (&str, &Output)| {
            let file = MemoFile { key: output.key, sha256: output.sha256, size: output.size, modified: 0 };
            (route.to_owned(), file)
        };
        Self { version: VERSION, files: bundle.iter().map(file).collect(), whole: true, about: About::default() }
    }

    /// The memo as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        super::cached::encode(self)
    }

    /// The file at `route`, if it was made from the same view.
    pub fn known(&self, route: &str, key: &[u8; 32]) -> Option<&MemoFile> {
        self.files.get(route).filter(|file| file.key == *key)
    }

    /// The files by the keys that made them, those of one key together; none where any file is gone or was touched, since
    /// a key may have made that one too.
    pub fn by_key(&self) -> ByKey<'_> {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for (route, file) in self.files.iter().filter(|(_, file)| self.whole && file.key != [0; 32]) {
            all.entry(file.key).or_default().push((route.as_str(), file));
        }
        all
    }

    /// Whether the file at `route` has this hash.
    pub fn same(&self, route: &str, sha256: &[u8; 32]) -> bool {
        self.files.get(route).is_some_and(|file| file.sha256 == *sha256)
    }

    /// How many files it knows.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

/// Size and time of last change.
fn stat(path: &Path) -> Option<(u64, u64)> {
    let data = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    let since = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((data.len(), u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)))
}
