//! What differs from what was published before, on both pages.
//!
//! In: a record and the others of its account. Out: adjusted openings and restated figures, those of
//! this record and those that later ones make of it. Never leaves one of the two pages silent.

use serde::Serialize;

use super::super::super::common::Review;
use super::super::super::{PageLink, Record, Scope};
use super::super::Finance;
use super::super::adjustment::{Adjustment, Restatement};
use super::super::chain::Chain;
use super::super::check::figure;
use crate::value::{Money, Period};

#[derive(Serialize)]
pub(in super::super) struct Changes<'a> {
    adjusted: Vec<Adjusted<'a>>,
    restated: Vec<Restated<'a>>,
}

#[derive(Serialize)]
struct Adjusted<'a> {
    /// The other page: the earlier one, or the later one that adjusts this.
    other: Option<PageLink>,
    /// Whether a later record adjusts what this page says.
    later: bool,
    item: Option<&'a str>,
    amount: Money,
    reason: &'a str,
    review: Option<&'a Review>,
}

#[derive(Serialize)]
struct Restated<'a> {
    other: Option<PageLink>,
    later: bool,
    period: Period,
    item: &'a str,
    before: Money,
    after: Money,
    difference: Money,
    reason: &'a str,
    review: Option<&'a Review>,
}

pub(super) fn of<'a>(
    finance: &'a Finance,
    me: &Record,
    chain: &Chain<'a>,
    at: Option<usize>,
    scope: &Scope<'a>,
) -> Changes<'a> {
    let mut changes = Changes { adjusted: Vec::new(), restated: Vec::new() };
    let own_account = |f: &Finance| f.account.value == finance.account.value;
    let before = at.and_then(|at| chain.before(at)).map(|e| PageLink::to(e.record));
    let sheet_before = before_sheet(finance, scope).map(PageLink::to);
    for adjustment in &finance.adjustments.0 {
        let other = if adjustment.item.is_none() { before.clone() } else { sheet_before.clone() };
        changes.adjusted.push(adjusted(adjustment, other, false));
    }
    if let Some(after) = at.and_then(|at| chain.after(at)) {
        for adjustment in after.finance.adjustments.balance() {
            changes.adjusted.push(adjusted(adjustment, Some(PageLink::to(after.record)), true));
        }
    }
    for (record, other) in scope.all::<Finance>().filter(|(r, f)| r.file != me.file && own_account(f)) {
        if before_sheet(other, scope).is_some_and(|r| r.file == me.file) {
            for adjustment in other.adjustments.0.iter().filter(|a| a.item.is_some()) {
                changes.adjusted.push(adjusted(adjustment, Some(PageLink::to(record)), true));
            }
        }
        for restatement in &other.restatements {
            let found = figure(other, record, restatement, chain, scope);
            if found.is_some_and(|f| f.records.iter().any(|r| r.file == me.file)) {
                changes.restated.push(restated(restatement, Some(PageLink::to(record)), true));
            }
        }
    }
    for restatement in &finance.restatements {
        let found = figure(finance, me, restatement, chain, scope);
        let other = found.and_then(|f| f.records.last().map(|r| PageLink::to(r)));
        changes.restated.push(restated(restatement, other, false));
    }
    changes
}

/// The record with the statement of the end of the year before that `finance` goes on from by rows.
fn before_sheet<'a>(finance: &Finance, scope: &Scope<'a>) -> Option<&'a Record> {
    let year = finance.period.year() - 1;
    let kind = |f: &Finance| (f.balance_sheet.is_some(), f.distribution.is_empty());
    let ends = |f: &Finance| f.period.last().year() == year && f.period.last().month() == 12;
    let same = |f: &Finance| f.account.value == finance.account.value && kind(f) == kind(finance);
    if finance.balance_sheet.is_none() && finance.distribution.is_empty() {
        return None;
    }
    scope.all::<Finance>().find(|(_, f)| same(f) && ends(f)).map(|(r, _)| r)
}

fn adjusted(adjustment: &Adjustment, other: Option<PageLink>, later: bool) -> Adjusted<'_> {
    Adjusted {
        other,
        later,
        item: adjustment.item.as_deref(),
        amount: adjustment.amount.value,
        reason: &adjustment.reason,
        review: adjustment.review.as_ref(),
    }
}

fn restated(restatement: &Restatement, other: Option<PageLink>, later: bool) -> Restated<'_> {
    Restated {
        other,
        later,
        period: restatement.period.value,
        item: &restatement.item.value,
        before: restatement.before.value,
        after: restatement.after.value,
        difference: restatement.after.value - restatement.before.value,
        reason: &restatement.reason,
        review: restatement.review.as_ref(),
    }
}
