//! The year's budget against what was spent so far.
//!
//! In: the statements of an account in one year. Out: a row for each category in the budget.
//! Never adds up categories of different accounts or years.

use std::collections::BTreeMap;

use super::chain::{Entry, Side};
use crate::diagnostic::At;
use crate::value::{Money, Number};

/// What a category may take in a year, and what it took so far.
#[derive(serde::Serialize)]
pub(super) struct BudgetRow<'a> {
    /// The category.
    pub category: &'a str,
    /// The budget.
    pub budget: Money,
    /// Spent (or received) from the first day of the year to the end of this period.
    pub year_to_date: Money,
    /// The share of the budget.
    pub percent: Number,
    /// Whether it is a budget of income: more is no harm.
    #[serde(skip)]
    pub income: bool,
    /// Where the budget stands.
    #[serde(skip)]
    pub place: &'a At<Money>,
}

/// The rows of the last of `year`, whose earlier statements come first. The budget that was stated
/// last counts; the greatest category comes first.
pub(super) fn rows<'a>(year: &[Entry<'a>]) -> Vec<BudgetRow<'a>> {
    let mut stated: BTreeMap<&'a str, &'a At<Money>> = BTreeMap::new();
    for entry in year {
        stated.extend(entry.finance.budget.iter().map(|(category, amount)| (category.as_str(), amount)));
    }
    if stated.is_empty() {
        return Vec::new();
    }
    let (income, expense) = (by_category(year, Side::Income), by_category(year, Side::Expense));
    let row = |(category, place): (&'a str, &'a At<Money>)| {
        let is_income = income.contains_key(category) && !expense.contains_key(category);
        let done = if is_income { &income } else { &expense };
        let year_to_date = done.get(category).copied().unwrap_or_default();
        let percent = Number(year_to_date.percent_of(place.value));
        BudgetRow { category, budget: place.value, year_to_date, percent, income: is_income, place }
    };
    let mut rows: Vec<BudgetRow<'a>> = stated.into_iter().map(row).collect();
    rows.sort_by_key(|r| std::cmp::Reverse(r.budget));
    rows
}

fn by_category<'a>(year: &[Entry<'a>], side: Side) -> BTreeMap<&'a str, Money> {
    let mut sums: BTreeMap<&str, Money> = BTreeMap::new();
    for line in year.iter().flat_map(|entry| side.lines(entry.finance)) {
        *sums.entry(&line.category.value).or_default() += line.amount.value;
    }
    sums
}
