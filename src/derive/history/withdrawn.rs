//! What stands at the address of a record that was taken back.
//!
//! In: the withdrawals of `community.yaml`. Out: a view for each, with the day, the reason and its entries in the
//! log. Never shows anything of what was taken back, not even its title.

use serde::Serialize;

use super::{CHANGELOG, History};
use crate::derive::Context;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    date: String,
    reason: String,
    by: Option<String>,
    /// Entries of the log about it: number, action, from which day to which.
    entries: Vec<Line>,
    changelog: Option<&'static str>,
}

#[derive(Serialize)]
struct Line {
    index: usize,
    action: &'static str,
    day: String,
    until: Option<String>,
}

pub(super) fn views(context: &Context<'_>, history: Option<&History<'_>>) -> Vec<View> {
    let scope = &context.scope;
    let words = scope.words();
    let mut seen = std::collections::BTreeSet::new();
    let mut views = Vec::new();
    for withdrawal in &scope.corpus.community.withdrawals {
        let address = withdrawal.address();
        let (folder, _) = address.split_once('/').unwrap_or_default();
        let kind = crate::record::KINDS.iter().find(|k| k.folder == folder);
        let there = scope.corpus.records.iter().any(|r| r.url() == address);
        if kind.is_none() || there || !seen.insert(address.clone()) {
            continue;
        }
        let sealed = history.map_or(&[][..], |h| h.sealed(&address));
        let line = |(at, index): (usize, &usize)| {
            let history = history?;
            let entry = history.entry(*index);
            let until = sealed.get(at + 1).map(|next| history.entry(*next).day.clone());
            Some(Line { index: *index, action: entry.action.word(), day: entry.day.clone(), until })
        };
        let entries = sealed.iter().enumerate().filter_map(line).collect();
        let title = words.word("page-withdrawn");
        let page = Page {
            route: address.clone(),
            title: title.clone(),
            description: String::new(),
            template: "withdrawn".into(),
            kind: "withdrawn",
            crumbs: vec![
                Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
                Crumb { title, url: address.clone() },
            ],
            body: Body {
                date: withdrawal.date.value.to_string(),
                reason: withdrawal.reason.value.clone(),
                by: withdrawal.by.clone(),
                entries,
                changelog: history.map(|_| CHANGELOG),
            },
        };
        views.push(page.view(context.sources.get(scope.corpus.file).path.clone()));
    }
    views
}
