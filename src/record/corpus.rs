//! A community and its records.
//!
//! In: filled in by loading. Out: `Corpus`, and look-up by folder and name. Never reads files.

use super::Record;
use super::community::Community;
use crate::diagnostic::FileId;
use crate::privacy;
use crate::schema::Uses;
use crate::value::Date;

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
    pub left_out: Vec<LeftOut>,
    /// The file `community.yaml`.
    pub file: FileId,
}

/// A record that is left out because of mistakes.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// Its file, from the workspace root.
    pub path: String,
    /// What could be read of what it refers to, so that these mistakes are told in the same run.
    pub uses: Uses,
}

impl LeftOut {
    /// Whether it stands in `folder` under the name `stem`.
    pub fn is(&self, folder: &str, stem: &str) -> bool {
        let inside = format!("/{folder}/{stem}.");
        self.path.rfind('.').is_some_and(|dot| self.path[..=dot].ends_with(&inside))
    }

    /// Its file as it may be shown: the name itself can be what it was left out for.
    pub fn shown(&self, today: Date) -> String {
        privacy::mask(&self.path, &privacy::in_name(&self.path, today), "*")
    }

    /// Whether it stands in `folder`.
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.contains(&format!("/{folder}/"))
    }
}

impl Corpus {
    /// The record in `folder` whose stem or slug is `name`.
    pub fn find(&self, folder: &str, name: &str) -> Option<&Record> {
        self.records.iter().find(|r| (r.stem == name || r.slug == name) && r.body.kind().folder == folder)
    }
}
