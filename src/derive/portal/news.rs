//! Who published what lately, and who has published nothing for long.
//!
//! In: summaries and the day. Out: two short lists. Never a judgement: days are told as a fact.

use serde::Serialize;

use super::{Portal, Region};
use crate::derive::summary::Summary;
use crate::value::{Date, read_date};

/// How many publications a page lists.
const SHOWN: usize = 20;

/// After how many days without a publication a community is listed: the longest quarter, for at least
/// once a quarter something is due everywhere.
const SILENT_DAYS: i32 = 92;

/// A publication of one of the communities.
#[derive(Serialize)]
pub(super) struct Item<'a> {
    title: &'a str,
    url: String,
    kind: &'a str,
    date: Date,
    community: &'a str,
    community_url: String,
}

/// The newest publications of a region.
pub(super) fn newest<'a>(portal: &Portal<'a>, region: &Region<'a>) -> Vec<Item<'a>> {
    let all = portal.tree.summaries(region).flat_map(|s| s.news.iter().map(move |n| (s, n)));
    let mut all: Vec<_> = all.collect();
    // One community's own news stay in its order; the sort is stable.
    all.sort_by_key(|(_, news)| std::cmp::Reverse(news.date));
    let item = |(summary, news): (&'a Summary, &'a crate::derive::summary::News)| Item {
        title: &news.title,
        url: format!("{}/{}", summary.id, news.url),
        kind: &news.kind,
        date: news.date,
        community: &summary.name,
        community_url: format!("{}/index.html", summary.id),
    };
    all.into_iter().take(SHOWN).map(item).collect()
}

/// Communities that have published nothing for long.
#[derive(Serialize)]
pub(super) struct Silent<'a> {
    /// After how many days a community counts as silent.
    after: i32,
    /// How many there are, also where they are not listed.
    count: usize,
    /// The longest silent first; those that never published before all others.
    list: Vec<Quiet<'a>>,
}

#[derive(Serialize)]
struct Quiet<'a> {
    name: &'a str,
    url: String,
    last: Option<Date>,
    /// Days since then.
    days: Option<i32>,
}

/// Who has published nothing for long.
pub(super) fn silent<'a>(portal: &Portal<'a>, region: &Region<'a>) -> Silent<'a> {
    let quiet = |summary: &'a Summary| {
        let last = summary.last_published.as_deref().and_then(read_date);
        let days = last.map(|last| (portal.as_of - last).get_days());
        let url = format!("{}/index.html", summary.id);
        days.is_none_or(|days| days >= SILENT_DAYS).then(|| Quiet { name: &summary.name, url, last, days })
    };
    let mut list: Vec<Quiet<'a>> = portal.tree.summaries(region).filter_map(quiet).collect();
    list.sort_by_key(|q| q.last);
    let count = list.len();
    list.truncate(SHOWN);
    Silent { after: SILENT_DAYS, count, list }
}
