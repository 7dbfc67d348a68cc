//! What an evaluation's page shows: every number from the scores to the stars.
//!
//! In: an evaluation, its outcome, earlier cycles. Out: the `detail` of its page.
//! Never computes: `score` does. Sentences come from the Fluent files.

mod change;
mod chart;
mod fairness;
mod parts;
mod words;

use rust_decimal::Decimal;
use serde::Serialize;
use tera::Value;

use super::history::{self, Past};
use super::score::Outcome;
use super::{Evaluation, standing};
use crate::profile::rubric::Rubric;
use crate::record::facts::RatingStanding;
use crate::record::{Record, Scope};
use crate::value::{Date, Number, Period};
use change::Change;
use chart::{Line, Radar};
use fairness::{AppealView, AwardView, NoticeView, SampleView};
use parts::{DimensionView, IndexView, SourceView};

#[derive(Serialize)]
struct Detail {
    rubric: Head,
    cycle: Period,
    stars: u32,
    max_stars: u32,
    level: Option<String>,
    standing: RatingStanding,
    valid_until: Option<Date>,
    total: String,
    base_total: String,
    bonus: Number,
    deduction: Number,
    veto: Vec<String>,
    dimensions: Vec<DimensionView>,
    radar: Option<Radar>,
    indices: Vec<IndexView>,
    sources: Vec<SourceView>,
    samples: Vec<SampleView>,
    caps: Vec<String>,
    why: String,
    levels: Vec<LevelView>,
    each: Option<Number>,
    quotas: Vec<String>,
    notice: Option<NoticeView>,
    appeals: Vec<AppealView>,
    award: Option<AwardView>,
    previous: Option<Past>,
    change: Option<Change>,
    history: Vec<Past>,
    line: Option<Line>,
}

#[derive(Serialize)]
struct Head {
    name: String,
    note: Option<String>,
    sources: Vec<SourceOf>,
    rhythms: Vec<String>,
}

/// A source of the rubric, and how sure it is.
#[derive(Serialize)]
struct SourceOf {
    text: String,
    certainty: Option<&'static str>,
}

#[derive(Serialize)]
struct LevelView {
    star: u32,
    min: Number,
    name: Option<String>,
}

/// A number as the rubric publishes totals: `90.0`.
pub(super) fn fixed(number: Decimal, rubric: &Rubric) -> String {
    let places = rubric.places();
    format!("{:.*}", places as usize, rubric.rounding().apply(number, places))
}

/// One clause for lists.
pub(super) fn summary(outcome: &Outcome<'_>, total: &str, scope: &Scope<'_>) -> String {
    let facts = [("total", total.to_owned()), ("stars", outcome.stars.to_string())];
    scope.words().text("evaluation-summary", &facts)
}

pub(super) fn detail(me: &Evaluation, scope: &Scope<'_>) -> Value {
    let Some((rubric, outcome)) = me.outcome(scope) else {
        return Value::from_serializable(&serde_json::json!({}));
    };
    let words = scope.words();
    let past = |(r, e): (&Record, &Evaluation)| history::past(r, e, scope);
    let history: Vec<Past> = history::series(me, rubric, scope).into_iter().filter_map(past).collect();
    let detail = Detail {
        rubric: head(rubric, scope),
        cycle: me.cycle.value,
        stars: outcome.stars,
        max_stars: rubric.max_stars(),
        level: rubric.level_name(outcome.stars).map(str::to_owned),
        standing: standing::of(me, rubric, scope.as_of),
        valid_until: standing::valid_until(me, rubric),
        total: fixed(outcome.total, rubric),
        base_total: fixed(outcome.base, rubric),
        bonus: Number(outcome.bonus),
        deduction: Number(outcome.deduction),
        veto: outcome.limits.iter().filter_map(|l| words::veto(l, words)).collect(),
        dimensions: outcome.dimensions.iter().map(|d| parts::dimension(d, rubric, scope)).collect(),
        radar: chart::radar(&outcome),
        indices: parts::indices(&outcome),
        sources: parts::means(&outcome),
        samples: fairness::samples(me, rubric, scope),
        caps: words::caps(me, rubric, &outcome, words),
        why: words::why(rubric, &outcome, words),
        levels: levels(rubric),
        each: rubric.star_line.as_ref().map(|l| l.value),
        quotas: words::quotas(rubric, words),
        notice: fairness::notice(me, scope),
        appeals: fairness::appeals(me, rubric, scope),
        award: fairness::award(me),
        previous: history::previous(me, rubric, scope).and_then(past),
        change: change::of(me, rubric, &outcome, scope),
        line: chart::line(&history, rubric),
        history,
    };
    Value::from_serializable(&detail)
}

fn head(rubric: &Rubric, scope: &Scope<'_>) -> Head {
    let source = |s: &crate::profile::common::ProfileSource| SourceOf {
        text: super::super::indicator::source(s),
        certainty: s.certainty.map(|c| c.word()),
    };
    let rhythm = |key: &str, rhythm: Option<crate::profile::rubric::Rhythm>| {
        rhythm.map(|r| scope.words().text(key, &[("rhythm", r.word())]))
    };
    Head {
        name: rubric.head.name.value.clone(),
        note: rubric.head.note.clone(),
        sources: rubric.head.source.iter().map(source).collect(),
        rhythms: [
            rhythm("evaluation-cycle", rubric.cycle),
            rhythm("evaluation-dispatch", rubric.dispatch),
            rhythm("evaluation-bulletin", rubric.bulletin),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// The levels, the highest first.
fn levels(rubric: &Rubric) -> Vec<LevelView> {
    let view = |l: &crate::profile::rubric::Level| LevelView { star: l.star, min: l.min.value, name: l.name.clone() };
    let mut levels: Vec<LevelView> = rubric.levels.iter().map(view).collect();
    levels.sort_by_key(|l| std::cmp::Reverse(l.star));
    levels
}
