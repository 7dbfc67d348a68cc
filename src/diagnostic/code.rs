//! Every code a diagnostic can have.
//!
//! In: the tables of codes, one for each group. Out: all of them with their severity; `explain` and the tests walk them.
//! Never holds sentences: `gk0101`, `.help` and `.explain` stand in `locale/<lang>/diagnostics.ftl`.

use serde::{Deserialize, Serialize};

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Cannot be true or must not be seen; blocks publication.
    Error,
    /// Truly happened and falls short of a rule; is published on the page.
    Finding,
    /// Probably a slip.
    Warning,
    /// Could be better.
    Info,
}

impl Severity {
    /// The word used in JSON and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Finding => "finding",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// One entry of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Such as `GK0101`.
    pub id: &'static str,
    /// How grave its cases are.
    pub severity: Severity,
}

impl Code {
    /// The Fluent message that holds its sentence: the code in small letters.
    pub fn message(&self) -> String {
        self.id.to_ascii_lowercase()
    }
}

/// Declares the codes of a group.
macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $severity:ident $id:literal;)*) => {
        $($(#[doc = $doc])* pub static $name: super::Code =
            super::Code { id: $id, severity: super::Severity::$severity };)*
        /// The codes of this group, in order.
        pub(super) static GROUP: &[&super::Code] = &[$(&$name),*];
    };
}

mod common;
mod decision;
mod disclosure;
mod evaluation;
mod field;
mod finance;
mod import;
mod indicator;
mod ledger;
mod pack;
mod portal;
mod privacy;
mod profile;
mod project;
mod publish;
mod query;
mod reading;
mod register;
mod theme;
mod workspace;

pub use common::*;
pub use decision::*;
pub use disclosure::*;
pub use evaluation::*;
pub use field::*;
pub use finance::*;
pub use import::*;
pub use indicator::*;
pub use ledger::*;
pub use pack::*;
pub use portal::*;
pub use privacy::*;
pub use profile::*;
pub use project::*;
pub use publish::*;
pub use query::*;
pub use reading::*;
pub use register::*;
pub use theme::*;
pub use workspace::*;

/// All groups, in order.
static GROUPS: &[&[&Code]] = &[
    reading::GROUP,
    field::GROUP,
    workspace::GROUP,
    common::GROUP,
    query::GROUP,
    decision::GROUP,
    finance::GROUP,
    project::GROUP,
    evaluation::GROUP,
    register::GROUP,
    indicator::GROUP,
    disclosure::GROUP,
    profile::GROUP,
    import::GROUP,
    portal::GROUP,
    ledger::GROUP,
    privacy::GROUP,
    publish::GROUP,
    theme::GROUP,
    pack::GROUP,
];

/// All codes, in order.
pub fn all() -> impl Iterator<Item = &'static Code> {
    GROUPS.iter().flat_map(|group| group.iter().copied())
}

/// The code called `id`, in any case of letters.
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|c| c.id.eq_ignore_ascii_case(id))
}
