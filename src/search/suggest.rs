//! Words by pinyin, for who types `dibao` or `db`, or one wrong sign.
//!
//! In: words of titles and short texts. Out: for each pinyin, each row of initials, and each word with one sign left
//! open (`低?对象`), the words that it may mean, the most frequent first; for each sign its sounds.
//! Never rewrites what was typed: the page offers.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use pinyin::ToPinyinMulti;
use rayon::prelude::*;

use super::block::Block;
use super::gram;
use super::words::Word;

/// How many words a key offers.
const OFFERED: usize = 8;
/// How many ways to read a word are kept.
const READINGS: usize = 4;
/// About how many bytes a shard of pinyin is to have.
const PINYIN: usize = 8000;

/// Lines of signs with their sounds, for a site whose words the script finds in its text.
pub(super) fn sounds(signs: &[char]) -> String {
    let line = |sign: &char| format!("{sign}\t{}\n", readings(*sign).join(" "));
    signs.iter().map(line).collect()
}

/// Shards of lines: a key such as `dibao`, a tab, the words that it offers with a space between them.
pub(super) fn shards(blocks: &[Arc<Block>]) -> Vec<String> {
    let lines = lines(&words(blocks));
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

/// The words of all blocks.
fn words(blocks: &[Arc<Block>]) -> HashMap<&str, Word> {
    let mut all: HashMap<&str, Word> = HashMap::new();
    for (word, one) in blocks.iter().flat_map(|block| block.head.words.iter()) {
        all.entry(word).or_default().and(one);
    }
    all
}

fn lines(words: &HashMap<&str, Word>) -> Vec<(String, u32, String)> {
    let mut signs: Vec<char> = words.keys().flat_map(|word| word.chars()).collect();
    signs.par_sort_unstable();
    signs.dedup();
    let sounds: HashMap<char, Vec<String>> = signs.iter().map(|sign| (*sign, readings(*sign))).collect();
    let pairs = words.par_iter().flat_map_iter(|(word, known)| {
        let signs: Vec<char> = word.chars().collect();
        let mut own = sounds_of(&signs, &sounds);
        // A part of one title only is too weak a guess for a wrong sign.
        if known.count > 1 || known.whole {
            own.extend(open(&signs));
        }
        own.into_iter().map(|key| (key, Offer::of(word, known.count)))
    });
    let mut pairs: Vec<(String, Offer<'_>)> = pairs.collect();
    pairs.par_sort_unstable();
    let offered = pairs.chunk_by(|(a, _), (b, _)| a == b).map(|list| {
        let kept: Vec<&str> = list.iter().take(OFFERED).map(|(_, offer)| offer.word).collect();
        (list[0].0.clone(), kept.join(" "))
    });
    let signs = signs.iter().map(|sign| (sign.to_string(), sounds[sign].join(" ")));
    let hashed = |(key, words): (String, String)| {
        let hash = gram::hash(key.chars());
        (key, hash, words)
    };
    offered.chain(signs).filter(|(_, words)| !words.is_empty()).map(hashed).collect()
}

/// A word that a key offers, in the order of offers: the most frequent first; of equal ones the longer, the whole rather
/// than a part of it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Offer<'w> {
    count: Reverse<u32>,
    length: Reverse<usize>,
    word: &'w str,
}

impl<'w> Offer<'w> {
    fn of(word: &'w str, count: u32) -> Self {
        Self { count: Reverse(count), length: Reverse(word.len()), word }
    }
}

/// The sounds of a sign without tones, `ü` as `v`.
fn readings(sign: char) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for sound in sign.to_pinyin_multi().into_iter().flatten() {
        let plain = sound.plain().replace('ü', "v");
        if !list.contains(&plain) {
            list.push(plain);
        }
    }
    list
}

/// A word with each of its signs left open.
fn open(signs: &[char]) -> impl Iterator<Item = String> {
    let one = |at: usize| signs.iter().enumerate().map(|(n, sign)| if n == at { '?' } else { *sign }).collect();
    (0..signs.len()).map(one)
}

/// The pinyin of a word in each reading, and its initials.
fn sounds_of(signs: &[char], sounds: &HashMap<char, Vec<String>>) -> Vec<String> {
    let mut full = vec![(String::new(), String::new())];
    for sign in signs {
        let list = sounds.get(sign).map_or(&[][..], Vec::as_slice);
        let mut next = Vec::new();
        for (key, initials) in &full {
            for sound in list.iter().take(READINGS - next.len().min(READINGS)) {
                next.push((format!("{key}{sound}"), format!("{initials}{}", &sound[..1])));
            }
        }
        full = next;
    }
    let mut keys: Vec<String> = full.into_iter().flat_map(|(key, initials)| [key, initials]).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
