//! Words by pinyin, for who types `dibao` or `db`, or one wrong sign.
//!
//! In: titles and short texts. Out: for each pinyin, each row of initials, and each word with one sign left
//! open (`低?对象`), the words that it may mean, the most frequent first; for each sign its sounds.
//! Never rewrites what was typed: the page offers.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use pinyin::ToPinyinMulti;
use rayon::prelude::*;

use super::doc::Doc;
use super::gram;

/// The shortest and longest part of a text that counts as a word.
const WORD: std::ops::RangeInclusive<usize> = 2..=4;
/// The longest run of Chinese signs that counts as a word as a whole.
const WHOLE: usize = 10;
/// Texts of at most so many signs give words too.
const SHORT: usize = 8;
/// How many words a key offers.
const OFFERED: usize = 8;
/// How many ways to read a word are kept.
const READINGS: usize = 4;
/// How many records one thread takes at a time.
const BLOCK: usize = 512;

/// Lines of signs with their sounds, for a site whose words the script finds in its text.
pub(super) fn sounds(docs: &[&Doc]) -> String {
    let mut signs: Vec<char> = Vec::new();
    for doc in docs {
        let text = doc.parts.iter().map(|p| p.text.as_str()).chain([doc.title.as_str()]);
        signs.extend(text.flat_map(str::chars).filter(|c| han(*c)).map(super::fold::simple));
        signs.sort_unstable();
        signs.dedup();
    }
    let line = |sign: &char| format!("{sign}\t{}\n", readings(*sign).join(" "));
    signs.iter().map(line).collect()
}

/// Lines of keys: `dibao`, tab, words with a space between them.
pub(super) fn lines(docs: &[&Doc]) -> Vec<(String, u32, String)> {
    let Words { count, whole } = docs.par_chunks(BLOCK).map(Words::of).reduce(Words::default, Words::and);
    let mut signs: Vec<char> = count.keys().flat_map(|word| word.chars()).collect();
    signs.par_sort_unstable();
    signs.dedup();
    let sounds: HashMap<char, Vec<String>> = signs.iter().map(|sign| (*sign, readings(*sign))).collect();
    let pairs = count.par_iter().flat_map_iter(|(word, count)| {
        let signs: Vec<char> = word.chars().collect();
        let mut own = sounds_of(&signs, &sounds);
        // A part of one title only is too weak a guess for a wrong sign.
        if *count > 1 || whole.contains(word) {
            own.extend(open(&signs));
        }
        own.into_iter().map(|key| (key, Offer::of(word, *count)))
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

/// The words of some records.
#[derive(Default)]
struct Words {
    /// In how many records each stands.
    count: HashMap<String, u32>,
    /// Those that stand alone somewhere.
    whole: HashSet<String>,
}

impl Words {
    fn of(docs: &[&Doc]) -> Self {
        let mut words = Self::default();
        for doc in docs {
            let short = doc.parts.iter().flat_map(|p| p.text.lines()).filter(|l| l.chars().count() <= SHORT);
            let mut own: Vec<String> = Vec::new();
            for text in std::iter::once(doc.title.as_str()).chain(short) {
                parts(text, &mut own, &mut words.whole);
            }
            own.sort_unstable();
            own.dedup();
            own.into_iter().for_each(|word| *words.count.entry(word).or_default() += 1);
        }
        words
    }

    fn and(self, other: Self) -> Self {
        let (mut all, less) = if self.count.len() < other.count.len() { (other, self) } else { (self, other) };
        less.count.into_iter().for_each(|(word, count)| *all.count.entry(word).or_default() += count);
        all.whole.extend(less.whole);
        all
    }
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

/// Runs of Chinese signs, in parts and whole.
fn parts(text: &str, found: &mut Vec<String>, whole: &mut HashSet<String>) {
    for run in text.split(|c| !han(c)) {
        let signs: Vec<char> = run.chars().map(super::fold::simple).collect();
        for length in WORD.filter(|n| *n <= signs.len()) {
            found.extend(signs.windows(length).map(|w| w.iter().collect::<String>()));
        }
        if (*WORD.start()..=WHOLE).contains(&signs.len()) {
            let run: String = signs.iter().collect();
            if signs.len() > *WORD.end() {
                found.push(run.clone());
            }
            whole.insert(run);
        }
    }
}

fn han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
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
