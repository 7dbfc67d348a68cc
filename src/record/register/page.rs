//! The page of a register: its rows, sums by words, the checks it passed, the indicators worked out from it.
//!
//! In: a register and its checks. Out: all that the page shows. Never shows words of a private column.

use std::collections::BTreeMap;

use serde::Serialize;

use super::carried::neighbours;
use super::display::{self, OnDisplay};
use super::order::{Tie, ties};
use super::rows::{Rows, shown};
use super::run::{Ran, Run};
use super::{Record, Register, Scope};
use crate::profile::formula::{Formula, Name, Space};
use crate::profile::register::{Column, ColumnType, Nature, Test};
use crate::record::indicator::{Shown, from_register, source};
use crate::record::table_view::{ColumnView, TableView};
use crate::value::Date;

/// Once a list of persons has left, sums of parts with fewer rows leave too.
const LEAST_PERSONS: usize = 3;

#[derive(Serialize)]
pub(super) struct Detail<'a> {
    register: Head<'a>,
    as_of: Date,
    table: TableView,
    count: usize,
    list_until: Option<Date>,
    list_expired: bool,
    stated: Vec<Stated<'a>>,
    parts: Option<Parts<'a>>,
    /// For each name of another community that the city knows, the address of its site from the portal.
    communities: BTreeMap<&'a str, String>,
    /// Ranks that several rows share.
    ties: Vec<Tie>,
    /// When rows were on display for objections.
    displays: Vec<OnDisplay>,
    checks: Vec<Checked<'a>>,
    verdict: Verdict,
    indicators: Vec<Shown<'a>>,
    previous: Option<Neighbour<'a>>,
    next: Option<Neighbour<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    name: &'a str,
    note: Option<&'a str>,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct Stated<'a> {
    name: &'a str,
    value: String,
}

/// Sums by the words of a column.
#[derive(Serialize)]
struct Parts<'a> {
    column: &'a str,
    columns: Vec<ColumnView>,
    rows: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    word: &'a str,
    count: usize,
    sums: Vec<String>,
}

/// A check in words.
#[derive(Serialize)]
struct Checked<'a> {
    says: &'a str,
    /// The column in which nothing stands twice, where that is the check.
    column: Option<&'a str>,
    formula: Option<String>,
    /// `held`, `failed` or `unchecked`.
    outcome: &'static str,
    compared: usize,
    sums: Vec<Sum>,
    basis: Option<String>,
}

/// How many checks there are, and what came of them.
#[derive(Serialize)]
struct Verdict {
    all: usize,
    held: usize,
    failed: usize,
}

#[derive(Serialize)]
struct Sum {
    part: String,
    left: String,
    sign: &'static str,
    right: String,
}

#[derive(Serialize)]
struct Neighbour<'a> {
    title: &'a str,
    url: String,
}

pub(super) fn of<'a>(register: &'a Register, me: &'a Record, scope: &Scope<'a>) -> Detail<'a> {
    let profile = scope.profile(&register.register);
    let run = register.run(me, scope);
    let table = register.view(scope);
    let (previous, next) = run.as_ref().map(neighbours).unwrap_or_default();
    let neighbour = |r: &'a Record| Neighbour { title: &r.common().title.value, url: r.url() };
    let id = profile.map(|p| p.head.id.value.as_str());
    let expired = register.list_expired(scope.as_of);
    let checks = run.as_ref().map_or_else(Vec::new, checks);
    let count = |outcome: &str| checks.iter().filter(|c| c.outcome == outcome).count();
    let verdict = Verdict { all: checks.len(), held: count("held"), failed: count("failed") };
    Detail {
        register: Head {
            name: profile.map_or(register.register.name.as_str(), |p| p.head.name.value.as_str()),
            note: profile.and_then(|p| p.head.note.as_deref()),
            sources: profile.map_or_else(Vec::new, |p| p.head.source.iter().map(source).collect()),
        },
        as_of: register.as_of.value,
        count: table.count,
        table,
        list_until: register.list_until.as_ref().map(|d| d.value),
        list_expired: expired,
        stated: run.as_ref().map_or_else(Vec::new, |run| stated(register, &run.rows)),
        parts: run.as_ref().and_then(|run| parts(&run.rows)).filter(|parts| !expired || parts.are_large()),
        communities: communities(register, scope),
        ties: run.as_ref().map_or_else(Vec::new, |run| ties(&run.rows)),
        displays: run.as_ref().map_or_else(Vec::new, |run| display::periods(&run.rows, scope.as_of)),
        checks,
        verdict,
        indicators: id.map_or_else(Vec::new, |id| from_register(id, scope, register.as_of.value)),
        previous: previous.map(neighbour),
        next: next.map(neighbour),
    }
}

