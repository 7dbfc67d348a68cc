//! Checks of a question: what cannot be true, and what was answered too late.
//!
//! In: a question with its follow-ups, the rules of the place. Out: errors for contradictions,
//! findings for late and missing answers, warnings for slips. Never judges what was answered.

use super::clock::{Clock, Exchange};
use super::{Query, asker};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::record::Scope;
use crate::value::Date;

pub(super) fn check(query: &Query, scope: &Scope<'_>, sink: &mut Sink) {
    for exchange in query.exchanges() {
        contradictions(&exchange, scope, sink);
        time(&exchange, scope, sink);
    }
    order(query, sink);
    if let Some(asker) = &query.asker
        && let Some(name) = asker::full_name(asker)
    {
        let shown = crate::record::table_view::mask(name);
        sink.push(Diagnostic::new(&code::ASKER_IN_FULL, asker.span).arg("name", name).arg("shown", shown));
    }
}

fn contradictions(exchange: &Exchange<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let answer = exchange.answer.filter(|a| !a.value.is_empty());
    match (exchange.answered, answer) {
        (Some(answered), None) => {
            sink.push(Diagnostic::new(&code::ANSWER_WITHOUT_TEXT, answered.span).arg("answered", answered.value));
        }
        (None, Some(answer)) => sink.push(Diagnostic::new(&code::ANSWER_WITHOUT_DATE, answer.span)),
        _ => {}
    }
    if let Some(answered) = exchange.answered.filter(|d| d.value < exchange.asked.value) {
        let early = Diagnostic::new(&code::ANSWER_BEFORE_QUESTION, answered.span);
        let early = early.arg("asked", exchange.asked.value).arg("answered", answered.value);
        sink.push(early.also(exchange.asked.span));
    }
    let mut future = |date: &At<Date>, what: &str| {
        if date.value > scope.as_of {
            let future = Diagnostic::new(&code::QUERY_IN_FUTURE, date.span).arg("what", what);
            sink.push(future.arg("date", date.value).arg("today", scope.as_of));
        }
    };
    future(exchange.asked, "asked");
    if let Some(answered) = exchange.answered {
        future(answered, "answered");
    }
}

fn time(exchange: &Exchange<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let clock = Clock::of(exchange, scope);
    let (Some(late), Some(due), Some(limit)) = (clock.days_late(), clock.due, &clock.limit) else {
        return;
    };
    let (code, span) = match exchange.answered {
        Some(answered) => (&code::ANSWERED_LATE, answered.span),
        None => (&code::ANSWER_OVERDUE, exchange.asked.span),
    };
    let finding = Diagnostic::new(code, span).arg("asked", clock.asked).arg("due", due).arg("late", late);
    let finding = finding.arg("answered", clock.answered.map(|d| d.to_string()).unwrap_or_default());
    sink.push(finding.arg("days", limit.days).basis(Some(limit.basis.clone())));
}

/// A follow-up comes after the question, and after the follow-up before it.
fn order(query: &Query, sink: &mut Sink) {
    let mut before = &query.asked;
    for again in &query.follow_ups {
        let asked = &again.asked;
        if asked.value < query.asked.value {
            let early = Diagnostic::new(&code::FOLLOW_UP_BEFORE_QUESTION, asked.span).also(query.asked.span);
            sink.push(early.arg("date", asked.value).arg("asked", query.asked.value));
        } else if asked.value < before.value {
            let early = Diagnostic::new(&code::FOLLOW_UP_OUT_OF_ORDER, asked.span).also(before.span);
            sink.push(early.arg("date", asked.value).arg("before", before.value));
        }
        before = asked;
    }
}
