//! The page of all corrections, newest first: what was published stays told, also where it was wrong.
//!
//! In: entries. Out: its view, also where there is none yet. Never shows what a record's data withholds.

use serde::Serialize;

use crate::record::{Entry, Scope};
use crate::view::{Crumb, Page, View};

/// Where the page stands in a site.
const ROUTE: &str = "corrections/index.html";

#[derive(Serialize)]
struct Body {
    corrections: Vec<Correction>,
    /// How many records were corrected.
    records: usize,
}

/// One correction with the record it belongs to.
#[derive(Serialize)]
struct Correction {
    title: String,
    url: String,
    kind: &'static str,
    /// Date, reason, old and new value, as the record's data has them.
    #[serde(flatten)]
    written: serde_json::Map<String, serde_json::Value>,
}

pub(super) fn view(scope: &Scope<'_>, entries: &[Entry<'_>]) -> View {
    let mut corrections: Vec<Correction> = entries.iter().flat_map(of).collect();
    let date = |c: &Correction| c.written.get("date").and_then(|d| d.as_str()).unwrap_or_default().to_owned();
    // Stable: corrections of one day stay in the order of the lists.
    corrections.sort_by_key(|c| std::cmp::Reverse(date(c)));
    let title = scope.words().word("page-corrections");
    let page = Page {
        route: ROUTE.into(),
        title: title.clone(),
        description: String::new(),
        template: "corrections".into(),
        kind: "corrections",
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title, url: ROUTE.into() },
        ],
        body: Body { corrections, records: entries.iter().filter(|e| e.card.corrected.is_some()).count() },
    };
    page.view("corrections")
}

/// The corrections of one record, the last one first.
fn of(entry: &Entry<'_>) -> Vec<Correction> {
    let list = entry.data.get("corrections").and_then(|c| c.as_array());
    let one = |written: &serde_json::Value| {
        Some(Correction {
            title: entry.card.title.clone(),
            url: format!("{}#corrections", entry.card.url),
            kind: entry.kind.name,
            written: written.as_object()?.clone(),
        })
    };
    list.into_iter().flatten().rev().filter_map(one).collect()
}
