//! An invented city, as its portals see it: summaries without communities.
//!
//! In: lines of settings and summaries. Out: the portal's pages, as visitors read them.
//! Never reads or writes a file.

use std::collections::BTreeMap;

use gongkai::derive::{self, Rating, Summary};
use gongkai::diagnostic::{Severity, Sink, Sources};
use gongkai::load::load_city;
use gongkai::record::City;
use gongkai::record::facts::{RatingStanding, StarsFact};
use gongkai::render::{self, Theme};
use gongkai::value::Date;
use gongkai::world::MemoryWorld;
use gongkai::write::Memo;
use scraper::Html;

use super::TODAY;
use super::page::Page;

/// The files of a portal by address.
pub struct Portal(pub BTreeMap<String, Vec<u8>>);

/// A city with these settings and no communities; `files` go beside the settings.
pub fn city(settings: &str, files: &[(&str, &str)]) -> City {
    let mut world = MemoryWorld::new(TODAY).with("content/site.yaml", settings);
    for (path, text) in files {
        world = world.with(path, *text);
    }
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let city = load_city(&world, &mut sources, &mut sink).expect("memory can be read");
    let errors = sink.list().iter().filter(|d| d.severity() == Severity::Error).count();
    assert_eq!(errors, 0, "{:?}", sink.list());
    city.expect("sound settings")
}

impl Portal {
    /// Derives and renders the portal over summaries.
    pub fn of(city: &City, summaries: &[Summary]) -> Self {
        let world = MemoryWorld::new(TODAY);
        let theme = Theme::load(&world, "default", city.language()).expect("the default theme");
        let site = derive::derive_portal(city, summaries, TODAY);
        let bundle = render::render(site, &theme, &Memo::default(), gongkai::clock::OFF).expect("the portal renders");
        let file = |(route, output): (&str, &gongkai::bundle::Output)| {
            (route.to_owned(), output.bytes.as_ref().expect("made anew").to_vec())
        };
        Self(bundle.iter().filter(|(route, _)| !route.starts_with("assets/")).map(file).collect())
    }

    /// A page as a visitor reads it.
    pub fn page(&self, route: &str) -> Page {
        let bytes = self.0.get(route).unwrap_or_else(|| panic!("{route} is missing; there are {:?}", self.0.keys()));
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        Page { route: route.to_owned(), html: Html::parse_document(&text) }
    }

    /// Where the links of a page lead, from the portal's root; only links within the output.
    pub fn links(&self, route: &str) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.0[route]);
        let links = text.split("<a ").skip(1).filter_map(|rest| rest.split("href=").nth(1));
        let address = |rest: &str| rest.trim_start_matches('"').split(['"', ' ', '>', '#']).next().map(str::to_owned);
        links.filter_map(address).filter(|link| link.ends_with(".html")).map(|link| resolve(route, &link)).collect()
    }

    /// The addresses of all pages.
    pub fn routes(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|route| route.ends_with(".html"))
    }
}

/// A community in which `late` of ten duties are overdue and all others were done in time.
pub fn community(id: &str, name: &str, kind: &str, parent: &str, overdue: usize) -> Summary {
    let published = 10 - overdue;
    Summary {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: kind.to_owned(),
        parent: parent.to_owned(),
        last_published: Some("2026-11-10".to_owned()),
        due: 10,
        published,
        overdue,
        on_time: published * 10,
        complete: published * 10,
        records: 12,
        population: 1200,
        households: 400,
        counts: vec![("decision".to_owned(), 3)],
        ..Summary::default()
    }
}

/// A rating by 幸福社区 of a year.
pub fn rated(year: i16, stars: u32, total: &str, standing: RatingStanding) -> Rating {
    let fact = StarsFact {
        rubric: "xingfu-shequ".into(),
        rubric_name: "幸福社区".into(),
        cycle: year.to_string(),
        ended: Date::constant(year, 12, 31),
        stars,
        max: 5,
        level: None,
        total: total.to_owned(),
        before: None,
        standing,
        comparable: true,
    };
    Rating { fact, url: format!("evaluations/{year}.html") }
}

/// The path that a link on the page at `route` means.
fn resolve(route: &str, link: &str) -> String {
    let mut parts: Vec<&str> = route.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}
