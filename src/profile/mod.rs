//! Profiles: law, processes, catalogues, rubrics, registers, indicators and accounting systems as data.
//!
//! In: YAML files, the program's own and the county's. Out: tables by name.
//! Never decides by itself what is right: each profile carries its source.

pub mod body;
pub mod catalogue;
pub mod common;
pub mod condition;
pub mod formula;
pub mod import;
pub mod indicator;
mod links;
mod load;
pub mod matter;
mod place;
pub mod process;
pub mod register;
pub mod rollup;
pub mod rubric;
pub mod rule;
pub mod statement;
mod table;
pub mod threshold;
mod tighten;

pub use common::ProfileHead;
pub use links::Known;
pub use load::{default_files, load};
pub use place::Places;
pub use table::{PROFILE_KINDS, Profile, ProfileTable, Profiles};
