//! From scores to a total, in exact decimals.
//!
//! In: an evaluation, its rubric, indicators. Out: every number between the scores and the stars.
//! Never makes sentences, never decides what limits the stars: `limit` does.

use rust_decimal::Decimal;

use super::Evaluation;
use super::limit::{self, Limit};
use super::points::{Measured, measure};
use super::scores::{DimensionScore, Given, SourceScore};
use crate::profile::rubric::{Dimension, Rubric, ScoreSource};
use crate::record::Scope;

/// All numbers of an evaluation.
#[derive(Debug)]
pub(super) struct Outcome<'a> {
    /// Dimensions in the order of the rubric.
    pub dimensions: Vec<DimensionOutcome<'a>>,
    /// Sources in the order of the rubric, each with its score over all dimensions.
    pub sources: Vec<SourceMean<'a>>,
    /// Indices, each with its score of 100, in the order in which the rubric names them.
    pub indices: Vec<(&'a str, Decimal)>,
    /// Weighted total of the dimensions, of 100, rounded.
    pub base: Decimal,
    /// Bonus that counts.
    pub bonus: Decimal,
    /// Deductions.
    pub deduction: Decimal,
    /// Base, bonus and deductions, rounded; never below zero.
    pub total: Decimal,
    /// Stars that the total, or the dimensions one by one, alone would give.
    pub by_total: u32,
    /// Stars after floors, caps, vetoes and what the bureau decided.
    pub stars: u32,
    /// What limits the stars, whether or not it bites.
    pub limits: Vec<Limit<'a>>,
}

/// The score of one source over all dimensions.
#[derive(Debug)]
pub(super) struct SourceMean<'a> {
    /// The source.
    pub source: &'a ScoreSource,
    /// Its score of 100, rounded to one place more than the total.
    pub mean: Decimal,
}

/// One dimension.
#[derive(Debug)]
pub(super) struct DimensionOutcome<'a> {
    /// The dimension.
    pub dimension: &'a Dimension,
    /// Its scores as written.
    pub written: &'a DimensionScore,
    /// Points by source, in the order of the rubric, with the items that make them.
    pub sources: Vec<SourcePoints<'a>>,
    /// Weighted mean of its sources, out of its most points, rounded.
    pub score: Decimal,
    /// The same in percent of its most points, rounded.
    pub percent: Decimal,
}

/// What a source gave for a dimension.
#[derive(Debug)]
pub(super) struct SourcePoints<'a> {
    /// The source.
    pub source: &'a ScoreSource,
    /// Its points.
    pub points: Decimal,
    /// The items that make them; empty where they were given as a whole.
    pub items: Vec<Measured<'a>>,
}

/// Computes everything; `None` where a dimension, a source or an item of the rubric has no score.
///
/// The total is rounded once, to the rubric's places, and compared with the levels as it is
/// published: who reads 90.0 sees the stars of 90. Floors and caps see one more place.
pub(super) fn outcome<'a>(me: &'a Evaluation, rubric: &'a Rubric, scope: &Scope<'a>) -> Option<Outcome<'a>> {
    let (rounding, places) = (rubric.rounding(), rubric.places());
    let fine = |number: Decimal| rounding.apply(number, places + 1);
    let weight_of_sources: Decimal = rubric.sources.iter().map(|s| s.weight.0).sum();
    let weight_of_dimensions: Decimal = rubric.dimensions.iter().map(|d| d.weight.0).sum();
    let mut dimensions = Vec::new();
    let mut exact = Decimal::ZERO;
    let mut by_source = vec![Decimal::ZERO; rubric.sources.len()];
    for dimension in &rubric.dimensions {
        let written = me.scores.find(dimension)?;
        let sources: Option<Vec<_>> =
            rubric.sources.iter().map(|s| points(me, dimension, written.of(&s.name)?, s, rubric, scope)).collect();
        let sources = sources?;
        let mut sum = Decimal::ZERO;
        for (at, given) in sources.iter().enumerate() {
            sum += given.points * given.source.weight.0;
            by_source[at] += given.points * Decimal::ONE_HUNDRED * dimension.weight.0 / dimension.max.0;
        }
        let score = sum.checked_div(weight_of_sources)?;
        let percent = score * Decimal::ONE_HUNDRED / dimension.max.0;
        exact += percent * dimension.weight.0;
        dimensions.push(DimensionOutcome { dimension, written, sources, score: fine(score), percent: fine(percent) });
    }
    let exact = exact.checked_div(weight_of_dimensions)?;
    let named = rubric.sources.iter().zip(by_source);
    let sources: Vec<_> =
        named.map(|(source, sum)| SourceMean { source, mean: fine(sum / weight_of_dimensions) }).collect();
    let written: Decimal = me.bonus.iter().map(|p| p.points.0).sum();
    let bonus = rubric.bonus_cap.as_ref().map_or(written, |cap| written.min(cap.value.0));
    let deduction = me.deductions.iter().map(|p| p.points.0).sum();
    let total = rounding.apply(exact + bonus - deduction, places).max(Decimal::ZERO);
    let by_total = earned(rubric, total, &dimensions);
    let limits = limit::limits(me, rubric, &dimensions, &sources);
    let stars = limit::stars(by_total, &limits);
    let indices = indices(&dimensions).into_iter().map(|(n, i)| (n, fine(i))).collect();
    let base = rounding.apply(exact, places);
    Some(Outcome { dimensions, sources, indices, base, bonus, deduction, total, by_total, stars, limits })
}

