//! The files that the search page loads.
//!
//! In: records of one community, or of all, and what is kept of their blocks. Out: units of script files, each file one call
//! of `gk` with a name and a value. Never anything else than data: the script on the page does the searching.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use serde::Serialize;

use super::block::{self, BLOCK, Block};
use super::doc::{Doc, Source};
use super::facet::{FACETS, column};
use super::fold;
use super::unit::{File, Unit, call, key};
use super::{lists, suggest};

/// Up to how many bytes of text a site ships its text as a whole.
const SMALL: usize = 192 * 1024;
/// About how many bytes of text lie together in one file; whole records.
const TEXT: usize = 3000;
/// How many files of texts are made together.
const TOGETHER: usize = 128;

/// Blocks by the hash of their records.
pub type Blocks = BTreeMap<[u8; 32], Arc<Block>>;

/// All files of a site, or of a portal over several.
pub fn files(sources: &[Source<'_>]) -> Vec<File> {
    let (units, _) = units(sources, &Blocks::default());
    units.into_par_iter().flat_map_iter(|unit| (unit.make)()).collect()
}

/// The units that make the files, and the blocks of which they are made: those of `before`, where their records are the
/// same.
pub fn units<'d>(sources: &[Source<'d>], before: &Blocks) -> (Vec<Unit<'d>>, Blocks) {
    let found = |(at, source): (usize, &Source<'d>)| {
        let source = *source;
        source.docs.iter().map(move |doc| Found { day: day(&doc.date), at, source, doc })
    };
    let docs: Vec<Found<'d>> = sources.iter().enumerate().flat_map(found).collect();
    let size: usize = docs.iter().map(|found| found.doc.length()).sum();
    if size <= SMALL { (small(docs), Blocks::default()) } else { large(docs, size, sources.len() > 1, before) }
}

/// A record and where it comes from.
#[derive(Clone, Copy)]
struct Found<'d> {
    /// Its date as a number.
    day: u32,
    /// Which of the sources that is.
    at: usize,
    source: Source<'d>,
    doc: &'d Doc,
}

impl<'d> Found<'d> {
    /// The order of records: the oldest first, so that a new one changes no number of another. The last of a day is the one
    /// that stands first in lists.
    fn order(&self, other: &Self) -> Ordering {
        let by = |found: &Self| (found.day, Reverse(found.at));
        by(self).cmp(&by(other)).then_with(|| other.doc.url.cmp(&self.doc.url))
    }

    fn shown(&self) -> Shown<'d> {
        let Self { source, doc, .. } = self;
        let parts: Vec<&str> = doc.parts.iter().flat_map(|p| [p.anchor.as_str(), p.text.as_str()]).collect();
        let url = if source.id.is_empty() { doc.url.clone() } else { format!("{}/{}", source.id, doc.url) };
        (url, &doc.title, &doc.date, &doc.kind, &doc.wu, &doc.state, source.name, parts)
    }
}

/// An ISO date as a number of its digits: 20261124; 0 where there is none.
fn day(date: &str) -> u32 {
    date.bytes().filter(u8::is_ascii_digit).fold(0, |sum: u32, digit| sum.wrapping_mul(10) + u32::from(digit - b'0'))
}

/// A record as results show it: `[url, title, date, kind, wu, state, community, [anchor, text, …]]`.
type Shown<'d> = (String, &'d str, &'d str, &'d str, &'d str, &'d str, &'d str, Vec<&'d str>);

/// What the script asks for first.
#[derive(Clone, Default, Serialize)]
struct Meta<'d> {
    /// How many records there are.
    count: usize,
    signs: String,
    /// All records, the newest first, where the site is small.
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

