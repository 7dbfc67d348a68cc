//! What must agree in a statement, and with the statements of its account.
//!
//! In: a finance record and the community's others. Out: errors where sums cannot be true, warnings
//! where a slip is likely, findings where a rule was not kept. Never rounds: amounts agree to the
//! 分 or they do not.

mod balance;
mod budget;
mod distribution;
mod flow;
mod funds;
mod lines;
mod neighbour;
mod restatement;
mod reversal;
mod sums;
mod voucher;

pub(in super::super) use lines::capital;
pub(super) use restatement::figure;
pub(super) use reversal::{Reversals, Target};

use super::super::{Record, Scope};
use super::Finance;
use super::chain::Chain;
use crate::diagnostic::{Basis, Diagnostic, Sink, code};
use crate::value::CommunityType;

pub(super) fn check(finance: &Finance, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    whole(finance, sink);
    lines::capitals(finance, sink);
    let chain = Chain::of(&finance.account.value, scope);
    if let Some(at) = chain.position(me) {
        let entry = chain.list[at];
        flow::check(entry, scope, sink);
        sums::check(&chain, at, scope, sink);
        funds::check(&chain, at, scope, sink);
        lines::check(entry, scope, sink);
        reversal::check(&chain, at, scope, sink);
        neighbour::check(&chain, at, scope, sink);
        voucher::check(&chain, at, scope, sink);
        budget::check(entry, chain.year_to(at), scope, sink);
    }
    if let Some(sheet) = &finance.balance_sheet {
        balance::check(finance, sheet, &chain, scope, sink);
    }
    if !finance.distribution.is_empty() {
        distribution::check(finance, scope, sink);
    }
    restatement::check(finance, me, &chain, scope, sink);
    reviews(finance, scope, sink);
}

/// What differs from what was published before was looked at by somebody else first.
fn reviews(finance: &Finance, scope: &Scope<'_>, sink: &mut Sink) {
    let adjusted = finance.adjustments.0.iter().filter(|a| a.review.is_none()).map(|a| (a.span, "adjustment"));
    let restated = finance.restatements.iter().filter(|r| r.review.is_none()).map(|r| (r.span, "restatement"));
    for (place, what) in adjusted.chain(restated) {
        let unseen = Diagnostic::new(&code::CHANGE_UNREVIEWED, place).arg("what", what);
        sink.push(unseen.basis(basis(&["review-before-publication", "truth-duty"], finance, scope)));
    }
}

/// A record tells of something, and of income and expense only with their opening.
fn whole(finance: &Finance, sink: &mut Sink) {
    if finance.opening.is_some() {
        return;
    }
    let lines = finance.income.iter().chain(&finance.expense).map(|l| l.span).next();
    let balance = finance.closing.as_ref().map(|c| c.span).or(finance.funds.as_ref().map(|f| f.span));
    let other = finance.balance_sheet.is_some() || !finance.distribution.is_empty();
    match lines.or(balance) {
        Some(place) => sink.push(Diagnostic::new(&code::NO_OPENING, place).arg("what", "lines")),
        None if !other => sink.push(Diagnostic::new(&code::NO_OPENING, finance.period.span).arg("what", "nothing")),
        None => {}
    }
}

/// Why the figures of this record have to be true: the ground of every sum.
fn ground(finance: &Finance, scope: &Scope<'_>) -> Option<Basis> {
    // The rules for collective finances bind a residents' committee only where it acts for a collective.
    let ids: &[&str] = match scope.corpus.community.kind {
        CommunityType::Village => &["finance-line-by-line", "truth-duty"],
        CommunityType::Urban => &["truth-duty"],
    };
    basis(ids, finance, scope)
}

/// The first of some limits that is in force here when the record is published.
fn basis(ids: &[&str], finance: &Finance, scope: &Scope<'_>) -> Option<Basis> {
    let day = finance.common.published.as_ref().map_or(finance.period.last(), |d| d.value);
    ids.iter().find_map(|id| scope.ground(id, day))
}

/// Whether some finance record of the community could not be read: then nothing is said of gaps.
fn some_left_out(scope: &Scope<'_>) -> bool {
    scope.corpus.left_out.iter().any(|gone| gone.is_in("finance"))
}
