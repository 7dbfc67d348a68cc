//! The decision that a project carries out, and when it was resolved.
//!
//! In: the project's reference, or a decision that names the project. Out: the decision and the day
//! of its resolution. Never judges the decision: it says itself when it was resolved.

use super::super::decision::Decision;
use super::super::{Record, Scope};
use super::Project;
use crate::diagnostic::At;
use crate::value::Date;

/// The decision: the one the project names, else the first that names the project.
pub(super) fn decision<'a>(project: &Project, me: &Record, scope: &Scope<'a>) -> Option<(&'a Record, &'a Decision)> {
    if let Some(reference) = &project.decision {
        return scope.find(reference);
    }
    let names_me = |d: &Decision| d.project.as_ref().is_some_and(|p| p.stem == me.stem || p.stem == me.slug);
    scope.all::<Decision>().find(|(_, d)| names_me(d))
}

/// The day of the resolution that counts; `None` where there is none yet, where quorum or majority was
/// missed, or where the process is not known.
pub(super) fn resolved<'a>(decision: &'a Decision, scope: &Scope<'a>) -> Option<&'a At<Date>> {
    decision.resolved(scope)
}
