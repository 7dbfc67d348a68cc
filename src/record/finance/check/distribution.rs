//! 收益分配 against the formulas of its accounting system, and against the year before.
//!
//! In: a record with the section and the community's others. Out: errors where an amount is not
//! what its formula gives. Never knows a formula: the system does.

use super::super::super::{Record, Scope};
use super::super::Finance;
use super::super::distribution::{RowValue, amount, formula, rows, system};
use crate::diagnostic::{Basis, Diagnostic, Sink, Span, code};
use crate::profile::statement::StatementProfile;
use crate::schema::nearest;
use crate::value::Money;

pub(super) fn check(finance: &Finance, scope: &Scope<'_>, sink: &mut Sink) {
    let place = first(finance);
    let Some(system) = system(finance, scope) else {
        // A name that nobody knows is reported with the other references.
        if finance.system.is_none() {
            let none = Diagnostic::new(&code::NO_ACCOUNTING_SYSTEM, place);
            sink.push(none.arg("day", finance.period.last()));
        }
        return;
    };
    if system.unverified {
        let open = Diagnostic::new(&code::SYSTEM_UNVERIFIED, place);
        sink.push(open.arg("system", &system.head.name.value).basis(system.basis()));
    }
    for (name, amount) in &finance.distribution {
        if !system.rows.iter().any(|r| r.name == *name) {
            let near = nearest(name, system.rows.iter().map(|r| r.name.as_str())).unwrap_or_default();
            let unknown = Diagnostic::new(&code::UNKNOWN_ROW, amount.span).arg("name", name).arg("near", near);
            sink.push(unknown.arg("system", &system.head.name.value).basis(system.basis()));
        }
    }
    let rows = rows(finance, system);
    for value in rows.iter().filter(|r| r.row.is_computed()) {
        if let Some(wrong) = wrong(value, &rows) {
            sink.push(wrong.basis(system.basis()));
        }
    }
    carried(finance, &rows, system, scope, sink);
}

/// The place of the section: its first amount.
fn first(finance: &Finance) -> Span {
    finance.distribution.values().map(|m| m.span).min().unwrap_or(finance.period.span)
}

fn wrong(value: &RowValue<'_>, rows: &[RowValue<'_>]) -> Option<Diagnostic> {
    let written = value.written.filter(|w| w.value != value.computed)?;
    let mut differs = Diagnostic::new(&code::FORMULA_DIFFERS, written.span)
        .arg("row", &value.row.name)
        .arg("formula", formula(rows, value.row))
        .arg("computed", value.computed.grouped())
        .arg("stated", written.grouped())
        .arg("difference", written.apart(value.computed).grouped());
    let parts = value.row.plus.iter().chain(&value.row.minus);
    let named = parts.filter_map(|n| rows.iter().find(|r| r.row.name == *n)?.written);
    if let Some(first) = named.map(|m| m.span).min() {
        differs = differs.also(first);
    }
    Some(differs)
}

/// What was left of the year before goes on.
fn carried(finance: &Finance, rows: &[RowValue<'_>], system: &StatementProfile, scope: &Scope<'_>, sink: &mut Sink) {
    let Some((record, before, left)) = year_before(finance, scope) else {
        return;
    };
    let (name, now) = (&system.carried_in, amount(rows, &system.carried_in));
    let adjusted = finance.adjustments.of_row(name);
    if now == left + adjusted {
        return;
    }
    let place = finance.distribution.get(name).map_or(first(finance), |m| m.span);
    let differs = Diagnostic::new(&code::CARRIED_DIFFERS, place)
        .arg("row", name)
        .arg("now", now.grouped())
        .arg("left", left.grouped())
        .arg("difference", now.apart(left + adjusted).grouped())
        .arg("title", &record.common().title.value);
    sink.push(differs.also(first(before)).basis(ground_of(system)));
}

fn ground_of(system: &StatementProfile) -> Option<Basis> {
    system.basis()
}

/// The record of the same account that ended the day before this period's year began, and what it left.
fn year_before<'a>(finance: &Finance, scope: &Scope<'a>) -> Option<(&'a Record, &'a Finance, Money)> {
    let year = finance.period.year();
    let ends = |f: &Finance| f.period.last().year() == year - 1 && f.period.last().day_of_year() >= 365;
    let same = |f: &Finance| f.account.value == finance.account.value && !f.distribution.is_empty();
    let (record, before) = scope.all::<Finance>().find(|(_, f)| same(f) && ends(f))?;
    let system = system(before, scope)?;
    let rows = rows(before, system);
    Some((record, before, amount(&rows, &system.carried_out)))
}
