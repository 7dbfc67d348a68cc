//! The matrix pages of a region: who has published what, quarter by quarter.
//!
//! In: summaries by region. Out: a page for each quarter, cut into more where there are many communities.
//! Never mixes villages with urban communities: their catalogues differ.

mod sheet;

use std::collections::BTreeMap;

use serde::Serialize;

use self::sheet::{Look, Row, Table};
use super::Summary;
use crate::derive::matrix::Matrix;
use crate::derive::region;
use crate::locale;
use crate::record::City;
use crate::value::{Date, Period};
use crate::view::{Crumb, Page, View};

/// How many cells a page may have at most, so that it stays below 300 KB even where everything is missing.
const CELLS: usize = 2600;

/// How many rows a page may have at most.
const ROWS: usize = 100;

#[derive(Serialize)]
struct Body<'a> {
    region: &'a str,
    as_of: Date,
    quarter: Period,
    /// Whether the quarter has not ended yet.
    running: bool,
    quarters: Vec<Door>,
    turn: Option<Turn>,
    tables: Vec<Table<'a>>,
    /// Every different cell once; rows name them by number.
    looks: Vec<Look>,
}

/// The way to another quarter.
#[derive(Serialize)]
struct Door {
    period: Period,
    url: String,
    running: bool,
}

/// The way through the pages of a quarter.
#[derive(Serialize)]
struct Turn {
    at: usize,
    of: usize,
    before: Option<String>,
    after: Option<String>,
}

type Regions<'s, 'a> = BTreeMap<Vec<&'a str>, Vec<&'s Summary>>;

/// All matrix pages: of the whole, and of every region.
pub(super) fn views<'a>(city: &City, summaries: &'a [Summary], regions: &Regions<'a, 'a>) -> Vec<View> {
    let Some(as_of) = summaries.iter().map(|s| s.matrix.as_of).max() else {
        return Vec::new();
    };
    let all: Vec<&Summary> = summaries.iter().collect();
    let mut views = Vec::new();
    let mut of = |names: &[&str], inside: &[&'a Summary]| {
        let place = Place { city, names, inside, regions, as_of };
        place.views(&mut views);
    };
    of(&[], &all);
    regions.iter().for_each(|(names, inside)| of(names, inside));
    views
}

/// Where the matrix of a region begins: its newest quarter that has ended.
pub(super) fn url(city: &City, names: &[&str]) -> String {
    address(city, names, None, 1)
}

/// The address of a page of a quarter; `None` is the newest one that has ended.
fn address(city: &City, names: &[&str], quarter: Option<Period>, page: usize) -> String {
    let folder = if names.is_empty() { String::new() } else { region::url(city, names).replace("index.html", "") };
    let stem = quarter.map_or("index".to_owned(), |q| q.to_string().to_lowercase());
    let number = if page > 1 { format!("-{page}") } else { String::new() };
    format!("{folder}matrix/{stem}{number}.html")
}

/// A region with what lies in it.
struct Place<'p, 'a> {
    city: &'p City,
    names: &'p [&'p str],
    inside: &'p [&'a Summary],
    regions: &'p Regions<'a, 'a>,
    as_of: Date,
}

