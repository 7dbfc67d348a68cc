//! Tables of communities: villages with villages, urban ones with urban ones.
//!
//! In: the tree. Out: a table of each kind with the medians of that kind, on the region's page where they
//! are few, else on pages of their own. Never ranks: the reader sorts the table as wanted.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::FEWEST;
use super::tree::Place;
use super::{PAGE, Portal, Region};
use crate::derive::summary::Summary;
use crate::locale;
use crate::record::facts::RatingStanding;
use crate::value::CommunityType;
use crate::view::{Page, View};

/// One kind of community in one region.
#[derive(Serialize)]
pub(super) struct Table<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    count: usize,
    /// Rows; none where they stand on pages of their own.
    rows: Vec<Row<'a>>,
    pages: Vec<Leaf<'a>>,
    median: Option<Median<'a>>,
}

/// A page of a long table.
#[derive(Clone, Serialize)]
pub(super) struct Leaf<'a> {
    pub url: String,
    pub first: &'a str,
    pub last: &'a str,
    pub count: usize,
}

/// What half of the communities of one kind do not reach, and half do.
#[derive(Serialize)]
struct Median<'a> {
    /// The region whose communities it stands for; the page's own, or the nearest above with enough of them.
    region: &'a str,
    /// Whether that is the page's own.
    own: bool,
    count: usize,
    on_time: String,
    complete: String,
    overdue: String,
    findings: String,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    url: String,
    region: String,
    last_published: Option<&'a str>,
    due: usize,
    done: usize,
    overdue: usize,
    near: usize,
    on_time: usize,
    complete: usize,
    stars: Option<u32>,
    max: u32,
    /// How far its newest rating has come, where none counts.
    standing: Option<RatingStanding>,
    counts: BTreeMap<&'a str, usize>,
    findings: usize,
    sample: bool,
}

/// The page of a part of a long table.
#[derive(Serialize)]
struct Body<'a> {
    table: Table<'a>,
    /// The pages of the whole table, and which of them this is.
    leaves: Vec<Leaf<'a>>,
    here: String,
}

/// Whom a region's page lists: all where they are few, else those that lie in none of the regions below.
fn listed<'r>(region: &'r Region<'_>) -> &'r [usize] {
    if region.inside.len() <= PAGE { &region.inside } else { &region.direct }
}

/// The tables of a region's page.
pub(super) fn tables<'a>(portal: &'a Portal<'_>, region: &'a Region<'_>) -> Vec<Table<'a>> {
    let table = |kind: &CommunityType| {
        let places = portal.tree.of_kind(listed(region), *kind);
        let pages = leaves(region, *kind, &places);
        let rows = if pages.is_empty() { places.iter().map(|p| row(portal, region, p)).collect() } else { Vec::new() };
        let count = places.len();
        let median = (count > 0).then(|| median(portal, region, *kind)).flatten();
        Table { kind: kind.word(), count, rows, pages, median }
    };
    CommunityType::ALL.iter().map(table).filter(|t| t.count > 0).collect()
}

fn leaf_url(region: &Region<'_>, kind: CommunityType, n: usize) -> String {
    format!("{}list/{}-{n}.html", region.folder(), kind.word())
}

fn leaves<'a>(region: &Region<'_>, kind: CommunityType, places: &[&'a Place<'a>]) -> Vec<Leaf<'a>> {
    if places.len() <= PAGE {
        return Vec::new();
    }
    let leaf = |(n, chunk): (usize, &[&'a Place<'a>])| Leaf {
        url: leaf_url(region, kind, n + 1),
        first: chunk.first().map_or("", |p| &p.summary.name),
        last: chunk.last().map_or("", |p| &p.summary.name),
        count: chunk.len(),
    };
    places.chunks(PAGE).enumerate().map(leaf).collect()
}

