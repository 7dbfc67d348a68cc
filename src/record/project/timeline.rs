//! What happened to a project, in the order of days.
//!
//! In: decision, tender, contract, changes, payments, progress, acceptance, evaluation. Out: one list of events.
//! Never adds an event that has no date.

use serde::Serialize;

use super::super::{Record, Scope};
use super::books::Books;
use super::{Project, resolution};
use crate::locale::messages;
use crate::route::file_url;
use crate::value::{Date, Money};

/// One event.
#[derive(Serialize)]
pub(super) struct Event {
    date: Date,
    kind: &'static str,
    text: String,
    amount: Option<Money>,
    photo_url: Option<String>,
    /// Where it stands in the books, or the page of what happened.
    url: Option<String>,
}

/// All events, earliest first; of one day, in the order in which such things happen.
pub(super) fn of(project: &Project, me: &Record, books: &Books<'_>, scope: &Scope<'_>) -> Vec<Event> {
    let words = messages(scope.city.language());
    let mut events: Vec<Event> = Vec::new();
    let mut add = |kind, date: Date, text: String, amount, photo_url| {
        events.push(Event { date, kind, text, amount, photo_url, url: None });
    };
    if let Some((record, decision)) = resolution::decision(project, me, scope)
        && let Some(day) = resolution::resolved(decision, scope)
    {
        add("decision", day.value, record.common().title.value.clone(), None, None);
    }
    if let Some(tender) = &project.tender {
        let facts = [("winner", tender.winner.value.as_str()), ("method", tender.method.as_str())];
        add("tender", tender.date.value, words.text("project-event-tender", &facts), Some(tender.price.value), None);
    }
    if let Some(contract) = &project.contract {
        let contractor = contract.contractor.value.as_str();
        let text = match &contract.number {
            Some(number) => {
                words.text("project-event-contract-number", &[("contractor", contractor), ("number", number.as_str())])
            }
            None => words.text("project-event-contract", &[("contractor", contractor)]),
        };
        add("contract", contract.signed.value, text, Some(contract.amount.value), None);
    }
    if let Some(started) = &project.started {
        add("start", started.value, words.word("project-event-start"), None, None);
    }
    for change in &project.changes {
        add("change", change.date.value, change.note.clone(), Some(change.amount.value), None);
    }
    for report in &project.progress {
        let percent = report.percent.to_string();
        let text = match &report.note {
            Some(note) => words.text("project-event-progress-note", &[("percent", &percent), ("note", note)]),
            None => words.text("project-event-progress", &[("percent", &percent)]),
        };
        add("progress", report.date.value, text, None, report.photo.as_ref().map(|p| file_url(&p.0)));
    }
    if let Some(finished) = &project.finished {
        add("finish", finished.value, words.word("project-event-finish"), None, None);
    }
    if let Some(acceptance) = &project.acceptance {
        let text = match &acceptance.body {
            Some(body) => words.text("project-event-acceptance", &[("body", body), ("result", &acceptance.result)]),
            None => acceptance.result.clone(),
        };
        add("acceptance", acceptance.date.value, text, None, None);
    }
    if let Some(evaluation) = &project.evaluation {
        let percent = evaluation.percent().map_or_else(String::new, |p| p.to_string());
        let facts = [("returned", evaluation.returned.value.to_string()), ("percent", percent)];
        add("evaluation", evaluation.date.value, words.text("project-event-evaluation", &facts), None, None);
    }
    if let Some(closed) = &project.closed {
        add("closed", closed.value, words.word("project-event-closed"), None, None);
    }
    for paid in &books.paid {
        let text = match (paid.note, paid.voucher) {
            (Some(note), _) => note.to_owned(),
            (None, Some(voucher)) => words.text("project-event-payment-voucher", &[("voucher", voucher)]),
            (None, None) => words.word("project-event-payment"),
        };
        events.push(Event {
            date: paid.date.value,
            kind: if paid.outside { "payment-outside" } else { "payment" },
            text,
            amount: Some(paid.amount.value),
            photo_url: None,
            url: paid.line.map(|line| line.url()),
        });
    }
    events.sort_by_key(|e| e.date);
    events
}

/// The newest day up to `as_of` on which something happened or was published.
pub(super) fn newest(project: &Project, books: &Books<'_>, as_of: Date) -> Option<Date> {
    let single = [&project.common.published, &project.started, &project.finished, &project.closed];
    let mut days: Vec<Date> = single.into_iter().flatten().map(|d| d.value).collect();
    days.extend(project.contract.iter().map(|c| c.signed.value));
    days.extend(project.acceptance.iter().map(|a| a.date.value));
    days.extend(project.changes.iter().map(|c| c.date.value));
    days.extend(project.tender.iter().map(|t| t.date.value));
    days.extend(project.evaluation.iter().map(|e| e.date.value));
    days.extend(books.paid.iter().map(|p| p.date.value));
    days.extend(project.progress.iter().map(|p| p.date.value));
    days.into_iter().filter(|d| *d <= as_of).max()
}
