//! What must agree in a statement, and with the statements of its account.
//!
//! In: a statement and its chain. Out: errors where sums cannot be true, warnings where a slip is
//! likely. Never rounds: amounts agree to the 分 or they do not.

use std::collections::BTreeMap;

use super::super::{Record, Scope};
use super::chain::{Chain, Entry, Follows, follows};
use super::{Finance, Line, budget};
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::schema::nearest;
use crate::value::Money;

/// Words that tell of a reversal, whose amount is below zero.
const REVERSALS: &[&str] = &["冲销", "红冲", "冲回"];

pub(super) fn check(statement: &Finance, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    sums(statement, sink);
    funds(statement, sink);
    lines(statement, sink);
    let chain = Chain::of(&statement.account.value, scope);
    let at = chain.position(me);
    if let Some(before) = chain.before(at) {
        neighbour(statement, before, scope, sink);
    }
    let year = chain.year_to(at);
    vouchers(statement, year, sink);
    budget(statement, year, sink);
}

/// Opening + income − expense = closing; and the balance is not below zero.
fn sums(statement: &Finance, sink: &mut Sink) {
    let (income, expense) = (statement.income_total(), statement.expense_total());
    let computed = statement.opening.value + income - expense;
    if let Some(stated) = &statement.closing
        && stated.value != computed
    {
        let differs = Diagnostic::new(&code::CLOSING_DIFFERS, stated.span)
            .arg("opening", statement.opening.value)
            .arg("income", income)
            .arg("expense", expense)
            .arg("computed", computed)
            .arg("stated", stated.value)
            .arg("difference", stated.apart(computed));
        sink.push(differs.also(statement.opening.span));
    } else if computed.is_negative() {
        let place = statement.closing.as_ref().map_or(statement.opening.span, |c| c.span);
        sink.push(Diagnostic::new(&code::OVERDRAWN, place).arg("closing", computed));
    }
    if let Some(published) = &statement.common.published
        && published.value < statement.period.last()
    {
        let early = Diagnostic::new(&code::PUBLISHED_BEFORE_PERIOD_END, published.span);
        let early = early.arg("published", published.value).arg("last", statement.period.last());
        sink.push(early.also(statement.period.span));
    }
}

/// Cash, bank and transit make up the closing balance; cash and bank are not below zero.
fn funds(statement: &Finance, sink: &mut Sink) {
    let Some(funds) = &statement.funds else {
        return;
    };
    for (place, amount) in [("cash", &funds.cash), ("bank", &funds.bank)] {
        if let Some(amount) = amount.as_ref().filter(|a| a.is_negative()) {
            let below = Diagnostic::new(&code::NEGATIVE_FUNDS, amount.span);
            sink.push(below.arg("place", place).arg("amount", amount.value));
        }
    }
    let computed = statement.closing_computed();
    let stated = statement.closing.as_ref();
    // Where the closing itself is in doubt, agreeing with either is enough here.
    let agrees = |total: Money| total == computed || stated.is_some_and(|s| s.value == total);
    if let Some(total) = funds.total().filter(|t| !agrees(*t)) {
        let closing = stated.map_or(computed, |s| s.value);
        let differs = Diagnostic::new(&code::FUNDS_DIFFER, funds.span)
            .arg("total", total)
            .arg("closing", closing)
            .arg("difference", total.apart(closing));
        sink.push(differs.also(stated.map_or(statement.opening.span, |s| s.span)));
    }
}

/// Dates within the period; amounts below zero only where a reversal is told of.
fn lines(statement: &Finance, sink: &mut Sink) {
    let (first, last) = (statement.period.first(), statement.period.last());
    for line in statement.income.iter().chain(&statement.expense) {
        if line.date.value < first || line.date.value > last {
            let outside = Diagnostic::new(&code::LINE_OUTSIDE_PERIOD, line.date.span)
                .arg("date", line.date.value)
                .arg("first", first)
                .arg("last", last);
            sink.push(outside.also(statement.period.span));
        }
        if line.amount.is_negative() && !REVERSALS.iter().any(|word| line.memo.contains(word)) {
            sink.push(Diagnostic::new(&code::NEGATIVE_AMOUNT, line.amount.span).arg("amount", line.amount.value));
        }
    }
}

