//! What an evaluation's page shows: every number from the scores to the stars.
//!
//! In: an evaluation, its outcome, earlier cycles. Out: the `detail` of its page.
//! Never computes: `score` does. Sentences come from the Fluent files.

use rust_decimal::Decimal;
use serde::Serialize;
use tera::Value;

use super::history::{self, Past};
use super::score::{DimensionOutcome, Limit, Outcome};
use super::{Evaluation, score};
use crate::locale::Messages;
use crate::profile::rubric::Rubric;
use crate::record::{Record, Scope};
use crate::value::{Date, Number, Period};

#[derive(Serialize)]
struct Detail {
    rubric: Head,
    cycle: Period,
    stars: u32,
    max_stars: u32,
    total: String,
    base_total: String,
    bonus: Number,
    deduction: Number,
    veto: Vec<String>,
    dimensions: Vec<DimensionView>,
    sources: Vec<SourceView>,
    survey: Option<SurveyView>,
    caps: Vec<String>,
    why: String,
    levels: Vec<LevelView>,
    notice: Option<NoticeView>,
    previous: Option<Past>,
    history: Vec<Past>,
}

#[derive(Serialize)]
struct Head {
    name: String,
    note: Option<String>,
    source: String,
}

#[derive(Serialize)]
struct DimensionView {
    name: String,
    weight: Number,
    max: Number,
    score: Number,
    percent: Number,
    sources: Vec<SourceView>,
    evidence: Vec<EvidenceView>,
}

#[derive(Serialize)]
struct SourceView {
    name: String,
    score: Number,
    weight: Number,
}

#[derive(Serialize)]
struct EvidenceView {
    title: String,
    url: String,
}

#[derive(Serialize)]
struct SurveyView {
    sent: u32,
    returned: u32,
    rate: Number,
}

#[derive(Serialize)]
struct LevelView {
    star: u32,
    min: Number,
}

#[derive(Serialize)]
struct NoticeView {
    date: Date,
    until: Date,
}

/// A number with so many places: `90.0`.
pub(super) fn fixed(number: Decimal, places: u32) -> String {
    format!("{:.*}", places as usize, score::round(number, places))
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
    let survey = me.survey.as_ref().map(|s| {
        let hundredfold = Decimal::from(s.returned.value) * Decimal::ONE_HUNDRED;
        let rate = hundredfold.checked_div(s.sent.value.into()).unwrap_or_default();
        SurveyView { sent: s.sent.value, returned: s.returned.value, rate: Number(score::round(rate, 1)) }
    });
    let notice = me.notice.as_ref().and_then(|n| {
        let until = n.until.as_ref()?.value;
        Some(NoticeView { date: n.date.value, until })
    });
    let mut levels: Vec<LevelView> =
        rubric.levels.iter().map(|l| LevelView { star: l.star, min: l.min.value }).collect();
    levels.sort_by_key(|l| std::cmp::Reverse(l.star));
    let detail = Detail {
        rubric: head(rubric),
        cycle: me.cycle.value,
        stars: outcome.stars,
        max_stars: rubric.max_stars(),
        total: fixed(outcome.total, rubric.places()),
        base_total: fixed(outcome.base, rubric.places()),
        bonus: Number(outcome.bonus),
        deduction: Number(outcome.deduction),
        veto: outcome.limits.iter().filter_map(|l| veto(l, words)).collect(),
        dimensions: outcome.dimensions.iter().map(|d| dimension(d, rubric, scope)).collect(),
        sources: outcome
            .sources
            .iter()
            .map(|(name, weight, mean)| SourceView {
                name: (*name).to_owned(),
                score: Number(*mean),
                weight: Number(*weight),
            })
            .collect(),
        survey,
        caps: caps(me, rubric, &outcome, words),
        why: why(rubric, &outcome, words),
        levels,
        notice,
        previous: history::previous(me, rubric, scope).and_then(past),
        history: history::series(me, rubric, scope).into_iter().filter_map(past).collect(),
    };
    Value::from_serializable(&detail)
}

fn head(rubric: &Rubric) -> Head {
    let sources: Vec<&str> = rubric.head.source.iter().map(|s| s.name.as_str()).collect();
    Head { name: rubric.head.name.value.clone(), note: rubric.head.note.clone(), source: sources.join("；") }
}

