//! The entries of a log as people read them.
//!
//! In: a history. Out: a line for each entry, oldest first; lines by day, newest first. Never names a record that was
//! taken back.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::{History, kind_of, value, version_url};
use crate::ledger::entry::{Action, Entry as Sealed};
use crate::record::Entry;

/// How many lines a page shows: some 30 KB.
pub(super) const MOST: usize = 100;

/// An entry, and the day on which it was made.
pub(super) struct Change {
    pub day: String,
    pub line: Line,
}

/// The entries of one day.
#[derive(Serialize)]
pub(super) struct Day<'a> {
    day: &'a str,
    lines: Vec<&'a Line>,
}

/// One entry.
#[derive(Serialize)]
pub(super) struct Line {
    pub index: usize,
    pub action: &'static str,
    pub kind: String,
    /// Address of the record it is about; empty where it is about none.
    pub record: String,
    pub title: String,
    /// The page as it was then, or as it is where that is the same.
    pub url: Option<String>,
}

impl Day<'_> {
    /// The same as data: the day; of each line its number, what was done, kind, record, title and page, which is `true`
    /// where it is that of the record.
    pub fn data(&self) -> Value {
        let page = |line: &Line| match &line.url {
            Some(url) if *url == line.record => true.into(),
            url => json!(url),
        };
        let line = |l: &&Line| json!([l.index, l.action, l.kind, l.record, l.title, page(l)]);
        json!([self.day, self.lines.iter().map(line).collect::<Vec<_>>()])
    }
}

/// All entries of a log, oldest first.
pub(super) fn changes(history: &History<'_>, entries: &[Entry<'_>]) -> Vec<Change> {
    let here: Here<'_> = entries.iter().map(|e| (e.card.url.as_str(), e.card.title.as_str())).collect();
    let sealed = history.ledger.log.entries.iter().enumerate();
    sealed.map(|(at, entry)| Change { day: entry.day().to_owned(), line: line(history, &here, at, entry) }).collect()
}

/// Some of them by day, newest first.
pub(super) fn days(some: &[Change]) -> Vec<Day<'_>> {
    let mut days: Vec<Day<'_>> = Vec::new();
    for Change { day, line } in some.iter().rev() {
        match days.last_mut().filter(|d| d.day == day) {
            Some(day) => day.lines.push(line),
            None => days.push(Day { day, lines: vec![line] }),
        }
    }
    days
}

/// What was done in them, and to which kinds of records; each once.
pub(super) fn words(some: &[Change]) -> (Vec<&'static str>, Vec<&str>) {
    let actions: BTreeSet<&'static str> = some.iter().map(|change| change.line.action).collect();
    let kinds: BTreeSet<&str> = some.iter().map(|c| c.line.kind.as_str()).filter(|kind| !kind.is_empty()).collect();
    (actions.into_iter().collect(), kinds.into_iter().collect())
}

/// The titles of the records that stand there now, by address.
type Here<'e> = BTreeMap<&'e str, &'e str>;

fn line(history: &History<'_>, entries: &Here<'_>, index: usize, sealed: &Sealed) -> Line {
    let record = match sealed {
        Sealed::Record(record) => record,
        Sealed::Begun(_) => return Line::bare(index, "begun"),
        Sealed::Key(key) => return Line::bare(index, key.action.word()),
    };
    let address = record.address.as_str();
    let gone = history.sealed(address).last().is_some_and(|last| history.entry(*last).action == Action::Withdrawn);
    let number = history.sealed(address).iter().position(|at| *at == index).map_or(0, |at| at + 1);
    let here = entries.get(address);
    let shown = history.visible(index);
    let kept = || shown.and_then(|text| value(text)["record"]["title"].as_str().map(str::to_owned));
    let title = if gone { None } else { kept().or_else(|| here.map(|title| (*title).to_owned())) };
    let url = if gone || history.current(address) == Some(index) || shown.is_none() {
        (gone || here.is_some()).then(|| address.to_owned())
    } else {
        Some(version_url(address, number, "html"))
    };
    let kind = kind_of(&record.kind).map_or_else(String::new, |k| k.name.to_owned());
    let (action, record) = (record.action.word(), address.to_owned());
    Line { index, action, kind, record, title: title.unwrap_or_default(), url }
}

impl Line {
    /// An act that is about no record.
    fn bare(index: usize, action: &'static str) -> Self {
        Self { index, action, kind: String::new(), record: String::new(), title: String::new(), url: None }
    }
}
