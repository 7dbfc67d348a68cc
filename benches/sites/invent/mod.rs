//! Invents communities and their records.
//!
//! In: how many communities, how many records each, the number of one. Out: its fields and records.
//! Never makes a record that a check would refuse; never holds more than one community.

mod community;
mod decision;
mod disclosure;
mod finance;
mod others;
mod project;

pub use disclosure::columns;
use jiff::Span;
use jiff::civil::{Date, date};

use super::node::{Fields, Node};
use super::random::Random;
use super::words::{PERSONS, SENTENCES};

/// The day of all builds.
pub const AS_OF: &str = "2026-11-20";

/// A community as both programs get it.
pub struct Community {
    /// Its folder.
    pub id: String,
    pub name: String,
    /// City, district, street.
    pub region: [String; 3],
    pub fields: Fields,
    pub records: Vec<Record>,
}

/// One record.
pub struct Record {
    /// Name of the kind: `decision`.
    pub kind: &'static str,
    /// Folder of the kind: `decisions`.
    pub folder: &'static str,
    /// Whether the format has prose beside its fields.
    pub has_prose: bool,
    pub stem: String,
    pub title: String,
    /// Day by which lists are sorted.
    pub date: Date,
    pub fields: Fields,
    pub prose: String,
}

/// What the records of one community must agree on.
pub struct Facts {
    pub name: String,
    pub urban: bool,
    pub party: u32,
    pub reps: u32,
    pub households: u32,
    pub board: &'static str,
}

/// Community number `at` of `of`, with `records` records.
pub fn community(at: usize, of: usize, records: usize) -> Community {
    let mut random = Random::new(at as u64 + 1);
    let (facts, region, fields) = community::head(at, of, &mut random);
    let share = |percent: usize| (records * percent + 50) / 100;
    let (decisions, projects) = (share(20), share(10).min(share(20)));
    let mut list = Vec::with_capacity(records);
    list.extend((0..decisions).map(|n| decision::record(n, n < projects, &facts, &mut random)));
    list.extend((0..projects).map(|n| project::record(n, &facts, &mut random)));
    list.extend((0..share(30)).map(|n| disclosure::record(n, &facts, &mut random)));
    list.extend(finance::records(share(25), decisions, &facts, &mut random));
    list.extend((0..share(5)).map(|n| others::query(n, &facts, &mut random)));
    list.extend((0..share(5)).map(|n| others::page(n, &facts, &mut random)));
    let rest = records.saturating_sub(list.len());
    list.extend((0..rest).map(|n| others::rest(n, at, &facts, &mut random)));
    list.truncate(records);
    Community { id: id(at), name: facts.name, region, fields, records: list }
}

/// The folder of community number `at`.
pub fn id(at: usize) -> String {
    format!("c{:04}", at + 1)
}

fn record(kind: &'static str, folder: &'static str, stem: String, title: String, at: Date, fields: Fields) -> Record {
    let mut all: Fields = vec![("标题", title.clone().into())];
    all.extend(fields);
    all.push(("示例", Node::Plain("是".into())));
    let has_prose = !matches!(kind, "finance" | "evaluation" | "register" | "indicator");
    Record { kind, folder, has_prose, stem, title, date: at, fields: all, prose: String::new() }
}

/// The fields of publication that most records have: reviewed, published, shown for twenty days.
fn published(day: Date, facts: &Facts, random: &mut Random) -> Fields {
    let review: Fields = vec![
        ("机构", facts.board.into()),
        ("人", random.pick(&PERSONS).into()),
        ("日期", after(day, -2).into()),
        ("意见", "同意".into()),
    ];
    vec![("审核", review.into()), ("公开日期", day.into()), ("至", after(day, 20).into())]
}

/// Some sentences in one or two paragraphs.
fn prose(random: &mut Random) -> String {
    let mut text = SENTENCES[0].to_owned();
    for n in 0..random.between(2, 5) {
        text.push_str(if n == 2 { "\n\n" } else { "" });
        text.push_str(random.pick(&SENTENCES[1..]));
    }
    text.push('\n');
    text
}

/// The day so many days later.
fn after(day: Date, days: i32) -> Date {
    day.checked_add(Span::new().days(days)).expect("all dates lie in this century")
}

/// The first day of the month so many months before November 2026.
fn month_back(months: usize) -> Date {
    let back = i32::try_from(months).expect("few months");
    date(2026, 11, 1).checked_sub(Span::new().months(back)).expect("all dates lie in this century")
}
