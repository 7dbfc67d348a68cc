//! `manifest.json`: every file of a site with its size and SHA-256.
//!
//! In: a bundle. Out: the text of the manifest. It is the file that readers trust, so it is put in
//! place last; files that an older manifest names and the new one does not are removed.

use serde::{Deserialize, Serialize};

use crate::bundle::Bundle;
use crate::text::hex;

/// Name of the manifest in a site's folder.
pub const MANIFEST: &str = "manifest.json";

#[derive(Serialize, Deserialize)]
struct Manifest {
    files: Vec<File>,
}

/// One line of a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Path from the site's root.
    pub path: String,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
}

/// The manifest of a bundle.
pub(super) fn text(bundle: &Bundle) -> Vec<u8> {
    let file = |(path, output): (&str, &crate::bundle::Output)| File {
        path: path.to_owned(),
        size: output.size,
        sha256: hex(&output.sha256),
    };
    let manifest = Manifest { files: bundle.iter().map(file).collect() };
    let mut text = serde_json::to_vec_pretty(&manifest).expect("a manifest is plain data");
    text.push(b'\n');
    text
}

/// The paths that a manifest names; none where it cannot be read.
pub(super) fn paths(text: &[u8]) -> Vec<String> {
    let manifest: Option<Manifest> = serde_json::from_slice(text).ok();
    manifest.into_iter().flat_map(|m| m.files).map(|f| f.path).filter(|path| inside(path)).collect()
}

/// The files that a manifest names; `None` where it is no manifest, or names a file outside its folder.
pub fn read_manifest(text: &[u8]) -> Option<Vec<File>> {
    let manifest: Manifest = serde_json::from_slice(text).ok()?;
    Some(manifest.files).filter(|files| files.iter().all(|file| inside(&file.path)))
}

/// Whether a path stays within the output, however it came into a manifest or a list.
pub(crate) fn inside(path: &str) -> bool {
    !path.split(['/', '\\']).any(|part| part == ".." || part.is_empty()) && !path.contains(':')
}
