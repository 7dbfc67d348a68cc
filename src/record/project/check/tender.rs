//! The tender against the budget's ceiling and against the contract.
//!
//! In: a project. Out: findings where the winner's price or name is not that of the contract.
//! Never decides whether a tender was needed: that depends on the place.

use super::Case;
use crate::diagnostic::{Diagnostic, Sink, code};

pub(super) fn check(case: &Case<'_, '_>, sink: &mut Sink) {
    let Some(tender) = &case.project.tender else {
        return;
    };
    if let Some(ceiling) = tender.ceiling.as_ref().filter(|c| tender.price.value > c.value) {
        let above = Diagnostic::new(&code::BID_ABOVE_CEILING, tender.price.span)
            .arg("price", tender.price.grouped())
            .arg("ceiling", ceiling.grouped())
            .arg("difference", (tender.price.value - ceiling.value).grouped());
        sink.push(above.also(ceiling.span).basis(case.basis.clone()));
    }
    let Some(contract) = &case.project.contract else {
        return;
    };
    if contract.amount.value != tender.price.value {
        let other = Diagnostic::new(&code::CONTRACT_NOT_BID, contract.amount.span)
            .arg("contract", contract.amount.grouped())
            .arg("price", tender.price.grouped())
            .arg("difference", contract.amount.apart(tender.price.value).grouped());
        sink.push(other.also(tender.price.span).basis(case.basis.clone()));
    }
    if contract.contractor.trim() != tender.winner.trim() {
        let other = Diagnostic::new(&code::CONTRACTOR_NOT_WINNER, contract.contractor.span)
            .arg("contractor", &contract.contractor.value)
            .arg("winner", &tender.winner.value);
        sink.push(other.also(tender.winner.span).basis(case.basis.clone()));
    }
}
