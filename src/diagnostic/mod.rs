//! What is wrong with a record, as values.
//!
//! In: places and facts from every stage. Out: diagnostics, each with a stable code.
//! Never prints, never stops the work: one run shows every mistake.

pub mod basis;
pub mod code;
mod message;
pub mod place;
pub mod sink;
pub mod source;
pub mod span;
mod told;

pub use basis::Basis;
pub use code::{Code, Severity};
pub use message::Diagnostic;
pub use place::{Place, Report};
pub use sink::Sink;
pub use source::{BAR, Source, Sources};
pub use span::{At, FileId, Span};
pub use told::{Excerpt, Told};
