//! Sums over the communities of a region.
//!
//! In: summaries. Out: totals. Never weighs one community more than another.

use std::collections::BTreeMap;

use serde::Serialize;

use super::regions::has_three;
use crate::derive::summary::Summary;

/// What the communities of a region come to.
#[derive(Serialize, Default)]
pub(super) struct Totals<'a> {
    pub communities: usize,
    pub villages: usize,
    pub urban: usize,
    pub records: usize,
    pub findings: usize,
    pub population: u64,
    pub households: u64,
    pub due: usize,
    pub in_time: usize,
    pub late: usize,
    pub not_applicable: usize,
    pub overdue: usize,
    pub near: usize,
    /// Percent in time; none where nothing was due.
    pub on_time: Option<usize>,
    /// Percent done at all; none where nothing was due.
    pub complete: Option<usize>,
    pub stars3: usize,
    /// For each kind of record, how many are in each state.
    pub states: BTreeMap<&'a str, BTreeMap<&'a str, usize>>,
}

/// A part of a whole in percent, rounded down; none where there is no whole.
pub(super) fn share(part: usize, whole: usize) -> Option<usize> {
    (part * 100).checked_div(whole)
}

impl<'a> Totals<'a> {
    /// Sums them up.
    pub fn of(list: impl Iterator<Item = &'a Summary>) -> Self {
        let mut totals = Self::default();
        for summary in list {
            totals.communities += 1;
            if summary.is_village() {
                totals.villages += 1;
            } else {
                totals.urban += 1;
            }
            totals.records += summary.records;
            totals.findings += summary.findings;
            totals.population += u64::from(summary.population);
            totals.households += u64::from(summary.households);
            totals.due += summary.due;
            totals.in_time += summary.in_time();
            totals.late += summary.late;
            totals.not_applicable += summary.not_applicable;
            totals.overdue += summary.overdue;
            totals.near += summary.near;
            totals.stars3 += usize::from(has_three(summary));
            for (kind, state, count) in &summary.states {
                *totals.states.entry(kind).or_default().entry(state).or_default() += count;
            }
        }
        totals.on_time = share(totals.in_time, totals.due);
        totals.complete = share(totals.due - totals.overdue, totals.due);
        totals
    }
}
