//! What a pack says of itself.
//!
//! In: text. Out: `Manifest`. Never trusted: whoever reads a pack holds every file against it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Its name in the pack.
pub const MANIFEST: &str = "gongkai-pack.json";

/// The form of packs that this program writes and reads.
pub(super) const FORMAT: u32 = 1;

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the pack.
    pub format: u32,
    /// Folder name of the community.
    pub community: String,
    /// Its name, for people.
    pub name: String,
    /// The day on which it was packed, as an ISO date.
    pub day: String,
    /// Every file by its path from the community's folder, those included that are no longer there.
    pub files: BTreeMap<String, Entry>,
}

/// What a pack says of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// SHA-256 of its bytes; none where it was taken away.
    pub sha256: Option<String>,
    /// Its size in bytes.
    pub size: u64,
    /// What it held before, the oldest first: as above, where that was packed or taken in.
    pub before: Vec<Option<String>>,
}
