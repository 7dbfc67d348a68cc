//! Private numbers in everything that would reach the output.
//!
//! In: a community's texts as they were read, the files that its records publish, their names. Out: a diagnostic for each
//! private number that nobody waived, and texts in which none of them can be seen any more. Never shows a number.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};
use crate::privacy::{self, Columns, Found, Kind, Reading, Unread};
use crate::record::common::Waiver;
use crate::record::{Corpus, Record, Scope};
use crate::value::Date;
use crate::world::Files;

/// A reason has at least so many signs.
const REASON: usize = 8;
/// So many masks of one person are compared with each other.
const FORMS: usize = 16;

/// Something found, and where.
struct Hit {
    span: Span,
    /// Path of the file, from the community's folder.
    path: String,
    /// Name of the part within the file.
    part: String,
    found: Found,
}

/// Looks through a community.
pub fn check(scope: &Scope<'_>, files: &Files, sources: &mut Sources, sink: &mut Sink) {
    let today = scope.as_of;
    let mut hits = texts(files, sources, today);
    for record in &scope.corpus.records {
        let named = names(record, sources, files, today);
        // A name that the record writes out was found in its text.
        let is_new = |hit: &Hit| !hits.iter().any(|h| h.path == hit.path && h.found.mark == hit.found.mark);
        let named: Vec<Hit> = named.into_iter().filter(is_new).collect();
        hits.extend(named);
    }
    attachments(scope, files, sources, sink, &mut hits);
    let offices = offices(scope);
    hits.retain(|hit| !offices.contains(&hit.found.mark));
    waive(scope.corpus, files, sources, &mut hits, sink);
    pairs(&hits, sink);
    hits.iter().for_each(|hit| tell(hit.span, &hit.part, &hit.found, sink));
}

/// Looks through settings and profiles, which every site shows in part.
pub fn check_settings(today: Date, sources: &mut Sources, sink: &mut Sink) {
    let mut hits = Vec::new();
    let mut hidden = Vec::new();
    for (file, source) in sources.iter().filter(|(_, source)| source.path.starts_with("content/")) {
        let reading = Reading { office: source.path == "content/site.yaml", ..Reading::prose(today) };
        for found in privacy::scan(&source.text, &reading) {
            hidden.push((file, found.hidden.clone()));
            hits.push((Span::new(file, found.range.start, found.range.end), found));
        }
    }
    for (file, ranges) in &hidden {
        sources.hide(*file, ranges);
    }
    hits.iter().for_each(|(span, found)| tell(*span, "", found, sink));
}

fn tell(span: Span, part: &str, found: &Found, sink: &mut Sink) {
    if let Some(code) = found.kind.code() {
        let told = Diagnostic::new(code, span).arg("what", found.kind.word()).arg("text", &found.masked);
        let place = if part.is_empty() { "none" } else { "part" };
        sink.push(told.arg("place", place).arg("part", part).basis(Some(found.kind.basis())));
    }
}

/// How a text of a community is to be read, by its path from the community's folder.
pub fn reading_of(path: &str, today: Date) -> Reading<'static> {
    let columns = if path.ends_with(".csv") { Columns::Commas } else { Columns::None };
    // The only telephones of `community.yaml` are those of the office.
    Reading { office: path == "community.yaml", ..Reading::table(today, columns) }
}

/// What stands in the texts that were read as records, tables and settings.
fn texts(files: &Files, sources: &mut Sources, today: Date) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut known = BTreeSet::new();
    let mut hidden: Vec<(FileId, Vec<std::ops::Range<usize>>)> = Vec::new();
    for (file, source) in sources.iter() {
        let Some(path) = source.path.strip_prefix(&format!("{}/", files.folder)) else { continue };
        let found = privacy::scan(&source.text, &reading_of(path, today));
        if found.is_empty() {
            continue;
        }
        hidden.push((file, found.iter().flat_map(|f| f.hidden.clone()).collect()));
        // A table that two records share is read twice and told of once.
        if known.insert(path.to_owned()) {
            let hit = |found: Found| Hit {
                span: Span::new(file, found.range.start, found.range.end),
                path: path.to_owned(),
                part: String::new(),
                found,
            };
            hits.extend(found.into_iter().map(hit));
        }
    }
    for (file, ranges) in &hidden {
        sources.hide(*file, ranges);
    }
    hits
}

/// What stands in the names of a record and of the files that it publishes: they become addresses.
fn names(record: &Record, sources: &Sources, files: &Files, today: Date) -> Vec<Hit> {
    let own = sources.get(record.file).path.strip_prefix(&format!("{}/", files.folder)).unwrap_or_default();
    let named = record.uses.files.iter().filter(|f| !record.uses.tables.contains(&f.value));
    let all = named.map(|f| (f.value.as_str(), f.span)).chain([(own, Span::top(record.file))]);
    let mut hits = Vec::new();
    for (path, span) in all {
        for found in privacy::in_name(path, today) {
            let part = privacy::mask(path, std::slice::from_ref(&found), "*");
            hits.push(Hit { span, path: own.to_owned(), part, found });
        }
    }
    hits
}

