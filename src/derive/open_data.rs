//! The page of open data: what files there are, and on which terms they may be used.
//!
//! In: entries, datasets, settings. Out: its view. Never makes the files: `format` does.

use serde::Serialize;

use super::linked;
use crate::format::{self, Dataset};
use crate::record::{Entry, Scope};
use crate::route;
use crate::view::{Crumb, Page, View};

#[derive(Serialize)]
struct Body {
    sets: Vec<Set>,
    /// Addresses of files that hold more than one dataset; missing where there is nothing to hold.
    workbook: Option<&'static str>,
    votes: Option<&'static str>,
    package: Option<&'static str>,
    licence: Option<Terms>,
    /// What it is, for programs.
    linked: String,
}

#[derive(Serialize)]
struct Set {
    kind: &'static str,
    folder: &'static str,
    rows: usize,
}

#[derive(Serialize)]
struct Terms {
    name: String,
    url: Option<String>,
}

pub(super) fn view(scope: &Scope<'_>, entries: &[Entry<'_>], datasets: &[Dataset]) -> View {
    let title = scope.words().word("page-data");
    let sets = datasets.iter().map(|set| Set { kind: set.kind, folder: set.folder, rows: set.rows.len() });
    let any = !datasets.is_empty();
    let voted = !format::voted(entries).is_empty();
    let licence = scope.city.config.licence.as_ref();
    let crumbs = vec![
        Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
        Crumb { title: title.clone(), url: route::DATA.into() },
    ];
    let linked = linked::data(scope, &title, datasets, &crumbs);
    let page = Page {
        route: route::DATA.into(),
        title,
        description: String::new(),
        template: "data".into(),
        kind: "data",
        crumbs,
        body: Body {
            sets: sets.collect(),
            workbook: any.then_some(format::WORKBOOK),
            votes: voted.then_some(format::VOTES),
            package: any.then_some(format::PACKAGE),
            licence: licence
                .map(|l| Terms { name: l.name.value.clone(), url: l.url.as_ref().map(|u| u.value.clone()) }),
            linked,
        },
    };
    page.view("data")
}
