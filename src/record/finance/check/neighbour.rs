//! The period follows the one before, and begins with its balance or tells why not.
//!
//! In: a statement and its chain. Out: errors for overlaps and for openings that nothing explains,
//! a warning for gaps, and the news of an adjusted opening. Never lets an opening change in silence.

use super::super::super::Scope;
use super::super::chain::{Chain, Entry, Follows, follows};
use super::{ground, some_left_out};
use crate::diagnostic::{Diagnostic, Sink, code};

pub(super) fn check(chain: &Chain<'_>, at: usize, scope: &Scope<'_>, sink: &mut Sink) {
    let entry = chain.list[at];
    let finance = entry.finance;
    let Some(before) = chain.before(at) else {
        if let Some(first) = finance.adjustments.balance().next().filter(|_| !some_left_out(scope)) {
            let alone = Diagnostic::new(&code::ADJUSTMENT_WITHOUT_EARLIER, first.span);
            sink.push(alone.arg("account", &finance.account.value));
        }
        return;
    };
    match follows(before.period(), entry.period()) {
        Follows::Overlap => {
            let overlap = Diagnostic::new(&code::PERIODS_OVERLAP, finance.period.span)
                .arg("account", &finance.account.value)
                .arg("period", entry.period())
                .arg("other", before.period())
                .arg("title", before.title());
            sink.push(overlap.also(before.finance.period.span).basis(ground(finance, scope)));
        }
        // A statement that was left out for its own mistakes is named there.
        Follows::Gap if !some_left_out(scope) => {
            let from = before.period().last().tomorrow().unwrap_or(before.period().last());
            let to = entry.period().first().yesterday().unwrap_or(entry.period().first());
            let gap = Diagnostic::new(&code::PERIOD_GAP, finance.period.span)
                .arg("account", &finance.account.value)
                .arg("from", from)
                .arg("to", to)
                .arg("title", before.title());
            sink.push(gap.also(before.finance.period.span).basis(ground(finance, scope)));
        }
        Follows::Gap => {}
        Follows::Directly => opening(entry, before, scope, sink),
    }
}

fn opening(entry: Entry<'_>, before: Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let finance = entry.finance;
    let (closing, place) = before.stated();
    let adjusted = finance.adjustments.of_balance();
    let opening = entry.opening;
    let agrees = opening.value == closing + adjusted || opening.value == before.closing() + adjusted;
    let mut adjustments = finance.adjustments.balance().peekable();
    if let (false, Some(first)) = (agrees, adjustments.peek()) {
        let differs = Diagnostic::new(&code::ADJUSTMENT_DIFFERS, first.amount.span)
            .arg("closing", closing.grouped())
            .arg("adjusted", adjusted.grouped())
            .arg("computed", (closing + adjusted).grouped())
            .arg("opening", opening.grouped())
            .arg("difference", opening.apart(closing + adjusted).grouped())
            .arg("title", before.title());
        sink.push(differs.also(opening.span).also(place).basis(ground(finance, scope)));
    } else if !agrees {
        let differs = Diagnostic::new(&code::OPENING_DIFFERS, opening.span)
            .arg("opening", opening.grouped())
            .arg("closing", closing.grouped())
            .arg("difference", opening.apart(closing).grouped())
            .arg("title", before.title());
        sink.push(differs.also(place).basis(ground(finance, scope)));
    }
    for adjustment in adjustments.filter(|_| agrees) {
        let told = Diagnostic::new(&code::OPENING_RESTATED, adjustment.span)
            .arg("closing", closing.grouped())
            .arg("adjusted", adjustment.amount.grouped())
            .arg("opening", opening.grouped())
            .arg("reason", &adjustment.reason)
            .arg("title", before.title());
        sink.push(told.also(place));
    }
}