/// The period follows the one before, and begins with its balance.
fn neighbour(statement: &Finance, (other, before): Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let title = &other.common().title.value;
    match follows(before.period.value, statement.period.value) {
        Follows::Overlap => {
            let overlap = Diagnostic::new(&code::PERIODS_OVERLAP, statement.period.span)
                .arg("account", &statement.account.value)
                .arg("period", statement.period.value)
                .arg("other", before.period.value)
                .arg("title", title);
            sink.push(overlap.also(before.period.span));
        }
        // A statement that was left out for its own mistakes is named there.
        Follows::Gap if !scope.corpus.left_out.iter().any(|gone| gone.is_in("finance")) => {
            let from = before.period.last().tomorrow().unwrap_or(before.period.last());
            let to = statement.period.first().yesterday().unwrap_or(statement.period.first());
            let gap = Diagnostic::new(&code::PERIOD_GAP, statement.period.span)
                .arg("account", &statement.account.value)
                .arg("from", from)
                .arg("to", to)
                .arg("title", title);
            sink.push(gap.also(before.period.span));
        }
        Follows::Gap => {}
        Follows::Directly => {
            let computed = before.closing_computed();
            let closing = before.closing.as_ref().map_or(computed, |c| c.value);
            let opening = &statement.opening;
            if opening.value != closing && opening.value != computed {
                let differs = Diagnostic::new(&code::OPENING_DIFFERS, opening.span)
                    .arg("opening", opening.value)
                    .arg("closing", closing)
                    .arg("difference", opening.apart(closing))
                    .arg("title", title);
                let place = before.closing.as_ref().map_or(other.common().title.span, |c| c.span);
                sink.push(differs.also(place));
            }
        }
    }
}

/// A voucher number stands once a year in an account.
fn vouchers(statement: &Finance, year: &[Entry<'_>], sink: &mut Sink) {
    let mut own: BTreeMap<&str, Span> = BTreeMap::new();
    let mut twice = |voucher: &str, here: Span, first: Span| {
        let twice = Diagnostic::new(&code::VOUCHER_TWICE, here).arg("voucher", voucher);
        let account = twice.arg("account", &statement.account.value).arg("year", statement.period.year());
        sink.push(account.also(first));
    };
    for voucher in numbers(statement) {
        if let Some(first) = own.get(voucher.value.as_str()) {
            twice(&voucher.value, voucher.span, *first);
        } else {
            own.insert(&voucher.value, voucher.span);
        }
    }
    let earlier = &year[..year.len() - 1];
    for voucher in earlier.iter().flat_map(|(_, f)| numbers(f)) {
        // Each number of this statement is named once, beside its first use.
        if let Some(here) = own.remove(voucher.value.as_str()) {
            twice(&voucher.value, here, voucher.span);
        }
    }
}

fn numbers(statement: &Finance) -> impl Iterator<Item = &At<String>> {
    statement.income.iter().chain(&statement.expense).filter_map(|l| l.voucher.as_ref())
}

/// Spending stays within the year's budget; categories are written as in the budget.
fn budget(statement: &Finance, year: &[Entry<'_>], sink: &mut Sink) {
    let rows = budget::rows(year);
    for row in rows.iter().filter(|r| !r.income && r.year_to_date > r.budget) {
        let here: Vec<&Line> =
            statement.expense.iter().map(|l| &l.value).filter(|l| l.category.value == row.category).collect();
        let spent_here: Money = here.iter().map(|l| l.amount.value).sum();
        let mut spent = row.year_to_date - spent_here;
        // Told once, at the line that goes beyond; later statements of the year stay silent.
        let beyond = here.iter().find(|l| {
            let within = spent <= row.budget;
            spent += l.amount.value;
            within && spent > row.budget
        });
        if let Some(line) = beyond {
            let exceeded = Diagnostic::new(&code::BUDGET_EXCEEDED, line.amount.span)
                .arg("category", row.category)
                .arg("budget", row.budget)
                .arg("spent", row.year_to_date)
                .arg("over", row.year_to_date - row.budget)
                .arg("year", statement.period.year());
            sink.push(exceeded.also(row.place.span));
        }
    }
    if rows.is_empty() {
        return;
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
            sink.push(
                Diagnostic::new(&code::NEAR_CATEGORY, line.category.span).arg("name", category).arg("near", near),
            );
        }
    }
}

fn one_apart(a: &str, b: &str) -> bool {
    a.chars().count().min(b.chars().count()) >= 3 && strsim::osa_distance(a, b) <= 1
}
