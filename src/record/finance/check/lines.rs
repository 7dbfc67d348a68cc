//! Each line on its own: its date lies in the period, its 大写金额 says its amount.
//!
//! In: a statement. Out: warnings and errors at single lines. Never compares lines with each other.

use super::super::super::Scope;
use super::super::Finance;
use super::super::chain::Entry;
use super::ground;
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::value::Money;

pub(super) fn check(entry: Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let finance = entry.finance;
    let (first, last) = (finance.period.first(), finance.period.last());
    for line in finance.income.iter().chain(&finance.expense) {
        if line.date.value < first || line.date.value > last {
            let outside = Diagnostic::new(&code::LINE_OUTSIDE_PERIOD, line.date.span)
                .arg("date", line.date.value)
                .arg("first", first)
                .arg("last", last);
            sink.push(outside.also(finance.period.span).basis(ground(finance, scope)));
        }
    }
}

/// Every 大写金额 of the record.
pub(super) fn capitals(finance: &Finance, sink: &mut Sink) {
    for line in finance.income.iter().chain(&finance.expense) {
        capital(line.capital.as_ref(), &line.amount, sink);
    }
    if let Some(closing) = &finance.closing {
        capital(finance.closing_capital.as_ref(), closing, sink);
    }
}

/// A typed 大写金额 against its figure.
pub(crate) fn capital(typed: Option<&At<String>>, amount: &At<Money>, sink: &mut Sink) {
    if let Some(typed) = typed.filter(|typed| !amount.is_written(typed)) {
        let differs = Diagnostic::new(&code::CAPITAL_DIFFERS, typed.span)
            .arg("typed", &typed.value)
            .arg("amount", amount.grouped())
            .arg("want", amount.capital());
        sink.push(differs.also(amount.span));
    }
}
