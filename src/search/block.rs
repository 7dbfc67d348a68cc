//! A run of records that follow one another, indexed by itself.
//!
//! In: records. Out: for every gram the records that hold it, the words of their titles and short lines, their Chinese
//! signs. Never knows other records: so it is kept, and made again only when one of its own records says something else.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use serde::{Deserialize, Serialize};

use super::doc::Doc;
use super::fold::{self, fold};
use super::gram::{self, Gram};
use super::groups::{GROUPS, Groups, Lists};
use super::postings::Postings;
use super::words::{self, LAST, Words, han};

/// How many records lie in a block; the last has what is left.
pub(super) const BLOCK: usize = 256;

/// What is known of some records.
pub struct Block {
    /// What is always at hand.
    pub head: BlockHead,
    /// A line for each gram: its signs, a tab, and its list with the last record before it; records are numbered from the
    /// first of the block.
    pub lists: Box<dyn Lists>,
}

/// What is at hand of a block.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockHead {
    /// A digest of each group of the lists.
    pub(super) digests: Vec<u128>,
    /// Words of titles and of short lines.
    pub(super) words: Words,
    /// BLAKE3 of the words.
    pub(super) words_digest: [u8; 32],
    /// The simple forms of all Chinese signs, in order.
    pub(super) signs: String,
}

impl Block {
    /// Indexes records; their order is that of their numbers.
    pub(super) fn of(docs: &[&Doc]) -> Self {
        let words = words::of(docs);
        let words_digest = *blake3::hash(&postcard::to_stdvec(&words).expect("words are plain data")).as_bytes();
        let lists = lists(docs);
        let signs = signs(docs.iter().copied()).into_iter().collect();
        Self { head: BlockHead { digests: lists.digests(), words, words_digest, signs }, lists: Box::new(lists) }
    }
}

/// Grams are numbers already: one multiplication spreads them.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|b| self.write_u64(u64::from(*b)));
    }

    fn write_u64(&mut self, number: u64) {
        let product = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ (product >> 29);
    }
}

fn lists(docs: &[&Doc]) -> Groups {
    let mut lists: HashMap<Gram, Postings, BuildHasherDefault<Spread>> = HashMap::default();
    for (number, doc) in (0..).zip(docs) {
        // The title comes before the text.
        gram::each(&fold(&doc.title), |gram| lists.entry(gram).or_default().add(number, true));
        for part in &doc.parts {
            gram::each(&fold(&part.text), |gram| lists.entry(gram).or_default().add(number, false));
        }
    }
    let mut lists: Vec<(usize, Gram, Postings)> =
        lists.into_iter().map(|(gram, list)| (gram.hash() as usize % GROUPS, gram, list)).collect();
    lists.sort_unstable_by_key(|(group, gram, _)| (*group, *gram));
    let mut groups = Groups::default();
    for (group, gram, list) in lists {
        groups.line(group, |line| {
            line.extend(gram.signs());
            line.push('\t');
            list.line(line);
        });
    }
    groups.ended()
}

/// The simple forms of the Chinese signs of records, in order.
pub(super) fn signs<'d>(docs: impl Iterator<Item = &'d Doc>) -> Vec<char> {
    // A bit for each.
    let mut known = vec![0_u64; (LAST as usize >> 6) + 1];
    for doc in docs {
        for sign in doc.title.chars().chain(doc.parts.iter().flat_map(|p| p.text.chars())).filter(|sign| han(*sign)) {
            let code = fold::simple(sign) as usize;
            known[code >> 6] |= 1 << (code & 63);
        }
    }
    let bits = |(at, mut word): (usize, u64)| {
        std::iter::from_fn(move || {
            let bit = (word != 0).then(|| word.trailing_zeros())?;
            word &= word - 1;
            char::from_u32(u32::try_from(at << 6).ok()? + bit)
        })
    };
    known.into_iter().enumerate().flat_map(bits).collect()
}
