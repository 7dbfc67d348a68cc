//! The year's budget against what was spent.
//!
//! In: a statement and its year. Out: a warning where spending goes beyond the budget and what the
//! place tolerates, and a guess at misspelt categories. Never counts income above its budget as harm.

use rust_decimal::Decimal;

use super::super::super::Scope;
use super::super::budget;
use super::super::chain::Entry;
use super::super::line::Line;
use crate::diagnostic::{Basis, Diagnostic, Sink, code};
use crate::schema::nearest;
use crate::value::{Money, Number};

/// The limit that says by how many percent a line of the budget may be exceeded.
const TOLERANCE: &str = "budget-tolerance-percent";

pub(super) fn check(entry: Entry<'_>, year: &[Entry<'_>], scope: &Scope<'_>, sink: &mut Sink) {
    let statement = entry.finance;
    let rows = budget::rows(year);
    if rows.is_empty() {
        return;
    }
    let (tolerance, basis) = tolerance(entry, scope);
    let most = |budget: Money| budget.decimal() * (Decimal::ONE_HUNDRED + tolerance) / Decimal::ONE_HUNDRED;
    for row in rows.iter().filter(|r| !r.income && r.year_to_date.decimal() > most(r.budget)) {
        let here = statement.expense.iter().map(|l| &l.value).filter(|l| l.category.value == row.category);
        let here: Vec<&Line> = here.collect();
        let spent_here: Money = here.iter().map(|l| l.amount.value).sum();
        let mut spent = row.year_to_date - spent_here;
        // Told once, at the line that goes beyond; later statements of the year stay silent.
        let beyond = here.iter().find(|l| {
            let within = spent.decimal() <= most(row.budget);
            spent += l.amount.value;
            within && spent.decimal() > most(row.budget)
        });
        if let Some(line) = beyond {
            let exceeded = Diagnostic::new(&code::BUDGET_EXCEEDED, line.amount.span)
                .arg("year", statement.period.year())
                .arg("category", row.category)
                .arg("spent", row.year_to_date.grouped())
                .arg("budget", row.budget.grouped())
                .arg("over", (row.year_to_date - row.budget).grouped())
                .arg("tolerance", Number(tolerance));
            sink.push(exceeded.also(row.place.span).basis(basis.clone()));
        }
    }
    let unused = || rows.iter().filter(|r| r.year_to_date.is_zero()).map(|r| r.category);
    let mut told: Vec<&str> = Vec::new();
    for line in &statement.expense {
        let category = line.category.value.as_str();
        if told.contains(&category) || rows.iter().any(|r| r.category == category) {
            continue;
        }
        // Two short words one letter apart may both be meant: only unused ones are suspected.
        if let Some(near) = nearest(category, unused()).filter(|near| one_apart(category, near)) {
            told.push(category);
            let guess = Diagnostic::new(&code::NEAR_CATEGORY, line.category.span);
            sink.push(guess.arg("name", category).arg("near", near));
        }
    }
}

/// How many percent more the strictest rule of the place allows, and which rule that is; none else.
fn tolerance(entry: Entry<'_>, scope: &Scope<'_>) -> (Decimal, Option<Basis>) {
    let limits = scope.limits(TOLERANCE, entry.period().last());
    let number = |value: &str| Number::parse(value).map(|n| n.0).filter(|n| !n.is_sign_negative());
    let read = limits.into_iter().filter_map(|(set, limit)| Some((number(&limit.value)?, Some(set.basis(limit)))));
    read.min_by_key(|(percent, _)| *percent).unwrap_or_default()
}

fn one_apart(a: &str, b: &str) -> bool {
    a.chars().count().min(b.chars().count()) >= 3 && strsim::osa_distance(a, b) <= 1
}
