//! What tests are made with.
//!
//! In: fixtures. Out: small real sites that can be written, checked, built and read like a visitor
//! reads them. Never decides what is right: tests do.

pub mod attack;
pub mod city;
pub mod corpus;
pub mod desk;
pub mod expect;
pub mod faulty;
pub mod judge;
pub mod ledger;
pub mod links;
pub mod numbers;
pub mod outline;
pub mod page;
pub mod payloads;
pub mod poison;
pub mod preview;
pub mod program;
pub mod servers;
pub mod shelf;
pub mod shuffled;
pub mod site;
pub mod table;
pub mod tree;

use std::path::{Path, PathBuf};

use gongkai::value::Date;

/// The day that stands for today in all tests.
pub const TODAY: Date = Date::constant(2026, 11, 23);

/// A path in the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
