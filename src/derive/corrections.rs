//! The page of all corrections, newest first.
//!
//! In: entries. Out: its view; none where nothing was ever corrected. Never drops an old correction.

use serde::Serialize;

use crate::record::Entry;
use crate::record::Scope;
use crate::route;
use crate::value::Date;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    date: Date,
    title: String,
    url: String,
    kind: &'static str,
    reason: String,
    old: Option<String>,
    new: Option<String>,
}

pub(super) fn view(scope: &Scope<'_>, entries: &[Entry<'_>]) -> Option<View> {
    let mut items: Vec<Item> = Vec::new();
    for entry in entries {
        items.extend(entry.record.common().corrections.iter().map(|c| Item {
            date: c.date.value,
            title: entry.card.title.clone(),
            url: entry.card.url.clone(),
            kind: entry.kind.name,
            reason: c.reason.clone(),
            old: c.old.as_ref().map(|v| v.value.clone()),
            new: c.new.as_ref().map(|v| v.value.clone()),
        }));
    }
    if items.is_empty() {
        return None;
    }
    items.sort_by(|a, b| (b.date, &a.url).cmp(&(a.date, &b.url)));
    let title = scope.words().word("page-corrections");
    let page = Page {
        route: route::CORRECTIONS.into(),
        title: title.clone(),
        description: String::new(),
        template: "corrections".into(),
        kind: "corrections",
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title, url: route::CORRECTIONS.into() },
        ],
        body: Body { items },
    };
    Some(page.view("corrections"))
}
