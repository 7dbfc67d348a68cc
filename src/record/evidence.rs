//! What a statement rests on, as pages name it.
//!
//! In: a path of a record or of a file. Out: a title and an address. Never shows a path as a title: a file is called by
//! what somebody says of it, else by its own name.

use super::{KINDS, Record, Scope};
use crate::route;
use crate::value::Evidence;

/// A photograph that the page of a record shows beside what it proves.
#[derive(Debug, Clone)]
pub struct Photograph<'r> {
    /// Its path, from the community's folder.
    pub path: &'r str,
    /// What it shows, where the record says so.
    pub label: Option<&'r str>,
}

/// Endings of pictures.
const PICTURES: [&str; 7] = ["jpg", "jpeg", "png", "gif", "webp", "heic", "avif"];

/// Whether a file is a picture, by its ending.
pub fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    PICTURES.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

impl Scope<'_> {
    /// Title and address of a piece of evidence: a record's page or a file; no address for a record that is not
    /// published.
    pub fn evidence(&self, evidence: &Evidence) -> (String, Option<String>) {
        let path = evidence.0.as_str();
        let (folder, stem) = path.split_once('/').unwrap_or(("", path));
        match self.corpus.find(folder, stem) {
            Some(record) => (record.common().title.value.clone(), Some(record.url())),
            None if KINDS.iter().any(|k| k.folder == folder) => (path.to_owned(), None),
            None => (self.file_title(path), Some(route::file_url(path))),
        }
    }

    /// What a file is called: as a record that attaches or shows it says, else a word for it and its name.
    fn file_title(&self, path: &str) -> String {
        // What a list of persons says of its files may hold their names.
        let records = || self.corpus.records.iter().filter(|r| r.list_until().is_none());
        records().find_map(|record| said_by(record, path)).unwrap_or_else(|| {
            let name = path.rsplit('/').next().unwrap_or(path);
            let word = if is_picture(path) { "evidence-photo" } else { "evidence-file" };
            self.words().text(word, &[("name", name)])
        })
    }
}

/// What a record says of a file.
fn said_by(record: &Record, path: &str) -> Option<String> {
    let attached = record.common().attachments.iter().filter(|a| a.file.0 == path);
    let label = attached.filter_map(|a| a.label.clone()).next();
    label.or_else(|| {
        let shown = record.photographs().into_iter().find(|p| p.path == path)?;
        let title = &record.common().title.value;
        Some(shown.label.map_or_else(|| title.clone(), |label| format!("{title}：{label}")))
    })
}
