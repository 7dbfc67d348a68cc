//! What portals know of a community.
//!
//! In: entries and duties. Out: a few numbers and names. Never holds pages or records:
//! a city of thousands must fit into memory.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Context;
use super::duties::ItemDuties;
use super::duty::{Standing, Tally};
use super::matrix::Matrix;
use crate::record::facts::{Measured, StarsFact};
use crate::record::{Entry, Scope};
use crate::search::Roll;
use crate::value::{CommunityType, Date, Number};

/// One community in the eyes of its street, district and city.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Folder name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names, and names of its groups, natural villages or quarters, by which people look for it.
    pub other_names: Vec<String>,
    /// `village` or `urban`.
    pub kind: String,
    /// Regions above it, joined by `/`.
    pub parent: String,
    /// Newest publication, as an ISO date.
    pub last_published: Option<String>,
    /// Its newest publications, the newest first; a few of them.
    pub news: Vec<News>,
    /// Duties whose day is past.
    pub due: usize,
    /// Of them published, in time or late.
    pub published: usize,
    /// Of those published, late.
    pub late: usize,
    /// Of them said to be not applicable, with a reason.
    pub not_applicable: usize,
    /// Of them neither, and overdue.
    pub overdue: usize,
    /// Not due yet, but soon.
    pub near: usize,
    /// Percent done in time.
    pub on_time: usize,
    /// Percent done at all.
    pub complete: usize,
    /// What is overdue or soon due, the longest overdue first; a few of them.
    pub open: Vec<OpenDuty>,
    /// How many records of each kind are in each state.
    pub states: Vec<(String, String, usize)>,
    /// By each rubric the newest stars, and those that count until they do; the newest first.
    pub ratings: Vec<Rating>,
    /// Stars of a few cycles before those, the newest first.
    pub earlier: Vec<Rating>,
    /// The newest value of each indicator.
    pub measured: Vec<Measured>,
    /// How each item of its catalogue stood in the last quarters.
    pub matrix: Matrix,
    /// Findings on its pages.
    pub findings: usize,
    /// How many records there are of each kind.
    pub counts: Vec<(String, usize)>,
    /// All records.
    pub records: usize,
    /// Registered population, or residents.
    pub population: u32,
    /// Households.
    pub households: u32,
    /// Years in which its records lie.
    pub years: Vec<String>,
    /// Whether it is an invented example.
    pub sample: bool,
}

/// What ties a community to others beside what portals show of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ties {
    /// Names of other communities that its pages link to, as written, with the folder names of those that
    /// are known: where one of these changes, its pages do too.
    pub neighbours: Vec<(String, Option<String>)>,
    /// Hash of what can be found in it.
    pub search: [u8; 32],
}

impl Ties {
    pub(super) fn of(entries: &[Entry<'_>], scope: &Scope<'_>, roll: &Roll) -> Self {
        Self { neighbours: neighbours(entries, scope), search: roll.found() }
    }
}

/// Stars, and where their page is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// The stars.
    pub fact: StarsFact,
    /// Address from the root of the community's site.
    pub url: String,
}

/// A publication, as portals tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Title.
    pub title: String,
    /// Kind of record.
    pub kind: String,
    /// Address from the root of the community's site.
    pub url: String,
    /// First day of its display.
    pub date: Date,
}

/// A duty that is overdue or soon due, as portals tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDuty {
    /// Code in the catalogue.
    pub code: String,
    /// Name of the item.
    pub name: String,
    /// Written form of the period.
    pub period: String,
    /// Last day in time, as an ISO date.
    pub due: String,
    /// Days overdue; negative for days left.
    pub days: i32,
}

/// How many open duties a portal gets to know of one community.
const OPEN: usize = 8;

/// How many publications a portal gets to know of one community.
const NEWS: usize = 5;

/// How many cycles of each rubric a portal gets to know beside the newest.
const EARLIER: usize = 2;

impl Summary {
    /// A hash of all of it.
    pub fn digest(&self) -> [u8; 32] {
        let bytes = postcard::to_stdvec(self).expect("a summary is plain data");
        *blake3::hash(&bytes).as_bytes()
    }

    /// Duties done in time: published in time, or said to be not applicable.
    pub fn in_time(&self) -> usize {
        self.published - self.late + self.not_applicable
    }

    /// The newest stars that count.
    pub fn stars(&self) -> Option<&StarsFact> {
        self.ratings.iter().map(|r| &r.fact).find(|f| f.counts())
    }

    /// Every rating that is known: those of `ratings`, then those of the cycles before.
    pub fn all_ratings(&self) -> impl Iterator<Item = &Rating> {
        self.ratings.iter().chain(&self.earlier)
    }

    /// The newest stars by a rubric that count today.
    pub fn counting(&self, rubric: &str) -> Option<&StarsFact> {
        self.all_ratings().map(|r| &r.fact).find(|fact| fact.rubric == rubric && fact.counts())
    }

    /// The newest value of an indicator.
    pub fn value(&self, indicator: &str) -> Option<Number> {
        self.measured.iter().find(|m| m.indicator == indicator).map(|m| m.value)
    }

    /// Whether it is a village.
    pub fn is_village(&self) -> bool {
        self.kind == CommunityType::Village.word()
    }
}

