//! The files that the search page loads.
//!
//! In: records of one community, or of all, and what is kept of their blocks. Out: units of script files, each file one call
//! of `gk` with a name and a value. Never anything else than data: the script on the page does the searching.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use serde::Serialize;

use super::all::All;
use super::block::{self, BLOCK, Block};
use super::doc::Doc;
use super::facet::{FACETS, column};
use super::fold;
use super::records::{Head, Source};
use super::store::{Blocks, Store};
use super::unit::{File, Unit, call, key};
use super::{lists, suggest};
use crate::error::Error;

/// Up to how many bytes of text a site ships its text as a whole.
const SMALL: usize = 192 * 1024;
/// About how many bytes of text lie together in one file; whole records.
const TEXT: usize = 3000;
/// How many files of texts are made together and lie in one folder: of a city there are tens of thousands, of which an
/// edit concerns a few.
const TOGETHER: usize = 128;

/// A block and the hash of its records.
type Keyed = ([u8; 32], Arc<Block>);

/// All files of a site, or of a portal over several.
///
/// # Errors
/// Where a record cannot be read from where it is kept.
pub fn files(sources: &[Source<'_>]) -> Result<Vec<File>, Error> {
    let (units, _) = units(sources, &Blocks::default())?;
    let made: Result<Vec<Vec<File>>, Error> = units.into_par_iter().map(|unit| (unit.make)()).collect();
    Ok(made?.into_iter().flatten().collect())
}

/// The units that make the files, and the blocks of which they are made: those of `store`, where their records are the same.
///
/// # Errors
/// As for [`files`], and where a block cannot be kept.
pub fn units<'d>(sources: &'d [Source<'d>], store: &dyn Store) -> Result<(Vec<Unit<'d>>, Blocks), Error> {
    let all = All::of(sources);
    let size = all.length();
    if size <= SMALL { Ok((small(all), Blocks::default())) } else { large(&all, size, store) }
}

/// A record as results show it: `[url, title, date, kind, wu, state, community, [anchor, text, …]]`.
type Shown<'d> = (String, &'d str, &'d str, &'d str, &'d str, &'d str, &'d str, Vec<&'d str>);

fn shown<'d>((source, doc): &'d (Source<'_>, Cow<'_, Doc>)) -> Shown<'d> {
    let parts: Vec<&str> = doc.parts.iter().flat_map(|p| [p.anchor.as_str(), p.text.as_str()]).collect();
    let url = if source.id.is_empty() { doc.url.clone() } else { format!("{}/{}", source.id, doc.url) };
    (url, &doc.title, &doc.date, &doc.kind, &doc.wu, &doc.state, source.name, parts)
}

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
fn small(all: All<'_>) -> Vec<Unit<'_>> {
    let make = move || {
        let mut docs = all.docs(0..all.list.len())?;
        // The newest first.
        docs.reverse();
        let signs = block::signs(docs.iter().map(|(_, doc)| &**doc));
        let all = docs.iter().map(shown).collect();
        let meta = Meta { count: docs.len(), signs: pairs(&signs), docs: Some(all), ..Meta::default() };
        Ok(vec![call("p0", &suggest::sounds(&signs)), call("meta", &meta)])
    };
    vec![Unit { key: [0; 32], make: Box::new(make) }]
}

/// Index, texts and facets as files of their own.
fn large<'d>(all: &All<'d>, size: usize, store: &dyn Store) -> Result<(Vec<Unit<'d>>, Blocks), Error> {
    let now = blocks(all, store)?;
    let blocks: Arc<Vec<Arc<Block>>> = Arc::new(now.iter().map(|(_, block)| block.clone()).collect());
    let (shards, mut units) = lists::units(&blocks)?;
    let count = all.list.len();
    // Always the same number in a file: where a record lies needs no table.
    let each = (TEXT * count / size.max(1)).max(1);
    units.extend(texts(all, each));
    let mut signs: Vec<char> = blocks.iter().flat_map(|block| block.head.signs.chars()).collect();
    signs.sort_unstable();
    signs.dedup();
    let meta = Meta { count, signs: pairs(&signs), shards: Some(shards), each: Some(each), ..Meta::default() };
    units.push(words(&blocks, meta));
    units.push(facets(all.clone()));
    Ok((units, now.into_iter().collect()))
}

