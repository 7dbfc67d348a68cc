//! Balances that one period takes up from the one before.
//!
//! In: a register, and the earlier ones of its kind. Out: a failure for each balance that changed in between,
//! appeared from nowhere, or was lost. Never compares across a missing period: that is told instead.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Register;
use super::rows::{Row, Rows, shown};
use super::run::{Failure, Ran, Run};
use crate::diagnostic::{At, Span, code};
use crate::profile::register::{Carried, ColumnType};
use crate::record::Record;
use crate::value::Date;

/// A balance of the earlier register, and whether somebody took it up.
struct Balance {
    amount: Decimal,
    span: Span,
}

pub(super) fn check<'a>(run: &Run<'a>, rows: &Rows<'a>, carried: &Carried, ran: &mut Ran<'_>) {
    let earlier = match earlier(run, carried) {
        Earlier::None => return,
        Earlier::Skipped => {
            ran.failures.push(Failure::fixed(&code::PERIOD_SKIPPED, run.register.as_of.span));
            return;
        }
        Earlier::On(day) => day,
    };
    let money = rows.profile.column(&carried.opening).is_some_and(|c| c.kind == ColumnType::Money);
    let before = balances(run, earlier, carried);
    for row in rows.list.iter().copied() {
        let Some(opening) = rows.number(row, &carried.opening) else {
            continue;
        };
        ran.compared += 1;
        let last = before.get(&key(rows, row, &carried.keys));
        if last.map_or(Decimal::ZERO, |l| l.amount) == opening {
            continue;
        }
        let place = rows.place(row, &carried.opening);
        let off = Failure::new(&code::OPENING_DISAGREES, place).arg("row", rows.label(row));
        let off = off.arg("opening", carried.opening.value.as_str()).arg("closing", carried.closing.value.as_str());
        let off = off.arg("day", earlier).arg("right", shown(opening, money));
        let off = match last {
            Some(last) => off.arg("left", shown(last.amount, money)).also(Some(last.span)),
            None => off.arg("left", ""),
        };
        let apart = (last.map_or(Decimal::ZERO, |l| l.amount) - opening).abs();
        ran.failures.push(off.arg("diff", shown(apart, money)));
    }
    lost(run, &before, earlier, carried, money, ran);
}

/// Balances of the earlier register that no row takes up. Told by the first register of the day alone.
fn lost(
    run: &Run<'_>,
    before: &BTreeMap<Vec<String>, Balance>,
    earlier: Date,
    carried: &Carried,
    money: bool,
    ran: &mut Ran<'_>,
) {
    let today = run.register.as_of.value;
    let same_day: Vec<_> = run.siblings().filter(|(_, r)| r.as_of.value == today).collect();
    if same_day.first().is_some_and(|(record, _)| record.file != run.record.file) {
        return;
    }
    let mut here = BTreeSet::new();
    for rows in same_day.iter().filter_map(|(_, register)| rows_of(run, register)) {
        here.extend(rows.list.iter().map(|row| key(&rows, row, &carried.keys)));
    }
    for (key, balance) in before.iter().filter(|(key, b)| !b.amount.is_zero() && !here.contains(*key)) {
        let lost = Failure::new(&code::BALANCE_LOST, run.rows.span).arg("row", key.join("、"));
        let lost = lost.arg("closing", carried.closing.value.as_str()).arg("day", earlier);
        ran.failures.push(lost.arg("left", shown(balance.amount, money)).also(Some(balance.span)));
    }
}

/// Which day the earlier register is of.
pub(super) enum Earlier {
    /// There is none: this is the first.
    None,
    /// There are earlier ones, but none of the period before.
    Skipped,
    /// The register of that day.
    On(Date),
}

/// Finds the register that this one takes up.
pub(super) fn earlier(run: &Run<'_>, carried: &Carried) -> Earlier {
    let mine = run.register.as_of.value;
    let days = || run.siblings().map(|(_, r)| r.as_of.value).filter(move |day| *day < mine);
    let Some(newest) = days().max() else {
        return Earlier::None;
    };
    let Some(period) = carried.rhythm.and_then(|r| r.period_of(mine)) else {
        return Earlier::On(newest);
    };
    let before = period.previous();
    let in_it = days().filter(|day| before.first() <= *day && *day <= before.last()).max();
    // Earlier registers of the same period alone skip nothing.
    let any_older = days().any(|day| day < period.first());
    match in_it {
        Some(day) => Earlier::On(day),
        None if any_older => Earlier::Skipped,
        None => Earlier::None,
    }
}

fn balances(run: &Run<'_>, day: Date, carried: &Carried) -> BTreeMap<Vec<String>, Balance> {
    let mut found = BTreeMap::new();
    for rows in run.siblings().filter(|(_, r)| r.as_of.value == day).filter_map(|(_, r)| rows_of(run, r)) {
        for row in rows.list.iter().copied() {
            if let Some(amount) = rows.number(row, &carried.closing) {
                let span = rows.place(row, &carried.closing);
                found.insert(key(&rows, row, &carried.keys), Balance { amount, span });
            }
        }
    }
    found
}

fn rows_of<'a>(run: &Run<'a>, register: &'a Register) -> Option<Rows<'a>> {
    Some(Rows::of(register.rows.as_ref()?, run.rows.profile))
}

fn key(rows: &Rows<'_>, row: Row<'_>, keys: &[At<String>]) -> Vec<String> {
    keys.iter().map(|k| rows.text(row, k).to_owned()).collect()
}

/// The register before this one and the one after it, for the page.
pub(super) fn neighbours<'a>(run: &Run<'a>) -> (Option<&'a Record>, Option<&'a Record>) {
    let mine = run.register.as_of.value;
    let others = || run.siblings().map(|(record, r)| (r.as_of.value, record));
    let before = others().filter(|(day, _)| *day < mine).max_by_key(|(day, _)| *day);
    let after = others().filter(|(day, _)| *day > mine).min_by_key(|(day, _)| *day);
    (before.map(|(_, r)| r), after.map(|(_, r)| r))
}