/// Everything in two files.
fn small(mut docs: Vec<Found<'_>>) -> Vec<Unit<'_>> {
    docs.sort_by(|a, b| b.order(a));
    let make = move || {
        let plain: Vec<&Doc> = docs.iter().map(|found| found.doc).collect();
        let all = docs.iter().map(Found::shown).collect();
        let signs = block::signs(&plain);
        let meta = Meta { count: docs.len(), signs: pairs(&signs), docs: Some(all), ..Meta::default() };
        vec![call("p0", &suggest::sounds(&signs)), call("meta", &meta)]
    };
    vec![Unit { key: [0; 32], make: Box::new(make) }]
}

/// Index, texts and facets as files of their own.
fn large<'d>(mut docs: Vec<Found<'d>>, size: usize, many: bool, before: &Blocks) -> (Vec<Unit<'d>>, Blocks) {
    docs.par_sort_by(Found::order);
    let docs = Arc::new(docs);
    let sums: Vec<[u8; 32]> = docs.iter().map(|found| found.doc.sum).collect();
    let blocks = blocks(&docs, &sums, before);
    let all: Arc<Vec<Arc<Block>>> = Arc::new(blocks.iter().map(|(_, block)| block.clone()).collect());
    let (shards, mut units) = lists::units(&all);
    // Always the same number in a file: where a record lies needs no table.
    let each = (TEXT * docs.len() / size.max(1)).max(1);
    units.extend(texts(&docs, &sums, each));
    let mut signs: Vec<char> = all.iter().flat_map(|block| block.signs.chars()).collect();
    signs.sort_unstable();
    signs.dedup();
    let meta =
        Meta { count: docs.len(), signs: pairs(&signs), shards: Some(shards), each: Some(each), ..Meta::default() };
    units.push(words(&all, meta));
    units.push(Unit { key: [0; 32], make: Box::new(move || facets(&docs, many)) });
    (units, blocks.into_iter().collect())
}

/// The blocks of all records in their order, each with the hash of its records.
fn blocks(docs: &[Found<'_>], sums: &[[u8; 32]], before: &Blocks) -> Vec<([u8; 32], Arc<Block>)> {
    let block = |(docs, sums): (&[Found<'_>], &[[u8; 32]])| {
        let key = key("block", &[docs.len()], sums.iter().copied());
        let made = || {
            let docs: Vec<&Doc> = docs.iter().map(|found| found.doc).collect();
            Arc::new(Block::of(&docs))
        };
        (key, before.get(&key).cloned().unwrap_or_else(made))
    };
    docs.par_chunks(BLOCK).zip(sums.par_chunks(BLOCK)).map(block).collect()
}

/// Files of texts.
fn texts<'d>(docs: &Arc<Vec<Found<'d>>>, sums: &[[u8; 32]], each: usize) -> Vec<Unit<'d>> {
    let together = each * TOGETHER;
    let unit = |(number, sums): (usize, &[[u8; 32]])| {
        let first = number * together;
        let sources = docs[first..first + sums.len()].iter().flat_map(|found| [found.source.id, found.source.name]);
        let sources = sources.map(|name| *blake3::hash(name.as_bytes()).as_bytes());
        let key = key("texts", &[number, each, sums.len()], sums.iter().copied().chain(sources));
        let (docs, count) = (docs.clone(), sums.len());
        let make = move || {
            let chunks = docs[first..first + count].chunks(each).enumerate();
            let file = |(at, chunk): (usize, &[Found<'_>])| {
                let shown: Vec<Shown<'_>> = chunk.iter().map(Found::shown).collect();
                call(&format!("t{}", number * TOGETHER + at), &shown)
            };
            chunks.map(file).collect()
        };
        Unit { key, make: Box::new(make) }
    };
    sums.chunks(together).enumerate().map(unit).collect()
}

/// Words by pinyin; and what the script asks for first, which tells how many files they are.
fn words<'d>(blocks: &Arc<Vec<Arc<Block>>>, meta: Meta<'d>) -> Unit<'d> {
    let told = call("", &meta).1;
    let digests = blocks.iter().map(|block| block.words_digest).chain([*blake3::hash(told.as_bytes()).as_bytes()]);
    let key = key("words", &[], digests);
    let blocks = blocks.clone();
    let make = move || {
        let shards = suggest::shards(&blocks);
        let meta = call("meta", &Meta { pinyin: Some(shards.len()), ..meta });
        shards.iter().enumerate().map(|(at, text)| call(&format!("p{at}"), text)).chain([meta]).collect()
    };
    Unit { key, make: Box::new(make) }
}

fn facets(docs: &[Found<'_>], many: bool) -> Vec<File> {
    let own = FACETS.iter();
    let mut files: Vec<File> = own
        .map(|(name, value)| call(&format!("f-{name}"), &column(docs.iter().map(|found| value(found.doc)))))
        .collect();
    if many {
        files.push(call("f-community", &column(docs.iter().map(|found| found.source.name))));
    }
    files
}

/// Signs that are written in a simpler way too, with that: `徵征地地`.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let pair = |sign: char| (sign, fold::simple(sign));
    ('\u{3400}'..='\u{9fff}').map(pair).filter(|(sign, simple)| sign != simple).collect()
});

/// Those whose simple form a site has.
fn pairs(known: &[char]) -> String {
    PAIRS.iter().filter(|(_, simple)| known.binary_search(simple).is_ok()).flat_map(|(a, b)| [*a, *b]).collect()
}