/// The blocks of all records in their order, each with the hash of its records.
fn blocks(all: &All<'_>, store: &dyn Store) -> Result<Vec<Keyed>, Error> {
    let block = |range: Range<usize>| {
        let key = key("block", &[range.len()], all.sums(range.clone()));
        if let Some(known) = store.known(&key) {
            return Ok((key, known));
        }
        let docs = all.docs(range)?;
        let docs: Vec<&Doc> = docs.iter().map(|(_, doc)| &**doc).collect();
        Ok((key, store.keep(&key, Block::of(&docs))?))
    };
    all.ranges(BLOCK).into_par_iter().map(block).collect()
}

/// Files of texts.
fn texts<'d>(all: &All<'d>, each: usize) -> Vec<Unit<'d>> {
    let name = |source: &Source<'_>| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(source.id.as_bytes()).update(&[0]).update(source.name.as_bytes());
        *hasher.finalize().as_bytes()
    };
    let names: Vec<[u8; 32]> = all.sources.iter().map(name).collect();
    let unit = |(number, range): (usize, Range<usize>)| {
        let sources = all.list[range.clone()].iter().map(|found| names[found.source()]);
        let key = key("texts", &[number, each, range.len()], all.sums(range.clone()).chain(sources));
        let all = all.clone();
        let make = move || {
            let docs = all.docs(range)?;
            let file = |(at, chunk): (usize, &[(Source<'_>, Cow<'_, Doc>)])| {
                let shown: Vec<Shown<'_>> = chunk.iter().map(shown).collect();
                call(&format!("t{number}/{}", number * TOGETHER + at), &shown)
            };
            Ok(docs.chunks(each).enumerate().map(file).collect())
        };
        Unit { key, make: Box::new(make) }
    };
    all.ranges(each * TOGETHER).into_iter().enumerate().map(unit).collect()
}

/// Words by pinyin; and what the script asks for first, which tells how many files they are.
fn words<'d>(blocks: &Arc<Vec<Arc<Block>>>, meta: Meta<'d>) -> Unit<'d> {
    let told = call("", &meta).1;
    let digests = blocks.iter().map(|block| block.head.words_digest).chain([*blake3::hash(told.as_bytes()).as_bytes()]);
    let key = key("words", &[], digests);
    let blocks = blocks.clone();
    let make = move || {
        let shards = suggest::shards(&blocks);
        let meta = call("meta", &Meta { pinyin: Some(shards.len()), ..meta });
        Ok(shards.iter().enumerate().map(|(at, text)| call(&format!("p{at}"), text)).chain([meta]).collect())
    };
    Unit { key, make: Box::new(make) }
}

/// Columns of what results can be narrowed by.
fn facets(all: All<'_>) -> Unit<'_> {
    let names = all.sources.iter().flat_map(|source| source.name.bytes().chain([0])).collect::<Vec<u8>>();
    let names = *blake3::hash(&names).as_bytes();
    // The order of all follows from what is known of each source.
    let digests: Vec<[u8; 32]> = all.rolls.iter().map(|roll| roll.facets).chain([names]).collect();
    let make = move || {
        let file = |(name, value): &(&str, fn(&Head<&str>) -> String)| {
            let values: Vec<String> = all.list.iter().map(|found| value(&all.head(*found))).collect();
            call(&format!("f-{name}"), &column(&values))
        };
        let mut files: Vec<File> = FACETS.iter().map(file).collect();
        if all.sources.len() > 1 {
            let names: Vec<&str> = all.list.iter().map(|found| all.sources[found.source()].name).collect();
            files.push(call("f-community", &column(&names)));
        }
        Ok(files)
    };
    Unit { key: key("facets", &[], digests.into_iter()), make: Box::new(make) }
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
