//! Dimensions, sources, items and indices as the page shows them.
//!
//! In: an outcome. Out: each number with what it is made of. Never computes.

use serde::Serialize;

use super::super::found::{Answer, Found};
use super::super::points::Measured;
use super::super::score::{DimensionOutcome, Outcome, SourcePoints};
use crate::locale::Messages;
use crate::profile::rubric::{ItemKind, Rubric, Sense};
use crate::record::{PageLink, Scope};
use crate::value::{Evidence, Number};

#[derive(Serialize)]
pub(super) struct DimensionView {
    name: String,
    index: Option<String>,
    weight: Number,
    max: Number,
    score: Number,
    percent: Number,
    /// Whether it earned its star, where stars are earned one by one.
    star: Option<bool>,
    sources: Vec<SourceView>,
    evidence: Vec<EvidenceView>,
}

#[derive(Serialize)]
pub(super) struct SourceView {
    name: String,
    score: Number,
    weight: Number,
    items: Vec<ItemView>,
}

#[derive(Serialize)]
struct ItemView {
    name: String,
    points: Number,
    max: Number,
    percent: Number,
    /// How the points came about, in words.
    how: String,
    index: Option<String>,
    note: Option<String>,
    /// The indicator's page, where that gave the value.
    from: Option<PageLink>,
    evidence: Vec<EvidenceView>,
}

#[derive(Serialize)]
struct EvidenceView {
    title: String,
    url: Option<String>,
}

#[derive(Serialize)]
pub(super) struct IndexView {
    name: String,
    percent: Number,
}

/// A dimension with its sources and items.
pub(super) fn dimension(outcome: &DimensionOutcome<'_>, rubric: &Rubric, scope: &Scope<'_>) -> DimensionView {
    let line = rubric.star_line.as_ref().filter(|_| rubric.earns_each());
    DimensionView {
        name: outcome.dimension.name.clone(),
        index: outcome.dimension.index.clone(),
        weight: outcome.dimension.weight.value,
        max: outcome.dimension.max,
        score: Number(outcome.score),
        percent: Number(outcome.percent),
        star: line.map(|l| outcome.percent >= l.value.0),
        sources: outcome.sources.iter().map(|s| source(s, scope)).collect(),
        evidence: evidence(&outcome.written.evidence, scope),
    }
}

/// The sources over all dimensions.
pub(super) fn means(outcome: &Outcome<'_>) -> Vec<SourceView> {
    let view = |m: &super::super::score::SourceMean<'_>| SourceView {
        name: m.source.name.clone(),
        score: Number(m.mean),
        weight: m.source.weight.value,
        items: Vec::new(),
    };
    outcome.sources.iter().map(view).collect()
}

pub(super) fn indices(outcome: &Outcome<'_>) -> Vec<IndexView> {
    let view = |(name, percent): &(&str, _)| IndexView { name: (*name).to_owned(), percent: Number(*percent) };
    outcome.indices.iter().map(view).collect()
}

fn evidence(list: &[Evidence], scope: &Scope<'_>) -> Vec<EvidenceView> {
    let view = |e: &Evidence| {
        let (title, url) = scope.evidence(e);
        EvidenceView { title, url }
    };
    list.iter().map(view).collect()
}

fn source(given: &SourcePoints<'_>, scope: &Scope<'_>) -> SourceView {
    SourceView {
        name: given.source.name.clone(),
        score: Number(given.points),
        weight: given.source.weight.value,
        items: given.items.iter().map(|m| item(m, scope)).collect(),
    }
}

fn item(measured: &Measured<'_>, scope: &Scope<'_>) -> ItemView {
    let item = measured.item;
    let percent = (measured.points * rust_decimal::Decimal::ONE_HUNDRED).checked_div(item.max.0);
    let found = measured.found.map(|f| &f.0);
    ItemView {
        name: item.name.clone(),
        points: Number(measured.points),
        max: item.max.value,
        percent: Number(percent.unwrap_or_default().round_dp(1)),
        how: how(measured, scope.words()),
        index: item.index.clone(),
        note: found.and_then(|f| f.note.clone()),
        from: measured.from.clone(),
        evidence: found.map(|f| evidence(&f.evidence, scope)).unwrap_or_default(),
    }
}

/// How the points came about: `300 平方米，目标不低于 500 平方米，未达到`.
fn how(measured: &Measured<'_>, words: &Messages) -> String {
    let item = measured.item;
    let number = |n: Option<rust_decimal::Decimal>| n.map_or(String::new(), |n| Number(n.round_dp(2)).to_string());
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    if item.kind == ItemKind::Deduction {
        return faults(measured, words);
    }
    if item.kind == ItemKind::YesNo {
        let has = matches!(measured.found.and_then(answer), Some(Answer::YesNo(true)));
        return words.text("evaluation-item-yes-no", &[("yes", yes(has))]);
    }
    let found = measured.found.map(|f| &f.0);
    let share = |n: Option<&crate::diagnostic::At<Number>>| n.map_or(String::new(), |n| n.value.to_string());
    let facts = [
        ("value", number(measured.value)),
        ("unit", item.unit.clone().unwrap_or_default()),
        ("target", number(measured.target)),
        ("sense", item.sense.unwrap_or(Sense::AtLeast).word().to_owned()),
        ("reached", yes(measured.points == item.max.0)),
        ("each", item.each.map_or(String::new(), |e| e.to_string())),
        ("part", share(found.and_then(|f| f.part.as_ref()))),
        ("whole", share(found.and_then(|f| f.whole.as_ref()))),
        ("max", item.max.value.to_string()),
        ("share", yes(found.is_some_and(|f| f.whole.is_some()))),
        ("full", yes(item.target.is_some())),
    ];
    words.text(&format!("evaluation-item-{}", item.kind.word()), &facts)
}

fn answer(found: &Found) -> Option<Answer> {
    found.0.value.as_ref().map(|v| v.value)
}

fn faults(measured: &Measured<'_>, words: &Messages) -> String {
    let found = measured.found.and_then(|f| f.0.faults.as_ref());
    let told = found.into_iter().flat_map(|f| &f.0).filter_map(|(name, times)| {
        let fault = measured.item.faults.iter().find(|f| f.name == name.value)?;
        let lost = Number(fault.points.0 * times.0);
        let facts = [("fault", name.value.clone()), ("times", times.value.to_string()), ("points", lost.to_string())];
        Some(words.text("evaluation-item-fault", &facts))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { words.word("evaluation-item-no-fault") } else { told.join(&words.word("evaluation-between")) }
}
