//! Words of titles and of short lines.
//!
//! In: records. Out: each word, in how many records it stands, and whether it stands alone somewhere.
//! Never judges whether a part of a text means anything: how often it stands decides later.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::doc::Doc;
use super::fold;

/// The shortest and longest part of a text that counts as a word.
const WORD: std::ops::RangeInclusive<usize> = 2..=4;
/// The longest run of Chinese signs that counts as a word as a whole.
const WHOLE: usize = 10;
/// Texts of at most so many signs give words too.
const SHORT: usize = 8;

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Word {
    /// In how many records it stands.
    pub count: u32,
    /// Whether it stands alone somewhere.
    pub whole: bool,
}

impl Word {
    /// The same over more records.
    pub fn and(&mut self, other: Self) {
        self.count += other.count;
        self.whole |= other.whole;
    }
}

/// The words of records.
pub(super) fn of(docs: &[&Doc]) -> BTreeMap<String, Word> {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    for doc in docs {
        let short = doc.parts.iter().flat_map(|p| p.text.lines()).filter(|l| l.chars().count() <= SHORT);
        let mut own: BTreeMap<String, Word> = BTreeMap::new();
        for text in std::iter::once(doc.title.as_str()).chain(short) {
            parts(text, &mut own);
        }
        for (word, one) in own {
            words.entry(word).or_default().and(one);
        }
    }
    words
}

/// Runs of Chinese signs, in parts and whole.
fn parts(text: &str, found: &mut BTreeMap<String, Word>) {
    for run in text.split(|c| !han(c)) {
        let signs: Vec<char> = run.chars().map(fold::simple).collect();
        for length in WORD.filter(|n| *n <= signs.len()) {
            for part in signs.windows(length) {
                found.entry(part.iter().collect()).or_default().count = 1;
            }
        }
        if (*WORD.start()..=WHOLE).contains(&signs.len()) {
            found.insert(signs.iter().collect(), Word { count: 1, whole: true });
        }
    }
}

/// Whether a sign is a Chinese one.
pub(super) fn han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}
