//! A community and its records.
//!
//! In: filled in by loading. Out: `Corpus`, and look-up by folder and name. Never reads files.

use super::Record;
use super::community::Community;
use crate::diagnostic::FileId;
use crate::schema::Uses;

/// A community and its records, as read.
#[derive(Debug)]
pub struct Corpus {
    /// Folder name, which is also its address.
    pub id: String,
    /// `community.yaml`.
    pub community: Community,
    /// What `community.yaml` refers to.
    pub uses: Uses,
    /// Its records, by folder and stem.
    pub records: Vec<Record>,
    /// Paths of records that were left out because of mistakes.
    pub left_out: Vec<String>,
    /// The file `community.yaml`.
    pub file: FileId,
}

impl Corpus {
    /// The record in `folder` whose stem or slug is `name`.
    pub fn find(&self, folder: &str, name: &str) -> Option<&Record> {
        self.records.iter().find(|r| (r.stem == name || r.slug == name) && r.body.kind().folder == folder)
    }
}
