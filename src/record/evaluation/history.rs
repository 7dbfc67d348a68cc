//! Stars from cycle to cycle.
//!
//! In: all evaluations of a community. Out: those of the same thing by the same rubric, in order.
//! Never compares one building, or one rubric, with another.

use serde::Serialize;
use tera::Value;

use super::{Evaluation, page};
use crate::profile::rubric::Rubric;
use crate::record::{Record, Scope};
use crate::value::Period;

/// One cycle of a history.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Past {
    /// The cycle.
    pub cycle: Period,
    /// Stars reached.
    pub stars: u32,
    /// Most that could be reached.
    pub max_stars: u32,
    /// Total, as text.
    pub total: String,
    /// Address of its page.
    pub url: String,
    /// Name of the rubric.
    pub rubric: String,
}

/// The evaluations of the same thing by the same rubric, oldest first; this one is among them.
pub(super) fn series<'a>(me: &Evaluation, rubric: &Rubric, scope: &Scope<'a>) -> Vec<(&'a Record, &'a Evaluation)> {
    let same_rubric = |e: &Evaluation| e.rubric(scope).is_some_and(|r| r.head.id.value == rubric.head.id.value);
    let same_thing = |e: &Evaluation| rubric.subject.is_none() || thing(e) == thing(me);
    let mut list: Vec<_> = scope.all::<Evaluation>().filter(|(_, e)| same_rubric(e) && same_thing(e)).collect();
    list.sort_by_key(|(record, e)| (e.cycle.last(), e.cycle.first(), record.slug.clone()));
    list
}

/// The last evaluation that was over before this one's cycle began.
pub(super) fn previous<'a>(
    me: &Evaluation,
    rubric: &Rubric,
    scope: &Scope<'a>,
) -> Option<(&'a Record, &'a Evaluation)> {
    let before = |e: &Evaluation| e.cycle.last() < me.cycle.first();
    series(me, rubric, scope).into_iter().rfind(|(_, e)| before(e))
}

/// What is judged, by its title: what stands in brackets, else the title without numbers.
fn thing(evaluation: &Evaluation) -> String {
    let title = &evaluation.common.title.value;
    let bracket = title.rsplit_once('（').and_then(|(_, rest)| rest.split_once('）')).map(|(inner, _)| inner);
    bracket.unwrap_or(title).chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// A cycle as a line of the history; `None` where its stars cannot be computed.
pub(super) fn past(record: &Record, evaluation: &Evaluation, scope: &Scope<'_>) -> Option<Past> {
    let (rubric, outcome) = evaluation.outcome(scope)?;
    Some(Past {
        cycle: evaluation.cycle.value,
        stars: outcome.stars,
        max_stars: rubric.max_stars(),
        total: page::fixed(outcome.total, rubric),
        url: record.url(),
        rubric: rubric.head.name.value.clone(),
    })
}

#[derive(Serialize)]
struct Section {
    history: Vec<Past>,
}

/// Every evaluation of the community, by rubric, oldest first.
pub(super) fn section(scope: &Scope<'_>) -> Value {
    let mut history: Vec<Past> = scope.all::<Evaluation>().filter_map(|(r, e)| past(r, e, scope)).collect();
    history.sort_by(|a, b| (&a.rubric, a.cycle.last(), &a.url).cmp(&(&b.rubric, b.cycle.last(), &b.url)));
    Value::from_serializable(&Section { history })
}
