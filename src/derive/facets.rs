//! The further ways through a section: by year, by kind of matter, by 五务.
//!
//! In: the entries of a section. Out: short lists with counts, and long groups folded by year.
//! Never repeats a way that leads to one group only, or to the groups the section has anyhow.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::record::facts::{Group, State, Tone};
use crate::record::{Entry, Facet};

/// A list of so many cards is not folded yet.
const LONG: usize = 12;

/// So few records are seen at a glance: no other way through them is needed.
const FEW: usize = 4;

/// One way through a section.
#[derive(Serialize)]
pub(super) struct FacetView {
    /// The theme's string for it is `facet-<key>`.
    key: &'static str,
    /// Its groups in order; none is empty.
    groups: Vec<FacetGroup>,
}

/// One group of a way.
#[derive(Serialize)]
struct FacetGroup {
    key: String,
    title: String,
    count: usize,
    /// Its records; none where the list of years leads to parts of the page.
    links: Vec<Link>,
}

/// A record in a short list.
#[derive(Serialize)]
struct Link {
    title: String,
    url: String,
}

/// The cards of one year.
#[derive(Serialize)]
pub(super) struct YearOfCards {
    /// The year, as written.
    year: String,
    cards: Vec<Value>,
}

/// The facet of states, for sections that are not in groups by state already.
const STATE: &str = "state";

/// The group of an entry in a facet.
fn group(entry: &Entry<'_>, key: &str) -> Option<Group> {
    if key == STATE {
        return entry.facts.state.map(by_state);
    }
    entry.facts.facets.iter().find(|f| f.key == key).map(|f| f.group.clone())
}

/// The group of a state: what wants attention comes first.
fn by_state(state: State) -> Group {
    let order = match state.tone {
        Tone::Late => 0,
        Tone::Near => 1,
        Tone::Info => 2,
        Tone::Done => 3,
        Tone::Muted => 4,
    };
    Group { order, key: state.key.to_owned(), title: String::new() }
}

/// The cards of a long list by year, the newest year first; nothing where the list is short, of one
/// year, or not of years at all.
pub(super) fn by_year(entries: &[&Entry<'_>]) -> Vec<YearOfCards> {
    let mut years: BTreeMap<Group, Vec<Value>> = BTreeMap::new();
    for entry in entries {
        let Some(year) = group(entry, Facet::YEAR) else {
            return Vec::new();
        };
        years.entry(year).or_default().push(entry.card_value.clone());
    }
    if entries.len() <= LONG || years.len() < 2 {
        return Vec::new();
    }
    years.into_iter().map(|(year, cards)| YearOfCards { year: year.key, cards }).collect()
}

/// All ways through a section beside its groups; with `by_anchor` the years lead to parts of the page.
pub(super) fn facets(entries: &[&Entry<'_>], by_anchor: bool) -> Vec<FacetView> {
    if entries.len() <= FEW {
        return Vec::new();
    }
    let mut keys: Vec<&'static str> = Vec::new();
    for facet in entries.iter().flat_map(|e| &e.facts.facets) {
        if !keys.contains(&facet.key) {
            keys.push(facet.key);
        }
    }
    if entries.iter().all(|e| e.facts.group.is_none()) {
        keys.push(STATE);
    }
    keys.into_iter().filter_map(|key| facet(key, entries, by_anchor)).collect()
}

fn facet(key: &'static str, entries: &[&Entry<'_>], by_anchor: bool) -> Option<FacetView> {
    let mut groups: BTreeMap<Group, Vec<&Entry<'_>>> = BTreeMap::new();
    for entry in entries {
        if let Some(group) = group(entry, key) {
            groups.entry(group).or_default().push(entry);
        }
    }
    let same = |e: &&Entry<'_>| e.facts.group == group(e, key);
    if groups.len() < 2 || entries.iter().all(same) {
        return None;
    }
    let link = |e: &Entry<'_>| Link { title: e.card.title.clone(), url: e.card.url.clone() };
    let view = |(group, list): (Group, Vec<&Entry<'_>>)| FacetGroup {
        key: group.key,
        title: group.title,
        count: list.len(),
        links: if by_anchor && key == Facet::YEAR { Vec::new() } else { list.iter().map(|e| link(e)).collect() },
    };
    Some(FacetView { key, groups: groups.into_iter().map(view).collect() })
}
