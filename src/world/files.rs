//! The files of one folder, held in memory while it is worked on.
//!
//! In: a world and a folder. Out: bytes by path, and paths as records write them made whole.
//! Never leaves its folder: `..` is not followed; never holds what a camera wrote into a photograph beside the picture.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::World;
use crate::error::Error;
use crate::photo;
use crate::privacy::{self, Searched};
use crate::value::Date;

/// All files below one folder.
#[derive(Debug, Default)]
pub struct Files {
    /// The folder, from the workspace root.
    pub folder: String,
    map: BTreeMap<String, File>,
}

/// One file.
#[derive(Debug, Default)]
struct File {
    bytes: Vec<u8>,
    /// What is private in it, on which day it was looked for: looked for once as long as the bytes are the same.
    searched: OnceLock<(Date, Arc<Searched>)>,
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, searched: OnceLock::new() }
    }
}

impl Files {
    /// Reads all files below `folder`.
    ///
    /// # Errors
    /// Where one cannot be read.
    pub fn read(world: &dyn World, folder: &str) -> Result<Self, Error> {
        let mut map = BTreeMap::new();
        for path in world.list(folder)? {
            let bytes = clean(world.read(&format!("{folder}/{path}"))?);
            map.insert(path, bytes.into());
        }
        Ok(Self { folder: folder.to_owned(), map })
    }

    /// Reads one file of `folder` and knows no others; none where it is not there.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn only(world: &dyn World, folder: &str, path: &str) -> Result<Self, Error> {
        let mut map = BTreeMap::new();
        let full = format!("{folder}/{path}");
        if world.is_file(&full) {
            map.insert(path.to_owned(), clean(world.read(&full)?).into());
        }
        Ok(Self { folder: folder.to_owned(), map })
    }

    /// The same folder once more: reads what is new or `touched`, and takes all else as it was.
    ///
    /// # Errors
    /// Where the folder or a file cannot be read.
    pub fn again(mut self, world: &dyn World, touched: impl Fn(&str) -> bool) -> Result<Self, Error> {
        let mut map = BTreeMap::new();
        for path in world.list(&self.folder)? {
            let kept = self.map.remove(&path).filter(|_| !touched(&path));
            let file = match kept {
                Some(file) => file,
                None => clean(world.read(&format!("{}/{path}", self.folder))?).into(),
            };
            map.insert(path, file);
        }
        Ok(Self { folder: self.folder, map })
    }

    /// Files that are already in memory.
    pub fn of(folder: &str, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { folder: folder.to_owned(), map: files.into_iter().map(|(path, bytes)| (path, bytes.into())).collect() }
    }

    /// Path and bytes of every file, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.map.iter().map(|(path, file)| (path.as_str(), file.bytes.as_slice()))
    }

    /// The bytes of a file, by its path from the folder.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.map.get(path).map(|file| file.bytes.as_slice())
    }

    /// What is private in a file that is published as it is; nothing where there is no such file.
    pub fn searched(&self, path: &str, today: Date) -> Arc<Searched> {
        let Some(file) = self.map.get(path) else { return Arc::default() };
        let search = || Arc::new(privacy::search(path, &file.bytes, today));
        let (day, known) = file.searched.get_or_init(|| (today, search()));
        if *day == today { known.clone() } else { search() }
    }

    /// The files as seen from a record in `inside`, a folder within this one.
    pub fn from<'a>(&'a self, inside: &'a str) -> FilesFrom<'a> {
        FilesFrom { files: self, inside }
    }

    /// A hash of all paths and bytes.
    pub fn hash(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, File { bytes, .. }) in &self.map {
            hasher.update(&(path.len() as u64).to_le_bytes());
            hasher.update(path.as_bytes());
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        }
        *hasher.finalize().as_bytes()
    }
}

/// The same bytes, or those of the same picture without hidden data: so that page, ledger and archive agree on them.
fn clean(bytes: Vec<u8>) -> Vec<u8> {
    match photo::clean(&bytes) {
        Cow::Owned(cleaned) => cleaned,
        Cow::Borrowed(_) => bytes,
    }
}

/// A folder's files, as one record names them.
#[derive(Clone, Copy)]
pub struct FilesFrom<'a> {
    files: &'a Files,
    inside: &'a str,
}

impl FilesFrom<'_> {
    /// The path that a record means: from the folder's root first, then from beside the record.
    pub fn resolve(&self, written: &str) -> Option<String> {
        let text = written.trim().replace('\\', "/");
        let parts: Vec<&str> = text.split('/').filter(|p| !p.is_empty() && *p != ".").collect();
        if parts.is_empty() || parts.contains(&"..") {
            return None;
        }
        let plain = parts.join("/");
        let beside = format!("{}/{plain}", self.inside);
        [plain, beside].into_iter().find(|path| self.files.map.contains_key(path))
    }

    /// The paths of all files, from the folder's root.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.map.keys().map(String::as_str)
    }

    /// The bytes of a path that was resolved; empty where there is none.
    pub fn bytes(&self, path: &str) -> &[u8] {
        self.files.get(path).unwrap_or_default()
    }

    /// The path from the workspace root.
    pub fn full_path(&self, path: &str) -> String {
        format!("{}/{path}", self.files.folder)
    }
}
