//! All accounts of a community, for the section page.
//!
//! In: the chains of all accounts. Out: the newest year of each, its last periods, and its years
//! with what each carried over. Never adds amounts of different accounts.

use serde::Serialize;

use super::super::{PageLink, Scope};
use super::chain::{Chain, Entry, Follows, follows};
use super::view::Trend;
use super::{Finance, per_household};
use crate::value::{Money, Number};

/// So many periods are drawn; the table has at least as many, though the newest year may have fewer.
const LEAST_ROWS: usize = 8;

#[derive(Serialize)]
pub(super) struct Section<'a> {
    account: Vec<Account<'a>>,
}

#[derive(Serialize)]
struct Account<'a> {
    name: &'a str,
    opening: Money,
    adjusted: Option<Money>,
    income: Money,
    expense: Money,
    closing: Money,
    per_household: Option<Money>,
    year: i16,
    /// The last eight periods, for the drawing.
    trend: Trend,
    /// The periods of the newest year, for the table.
    periods: Trend,
    years: Vec<Year>,
    /// Statements of assets and of distribution, newest first.
    statements: Vec<PageLink>,
}

#[derive(Serialize)]
struct Year {
    year: i16,
    opening: Money,
    /// By how much openings within the year were adjusted: opening + adjusted + income − expense = closing.
    adjusted: Option<Money>,
    income: Money,
    expense: Money,
    closing: Money,
    count: usize,
    /// Whether its opening is the closing of the year above; nothing for the first.
    carried: Option<bool>,
    income_width: Number,
    expense_width: Number,
    first_url: String,
    last_url: String,
}

pub(super) fn of<'a>(scope: &Scope<'a>) -> Section<'a> {
    Section { account: Chain::all(scope).iter().filter_map(|chain| account(chain, scope)).collect() }
}

fn account<'a>(chain: &Chain<'a>, scope: &Scope<'a>) -> Option<Account<'a>> {
    let years = years(chain);
    let newest = years.last()?;
    let shown = newest.count.max(LEAST_ROWS).min(chain.list.len());
    let (name, year) = (chain.list.first()?.finance.account.value.as_str(), newest.year);
    let (opening, income, expense, closing) = (newest.opening, newest.income, newest.expense, newest.closing);
    let (adjusted, per_household) = (newest.adjusted, per_household(closing, scope));
    let last = |count: usize| Trend::of(&chain.list[chain.list.len().saturating_sub(count)..]);
    let (trend, periods) = (last(LEAST_ROWS), last(shown));
    let other = |f: &Finance| f.balance_sheet.is_some() || !f.distribution.is_empty();
    let own = scope.all::<Finance>().filter(|(_, f)| f.account.value == name && other(f));
    let mut statements: Vec<_> = own.collect();
    statements.sort_by_key(|(r, f)| (std::cmp::Reverse(f.period.last()), r.file));
    let statements = statements.into_iter().map(|(r, _)| PageLink::to(r)).collect();
    Some(Account {
        name,
        opening,
        adjusted,
        income,
        expense,
        closing,
        per_household,
        year,
        trend,
        periods,
        years,
        statements,
    })
}

/// The years of an account, earliest first.
fn years(chain: &Chain<'_>) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    let mut before: Option<&Entry<'_>> = None;
    for entry in &chain.list {
        let year = entry.period().year();
        let (income, expense) = (entry.finance.income_total(), entry.finance.expense_total());
        let (opening, closing) = (entry.opening.value, entry.closing());
        match years.last_mut().filter(|y| y.year == year) {
            Some(same) => {
                same.income += income;
                same.expense += expense;
                // What nothing explains is told as an adjustment too: the sum of the year has to be one.
                let apart = opening - same.closing;
                let adjusted = same.adjusted.unwrap_or_default() + apart;
                same.adjusted = (!adjusted.is_zero()).then_some(adjusted);
                same.closing = closing;
                same.count += 1;
                same.last_url = entry.record.url();
            }
            None => years.push(Year {
                year,
                opening,
                adjusted: None,
                income,
                expense,
                closing,
                count: 1,
                carried: before.map(|b| carried(b, entry)),
                income_width: Number::default(),
                expense_width: Number::default(),
                first_url: entry.record.url(),
                last_url: entry.record.url(),
            }),
        }
        before = Some(entry);
    }
    let top = years.iter().flat_map(|y| [y.income, y.expense]).max().unwrap_or_default();
    for year in &mut years {
        year.income_width = Number(year.income.percent_of(top));
        year.expense_width = Number(year.expense.percent_of(top));
    }
    years
}

fn carried(before: &Entry<'_>, entry: &Entry<'_>) -> bool {
    let adjusted = entry.finance.adjustments.of_balance();
    follows(before.period(), entry.period()) == Follows::Directly && before.closing() + adjusted == entry.opening.value
}
