//! The tables of records, column by column.
//!
//! In: field tables and profiles. Out: [`Layout`], what import fills, templates show and exports write.
//! Never reads or writes a table.

mod column;
mod evaluation;
mod finance;
mod head;
mod register;

use std::collections::BTreeMap;

pub use column::{Column, Holds, Role};
pub use evaluation::evaluation;
pub use finance::{finance, line_columns};
pub use head::{Head, head};
pub use register::{disclosure, register};

/// The columns of one kind of table.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Name of the kind of record: `finance`.
    pub kind: &'static str,
    /// The register, rubric or catalogue item; empty where the kind has but one table.
    pub name: String,
    /// What is known of its columns.
    pub columns: Vec<Column>,
    /// Whether further columns are kept as they are.
    pub open: bool,
    /// What must be true of its rows, in words.
    pub rules: Vec<String>,
}

impl Layout {
    /// The column that a head means, by name before further names.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.index().get(&head(name).name).copied()
    }

    /// All heads under which its columns may stand, taken apart, and the column that each means.
    pub fn index(&self) -> BTreeMap<String, usize> {
        let names = |c: &Column| [c.name.clone(), c.en.to_owned()];
        let mut index = BTreeMap::new();
        for (at, name) in self.columns.iter().enumerate().flat_map(|(at, c)| names(c).map(|name| (at, name))) {
            if !name.is_empty() {
                index.entry(head(&name).name).or_insert(at);
            }
        }
        for (at, other) in self.columns.iter().enumerate().flat_map(|(at, c)| c.others.iter().map(move |o| (at, o))) {
            index.entry(head(other).name).or_insert(at);
        }
        index
    }

    /// The column with a role.
    pub fn role(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|c| c.role == role)
    }
}
