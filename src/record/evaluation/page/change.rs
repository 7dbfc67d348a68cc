//! What changed against the cycle before, and why.
//!
//! In: this outcome and the one before. Out: differences of the stars, the total and each dimension.
//! Never compares with another rubric.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::score::Outcome;
use super::super::{Evaluation, history};
use crate::profile::rubric::Rubric;
use crate::record::Scope;
use crate::value::{Number, Period};

/// Differences against the cycle before.
#[derive(Serialize)]
pub(super) struct Change {
    cycle: Period,
    /// Stars more or, below zero, fewer.
    stars: i64,
    /// Of the total, with its sign.
    total: String,
    /// Dimensions that both cycles have.
    dimensions: Vec<Difference>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct Difference {
    name: String,
    before: Number,
    now: Number,
    by: String,
}

/// A difference with its sign: `+4.2`.
fn signed(by: Decimal) -> String {
    let sign = if by > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", Number(by)).replace('-', "−")
}

pub(super) fn of(me: &Evaluation, rubric: &Rubric, now: &Outcome<'_>, scope: &Scope<'_>) -> Option<Change> {
    let (_, before) = history::previous(me, rubric, scope)?;
    let (_, past) = before.outcome(scope)?;
    let difference = |d: &super::super::score::DimensionOutcome<'_>| {
        let old = past.dimensions.iter().find(|o| o.dimension.id == d.dimension.id)?;
        let by: Decimal = d.percent - old.percent;
        let name = d.dimension.name.clone();
        Some(Difference { name, before: Number(old.percent), now: Number(d.percent), by: signed(by) })
    };
    Some(Change {
        cycle: before.cycle.value,
        stars: i64::from(now.stars) - i64::from(past.stars),
        total: signed(now.total - past.total),
        dimensions: now.dimensions.iter().filter_map(difference).collect(),
        reason: me.change_reason.clone(),
    })
}