/// What stands in the files that records publish as they are.
fn attachments(scope: &Scope<'_>, files: &Files, sources: &mut Sources, sink: &mut Sink, hits: &mut Vec<Hit>) {
    let mut named: BTreeMap<&str, Span> = BTreeMap::new();
    for record in &scope.corpus.records {
        for file in record.uses.files.iter().filter(|f| !record.uses.tables.contains(&f.value)) {
            named.entry(&file.value).or_insert(file.span);
        }
    }
    for (path, span) in named {
        let searched = files.searched(path, scope.as_of);
        let full = format!("{}/{path}", files.folder);
        for place in &searched.places {
            let file =
                if place.sheet { sources.add_sheet(&full, &place.text) } else { sources.add(&full, &place.text) };
            hits.extend(place.found.iter().map(|found| Hit {
                span: Span::new(file, found.range.start, found.range.end),
                path: path.to_owned(),
                part: place.part.clone(),
                found: found.clone(),
            }));
        }
        for unread in &searched.unread {
            let code = match unread {
                Unread::Photo => &code::PHOTO_TELLS,
                Unread::Pictures => &code::PICTURES_ONLY,
                _ => &code::FILE_UNCHECKED,
            };
            // An error belongs to the file, so that nothing that names it is published.
            let place = if *unread == Unread::Photo { Span::top(sources.add(&full, "")) } else { span };
            let told = Diagnostic::new(code, place).arg("path", path).arg("why", unread.word());
            let photo = matches!(unread, Unread::Photo | Unread::InnerPhoto);
            sink.push(told.basis(photo.then(privacy::photo_basis)));
        }
    }
}

/// The telephones by which the office can be reached: public wherever they stand.
fn offices(scope: &Scope<'_>) -> BTreeSet<[u8; 16]> {
    let community = &scope.corpus.community;
    let footer = scope.city.config.footer.as_ref();
    let contact = community.contact.as_ref().and_then(|c| c.phone.as_ref());
    let all = [contact, community.hotline.as_ref(), footer.and_then(|f| f.hotline.as_ref())];
    let reading = Reading::cell(scope.as_of, "");
    all.into_iter().flatten().flat_map(|phone| privacy::scan(phone, &reading)).map(|found| found.mark).collect()
}

/// Drops what is published on purpose, and tells of waivers that say nothing or waive nothing.
fn waive(corpus: &Corpus, files: &Files, sources: &Sources, hits: &mut Vec<Hit>, sink: &mut Sink) {
    let own =
        |record: &Record| sources.get(record.file).path.strip_prefix(&format!("{}/", files.folder)).map(str::to_owned);
    let mut waivers: Vec<(&Waiver, BTreeSet<String>)> = Vec::new();
    for record in &corpus.records {
        let published = record.uses.files.iter().map(|f| f.value.clone());
        let paths: BTreeSet<String> = published.chain(own(record)).collect();
        waivers.extend(record.common().privacy_waivers.iter().map(|w| (w, paths.clone())));
    }
    let head = BTreeSet::from(["community.yaml".to_owned()]);
    waivers.extend(corpus.community.privacy_waivers.iter().map(|w| (w, head.clone())));
    for (waiver, paths) in waivers {
        if waiver.reason.trim().chars().count() < REASON {
            let told = Diagnostic::new(&code::WAIVER_WITHOUT_REASON, waiver.reason.span);
            sink.push(told.arg("fewest", REASON));
            continue;
        }
        let ending = crate::value::half_width(waiver.ending.trim()).to_ascii_uppercase();
        let meant = |hit: &Hit| paths.contains(&hit.path) && hit.found.kind != Kind::Mask && hit.found.ending == ending;
        let before = hits.len();
        hits.retain(|hit| !meant(hit));
        if hits.len() == before {
            sink.push(Diagnostic::new(&code::WAIVER_IDLE, waiver.ending.span).arg("ending", ending));
        } else {
            let told = Diagnostic::new(&code::NUMBER_WAIVED, waiver.ending.span).arg("ending", ending);
            sink.push(told.arg("reason", &waiver.reason.value).arg("count", before - hits.len()));
        }
    }
}

/// Two masks of one person's number that show together what neither shows alone.
fn pairs(hits: &[Hit], sink: &mut Sink) {
    let mut known: BTreeMap<(usize, &str), Vec<&Hit>> = BTreeMap::new();
    for hit in hits.iter().filter(|hit| hit.found.kind == Kind::Mask && !hit.found.person.is_empty()) {
        let alike = known.entry((hit.found.masked.len(), &hit.found.person)).or_default();
        if let Some(other) = alike.iter().find(|other| privacy::complete_each_other(&hit.found, &other.found)) {
            let told = Diagnostic::new(&code::TWO_MASKS, hit.span).arg("text", &hit.found.masked);
            sink.push(told.arg("other", &other.found.masked).also(other.span).basis(Some(Kind::Mask.basis())));
        }
        if alike.len() < FORMS {
            alike.push(hit);
        }
    }
}
