//! The search page: a form, filters, and an empty list that the script fills.
//!
//! In: what records there are. Out: its view. Never holds text of records: `search` makes the files that the
//! script loads.

use std::collections::BTreeSet;

use serde::Serialize;

use super::summary::Summary;
use crate::locale::Messages;
use crate::record::{Entry, KINDS};
use crate::route;
use crate::value::Wu;
use crate::view::{Page, View};

#[derive(Serialize)]
struct Body<'a> {
    /// Folder of the data, from the site's root.
    data: &'static str,
    /// Whether it searches all communities.
    portal: bool,
    /// Kinds that there are, with their folders.
    kinds: Vec<(&'static str, &'static str)>,
    wu: Vec<Wu>,
    states: BTreeSet<&'a str>,
    /// The newest first.
    years: Vec<&'a str>,
}

/// The search page of a community.
pub(super) fn view(words: &Messages, entries: &[Entry<'_>]) -> View {
    let dates: Vec<String> = entries.iter().filter_map(|e| e.card.date).map(|d| d.year().to_string()).collect();
    let years: BTreeSet<&str> = dates.iter().map(String::as_str).collect();
    let body = Body {
        data: route::SEARCH,
        portal: false,
        kinds: kinds(|name| entries.iter().any(|e| e.kind.name == name)),
        wu: Wu::ALL.iter().copied().filter(|wu| entries.iter().any(|e| e.card.wu == Some(*wu))).collect(),
        states: entries.iter().filter_map(|e| e.card.state).map(|s| s.key).collect(),
        years: years.into_iter().rev().collect(),
    };
    page(words, body)
}

/// The search page over all communities.
pub(super) fn portal_view(words: &Messages, summaries: &[Summary]) -> View {
    let years: BTreeSet<&str> = summaries.iter().flat_map(|s| s.years.iter().map(String::as_str)).collect();
    let body = Body {
        data: route::PORTAL_SEARCH,
        portal: true,
        kinds: kinds(|name| summaries.iter().any(|s| s.counts.iter().any(|(kind, n)| kind == name && *n > 0))),
        wu: Wu::ALL.to_vec(),
        states: summaries.iter().flat_map(|s| s.states.iter().map(|(_, state, _)| state.as_str())).collect(),
        years: years.into_iter().rev().collect(),
    };
    page(words, body)
}

fn kinds(there: impl Fn(&str) -> bool) -> Vec<(&'static str, &'static str)> {
    KINDS.iter().filter(|k| there(k.name)).map(|k| (k.name, k.folder)).collect()
}

fn page(words: &Messages, body: Body<'_>) -> View {
    let page = Page {
        route: "search/index.html".into(),
        title: words.word("page-search"),
        description: String::new(),
        template: "search".into(),
        kind: "search",
        crumbs: Vec::new(),
        body,
    };
    page.view("search")
}