/// Stars by the levels of the total, or one for every dimension that reaches the line.
fn earned(rubric: &Rubric, total: Decimal, dimensions: &[DimensionOutcome<'_>]) -> u32 {
    if rubric.earns_each() {
        let line = rubric.star_line.as_ref().map_or(Decimal::ONE_HUNDRED, |l| l.value.0);
        return dimensions.iter().map(|d| u32::from(d.percent >= line)).sum();
    }
    rubric.levels.iter().filter(|l| l.min.0 <= total).map(|l| l.star).max().unwrap_or_default()
}

/// Points of one source: as given, or those of its items together.
fn points<'a>(
    me: &Evaluation,
    dimension: &'a Dimension,
    written: &'a SourceScore,
    source: &'a ScoreSource,
    rubric: &'a Rubric,
    scope: &Scope<'a>,
) -> Option<SourcePoints<'a>> {
    let found = match &written.given {
        Given::Points(points) => return Some(SourcePoints { source, points: points.value.0, items: Vec::new() }),
        Given::Items(found) => found,
    };
    let rounding = (rubric.rounding(), rubric.places() + 1);
    let measured = dimension
        .items_of(&source.name, rubric.sources.len() == 1)
        .map(|item| measure(item, found.get(&item.name).map(|(_, f)| &f.value), scope, me.cycle.last(), rounding).ok());
    let items: Vec<_> = measured.collect::<Option<_>>()?;
    let points = items.iter().map(|m| m.points).sum();
    Some(SourcePoints { source, points, items })
}

/// Each index: what its dimensions and items scored, of 100, weighted like their dimensions.
fn indices<'a>(list: &[DimensionOutcome<'a>]) -> Vec<(&'a str, Decimal)> {
    let mut found: Vec<(&str, Decimal, Decimal)> = Vec::new();
    let mut add = |name: &'a str, got: Decimal, most: Decimal| match found.iter_mut().find(|(n, ..)| *n == name) {
        Some(entry) => {
            entry.1 += got;
            entry.2 += most;
        }
        None => found.push((name, got, most)),
    };
    for outcome in list {
        let dimension = outcome.dimension;
        let share = dimension.weight.0 / dimension.max.0;
        for given in &outcome.sources {
            let scale = share * given.source.weight.0;
            let own = dimension.index.as_deref();
            if given.items.is_empty() {
                own.into_iter().for_each(|name| add(name, given.points * scale, dimension.max.0 * scale));
            }
            for measured in &given.items {
                let name = measured.item.index.as_deref().or(own);
                name.into_iter().for_each(|name| add(name, measured.points * scale, measured.item.max.0 * scale));
            }
        }
    }
    let hundred =
        |(name, got, most): (&'a str, Decimal, Decimal)| Some((name, (got * Decimal::ONE_HUNDRED).checked_div(most)?));
    found.into_iter().filter_map(hundred).collect()
}
