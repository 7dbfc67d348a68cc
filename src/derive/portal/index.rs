//! The page of a region: find yours, what is new, what is to be reached, the regions below, the communities.
//!
//! In: the rooms beside this one. Out: one view. Never more on it than a cheap phone can take.

use serde::Serialize;

use super::goals::Goals;
use super::news::{Item, Silent};
use super::open::Open;
use super::regions::Child;
use super::rows::Table;
use super::totals::Totals;
use super::{Portal, Region, goals, matrix, names, news, open, regions, rows, stars};
use crate::derive::region;
use crate::view::{Page, View};

#[derive(Serialize)]
struct Body<'a> {
    region: Head<'a>,
    totals: Totals<'a>,
    find: Find,
    children: Vec<Child<'a>>,
    tables: Vec<Table<'a>>,
    goals: Goals<'a>,
    stars: String,
    matrix: String,
    news: Vec<Item<'a>>,
    silent: Silent<'a>,
    /// What is overdue or soon due, by community; only where few communities lie below.
    open: Vec<Open<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    name: &'a str,
    level: usize,
    path: Vec<region::Step>,
}

/// What the box by which people find their own needs to know.
#[derive(Serialize)]
struct Find {
    /// The script with all names.
    names: &'static str,
    /// The names of the page's region, joined by `/`: what lies in it comes first.
    here: String,
    /// The page that lists all names.
    all: String,
}

impl Find {
    /// The box on a page of a region.
    fn of(region: &Region<'_>) -> Self {
        Self { names: super::find::FILE, here: region.path(), all: names::ALL.to_owned() }
    }
}

pub(super) fn view(portal: &Portal<'_>, region: &Region<'_>) -> View {
    let title = portal.title(region);
    let whole = region.names.is_empty();
    let body = Body {
        region: Head { name: title, level: region.names.len(), path: region::steps(portal.city, &region.path()) },
        totals: Totals::of(portal.tree.summaries(region)),
        find: Find::of(region),
        children: regions::children(portal, region),
        tables: rows::tables(portal, region),
        goals: goals::of(portal, region),
        stars: stars::url(region),
        matrix: matrix::url(region),
        news: news::newest(portal, region),
        silent: news::silent(portal, region),
        open: open::lists(portal, region),
    };
    let page = Page {
        route: region.url.clone(),
        title: title.to_owned(),
        description: String::new(),
        template: "portal".into(),
        kind: "portal",
        crumbs: if whole { Vec::new() } else { portal.crumbs(region, &[]) },
        body,
    };
    page.view(format!("region {}", region.path()))
}
