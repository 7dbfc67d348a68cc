//! How far a project has come.
//!
//! In: contract, dates, progress reports, the close, the day. Out: stage, state, percent.
//! Never reads a stage from the record: it follows from what happened.

use super::super::Scope;
use super::super::facts::{State, Tone};
use super::Project;
use crate::locale::messages;
use crate::value::Date;

/// The stage of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// No contract, no work.
    Planned,
    /// A contract is signed.
    Contracted,
    /// Work is under way.
    Building,
    /// Finished or accepted.
    Finished,
    /// Closed, after residents were asked.
    Closed,
}

impl Stage {
    /// Key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Contracted => "contracted",
            Self::Building => "building",
            Self::Finished => "completed",
            Self::Closed => "finished",
        }
    }

    /// Whether it belongs among what is being done now.
    pub fn is_doing(self) -> bool {
        matches!(self, Self::Contracted | Self::Building)
    }
}

/// The stage on a day; what is dated later has not happened yet.
pub(super) fn of(project: &Project, as_of: Date) -> Stage {
    let happened = |date: Date| date <= as_of;
    let finished = project.finished.as_ref().is_some_and(|d| happened(d.value))
        || project.acceptance.as_ref().is_some_and(|a| happened(a.date.value));
    let begun = project.started.as_ref().is_some_and(|d| happened(d.value))
        || project.progress.iter().any(|p| p.percent.value > 0 && happened(p.date.value));
    if project.closed.as_ref().is_some_and(|d| happened(d.value)) {
        Stage::Closed
    } else if finished {
        Stage::Finished
    } else if begun {
        Stage::Building
    } else if project.contract.as_ref().is_some_and(|c| happened(c.signed.value)) {
        Stage::Contracted
    } else {
        Stage::Planned
    }
}

/// The state shown in lists; work beyond its date is late.
pub(super) fn state(project: &Project, as_of: Date) -> State {
    let stage = of(project, as_of);
    let due = project.contract.as_ref().and_then(|c| c.due.as_ref());
    let overdue = due.is_some_and(|d| d.value < as_of);
    let tone = match stage {
        Stage::Finished | Stage::Closed => Tone::Done,
        Stage::Contracted | Stage::Building if overdue => Tone::Late,
        _ => Tone::Info,
    };
    State { key: stage.key(), tone }
}

impl Project {
    /// Percent of the work done by a day: 100 where it is finished, else the newest report; `None`
    /// where nothing is begun.
    pub fn percent(&self, as_of: Date) -> Option<u32> {
        match of(self, as_of) {
            Stage::Finished | Stage::Closed => Some(100),
            Stage::Building | Stage::Contracted => {
                let reports = self.progress.iter().filter(|p| p.date.value <= as_of);
                // Of several reports of one day the last written counts.
                Some(reports.max_by_key(|p| p.date.value).map_or(0, |p| p.percent.value.min(100)))
            }
            Stage::Planned => None,
        }
    }
}

/// What was reached last, in the record's own words, else the word of the stage.
pub(super) fn reached(project: &Project, scope: &Scope<'_>) -> String {
    let stage = of(project, scope.as_of);
    let word = || messages(scope.city.language()).word(&format!("project-stage-{}", stage.key()));
    if stage != Stage::Building {
        return word();
    }
    let reports = project.progress.iter().filter(|p| p.date.value <= scope.as_of);
    reports.max_by_key(|p| p.date.value).and_then(|p| p.note.clone()).unwrap_or_else(word)
}
