//! The page of one record.
//!
//! In: an entry, its findings, what refers to it. Out: its view. Never shows a field that `data` withholds.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::Context;
use super::finding::{self, Finding};
use super::history::{History, Past};
use super::share::{self, Share};
use crate::markdown;
use crate::profile::catalogue::Frequency;
use crate::record::Entry;
use crate::route;
use crate::schema::LinkTarget;
use crate::view::{Crumb, Page, View};

/// The longest description, in characters: what search engines and chats show.
const LONGEST: usize = 80;

#[derive(Serialize)]
struct Body {
    card: Value,
    review: serde_json::Value,
    attachments: Vec<File>,
    corrections: serde_json::Value,
    findings: Vec<Finding>,
    prose: Option<String>,
    data_url: String,
    rows_url: Option<String>,
    basis: Option<Duty>,
    related: Vec<Related>,
    past: Option<Past>,
    record: Value,
    detail: Value,
    share: Share,
}

#[derive(Serialize)]
struct File {
    url: String,
    label: String,
    /// What it is: `photo`, `pdf`, `table`, `text`, `packed`, `other`.
    sort: &'static str,
    /// Its ending in capitals.
    ending: String,
    /// Its size with a unit; empty where the file is not there.
    size: String,
}

#[derive(Serialize)]
struct Duty {
    code: String,
    name: String,
    frequency: Frequency,
    basis: String,
}

#[derive(Serialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Related {
    kind: &'static str,
    title: String,
    url: String,
}

pub(super) fn views(context: &Context<'_>, entries: &[Entry<'_>], history: Option<&History<'_>>) -> Vec<View> {
    let related = related(context, entries);
    let none = Vec::new();
    let made = entries.iter().map(|e| view(context, e, related.get(e.card.url.as_str()).unwrap_or(&none), history));
    made.collect()
}

fn view(context: &Context<'_>, entry: &Entry<'_>, related: &[Related], history: Option<&History<'_>>) -> View {
    let scope = &context.scope;
    let common = entry.record.common();
    let item = scope.catalogue().and_then(|c| c.item(entry.card.item.as_deref()?));
    let prose = entry.prose.as_deref().filter(|text| !text.trim().is_empty());
    let withheld = &entry.withheld;
    let body = Body {
        card: entry.card_value.clone(),
        review: entry.data.get("review").cloned().unwrap_or_default(),
        attachments: common
            .attachments
            .iter()
            .filter(|a| !withheld.holds(&a.file.0))
            .map(|a| File {
                url: route::file_url(&a.file.0),
                label: withheld.text(a.label.as_ref().unwrap_or(&a.file.0)).into_owned(),
                sort: sort(&a.file.0),
                ending: a.file.0.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_uppercase(),
                size: context.files.get(&a.file.0).map(|bytes| size(bytes.len())).unwrap_or_default(),
            })
            .collect(),
        corrections: entry.data.get("corrections").cloned().unwrap_or_default(),
        findings: finding::of(context, entry.record.file, withheld),
        prose: prose.map(|text| markdown::to_html(text, &|dest| link(context, entry, dest))),
        data_url: entry.record.data_url(),
        rows_url: crate::format::rows_url(entry),
        basis: item.map(|i| Duty {
            code: i.code.clone(),
            name: i.name.clone(),
            frequency: i.frequency,
            basis: i.basis.clone(),
        }),
        related: related.to_vec(),
        past: history.map(|h| h.past(&entry.card.url, entry.kind)),
        record: Value::from_serializable(&entry.data),
        detail: entry.record.detail(scope),
        share: share::of_record(scope, entry),
    };
    let section = super::section::title(context, entry.kind);
    let page = Page {
        route: entry.card.url.clone(),
        title: entry.card.title.clone(),
        description: description(entry),
        template: entry.kind.name.into(),
        kind: entry.kind.name,
        crumbs: vec![
            Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
            Crumb { title: section, url: format!("{}/index.html", entry.kind.folder) },
        ],
        body,
    };
    page.view(context.sources.get(entry.record.file).path.clone())
}

/// One sentence for previews: the record's own summary, else how its text begins.
fn description(entry: &Entry<'_>) -> String {
    if !entry.card.summary.is_empty() {
        return entry.card.summary.clone();
    }
    let prose = entry.prose.as_deref().unwrap_or_default();
    let begin = markdown::sections(prose).into_iter().next().map(|(_, text)| text).unwrap_or_default();
    let line = begin.lines().next().unwrap_or_default().trim();
    if line.chars().count() <= LONGEST {
        line.to_owned()
    } else {
        line.chars().take(LONGEST - 1).chain(['…']).collect()
    }
}

/// What sort of file a path names, by its ending.
fn sort(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("jpg" | "jpeg" | "png" | "gif" | "webp") => "photo",
        Some("pdf") => "pdf",
        Some("csv" | "xls" | "xlsx" | "et" | "ods") => "table",
        Some("doc" | "docx" | "wps" | "txt" | "md" | "odt") => "text",
        Some("zip" | "rar" | "7z") => "packed",
        _ => "other",
    }
}

/// A size as people read it: in KB up to a thousand, then in MB.
fn size(bytes: usize) -> String {
    let kilo = bytes.div_ceil(1024);
    if kilo < 1000 { format!("{kilo} KB") } else { format!("{}.{} MB", kilo / 1024, kilo % 1024 * 10 / 1024) }
}

/// The address of a link in a record's prose, from its page.
fn link(context: &Context<'_>, entry: &Entry<'_>, written: &str) -> Option<String> {
    let record = entry.record;
    let (_, target) = record.uses.links.iter().find(|(dest, _)| dest == written)?;
    let url = match target {
        LinkTarget::File(path) if entry.withheld.holds(path) => return None,
        LinkTarget::File(path) => route::file_url(path),
        LinkTarget::Record(folder, stem) => context.scope.corpus.find(folder, stem)?.url(),
    };
    Some(format!("{}{url}", route::root_of(&record.url())))
}

/// For each address, the records it refers to and those that refer to it.
fn related<'e>(context: &Context<'_>, entries: &'e [Entry<'_>]) -> BTreeMap<&'e str, Vec<Related>> {
    let by_url: BTreeMap<&str, &Entry<'_>> = entries.iter().map(|e| (e.card.url.as_str(), e)).collect();
    let mut map: BTreeMap<&'e str, Vec<Related>> = BTreeMap::new();
    let show = |e: &Entry<'_>| Related { kind: e.kind.name, title: e.card.title.clone(), url: e.card.url.clone() };
    for entry in entries {
        let uses = &entry.record.uses;
        let named = uses.records.iter().map(|(folder, name)| (*folder, name.value.as_str()));
        let proved = uses.evidence.iter().filter_map(|path| path.value.split_once('/'));
        for (folder, stem) in named.chain(proved) {
            let target = context.scope.corpus.find(folder, stem).map(crate::record::Record::url);
            let Some((url, other)) = target.and_then(|u| by_url.get_key_value(u.as_str()).map(|(k, v)| (*k, *v)))
            else {
                continue;
            };
            map.entry(entry.card.url.as_str()).or_default().push(show(other));
            map.entry(url).or_default().push(show(entry));
        }
    }
    for list in map.values_mut() {
        list.sort();
        list.dedup();
    }
    map
}
