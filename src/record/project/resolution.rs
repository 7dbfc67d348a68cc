//! The decision that a project carries out, and when it was resolved.
//!
//! In: the project's reference, or a decision that names the project. Out: the decision and the day
//! of its resolution. Never judges the decision: its own checks do.

use super::super::decision::Decision;
use super::super::{Record, Scope};
use super::Project;
use crate::diagnostic::At;
use crate::profile::process::StepKind;
use crate::value::Date;

/// The decision: the one the project names, else the first that names the project.
pub(super) fn decision<'a>(project: &Project, me: &Record, scope: &Scope<'a>) -> Option<(&'a Record, &'a Decision)> {
    if let Some(reference) = &project.decision {
        return scope.find(reference);
    }
    let names_me = |d: &Decision| d.project.as_ref().is_some_and(|p| p.stem == me.stem || p.stem == me.slug);
    scope.all::<Decision>().find(|(_, d)| names_me(d))
}

/// The day of the first resolution that was not voted down; `None` where there is none yet, or the
/// process is not known.
pub(super) fn resolved<'a>(decision: &'a Decision, scope: &Scope<'_>) -> Option<&'a At<Date>> {
    let reference = decision.process.as_ref().or(scope.corpus.community.process.as_ref())?;
    let process = scope.profile(reference)?;
    // The matter chooses who resolves; a process without such a step resolves in its last meeting.
    let by_matter = process.steps.iter().rposition(|s| s.by_matter);
    let meeting = || process.steps.iter().rposition(|s| s.kind == Some(StepKind::Meeting));
    let last = by_matter.or_else(meeting)?;
    let resolving = decision.steps.iter().filter(|s| process.step(&s.step).is_some_and(|(at, _)| at == last));
    let not_voted_down = |agree: Option<u32>, against: Option<u32>| match (agree, against) {
        (Some(agree), Some(against)) => agree > against,
        _ => true,
    };
    let votes = |v: &Option<At<u32>>| v.as_ref().map(|v| v.value);
    let passed = resolving.filter(|s| not_voted_down(votes(&s.agree), votes(&s.against)));
    passed.map(|s| &s.value.date).min_by_key(|d| d.value)
}
