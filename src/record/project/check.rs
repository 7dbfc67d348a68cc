//! What must agree in a project.
//!
//! In: a project and its decision. Out: errors where sums or dates cannot be true, findings where
//! money went out too early. Never judges whether the price is good.

use super::super::{Record, Scope};
use super::{Project, resolution};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::value::{Date, Money, Number};

/// Words that tell of money given back, whose amount is below zero.
const REFUNDS: &[&str] = &["冲销", "红冲", "冲回", "退"];

/// Which limit asks that tenders and accounts of works are published.
const WORKS_PUBLISHED: &str = "finance-special-items";

pub(super) fn check(project: &Project, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    payments(project, sink);
    settlement(project, sink);
    too_early(project, me, scope, sink);
    progress(project, sink);
    dates(project, scope, sink);
    funding(project, sink);
    goals(project, sink);
}

/// Payments stay within contract and changes.
fn payments(project: &Project, sink: &mut Sink) {
    for payment in project.payments.iter().filter(|p| p.amount.is_negative()) {
        let refund = payment.note.as_ref().is_some_and(|note| REFUNDS.iter().any(|word| note.contains(word)));
        if !refund {
            sink.push(
                Diagnostic::new(&code::NEGATIVE_PAYMENT, payment.amount.span).arg("amount", payment.amount.value),
            );
        }
    }
    let Some((contract, total)) = project.contract.as_ref().zip(project.contract_total()) else {
        return;
    };
    let paid = project.paid();
    if paid > total
        && let Some(place) = goes_beyond(project, total)
    {
        let above = Diagnostic::new(&code::PAID_ABOVE_CONTRACT, place.span)
            .arg("paid", paid)
            .arg("contract", contract.amount.value)
            .arg("changes", project.changes_total())
            .arg("total", total)
            .arg("difference", paid - total);
        sink.push(above.also(contract.amount.span));
    }
}

/// The payment, by date, with which the sum first exceeds `limit`.
fn goes_beyond(project: &Project, limit: Money) -> Option<&At<Money>> {
    let mut by_date: Vec<_> = project.payments.iter().collect();
    by_date.sort_by_key(|p| p.date.value);
    let mut sum = Money::ZERO;
    let beyond = by_date.into_iter().find(|p| {
        sum += p.amount.value;
        sum > limit
    });
    beyond.map(|p| &p.value.amount)
}

/// The final account stays within contract and changes, and payments within it.
fn settlement(project: &Project, sink: &mut Sink) {
    let Some(settlement) = &project.settlement else {
        return;
    };
    let paid = project.paid();
    if let Some((contract, total)) = project.contract.as_ref().zip(project.contract_total()) {
        if settlement.value > total {
            let above = Diagnostic::new(&code::SETTLEMENT_ABOVE_CONTRACT, settlement.span)
                .arg("settlement", settlement.value)
                .arg("total", total)
                .arg("difference", settlement.value - total);
            sink.push(above.also(contract.amount.span));
        }
        // Then the payments are named already, against the contract.
        if paid > total {
            return;
        }
    }
    if paid > settlement.value {
        let above = Diagnostic::new(&code::PAID_ABOVE_SETTLEMENT, settlement.span)
            .arg("paid", paid)
            .arg("settlement", settlement.value)
            .arg("difference", paid - settlement.value);
        sink.push(above);
    }
}

/// First the resolution, then the contract, then the money.
fn too_early(project: &Project, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let decision = resolution::decision(project, me, scope);
    let resolved = decision.and_then(|(r, d)| resolution::resolved(d, scope).map(|day| (r, day)));
    let ground = |date: Date| decision.and_then(|(_, d)| d.decided_first(date, scope));
    if let (Some(contract), Some((record, day))) = (&project.contract, resolved)
        && contract.signed.value < day.value
    {
        let early = Diagnostic::new(&code::CONTRACT_BEFORE_DECISION, contract.signed.span)
            .arg("signed", contract.signed.value)
            .arg("resolved", day.value)
            .arg("title", &record.common().title.value);
        sink.push(early.also(day.span).basis(ground(contract.signed.value)));
    }
    for payment in &project.payments {
        let date = &payment.date;
        if let Some(contract) = project.contract.as_ref().filter(|c| date.value < c.signed.value) {
            let early = Diagnostic::new(&code::PAYMENT_BEFORE_CONTRACT, date.span)
                .arg("date", date.value)
                .arg("amount", payment.amount.value)
                .arg("signed", contract.signed.value);
            let law = scope.ground(WORKS_PUBLISHED, date.value);
            sink.push(early.also(contract.signed.span).basis(law));
        }
        if let Some((record, day)) = resolved.filter(|(_, day)| date.value < day.value) {
            let early = Diagnostic::new(&code::PAYMENT_BEFORE_DECISION, date.span)
                .arg("date", date.value)
                .arg("amount", payment.amount.value)
                .arg("resolved", day.value)
                .arg("title", &record.common().title.value);
            sink.push(early.also(day.span).basis(ground(date.value)));
        }
    }
}

