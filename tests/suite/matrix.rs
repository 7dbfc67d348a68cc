//! The matrix of large cities: pages that stay small, whole and linked.
//!
//! In: summaries of 1,470 invented communities made from two, flat or in districts and streets.
//! Out: sizes, links, rows. Never renders a community's pages.

use std::collections::{BTreeMap, BTreeSet};

use gongkai::bundle::Bundle;
use gongkai::derive::{Context, Summary, derive_community, derive_portal};
use gongkai::diagnostic::{Sink, Sources};
use gongkai::load::{load_city, load_community};
use gongkai::record::{City, Scope};
use gongkai::render::{Theme, render};
use gongkai::world::{DiskWorld, Files};
use gongkai::write::Memo;
use scraper::{Html, Selector};

use crate::kit::TODAY;
use crate::kit::site::SiteTest;

const COMMUNITIES: usize = 1470;

/// The city, and what portals know of one community of it.
fn summary(site: &SiteTest, id: &str) -> (City, Summary) {
    let world: DiskWorld = site.world();
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let city = load_city(&world, &mut sources, &mut sink).expect("readable").expect("a city");
    let files = Files::read(&world, &format!("content/communities/{id}")).expect("readable");
    let corpus = load_community(id, &files, &mut sources, &mut sink).expect("a community");
    let scope = Scope { city: &city, corpus: &corpus, as_of: TODAY };
    let summary = derive_community(&Context::new(scope, &[], &sources, &files)).summary;
    (city, summary)
}

/// Many communities in which everything is missing, but for one village in five.
fn many(parent: impl Fn(usize) -> String) -> (City, Vec<Summary>) {
    let bare = SiteTest::two();
    for id in ["shanghe", "heping"] {
        let path = format!("content/communities/{id}/community.yaml");
        bare.replace(&path, "生效: 2026-10-01", "生效: 2020-01-01");
    }
    let (city, village) = summary(&bare, "shanghe");
    let (_, urban) = summary(&bare, "heping");
    let sample = SiteTest::sample();
    let (_, good) = summary(&sample, "junying");
    let one = |at: usize| {
        let mut one = match at % 3 {
            2 => urban.clone(),
            _ if at.is_multiple_of(5) => good.clone(),
            _ => village.clone(),
        };
        one.id = format!("c{at:04}");
        one.name = format!("示例{at:04}号{}", if at % 3 == 2 { "社区" } else { "村" });
        one.parent = parent(at);
        one
    };
    (city, (0..COMMUNITIES).map(one).collect())
}

/// The matrix pages of a portal, by address.
fn pages(city: &City, summaries: &[Summary]) -> BTreeMap<String, String> {
    let mut site = derive_portal(city, summaries, TODAY);
    site.views.retain(|v| v.template == "matrix.html");
    let theme = Theme::load(&SiteTest::two().world(), "default", city.language()).expect("the theme");
    let bundle: Bundle = render(site, &theme, &Memo::default(), gongkai::clock::OFF).expect("renders");
    let text = |bytes: &Option<std::sync::Arc<Vec<u8>>>| {
        String::from_utf8(bytes.as_ref().expect("made anew").to_vec()).expect("UTF-8")
    };
    let pages = bundle.iter().filter(|(route, _)| route.contains("matrix/") && route.ends_with(".html"));
    pages.map(|(route, output)| (route.to_owned(), text(&output.bytes))).collect()
}

fn too_large(pages: &BTreeMap<String, String>) -> Vec<String> {
    let large = pages.iter().filter(|(_, html)| html.len() >= 300_000);
    large.map(|(route, html)| format!("{route}: {} bytes", html.len())).collect()
}

/// The names of rows, without the sums at the foot.
fn rows(html: &str) -> Vec<String> {
    let selector = Selector::parse("table.matrix tbody th a").expect("a selector");
    Html::parse_document(html).select(&selector).map(|e| e.text().collect()).collect()
}

/// The address that a link with this relation leads to, from the portal's root.
fn way(route: &str, html: &str, rel: &str) -> Option<String> {
    let selector = Selector::parse(&format!("nav.turn a[rel={rel}]")).expect("a selector");
    let document = Html::parse_document(html);
    let href = document.select(&selector).next()?.value().attr("href")?;
    let up = route.matches('/').count();
    Some(href.strip_prefix(&"../".repeat(up)).expect("a link from the root").to_owned())
}

#[test]
fn a_flat_city_is_paged_through_without_scripts() {
    let (city, summaries) = many(|_| "示例市".into());
    let pages = pages(&city, &summaries);
    assert_eq!(too_large(&pages), Vec::<String>::new());
    let first = "regions/shili/matrix/index.html".to_owned();
    let (mut route, mut seen, mut turned) = (first.clone(), Vec::new(), 1);
    loop {
        let html = &pages[&route];
        let here = rows(html);
        assert!((10..=100).contains(&here.len()), "{route}: {} rows", here.len());
        seen.extend(here);
        let Some(next) = way(&route, html, "next") else { break };
        assert_eq!(way(&next, &pages[&next], "prev"), Some(route), "the way back");
        (route, turned) = (next, turned + 1);
    }
    assert!((15..=40).contains(&turned), "{turned} pages");
    let names: BTreeSet<&String> = seen.iter().collect();
    assert_eq!((seen.len(), names.len()), (COMMUNITIES, COMMUNITIES), "each stands there once");
    // Five quarters, each with a first page, and a row of the one region on the pages of the whole.
    for quarter in ["index", "2026q4", "2026q2", "2026q1", "2025q4"] {
        assert!(pages.contains_key(&format!("regions/shili/matrix/{quarter}.html")), "{quarter}");
        assert_eq!(rows(&pages[&format!("matrix/{quarter}.html")]), ["示例市", "示例市"], "villages, urban ones");
    }
}

#[test]
fn districts_and_streets_have_shares_of_their_own() {
    let (city, summaries) = many(|at| format!("示例市/第{:02}区/第{:03}街道", at / 120, at / 10));
    let pages = pages(&city, &summaries);
    assert_eq!(too_large(&pages), Vec::<String>::new());
    let whole = rows(&pages["matrix/index.html"]);
    assert_eq!(whole.len(), 2 * 13, "districts, once with their villages and once with their urban communities");
    let street = pages.iter().find(|(r, _)| r.matches('/').count() == 5).expect("a street");
    let here = rows(street.1);
    assert_eq!(here.len(), 10, "{}: {here:?}", street.0);
    // 147 streets, 13 districts, the city twice; 5 quarters.
    assert_eq!(pages.len(), (147 + 13 + 2) * 5);
}

#[test]
fn communities_beside_regions_are_not_lost() {
    let (city, mut summaries) = many(|at| if at == 0 { "示例市".into() } else { format!("示例市/第{}区", at % 2) });
    summaries.truncate(6);
    let pages = pages(&city, &summaries);
    let told = rows(&pages["regions/shili/matrix/index.html"]);
    assert_eq!(told, ["第0区", "第1区", "示例0000号村", "第0区", "第1区"]);
}

#[test]
fn a_summary_stays_small() {
    let (_, summaries) = many(|_| "示例市".into());
    // As the memo keeps it: five quarters of all items in a few kilobytes.
    let bytes = postcard::to_stdvec(&summaries[1].matrix).expect("plain data").len();
    assert!(bytes < 4000, "{bytes} bytes");
}
