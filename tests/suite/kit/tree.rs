//! Files of a folder, to be compared.
//!
//! In: a folder. Out: paths with bytes and times of change; in words what differs.
//! Never looks into the files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use walkdir::WalkDir;

/// One file.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// When it was last changed.
    pub modified: SystemTime,
}

/// All files of a folder, by path.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Tree(pub BTreeMap<String, File>);

impl Tree {
    /// Reads a folder; one that is not there is empty.
    pub fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        if !folder.exists() {
            return Self(files);
        }
        for entry in WalkDir::new(folder).into_iter().map(|e| e.expect("the folder can be listed")) {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(folder).expect("inside").to_str().expect("Unicode");
                let modified = entry.metadata().expect("metadata").modified().expect("a time");
                let file = File { bytes: fs::read(entry.path()).expect("readable"), modified };
                files.insert(path.replace('\\', "/"), file);
            }
        }
        Self(files)
    }

    /// Reads a folder as those who ask for its paths see it: through links, and without what a run keeps for itself.
    pub fn as_readers_see(folder: &Path) -> Self {
        let mut tree = Self::read(folder);
        for entry in WalkDir::new(folder).into_iter().flatten().filter(|e| e.path_is_symlink() && e.path().is_dir()) {
            let name = entry.path().strip_prefix(folder).expect("below it").to_str().expect("Unicode");
            let below = Self::read(&fs::canonicalize(entry.path()).expect("a folder"));
            tree.0.extend(below.0.into_iter().map(|(path, file)| (format!("{name}/{path}"), file)));
        }
        tree.0.retain(|path, _| !path.split('/').any(|part| part.starts_with(".gongkai")));
        tree
    }

    /// All paths.
    pub fn paths(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// Says which files differ in bytes; empty where the trees are the same.
    pub fn difference(&self, other: &Self) -> String {
        self.compare(other, |a, b| a.bytes != b.bytes)
    }

    /// Says which files were put there, written anew or removed since `before`.
    pub fn touched_since(&self, before: &Self) -> String {
        before.compare(self, |a, b| a != b)
    }

    /// One line a path: `+` only in `after`, `-` only here, `~` in both but different.
    fn compare(&self, after: &Self, differ: impl Fn(&File, &File) -> bool) -> String {
        let mut lines = String::new();
        let all: std::collections::BTreeSet<&String> = self.0.keys().chain(after.0.keys()).collect();
        for path in all {
            let sign = match (self.0.get(path), after.0.get(path)) {
                (Some(_), None) => '-',
                (None, Some(_)) => '+',
                (Some(a), Some(b)) if differ(a, b) => '~',
                _ => continue,
            };
            lines.push_str(&format!("{sign} {path}\n"));
        }
        lines
    }
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).into_iter().map(|e| e.unwrap_or_else(|e| panic!("{}: {e}", from.display()))) {
        let place = to.join(entry.path().strip_prefix(from).expect("inside"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&place).expect("folders can be made");
        } else {
            fs::copy(entry.path(), &place).expect("files can be copied");
        }
    }
}
