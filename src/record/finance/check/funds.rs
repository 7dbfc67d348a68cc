//! 货币资金: the places make up the balance, and each goes on where it stood before.
//!
//! In: a statement and its chain. Out: errors where a place or their sum cannot be true.
//! Never asks for the way a place came to its amount: it may be left out.

use super::super::super::Scope;
use super::super::chain::{Chain, Follows, follows};
use super::super::funds::Holding;
use super::ground;
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::value::Money;

pub(super) fn check(chain: &Chain<'_>, at: usize, scope: &Scope<'_>, sink: &mut Sink) {
    let entry = chain.list[at];
    let finance = entry.finance;
    let Some(funds) = &finance.funds else {
        return;
    };
    for (name, place) in funds.places() {
        one(name, place, sink);
    }
    let computed = entry.closing();
    let stated = finance.closing.as_ref();
    // Where the closing itself is in doubt, agreeing with either is enough here.
    let agrees = |total: Money| total == computed || stated.is_some_and(|s| s.value == total);
    if let Some(total) = funds.total().filter(|t| !agrees(*t)) {
        let closing = stated.map_or(computed, |s| s.value);
        let differs = Diagnostic::new(&code::FUNDS_DIFFER, funds.span)
            .arg("total", total.grouped())
            .arg("closing", closing.grouped())
            .arg("difference", total.apart(closing).grouped());
        let place = stated.map_or(entry.opening.span, |s| s.span);
        sink.push(differs.also(place).basis(ground(finance, scope)));
    }
    if let Some(total) = funds.opening().filter(|t| *t != entry.opening.value) {
        let differs = Diagnostic::new(&code::FUNDS_OPENING_SUM_DIFFERS, funds.span)
            .arg("total", total.grouped())
            .arg("opening", entry.opening.grouped())
            .arg("difference", total.apart(entry.opening.value).grouped());
        sink.push(differs.also(entry.opening.span).basis(ground(finance, scope)));
    }
    let before = chain.before(at).filter(|b| follows(b.period(), entry.period()) == Follows::Directly);
    // An adjusted opening is told as a whole; which place it changed is not asked.
    let adjusted = finance.adjustments.balance().next().is_some();
    for (name, place) in funds.places().filter(|_| !adjusted) {
        let then = before.and_then(|b| Some((b, b.finance.funds.as_ref()?.place(name)?)));
        if let (Some(opening), Some((earlier, then))) = (place.opening(), then)
            && opening.value != then.closing.value
        {
            let differs = Diagnostic::new(&code::FUNDS_OPENING_DIFFERS, opening.span)
                .arg("place", name)
                .arg("opening", opening.grouped())
                .arg("closing", then.closing.grouped())
                .arg("difference", opening.apart(then.closing.value).grouped())
                .arg("title", earlier.title());
            sink.push(differs.also(then.closing.span).basis(ground(finance, scope)));
        }
    }
}

/// Opening + increase − decrease = closing; and what is there is not below zero.
fn one(name: &'static str, place: &Holding, sink: &mut Sink) {
    if name != "transit" && place.closing.is_negative() {
        let below = Diagnostic::new(&code::NEGATIVE_FUNDS, place.closing.span);
        sink.push(below.arg("place", name).arg("amount", place.closing.grouped()));
    }
    let Some(moves) = &place.moves else {
        return;
    };
    let parts = [&moves.opening, &moves.increase, &moves.decrease];
    if parts.iter().all(|p| p.is_none()) {
        return;
    }
    let [opening, increase, decrease] = parts.map(|p| p.as_ref().map_or(Money::ZERO, |m| m.value));
    let computed = opening + increase - decrease;
    if computed != place.closing.value {
        let mut differs = Diagnostic::new(&code::FUNDS_MOVES_DIFFER, place.closing.span)
            .arg("place", name)
            .arg("opening", opening.grouped())
            .arg("increase", increase.grouped())
            .arg("decrease", decrease.grouped())
            .arg("computed", computed.grouped())
            .arg("closing", place.closing.grouped())
            .arg("difference", place.closing.apart(computed).grouped());
        if let Some(opening) = &moves.opening {
            differs = differs.also(opening.span);
        }
        sink.push(differs);
    }
    for part in parts.into_iter().skip(1).flatten().filter(|p| p.is_negative()) {
        let below = Diagnostic::new(&code::NEGATIVE_FUNDS, part.span);
        sink.push(below.arg("place", name).arg("amount", part.grouped()));
    }
}
