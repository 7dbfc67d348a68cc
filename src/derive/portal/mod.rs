//! The portals: one page for the whole, one for every region that has communities below it.
//!
//! In: summaries. Out: the portal's site. Never needs a community's pages.

mod matrix;

use std::collections::BTreeMap;

use serde::Serialize;

use super::summary::{OpenDuty, Summary};
use super::{find, frame, missing, region};
use crate::locale;
use crate::record::City;
use crate::route;
use crate::view::{Crumb, Page, Site, View};

#[derive(Serialize)]
struct Body<'a> {
    region: Region<'a>,
    children: Vec<Child>,
    rows: Vec<Row<'a>>,
    totals: Totals<'a>,
    /// What is overdue or soon due, by community; only where few communities lie below.
    open: Vec<Open<'a>>,
    /// Address of the matrix, where there is one.
    matrix: Option<String>,
}

/// What one community has not published yet.
#[derive(Serialize)]
struct Open<'a> {
    name: &'a str,
    url: String,
    items: &'a [OpenDuty],
    /// How many more there are.
    more: usize,
}

/// How many communities a page lists by name what they have not published.
const LISTED: usize = 40;

#[derive(Serialize)]
struct Region<'a> {
    name: &'a str,
    level: usize,
    path: Vec<region::Step>,
}

/// A region one level below.
#[derive(Serialize)]
struct Child {
    name: String,
    url: String,
    communities: usize,
    /// Percent in time; none where nothing was due.
    on_time: Option<usize>,
    complete: Option<usize>,
    overdue: usize,
    near: usize,
    stars3: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    url: String,
    pinyin: String,
    initials: String,
    #[serde(rename = "type")]
    kind: &'a str,
    region: String,
    last_published: Option<&'a str>,
    due: usize,
    published: usize,
    not_applicable: usize,
    overdue: usize,
    near: usize,
    on_time: usize,
    complete: usize,
    stars: Option<u32>,
    findings: usize,
    counts: BTreeMap<&'a str, usize>,
    records: usize,
    sample: bool,
}

#[derive(Serialize, Default)]
struct Totals<'a> {
    communities: usize,
    villages: usize,
    urban: usize,
    records: usize,
    findings: usize,
    population: u64,
    households: u64,
    due: usize,
    in_time: usize,
    late: usize,
    not_applicable: usize,
    overdue: usize,
    near: usize,
    /// For each kind of record, how many are in each state.
    states: BTreeMap<&'a str, BTreeMap<&'a str, usize>>,
}

/// Makes the portal's site from the summaries of all communities.
pub fn derive_portal(city: &City, summaries: &[Summary]) -> Site {
    let words = locale::messages(city.language());
    let mut regions: BTreeMap<Vec<&str>, Vec<&Summary>> = BTreeMap::new();
    for summary in summaries {
        let names = region::split(&summary.parent);
        for n in 1..=names.len() {
            regions.entry(names[..n].to_vec()).or_default().push(summary);
        }
    }
    let all: Vec<&Summary> = summaries.iter().collect();
    let mut views = vec![view(city, &[], &all, &regions)];
    views.extend(regions.iter().map(|(names, inside)| view(city, names, inside, &regions)));
    views.extend(matrix::views(city, summaries, &regions));
    views.push(missing::view(words, "portal"));
    views.push(find::portal_view(words, summaries));
    Site { id: String::new(), frame: frame::portal_frame(city), views, files: Vec::new() }
}

