//! Words of titles and of short lines.
//!
//! In: records. Out: each word, in how many records it stands, and whether it stands alone somewhere.
//! Never judges whether a part of a text means anything: how often it stands decides later.

use std::collections::HashMap;

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

/// Words in their order.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words {
    /// A line for each.
    lines: String,
    known: Vec<Word>,
}

impl Words {
    /// Each word with what is known of it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Word)> {
        self.lines.lines().zip(self.known.iter().copied())
    }
}

/// The words of records.
pub(super) fn of(docs: &[&Doc]) -> Words {
    let mut words = Counted::default();
    for doc in docs {
        words.docs += 1;
        let short = doc.parts.iter().flat_map(|p| p.text.lines()).filter(|l| l.chars().count() <= SHORT);
        std::iter::once(doc.title.as_str()).chain(short).for_each(|text| words.take(text));
    }
    let mut words = Vec::from_iter(words.known);
    words.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let known = words.iter().map(|(_, (known, _))| *known).collect();
    let lines = words.into_iter().map(|(word, _)| word + "\n").collect();
    Words { lines, known }
}

/// Words while they are counted.
#[derive(Default)]
struct Counted {
    /// How many records were begun.
    docs: u32,
    /// Each word, and the record that counted last: it counts once in each.
    known: HashMap<String, (Word, u32)>,
    /// The word that is looked up: most are known, and need no text of their own.
    word: String,
}

impl Counted {
    /// Runs of Chinese signs, in parts and whole.
    fn take(&mut self, text: &str) {
        for run in text.split(|c| !han(c)) {
            let signs: Vec<char> = run.chars().map(fold::simple).collect();
            for length in WORD.filter(|n| *n <= signs.len()) {
                signs.windows(length).for_each(|part| self.count(part, false));
            }
            if (*WORD.start()..=WHOLE).contains(&signs.len()) {
                self.count(&signs, true);
            }
        }
    }

    fn count(&mut self, signs: &[char], whole: bool) {
        self.word.clear();
        self.word.extend(signs);
        match self.known.get_mut(&self.word) {
            Some((known, last)) => {
                known.count += u32::from(*last != self.docs);
                known.whole |= whole;
                *last = self.docs;
            }
            None => drop(self.known.insert(self.word.clone(), (Word { count: 1, whole }, self.docs))),
        }
    }
}

/// The last sign that is a Chinese one.
pub(super) const LAST: char = '\u{323af}';

/// Whether a sign is a Chinese one.
pub(super) fn han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{20000}'..=LAST)
}
