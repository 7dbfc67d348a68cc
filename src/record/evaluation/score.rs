//! From scores to stars, in exact decimals.
//!
//! In: an evaluation and its rubric. Out: every number between the scores and the stars, and what
//! keeps the stars down. Never reads other records, never makes sentences.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{DimensionScore, Evaluation};
use crate::profile::rubric::{Dimension, Rubric, VetoEffect};

/// Places to which a sum of quotients is cut before it is rounded: more than any score has, fewer
/// than the decimals carry, so that thirds which add up to a whole number do so here.
const WORKING_PLACES: u32 = 12;

/// All numbers of an evaluation.
#[derive(Debug)]
pub(super) struct Outcome<'a> {
    /// Dimensions in the order of the rubric.
    pub dimensions: Vec<DimensionOutcome<'a>>,
    /// Sources in the order of the rubric, each with its score over all dimensions, of 100.
    pub sources: Vec<(&'a str, Decimal, Decimal)>,
    /// Weighted total of the dimensions, of 100, rounded.
    pub base: Decimal,
    /// Bonus that counts.
    pub bonus: Decimal,
    /// Deductions.
    pub deduction: Decimal,
    /// Base, bonus and deductions, rounded; never below zero.
    pub total: Decimal,
    /// Stars that the total alone would give.
    pub by_total: u32,
    /// Stars after floors, caps and vetoes.
    pub stars: u32,
    /// What limits the stars, whether or not it bites.
    pub limits: Vec<Limit<'a>>,
}

/// One dimension.
#[derive(Debug)]
pub(super) struct DimensionOutcome<'a> {
    /// The dimension.
    pub dimension: &'a Dimension,
    /// Its scores as written.
    pub written: &'a DimensionScore,
    /// Weighted mean of its sources, out of its most points, rounded.
    pub score: Decimal,
    /// The same in percent of its most points, rounded.
    pub percent: Decimal,
}

