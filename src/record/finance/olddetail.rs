//! The page of a statement.
//!
//! In: a statement and its chain. Out: totals, lines, categories, budget, neighbours, trend.
//! Never shows a typed total as if it were computed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{PageLink, Record, Scope};
use super::budget::{self, BudgetRow};
use super::chain::{Chain, Entry, Row};
use super::{Finance, Line, per_household};
use crate::diagnostic::At;
use crate::route::file_url;
use crate::value::{Date, Money, Number};

/// How many periods the trend shows, this one included.
const TREND: usize = 8;

#[derive(Serialize)]
pub(super) struct Detail<'a> {
    opening: Money,
    income_total: Money,
    expense_total: Money,
    closing: Money,
    closing_stated: Option<Money>,
    income: Vec<LineView<'a>>,
    expense: Vec<LineView<'a>>,
    income_by: Vec<Share<'a>>,
    expense_by: Vec<Share<'a>>,
    funds: Option<FundsView>,
    per_household: Option<Money>,
    previous: Option<Neighbour<'a>>,
    next: Option<Neighbour<'a>>,
    budget: Vec<BudgetRow<'a>>,
    trend: Vec<Row>,
}

#[derive(Serialize)]
struct LineView<'a> {
    anchor: String,
    date: Date,
    voucher: Option<&'a str>,
    memo: &'a str,
    category: &'a str,
    amount: Money,
    source: Option<&'a str>,
    handler: Option<&'a str>,
    witness: Option<&'a str>,
    approver: Option<&'a str>,
    decision: Option<PageLink>,
    project: Option<PageLink>,
    receipt_url: Option<String>,
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
    cash: Option<Money>,
    bank: Option<Money>,
    transit: Option<Money>,
    total: Money,
}

#[derive(Serialize)]
struct Neighbour<'a> {
    title: &'a str,
    url: String,
    closing: Money,
}

pub(super) fn of<'a>(statement: &'a Finance, me: &Record, scope: &Scope<'a>) -> Detail<'a> {
    let chain = Chain::of(&statement.account.value, scope);
    let at = chain.position(me);
    let budget = budget::rows(chain.year_to(at));
    let (income_total, expense_total) = (statement.income_total(), statement.expense_total());
    let closing = statement.opening.value + income_total - expense_total;
    let funds = statement.funds.as_ref().and_then(|f| {
        let amount = |place: &Option<At<Money>>| place.as_ref().map(|m| m.value);
        let (cash, bank, transit) = (amount(&f.cash), amount(&f.bank), amount(&f.transit));
        f.total().map(|total| FundsView { cash, bank, transit, total })
    });
    Detail {
        opening: statement.opening.value,
        income_total,
        expense_total,
        closing,
        closing_stated: statement.closing.as_ref().map(|c| c.value),
        income: lines("income", &statement.income, scope),
        expense: lines("expense", &statement.expense, scope),
        income_by: shares(&statement.income, income_total, &budget, true),
        expense_by: shares(&statement.expense, expense_total, &budget, false),
        funds,
        per_household: per_household(closing, scope),
        previous: chain.before(at).map(neighbour),
        next: chain.after(at).map(neighbour),
        trend: chain.list[(at + 1).saturating_sub(TREND)..=at].iter().map(|e| Row::of(*e)).collect(),
        budget,
    }
}

fn lines<'a>(side: &str, lines: &'a [At<Line>], scope: &Scope<'a>) -> Vec<LineView<'a>> {
    let view = |(at, line): (usize, &'a At<Line>)| LineView {
        anchor: format!("{side}-{}", at + 1),
        date: line.date.value,
        voucher: line.voucher.as_ref().map(|v| v.value.as_str()),
        memo: &line.value.memo,
        category: &line.value.category.value,
        amount: line.amount.value,
        source: line.value.source.as_deref(),
        handler: line.value.handler.as_deref(),
        witness: line.value.witness.as_deref(),
        approver: line.value.approver.as_deref(),
        decision: line.decision.as_ref().and_then(|d| scope.find(d)).map(|(r, _)| PageLink::to(r)),
        project: line.project.as_ref().and_then(|p| scope.find(p)).map(|(r, _)| PageLink::to(r)),
        receipt_url: line.receipt.as_ref().map(|f| file_url(&f.0)),
    };
    lines.iter().enumerate().map(view).collect()
}

/// Sums by category, the greatest first.
fn shares<'a>(lines: &'a [At<Line>], total: Money, budget: &[BudgetRow<'a>], income: bool) -> Vec<Share<'a>> {
    let mut sums: BTreeMap<&str, Money> = BTreeMap::new();
    for line in lines {
        *sums.entry(&line.value.category.value).or_default() += line.amount.value;
    }
    let share = |(category, amount): (&'a str, Money)| {
        let row = budget.iter().find(|r| r.category == category && r.income == income);
        Share { category, amount, percent: Number(amount.percent_of(total)), budget: row.map(|r| r.budget) }
    };
    let mut shares: Vec<Share<'a>> = sums.into_iter().map(share).collect();
    shares.sort_by_key(|s| std::cmp::Reverse(s.amount));
    shares
}

fn neighbour<'a>((record, statement): Entry<'a>) -> Neighbour<'a> {
    Neighbour { title: &record.common().title.value, url: record.url(), closing: statement.closing_computed() }
}
