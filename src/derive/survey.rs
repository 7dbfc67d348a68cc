//! What a report needs of one community: its numbers in a period, and what it has to do next.
//!
//! In: a community's records, a period. Out: `Survey`, small enough to keep thousands of.
//! Never makes a page.

use serde::Serialize;

use super::due_item::DueItem;
use super::duties;
use super::duty::{Duty, Standing, Tally};
use super::matrix::{self, Window};
use super::summary::{self, Summary};
use super::{Context, entries};
use crate::profile::catalogue::CatalogueItem;
use crate::record::{Entry, Scope};
use crate::route;
use crate::value::{Date, Period};

/// One community in the eyes of a report.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What portals know of it.
    pub summary: Summary,
    /// The period told of.
    pub window: Window,
    /// How its duties counted in the period of the same length before.
    pub before: Tally,
    /// What it has to do next, the most urgent first.
    pub todo: Vec<Todo>,
}

/// How urgent something is, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// A record has an error and cannot be published.
    Error,
    /// A publication or an answer is overdue.
    Overdue,
    /// What must always be there is not.
    Absent,
    /// The last day of a publication or an answer is near.
    Near,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Todo {
    /// How urgent it is.
    pub urgency: Urgency,
    /// `publish`, `answer` or `mend`.
    pub what: &'static str,
    /// Code of the catalogue's item, or of the diagnostic; empty for answers.
    pub code: String,
    /// Name of the item, title of the question, or sentence of the diagnostic.
    pub title: String,
    /// The period to be told of.
    pub period: Option<Period>,
    /// Last day in time.
    pub due: Option<Date>,
    /// Days overdue; negative for days left.
    pub days: i32,
    /// Its legal ground.
    pub basis: String,
    /// The record's file, and the line from 1; empty and 0 where nothing is written yet.
    pub file: String,
    /// See `file`.
    pub line: usize,
    /// Address from the portal's root where a resident sees it; empty where there is none.
    pub url: String,
}

impl Todo {
    /// Sorts the most urgent first: the longest overdue, then the nearest.
    pub fn sort(list: &mut [Self]) {
        list.sort_by(|a, b| {
            let key = |t: &Self| (t.urgency, std::cmp::Reverse(t.days));
            key(a)
                .cmp(&key(b))
                .then_with(|| (&a.file, a.line, &a.code, a.period).cmp(&(&b.file, b.line, &b.code, b.period)))
        });
    }
}

/// Surveys a community: `period` is what the report tells of.
pub fn survey(context: &Context<'_>, period: Period) -> Survey {
    let scope = &context.scope;
    let entries = entries::entries(context);
    let duties = duties::duties(scope, &entries);
    let summary = summary::summary(context, &entries, &duties);
    let mut windows = matrix::windows(scope, &entries, &[period, period.previous()]).into_iter();
    let (window, before) = (windows.next().unwrap_or_default(), windows.next().unwrap_or_default().tally());
    let mut todo: Vec<Todo> = Vec::new();
    for item in &duties {
        todo.extend(item.duties.iter().filter_map(|duty| publish(scope, item.item, duty)));
        todo.extend(item.absent().then(|| absent(scope, item.item)));
    }
    // What was due in the period may have left the catalogue's page by now.
    let catalogue = scope.catalogue_on(period.last().min(scope.as_of));
    for item in catalogue.map(|c| DueItem::all(scope, c, &entries)).unwrap_or_default() {
        for told in item.within(period).iter().filter_map(|duty| publish(scope, item.item, duty)) {
            if !todo.iter().any(|t| (&t.code, t.period) == (&told.code, told.period)) {
                todo.push(told);
            }
        }
    }
    let near = scope.catalogue().map_or(0, |c| i32::try_from(c.near_days()).unwrap_or(0));
    todo.extend(entries.iter().flat_map(|entry| answers(context, entry, near)));
    Todo::sort(&mut todo);
    Survey { summary, window, before, todo }
}

/// A duty that is overdue or near.
fn publish(scope: &Scope<'_>, item: &CatalogueItem, duty: &Duty) -> Option<Todo> {
    let (urgency, days) = match duty.standing {
        Standing::Missing => (Urgency::Overdue, duty.days),
        Standing::Near => (Urgency::Near, -duty.days),
        _ => return None,
    };
    Some(Todo { urgency, period: Some(duty.period), due: Some(duty.due), days, ..absent(scope, item) })
}

fn absent(scope: &Scope<'_>, item: &CatalogueItem) -> Todo {
    Todo {
        urgency: Urgency::Absent,
        what: "publish",
        code: item.code.clone(),
        title: item.name.clone(),
        period: None,
        due: None,
        days: 0,
        basis: item.basis.clone(),
        file: String::new(),
        line: 0,
        url: format!("{}/{}", scope.corpus.id, route::catalogue_item(&item.code)),
    }
}

/// The answers that a record waits for, overdue or within `near` days.
fn answers(context: &Context<'_>, entry: &Entry<'_>, near: i32) -> Vec<Todo> {
    let scope = &context.scope;
    let told = |owed: &crate::record::facts::Owed| {
        let days = (scope.as_of - owed.due).get_days();
        (-days <= near).then(|| Todo {
            urgency: if days > 0 { Urgency::Overdue } else { Urgency::Near },
            what: "answer",
            code: String::new(),
            title: entry.card.title.clone(),
            period: None,
            due: Some(owed.due),
            days,
            basis: owed.basis.to_string(),
            file: context.sources.get(entry.record.file).path.clone(),
            line: 1,
            url: format!("{}/{}", scope.corpus.id, entry.card.url),
        })
    };
    entry.facts.owed.iter().filter_map(told).collect()
}
