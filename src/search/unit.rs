//! Files of the search that are made together.
//!
//! In: what they are made from, as one hash. Out: their names and texts, when they are asked for. Never made where the hash
//! says that they would come out as before.

use serde::Serialize;

use crate::error::Error;
use crate::format::script;

/// A file: its name, and its text.
pub type File = (String, String);

/// Files that are made together.
pub struct Unit<'d> {
    /// Hash of all that they are made from; zero where nothing is kept of them.
    pub key: [u8; 32],
    /// Makes them; fails where a record cannot be read from where it is kept.
    pub make: Box<dyn FnOnce() -> Result<Vec<File>, Error> + Send + 'd>,
}

/// The hash of what a unit is made from: its sort, numbers, and the digests of what it reads.
pub(super) fn key<const N: usize>(sort: &str, numbers: &[usize], digests: impl Iterator<Item = [u8; N]>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("GONGKAI_SOURCE").as_bytes()).update(sort.as_bytes());
    for number in numbers {
        hasher.update(&(*number as u64).to_le_bytes());
    }
    // All at once: one by one they would take four times as long.
    let digests: Vec<[u8; N]> = digests.collect();
    hasher.update(digests.as_flattened());
    *hasher.finalize().as_bytes()
}

/// A file with one call.
pub(super) fn call(name: &str, value: &impl Serialize) -> File {
    (format!("{name}.js"), script::call("gk", &(name, value)))
}
