//! All accounts of a community, for the section page.
//!
//! In: the chains of all accounts. Out: the newest year of each, its periods, and its years.
//! Never adds amounts of different accounts.

use serde::Serialize;

use super::super::Scope;
use super::chain::{Chain, Row};
use super::per_household;
use crate::value::Money;

/// At least so many periods are shown, though the newest year may have fewer.
const LEAST_ROWS: usize = 8;

#[derive(Serialize)]
pub(super) struct Section<'a> {
    account: Vec<Account<'a>>,
    per_household: Option<Money>,
}

#[derive(Serialize)]
struct Account<'a> {
    name: &'a str,
    opening: Money,
    income: Money,
    expense: Money,
    closing: Money,
    year: i16,
    chain: Vec<Row>,
    years: Vec<Year>,
}

#[derive(Serialize)]
struct Year {
    year: i16,
    #[serde(skip)]
    opening: Money,
    income: Money,
    expense: Money,
    closing: Money,
    #[serde(skip)]
    count: usize,
}

pub(super) fn of<'a>(scope: &Scope<'a>) -> Section<'a> {
    let account: Vec<Account<'a>> = Chain::all(scope).iter().filter_map(account).collect();
    let closing = account.first().map(|a| a.closing);
    Section { per_household: closing.and_then(|c| per_household(c, scope)), account }
}

fn account<'a>(chain: &Chain<'a>) -> Option<Account<'a>> {
    let years = years(chain);
    let newest = years.last()?;
    let shown = newest.count.max(LEAST_ROWS).min(chain.list.len());
    let (name, year) = (chain.list.first()?.1.account.value.as_str(), newest.year);
    let (opening, income, expense, closing) = (newest.opening, newest.income, newest.expense, newest.closing);
    let rows = chain.list[chain.list.len() - shown..].iter().map(|e| Row::of(*e)).collect();
    Some(Account { name, opening, income, expense, closing, year, chain: rows, years })
}

/// The years of an account, earliest first.
fn years(chain: &Chain<'_>) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for (_, statement) in &chain.list {
        let year = statement.period.year();
        let (income, expense) = (statement.income_total(), statement.expense_total());
        let (opening, closing) = (statement.opening.value, statement.opening.value + income - expense);
        match years.last_mut().filter(|y| y.year == year) {
            Some(same) => {
                same.income += income;
                same.expense += expense;
                same.closing = closing;
                same.count += 1;
            }
            None => years.push(Year { year, opening, income, expense, closing, count: 1 }),
        }
    }
    years
}
