//! The only room that writes.
//!
//! In: bundles. Out: files on disk, whole or not at all. Never decides what to write.

pub mod browser;
mod cached;
mod in_order;
mod keep;
mod manifest;
mod memo;
mod probe;
mod stage;

pub use cached::{decode, encode};
pub use in_order::{put_in_order, remove_stale};
pub use keep::{VERSIONS, discard, put, take, versions, versions_of};
pub use manifest::MANIFEST;
pub use memo::{Memo, MemoFile};
pub use probe::may_write;
pub use stage::{Stage, replace_file};
