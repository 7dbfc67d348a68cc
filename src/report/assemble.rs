//! From rows to a report: a pure function.
//!
//! In: the rows of all communities asked for, the period, the day. Out: `Report`.
//! Never compares a village with an urban community.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::gather::{Row, mend};
use super::model::{
    CatalogueHead, Change, CommunityRow, Group, Head, Item, ItemCell, ProblemKind, Rank, RegionRow, Report, Score,
    Star, Totals,
};
use super::region;
use crate::derive::{FEWEST, Rating, Tally, Urgency, Window};
use crate::diagnostic::{Severity, code};
use crate::locale::{self, Language, Messages};
use crate::profile::catalogue::Catalogue;
use crate::record::City;
use crate::value::{Date, Period};

/// A community with the exact counts that sums need.
struct Counted {
    row: CommunityRow,
    now: Tally,
    before: Tally,
}

impl Report {
    /// The report on `rows`, as it stands on `as_of`; `region` is named from the top, empty for all.
    pub fn of(city: &City, period: Period, as_of: Date, region: &[String], rows: Vec<Row>, language: Language) -> Self {
        let words = locale::messages(language);
        let kinds = kinds(&rows, words);
        let catalogues = catalogues(city, &rows);
        let problems = rows.iter().flat_map(|r| r.problems.iter().cloned()).collect();
        let mut all: Vec<Counted> = rows.into_iter().map(|row| counted(city, row)).collect();
        all.sort_by(|a, b| order(&a.row).cmp(&order(&b.row)));
        rank(&mut all, "village");
        rank(&mut all, "urban");
        let of_kind = |kind: &str| group(all.iter().filter(|c| c.row.kind == kind));
        let totals = Totals { all: group(&all), villages: of_kind("village"), urban: of_kind("urban") };
        Self {
            format: "gongkai-report/1",
            head: head(city, period, as_of, region, all.iter().any(|c| c.row.sample), language),
            totals,
            regions: regions(&all, region.len()),
            communities: all.into_iter().map(|c| c.row).collect(),
            catalogues,
            kinds,
            problems,
        }
    }
}

fn order(row: &CommunityRow) -> (usize, &str, &str) {
    let kind = ["village", "urban"].iter().position(|k| *k == row.kind).unwrap_or(2);
    (kind, &row.region, &row.id)
}

fn head(city: &City, period: Period, as_of: Date, region: &[String], sample: bool, language: Language) -> Head {
    let words = locale::messages(language);
    let place = region.last().unwrap_or(&city.config.name.value);
    let sort = match period {
        Period::Month(..) => "month",
        Period::Quarter(..) => "quarter",
        Period::Half(..) => "half",
        Period::Year(..) | Period::Day(..) => "year",
    };
    let spoken = locale::period(period, words);
    Head {
        title: words.text("report-title", &[("place", place.as_str()), ("period", &spoken), ("sort", sort)]),
        period,
        first: period.first(),
        last: period.last(),
        before: period.previous(),
        as_of,
        running: period.last() >= as_of,
        region: region.join("/"),
        site: city.config.name.value.clone(),
        publisher: city.config.publisher.clone().unwrap_or_default(),
        sample: sample || city.config.sample,
        lang: language.tag(),
        generator: format!("gongkai {}", env!("CARGO_PKG_VERSION")),
    }
}

fn counted(city: &City, row: Row) -> Counted {
    let count = |severity| row.problems.iter().filter(|p| p.severity == severity).count();
    let (errors, findings, warnings) = (count(Severity::Error), count(Severity::Finding), count(Severity::Warning));
    let Some(survey) = row.survey else {
        let todo = row.problems.iter().filter(|p| p.severity == Severity::Error).map(mend).collect();
        let row = CommunityRow {
            name: row.id.clone(),
            id: row.id,
            kind: "unknown".into(),
            region: String::new(),
            sample: false,
            last_published: None,
            records: 0,
            catalogue: String::new(),
            score: Score::default(),
            before: Score::default(),
            change: Change::default(),
            rank: None,
            stars: Vec::new(),
            errors,
            findings,
            warnings,
            overdue: 0,
            items: Vec::new(),
            todo,
        };
        return Counted { row, now: Tally::default(), before: Tally::default() };
    };
    let (now, before) = (survey.window.tally(), survey.before);
    let summary = survey.summary;
    let row = CommunityRow {
        id: row.id,
        name: summary.name,
        kind: summary.kind,
        region: summary.parent,
        sample: summary.sample,
        last_published: summary.last_published,
        records: summary.records,
        items: items(city, &survey.window),
        catalogue: survey.window.catalogue,
        score: now.into(),
        before: before.into(),
        change: change(now, before),
        rank: None,
        stars: summary.ratings.iter().map(star).collect(),
        errors,
        findings,
        warnings,
        overdue: survey.todo.iter().filter(|t| t.urgency == Urgency::Overdue).count(),
        todo: survey.todo,
    };
    Counted { row, now, before }
}

fn star(rating: &Rating) -> Star {
    let fact = &rating.fact;
    Star {
        rubric: fact.rubric_name.clone(),
        cycle: fact.cycle.clone(),
        stars: fact.stars,
        max: fact.max,
        level: fact.level.clone(),
        before: fact.before,
        counts: fact.counts(),
    }
}

