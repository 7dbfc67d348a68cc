//! A world with some files other than they are.
//!
//! In: a world, and texts that are not written yet. Out: what `World` promises, as if they were. Never writes them.

use std::collections::BTreeMap;

use super::World;
use crate::error::Error;
use crate::value::Date;

/// A world as it would be.
pub struct Overlay<'w> {
    under: &'w dyn World,
    files: BTreeMap<String, Option<Vec<u8>>>,
}

impl<'w> Overlay<'w> {
    /// The world as it is.
    pub fn new(under: &'w dyn World) -> Self {
        Self { under, files: BTreeMap::new() }
    }

    /// With a file that holds these bytes.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), Some(bytes.into()));
        self
    }

    /// Without a file.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.files.insert(path.to_owned(), None);
        self
    }
}

impl World for Overlay<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, Error> {
        let mut all = self.under.list(folder)?;
        let prefix = format!("{folder}/");
        for (path, bytes) in &self.files {
            let Some(name) = path.strip_prefix(&prefix) else { continue };
            match (all.binary_search_by(|p| p.as_str().cmp(name)), bytes) {
                (Err(at), Some(_)) => all.insert(at, name.to_owned()),
                (Ok(at), None) => drop(all.remove(at)),
                _ => {}
            }
        }
        Ok(all)
    }

    fn folders(&self, folder: &str) -> Result<Vec<String>, Error> {
        let mut all = self.under.folders(folder)?;
        let prefix = format!("{folder}/");
        let made =
            self.files.iter().filter(|(_, bytes)| bytes.is_some()).filter_map(|(path, _)| path.strip_prefix(&prefix));
        all.extend(made.filter_map(|name| name.split_once('/')).map(|(name, _)| name.to_owned()));
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        match self.files.get(path) {
            Some(Some(bytes)) => Ok(bytes.clone()),
            Some(None) => Err(Error::io("io-read", path, std::io::ErrorKind::NotFound.into())),
            None => self.under.read(path),
        }
    }

    fn is_file(&self, path: &str) -> bool {
        self.files.get(path).map_or_else(|| self.under.is_file(path), Option::is_some)
    }

    fn today(&self) -> Date {
        self.under.today()
    }
}
