//! The public ledger: what was published can be corrected or taken back, never changed in silence.
//!
//! In: records as they are published, and what was sealed before. Out: a transparency log of static files
//! (C2SP tlog-tiles), receipts, what changed since. Never reads a clock or a random number by itself, and never
//! writes: a build shows what is sealed, sealing is a step of its own.
//!
//! - [`mod@tree`], [`tile`], [`note`], [`entry`], [`log`]: the log by its specifications.
//! - [`text`], [`state`]: what the workspace keeps beside it.
//! - [`published`], [`compare`], [`drift`]: what happened to each record since it was sealed.
//! - [`mod@seal`], [`receipt`], [`key`], [`paper`]: going on, and proofs; [`restart`]: going on without the old keys;
//!   [`national`]: a second signature.

pub mod compare;
pub mod drift;
pub mod entry;
pub mod key;
pub mod labels;
pub mod log;
pub mod national;
pub mod note;
pub mod paper;
pub mod published;
pub mod receipt;
pub mod restart;
pub mod seal;
pub mod state;
pub mod text;
pub mod tile;
pub mod tree;

pub use state::{Ledger, folder};
