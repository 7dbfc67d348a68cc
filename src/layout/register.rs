//! Registers, whose profiles name the columns, and disclosures, whose columns are free.
//!
//! In: a register's profile, or a catalogue item. Out: its layout. Never holds rows.

use super::{Column, Layout};
use crate::profile::catalogue::CatalogueItem;
use crate::profile::register::{ColumnType, RegisterProfile};

/// The table of a register. Columns that are worked out may stand in a sheet; templates do not ask for them.
pub fn register(profile: &RegisterProfile) -> Layout {
    let column = |column: &crate::profile::register::Column| Column {
        required: column.required && column.formula.is_none(),
        adds_up: column.total || column.kind == ColumnType::Money,
        options: column.options.clone(),
        shown: column.formula.is_none(),
        ..Column::new(column.name.as_str(), column.kind.into())
    };
    let rules = profile.checks.iter().map(|check| check.says.clone()).collect();
    let name = profile.head.name.value.clone();
    Layout { kind: "register", name, columns: profile.columns.iter().map(column).collect(), open: false, rules }
}

/// The table of a disclosure: its heads are its own.
pub fn disclosure(item: Option<&CatalogueItem>) -> Layout {
    let name = item.map_or_else(String::new, |item| item.code.clone());
    Layout { kind: "disclosure", name, columns: Vec::new(), open: true, rules: Vec::new() }
}
