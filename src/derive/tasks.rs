//! What a secretary has to publish this quarter.
//!
//! In: the catalogue, the records, the day. Out: one task for each item and period. Never tells how to do it.

use super::due_item::DueItem;
use super::duty::Standing;
use super::{Context, entries};
use crate::profile::catalogue::Frequency;
use crate::record::Entry;
use crate::value::{Date, Period, Wu};

/// How a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskState {
    /// Past its day.
    Overdue,
    /// Its day is near.
    Near,
    /// Its day is still to come.
    Waiting,
    /// Published, or told that there is nothing to publish.
    Done,
}

/// An item of the catalogue in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Code of the item.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Which affairs.
    pub wu: Wu,
    /// The period; none for what must always be there.
    pub period: Option<Period>,
    /// Last day in time.
    pub due: Option<Date>,
    /// How it stands.
    pub state: TaskState,
    /// Days overdue, or left.
    pub days: i32,
    /// Whether its day lies in the quarter of today.
    pub current: bool,
    /// Its legal ground.
    pub basis: String,
    /// Folder and stem of the record that fulfils it, where there is one.
    pub record: Option<(&'static str, String)>,
    /// The folder in which the item was fulfilled before; empty where it never was.
    pub folder: &'static str,
}

/// The tasks whose day lies in the quarter of today, the most urgent first; then all others that are overdue.
pub fn tasks(context: &Context<'_>) -> Vec<Task> {
    let scope = &context.scope;
    let Some(catalogue) = scope.catalogue() else {
        return Vec::new();
    };
    let entries = entries::entries(context);
    let quarter = Period::Quarter(scope.as_of.year(), (scope.as_of.month() - 1) / 3 + 1);
    let mut list = Vec::new();
    for item in DueItem::all(scope, catalogue, &entries) {
        let folder = entries.iter().find(|e| fulfils(e, &item.item.code, None)).map_or("", |e| e.kind.folder);
        let task = |period: Option<Period>, due: Option<Date>, state, days| Task {
            code: item.item.code.clone(),
            name: item.item.name.clone(),
            wu: item.item.wu,
            period,
            due,
            state,
            days,
            current: due.is_some_and(|due| quarter.contains_day(due)),
            basis: item.item.basis.clone(),
            record: record(&entries, &item.item.code, period),
            folder,
        };
        for duty in item.recent() {
            let state = match duty.standing {
                Standing::Missing => TaskState::Overdue,
                Standing::Near => TaskState::Near,
                Standing::Due => TaskState::Waiting,
                Standing::Published | Standing::Late | Standing::NotApplicable => TaskState::Done,
            };
            if quarter.contains_day(duty.due) || state == TaskState::Overdue {
                let days = if state == TaskState::Done { 0 } else { duty.days };
                list.push(task(Some(duty.period), Some(duty.due), state, days));
            }
        }
        let ahead = item.ahead().into_iter().filter(|(_, due)| quarter.contains_day(*due));
        for (period, due) in ahead {
            let done = record(&entries, &item.item.code, Some(period)).is_some();
            let state = if done { TaskState::Done } else { TaskState::Waiting };
            list.push(task(Some(period), Some(due), state, (due - scope.as_of).get_days()));
        }
        if item.frequency == Frequency::Standing && item.item.holds_on(scope.as_of) && item.cards.is_empty() {
            list.push(task(None, None, TaskState::Overdue, 0));
        }
    }
    list.sort_by(|a, b| {
        (!a.current, a.state, a.due, &a.code, a.period).cmp(&(!b.current, b.state, b.due, &b.code, b.period))
    });
    list
}

fn fulfils(entry: &Entry<'_>, code: &str, period: Option<Period>) -> bool {
    let matches = |told: Option<Period>| match (period, told) {
        (None, _) => true,
        (Some(wanted), Some(told)) => told.contains(wanted) || wanted.contains(told),
        (Some(_), None) => false,
    };
    entry.facts.fulfils.iter().any(|f| f.item == code && matches(f.period))
}

fn record(entries: &[Entry<'_>], code: &str, period: Option<Period>) -> Option<(&'static str, String)> {
    let found = entries.iter().find(|e| fulfils(e, code, period));
    found.filter(|_| period.is_some()).map(|e| (e.kind.folder, e.record.stem.clone()))
}
