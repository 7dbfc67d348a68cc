//! What keeps the stars down: floors, caps, vetoes, and what the bureau decided.
//!
//! In: dimensions and sources with their numbers. Out: the limits, and the stars that remain.
//! Never makes sentences: `page` does.

use rust_decimal::Decimal;

use super::Evaluation;
use super::score::{DimensionOutcome, SourceMean};
use crate::profile::rubric::{Rubric, VetoEffect};

/// What keeps the stars down.
#[derive(Debug, Clone)]
pub(super) enum Limit<'a> {
    /// A dimension below the floor of so many stars.
    Floor { dimension: &'a str, percent: Decimal, star: u32, min: Decimal },
    /// A source or a dimension below the bound of a cap.
    Cap { name: &'a str, score: Decimal, below: Decimal, max_star: u32 },
    /// A veto that takes stars away.
    Drop { veto: &'a str, stars: u32 },
    /// A veto that allows so many stars at most.
    VetoCap { veto: &'a str, stars: u32 },
    /// A veto that takes the title away.
    Disqualified { veto: &'a str },
    /// The bureau gave fewer stars, within its quota or for a reason of its own.
    Awarded { by: &'a str, stars: u32, quota: bool },
}

impl Limit<'_> {
    /// The most stars that it allows; vetoes that take stars away allow any number before they do.
    pub fn ceiling(&self) -> u32 {
        match self {
            Self::Floor { star, .. } => star.saturating_sub(1),
            Self::Cap { max_star, .. } => *max_star,
            Self::VetoCap { stars, .. } | Self::Awarded { stars, .. } => *stars,
            Self::Drop { .. } => u32::MAX,
            Self::Disqualified { .. } => 0,
        }
    }

    /// Whether the bureau gave fewer stars although no quota asks for it.
    pub fn is_award_without_quota(&self) -> bool {
        matches!(self, Self::Awarded { quota: false, .. })
    }
}

/// All limits, in the order of the rubric.
pub(super) fn limits<'a>(
    me: &'a Evaluation,
    rubric: &'a Rubric,
    dimensions: &[DimensionOutcome<'a>],
    sources: &[SourceMean<'a>],
) -> Vec<Limit<'a>> {
    let mut limits = Vec::new();
    for floor in &rubric.floors {
        for below in dimensions.iter().filter(|d| d.percent < floor.min.0) {
            let (dimension, percent) = (below.dimension.name.as_str(), below.percent);
            limits.push(Limit::Floor { dimension, percent, star: floor.star, min: floor.min.0 });
        }
    }
    for cap in &rubric.caps {
        let of_source = sources.iter().find(|s| cap.source.as_ref().is_some_and(|c| c.value == s.source.name));
        let of_dimension =
            dimensions.iter().find(|d| cap.dimension.as_ref().is_some_and(|c| c.value == d.dimension.name));
        let scored = of_source.map(|s| (s.source.name.as_str(), s.mean));
        let scored = scored.or(of_dimension.map(|d| (d.dimension.name.as_str(), d.percent)));
        if let Some((name, score)) = scored.filter(|(_, score)| *score < cap.below.0) {
            limits.push(Limit::Cap { name, score, below: cap.below.0, max_star: cap.max_star });
        }
    }
    for veto in rubric.vetoes.iter().filter(|v| me.vetoes.iter().any(|w| w.value == v.name)) {
        let (name, stars) = (veto.name.as_str(), veto.stars);
        limits.push(match veto.effect {
            VetoEffect::Disqualify => Limit::Disqualified { veto: name },
            VetoEffect::Drop => Limit::Drop { veto: name, stars: stars.unwrap_or(1) },
            VetoEffect::Cap => Limit::VetoCap { veto: name, stars: stars.unwrap_or_default() },
        });
    }
    if let Some((award, star)) = me.award.as_ref().and_then(|a| Some((a, a.stars.as_ref()?.value)))
        && star < stars(u32::MAX, &limits)
    {
        let quota = rubric.quotas.iter().any(|q| q.star > star);
        limits.push(Limit::Awarded { by: award.by.as_deref().unwrap_or_default(), stars: star, quota });
    }
    limits
}

/// Floors and caps first, then the stars that vetoes take away; what the bureau gave is never exceeded.
pub(super) fn stars(by_total: u32, limits: &[Limit<'_>]) -> u32 {
    let awarded = |l: &&Limit<'_>| matches!(l, Limit::Awarded { .. });
    let allowed = limits.iter().filter(|l| !awarded(l)).map(Limit::ceiling).fold(by_total, u32::min);
    let lost: u32 = limits.iter().map(|l| if let Limit::Drop { stars, .. } = l { *stars } else { 0 }).sum();
    limits.iter().filter(awarded).map(Limit::ceiling).fold(allowed.saturating_sub(lost), u32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn vetoes_come_after_caps_and_the_bureau_last() {
        let cap = Limit::Cap { name: "居民测评", score: decimal("58"), below: decimal("60"), max_star: 2 };
        let drop = Limit::Drop { veto: "公开弄虚作假", stars: 1 };
        let at_most = Limit::VetoCap { veto: "未按期公开", stars: 3 };
        let awarded = Limit::Awarded { by: "示例区", stars: 3, quota: true };
        assert_eq!(stars(4, &[]), 4);
        assert_eq!(stars(4, std::slice::from_ref(&cap)), 2);
        assert_eq!(stars(4, &[cap, drop.clone()]), 1);
        assert_eq!(stars(0, std::slice::from_ref(&drop)), 0);
        assert_eq!(stars(5, &[at_most.clone(), drop.clone()]), 2);
        assert_eq!(stars(5, &[drop, awarded]), 3);
        assert_eq!(stars(5, &[Limit::Disqualified { veto: "重大安全责任事故" }]), 0);
    }
}
