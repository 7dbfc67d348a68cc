//! The regions below one, a line each, to be read across.
//!
//! In: the tree. Out: lines, each summed over all communities of its region.
//! Never ranks regions: the reader sorts the table as wanted.

use serde::Serialize;

use super::totals::{Totals, share};
use super::{Portal, Region};
use crate::derive::summary::Summary;

/// A region one level below.
#[derive(Serialize)]
pub(super) struct Child<'a> {
    name: &'a str,
    url: &'a str,
    communities: usize,
    villages: usize,
    urban: usize,
    /// Percent in time; none where nothing was due.
    on_time: Option<usize>,
    /// Percent done at all; none where nothing was due.
    complete: Option<usize>,
    overdue: usize,
    near: usize,
    /// How many have three stars or more that count today, by whichever rubric is the newest.
    stars3: usize,
    findings: usize,
    last_published: Option<&'a str>,
}

/// Whether a community has three stars or more that count today.
pub(super) fn has_three(summary: &Summary) -> bool {
    summary.stars().is_some_and(|fact| fact.stars >= 3)
}

/// The lines of a region's page.
pub(super) fn children<'a>(portal: &'a Portal<'_>, region: &Region<'_>) -> Vec<Child<'a>> {
    let line = |n: &usize| {
        let below = &portal.tree.regions[*n];
        let totals = Totals::of(portal.tree.summaries(below));
        Child {
            name: below.name(),
            url: &below.url,
            communities: totals.communities,
            villages: totals.villages,
            urban: totals.urban,
            on_time: share(totals.in_time, totals.due),
            complete: share(totals.due - totals.overdue, totals.due),
            overdue: totals.overdue,
            near: totals.near,
            stars3: totals.stars3,
            findings: totals.findings,
            last_published: portal.tree.summaries(below).filter_map(|s| s.last_published.as_deref()).max(),
        }
    };
    region.children.iter().map(line).collect()
}
