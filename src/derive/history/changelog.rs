//! The changelog of a site: every act of the log, newest first, by day.
//!
//! In: a history. Out: its first page, with the current checkpoint and how to check it; of a long log the pages of its
//! years, and their data. Never names a record that was taken back.

use serde::Serialize;

use super::changes::{self, Change, Day};
use super::{CHANGELOG, History, base64_of, years};
use crate::derive::Context;
use crate::ledger::note::Vkey;
use crate::ledger::restart;
use crate::record::Entry;
use crate::view::{Crumb, Page, SiteFile, View};

#[derive(Serialize)]
struct Body<'a> {
    origin: String,
    size: usize,
    root: String,
    keys: Vec<Key>,
    /// The log that this one was begun anew after.
    before: Option<Before>,
    /// The day of the first entry.
    first: &'a str,
    /// The day of the newest entry.
    last: &'a str,
    /// The newest entries; all of them where they are few.
    days: Vec<Day<'a>>,
    /// The years of a log that is too long for one page; none where all of it is here.
    years: Vec<YearLink<'a>>,
    /// What was done at all in such a log, for the words of what the script shows.
    actions: Vec<&'static str>,
    /// The kinds of its records, for the same.
    kinds: Vec<&'a str>,
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
struct YearLink<'a> {
    year: &'a str,
    count: usize,
    url: String,
}

/// The pages of all acts, and of a long log the data in which the script looks up a day.
pub(super) fn pages(history: &History<'_>, context: &Context<'_>, entries: &[Entry<'_>]) -> (Vec<View>, Vec<SiteFile>) {
    let all = changes::changes(history, entries);
    let years = if all.len() > changes::MOST { years::of(&all) } else { Vec::new() };
    let mut views = vec![view(history, context, &all, &years)];
    views.extend(years.iter().flat_map(|year| year.views(context)));
    (views, years.iter().map(years::Year::data).collect())
}

fn view(history: &History<'_>, context: &Context<'_>, all: &[Change], years: &[years::Year<'_>]) -> View {
    let log = &history.ledger.log;
    let point = log.checkpoint();
    let keys = log.keys().ok();
    let list = |role: &'static str, keys: &[(usize, Vkey)]| {
        keys.iter().map(|(from, key)| Key { role, vkey: key.to_string(), from: *from }).collect::<Vec<_>>()
    };
    let title = context.scope.words().word("page-history");
    let (actions, kinds) = if years.is_empty() { Default::default() } else { changes::words(all) };
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
            first: all.first().map_or("", |change| &change.day),
            last: all.last().map_or("", |change| &change.day),
            days: changes::days(&all[all.len().saturating_sub(changes::MOST)..]),
            years: years.iter().rev().map(|y| YearLink { year: y.year, count: y.count(), url: y.route() }).collect(),
            actions,
            kinds,
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
