//! What a decision states about itself: its state, its step, one clause.
//!
//! In: a decision laid along its process. Out: `Facts`, and the state by itself.
//! Never takes a state from the record: it follows from steps, votes and publications.

use super::Decision;
use super::check;
use super::course::{Course, Stage};
use super::words::Words;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::facts::{Fulfils, Group, Progress, State, Tone};
use crate::record::{Facet, Facts, Scope};
use crate::value::Wu;
use crate::value::{Date, Period};

/// The catalogue item of decisions and their implementation.
const ITEM: &str = "C5";

/// All states, in the order in which a matter passes through them.
pub(super) const STATES: [State; 6] = [
    State { key: "in-progress", tone: Tone::Info },
    State { key: "resolved", tone: Tone::Done },
    State { key: "implementing", tone: Tone::Info },
    State { key: "finished", tone: Tone::Done },
    State { key: "not-passed", tone: Tone::Muted },
    State { key: "flawed", tone: Tone::Near },
];

/// A decision laid along its process and judged.
pub(super) struct Judged<'a> {
    /// Its course.
    pub course: Course<'a>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Its state.
    pub state: State,
}

impl<'a> Judged<'a> {
    /// Judges a decision; `None` where no process is known.
    pub(super) fn of(decision: &'a Decision, scope: &Scope<'a>) -> Option<Self> {
        let course = Course::of(decision, scope)?;
        let mut sink = Sink::default();
        check::course_of(decision, &course, scope, &mut sink);
        let diagnostics = sink.into_sorted();
        let key = match course.stage {
            Stage::NotPassed => "not-passed",
            _ if check::flawed(&diagnostics) => "flawed",
            Stage::InProgress => "in-progress",
            Stage::Resolved => "resolved",
            Stage::Implementing => "implementing",
            Stage::Finished => "finished",
        };
        let state = STATES.into_iter().find(|s| s.key == key).unwrap_or(STATES[0]);
        Some(Self { course, diagnostics, state })
    }
}

/// The day of the latest step or publication up to `as_of`.
fn latest(decision: &Decision, as_of: Date) -> Option<Date> {
    let steps = decision.steps.iter().map(|s| s.date.value);
    let shown = decision.publications.iter().map(|p| p.date.value);
    steps.chain(shown).filter(|d| *d <= as_of).max()
}

/// The rules that the numbers on the page rest on.
fn grounds(course: &Course<'_>) -> Vec<String> {
    let process = crate::route::law(&course.process.head.id, "steps");
    let bars =
        course.entries.iter().flat_map(|e| [&e.attend, &e.women, &e.vote]).flatten().map(|b| b.basis.url.clone());
    let matters = course.entries.iter().filter_map(|e| e.competence.as_ref()).map(|c| c.basis.url.clone());
    std::iter::once(process).chain(bars).chain(matters).collect()
}

/// By year, of the resolution, else of the latest step; and by kind of matter.
fn facets(decision: &Decision, resolved: Option<Date>, as_of: Date) -> Vec<Facet> {
    let year = resolved.or(latest(decision, as_of)).map(|day| Facet::year(day.year()));
    Facet::known([year, Some(Facet::titled(Facet::MATTER, &decision.matter))])
}

/// What lists need to know.
pub(super) fn of(decision: &Decision, scope: &Scope<'_>) -> Facts {
    let facts = Facts {
        date: latest(decision, scope.as_of),
        wu: Some(Wu::Affairs),
        amount: decision.amount,
        ..Facts::default()
    };
    let Some(judged) = Judged::of(decision, scope) else {
        let state = STATES[0];
        let facets = facets(decision, None, scope.as_of);
        return Facts { state: Some(state), group: Some(Group::of_state(state, &STATES)), facets, ..facts };
    };
    let (course, words) = (&judged.course, Words::of(scope));
    let under_way = matches!(course.stage, Stage::InProgress | Stage::Resolved | Stage::Implementing);
    let step = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let progress = course.last().filter(|_| under_way).map(|entry| Progress {
        step: step(entry.index + 1),
        of: step(course.process.steps.len()),
        label: words.label_of(entry),
    });
    let resolved = course.resolution().map(|e| e.date());
    let fulfils = |date: Date| {
        let published = course.shown().filter(|shown| *shown <= scope.as_of);
        Fulfils { published, ..Fulfils::item(ITEM, Some(Period::Day(date))) }
    };
    Facts {
        state: Some(judged.state),
        group: Some(Group::of_state(judged.state, &STATES)),
        fulfils: resolved.map(fulfils).into_iter().collect(),
        summary: words.summary(course),
        grounds: grounds(course),
        votes: super::votes::of(course, &words),
        facets: facets(decision, resolved, scope.as_of),
        doing: progress.is_some(),
        progress,
        ..facts
    }
}
