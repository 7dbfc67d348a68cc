//! One page for all records of a kind.
//!
//! In: entries. Out: a view for every kind that has records. Never names a kind.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::Context;
use super::facets::{self, FacetView, YearOfCards};
use crate::record::Entry;
use crate::record::KINDS;
use crate::record::facts::Group;
use crate::record::kind::KindInfo;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    kind: &'static str,
    cards: Vec<Value>,
    groups: Vec<CardGroup>,
    /// The same cards by year, where there are many.
    years: Vec<YearOfCards>,
    facets: Vec<FacetView>,
    /// Whether the list of years leads to parts of this page.
    by_anchor: bool,
    left_out: Vec<String>,
    data_url: String,
    detail: Value,
}

#[derive(Serialize)]
struct CardGroup {
    key: String,
    title: String,
    cards: Vec<Value>,
    /// The same cards by year, where there are many.
    years: Vec<YearOfCards>,
}

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
    let left_out: Vec<String> = scope
        .corpus
        .left_out
        .iter()
        .filter(|gone| gone.is_in(kind.folder))
        .map(|gone| gone.shown(scope.as_of))
        .collect();
    if own.is_empty() && left_out.is_empty() {
        return None;
    }
    own.sort_by_key(|e| e.facts.order);
    let mut groups: BTreeMap<&Group, Vec<&Entry<'_>>> = BTreeMap::new();
    for entry in &own {
        if let Some(group) = &entry.facts.group {
            groups.entry(group).or_default().push(entry);
        }
    }
    let one_list = groups.len() < 2;
    let years = facets::by_year(&own);
    let by_anchor = one_list && !years.is_empty();
    let facets = facets::facets(&own, by_anchor);
    let groups = groups.into_iter().map(|(group, list)| card_group(group, &list)).collect();
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
            groups,
            years,
            facets,
            by_anchor,
            left_out,
            data_url: crate::format::table_url(kind.folder),
            detail: (kind.section)(scope),
        },
    };
    Some(page.view(format!("section {}", kind.folder)))
}

fn card_group(group: &Group, list: &[&Entry<'_>]) -> CardGroup {
    let cards = list.iter().map(|e| e.card_value.clone()).collect();
    CardGroup { key: group.key.clone(), title: group.title.clone(), cards, years: facets::by_year(list) }
}
