//! The only room that writes.
//!
//! In: bundles. Out: files on disk, whole or not at all. Never decides what to write.

pub mod browser;
mod manifest;
mod memo;
mod stage;

pub use manifest::MANIFEST;
pub use memo::{Memo, MemoFile};
pub use stage::{Stage, replace_file};
