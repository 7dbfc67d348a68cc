//! First the resolution, then tender, contract, work, acceptance, what residents say, the close.
//!
//! In: the days of a project. Out: an error where two days cannot both be true, findings where
//! something truly came too early. Never fills in a day that is not given.

use super::super::super::Record;
use super::super::super::decision::Decision;
use super::Case;
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::value::Date;

/// A day and the word for what happened on it.
type Step<'a> = (&'static str, &'a At<Date>);

/// The decision, with the day on which it was resolved.
type Resolved<'r> = (&'r Record, &'r Decision, &'r At<Date>);

pub(super) fn check(case: &Case<'_, '_>, resolved: Option<Resolved<'_>>, sink: &mut Sink) {
    let mut found = Vec::new();
    after_decision(case, resolved, &mut found);
    after_contract(case, &mut found);
    steps(case, &mut found);
    for diagnostic in found {
        let ground = diagnostic.basis.clone().or_else(|| case.basis.clone());
        sink.push(diagnostic.basis(ground));
    }
    closing(case, sink);
    days(case, sink);
}

fn after_decision(case: &Case<'_, '_>, resolved: Option<Resolved<'_>>, found: &mut Vec<Diagnostic>) {
    let Some((record, decision, day)) = resolved else {
        return;
    };
    let project = case.project;
    let title = &record.common().title.value;
    // The law that says who decides the matter asks for the decision first.
    let told = |diagnostic: Diagnostic| {
        let ground = decision.decided_first(day.value, case.scope);
        diagnostic.arg("resolved", day.value).arg("title", title).also(day.span).basis(ground)
    };
    if let Some(tender) = project.tender.as_ref().filter(|t| t.date.value < day.value) {
        found.push(told(early(("tender", &tender.date), ("decision", day))));
    }
    if let Some(contract) = project.contract.as_ref().filter(|c| c.signed.value < day.value) {
        let early = Diagnostic::new(&code::CONTRACT_BEFORE_DECISION, contract.signed.span);
        found.push(told(early.arg("signed", contract.signed.value)));
    }
    for paid in case.books.paid.iter().filter(|p| !p.outside && p.date.value < day.value) {
        let early = Diagnostic::new(&code::PAYMENT_BEFORE_DECISION, paid.date.span);
        found.push(told(early.arg("date", paid.date.value).arg("amount", paid.amount.grouped())));
    }
}

fn after_contract(case: &Case<'_, '_>, found: &mut Vec<Diagnostic>) {
    let Some(contract) = &case.project.contract else {
        return;
    };
    for paid in case.books.paid.iter().filter(|p| !p.outside && p.date.value < contract.signed.value) {
        let early = Diagnostic::new(&code::PAYMENT_BEFORE_CONTRACT, paid.date.span)
            .arg("date", paid.date.value)
            .arg("amount", paid.amount.grouped())
            .arg("signed", contract.signed.value);
        found.push(early.also(contract.signed.span));
    }
}

/// Each step against the one that has to come first.
fn steps(case: &Case<'_, '_>, found: &mut Vec<Diagnostic>) {
    let project = case.project;
    let tender = project.tender.as_ref().map(|t| ("tender", &t.date));
    let contract = project.contract.as_ref().map(|c| ("contract", &c.signed));
    let start = project.started.as_ref().map(|d| ("start", d));
    let finish = project.finished.as_ref().map(|d| ("finish", d));
    let evaluation = project.evaluation.as_ref().map(|e| ("evaluation", &e.date));
    let closed = project.closed.as_ref().map(|d| ("closed", d));
    let acceptance = project.acceptance.as_ref().map(|a| ("acceptance", &a.date));
    let pairs = [(tender, contract), (contract, start), (finish, evaluation), (finish, closed), (acceptance, closed)];
    for (first, later) in pairs {
        if let (Some(first), Some(later)) = (first, later)
            && later.1.value < first.1.value
        {
            found.push(early(later, first).also(first.1.span));
        }
    }
    if let (Some((_, finished)), Some((_, accepted))) = (finish, acceptance)
        && accepted.value < finished.value
    {
        let early = Diagnostic::new(&code::ACCEPTED_BEFORE_FINISHED, accepted.span);
        found.push(early.arg("accepted", accepted.value).arg("finished", finished.value).also(finished.span));
    }
}

/// `later` happened before `first`, which has to come first.
fn early(later: Step<'_>, first: Step<'_>) -> Diagnostic {
    Diagnostic::new(&code::OUT_OF_ORDER, later.1.span)
        .arg("later", later.0)
        .arg("later_date", later.1.value)
        .arg("first", first.0)
        .arg("first_date", first.1.value)
}

/// Residents are asked before the matter is closed.
fn closing(case: &Case<'_, '_>, sink: &mut Sink) {
    let Some(closed) = &case.project.closed else {
        return;
    };
    let evaluation = case.project.evaluation.as_ref();
    let asked_after = evaluation.filter(|e| e.date.value > closed.value);
    if evaluation.is_some() && asked_after.is_none() {
        return;
    }
    let mut unasked = Diagnostic::new(&code::CLOSED_UNASKED, closed.span)
        .arg("closed", closed.value)
        .arg("evaluated", asked_after.map_or(String::new(), |e| e.date.value.to_string()));
    if let Some(evaluation) = asked_after {
        unasked = unasked.also(evaluation.date.span);
    }
    sink.push(unasked.basis(case.basis.clone()));
}

/// Begun before finished; and nothing happened after today.
fn days(case: &Case<'_, '_>, sink: &mut Sink) {
    let project = case.project;
    if let (Some(started), Some(finished)) = (&project.started, &project.finished)
        && finished.value < started.value
    {
        let early = Diagnostic::new(&code::FINISHED_BEFORE_STARTED, finished.span);
        sink.push(early.arg("started", started.value).arg("finished", finished.value).also(started.span));
    }
    let accepted = project.acceptance.as_ref().map(|a| &a.date);
    let evaluated = project.evaluation.as_ref().map(|e| &e.date);
    let single = project.started.iter().chain(&project.finished).chain(&project.closed);
    let mut happened: Vec<&At<Date>> = single.chain(accepted).chain(evaluated).collect();
    happened.extend(project.tender.iter().map(|t| &t.date));
    happened.extend(project.payments.iter().map(|p| &p.value.date));
    happened.extend(project.progress.iter().map(|p| &p.value.date));
    for date in happened.into_iter().filter(|d| d.value > case.scope.as_of) {
        sink.push(Diagnostic::new(&code::FUTURE_DATE, date.span).arg("date", date.value));
    }
}