/// The communities that its rows name, as far as the city knows them; its own needs no link.
fn communities<'a>(register: &'a Register, scope: &Scope<'a>) -> BTreeMap<&'a str, String> {
    let known = |name: &'a str| {
        let found = scope.city.neighbours.find(name).filter(|n| n.id != scope.corpus.id)?;
        Some((name, format!("{}/index.html", found.id)))
    };
    register.communities(scope).into_iter().filter_map(known).collect()
}

impl Parts<'_> {
    /// Whether no part is so small that its sum tells of one person or two.
    fn are_large(&self) -> bool {
        self.rows.iter().all(|part| part.count >= LEAST_PERSONS)
    }
}

fn stated<'a>(register: &'a Register, rows: &Rows<'a>) -> Vec<Stated<'a>> {
    let of = |item: &'a crate::profile::register::StatedItem| {
        let value = register.stated.get(&item.name)?.value.0;
        Some(Stated { name: &item.name, value: shown(value, item.kind == ColumnType::Money) })
    };
    rows.profile.stated.iter().filter_map(of).collect()
}

/// Sums by the words of the column that the profile names; none where that column is private.
fn parts<'a>(rows: &Rows<'a>) -> Option<Parts<'a>> {
    let profile = rows.profile;
    let column = profile.column(profile.group_by.as_ref()?).filter(|c| c.private.is_none())?;
    let summed: Vec<&Column> = profile.columns.iter().filter(|c| c.total && c.private.is_none()).collect();
    let words = rows.words(&column.name);
    let part = |word: &&'a str| {
        let own = rows.of_word(&column.name, word);
        let sum = |c: &&Column| own.sum(&c.name).map_or_else(String::new, |v| plain(v, c.kind));
        Part { word, count: own.list.len(), sums: summed.iter().map(sum).collect() }
    };
    let list: Vec<Part<'a>> = words.iter().map(part).collect();
    let view = |c: &&Column| ColumnView { name: c.name.clone(), numeric: true, kind: c.kind };
    (list.len() > 1 || (profile.parts_only && !list.is_empty())).then(|| Parts {
        column: &column.name,
        columns: summed.iter().map(view).collect(),
        rows: list,
    })
}

fn plain(value: rust_decimal::Decimal, kind: ColumnType) -> String {
    if kind == ColumnType::Money { format!("{value:.2}") } else { value.normalize().to_string() }
}

/// The checks of the profile, then its columns in which nothing stands twice.
fn checks<'a>(run: &Run<'a>) -> Vec<Checked<'a>> {
    let unique = run.rows.profile.columns.iter().filter(|c| c.unique && !run.rows.words(&c.name).is_empty());
    let once = unique.map(|c| Checked {
        says: "",
        column: Some(&c.name),
        formula: None,
        outcome: "held",
        compared: run.rows.list.len(),
        sums: Vec::new(),
        basis: None,
    });
    run.all().iter().map(|ran| checked(ran, run)).chain(once).collect()
}

/// A formula as readers see it: limits by their names, not by their ids.
fn in_words(formula: &Formula, run: &Run<'_>) -> String {
    let mut text = formula.text.clone();
    for name in formula.names() {
        if let Name::Outside(Space::Rule, id) = name
            && let Some((_, limit)) = run.scope.limits(id, run.register.as_of.value).first()
        {
            for space in Space::CHOICES[Space::Rule as usize].words() {
                text = text.replace(&format!("{space}.{id}"), &format!("{}（{}）", limit.name, limit.value.value));
            }
        }
    }
    text
}

fn checked<'a>(ran: &Ran<'a>, run: &Run<'a>) -> Checked<'a> {
    let check = ran.check;
    let formula = check.tests().first().and_then(|test| match test {
        Test::Each(formula) | Test::Whole(formula, _) => Some(in_words(formula, run)),
        _ => None,
    });
    let outcome = match (ran.failures.is_empty(), ran.compared) {
        (false, _) => "failed",
        (true, 0) => "unchecked",
        (true, _) => "held",
    };
    let private = check.by.as_ref().is_some_and(|by| run.rows.profile.column(by).is_some_and(|c| c.private.is_some()));
    let sum = |s: &super::run::Sums| Sum {
        part: if private { String::new() } else { s.part.clone() },
        left: s.left.clone(),
        sign: s.sign,
        right: s.right.clone(),
    };
    let grave = check.nature() != Nature::Warning;
    Checked {
        says: &check.says,
        column: None,
        formula: formula.filter(|_| outcome != "unchecked"),
        outcome,
        compared: ran.compared,
        sums: ran.sums.iter().map(sum).collect(),
        basis: check.ground().filter(|_| grave).map(|b| b.to_string()),
    }
}
