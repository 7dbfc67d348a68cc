//! The pages that list all names, for those who read without scripts.
//!
//! In: the tree. Out: one page grouped by region; where it would grow too large, one for each region below
//! it, and so on. Never a name left out.

use serde::Serialize;

use super::tree::Place;
use super::{Portal, Region};
use crate::derive::summary::Summary;
use crate::locale;
use crate::view::{Page, View};

/// The page of all names, or that leads to all of them.
pub(super) const ALL: &str = "all/index.html";

/// How large the names of a page may be, in bytes, as [`weight`] estimates them.
const LARGEST: usize = 200_000;

#[derive(Serialize)]
struct Body<'a> {
    region: &'a str,
    count: usize,
    groups: Vec<Group<'a>>,
    /// Pages that hold the names of regions below, where they are too many for this one.
    parts: Vec<Part>,
}

/// The communities of one lowest region.
#[derive(Serialize)]
struct Group<'a> {
    path: String,
    url: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    name: &'a str,
    url: String,
    #[serde(rename = "type")]
    kind: &'a str,
    others: &'a [String],
}

#[derive(Serialize)]
struct Part {
    title: String,
    url: String,
    count: usize,
}

/// All pages of names.
pub(super) fn views(portal: &Portal<'_>) -> Vec<View> {
    let mut views = Vec::new();
    page(portal, 0, ALL.to_owned(), &mut views);
    views
}

/// About how many bytes a name takes on a page.
fn weight(place: &Place<'_>) -> usize {
    let others: usize = place.summary.other_names.iter().map(|n| n.len() + 3).sum();
    90 + place.summary.id.len() + place.summary.name.len() + others
}

/// The page of a region's names, and those below it.
fn page(portal: &Portal<'_>, at: usize, route: String, views: &mut Vec<View>) {
    let region = &portal.tree.regions[at];
    let sum = |list: &[usize]| list.iter().map(|n| weight(&portal.tree.places[*n])).sum::<usize>();
    if sum(&region.inside) <= LARGEST {
        views.push(view(portal, region, route, &region.inside, Vec::new()));
        return;
    }
    let mut parts = Vec::new();
    for child in &region.children {
        let below = &portal.tree.regions[*child];
        let url = format!("{}all.html", below.folder());
        parts.push(Part { title: below.name().to_owned(), url: url.clone(), count: below.inside.len() });
        page(portal, *child, url, views);
    }
    let chunks = chunks(portal, &region.direct);
    let own = chunks.first().copied().unwrap_or_default();
    for (n, chunk) in chunks.iter().enumerate().skip(1) {
        let url = route.replace(".html", &format!("-{}.html", n + 1));
        let name = |n: usize| portal.tree.places[n].summary.name.as_str();
        let title = format!("{} – {}", name(chunk[0]), name(chunk[chunk.len() - 1]));
        parts.push(Part { title, url: url.clone(), count: chunk.len() });
        views.push(view(portal, region, url, chunk, Vec::new()));
    }
    views.push(view(portal, region, route, own, parts));
}

/// Cuts a list where a page would grow too large.
fn chunks<'l>(portal: &Portal<'_>, list: &'l [usize]) -> Vec<&'l [usize]> {
    let (mut chunks, mut from, mut size) = (Vec::new(), 0, 0);
    for (n, place) in list.iter().enumerate() {
        let weight = weight(&portal.tree.places[*place]);
        if size + weight > LARGEST && n > from {
            chunks.push(&list[from..n]);
            (from, size) = (n, 0);
        }
        size += weight;
    }
    if from < list.len() {
        chunks.push(&list[from..]);
    }
    chunks
}

fn item(summary: &Summary) -> Item<'_> {
    Item {
        name: &summary.name,
        url: format!("{}/index.html", summary.id),
        kind: &summary.kind,
        others: &summary.other_names,
    }
}

/// How many names from the top all regions of a list share, without the last one of any.
fn shared(portal: &Portal<'_>, list: &[usize]) -> usize {
    let names = |n: &usize| &portal.tree.regions[portal.tree.places[*n].region].names;
    let Some(first) = list.first().map(names) else {
        return 0;
    };
    let with = |n: &usize| {
        let other = names(n);
        let same = first.iter().zip(other).take_while(|(a, b)| a == b).count();
        same.min(other.len().saturating_sub(1))
    };
    list.iter().map(with).min().unwrap_or_default()
}

fn view(portal: &Portal<'_>, region: &Region<'_>, route: String, list: &[usize], parts: Vec<Part>) -> View {
    let words = locale::messages(portal.city.language());
    let name = portal.title(region);
    let title = words.text("portal-all-title", &[("name", region.name())]);
    let shared = shared(portal, list);
    let places: Vec<&Place<'_>> = list.iter().map(|n| &portal.tree.places[*n]).collect();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for places in places.chunk_by(|a, b| a.region == b.region) {
        let lowest = &portal.tree.regions[places[0].region];
        groups.push(Group {
            path: lowest.names[shared.min(lowest.names.len())..].join(" "),
            url: &lowest.url,
            items: places.iter().map(|p| item(p.summary)).collect(),
        });
    }
    let page = Page {
        title: title.clone(),
        description: String::new(),
        template: "portal-all".into(),
        kind: "portal",
        crumbs: portal.crumbs(region, &[(&title, &route)]),
        body: Body { region: name, count: list.len(), groups, parts },
        route,
    };
    page.view("names")
}
