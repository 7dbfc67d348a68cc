//! What is overdue or soon due, by community.
//!
//! In: summaries. Out: lists, only where few communities lie below. Never more than a summary holds.

use serde::Serialize;

use super::{Portal, Region};
use crate::derive::summary::{OpenDuty, Summary};

/// How many communities a page lists by name what they have not published.
const LISTED: usize = 40;

/// What one community has not published yet.
#[derive(Serialize)]
pub(super) struct Open<'a> {
    name: &'a str,
    url: String,
    items: &'a [OpenDuty],
    /// How many more there are.
    more: usize,
}

/// The lists of a region; none where many communities lie in it.
pub(super) fn lists<'a>(portal: &Portal<'a>, region: &Region<'a>) -> Vec<Open<'a>> {
    if region.inside.len() > LISTED {
        return Vec::new();
    }
    portal.tree.summaries(region).filter_map(of).collect()
}

fn of(summary: &Summary) -> Option<Open<'_>> {
    let more = (summary.overdue + summary.near).saturating_sub(summary.open.len());
    let url = format!("{}/catalogue/index.html", summary.id);
    let open = Open { name: &summary.name, url, items: &summary.open, more };
    (!open.items.is_empty()).then_some(open)
}
