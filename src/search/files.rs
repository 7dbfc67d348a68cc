//! The files that the search page loads.
//!
//! In: records of one community, or of all. Out: script files, each one call of `gk` with a name and a value.
//! Never anything else than data: the script on the page does the searching.

use rayon::prelude::*;
use serde_json::{Value, json};

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
    let shown = |(at, doc): &(usize, &Doc)| shown(&sources[*at], doc);
    let mut files = Vec::new();
    let mut meta = json!({ "count": docs.len(), "signs": signs(&docs) });
    if size <= SMALL {
        meta["docs"] = docs.iter().map(shown).collect();
        files.push(call("p0", &suggest::sounds(docs.iter().map(|(_, d)| *d)).into()));
    } else {
        large(&docs, sources, &mut meta, &mut files);
    }
    files.push(call("meta", &meta));
    files
}

/// Index, texts and facets as files of their own.
fn large(docs: &[(usize, &Doc)], sources: &[Source<'_>], meta: &mut Value, files: &mut Vec<File>) {
    let lists = index::lists(&docs.iter().map(|(_, doc)| *doc).collect::<Vec<_>>());
    let keyed = lists.into_iter().map(|(gram, list)| (gram.signs().collect(), gram.hash(), list));
    let shards = shard::cut(keyed);
    meta["shards"] = shards.shards.len().into();
    files.extend(shards.shards.into_iter().enumerate().map(|(at, text)| call(&format!("s{at}"), &text.into())));
    files.extend(shards.long.into_iter().enumerate().map(|(at, text)| call(&format!("l{at}"), &text.into())));
    // Whole records, always the same number in a file: where a record lies needs no table.
    let text: usize = docs.iter().map(|(_, d)| length(d)).sum();
    let each = (TEXT * docs.len() / text.max(1)).max(1);
    meta["each"] = each.into();
    files.par_extend(docs.par_chunks(each).enumerate().map(|(at, chunk)| {
        let shown: Value = chunk.iter().map(|(source, doc)| shown(&sources[*source], doc)).collect();
        call(&format!("t{at}"), &shown)
    }));
    let pinyin = pinyin(docs);
    meta["pinyin"] = pinyin.len().into();
    files.extend(pinyin.into_iter().enumerate().map(|(at, text)| call(&format!("p{at}"), &text.into())));
    for (name, value) in FACETS {
        files.push(call(&format!("f-{name}"), &column(docs.iter().map(|(_, d)| value(d)))));
    }
    if sources.len() > 1 {
        files.push(call("f-community", &column(docs.iter().map(|(at, _)| sources[*at].name))));
    }
}

/// Bytes of the text of a record.
fn length(doc: &Doc) -> usize {
    doc.title.len() + doc.parts.iter().map(|p| p.text.len()).sum::<usize>()
}

/// A record as results show it: `[url, title, date, kind, wu, state, community, [anchor, text, …]]`.
fn shown(source: &Source<'_>, doc: &Doc) -> Value {
    let parts: Vec<&str> = doc.parts.iter().flat_map(|p| [p.anchor.as_str(), p.text.as_str()]).collect();
    let url = if source.id.is_empty() { doc.url.clone() } else { format!("{}/{}", source.id, doc.url) };
    json!([url, doc.title, doc.date, doc.kind, doc.wu, doc.state, source.name, parts])
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
    let lines = suggest::lines(docs.iter().map(|(_, d)| *d));
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
fn call(name: &str, value: &Value) -> File {
    (format!("{name}.js"), script::call("gk", &[&name.into(), value]))
}
