//! The files that the search page loads.
//!
//! In: records of one community, or of all. Out: script files, each one call of `gk` with a name and a value.
//! Never anything else than data: the script on the page does the searching.

use rayon::prelude::*;
use serde::Serialize;

use super::doc::{Doc, Source};
use super::facet::{FACETS, column};
use super::{index, shard, suggest};
use crate::format::script;

/// Up to how many bytes of text a site ships its text as a whole.
const SMALL: usize = 192 * 1024;
/// About how many bytes of text lie together in one file; whole records.
const TEXT: usize = 3000;
/// About how many bytes a shard of pinyin is to have.
const PINYIN: usize = 8000;

/// A file: its name, and its text.
pub type File = (String, String);

/// All files of a site, or of a portal over several.
pub fn files(sources: &[Source<'_>]) -> Vec<File> {
    let mut docs: Vec<(usize, &Doc)> =
        sources.iter().enumerate().flat_map(|(at, s)| s.docs.iter().map(move |d| (at, d))).collect();
    docs.par_sort_by(|(a, x), (b, y)| (&y.date, a, &x.url).cmp(&(&x.date, b, &y.url)));
    let size: usize = docs.iter().map(|(_, d)| length(d)).sum();
    let mut files = Vec::new();
    let mut meta = Meta { count: docs.len(), signs: signs(&docs), ..Meta::default() };
    if size <= SMALL {
        meta.docs = Some(docs.iter().map(|(at, doc)| shown(&sources[*at], doc)).collect());
        files.push(call("p0", &suggest::sounds(&plain(&docs))));
    } else {
        large(&docs, sources, &mut meta, &mut files);
    }
    files.push(call("meta", &meta));
    files
}

/// Index, texts and facets as files of their own.
fn large(docs: &[(usize, &Doc)], sources: &[Source<'_>], meta: &mut Meta<'_>, files: &mut Vec<File>) {
    let shards = shard::cut(index::lists(&plain(docs)));
    meta.shards = Some(shards.shards.len());
    files.par_extend(numbered('s', shards.shards));
    files.par_extend(numbered('l', shards.long));
    // Whole records, always the same number in a file: where a record lies needs no table.
    let text: usize = docs.iter().map(|(_, d)| length(d)).sum();
    let each = (TEXT * docs.len() / text.max(1)).max(1);
    meta.each = Some(each);
    files.par_extend(docs.par_chunks(each).enumerate().map(|(at, chunk)| {
        let shown: Vec<_> = chunk.iter().map(|(source, doc)| shown(&sources[*source], doc)).collect();
        call(&format!("t{at}"), &shown)
    }));
    let pinyin = pinyin(docs);
    meta.pinyin = Some(pinyin.len());
    files.par_extend(numbered('p', pinyin));
    for (name, value) in FACETS {
        files.push(call(&format!("f-{name}"), &column(docs.iter().map(|(_, d)| value(d)))));
    }
    if sources.len() > 1 {
        files.push(call("f-community", &column(docs.iter().map(|(at, _)| sources[*at].name))));
    }
}

/// Records without their communities.
fn plain<'d>(docs: &[(usize, &'d Doc)]) -> Vec<&'d Doc> {
    docs.iter().map(|(_, doc)| *doc).collect()
}

/// Files named by a letter and their number.
fn numbered(letter: char, texts: Vec<String>) -> impl ParallelIterator<Item = File> {
    texts.into_par_iter().enumerate().map(move |(at, text)| call(&format!("{letter}{at}"), &text))
}

/// Bytes of the text of a record.
fn length(doc: &Doc) -> usize {
    doc.title.len() + doc.parts.iter().map(|p| p.text.len()).sum::<usize>()
}

/// What the script asks for first.
#[derive(Default, Serialize)]
struct Meta<'d> {
    /// How many records there are.
    count: usize,
    signs: String,
    /// All records, where the site is small.
    #[serde(skip_serializing_if = "Option::is_none")]
    docs: Option<Vec<Shown<'d>>>,
    /// How many shards the index has.
    #[serde(skip_serializing_if = "Option::is_none")]
    shards: Option<usize>,
    /// How many records lie together in a file of texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    each: Option<usize>,
    /// How many shards the words by pinyin have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pinyin: Option<usize>,
}

/// A record as results show it: `[url, title, date, kind, wu, state, community, [anchor, text, …]]`.
type Shown<'d> = (String, &'d str, &'d str, &'d str, &'d str, &'d str, &'d str, Vec<&'d str>);

fn shown<'d>(source: &Source<'d>, doc: &'d Doc) -> Shown<'d> {
    let parts: Vec<&str> = doc.parts.iter().flat_map(|p| [p.anchor.as_str(), p.text.as_str()]).collect();
    let url = if source.id.is_empty() { doc.url.clone() } else { format!("{}/{}", source.id, doc.url) };
    (url, &doc.title, &doc.date, &doc.kind, &doc.wu, &doc.state, source.name, parts)
}

/// Pairs of signs that fold to something simpler, for all simple ones of the site: `徵征地地`.
fn signs(docs: &[(usize, &Doc)]) -> String {
    let mut known = vec![false; 0x1_0000];
    for (_, doc) in docs {
        for sign in doc.title.chars().chain(doc.parts.iter().flat_map(|p| p.text.chars())) {
            if let Some(place) = known.get_mut(super::fold::simple(sign) as usize) {
                *place = true;
            }
        }
    }
    let mut pairs = String::new();
    for sign in '\u{3400}'..='\u{9fff}' {
        let simple = super::fold::simple(sign);
        if simple != sign && known.get(simple as usize) == Some(&true) {
            pairs.push(sign);
            pairs.push(simple);
        }
    }
    pairs
}

/// Shards of words by pinyin.
fn pinyin(docs: &[(usize, &Doc)]) -> Vec<String> {
    let lines = suggest::lines(&plain(docs));
    let size: usize = lines.iter().map(|(key, _, words)| key.len() + words.len() + 2).sum();
    let count = (size / PINYIN).next_power_of_two().max(1);
    let mut shards = vec![String::new(); count];
    for (key, hash, words) in lines {
        let shard = &mut shards[hash as usize % count];
        shard.push_str(&key);
        shard.push('\t');
        shard.push_str(&words);
        shard.push('\n');
    }
    shards
}

/// A file with one call.
fn call(name: &str, value: &impl Serialize) -> File {
    (format!("{name}.js"), script::call("gk", &(name, value)))
}
