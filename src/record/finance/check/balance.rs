//! 资产负债: assets are liabilities and equity, both at the beginning of the year and at the end;
//! what is at hand is what the books say; what was at the end of last year is at the beginning of this.
//!
//! In: a balance sheet, the chain of its account, other balance sheets. Out: errors with both places.
//! Never compares the debts with their registers: those belong to another kind of record.

use std::collections::BTreeMap;

use super::super::super::{Record, Scope};
use super::super::Finance;
use super::super::balance::{BalanceSheet, Column, Item, total};
use super::super::chain::Chain;
use super::super::distribution::{amount, rows, system};
use super::super::rows::{Rows, SumKind};
use super::ground;
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::value::{Date, Money};

pub(super) fn check(
    finance: &Finance,
    sheet: &At<BalanceSheet>,
    chain: &Chain<'_>,
    scope: &Scope<'_>,
    sink: &mut Sink,
) {
    let mut found = Vec::new();
    for (side, rows) in sheet.sides() {
        twice(rows, &mut found);
        sums(side, rows, sheet, &mut found);
    }
    balanced(sheet, &mut found);
    before(finance, sheet, scope, &mut found);
    at_hand(finance, sheet, chain, scope, &mut found);
    undistributed(finance, sheet, scope, &mut found);
    found.into_iter().for_each(|d| sink.push(d.basis(ground(finance, scope))));
}

fn twice(rows: &Rows<Item>, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for item in rows {
        if let Some(first) = seen.insert(&item.name.value, item.name.span) {
            found.push(Diagnostic::new(&code::ITEM_TWICE, item.name.span).arg("name", &item.name.value).also(first));
        }
    }
}

/// Typed sums among the items.
fn sums(side: &'static str, rows: &Rows<Item>, sheet: &BalanceSheet, found: &mut Vec<Diagnostic>) {
    let mut block = 0;
    for sum in &rows.sums {
        let items: Vec<&At<Item>> = match &sum.kind {
            SumKind::Block => rows.list[block..sum.after].iter().collect(),
            SumKind::Group(name) => rows.iter().filter(|i| i.group.as_ref() == Some(name)).collect(),
            SumKind::All | SumKind::Year => rows.list[..sum.after].iter().collect(),
        };
        if sum.kind == SumKind::Block {
            block = sum.after;
        }
        for (column, stated) in Column::BOTH.into_iter().zip(&sum.amounts) {
            let Some(stated) = stated else { continue };
            let mut sum_of: Money = items.iter().map(|i| column.of(i).value).sum();
            // 负债和所有者权益总计 stands below equity and counts both.
            if side == "equity" && items.is_empty() {
                sum_of = total(&sheet.liabilities, column) + total(&sheet.equity, column);
            }
            if stated.value != sum_of {
                let mut differs = Diagnostic::new(&code::SUM_DIFFERS, stated.span)
                    .arg("kind", "typed")
                    .arg("name", &sum.label)
                    .arg("sum", sum_of.grouped())
                    .arg("stated", stated.grouped())
                    .arg("difference", stated.apart(sum_of).grouped());
                if let Some(first) = items.first() {
                    differs = differs.also(column.of(first).span);
                }
                found.push(differs);
            }
        }
    }
}

/// Assets = liabilities + equity.
fn balanced(sheet: &At<BalanceSheet>, found: &mut Vec<Diagnostic>) {
    for column in Column::BOTH {
        let [assets, liabilities, equity] = sheet.sides().map(|(_, rows)| total(rows, column));
        if assets != liabilities + equity {
            let place = sheet.assets.first().map_or(sheet.span, |i| column.of(i).span);
            let mut differs = Diagnostic::new(&code::UNBALANCED, place)
                .arg("column", column.word())
                .arg("assets", assets.grouped())
                .arg("liabilities", liabilities.grouped())
                .arg("equity", equity.grouped())
                .arg("claims", (liabilities + equity).grouped())
                .arg("difference", assets.apart(liabilities + equity).grouped());
            for rows in [&sheet.liabilities, &sheet.equity] {
                if let Some(first) = rows.first() {
                    differs = differs.also(column.of(first).span);
                }
            }
            found.push(differs);
        }
    }
}