impl<'a> Place<'_, 'a> {
    fn views(&self, views: &mut Vec<View>) {
        let quarters = Matrix::quarters(self.as_of);
        let newest = quarters[1];
        let told = |q: &Period| *q == newest || self.inside.iter().any(|s| tells(s, *q));
        let quarters: Vec<Period> = quarters.into_iter().filter(told).collect();
        for quarter in &quarters {
            let key = |q: Period| Some(q).filter(|q| *q != newest);
            let address = |page| address(self.city, self.names, key(*quarter), page);
            let door = |q: &Period| Door {
                period: *q,
                url: self::address(self.city, self.names, key(*q), 1),
                running: q.last() >= self.as_of,
            };
            let mut looks = sheet::Looks::default();
            let pages = pages(self.sheets(*quarter, &mut looks));
            let of = pages.len();
            let looks = looks.list();
            for (at, tables) in pages.into_iter().enumerate() {
                let at = at + 1;
                let turn = Turn {
                    at,
                    of,
                    before: (at > 1).then(|| address(at - 1)),
                    after: (at < of).then(|| address(at + 1)),
                };
                let body = Body {
                    region: self.names.last().copied().unwrap_or(&self.city.config.name),
                    as_of: self.as_of,
                    quarter: *quarter,
                    running: quarter.last() >= self.as_of,
                    quarters: quarters.iter().map(door).collect(),
                    turn: (of > 1).then_some(turn),
                    tables,
                    looks: looks.clone(),
                };
                views.push(self.page(address(at), body));
            }
        }
    }

    fn page(&self, route: String, body: Body<'_>) -> View {
        let words = locale::messages(self.city.language());
        let period = locale::period(body.quarter, words);
        let title = words.text("page-matrix", &[("place", body.region), ("period", &period)]);
        let mut crumbs = vec![Crumb { title: self.city.config.name.value.clone(), url: "index.html".into() }];
        let way = region::steps(self.city, &self.names.join("/"));
        crumbs.extend(way.into_iter().map(|s| Crumb { title: s.name, url: s.url }));
        crumbs.push(Crumb { title: words.word("crumb-matrix"), url: route.clone() });
        let owner = format!("matrix {} {}", self.names.join("/"), body.quarter);
        let (description, template) = (String::new(), "matrix".to_owned());
        Page { route, title, description, template, kind: "matrix", crumbs, body }.view(owner)
    }

    /// Rows of the regions below, then of the communities that lie in none of them.
    fn sheets(&self, quarter: Period, looks: &mut sheet::Looks) -> Vec<Table<'a>> {
        let below = super::below(self.names, self.regions);
        let within = |s: &Summary| {
            let names = region::split(&s.parent);
            below.iter().any(|(path, _)| names.starts_with(path))
        };
        let mut direct: Vec<&'a Summary> = self.inside.iter().copied().filter(|s| !within(s)).collect();
        direct.sort_by(|a, b| (&a.parent, &a.id).cmp(&(&b.parent, &b.id)));
        let mut sheets = Vec::new();
        for (kind, catalogue) in sheet::groups(self.inside, quarter) {
            let of_group = |list: &[&'a Summary]| -> Vec<&'a Summary> {
                let here = |s: &&&Summary| s.kind == kind && catalogue_of(s, quarter) == catalogue;
                list.iter().filter(here).copied().collect()
            };
            let whole = of_group(self.inside);
            let regions = below.iter().map(|(path, list)| {
                let list = of_group(list);
                let url = self::url(self.city, path);
                Row::of_region(path.last().copied().unwrap_or_default(), url, list.len(), &list, quarter)
            });
            let regions: Vec<_> = regions.filter(|row| row.communities > 0).collect();
            let communities: Vec<_> = of_group(&direct).into_iter().map(|s| Row::of_community(s, quarter)).collect();
            for (rows, by_region) in [(regions, true), (communities, false)] {
                if !rows.is_empty() {
                    let sheet = Table::new(self.city, kind, catalogue, by_region, rows, &whole, quarter, looks);
                    sheets.extend(sheet);
                }
            }
        }
        sheets
    }
}

/// Whether anything fell into a quarter.
fn tells(summary: &Summary, quarter: Period) -> bool {
    summary.matrix.window(quarter).is_some_and(|w| !w.cells.is_empty())
}

fn catalogue_of(summary: &Summary, quarter: Period) -> &str {
    summary.matrix.window(quarter).map_or("", |w| &w.catalogue)
}

/// Lays tables onto pages, none of them too large; at least one page.
fn pages(sheets: Vec<Table<'_>>) -> Vec<Vec<Table<'_>>> {
    let mut pages: Vec<Vec<Table<'_>>> = vec![Vec::new()];
    let (mut rows, mut cells) = (0, 0);
    for sheet in sheets {
        let wide = sheet.width();
        for table in sheet.cut((CELLS / wide.max(1)).clamp(10, ROWS)) {
            let (more_rows, more_cells) = (table.rows.len(), table.rows.len() * wide);
            if rows > 0 && (rows + more_rows > ROWS || cells + more_cells > CELLS) {
                pages.push(Vec::new());
                (rows, cells) = (0, 0);
            }
            (rows, cells) = (rows + more_rows, cells + more_cells);
            pages.last_mut().expect("never empty").push(table);
        }
    }
    pages
}
