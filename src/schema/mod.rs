//! Field tables: one declaration of a record serves reading, schema and forms.
//!
//! In: `fields!` and `choice!` declarations. Out: structs with readers and shapes.
//! Never knows which kinds of record there are.

pub mod json;
mod macros;
mod read;
mod shape;
mod unknown;

pub use read::{Anchor, Fields, FromNode, LinkTarget, MapReader, Reader, Uses, nearest, one_of, wrong_type};
pub use shape::{Choice, Field, ObjectShape, Shape};
pub use unknown::unknown_name;