/// The further pages of tables that are too long for the region's own page.
pub(super) fn views(portal: &Portal<'_>, region: &Region<'_>) -> Vec<View> {
    let mut views = Vec::new();
    for kind in CommunityType::ALL {
        let places = portal.tree.of_kind(listed(region), *kind);
        if places.len() <= PAGE {
            continue;
        }
        let median = || median(portal, region, *kind);
        for (n, chunk) in places.chunks(PAGE).enumerate() {
            views.push(view(portal, region, *kind, n + 1, chunk, leaves(region, *kind, &places), median()));
        }
    }
    views
}

fn view<'a>(
    portal: &'a Portal<'_>,
    region: &'a Region<'_>,
    kind: CommunityType,
    n: usize,
    chunk: &[&'a Place<'a>],
    leaves: Vec<Leaf<'a>>,
    median: Option<Median<'a>>,
) -> View {
    let rows: Vec<Row<'a>> = chunk.iter().map(|p| row(portal, region, p)).collect();
    let route = leaf_url(region, kind, n);
    let words = locale::messages(portal.city.language());
    let facts = [("name", portal.title(region).to_owned()), ("kind", kind.word().to_owned()), ("n", n.to_string())];
    let title = words.text("portal-list-title", &facts);
    let table = Table { kind: kind.word(), count: rows.len(), rows, pages: Vec::new(), median };
    let page = Page {
        title: title.clone(),
        description: String::new(),
        template: "portal-list".into(),
        kind: "portal",
        crumbs: portal.crumbs(region, &[(&title, &route)]),
        body: Body { table, leaves, here: route.clone() },
        route,
    };
    page.view(format!("region {}", region.path()))
}

fn row<'a>(portal: &Portal<'_>, region: &Region<'_>, place: &'a Place<'a>) -> Row<'a> {
    let summary: &'a Summary = place.summary;
    let counting = summary.stars();
    Row {
        name: &summary.name,
        url: format!("{}/index.html", summary.id),
        region: portal.region_below(place, region),
        last_published: summary.last_published.as_deref(),
        due: summary.due,
        done: summary.published + summary.not_applicable,
        overdue: summary.overdue,
        near: summary.near,
        on_time: summary.on_time,
        complete: summary.complete,
        stars: counting.map(|s| s.stars),
        max: counting.map_or(0, |s| s.max),
        standing: summary.ratings.first().map(|r| r.fact.standing).filter(|_| counting.is_none()),
        counts: summary.counts.iter().map(|(kind, n)| (kind.as_str(), *n)).collect(),
        findings: summary.findings,
        sample: summary.sample,
    }
}

/// The medians of a kind in the nearest region, from this one upwards, that has enough of them.
fn median<'a>(portal: &'a Portal<'_>, region: &'a Region<'_>, kind: CommunityType) -> Option<Median<'a>> {
    portal.tree.upwards(region).find_map(|above| {
        let places = portal.tree.of_kind(&above.inside, kind);
        let due: Vec<&Summary> = places.iter().map(|p| p.summary).filter(|s| s.due > 0).collect();
        let middle = |of: fn(&Summary) -> usize| middle(due.iter().map(|s| of(s)).collect());
        (due.len() >= FEWEST).then(|| Median {
            region: portal.title(above),
            own: above.names == region.names,
            count: due.len(),
            on_time: middle(|s| s.on_time),
            complete: middle(|s| s.complete),
            overdue: middle(|s| s.overdue),
            findings: middle(|s| s.findings),
        })
    })
}

/// The number in the middle; half way between the two where there is no single one.
fn middle(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    let half = numbers.len() / 2;
    let Some(upper) = numbers.get(half) else {
        return String::new();
    };
    let sum = if numbers.len().is_multiple_of(2) { numbers[half - 1] + upper } else { upper * 2 };
    let rest = if sum.is_multiple_of(2) { "" } else { ".5" };
    format!("{}{rest}", sum / 2)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_middle() {
        for (numbers, want) in
            [(vec![3], "3"), (vec![9, 1, 4], "4"), (vec![1, 4], "2.5"), (vec![4, 2], "3"), (vec![], "")]
        {
            assert_eq!(super::middle(numbers), want);
        }
    }
}
