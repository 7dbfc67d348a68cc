//! Places to publish to that break when a test wants it.
//!
//! In: how many changes they take before they refuse. Out: doors, and what came through them. Never touches the
//! network.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use gongkai::publish::door::{Disk, Door, Folder, Head, Sort, Trouble, What};

/// A place in memory.
#[derive(Default)]
pub struct Shelf {
    /// What is there.
    pub files: Mutex<BTreeMap<String, Vec<u8>>>,
    /// What was changed, in order: `+path`, `-path`.
    pub log: Mutex<Vec<String>>,
    /// How many changes it still takes.
    pub left: AtomicUsize,
}

/// A door to a shelf.
pub struct ToShelf(pub Arc<Shelf>);

impl Shelf {
    /// A shelf that takes everything.
    pub fn new() -> Arc<Self> {
        Arc::new(Self { left: AtomicUsize::new(usize::MAX), ..Self::default() })
    }

    /// Another one with the same on it, that takes `left` changes.
    pub fn copy(&self, left: usize) -> Arc<Self> {
        let files = self.files.lock().expect("no panic").clone();
        Arc::new(Self { files: Mutex::new(files), log: Mutex::default(), left: AtomicUsize::new(left) })
    }

    /// What was changed since the last question.
    pub fn taken(&self) -> Vec<String> {
        std::mem::take(&mut self.log.lock().expect("no panic"))
    }

    fn change(&self, said: String) -> Result<(), Trouble> {
        take(&self.left)?;
        self.log.lock().expect("no panic").push(said);
        Ok(())
    }
}

fn take(left: &AtomicUsize) -> Result<(), Trouble> {
    let taken = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
    taken.map(drop).map_err(|_| Trouble::new(Sort::Refused, "cut"))
}

impl Door for ToShelf {
    fn lanes(&self) -> usize {
        4
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        Ok(self.0.files.lock().expect("no panic").get(path).cloned())
    }

    fn put(&self, path: &str, bytes: &[u8], _: Head) -> Result<(), Trouble> {
        self.0.change(format!("+{path}"))?;
        self.0.files.lock().expect("no panic").insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        self.0.change(format!("-{path}"))?;
        self.0.files.lock().expect("no panic").remove(path);
        Ok(())
    }
}

/// A folder with links that breaks.
pub struct Brittle {
    /// The folder.
    pub inner: Folder,
    /// How many changes it still takes.
    pub left: AtomicUsize,
}

impl Door for Brittle {
    fn lanes(&self) -> usize {
        2
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        self.inner.read(path)
    }

    fn put(&self, path: &str, bytes: &[u8], head: Head) -> Result<(), Trouble> {
        take(&self.left)?;
        self.inner.put(path, bytes, head)
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        take(&self.left)?;
        self.inner.remove(path)
    }
}

impl Disk for Brittle {
    fn link(&self, from: &str, to: &str) -> Result<bool, Trouble> {
        take(&self.left)?;
        self.inner.link(from, to)
    }

    fn what(&self, path: &str) -> Result<What, Trouble> {
        self.inner.what(path)
    }

    fn point(&self, path: &str, target: &str) -> Result<(), Trouble> {
        take(&self.left)?;
        self.inner.point(path, target)
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        self.inner.names(folder)
    }

    fn clear(&self, folder: &str) -> Result<(), Trouble> {
        take(&self.left)?;
        self.inner.clear(folder)
    }
}
