//! What a page is, for programs that read pages: schema.org as JSON-LD.
//!
//! In: a record, a community, its datasets. Out: the text of a `<script type="application/ld+json">`, in which nothing can
//! end the element. Never tells what the page does not show. Without `基址` its addresses lead from the page itself.

use serde_json::{Map, Value, json};

use super::share;
use crate::format::{self, Dataset, script};
use crate::record::community::Contact;
use crate::record::{Entry, Scope};
use crate::route;
use crate::view::Crumb;

/// What the graph is written in.
const CONTEXT: &str = "https://schema.org";

/// Of the page of a record.
pub(super) fn record(scope: &Scope<'_>, entry: &Entry<'_>, crumbs: &[Crumb]) -> String {
    let card = &entry.card;
    let here = card.url.as_str();
    let address = |to: &str| address(scope, here, to);
    let mut work = Map::new();
    let mut tell = |key: &str, value: Value| drop(work.insert(key.to_owned(), value));
    tell("@type", entry.kind.linked.into());
    tell("name", card.title.as_str().into());
    tell("url", address(here).into());
    tell("inLanguage", entry.record.common().language().tag().into());
    if !card.summary.is_empty() {
        tell("description", card.summary.as_str().into());
    }
    if let Some(day) = card.published {
        tell("datePublished", day.to_string().into());
    }
    if let Some(day) = card.corrected {
        tell("dateModified", day.to_string().into());
    }
    if let Some(day) = card.until {
        tell("expires", day.to_string().into());
    }
    if let Some(period) = card.period {
        tell("temporalCoverage", format!("{}/{}", period.first(), period.last()).into());
    }
    let votes = entry.facts.votes.iter();
    let events: Vec<Value> =
        votes.map(|vote| json!({ "@type": "Event", "name": vote.step, "startDate": vote.date.to_string() })).collect();
    if !events.is_empty() {
        tell("about", events.into());
    }
    tell("publisher", json!({ "@type": "Organization", "name": scope.corpus.community.name.value }));
    tell("encoding", download("MediaObject", &address(&entry.record.data_url()), "application/json"));
    written(vec![work.into(), breadcrumbs(scope, here, crumbs, &card.title)])
}

/// Of the home page of a community.
pub(super) fn community(scope: &Scope<'_>) -> String {
    let community = &scope.corpus.community;
    let here = "index.html";
    let mut body = Map::new();
    let mut tell = |key: &str, value: &str| {
        if !value.is_empty() {
            body.insert(key.to_owned(), value.into());
        }
    };
    tell("@type", "Organization");
    tell("name", &community.name);
    tell("url", &address(scope, here, here));
    tell("description", community.intro.as_deref().unwrap_or_default());
    let contact = |get: fn(&Contact) -> &Option<String>| community.contact.as_ref().and_then(|c| get(c).as_deref());
    tell("telephone", contact(|c| &c.phone).unwrap_or_default());
    tell("address", contact(|c| &c.address).unwrap_or_default());
    written(vec![body.into()])
}

/// Of the page of open data.
pub(super) fn data(scope: &Scope<'_>, title: &str, sets: &[Dataset], crumbs: &[Crumb]) -> String {
    let here = route::DATA;
    let name = &scope.corpus.community.name.value;
    let mut files: Vec<Value> = sets
        .iter()
        .map(|set| download("DataDownload", &address(scope, here, &format::table_url(set.folder)), "text/csv"))
        .collect();
    if !sets.is_empty() {
        let package = address(scope, here, format::PACKAGE);
        files.push(download("DataDownload", &package, "application/vnd.datapackage+json"));
    }
    let mut catalogue = json!({
        "@type": "Dataset",
        "name": format!("{name}{title}"),
        "description": scope.words().text("linked-data", &[("name", name)]),
        "url": address(scope, here, here),
        "inLanguage": scope.city.language().tag(),
        "creator": { "@type": "Organization", "name": name },
        "distribution": files,
    });
    if let Some(url) = scope.city.config.licence.as_ref().and_then(|l| l.url.as_ref()) {
        catalogue["license"] = url.value.as_str().into();
    }
    let (_, way) = crumbs.split_last().expect("the page itself is the last");
    written(vec![catalogue, breadcrumbs(scope, here, way, title)])
}

fn download(sort: &str, url: &str, format: &str) -> Value {
    json!({ "@type": sort, "contentUrl": url, "encodingFormat": format })
}

/// The way from the home page to `title`.
fn breadcrumbs(scope: &Scope<'_>, here: &str, way: &[Crumb], title: &str) -> Value {
    let step = |(at, name, url): (usize, &str, &str)| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": address(scope, here, url) });
    let steps = way.iter().map(|crumb| (crumb.title.as_str(), crumb.url.as_str())).chain([(title, here)]);
    let items: Vec<Value> = steps.enumerate().map(|(at, (name, url))| step((at, name, url))).collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

/// The address of a page as the page at `here` names it.
fn address(scope: &Scope<'_>, here: &str, to: &str) -> String {
    let whole = share::address(scope, to);
    if whole.is_empty() { format!("{}{to}", route::root_of(here)) } else { whole }
}

/// The graph as the text of a script element.
fn written(graph: Vec<Value>) -> String {
    script::within_element(&json!({ "@context": CONTEXT, "@graph": graph }))
}
