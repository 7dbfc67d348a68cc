//! One page for all records of a kind.
//!
//! In: entries. Out: a view for every kind that has records. Never names a kind.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::Context;
use crate::record::Entry;
use crate::record::facts::Group;
use crate::record::kind::KindInfo;
use crate::record::{KINDS, PageLink};
use crate::value::Period;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    kind: &'static str,
    cards: Vec<Value>,
    groups: Vec<CardGroup>,
    facets: Vec<Facet>,
    left_out: Vec<String>,
    data_url: String,
    detail: Value,
}

#[derive(Serialize)]
struct CardGroup {
    key: String,
    title: String,
    cards: Vec<Value>,
}

/// Another way to group the same records: titles only, so that the page does not grow by as many cards.
#[derive(Serialize)]
struct Facet {
    key: &'static str,
    groups: Vec<LinkGroup>,
}

#[derive(Serialize)]
struct LinkGroup {
    title: String,
    links: Vec<PageLink>,
}

/// From how many records on a section gets further groupings.
const MANY: usize = 6;

pub(super) fn views(context: &Context<'_>, entries: &[Entry<'_>]) -> Vec<View> {
    KINDS.iter().filter_map(|kind| view(context, kind, entries)).collect()
}

/// The words by which a kind's section goes.
pub(super) fn title(context: &Context<'_>, kind: &KindInfo) -> String {
    context.scope.words().word(&format!("section-{}", kind.folder))
}

fn view(context: &Context<'_>, kind: &'static KindInfo, entries: &[Entry<'_>]) -> Option<View> {
    let scope = &context.scope;
    let mut own: Vec<&Entry<'_>> = entries.iter().filter(|e| e.kind.name == kind.name).collect();
    let left_out: Vec<String> =
        scope.corpus.left_out.iter().filter(|gone| gone.is_in(kind.folder)).map(|gone| gone.path.clone()).collect();
    if own.is_empty() && left_out.is_empty() {
        return None;
    }
    own.sort_by_key(|e| e.facts.order);
    let mut groups: BTreeMap<Group, Vec<Value>> = BTreeMap::new();
    for entry in &own {
        if let Some(group) = &entry.facts.group {
            groups.entry(group.clone()).or_default().push(entry.card_value.clone());
        }
    }
    let title = title(context, kind);
    let route = format!("{}/index.html", kind.folder);
    let page = Page {
        route: route.clone(),
        title: title.clone(),
        description: String::new(),
        template: format!("{}-section", kind.name),
        kind: kind.name,
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title, url: route },
        ],
        body: Body {
            kind: kind.name,
            cards: own.iter().map(|e| e.card_value.clone()).collect(),
            groups: groups
                .into_iter()
                .map(|(group, cards)| CardGroup { key: group.key, title: group.title, cards })
                .collect(),
            facets: facets(&own),
            left_out,
            data_url: format!("data/{}.csv", kind.folder),
            detail: (kind.section)(scope),
        },
    };
    Some(page.view(format!("section {}", kind.folder)))
}

/// By what kinds state, and by year, newest first; groupings that would hold one group are left out.
fn facets(own: &[&Entry<'_>]) -> Vec<Facet> {
    if own.len() < MANY {
        return Vec::new();
    }
    let mut facets: BTreeMap<&'static str, BTreeMap<(i32, String), Vec<PageLink>>> = BTreeMap::new();
    for entry in own {
        let mut put = |key: &'static str, order: i32, title: String| {
            let group = facets.entry(key).or_default().entry((order, title)).or_default();
            group.push(PageLink::to(entry.record));
        };
        for (key, group) in &entry.facts.facets {
            put(key, i32::try_from(group.order).unwrap_or(i32::MAX), group.title.clone());
        }
        if let Some(year) = entry.facts.period.map(Period::year).or(entry.card.date.map(|d| d.year())) {
            put("year", -i32::from(year), year.to_string());
        }
    }
    let groups = |map: BTreeMap<(i32, String), Vec<PageLink>>| {
        map.into_iter().map(|((_, title), links)| LinkGroup { title, links }).collect::<Vec<_>>()
    };
    let facet = |(key, map)| Facet { key, groups: groups(map) };
    facets.into_iter().map(facet).filter(|f| f.groups.len() > 1).collect()
}
