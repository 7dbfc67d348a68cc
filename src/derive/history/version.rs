//! The page of an earlier version of a record.
//!
//! In: a history. Out: a view for each text that no longer stands there and may still be seen.
//! Never shows it as if it were true now.

use serde::Serialize;

use super::shown::{self, Shown};
use super::{CHANGELOG, History, Version, kind_of, value, version_url};
use crate::derive::Context;
use crate::ledger::receipt;
use crate::markdown;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    version: Version,
    /// The page that stands there now.
    record_url: String,
    data_url: String,
    proof_url: String,
    shown: Shown,
    prose: Option<String>,
}

pub(super) fn views(history: &History<'_>, context: &Context<'_>) -> Vec<View> {
    let mut views = Vec::new();
    for (address, list) in &history.about {
        let Some(kind) = kind_of(&history.entry(list[0]).kind) else { continue };
        if list.len() < 2 && history.current(address).is_some() {
            continue;
        }
        for version in history.versions(address, kind).into_iter().filter(|v| v.url.is_some()) {
            let number = version.number;
            let Some(text) = history.visible(version.index) else { continue };
            let data = value(text);
            let title = data["record"]["title"].as_str().unwrap_or_default().to_owned();
            let route = version_url(address, number, "html");
            let prose = data["text"].as_str().map(|text| markdown::to_html(text, "", &|_| None));
            let words = context.scope.words();
            let page = Page {
                route: route.clone(),
                title: words.text("page-version", &[("title", title), ("number", number.to_string())]),
                description: String::new(),
                template: "version".into(),
                kind: "version",
                crumbs: vec![
                    Crumb { title: context.scope.corpus.community.name.value.clone(), url: "index.html".into() },
                    Crumb { title: words.word("page-history"), url: CHANGELOG.into() },
                ],
                body: Body {
                    version,
                    record_url: (*address).to_owned(),
                    data_url: version_url(address, number, "json"),
                    proof_url: version_url(address, number, receipt::ENDING),
                    shown: shown::of(&data, &(kind.shape)()),
                    prose,
                },
            };
            views.push(page.view(format!("{address} (version {number})")));
        }
    }
    views
}
