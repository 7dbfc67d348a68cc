//! What stands in a place: paths with size and SHA-256.
//!
//! In: the output folder, by its manifests; what was written at a destination. Out: listings. Never looks at a file
//! that no manifest names: what else lies in the output is not published.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::text::hex;
use crate::write::{MANIFEST, inside, read_manifest};

/// What a destination keeps of the last publication, at its root.
pub const PUBLISHED: &str = "published.json.gz";
/// What a destination keeps while a publication is under way: every path that it may touch.
pub const PUBLISHING: &str = "publishing.json";

/// The largest record of a publication that is read, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
}

/// Files by path.
pub type Listing = BTreeMap<String, Entry>;

impl Entry {
    /// The entry of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)) }
    }
}

/// What was published: its files, and those that are no longer part of it but stay for a while.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Form of this record; 1.
    pub version: u32,
    /// All files.
    pub files: Listing,
    /// Files that open pages may still load, with the day since when they are no longer part of it.
    pub stale: BTreeMap<String, String>,
}

impl Published {
    /// The bytes of the record, the same for the same content.
    pub fn to_bytes(&self) -> Vec<u8> {
        let text = serde_json::to_vec(self).expect("a record of a publication is plain data");
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(&text).expect("memory can be written");
        packed.finish().expect("memory can be written")
    }

    /// Reads a record; `None` where it is none, or names a path outside.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut text = Vec::new();
        GzDecoder::new(bytes).take(LARGEST).read_to_end(&mut text).ok()?;
        let published: Self = serde_json::from_slice(&text).ok()?;
        let mut paths = published.files.keys().chain(published.stale.keys());
        let sound = published.version == 1 && paths.all(|path| inside(path));
        Some(published).filter(|_| sound)
    }
}

/// Every path that a publication under way may touch.
pub fn pending_bytes(paths: &[String]) -> Vec<u8> {
    serde_json::to_vec(paths).expect("paths are plain data")
}

/// Reads what a publication was about to touch; paths outside are dropped.
pub fn read_pending(bytes: &[u8]) -> Vec<String> {
    let paths: Vec<String> = serde_json::from_slice(bytes).unwrap_or_default();
    paths.into_iter().filter(|path| inside(path)).collect()
}

/// All files of the output: those of the portal, of each site below it, and their manifests.
///
/// # Errors
/// Where a manifest is missing or cannot be read.
pub fn of_output(out: &Path) -> Result<Listing, Error> {
    let mut listing = Listing::new();
    add(out, "", &mut listing)?;
    let folders = fs::read_dir(out).map_err(|e| Error::io("io-list", out.display(), e))?;
    let mut names: Vec<String> = folders.flatten().filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort_unstable();
    for name in names.iter().filter(|name| out.join(name).join(MANIFEST).is_file()) {
        add(out, &format!("{name}/"), &mut listing)?;
    }
    Ok(listing)
}

fn add(out: &Path, prefix: &str, listing: &mut Listing) -> Result<(), Error> {
    let path = out.join(format!("{prefix}{MANIFEST}"));
    let text = fs::read(&path).map_err(|e| Error::io("io-read", path.display(), e))?;
    let unreadable = || Error::io("io-read", path.display(), std::io::ErrorKind::InvalidData.into());
    for file in read_manifest(&text).ok_or_else(unreadable)? {
        listing.insert(format!("{prefix}{}", file.path), Entry { size: file.size, sha256: file.sha256 });
    }
    listing.insert(format!("{prefix}{MANIFEST}"), Entry::of(&text));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_and_lead_nowhere_else() {
        let entry = Entry::of(b"text");
        let mut record = Published {
            version: 1,
            files: Listing::from([("a/b.html".into(), entry.clone())]),
            ..Published::default()
        };
        assert_eq!(Published::read(&record.to_bytes()), Some(record.clone()));
        assert_eq!(record.to_bytes(), record.to_bytes());
        assert_eq!(Published::read(b"{}"), None);
        record.files.insert("../a".into(), entry);
        assert_eq!(Published::read(&record.to_bytes()), None);
        assert_eq!(read_pending(br#"["a.html","../b","/etc/passwd"]"#), ["a.html"]);
    }
}