/// What keeps the stars down.
#[derive(Debug, Clone)]
pub(super) enum Limit<'a> {
    /// A dimension below the floor of so many stars.
    Floor { dimension: &'a str, percent: Decimal, star: u32, min: Decimal },
    /// A source below the bound of a cap.
    Cap { source: &'a str, score: Decimal, below: Decimal, max_star: u32 },
    /// A veto that takes stars away.
    Drop { veto: &'a str, stars: u32 },
    /// A veto that takes the title away.
    Disqualified { veto: &'a str },
}

impl Limit<'_> {
    /// The most stars that it allows; vetoes that take stars away allow any number before they do.
    pub fn ceiling(&self) -> u32 {
        match self {
            Self::Floor { star, .. } => star.saturating_sub(1),
            Self::Cap { max_star, .. } => *max_star,
            Self::Drop { .. } => u32::MAX,
            Self::Disqualified { .. } => 0,
        }
    }
}

/// Rounds half away from zero, as people do.
pub(super) fn round(number: Decimal, places: u32) -> Decimal {
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    number.round_dp_with_strategy(WORKING_PLACES, half_up).round_dp_with_strategy(places, half_up)
}

/// Computes everything; `None` where a dimension or a source of the rubric has no score.
///
/// The total is rounded once, to the rubric's places, and compared with the levels as it is
/// published: who reads 90.0 sees the stars of 90. Floors and caps see one more place.
pub(super) fn outcome<'a>(evaluation: &'a Evaluation, rubric: &'a Rubric) -> Option<Outcome<'a>> {
    let places = rubric.places();
    let weight_of_sources: Decimal = rubric.sources.iter().map(|s| s.weight.0).sum();
    let mut dimensions = Vec::new();
    let mut exact = Decimal::ZERO;
    let mut by_source = vec![Decimal::ZERO; rubric.sources.len()];
    for dimension in &rubric.dimensions {
        let written = evaluation.scores.find(dimension)?;
        let mut sum = Decimal::ZERO;
        for (at, source) in rubric.sources.iter().enumerate() {
            let score = written.score(&source.name)?;
            sum += score * source.weight.0;
            by_source[at] += score * Decimal::ONE_HUNDRED * dimension.weight.0 / dimension.max.0;
        }
        let score = sum.checked_div(weight_of_sources)?;
        let percent = score * Decimal::ONE_HUNDRED / dimension.max.0;
        exact += percent * dimension.weight.0;
        let (score, percent) = (round(score, places + 1), round(percent, places + 1));
        dimensions.push(DimensionOutcome { dimension, written, score, percent });
    }
    let weight_of_dimensions: Decimal = rubric.dimensions.iter().map(|d| d.weight.0).sum();
    let exact = exact.checked_div(weight_of_dimensions)?;
    let mean = |sum: Decimal| round(sum / weight_of_dimensions, places + 1);
    let named = rubric.sources.iter().zip(by_source);
    let sources: Vec<_> = named.map(|(s, sum)| (s.name.as_str(), s.weight.0, mean(sum))).collect();
    let written: Decimal = evaluation.bonus.iter().map(|p| p.points.0).sum();
    let bonus = rubric.bonus_cap.as_ref().map_or(written, |cap| written.min(cap.value.0));
    let deduction = evaluation.deductions.iter().map(|p| p.points.0).sum();
    let total = round(exact + bonus - deduction, places).max(Decimal::ZERO);
    let reached = rubric.levels.iter().filter(|l| l.min.0 <= total).map(|l| l.star);
    let by_total = reached.max().unwrap_or_default();
    let limits = limits(evaluation, rubric, &dimensions, &sources);
    let stars = stars(by_total, &limits);
    let base = round(exact, places);
    Some(Outcome { dimensions, sources, base, bonus, deduction, total, by_total, stars, limits })
}

fn limits<'a>(
    evaluation: &Evaluation,
    rubric: &'a Rubric,
    dimensions: &[DimensionOutcome<'a>],
    sources: &[(&'a str, Decimal, Decimal)],
) -> Vec<Limit<'a>> {
    let mut limits = Vec::new();
    for floor in &rubric.floors {
        for below in dimensions.iter().filter(|d| d.percent < floor.min.0) {
            let (dimension, percent) = (below.dimension.name.as_str(), below.percent);
            limits.push(Limit::Floor { dimension, percent, star: floor.star, min: floor.min.0 });
        }
    }
    for cap in &rubric.caps {
        let low = sources.iter().find(|(name, _, score)| *name == cap.source && *score < cap.below.0);
        if let Some((source, _, score)) = low {
            limits.push(Limit::Cap { source, score: *score, below: cap.below.0, max_star: cap.max_star });
        }
    }
    for veto in rubric.vetoes.iter().filter(|v| evaluation.vetoes.iter().any(|w| w.value == v.name)) {
        limits.push(match veto.effect {
            VetoEffect::Disqualify => Limit::Disqualified { veto: &veto.name },
            VetoEffect::Drop => Limit::Drop { veto: &veto.name, stars: veto.stars.unwrap_or(1) },
        });
    }
    limits
}

/// Floors and caps first, then the stars that vetoes take away.
fn stars(by_total: u32, limits: &[Limit<'_>]) -> u32 {
    let allowed = limits.iter().map(Limit::ceiling).fold(by_total, u32::min);
    let lost: u32 = limits.iter().map(|l| if let Limit::Drop { stars, .. } = l { *stars } else { 0 }).sum();
    allowed.saturating_sub(lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_like_people() {
        for (number, places, want) in [
            ("89.95", 1, "90.0"),
            ("89.949999999999", 1, "89.9"),
            ("89.5", 0, "90"),
            ("89.4999999999999999", 0, "90"),
            ("-0.05", 1, "-0.1"),
        ] {
            assert_eq!(round(decimal(number), places), decimal(want), "{number}");
        }
        let third = Decimal::ONE / decimal("3");
        assert_eq!(round(third + third + third + decimal("88.95") - Decimal::ONE, 1), decimal("89.0"));
    }

    #[test]
    fn vetoes_come_after_caps() {
        let cap = Limit::Cap { source: "居民测评", score: decimal("58"), below: decimal("60"), max_star: 2 };
        let drop = Limit::Drop { veto: "公开弄虚作假", stars: 1 };
        assert_eq!(stars(4, &[]), 4);
        assert_eq!(stars(4, std::slice::from_ref(&cap)), 2);
        assert_eq!(stars(4, &[cap, drop.clone()]), 1);
        assert_eq!(stars(0, &[drop]), 0);
        assert_eq!(stars(5, &[Limit::Disqualified { veto: "重大安全责任事故" }]), 0);
    }
}
