//! The sentences between a total and its stars.
//!
//! In: an outcome and its limits. Out: what bites, and why it is not one star more.
//! Never decides: `limit` does.

use rust_decimal::Decimal;

use super::super::Evaluation;
use super::super::limit::Limit;
use super::super::score::Outcome;
use super::fixed;
use crate::locale::Messages;
use crate::profile::rubric::{QuotaBase, Rubric};
use crate::value::Number;

/// A veto in words.
pub(super) fn veto(limit: &Limit<'_>, words: &Messages) -> Option<String> {
    let told =
        |id, veto: &str, stars: u32| Some(words.text(id, &[("veto", veto.to_owned()), ("stars", stars.to_string())]));
    match limit {
        Limit::Drop { veto, stars } => told("evaluation-veto-drop", veto, *stars),
        Limit::VetoCap { veto, stars } => told("evaluation-veto-cap", veto, *stars),
        Limit::Disqualified { veto } => told("evaluation-veto-disqualify", veto, 0),
        Limit::Floor { .. } | Limit::Cap { .. } | Limit::Awarded { .. } => None,
    }
}

/// What took points or stars away that the total alone would have given.
pub(super) fn caps(me: &Evaluation, rubric: &Rubric, outcome: &Outcome<'_>, words: &Messages) -> Vec<String> {
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

/// A floor, a cap or a decision of the bureau in words.
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
        Limit::Cap { name, score, below, max_star } => {
            let facts = [
                ("source", (*name).to_owned()),
                ("score", Number(*score).to_string()),
                ("below", Number(*below).to_string()),
                ("stars", max_star.to_string()),
            ];
            Some(words.text("evaluation-cap", &facts))
        }
        Limit::Awarded { by, stars, quota } => {
            let quota = if *quota { "yes" } else { "no" };
            let by = if by.is_empty() { words.word("evaluation-bureau") } else { (*by).to_owned() };
            let facts = [("by", by), ("stars", stars.to_string()), ("quota", quota.to_owned())];
            Some(words.text("evaluation-awarded", &facts))
        }
        Limit::Drop { .. } | Limit::VetoCap { .. } | Limit::Disqualified { .. } => None,
    }
}

/// Why it is not one star more: all that stands in the way of the next star, or that there is none.
pub(super) fn why(rubric: &Rubric, outcome: &Outcome<'_>, words: &Messages) -> String {
    let next = outcome.stars + 1;
    if let Some(limit) = outcome.limits.iter().find(|l| matches!(l, Limit::Disqualified { .. })) {
        return words.text("evaluation-why-veto", &[("veto", veto(limit, words).unwrap_or_default())]);
    }
    if outcome.stars >= rubric.max_stars() {
        return words.word("evaluation-why-top");
    }
    let mut reasons = if rubric.earns_each() { missed(rubric, outcome, words) } else { Vec::new() };
    let level = rubric.levels.iter().filter(|l| l.star >= next).min_by_key(|l| l.star);
    if let Some(level) = level.filter(|l| outcome.total < l.min.0) {
        let facts = [
            ("total", fixed(outcome.total, rubric)),
            ("min", level.min.value.to_string()),
            ("short", Number(level.min.0 - outcome.total).to_string()),
        ];
        reasons.push(words.text("evaluation-short", &facts));
    }
    let wanted = level.map_or(next, |l| l.star);
    let in_the_way = outcome.limits.iter().filter(|l| l.ceiling() < wanted);
    reasons.extend(in_the_way.filter_map(|l| limit(l, words)));
    let vetoes = outcome.limits.iter().filter(|l| matches!(l, Limit::Drop { .. }) || l.ceiling() < wanted);
    reasons.extend(vetoes.filter_map(|l| veto(l, words)));
    let facts = [("stars", wanted.to_string()), ("reasons", reasons.join(&words.word("evaluation-between")))];
    words.text("evaluation-why", &facts)
}

/// Dimensions that did not earn their star.
fn missed(rubric: &Rubric, outcome: &Outcome<'_>, words: &Messages) -> Vec<String> {
    let Some(line) = &rubric.star_line else {
        return Vec::new();
    };
    let below = outcome.dimensions.iter().filter(|d| d.percent < line.value.0);
    let told = |d: &super::super::score::DimensionOutcome<'_>| {
        let facts = [
            ("dimension", d.dimension.name.clone()),
            ("percent", Number(d.percent).to_string()),
            ("min", line.value.to_string()),
        ];
        words.text("evaluation-missed", &facts)
    };
    below.map(told).collect()
}

/// The quotas of the rubric, which only a bureau can apply.
pub(super) fn quotas(rubric: &Rubric, words: &Messages) -> Vec<String> {
    let told = |q: &crate::profile::rubric::Quota| {
        let base = q.base.unwrap_or(QuotaBase::Judged).word();
        let percent = Number(q.max_share.0 * Decimal::ONE_HUNDRED).to_string();
        let facts = [("stars", q.star.to_string()), ("percent", percent), ("base", base.to_owned())];
        words.text("evaluation-quota", &facts)
    };
    rubric.quotas.iter().map(told).collect()
}
