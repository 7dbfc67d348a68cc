//! Checks of a register that compare no sums: dates in order, rows told apart, cells filled in, ranks.
//!
//! In: rows and columns. Out: a failure at each cell that breaks the order.
//! Never looks beyond the rows.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::rows::{Row, Rows, shown};
use super::run::{Failure, Ran};
use crate::diagnostic::{At, code};
use crate::profile::register::{ColumnType, Ranked};

/// Each date is on or after the one of the column named before it; empty cells are passed over.
pub(super) fn dates(rows: &Rows<'_>, columns: &[At<String>], ran: &mut Ran<'_>) {
    for row in rows.list.iter().copied() {
        let mut before = None;
        for column in columns {
            let Some(date) = rows.date(row, column) else {
                continue;
            };
            if let Some((earlier, name)) = before.filter(|(earlier, _)| date < *earlier) {
                let back = Failure::new(&code::DATES_OUT_OF_ORDER, rows.place(row, column));
                let back = back.arg("row", rows.label(row)).arg("column", column.value.as_str());
                let back = back.arg("date", date).arg("earlier", name).arg("earlier_date", earlier);
                ran.failures.push(back.also(Some(rows.place(row, name))));
            } else {
                before = Some((date, column.value.as_str()));
            }
        }
        ran.compared += 1;
    }
}

/// No two rows have the same words in all of the columns; rows with none of them are passed over.
pub(super) fn distinct(rows: &Rows<'_>, columns: &[At<String>], ran: &mut Ran<'_>) {
    let mut seen: BTreeMap<Vec<&str>, Row<'_>> = BTreeMap::new();
    for row in rows.list.iter().copied() {
        let key: Vec<&str> = columns.iter().map(|c| rows.text(row, c)).collect();
        if key.iter().all(|word| word.is_empty()) {
            continue;
        }
        ran.compared += 1;
        let words = key.join("、");
        if let Some(first) = seen.insert(key, row) {
            let twice = Failure::new(&code::ROW_TWICE, rows.place(row, &columns[0]));
            let names: Vec<&str> = columns.iter().map(|c| c.value.as_str()).collect();
            let twice = twice.arg("row", rows.label(row)).arg("columns", names.join("、")).arg("text", words);
            ran.failures.push(twice.also(Some(rows.place(first, &columns[0]))));
        }
    }
}

/// Cells that are filled in: all of the columns, or at least one.
pub(super) fn needed(rows: &Rows<'_>, columns: &[At<String>], any: bool, ran: &mut Ran<'_>) {
    for row in rows.list.iter().copied() {
        ran.compared += 1;
        let empty: Vec<&str> =
            columns.iter().map(|c| c.value.as_str()).filter(|c| rows.text(row, c).is_empty()).collect();
        let lacking = if any { empty.len() == columns.len() } else { !empty.is_empty() };
        if lacking {
            let gap = Failure::new(&code::CELL_NEEDED, rows.place(row, empty[0]));
            let gap = gap.arg("row", rows.label(row)).arg("columns", empty.join("、"));
            ran.failures.push(gap.arg("any", if any { "yes" } else { "no" }));
        }
    }
}

/// A rank that several rows share.
#[derive(Serialize)]
pub(super) struct Tie {
    rank: usize,
    count: usize,
}

/// The ranks that several rows share, where the profile ranks its rows.
pub(super) fn ties(rows: &Rows<'_>) -> Vec<Tie> {
    let mut found = Vec::new();
    for check in &rows.profile.checks {
        let Some(ranked) = check.ranked.as_ref() else {
            continue;
        };
        let rows = rows.when(&check.when);
        let numbers: Vec<Decimal> = rows.list.iter().filter_map(|row| rows.number(row, &ranked.by)).collect();
        let mut before = 0;
        for tie in numbers.chunk_by(|a, b| a == b) {
            if tie.len() > 1 {
                found.push(Tie { rank: before + 1, count: tie.len() });
            }
            before += tie.len();
        }
    }
    found
}

/// Rows stand in the order of their numbers; equal numbers have equal ranks, and the next rank counts them.
pub(super) fn ranked(rows: &Rows<'_>, ranked: &Ranked, ran: &mut Ran<'_>) {
    let money = rows.profile.column(&ranked.by).is_some_and(|c| c.kind == ColumnType::Money);
    let mut before: Option<(Decimal, Decimal)> = None;
    for row in rows.list.iter().copied() {
        let Some(number) = rows.number(row, &ranked.by) else {
            continue;
        };
        ran.compared += 1;
        let out = |column: &At<String>, last: Decimal| {
            let out = Failure::new(&code::OUT_OF_RANK, rows.place(row, column)).arg("row", rows.label(row));
            out.arg("column", ranked.by.value.as_str())
                .arg("left", shown(last, money))
                .arg("right", shown(number, money))
        };
        let last = before.map(|(last, _)| last);
        if let Some(last) = last.filter(|last| if ranked.lowest_first { number < *last } else { number > *last }) {
            ran.failures.push(out(&ranked.by, last).arg("rank", "").arg("wanted", ""));
        }
        let place = Decimal::from(ran.compared);
        let wanted = before.filter(|(last, _)| *last == number).map_or(place, |(_, rank)| rank);
        if let Some(rank) = &ranked.rank
            && let Some(typed) = rows.number(row, rank).filter(|typed| *typed != wanted)
        {
            let wrong = out(rank, last.unwrap_or(number));
            ran.failures.push(wrong.arg("rank", shown(typed, false)).arg("wanted", shown(wanted, false)));
        }
        before = Some((number, wanted));
    }
}
