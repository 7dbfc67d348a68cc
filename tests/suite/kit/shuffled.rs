//! A world whose folders come in another order each time.
//!
//! In: a world and a seed. Out: the same files, listed in an order that no disk would give.
//! Never changes names or bytes.

use gongkai::error::Error;
use gongkai::value::Date;
use gongkai::world::World;

/// Another world's files in a shuffled order.
pub struct Shuffled<W> {
    /// The world with the files.
    pub inner: W,
    /// Another seed, another order.
    pub seed: u64,
}

impl<W> Shuffled<W> {
    fn shuffle(&self, mut names: Vec<String>) -> Vec<String> {
        let hash = |name: &String| blake3::hash(format!("{} {name}", self.seed).as_bytes()).to_hex().to_string();
        names.sort_by_key(hash);
        names
    }
}

impl<W: World> World for Shuffled<W> {
    fn list(&self, folder: &str) -> Result<Vec<String>, Error> {
        self.inner.list(folder).map(|names| self.shuffle(names))
    }

    fn folders(&self, folder: &str) -> Result<Vec<String>, Error> {
        self.inner.folders(folder).map(|names| self.shuffle(names))
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.inner.read(path)
    }

    fn is_file(&self, path: &str) -> bool {
        self.inner.is_file(path)
    }

    fn today(&self) -> Date {
        self.inner.today()
    }
}