fn items(city: &City, window: &Window) -> Vec<ItemCell> {
    let catalogue = window.catalogue(city);
    let item = |at: u16| catalogue.and_then(|c| c.items.get(usize::from(at)));
    let cells = window.cells.iter().filter_map(|cell| Some((item(cell.item)?, cell)));
    cells
        .map(|(item, cell)| ItemCell {
            code: item.code.clone(),
            state: cell.mark,
            days: cell.days,
            done: cell.done(),
            all: cell.all(),
        })
        .collect()
}

fn change(now: Tally, before: Tally) -> Change {
    let both = now.due > 0 && before.due > 0;
    let points =
        |now: usize, then: usize| both.then(|| i64::try_from(now).unwrap_or(0) - i64::try_from(then).unwrap_or(0));
    Change { complete: points(now.complete(), before.complete()), on_time: points(now.on_time(), before.on_time()) }
}

fn group<'c>(list: impl IntoIterator<Item = &'c Counted>) -> Group {
    let list: Vec<&Counted> = list.into_iter().collect();
    let sum = |get: fn(&CommunityRow) -> usize| list.iter().map(|c| get(&c.row)).sum();
    let now = Tally::sum(list.iter().map(|c| c.now));
    let before = Tally::sum(list.iter().map(|c| c.before));
    // Who had no duties then cannot have become better or worse.
    let both = || list.iter().filter(|c| c.now.due > 0 && c.before.due > 0);
    Group {
        communities: list.len(),
        score: now.into(),
        before: before.into(),
        compared: both().count(),
        change: change(Tally::sum(both().map(|c| c.now)), Tally::sum(both().map(|c| c.before))),
        errors: sum(|r| r.errors),
        findings: sum(|r| r.findings),
        warnings: sum(|r| r.warnings),
        overdue: sum(|r| r.overdue),
    }
}

/// Every region below `depth` names, but for those that hold all there is.
fn regions(all: &[Counted], depth: usize) -> Vec<RegionRow> {
    let mut by_path: BTreeMap<Vec<String>, Vec<&Counted>> = BTreeMap::new();
    for counted in all {
        let names = region::split(&counted.row.region);
        for n in depth + 1..=names.len() {
            by_path.entry(names[..n].to_vec()).or_default().push(counted);
        }
    }
    by_path.retain(|_, list| list.len() < all.len());
    let top = by_path.keys().map(Vec::len).min().unwrap_or(0);
    let row = |(path, list): (Vec<String>, Vec<&Counted>)| RegionRow {
        name: path.last().cloned().unwrap_or_default(),
        level: path.len() + 1 - top,
        path: path.join("/"),
        villages: group(list.iter().copied().filter(|c| c.row.kind == "village")),
        urban: group(list.iter().copied().filter(|c| c.row.kind == "urban")),
    };
    by_path.into_iter().map(row).collect()
}

/// Orders the communities of one kind by punctuality, then by completeness; too few are not ranked.
fn rank(all: &mut [Counted], kind: &str) {
    let key = |c: &Counted| (Reverse(c.now.on_time()), Reverse(c.now.complete()));
    let ranked = |c: &Counted| c.row.kind == kind && c.now.due > 0;
    let mut order: Vec<_> = all.iter().filter(|c| ranked(c)).map(key).collect();
    if order.len() < FEWEST {
        return;
    }
    order.sort_unstable();
    for counted in all.iter_mut() {
        if ranked(counted) {
            let better = order.partition_point(|k| *k < key(counted));
            counted.row.rank = Some(Rank { place: better + 1, of: order.len() });
        }
    }
}

/// The catalogues in use, each with the items that anything fell on.
fn catalogues(city: &City, rows: &[Row]) -> Vec<CatalogueHead> {
    let mut used: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for window in rows.iter().filter_map(|r| r.survey.as_ref()).map(|s| &s.window) {
        if !window.cells.is_empty() {
            used.entry(&window.catalogue).or_default().extend(window.cells.iter().map(|c| c.item));
        }
    }
    let here = |c: &&Catalogue| used.contains_key(c.head.id.value.as_str());
    let head = |catalogue: &Catalogue| CatalogueHead {
        id: catalogue.head.id.value.clone(),
        name: catalogue.head.name.value.clone(),
        basis: catalogue.head.source.iter().map(|s| s.basis().to_string()).collect(),
        items: used[catalogue.head.id.value.as_str()]
            .iter()
            .filter_map(|at| catalogue.items.get(usize::from(*at)))
            .map(|i| Item { code: i.code.clone(), name: i.name.clone(), basis: i.basis.clone() })
            .collect(),
    };
    city.profiles.catalogues.iter().filter(here).map(head).collect()
}

/// Errors, findings and warnings by code.
fn kinds(rows: &[Row], words: &Messages) -> Vec<ProblemKind> {
    let mut by_code: BTreeMap<&str, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for problem in rows.iter().flat_map(|r| &r.problems) {
        let (count, places) = by_code.entry(&problem.code).or_default();
        *count += 1;
        places.insert(&problem.community);
    }
    let kind = |(id, (count, places)): (&str, (usize, BTreeSet<&str>))| {
        let code = code::find(id)?;
        Some(ProblemKind {
            code: id.to_owned(),
            severity: code.severity,
            title: words.word(&format!("{}.title", code.message())),
            count,
            communities: places.len(),
        })
    };
    let mut kinds: Vec<ProblemKind> = by_code.into_iter().filter_map(kind).collect();
    kinds.sort_by(|a, b| (a.severity, Reverse(a.count), &a.code).cmp(&(b.severity, Reverse(b.count), &b.code)));
    kinds
}
