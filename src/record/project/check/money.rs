//! Payments and the final account against the contract, its changes and the budget.
//!
//! In: a project. Out: errors where the sums have no ground, findings where a change was not
//! approved. Never counts what is said to lie outside the contract.

use super::Case;
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::record::finance::capital;
use crate::value::Money;

/// Words that tell of money given back, whose amount is below zero.
const REFUNDS: &[&str] = &["冲销", "红冲", "冲回", "退"];

pub(super) fn check(case: &Case<'_, '_>, sink: &mut Sink) {
    let project = case.project;
    for payment in project.payments.iter().filter(|p| p.amount.is_negative()) {
        let refund = payment.note.as_ref().is_some_and(|note| REFUNDS.iter().any(|word| note.contains(word)));
        if !refund {
            let below = Diagnostic::new(&code::NEGATIVE_PAYMENT, payment.amount.span);
            sink.push(below.arg("amount", payment.amount.grouped()));
        }
    }
    if let Some(contract) = &project.contract {
        capital(contract.capital.as_ref(), &contract.amount, sink);
    }
    for change in project.changes.iter().filter(|c| c.approval.is_none()) {
        let open = Diagnostic::new(&code::CHANGE_NOT_APPROVED, change.span)
            .arg("date", change.date.value)
            .arg("amount", change.amount.grouped())
            .arg("note", &change.note);
        sink.push(open.basis(case.basis.clone()));
    }
    contract(case, sink);
    settlement(case, sink);
    budget(case, sink);
}

/// Payments stay within contract and changes; what goes beyond the approved ones is told.
fn contract(case: &Case<'_, '_>, sink: &mut Sink) {
    let project = case.project;
    let Some((contract, total)) = project.contract.as_ref().zip(project.contract_total()) else {
        return;
    };
    let (paid, approved) = (case.books.of_contract(), contract.amount.value + project.changes_approved());
    let (code, limit) = if paid > total {
        (&code::PAID_ABOVE_CONTRACT, total)
    } else if paid > approved {
        (&code::PAID_ABOVE_APPROVED, approved)
    } else {
        return;
    };
    if let Some(place) = goes_beyond(case, limit) {
        let above = Diagnostic::new(code, place.span)
            .arg("paid", paid.grouped())
            .arg("contract", contract.amount.grouped())
            .arg("changes", (limit - contract.amount.value).grouped())
            .arg("total", limit.grouped())
            .arg("difference", (paid - limit).grouped());
        sink.push(above.also(contract.amount.span).basis(case.basis.clone()));
    }
}

/// The payment, by date, with which the sum first exceeds `limit`.
fn goes_beyond<'a>(case: &Case<'_, 'a>, limit: Money) -> Option<&'a At<Money>> {
    let mut sum = Money::ZERO;
    let beyond = case.books.paid.iter().filter(|p| !p.outside).find(|p| {
        sum += p.amount.value;
        sum > limit
    });
    beyond.map(|p| p.amount)
}

/// The final account stays within contract and changes, and payments within it.
fn settlement(case: &Case<'_, '_>, sink: &mut Sink) {
    let Some(settlement) = &case.project.settlement else {
        return;
    };
    let paid = case.books.of_contract();
    if let Some((contract, total)) = case.project.contract.as_ref().zip(case.project.contract_total()) {
        if settlement.value > total {
            let above = Diagnostic::new(&code::SETTLEMENT_ABOVE_CONTRACT, settlement.span)
                .arg("settlement", settlement.grouped())
                .arg("contract", contract.amount.grouped())
                .arg("changes", case.project.changes_total().grouped())
                .arg("total", total.grouped())
                .arg("difference", (settlement.value - total).grouped());
            sink.push(above.also(contract.amount.span).basis(case.basis.clone()));
        }
        // Then the payments are named already, against the contract.
        if paid > total {
            return;
        }
    }
    if paid > settlement.value {
        let mut above = Diagnostic::new(&code::PAID_ABOVE_SETTLEMENT, settlement.span)
            .arg("paid", paid.grouped())
            .arg("settlement", settlement.grouped())
            .arg("difference", (paid - settlement.value).grouped());
        if let Some(place) = goes_beyond(case, settlement.value) {
            above = above.also(place.span);
        }
        sink.push(above.basis(case.basis.clone()));
    }
}

/// Contract and changes stay within the budget.
fn budget(case: &Case<'_, '_>, sink: &mut Sink) {
    let project = case.project;
    if let (Some(budget), Some(contract), Some(total)) = (&project.budget, &project.contract, project.contract_total())
        && total > budget.value
    {
        let above = Diagnostic::new(&code::CONTRACT_ABOVE_BUDGET, contract.amount.span)
            .arg("contract", contract.amount.grouped())
            .arg("changes", project.changes_total().grouped())
            .arg("total", total.grouped())
            .arg("budget", budget.grouped())
            .arg("difference", (total - budget.value).grouped());
        sink.push(above.also(budget.span).basis(case.basis.clone()));
    }
}
