//! The order of communities by their totals.
//!
//! In: ratings by one rubric in one cycle, of one kind of community. Out: rows with ranks that ties share,
//! then those without a rank, each with its reason. Never ranks where too few can be compared.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::FEWEST;
use super::tree::Place;
use super::{Portal, Region};
use crate::derive::summary::Rating;
use crate::record::facts::RatingStanding;

/// A rating in the list.
#[derive(Clone, Serialize)]
pub(super) struct Row<'a> {
    name: &'a str,
    url: String,
    region: String,
    /// Its rank; none where it has none.
    rank: Option<usize>,
    /// Whether others share it.
    tied: bool,
    /// Why it has none: `few`, `sample`, `upcoming`, `on-display`, `expired`.
    reason: Option<&'static str>,
    contested: bool,
    total: &'a str,
    stars: u32,
    max: u32,
    before: Option<u32>,
}

impl<'a> Row<'a> {
    /// Whose it is.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// Whether it has a rank.
    pub fn is_ranked(&self) -> bool {
        self.rank.is_some()
    }

    /// Whether others share its rank.
    pub fn is_tied(&self) -> bool {
        self.tied
    }
}

/// A rating and whose it is.
pub(super) type Rated<'a> = (&'a Place<'a>, &'a Rating);

/// Why a rating has no rank whatever the others are.
fn reason(rating: &Rating) -> Option<&'static str> {
    match rating.fact.standing {
        RatingStanding::Upcoming => Some("upcoming"),
        RatingStanding::OnDisplay => Some("on-display"),
        RatingStanding::Expired => Some("expired"),
        RatingStanding::Final | RatingStanding::Contested => (!rating.fact.comparable).then_some("sample"),
    }
}

/// All of them in order: by rank, then those without one in the order they came.
pub(super) fn rows<'a>(portal: &Portal<'_>, region: &Region<'_>, list: &[Rated<'a>]) -> Vec<Row<'a>> {
    let total = |r: &Rating| r.fact.total.parse::<Decimal>().unwrap_or_default();
    let (mut fit, unfit): (Vec<Rated<'a>>, Vec<Rated<'a>>) = list.iter().partition(|(_, r)| reason(r).is_none());
    // The sort is stable: equal totals stay in the order of the table.
    fit.sort_by_key(|(_, r)| std::cmp::Reverse(total(r)));
    let enough = fit.len() >= FEWEST;
    let row = |(place, rating): &Rated<'a>, rank, tied, reason| Row {
        name: &place.summary.name,
        url: format!("{}/{}", place.summary.id, rating.url),
        region: portal.region_below(place, region),
        rank,
        tied,
        reason,
        contested: rating.fact.standing == RatingStanding::Contested,
        total: &rating.fact.total,
        stars: rating.fact.stars,
        max: rating.fact.max,
        before: rating.fact.before,
    };
    let mut rows = Vec::with_capacity(list.len());
    for tie in fit.chunk_by(|a, b| total(a.1) == total(b.1)) {
        let rank = enough.then_some(rows.len() + 1);
        let few = (!enough).then_some("few");
        rows.extend(tie.iter().map(|rated| row(rated, rank, enough && tie.len() > 1, few)));
    }
    rows.extend(unfit.iter().map(|rated| row(rated, None, false, reason(rated.1))));
    rows
}
