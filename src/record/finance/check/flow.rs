//! Opening + income − expense = closing.
//!
//! In: one statement. Out: an error where its own figures contradict each other.
//! Never looks at other statements.

use super::super::super::Scope;
use super::super::chain::Entry;
use super::ground;
use crate::diagnostic::{Diagnostic, Sink, code};

pub(super) fn check(entry: Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let finance = entry.finance;
    let computed = entry.closing();
    if let Some(stated) = finance.closing.as_ref().filter(|c| c.value != computed) {
        let differs = Diagnostic::new(&code::CLOSING_DIFFERS, stated.span)
            .arg("opening", entry.opening.grouped())
            .arg("income", finance.income_total().grouped())
            .arg("expense", finance.expense_total().grouped())
            .arg("computed", computed.grouped())
            .arg("stated", stated.grouped())
            .arg("difference", stated.apart(computed).grouped());
        sink.push(differs.also(entry.opening.span).basis(ground(finance, scope)));
    } else if computed.is_negative() {
        let place = finance.closing.as_ref().map_or(entry.opening.span, |c| c.span);
        sink.push(Diagnostic::new(&code::OVERDRAWN, place).arg("closing", computed.grouped()));
    }
    if let Some(published) = &finance.common.published
        && published.value < finance.period.last()
    {
        let early = Diagnostic::new(&code::PUBLISHED_BEFORE_PERIOD_END, published.span);
        let early = early.arg("published", published.value).arg("last", finance.period.last());
        sink.push(early.also(finance.period.span));
    }
}
