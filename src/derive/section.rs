//! One page for all records of a kind.
//!
//! In: entries. Out: a view for every kind that has records. Never names a kind.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::Context;
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
            left_out,
            data_url: format!("data/{}.csv", kind.folder),
            detail: (kind.section)(scope),
        },
    };
    Some(page.view(format!("section {}", kind.folder)))
}
