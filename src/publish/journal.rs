//! What a publication under way has done for certain.
//!
//! In: each file as the other side has taken it. Out: lines of a file in the workspace, from which a run that was
//! killed is gone on with. Never believed for another destination, or after somebody else has published there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::listing::Entry;
use crate::error::Error;
use crate::write::{DISK, Disk, replace_file};

/// Folder of journals, from the workspace root.
const FOLDER: &str = ".gongkai/publish";

/// An open journal.
pub struct Journal {
    path: PathBuf,
    head: String,
    /// Whether the file was started by this run; held while a line is written.
    started: Mutex<bool>,
    /// What it says was done: the file that was put, or none where one was removed.
    pub done: BTreeMap<String, Option<Entry>>,
}

impl Journal {
    /// Opens the journal of the destination at `address`, where the last publication is `base`.
    pub fn open(root: &Path, address: &str, base: &[u8]) -> Self {
        let name = blake3::hash(address.as_bytes()).to_hex();
        let path = root.join(FOLDER).join(format!("{}.journal", &name.as_str()[..16]));
        let head = format!("gongkai journal 1 {}", blake3::hash(base).to_hex());
        let text = fs::read_to_string(&path).unwrap_or_default();
        // The last line may be torn.
        let whole = text.rfind('\n').map_or("", |at| &text[..at]);
        let mut lines = whole.lines();
        let begun_here = lines.next() == Some(head.as_str());
        let ended_here = lines.clone().any(|line| line == end(base));
        let done = if begun_here || ended_here { lines.filter_map(line).collect() } else { BTreeMap::new() };
        Self { path, head, started: Mutex::default(), done }
    }

    /// Notes what the other side has taken.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn note(&self, path: &str, entry: Option<&Entry>) -> Result<(), Error> {
        let mut started = self.started.lock().unwrap_or_else(PoisonError::into_inner);
        self.say(&mut started, &written(path, entry))
    }

    /// Notes with what record the publication ends, before it is put there: what was done holds for that one too.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn note_end(&self, record: &[u8]) -> Result<(), Error> {
        let mut started = self.started.lock().unwrap_or_else(PoisonError::into_inner);
        self.say(&mut started, &format!("{}\n", end(record)))
    }

    fn say(&self, started: &mut bool, said: &str) -> Result<(), Error> {
        if !*started {
            self.start()?;
            *started = true;
        }
        DISK.append(&self.path, said.as_bytes()).map_err(|e| Error::io("io-write", self.path.display(), e))
    }

    /// Starts the file anew with what is known already, so that no torn line stays in it.
    fn start(&self) -> Result<(), Error> {
        let mut text = format!("{}\n", self.head);
        for (path, entry) in &self.done {
            text.push_str(&written(path, entry.as_ref()));
        }
        replace_file(&self.path, text.as_bytes())
    }

    /// Whether it says that a file was put as it is now.
    pub fn has(&self, path: &str, entry: &Entry) -> bool {
        self.done.get(path).is_some_and(|done| done.as_ref() == Some(entry))
    }

    /// Takes it away: the publication is complete.
    pub fn close(self) {
        // One that stays is for another state of the destination, and is not believed.
        let _ = DISK.remove_file(&self.path);
    }
}

/// The line by which a publication that ends with `record` is known again.
fn end(record: &[u8]) -> String {
    format!("= {}", blake3::hash(record).to_hex())
}

/// The line of a file that was put, or of one that was removed; [`line`] reads it.
fn written(path: &str, entry: Option<&Entry>) -> String {
    match entry {
        Some(entry) => format!("{} {} {path}\n", entry.sha256, entry.size),
        None => format!("- 0 {path}\n"),
    }
}

fn line(text: &str) -> Option<(String, Option<Entry>)> {
    let mut parts = text.splitn(3, ' ');
    let (sha256, size, path) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
    let entry = Entry { size, sha256: sha256.to_owned() };
    Some((path.to_owned(), Some(entry).filter(|entry| entry.sha256 != "-")))
}