fn view(city: &City, names: &[&str], inside: &[&Summary], regions: &BTreeMap<Vec<&str>, Vec<&Summary>>) -> View {
    let title = names.last().map_or(city.config.name.value.as_str(), |n| n);
    let route = if names.is_empty() { "index.html".to_owned() } else { region::url(city, names) };
    let way: Vec<region::Step> = region::steps(city, &names.join("/"));
    let mut crumbs = vec![Crumb { title: city.config.name.value.clone(), url: "index.html".into() }];
    crumbs.extend(way.iter().map(|s| Crumb { title: s.name.clone(), url: s.url.clone() }));
    let children = below(names, regions).into_iter().map(|(path, list)| child(city, path, list)).collect();
    let body = Body {
        region: Region { name: title, level: names.len(), path: way },
        children,
        rows: inside.iter().map(|s| row(s)).collect(),
        totals: totals(inside),
        open: if inside.len() <= LISTED { inside.iter().filter_map(|s| open(s)).collect() } else { Vec::new() },
        matrix: (!inside.is_empty()).then(|| matrix::url(city, names)),
    };
    let page = Page {
        route,
        title: title.to_owned(),
        description: String::new(),
        template: "portal".into(),
        kind: "portal",
        crumbs: if names.is_empty() { Vec::new() } else { crumbs },
        body,
    };
    page.view(format!("region {}", names.join("/")))
}

type Inside<'m, 'a> = (&'m Vec<&'a str>, &'m Vec<&'a Summary>);

/// The regions one level below; a level with a single region that holds everything is passed over.
fn below<'m, 'a>(names: &[&str], regions: &'m BTreeMap<Vec<&'a str>, Vec<&'a Summary>>) -> Vec<Inside<'m, 'a>> {
    let inside = |names: &[&str]| -> Vec<Inside<'m, 'a>> {
        regions.iter().filter(|(path, _)| path.len() == names.len() + 1 && path.starts_with(names)).collect()
    };
    let mut here = inside(names);
    while let [(only, _)] = here.as_slice() {
        let next = inside(only);
        if next.is_empty() {
            break;
        }
        here = next;
    }
    here
}

fn child(city: &City, path: &[&str], list: &[&Summary]) -> Child {
    let sum = |f: fn(&Summary) -> usize| list.iter().map(|s| f(s)).sum::<usize>();
    let (due, overdue) = (sum(|s| s.due), sum(|s| s.overdue));
    Child {
        name: path.last().copied().unwrap_or_default().to_owned(),
        url: region::url(city, path),
        communities: list.len(),
        on_time: (sum(Summary::in_time) * 100).checked_div(due),
        complete: ((due - overdue) * 100).checked_div(due),
        overdue,
        near: sum(|s| s.near),
        stars3: list.iter().filter(|s| s.stars().is_some_and(|s| s.stars >= 3)).count(),
    }
}

fn row(summary: &Summary) -> Row<'_> {
    let (pinyin, initials) = route::keyboard(&summary.name);
    Row {
        name: &summary.name,
        url: format!("{}/index.html", summary.id),
        pinyin,
        initials,
        kind: &summary.kind,
        region: summary.parent.replace('/', " "),
        last_published: summary.last_published.as_deref(),
        due: summary.due,
        published: summary.published,
        not_applicable: summary.not_applicable,
        overdue: summary.overdue,
        near: summary.near,
        on_time: summary.on_time,
        complete: summary.complete,
        stars: summary.stars().map(|s| s.stars),
        findings: summary.findings,
        counts: summary.counts.iter().map(|(kind, n)| (kind.as_str(), *n)).collect(),
        records: summary.records,
        sample: summary.sample,
    }
}

fn open(summary: &Summary) -> Option<Open<'_>> {
    let more = (summary.overdue + summary.near).saturating_sub(summary.open.len());
    let open =
        Open { name: &summary.name, url: format!("{}/catalogue/index.html", summary.id), items: &summary.open, more };
    (!open.items.is_empty()).then_some(open)
}

fn totals<'a>(list: &[&'a Summary]) -> Totals<'a> {
    let mut totals = Totals { communities: list.len(), ..Totals::default() };
    for summary in list {
        if summary.is_village() {
            totals.villages += 1;
        } else {
            totals.urban += 1;
        }
        totals.records += summary.records;
        totals.findings += summary.findings;
        totals.population += u64::from(summary.population);
        totals.households += u64::from(summary.households);
        totals.due += summary.due;
        totals.in_time += summary.in_time();
        totals.late += summary.late;
        totals.not_applicable += summary.not_applicable;
        totals.overdue += summary.overdue;
        totals.near += summary.near;
        for (kind, state, count) in &summary.states {
            *totals.states.entry(kind).or_default().entry(state).or_default() += count;
        }
    }
    totals
}
