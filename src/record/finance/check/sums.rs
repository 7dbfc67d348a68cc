//! Typed sums: 小计, 合计, 本年累计.
//!
//! In: a statement and its chain. Out: an error for each typed sum that is not the sum.
//! Never demands a sum: totals are computed, a typed one only has to agree.

use super::super::super::Scope;
use super::super::chain::{Chain, Entry, Side, whole_from_new_year};
use super::super::rows::SumKind;
use super::super::{Finance, SideSums};
use super::ground;
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::value::Money;

pub(super) fn check(chain: &Chain<'_>, at: usize, scope: &Scope<'_>, sink: &mut Sink) {
    let finance = chain.list[at].finance;
    let year = chain.year_to(at);
    let earlier = &year[..year.len() - 1];
    let mut found = Vec::new();
    for side in Side::BOTH {
        let before = Before::of(finance, earlier, side);
        among_lines(finance, side, before, &mut found);
        let total = side.total(finance);
        if let Some(stated) = of_side(&finance.totals, side) {
            let first = side.lines(finance).first().map(|l| l.amount.span);
            found.extend(differs(stated, total, "total", side.word()).map(|d| beside(d, first)));
        }
        if let (Some(stated), Some(before)) = (of_side(&finance.year_to_date, side), before) {
            found.extend(year_differs(stated, before, total, side, finance));
        }
    }
    found.extend(finance.subtotals.iter().filter_map(|(category, stated)| of_category(finance, category, stated)));
    found.into_iter().for_each(|d| sink.push(d.basis(ground(finance, scope))));
}

fn of_side(sums: &Option<SideSums>, side: Side) -> Option<&At<Money>> {
    let sums = sums.as_ref()?;
    match side {
        Side::Income => sums.income.as_ref(),
        Side::Expense => sums.expense.as_ref(),
    }
}

/// What came or went from the first day of the year to the day before.
#[derive(Clone, Copy)]
struct Before {
    amount: Money,
    /// Where it is told, if it is no sum of statements.
    told: Option<Span>,
}

impl Before {
    /// The sum of the year's earlier statements, else what was told last; `None` where neither is known.
    fn of(finance: &Finance, earlier: &[Entry<'_>], side: Side) -> Option<Self> {
        let mine = finance.period.first();
        if whole_from_new_year(earlier) {
            let begins = earlier.is_empty() && (mine.month(), mine.day()) == (1, 1);
            let goes_on = earlier.last().is_some_and(|e| e.period().last().tomorrow().ok() == Some(mine));
            if begins || goes_on {
                let amount = earlier.iter().map(|e| side.total(e.finance)).sum();
                return Some(Self { amount, told: None });
            }
        }
        // The months before were published elsewhere: the sum told last is the ground.
        let told = of_side(&earlier.last()?.finance.year_to_date, side)?;
        Some(Self { amount: told.value, told: Some(told.span) })
    }
}

fn among_lines(finance: &Finance, side: Side, before: Option<Before>, found: &mut Vec<Diagnostic>) {
    let rows = side.lines(finance);
    let mut block = 0;
    for sum in &rows.sums {
        let from = if sum.kind == SumKind::Block { block } else { 0 };
        let total: Money = rows.list[from..sum.after].iter().map(|l| l.amount.value).sum();
        if sum.kind == SumKind::Block {
            block = sum.after;
        }
        let Some(stated) = sum.amounts.first().and_then(Option::as_ref) else {
            continue;
        };
        if sum.kind == SumKind::Year {
            found.extend(before.and_then(|before| year_differs(stated, before, total, side, finance)));
        } else {
            let first = rows.list.get(from).map(|l| l.amount.span);
            found.extend(differs(stated, total, "typed", &sum.label).map(|d| beside(d, first)));
        }
    }
}

/// The sum of a category; one that stands on both sides may mean either.
fn of_category(finance: &Finance, category: &str, stated: &At<Money>) -> Option<Diagnostic> {
    let own = |side: Side| side.lines(finance).iter().filter(|l| l.category.value == category);
    let sums: Vec<Money> = Side::BOTH
        .into_iter()
        .filter(|side| own(*side).next().is_some())
        .map(|side| own(side).map(|l| l.amount.value).sum())
        .collect();
    if sums.contains(&stated.value) {
        return None;
    }
    let first = Side::BOTH.into_iter().find_map(|side| own(side).next());
    let sum = sums.first().copied().unwrap_or_default();
    differs(stated, sum, "category", category).map(|d| beside(d, first.map(|l| l.category.span)))
}

fn beside(diagnostic: Diagnostic, place: Option<Span>) -> Diagnostic {
    match place {
        Some(place) => diagnostic.also(place),
        None => diagnostic,
    }
}

fn differs(stated: &At<Money>, sum: Money, kind: &str, name: &str) -> Option<Diagnostic> {
    let differs = || {
        Diagnostic::new(&code::SUM_DIFFERS, stated.span)
            .arg("kind", kind)
            .arg("name", name)
            .arg("sum", sum.grouped())
            .arg("stated", stated.grouped())
            .arg("difference", stated.apart(sum).grouped())
    };
    (stated.value != sum).then(differs)
}

fn year_differs(stated: &At<Money>, before: Before, here: Money, side: Side, finance: &Finance) -> Option<Diagnostic> {
    let sum = before.amount + here;
    let differs = || {
        Diagnostic::new(&code::YEAR_TO_DATE_DIFFERS, stated.span)
            .arg("side", side.word())
            .arg("year", finance.period.year())
            .arg("before", before.amount.grouped())
            .arg("here", here.grouped())
            .arg("sum", sum.grouped())
            .arg("stated", stated.grouped())
            .arg("difference", stated.apart(sum).grouped())
            .also(before.told.unwrap_or(finance.period.span))
    };
    (stated.value != sum).then(differs)
}
