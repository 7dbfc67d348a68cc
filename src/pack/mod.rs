//! A community in one file, sent from hand to hand.
//!
//! In: the files of a community, or the bytes of a pack. Out: a pack; from a pack the changes that it brings here, or
//! why it is refused. Never believes a name, a size or a hash that a pack claims, and never writes.
//!
//! A pack is a zip file of a community's folder and a manifest. For every file the manifest tells the hash of what it
//! holds and of the states before it that were packed or taken in, so that the other side knows whether a pack goes on
//! from what it has (`merge`), whatever was sent or not sent in between. Each side remembers these states
//! ([`history`]). Ledgers stay where they are sealed.

pub mod history;
mod limit;
mod make;
mod manifest;
mod merge;
mod name;
mod read;

pub use history::History;
pub use limit::MAX_FILE;
pub use make::{Made, make};
pub use manifest::{Entry, MANIFEST, Manifest};
pub use merge::{Change, Choices, Fate, Plan, fate, plan};
pub use name::is_sound;
pub use read::{Pack, read};

use sha2::{Digest, Sha256};

use crate::text::hex;

/// The hash of a file's bytes, as manifests tell it.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