/// The beginning of the year is the end of the year before, item by item and side by side.
fn before(finance: &Finance, sheet: &BalanceSheet, scope: &Scope<'_>, found: &mut Vec<Diagnostic>) {
    let Some((record, earlier)) = year_end_before(finance, scope) else {
        return;
    };
    let title = &record.common().title.value;
    let differs = |name: &str, now: Money, then: Money, adjusted: Money, here: Span, there: Span| {
        Diagnostic::new(&code::BALANCE_OPENING_DIFFERS, here)
            .arg("name", name)
            .arg("opening", now.grouped())
            .arg("closing", then.grouped())
            .arg("adjusted", adjusted.grouped())
            .arg("difference", now.apart(then + adjusted).grouped())
            .arg("title", title)
            .also(there)
    };
    for item in sheet.items() {
        let Some(then) = earlier.item(&item.name) else { continue };
        let adjusted = finance.adjustments.of_row(&item.name);
        if item.opening.value == then.closing.value + adjusted {
            if !adjusted.is_zero() {
                found.push(restated(finance, item, then.closing.value, title).also(then.closing.span));
            }
            continue;
        }
        let (now, then_span) = (item.opening.value, then.closing.span);
        found.push(differs(&item.name, now, then.closing.value, adjusted, item.opening.span, then_span));
    }
    // Items may be named anew; what a side holds in all may not change with them.
    for ((_, rows), (_, then)) in sheet.sides().into_iter().zip(earlier.sides()) {
        let same = |item: &&At<Item>| then.iter().any(|t| t.name.value == item.name.value);
        let (all, known) = (rows.len(), rows.iter().filter(same).count());
        let adjusted: Money = rows.iter().map(|i| finance.adjustments.of_row(&i.name)).sum();
        let (now, was) = (total(rows, Column::Opening), total(then, Column::Closing));
        let (Some(here), Some(there)) = (rows.first(), then.first()) else { continue };
        if (all != known || then.len() != known) && now != was + adjusted {
            found.push(differs("", now, was, adjusted, here.opening.span, there.closing.span));
        }
    }
}

fn restated(finance: &Finance, item: &Item, then: Money, title: &str) -> Diagnostic {
    let own = finance.adjustments.0.iter().find(|a| a.item.as_deref() == Some(item.name.value.as_str()));
    let (place, reason) = own.map_or((item.opening.span, ""), |a| (a.span, a.reason.as_str()));
    Diagnostic::new(&code::OPENING_RESTATED, place)
        .arg("closing", then.grouped())
        .arg("adjusted", finance.adjustments.of_row(&item.name).grouped())
        .arg("opening", item.opening.grouped())
        .arg("reason", reason)
        .arg("title", title)
}

/// The balance sheet of the same account at the end of the year before.
fn year_end_before<'a>(finance: &Finance, scope: &Scope<'a>) -> Option<(&'a Record, &'a BalanceSheet)> {
    let day = Date::new(finance.period.year() - 1, 12, 31).ok()?;
    of_day(finance, day, scope).and_then(|(r, f)| Some((r, &f.balance_sheet.as_ref()?.value)))
}

fn of_day<'a>(finance: &Finance, day: Date, scope: &Scope<'a>) -> Option<(&'a Record, &'a Finance)> {
    let same = |f: &Finance| f.account.value == finance.account.value && f.period.last() == day;
    scope.all::<Finance>().find(|(_, f)| same(f) && f.balance_sheet.is_some())
}

/// Money at hand is what the statements of income and expense leave.
fn at_hand(finance: &Finance, sheet: &BalanceSheet, chain: &Chain<'_>, scope: &Scope<'_>, found: &mut Vec<Diagnostic>) {
    let Some(system) = system(finance, scope) else {
        return;
    };
    let cash: Vec<&At<Item>> = sheet.assets.iter().filter(|i| system.cash.contains(&i.name.value)).collect();
    let Some(first) = cash.first() else {
        return;
    };
    let new_year = Date::new(finance.period.year(), 1, 1).ok().and_then(|d| d.yesterday().ok());
    for (column, day) in [(Column::Opening, new_year), (Column::Closing, Some(finance.period.last()))] {
        let Some(entry) = chain.list.iter().find(|e| Some(e.period().last()) == day) else {
            continue;
        };
        let held: Money = cash.iter().map(|i| column.of(i).value).sum();
        let (closing, place) = entry.stated();
        if held != closing && held != entry.closing() {
            let differs = Diagnostic::new(&code::CASH_DIFFERS, column.of(first).span)
                .arg("column", column.word())
                .arg("held", held.grouped())
                .arg("closing", closing.grouped())
                .arg("difference", held.apart(closing).grouped())
                .arg("title", entry.title());
            found.push(differs.also(place));
        }
    }
}

/// What is not distributed stands in equity.
fn undistributed(finance: &Finance, sheet: &BalanceSheet, scope: &Scope<'_>, found: &mut Vec<Diagnostic>) {
    let same = |f: &Finance| f.account.value == finance.account.value && f.period.last() == finance.period.last();
    let other = scope.all::<Finance>().find(|(_, f)| same(f) && !f.distribution.is_empty());
    let Some((record, other)) = other else { return };
    let Some(system) = system(other, scope) else { return };
    let Some(item) = sheet.equity.iter().find(|i| i.name.value == system.undistributed) else {
        return;
    };
    let left = amount(&rows(other, system), &system.carried_out);
    if item.closing.value != left {
        let place = other.distribution.get(&system.carried_out).map_or(other.period.span, |m| m.span);
        let differs = Diagnostic::new(&code::UNDISTRIBUTED_DIFFERS, item.closing.span)
            .arg("name", &item.name.value)
            .arg("closing", item.closing.grouped())
            .arg("row", &system.carried_out)
            .arg("left", left.grouped())
            .arg("difference", item.closing.apart(left).grouped())
            .arg("title", &record.common().title.value);
        found.push(differs.also(place));
    }
}
