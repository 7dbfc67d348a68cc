//! The matrix pages of a region: who has published what, quarter by quarter.
//!
//! In: summaries by region. Out: a page for each quarter, cut into more where there are many communities.
//! Never mixes villages with urban communities: their catalogues differ.

mod sheet;

use serde::Serialize;

use self::sheet::{Look, Row, Table};
use super::{Portal, Region, Summary};
use crate::derive::matrix::Matrix;
use crate::locale;
use crate::value::{Date, Period};
use crate::view::{Page, View};

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

/// The matrix pages of a region; none where nobody lies in it.
pub(super) fn views<'a>(portal: &Portal<'a>, region: &Region<'a>) -> Vec<View> {
    let mut views = Vec::new();
    let inside: Vec<&Summary> = portal.tree.summaries(region).collect();
    if !inside.is_empty() {
        Place { portal, region, inside }.views(&mut views);
    }
    views
}

/// Where the matrix of a region begins: its newest quarter that has ended.
pub(super) fn url(region: &Region<'_>) -> String {
    address(region, None, 1)
}

/// The address of a page of a quarter; `None` is the newest one that has ended.
fn address(region: &Region<'_>, quarter: Option<Period>, page: usize) -> String {
    let stem = quarter.map_or("index".to_owned(), |q| q.to_string().to_lowercase());
    let number = if page > 1 { format!("-{page}") } else { String::new() };
    format!("{}matrix/{stem}{number}.html", region.folder())
}

/// A region with what lies in it.
struct Place<'p, 'a> {
    portal: &'p Portal<'a>,
    region: &'p Region<'a>,
    inside: Vec<&'a Summary>,
}

impl<'a> Place<'_, 'a> {
    fn views(&self, views: &mut Vec<View>) {
        let quarters = Matrix::quarters(self.portal.as_of);
        let newest = quarters[1];
        let told = |q: &Period| *q == newest || self.inside.iter().any(|s| tells(s, *q));
        let quarters: Vec<Period> = quarters.into_iter().filter(told).collect();
        for quarter in &quarters {
            let key = |q: Period| Some(q).filter(|q| *q != newest);
            let address = |page| address(self.region, key(*quarter), page);
            let door = |q: &Period| Door {
                period: *q,
                url: self::address(self.region, key(*q), 1),
                running: q.last() >= self.portal.as_of,
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
                    region: self.portal.title(self.region),
                    as_of: self.portal.as_of,
                    quarter: *quarter,
                    running: quarter.last() >= self.portal.as_of,
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
        let words = locale::messages(self.portal.city.language());
        let period = locale::period(body.quarter, words);
        let title = words.text("page-matrix", &[("place", body.region), ("period", &period)]);
        let crumbs = self.portal.crumbs(self.region, &[(&words.word("crumb-matrix"), &route)]);
        let owner = format!("matrix {} {}", self.region.path(), body.quarter);
        let (description, template) = (String::new(), "matrix".to_owned());
        Page { route, title, description, template, kind: "matrix", crumbs, body }.view(owner)
    }

    /// Rows of the regions below, then of the communities that lie in none of them.
    fn sheets(&self, quarter: Period, looks: &mut sheet::Looks) -> Vec<Table<'_>> {
        let tree = &self.portal.tree;
        let mut direct: Vec<&'a Summary> = self.region.direct.iter().map(|n| tree.places[*n].summary).collect();
        direct.sort_by(|a, b| (&a.parent, &a.id).cmp(&(&b.parent, &b.id)));
        let mut sheets = Vec::new();
        for (kind, catalogue) in sheet::groups(&self.inside, quarter) {
            let of_group = |list: &[&'a Summary]| -> Vec<&'a Summary> {
                let here = |s: &&&Summary| s.kind == kind && catalogue_of(s, quarter) == catalogue;
                list.iter().filter(here).copied().collect()
            };
            let whole = of_group(&self.inside);
            let regions = self.region.children.iter().map(|n| {
                let below = &tree.regions[*n];
                let list = of_group(&tree.summaries(below).collect::<Vec<_>>());
                Row::of_region(below.name(), url(below), list.len(), &list, quarter)
            });
            let regions: Vec<_> = regions.filter(|row| row.communities > 0).collect();
            let communities: Vec<_> = of_group(&direct).into_iter().map(|s| Row::of_community(s, quarter)).collect();
            for (rows, by_region) in [(regions, true), (communities, false)] {
                if !rows.is_empty() {
                    let sheet = Table::new(self.portal.city, kind, catalogue, by_region, rows, &whole, quarter, looks);
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
