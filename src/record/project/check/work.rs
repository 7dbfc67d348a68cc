//! Progress, sources of money, goals, and the counts of the residents' evaluation.
//!
//! In: a project. Out: errors where figures cannot be true. Never compares with other records.

use super::Case;
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::value::{Money, Number};

pub(super) fn check(case: &Case<'_, '_>, sink: &mut Sink) {
    progress(case, sink);
    funding(case, sink);
    goals(case, sink);
    evaluation(case, sink);
}

/// Percentages lie within 0 to 100 and do not fall.
fn progress(case: &Case<'_, '_>, sink: &mut Sink) {
    let mut reports: Vec<_> = case.project.progress.iter().collect();
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

/// The sources sum to the budget.
fn funding(case: &Case<'_, '_>, sink: &mut Sink) {
    let funding = &case.project.funding;
    let sum: Money = funding.values().map(|amount| amount.value).sum();
    if let Some(budget) = &case.project.budget
        && let Some(first) = funding.values().map(|amount| amount.span).min()
        && sum != budget.value
    {
        let differs = Diagnostic::new(&code::FUNDING_DIFFERS, budget.span)
            .arg("sum", sum.grouped())
            .arg("budget", budget.grouped())
            .arg("difference", sum.apart(budget.value).grouped());
        sink.push(differs.also(first));
    }
}

/// Goals are above zero, what is done is not below.
fn goals(case: &Case<'_, '_>, sink: &mut Sink) {
    for goal in &case.project.targets {
        let zero = Number::default();
        let wanted = (goal.target.value <= zero).then_some(&goal.target);
        let done = goal.done.as_ref().filter(|d| d.value < zero);
        for number in wanted.into_iter().chain(done) {
            let wrong = Diagnostic::new(&code::GOAL_NOT_POSITIVE, number.span);
            sink.push(wrong.arg("name", &goal.name).arg("number", number.value));
        }
    }
}

/// What came back is at most what was given out, and every answer is counted once.
fn evaluation(case: &Case<'_, '_>, sink: &mut Sink) {
    let Some(evaluation) = &case.project.evaluation else {
        return;
    };
    let returned = &evaluation.returned;
    if let Some(sent) = evaluation.sent.as_ref().filter(|s| s.value < returned.value) {
        let more = Diagnostic::new(&code::EVALUATION_COUNTS, returned.span)
            .arg("kind", "returned")
            .arg("counted", returned.value)
            .arg("most", sent.value);
        sink.push(more.also(sent.span));
    }
    let unsatisfied = evaluation.unsatisfied.as_ref().map_or(0, |n| n.value);
    let counted = evaluation.content().saturating_add(unsatisfied);
    let all_told = evaluation.fair.is_some() && evaluation.unsatisfied.is_some();
    if counted > returned.value || (all_told && counted != returned.value) {
        let differs = Diagnostic::new(&code::EVALUATION_COUNTS, evaluation.satisfied.span)
            .arg("kind", "answers")
            .arg("counted", counted)
            .arg("most", returned.value);
        sink.push(differs.also(returned.span));
    }
}
