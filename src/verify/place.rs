//! Where the files to check stand: a folder or a zip file, read whole.
//!
//! In: a path. Out: bytes by path, with `/`. Follows no symbolic links, writes nothing, and reads no more than a
//! site can hold.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The most that is read of one file and of one place, so that a hostile archive cannot fill the memory.
const MOST_OF_ONE: u64 = 512 << 20;
const MOST_OF_ALL: u64 = 8 << 30;
/// How much larger than itself an archive may grow, and what any may grow to: pages shrink to a fifth, bombs to a
/// thousandth.
const GROWTH: u64 = 50;
const ANY: u64 = 64 << 20;

/// Files by path.
#[derive(Debug, Default)]
pub struct Place {
    files: BTreeMap<String, Vec<u8>>,
}

impl Place {
    /// Reads a folder or a zip file.
    ///
    /// # Errors
    /// Where it cannot be read or is too large.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut place = Self::default();
        if path.is_dir() {
            place.folder(path, "")?;
        } else {
            // Looked at first: opening a pipe would wait for somebody to write into it.
            let data = path.metadata()?;
            if !data.is_file() {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            place.archive(File::open(path)?, data.len())?;
        }
        Ok(place)
    }

    /// Files that are already in memory.
    pub fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { files }
    }

    fn folder(&mut self, path: &Path, prefix: &str) -> io::Result<()> {
        for entry in std::fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.folder(&entry.path(), &format!("{prefix}{name}/"))?;
            } else if kind.is_file() {
                let mut bytes = Vec::new();
                File::open(entry.path())?.take(MOST_OF_ONE + 1).read_to_end(&mut bytes)?;
                if bytes.len() as u64 > MOST_OF_ONE {
                    return Err(too_much());
                }
                self.files.insert(format!("{prefix}{name}"), bytes);
            }
        }
        Ok(())
    }

    fn archive(&mut self, file: File, size: u64) -> io::Result<()> {
        let mut left = MOST_OF_ALL.min(ANY + GROWTH * size);
        let mut archive = zip::ZipArchive::new(file).map_err(io::Error::other)?;
        for at in 0..archive.len() {
            let entry = archive.by_index(at).map_err(io::Error::other)?;
            if entry.is_dir() {
                continue;
            }
            let name = entry.name().map_err(io::Error::other)?.replace('\\', "/");
            let mut bytes = Vec::new();
            let most = MOST_OF_ONE.min(left);
            entry.take(most + 1).read_to_end(&mut bytes)?;
            left = left.checked_sub(bytes.len() as u64).filter(|_| bytes.len() as u64 <= most).ok_or_else(too_much)?;
            let inside = !name.split('/').any(|part| part.is_empty() || part == "..") && !name.contains(':');
            if !inside || self.files.insert(name.clone(), bytes).is_some() {
                return Err(io::Error::other(format!("{name:?}: a name that leads outside, or stands twice")));
            }
        }
        Ok(())
    }

    /// The bytes at a path.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The text at a path.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.get(path)?).ok()
    }

    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Paths and bytes below a folder, which is empty or ends in `/`; the paths begin there.
    pub fn below<'p>(&'p self, folder: &'p str) -> impl Iterator<Item = (&'p str, &'p [u8])> {
        let from = self.files.range(folder.to_owned()..);
        from.map_while(move |(path, bytes)| Some((path.strip_prefix(folder)?, bytes.as_slice())))
    }

    /// The folders that hold a file of this name; empty or with `/` at their end.
    pub fn folders_of(&self, name: &str) -> Vec<String> {
        let folder = |path: &str| {
            let folder = path.strip_suffix(name)?;
            (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
        };
        self.paths().filter_map(folder).collect()
    }
}

fn too_much() -> io::Error {
    io::Error::other("it holds too much")
}
