//! The world outside, as far as the compiler may see it.
//!
//! In: paths relative to the workspace. Out: names, bytes, and today's date.
//! Never writes: `write/` does, and nothing else.

mod disk;
mod files;
mod memory;
mod overlay;
mod stamp;

pub use disk::{DiskWorld, list_outside, read_outside};
pub use files::{Files, FilesFrom};
pub use memory::MemoryWorld;
pub use overlay::Overlay;

use crate::error::Error;
use crate::value::Date;

/// All that stages may learn from outside. Paths are relative to the workspace and use `/`.
pub trait World: Sync {
    /// All files below `folder`, sorted by path; empty where there is no such folder.
    ///
    /// # Errors
    /// Where the system refuses to list it, or a name is not valid Unicode.
    fn list(&self, folder: &str) -> Result<Vec<String>, Error>;

    /// The names of the folders directly inside `folder`, sorted.
    ///
    /// # Errors
    /// As for [`World::list`].
    fn folders(&self, folder: &str) -> Result<Vec<String>, Error>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, Error>;

    /// How the files below `folder` stand, without reading them: the same stamp means that [`World::list`] and
    /// [`World::read`] would give the same again. None where that is not sure, as where a file changed a moment ago.
    fn stamp(&self, folder: &str) -> Option<[u8; 32]> {
        let _ = folder;
        None
    }

    /// Whether there is a file of this name.
    fn is_file(&self, path: &str) -> bool;

    /// Today.
    fn today(&self) -> Date;
}
