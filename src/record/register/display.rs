//! Rows on display for objections: from when to when, how long, how many days are left.
//!
//! In: the columns of both days. Out: a finding for each display shorter than the law's least days, and the
//! periods as the page tells them. Never blocks: a display that was too short truly happened.

use serde::Serialize;

use super::rows::Rows;
use super::run::{Failure, Ran, Run};
use crate::diagnostic::code;
use crate::profile::register::DisplayDays;
use crate::value::Date;

/// Which limit sets the least days of display.
const DISPLAY_MIN_DAYS: &str = "display-min-days";

/// Compares the days of each row with the law of its first day.
pub(super) fn check(run: &Run<'_>, rows: &Rows<'_>, days: &DisplayDays, ran: &mut Ran<'_>) {
    for row in rows.list.iter().copied() {
        let (from, until) = (rows.date(row, &days.from), rows.date(row, &days.until));
        let (from, until) = match (from, until) {
            (Some(from), Some(until)) => (from, until),
            (None, None) => continue,
            (from, _) => {
                let (written, has) = if from.is_some() { (&days.from, "from") } else { (&days.until, "until") };
                let half = Failure::fixed(&code::ROW_DISPLAY_HALF, rows.place(row, written));
                ran.failures.push(half.arg("row", rows.label(row)).arg("has", has));
                continue;
            }
        };
        ran.compared += 1;
        let length = (until - from).get_days();
        // A display that ends before it begins is a matter of 先后.
        if length >= 0
            && let Some(limit) = run.scope.limit(DISPLAY_MIN_DAYS, from)
            && i64::from(length) < i64::from(limit.days)
        {
            let short = Failure::fixed(&code::ROW_DISPLAY_TOO_SHORT, rows.place(row, &days.until));
            let short = short.arg("row", rows.label(row)).arg("days", length).arg("min", limit.days);
            ran.failures.push(short.basis(Some(limit.basis)));
        }
    }
}

/// A display of some rows, as the page tells it.
#[derive(Serialize, PartialEq, Eq)]
pub(super) struct OnDisplay {
    from: Date,
    until: Date,
    /// How many rows it is of.
    count: usize,
    /// How many days it lasts.
    length: i32,
    /// `upcoming`, `running` or `over`.
    stands: &'static str,
    /// Days until it begins, days left, or days since it ended.
    days: i32,
}

/// The displays of a table, in the order in which they first stand.
pub(super) fn periods(rows: &Rows<'_>, as_of: Date) -> Vec<OnDisplay> {
    let mut found: Vec<OnDisplay> = Vec::new();
    for check in &rows.profile.checks {
        let Some(days) = check.display.as_ref() else {
            continue;
        };
        let rows = rows.when(&check.when);
        for row in rows.list.iter().copied() {
            let (Some(from), Some(until)) = (rows.date(row, &days.from), rows.date(row, &days.until)) else {
                continue;
            };
            match found.iter_mut().find(|d| (d.from, d.until) == (from, until)) {
                Some(same) => same.count += 1,
                None => found.push(OnDisplay::of(from, until, as_of)),
            }
        }
    }
    found
}

impl OnDisplay {
    fn of(from: Date, until: Date, as_of: Date) -> Self {
        let (stands, days) = match () {
            () if as_of < from => ("upcoming", from - as_of),
            () if as_of <= until => ("running", until - as_of),
            () => ("over", as_of - until),
        };
        Self { from, until, count: 1, length: (until - from).get_days(), stands, days: days.get_days() }
    }
}
