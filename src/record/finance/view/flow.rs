//! Income and expense as the page shows them.
//!
//! In: a chain and a place in it. Out: the sum, lines, categories, funds, budget, trend.
//! Never adds amounts of different accounts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::super::Scope;
use super::super::budget::{self, BudgetRow};
use super::super::chain::{Chain, Entry, Side};
use super::super::per_household;
use super::lines::{self, LineView};
use super::trend::Trend;
use crate::value::{Money, Number};

/// How many periods the trend shows, this one included.
const TREND: usize = 8;

#[derive(Serialize)]
pub(in super::super) struct Flow<'a> {
    opening: Money,
    income_total: Money,
    expense_total: Money,
    closing: Money,
    closing_stated: Option<Money>,
    capital: bool,
    income: Vec<LineView<'a>>,
    expense: Vec<LineView<'a>>,
    income_by: Vec<Share<'a>>,
    expense_by: Vec<Share<'a>>,
    funds: Option<FundsView>,
    per_household: Option<Money>,
    carried: Option<Carried<'a>>,
    year: YearToDate,
    budget: Vec<BudgetRow<'a>>,
    unused: Vec<Unused<'a>>,
    trend: Trend,
}

#[derive(Serialize)]
struct Share<'a> {
    category: &'a str,
    amount: Money,
    percent: Number,
    budget: Option<Money>,
}

#[derive(Serialize)]
struct FundsView {
    places: Vec<Place>,
    opening: Option<Money>,
    increase: Option<Money>,
    decrease: Option<Money>,
    total: Money,
}

#[derive(Serialize)]
struct Place {
    key: &'static str,
    opening: Option<Money>,
    increase: Option<Money>,
    decrease: Option<Money>,
    closing: Money,
}

#[derive(Serialize)]
struct Carried<'a> {
    title: &'a str,
    url: String,
    closing: Money,
}

#[derive(Serialize)]
struct YearToDate {
    year: i16,
    income: Money,
    expense: Money,
    periods: usize,
}

#[derive(Serialize)]
struct Unused<'a> {
    voucher: &'a str,
    reason: &'a str,
}

pub(super) fn of<'a>(chain: &Chain<'a>, at: usize, scope: &Scope<'a>) -> Flow<'a> {
    let entry = chain.list[at];
    let finance = entry.finance;
    let year = chain.year_to(at);
    let budget = budget::rows(year);
    let sum = |side: Side| year.iter().map(|e| side.total(e.finance)).sum();
    let carried = |e: Entry<'a>| Carried { title: e.title(), url: e.record.url(), closing: e.closing() };
    let unused = finance.unused.iter().map(|(voucher, reason)| Unused { voucher, reason: &reason.value });
    Flow {
        opening: entry.opening.value,
        income_total: finance.income_total(),
        expense_total: finance.expense_total(),
        closing: entry.closing(),
        closing_stated: finance.closing.as_ref().map(|c| c.value),
        capital: finance.capital,
        income: lines::of(chain, at, Side::Income, scope),
        expense: lines::of(chain, at, Side::Expense, scope),
        income_by: shares(entry, Side::Income, &budget),
        expense_by: shares(entry, Side::Expense, &budget),
        funds: funds(entry),
        per_household: per_household(entry.closing(), scope),
        carried: chain.before(at).map(carried),
        year: YearToDate {
            year: entry.period().year(),
            income: sum(Side::Income),
            expense: sum(Side::Expense),
            periods: year.len(),
        },
        unused: unused.collect(),
        trend: Trend::of(&chain.list[(at + 1).saturating_sub(TREND)..=at]),
        budget,
    }
}

/// Sums by category, the greatest first.
fn shares<'a>(entry: Entry<'a>, side: Side, budget: &[BudgetRow<'a>]) -> Vec<Share<'a>> {
    let mut sums: BTreeMap<&str, Money> = BTreeMap::new();
    for line in side.lines(entry.finance) {
        *sums.entry(&line.value.category.value).or_default() += line.amount.value;
    }
    let (total, income) = (side.total(entry.finance), side == Side::Income);
    let share = |(category, amount): (&'a str, Money)| {
        let row = budget.iter().find(|r| r.category == category && r.income == income);
        Share { category, amount, percent: Number(amount.percent_of(total)), budget: row.map(|r| r.budget) }
    };
    let mut shares: Vec<Share<'a>> = sums.into_iter().map(share).collect();
    shares.sort_by_key(|s| std::cmp::Reverse(s.amount));
    shares
}

fn funds(entry: Entry<'_>) -> Option<FundsView> {
    let funds = entry.finance.funds.as_ref()?;
    let mut places = Vec::new();
    for (key, place) in funds.places() {
        let moved = |part: fn(&super::super::funds::Moves) -> &Option<crate::diagnostic::At<Money>>| {
            place.moves.as_ref().and_then(|m| part(m).as_ref().map(|m| m.value))
        };
        places.push(Place {
            key,
            opening: moved(|m| &m.opening),
            increase: moved(|m| &m.increase),
            decrease: moved(|m| &m.decrease),
            closing: place.closing.value,
        });
    }
    let sum = |part: fn(&Place) -> Option<Money>| {
        let given: Vec<Money> = places.iter().filter_map(part).collect();
        (!given.is_empty()).then(|| given.into_iter().sum())
    };
    Some(FundsView {
        opening: funds.opening(),
        increase: sum(|p| p.increase),
        decrease: sum(|p| p.decrease),
        total: funds.total()?,
        places,
    })
}
