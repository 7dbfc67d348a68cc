//! Words by pinyin, for who types `dibao` or `db`, or one wrong sign.
//!
//! In: titles and short texts. Out: for each pinyin, each row of initials, and each word with one sign left
//! open (`低?对象`), the words that it may mean, the most frequent first; for each sign its sounds.
//! Never rewrites what was typed: the page offers.

use std::collections::{BTreeMap, HashMap, HashSet};

use pinyin::ToPinyinMulti;

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

/// Lines of signs with their sounds, for a site whose words the script finds in its text.
pub(super) fn sounds<'a>(docs: impl Iterator<Item = &'a Doc>) -> String {
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
pub(super) fn lines<'a>(docs: impl Iterator<Item = &'a Doc> + Clone) -> Vec<(String, u32, String)> {
    let mut words: HashMap<String, u32> = HashMap::new();
    let mut whole: HashSet<String> = HashSet::new();
    for doc in docs {
        let short = doc.parts.iter().flat_map(|p| p.text.lines()).filter(|l| l.chars().count() <= SHORT);
        let mut own: Vec<String> = Vec::new();
        for text in std::iter::once(doc.title.as_str()).chain(short) {
            parts(text, &mut own, &mut whole);
        }
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|word| *words.entry(word).or_default() += 1);
    }
    let mut words: Vec<(String, u32)> = words.into_iter().collect();
    words.sort_unstable();
    let mut keys: BTreeMap<String, Vec<(u32, &str)>> = BTreeMap::new();
    let mut sounds: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for (word, count) in &words {
        for sign in word.chars() {
            sounds.entry(sign).or_insert_with(|| readings(sign));
        }
        let signs: Vec<char> = word.chars().collect();
        let mut own = sounds_of(&signs, &sounds);
        // A part of one title only is too weak a guess for a wrong sign.
        if *count > 1 || whole.contains(word) {
            own.extend(open(&signs));
        }
        for key in own {
            keys.entry(key).or_default().push((*count, word));
        }
    }
    let offered = keys.into_iter().map(|(key, mut list)| {
        // Of equal ones the longer first: the whole rather than a part of it.
        list.sort_by(|a, b| (b.0, b.1.len(), a.1).cmp(&(a.0, a.1.len(), b.1)));
        let kept: Vec<&str> = list.into_iter().take(OFFERED).map(|(_, word)| word).collect();
        (key, kept.join(" "))
    });
    let signs = sounds.iter().map(|(sign, list)| (sign.to_string(), list.join(" ")));
    let hashed = |(key, words): (String, String)| {
        let hash = gram::hash(key.chars());
        (key, hash, words)
    };
    offered.chain(signs).filter(|(_, words)| !words.is_empty()).map(hashed).collect()
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
fn sounds_of(signs: &[char], sounds: &BTreeMap<char, Vec<String>>) -> Vec<String> {
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