fn dimension(outcome: &DimensionOutcome<'_>, rubric: &Rubric, scope: &Scope<'_>) -> DimensionView {
    let of_source = |s: &crate::profile::rubric::ScoreSource| {
        let score = Number(outcome.written.score(&s.name)?);
        Some(SourceView { name: s.name.clone(), score, weight: s.weight.value })
    };
    let evidence = outcome.written.evidence.iter().map(|e| {
        let (title, url) = scope.evidence(e);
        EvidenceView { title, url }
    });
    DimensionView {
        name: outcome.dimension.name.clone(),
        weight: outcome.dimension.weight.value,
        max: outcome.dimension.max,
        score: Number(outcome.score),
        percent: Number(outcome.percent),
        sources: rubric.sources.iter().filter_map(of_source).collect(),
        evidence: evidence.collect(),
    }
}

fn veto(limit: &Limit<'_>, words: &Messages) -> Option<String> {
    match limit {
        Limit::Drop { veto, stars } => {
            Some(words.text("evaluation-veto-drop", &[("veto", (*veto).to_owned()), ("stars", stars.to_string())]))
        }
        Limit::Disqualified { veto } => Some(words.text("evaluation-veto-disqualify", &[("veto", *veto)])),
        Limit::Floor { .. } | Limit::Cap { .. } => None,
    }
}

/// What took points or stars away that the total alone would have given.
fn caps(me: &Evaluation, rubric: &Rubric, outcome: &Outcome<'_>, words: &Messages) -> Vec<String> {
    let mut list = Vec::new();
    let written: Decimal = me.bonus.iter().map(|p| p.points.0).sum();
    if let (Some(cap), true) = (&rubric.bonus_cap, written > outcome.bonus) {
        let facts = [("sum", Number(written).to_string()), ("cap", cap.value.to_string())];
        list.push(words.text("evaluation-bonus-capped", &facts));
    }
    let biting = outcome.limits.iter().filter(|l| l.ceiling() < outcome.by_total);
    list.extend(biting.filter_map(|l| limit(l, words)));
    list
}

/// A floor or a cap in words.
fn limit(limit: &Limit<'_>, words: &Messages) -> Option<String> {
    match limit {
        Limit::Floor { dimension, percent, star, min } => {
            let facts = [
                ("dimension", (*dimension).to_owned()),
                ("percent", Number(*percent).to_string()),
                ("stars", star.to_string()),
                ("min", Number(*min).to_string()),
            ];
            Some(words.text("evaluation-floor", &facts))
        }
        Limit::Cap { source, score, below, max_star } => {
            let facts = [
                ("source", (*source).to_owned()),
                ("score", Number(*score).to_string()),
                ("below", Number(*below).to_string()),
                ("stars", max_star.to_string()),
            ];
            Some(words.text("evaluation-cap", &facts))
        }
        Limit::Drop { .. } | Limit::Disqualified { .. } => None,
    }
}

/// Why it is not one star more: all that stands in the way of the next star, or that there is none.
fn why(rubric: &Rubric, outcome: &Outcome<'_>, words: &Messages) -> String {
    let next = outcome.stars + 1;
    if let Some(veto) = outcome.limits.iter().find(|l| matches!(l, Limit::Disqualified { .. })) {
        return words.text("evaluation-why-veto", &[("veto", self::veto(veto, words).unwrap_or_default())]);
    }
    let Some(level) = rubric.levels.iter().filter(|l| l.star >= next).min_by_key(|l| l.star) else {
        return words.word("evaluation-why-top");
    };
    let mut reasons = Vec::new();
    if outcome.total < level.min.0 {
        let facts = [
            ("total", fixed(outcome.total, rubric.places())),
            ("min", level.min.value.to_string()),
            ("short", Number(level.min.0 - outcome.total).to_string()),
        ];
        reasons.push(words.text("evaluation-short", &facts));
    }
    let in_the_way = outcome.limits.iter().filter(|l| l.ceiling() < level.star);
    reasons.extend(in_the_way.filter_map(|l| limit(l, words)));
    reasons.extend(outcome.limits.iter().filter_map(|l| veto(l, words)));
    let facts = [("stars", level.star.to_string()), ("reasons", reasons.join(&words.word("evaluation-between")))];
    words.text("evaluation-why", &facts)
}
