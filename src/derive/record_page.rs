//! The page of one record.
//!
//! In: an entry, its findings, what refers to it. Out: its view. Never shows a field that `data` withholds.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::Context;
use super::finding::{self, Finding};
use super::history::{History, Past};
use super::linked;
use super::pictures::{self, Shown};
use super::share::{self, Share};
use crate::locale::{self, Language};
use crate::markdown::{self, Place};
use crate::profile::catalogue::Frequency;
use crate::record::common::Translation;
use crate::record::{Entry, is_picture};
use crate::route;
use crate::schema::LinkTarget;
use crate::text;
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
    /// The record in other languages.
    translations: Vec<Translated>,
    /// The language it is written in, where who reads the frame does not read it.
    foreign: Option<Foreign>,
    data_url: String,
    rows_url: Option<String>,
    basis: Option<Duty>,
    related: Vec<Related>,
    past: Option<Past>,
    record: Value,
    detail: Value,
    /// The photographs that `detail` speaks of, by their address.
    photographs: BTreeMap<String, Shown>,
    share: Share,
    /// What it is, for programs.
    linked: String,
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
    /// How it looks, where it is a picture.
    picture: Option<Shown>,
}

/// A record in another language.
#[derive(Serialize)]
struct Translated {
    /// Tag of the language.
    lang: &'static str,
    /// What the language calls itself.
    name: String,
    title: String,
    prose: Option<String>,
    /// Whether it is the language of the pages: then lists have its title.
    of_frame: bool,
}

/// A record in a language that is not the one of the pages.
#[derive(Serialize)]
struct Foreign {
    /// Tag of the language.
    lang: &'static str,
    /// The title as it is written.
    title: String,
    /// Whether nobody translated it into the language of the pages.
    alone: bool,
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
    let crumbs = vec![
        Crumb { title: scope.corpus.community.name.value.clone(), url: "index.html".into() },
        Crumb { title: super::section::title(context, entry.kind), url: format!("{}/index.html", entry.kind.folder) },
    ];
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
                size: context.files.get(&a.file.0).map(|bytes| text::size(bytes.len() as u64)).unwrap_or_default(),
                picture: pictures::preview(context, &a.file.0),
            })
            .collect(),
        corrections: entry.data.get("corrections").cloned().unwrap_or_default(),
        findings: finding::of(context, entry.record.file, withheld),
        translations: translations(context, entry),
        foreign: foreign(entry, scope.city.language()),
        prose: prose.map(|text| markdown::to_html(text, "", &|dest| link(context, entry, dest))),
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
        photographs: pictures::spoken_of(context, entry),
        share: share::of_record(scope, entry),
        linked: linked::record(scope, entry, &crumbs),
    };
    let page = Page {
        route: entry.card.url.clone(),
        title: entry.card.title.clone(),
        description: description(entry),
        template: entry.kind.name.into(),
        kind: entry.kind.name,
        crumbs,
        body,
    };
    page.view(context.sources.get(entry.record.file).path.clone())
}

/// The record in other languages, the one of the pages first. Where that is one of them, the text as it is written
/// follows under its title.
fn translations(context: &Context<'_>, entry: &Entry<'_>) -> Vec<Translated> {
    let frame = context.scope.city.language();
    let withheld = &entry.withheld;
    let shown = |t: &Translation| {
        let language = t.language.value;
        let text = t.text.as_deref().filter(|text| !text.trim().is_empty());
        let prefix = format!("{}-", language.tag());
        Translated {
            lang: language.tag(),
            name: locale::messages(language).word("language-name"),
            title: withheld.text(&t.title).into_owned(),
            prose: text
                .map(|text| markdown::to_html(&withheld.text(text), &prefix, &|dest| link(context, entry, dest))),
            of_frame: language == frame,
        }
    };
    let mut list: Vec<Translated> = entry.record.common().translations.iter().map(shown).collect();
    list.sort_by_key(|t| !t.of_frame);
    list
}

/// The language that a record is written in, where who reads the frame does not read it.
fn foreign(entry: &Entry<'_>, frame: Language) -> Option<Foreign> {
    let common = entry.record.common();
    let language = common.language();
    (!frame.reads(language)).then(|| Foreign {
        lang: language.tag(),
        title: common.title.value.clone(),
        alone: common.translation(frame).is_none(),
    })
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
        _ if is_picture(path) => "photo",
        Some("pdf") => "pdf",
        Some("csv" | "xls" | "xlsx" | "et" | "ods") => "table",
        Some("doc" | "docx" | "wps" | "txt" | "md" | "odt") => "text",
        Some("zip" | "rar" | "7z") => "packed",
        _ => "other",
    }
}

/// The address of a link in a record's prose, from its page.
fn link(context: &Context<'_>, entry: &Entry<'_>, written: &str) -> Option<Place> {
    let record = entry.record;
    let (_, target) = record.uses.links.iter().find(|(dest, _)| dest == written)?;
    let root = route::root_of(&record.url());
    let url = match target {
        LinkTarget::File(path) | LinkTarget::Picture(path) if entry.withheld.holds(path) => return None,
        LinkTarget::File(path) => route::file_url(path),
        LinkTarget::Picture(path) => {
            let url = format!("{root}{}", route::file_url(path));
            let shown = pictures::in_text(context, path).map(|shown| shown.attributes(&root)).unwrap_or_default();
            return Some(Place { url, shown });
        }
        LinkTarget::Record(folder, stem) => {
            let other = context.scope.corpus.find(folder, stem)?;
            let wanted = written.split_once('#').map(|(_, heading)| heading);
            let anchor = wanted.zip(other.prose.as_ref()).and_then(|(w, (text, _))| markdown::anchor_of(text, w));
            other.url() + &anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default()
        }
    };
    Some(format!("{root}{url}").into())
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