pub(super) fn summary(context: &Context<'_>, entries: &[Entry<'_>], duties: &[ItemDuties<'_>]) -> Summary {
    let scope = &context.scope;
    let community = &scope.corpus.community;
    let tally = Tally::sum(duties.iter().map(ItemDuties::tally));
    let figures = community.figures.as_ref();
    let number = |n: Option<&crate::diagnostic::At<u32>>| n.map_or(0, |n| n.value);
    let mut counts: Vec<(String, usize)> = Vec::new();
    for kind in crate::record::KINDS {
        counts.push((kind.name.to_owned(), entries.iter().filter(|e| e.kind.name == kind.name).count()));
    }
    let (ratings, earlier) = ratings(entries);
    Summary {
        id: scope.corpus.id.clone(),
        name: community.name.value.clone(),
        other_names: community.aliases.iter().chain(&community.parts).map(|n| n.value.clone()).collect(),
        kind: community.kind.word().to_owned(),
        parent: super::region::split(&community.parent).join("/"),
        last_published: entries.iter().filter_map(|e| e.card.published).max().map(|d| d.to_string()),
        news: news(entries, scope.as_of),
        due: tally.due,
        published: tally.published,
        late: tally.late,
        not_applicable: tally.not_applicable,
        overdue: tally.missing,
        near: tally.near,
        on_time: tally.on_time(),
        complete: tally.complete(),
        open: open(duties),
        states: states(entries),
        ratings,
        earlier,
        measured: measured(entries),
        matrix: Matrix::of(scope, entries),
        findings: context.findings.values().map(Vec::len).sum(),
        counts,
        records: entries.len(),
        population: number(figures.and_then(|f| f.registered.as_ref().or(f.residents.as_ref()))),
        households: number(figures.and_then(|f| f.households.as_ref())),
        years: years(entries),
        sample: community.sample || scope.city.config.sample,
    }
}

/// The years in which its records lie.
fn years(entries: &[Entry<'_>]) -> Vec<String> {
    let years: BTreeSet<i16> = entries.iter().filter_map(|e| e.card.date).map(|d| d.year()).collect();
    years.into_iter().map(|y| y.to_string()).collect()
}

/// By each rubric the newest cycle, and where that does not count yet the newest that does; and apart from
/// these a few cycles before. The newest first.
fn ratings(entries: &[Entry<'_>]) -> (Vec<Rating>, Vec<Rating>) {
    let rated = entries.iter().filter_map(|e| Some((e.facts.stars.as_ref()?, &e.card.url)));
    let mut all: Vec<Rating> = rated.map(|(f, url)| Rating { fact: f.clone(), url: url.clone() }).collect();
    all.sort_by(|a, b| (b.fact.ended, &a.fact.rubric).cmp(&(a.fact.ended, &b.fact.rubric)));
    let (mut kept, mut earlier): (Vec<Rating>, Vec<Rating>) = (Vec::new(), Vec::new());
    for rating in all {
        let of_rubric = |list: &[Rating]| list.iter().filter(|k| k.fact.rubric == rating.fact.rubric).count();
        let mut same = kept.iter().filter(|k| k.fact.rubric == rating.fact.rubric);
        if same.all(|k| k.fact.is_pending() && !rating.fact.is_pending()) {
            kept.push(rating);
        } else if of_rubric(&earlier) < EARLIER {
            earlier.push(rating);
        }
    }
    (kept, earlier)
}

/// The newest publications; what is still to be published is none yet.
fn news(entries: &[Entry<'_>], as_of: Date) -> Vec<News> {
    let published = entries.iter().filter_map(|e| Some((e.card.published?, e)));
    let mut all: Vec<_> = published.filter(|(date, _)| *date <= as_of).collect();
    all.sort_by(|a, b| (b.0, &a.1.card.url).cmp(&(a.0, &b.1.card.url)));
    let of = |(date, e): (Date, &Entry<'_>)| News {
        title: e.card.title.clone(),
        kind: e.kind.name.to_owned(),
        url: e.card.url.clone(),
        date,
    };
    all.into_iter().take(NEWS).map(of).collect()
}

/// The newest value of each indicator, by its name.
fn measured(entries: &[Entry<'_>]) -> Vec<Measured> {
    let mut newest: BTreeMap<&str, &Measured> = BTreeMap::new();
    for value in entries.iter().flat_map(|e| &e.facts.measured) {
        let known = newest.entry(&value.indicator).or_insert(value);
        if known.as_of < value.as_of {
            *known = value;
        }
    }
    newest.into_values().cloned().collect()
}

/// The other communities that records name, and which of them are known.
fn neighbours(entries: &[Entry<'_>], scope: &Scope<'_>) -> Vec<(String, Option<String>)> {
    let names: BTreeSet<&String> = entries.iter().flat_map(|e| &e.facts.neighbours).collect();
    let find = |name: &String| scope.city.neighbours.find(name).map(|n| n.id.clone());
    names.into_iter().map(|name| (name.clone(), find(name))).collect()
}

/// What is overdue or soon due, the longest overdue first.
fn open(duties: &[ItemDuties<'_>]) -> Vec<OpenDuty> {
    let all = duties.iter().flat_map(|i| i.duties.iter().map(move |d| (i.item, d)));
    let mut open: Vec<OpenDuty> = all
        .filter(|(_, d)| matches!(d.standing, Standing::Missing | Standing::Near))
        .map(|(item, d)| OpenDuty {
            code: item.code.clone(),
            name: item.name.clone(),
            period: d.period.to_string(),
            due: d.due.to_string(),
            days: if d.standing == Standing::Missing { d.days } else { -d.days },
        })
        .collect();
    open.sort_by(|a, b| (b.days, &a.code).cmp(&(a.days, &b.code)));
    open.truncate(OPEN);
    open
}

fn states(entries: &[Entry<'_>]) -> Vec<(String, String, usize)> {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for entry in entries {
        if let Some(state) = entry.card.state {
            *counts.entry((entry.kind.name, state.key)).or_default() += 1;
        }
    }
    counts.into_iter().map(|((kind, state), n)| (kind.to_owned(), state.to_owned(), n)).collect()
}