/// Percentages lie within 0 to 100 and do not fall.
fn progress(project: &Project, sink: &mut Sink) {
    let mut reports: Vec<_> = project.progress.iter().collect();
    reports.sort_by_key(|r| r.date.value);
    for report in reports.iter().filter(|r| r.percent.value > 100) {
        let above = Diagnostic::new(&code::PERCENT_ABOVE_HUNDRED, report.percent.span);
        sink.push(above.arg("percent", report.percent.value));
    }
    for pair in reports.windows(2) {
        let [before, after] = pair else { continue };
        if after.percent.value < before.percent.value {
            let fell = Diagnostic::new(&code::PROGRESS_FELL, after.percent.span)
                .arg("percent", after.percent.value)
                .arg("date", after.date.value)
                .arg("before", before.percent.value)
                .arg("before_date", before.date.value);
            sink.push(fell.also(before.percent.span));
        }
    }
}

/// Begun, finished, accepted, in this order; and nothing happened after today.
fn dates(project: &Project, scope: &Scope<'_>, sink: &mut Sink) {
    let accepted = project.acceptance.as_ref().map(|a| &a.date);
    if let (Some(started), Some(finished)) = (&project.started, &project.finished)
        && finished.value < started.value
    {
        let early = Diagnostic::new(&code::FINISHED_BEFORE_STARTED, finished.span);
        sink.push(early.arg("started", started.value).arg("finished", finished.value).also(started.span));
    }
    if let (Some(finished), Some(accepted)) = (&project.finished, accepted)
        && accepted.value < finished.value
    {
        let early = Diagnostic::new(&code::ACCEPTED_BEFORE_FINISHED, accepted.span);
        sink.push(early.arg("accepted", accepted.value).arg("finished", finished.value).also(finished.span));
    }
    let mut happened: Vec<&At<Date>> = project.started.iter().chain(&project.finished).chain(accepted).collect();
    happened.extend(project.payments.iter().map(|p| &p.value.date));
    happened.extend(project.progress.iter().map(|p| &p.value.date));
    for date in happened.into_iter().filter(|d| d.value > scope.as_of) {
        sink.push(Diagnostic::new(&code::FUTURE_DATE, date.span).arg("date", date.value));
    }
}

/// The sources sum to the budget.
fn funding(project: &Project, sink: &mut Sink) {
    let sum: Money = project.funding.values().map(|amount| amount.value).sum();
    if let Some(budget) = &project.budget
        && let Some(first) = project.funding.values().map(|amount| amount.span).min()
        && sum != budget.value
    {
        let differs = Diagnostic::new(&code::FUNDING_DIFFERS, budget.span)
            .arg("sum", sum)
            .arg("budget", budget.value)
            .arg("difference", sum.apart(budget.value));
        sink.push(differs.also(first));
    }
}

/// Goals are above zero, what is done is not below.
fn goals(project: &Project, sink: &mut Sink) {
    for goal in &project.targets {
        let zero = Number::default();
        let wanted = (goal.target.value <= zero).then_some(&goal.target);
        let done = goal.done.as_ref().filter(|d| d.value < zero);
        for number in wanted.into_iter().chain(done) {
            let wrong = Diagnostic::new(&code::GOAL_NOT_POSITIVE, number.span);
            sink.push(wrong.arg("name", &goal.name).arg("number", number.value));
        }
    }
}
