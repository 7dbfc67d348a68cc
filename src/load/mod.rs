//! From files to typed records.
//!
//! In: the bytes of a workspace. Out: `City` (settings and profiles) and one `Corpus` a community.
//! Never checks a record against another: validation does.

mod city;
mod community;
pub(crate) mod front_matter;
mod links;
mod neighbours;

pub use city::load_city;
pub(crate) use community::extension;
pub use community::load_community;
