//! Checks of a register's cells against its profile's columns.
//!
//! In: a table and a profile. Out: an error for each cell that cannot be right.
//! Never compares one register with another.

use std::collections::BTreeMap;

use super::rows::{Rows, parse, shown};
use super::rules;
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::profile::formula::round;
use crate::profile::register::{Column, ColumnType, RegisterProfile};
use crate::record::table_view;
use crate::schema::unknown_name;
use crate::value::{Money, Number, Table, read_date};

pub(super) fn table(table: &Table, profile: &RegisterProfile, sink: &mut Sink) {
    columns(table, profile, sink);
    for (at, name) in table.columns.iter().enumerate() {
        if let Some(column) = profile.column(name) {
            let cells: Vec<&At<String>> = table_view::body(table).map(|row| &row[at]).collect();
            column_cells(&cells, column, sink);
        }
    }
    computed(&Rows::of(table, profile), sink);
    table_view::check(table, &rules(table, profile), sink);
}

/// A typed value of a column that is worked out must be what its formula gives.
fn computed(rows: &Rows<'_>, sink: &mut Sink) {
    for column in rows.profile.columns.iter().filter(|c| c.formula.is_some()) {
        for row in rows.list.iter().copied() {
            let typed = parse(column.kind, rows.text(row, &column.name));
            let (Some(typed), Some(worked_out)) = (typed, rows.computed(row, column)) else {
                continue;
            };
            // A share may be typed with fewer places, never with other digits.
            let percent = column.kind == ColumnType::Percent;
            let places = if percent { typed.scale().min(column.kind.places()) } else { column.kind.places() };
            if round(worked_out, places) != round(typed, places) {
                let money = column.kind == ColumnType::Money;
                let off = Diagnostic::new(&code::COMPUTED_DISAGREES, rows.place(row, &column.name));
                let formula = column.formula.as_ref().map_or("", |f| f.text.as_str());
                let off = off.arg("column", &column.name).arg("formula", formula).arg("row", rows.label(row));
                sink.push(off.arg("typed", shown(typed, money)).arg("right", shown(worked_out, money)));
            }
        }
    }
}

fn columns(table: &Table, profile: &RegisterProfile, sink: &mut Sink) {
    let known: Vec<&str> = profile.columns.iter().map(|c| c.name.as_str()).collect();
    for name in &table.columns {
        if profile.column(name).is_none() {
            let unknown = unknown_name(&code::UNKNOWN_COLUMN, name, table.span, &known);
            sink.push(unknown.arg("register", &profile.head.name.value));
        }
    }
    let missing = |c: &&Column| c.required && c.formula.is_none() && !table.columns.contains(&c.name);
    for column in profile.columns.iter().filter(missing).filter(|_| !table.rows.is_empty()) {
        let gap = Diagnostic::new(&code::MISSING_COLUMN, table.span).arg("column", &column.name);
        sink.push(gap.arg("register", &profile.head.name.value));
    }
}

fn column_cells(cells: &[&At<String>], column: &Column, sink: &mut Sink) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for cell in cells {
        let text = cell.value.as_str();
        if text.is_empty() {
            if column.required && column.formula.is_none() {
                sink.push(Diagnostic::new(&code::EMPTY_CELL, cell.span).arg("column", &column.name));
            }
            continue;
        }
        if !holds(column.kind, text) {
            let wrong = Diagnostic::new(&code::WRONG_CELL, cell.span).arg("column", &column.name);
            sink.push(wrong.arg("text", text).arg("expected", column.kind.word()));
        }
        if !column.options.is_empty() && !column.options.iter().any(|o| o == text) {
            let known: Vec<&str> = column.options.iter().map(String::as_str).collect();
            let other = unknown_name(&code::NOT_AN_OPTION, text, cell.span, &known);
            sink.push(other.arg("column", &column.name));
        }
        if column.unique {
            if let Some(first) = seen.get(text) {
                let same = Diagnostic::new(&code::SAME_VALUE, cell.span).arg("column", &column.name);
                sink.push(same.arg("text", text).also(*first));
            } else {
                seen.insert(text, cell.span);
            }
        }
    }
}

/// Whether a cell holds what its column asks for.
fn holds(kind: ColumnType, text: &str) -> bool {
    match kind {
        ColumnType::Text | ColumnType::Community => true,
        ColumnType::Number | ColumnType::Percent => Number::parse(text).is_some(),
        ColumnType::Money => Money::parse(text).is_some(),
        ColumnType::Date => read_date(text).is_some(),
        ColumnType::YesNo => matches!(text, "是" | "否" | "有" | "无" | "yes" | "no" | "true" | "false"),
    }
}
