//! The index: for every gram the records that hold it.
//!
//! In: records, the newest first. Out: grams with their lists.
//! Never keeps the text: it is folded a block of records at a time. Each thread walks the block and keeps the grams of
//! its own share, so that lists grow in order and nothing is sorted.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;

use super::doc::Doc;
use super::fold;
use super::gram::{self, Gram};
use super::postings::Postings;

/// Folded text of a record.
struct Folded {
    title: String,
    /// All its sections, a line break between them.
    text: String,
}

impl Folded {
    fn of(doc: &Doc) -> Self {
        let text: Vec<String> = doc.parts.iter().map(|p| fold(&p.text)).collect();
        Self { title: fold(&doc.title), text: text.join("\n") }
    }
}

/// How many records are folded at a time.
const BLOCK: usize = 4096;

/// Shares of the grams, each walked by one thread.
const SHARES: u32 = 8;

/// Grams are numbers already: one multiplication spreads them.
#[derive(Default)]
pub(super) struct Spread(u64);

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

type Lists = HashMap<Gram, Postings, BuildHasherDefault<Spread>>;

/// All grams with their lists, in the order of their signs.
pub(super) fn lists(docs: &[&Doc]) -> Vec<(Gram, Postings)> {
    let mut shares: Vec<Lists> = (0..SHARES).map(|_| Lists::default()).collect();
    let mut first = 0;
    for block in docs.chunks(BLOCK) {
        let folded: Vec<Folded> = block.par_iter().map(|doc| Folded::of(doc)).collect();
        shares.par_iter_mut().zip(0..SHARES).for_each(|(lists, share)| add(lists, share, first, &folded));
        first += u32::try_from(block.len()).unwrap_or(u32::MAX);
    }
    let mut all: Vec<(Gram, Postings)> = shares.into_iter().flatten().collect();
    all.par_sort_unstable_by_key(|(gram, _)| *gram);
    all
}

/// Adds the grams of a share from records numbered from `first` on.
fn add(lists: &mut Lists, share: u32, first: u32, records: &[Folded]) {
    for (number, record) in (first..).zip(records) {
        for (text, in_title) in [(&record.title, true), (&record.text, false)] {
            gram::each(text, |gram| {
                // The first sign decides, so that a walk can tell at a glance.
                if (gram.0 as u32 & 0x1f_ffff).wrapping_mul(0x9e37_79b1) >> 29 == share {
                    lists.entry(gram).or_default().add(number, in_title);
                }
            });
        }
    }
}
