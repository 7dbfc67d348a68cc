//! The changelog of a site: every act of the log, newest first, by day.
//!
//! In: a history. Out: its view, with the current checkpoint and how to check it. Never names a record that
//! was taken back.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{CHANGELOG, History, base64_of, kind_of, value, version_url};
use crate::derive::Context;
use crate::ledger::entry::{Action, Entry as Sealed};
use crate::ledger::restart;
use crate::record::Entry;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    origin: String,
    size: usize,
    root: String,
    keys: Vec<Key>,
    /// The log that this one was begun anew after.
    before: Option<Before>,
    days: Vec<Day>,
}

#[derive(Serialize)]
struct Before {
    origin: String,
    size: usize,
    root: String,
    /// Its checkpoint on this site.
    url: String,
    /// The key of the office that confirmed it; none as long as nobody did.
    office: Option<String>,
}

#[derive(Serialize)]
struct Key {
    role: &'static str,
    vkey: String,
    from: usize,
}

#[derive(Serialize)]
struct Day {
    day: String,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    index: usize,
    action: &'static str,
    kind: String,
    /// Address of the record it is about; empty where it is about none.
    record: String,
    title: String,
    /// The page as it was then, or as it is where that is the same.
    url: Option<String>,
}

pub(super) fn view(history: &History<'_>, context: &Context<'_>, entries: &[Entry<'_>]) -> View {
    let log = &history.ledger.log;
    let mut days: Vec<Day> = Vec::new();
    let here: Here<'_> = entries.iter().map(|e| (e.card.url.as_str(), e.card.title.as_str())).collect();
    for (index, sealed) in log.entries.iter().enumerate().rev() {
        let line = line(history, &here, index, sealed);
        match days.last_mut().filter(|d| d.day == sealed.day()) {
            Some(day) => day.lines.push(line),
            None => days.push(Day { day: sealed.day().to_owned(), lines: vec![line] }),
        }
    }
    let point = log.checkpoint();
    let keys = log.keys().ok();
    let list = |role: &'static str, keys: &[(usize, crate::ledger::note::Vkey)]| {
        keys.iter().map(|(from, key)| Key { role, vkey: key.to_string(), from: *from }).collect::<Vec<_>>()
    };
    let title = context.scope.words().word("page-history");
    let page = Page {
        route: CHANGELOG.into(),
        title: title.clone(),
        description: String::new(),
        template: "history".into(),
        kind: "history",
        crumbs: vec![
            Crumb { title: context.scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title, url: CHANGELOG.into() },
        ],
        body: Body {
            origin: log.origin().to_owned(),
            size: log.size(),
            root: point.map(|p| base64_of(&p.root)).unwrap_or_default(),
            keys: keys.map_or_else(Vec::new, |k| {
                list("working", &k.working).into_iter().chain(list("recovery", &k.recovery)).collect()
            }),
            before: before(history),
            days,
        },
    };
    page.view("history")
}

fn before(history: &History<'_>) -> Option<Before> {
    let ledger = history.ledger;
    let old = ledger.before.last()?.log.checkpoint()?;
    Some(Before {
        root: base64_of(&old.root),
        origin: old.origin,
        size: old.size,
        url: format!("ledger/{}/checkpoint", restart::folder(ledger.before.len())),
        office: ledger.office().map(|key| key.to_string()),
    })
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
