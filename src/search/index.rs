//! The index: for every gram the records that hold it.
//!
//! In: folded titles and texts of records, the newest first. Out: grams with their lists, by shard.
//! Never keeps the text. Each thread walks all of it and keeps the grams of its own share, so that lists grow
//! in order and nothing is sorted.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;

use super::gram::{self, Gram};
use super::postings::Postings;

/// Folded text of a record.
pub(super) struct Folded {
    /// Its title.
    pub title: String,
    /// All its sections, a line break between them.
    pub text: String,
}

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
pub(super) fn lists(records: &[Folded]) -> Vec<(Gram, Postings)> {
    let shares: Vec<Lists> = (0..SHARES).into_par_iter().map(|share| share_of(records, share)).collect();
    let mut all: Vec<(Gram, Postings)> = shares.into_iter().flatten().collect();
    all.par_sort_unstable_by_key(|(gram, _)| *gram);
    all
}

fn share_of(records: &[Folded], share: u32) -> Lists {
    let mut lists = Lists::default();
    for (number, record) in (0..).zip(records) {
        for (text, in_title) in [(&record.title, true), (&record.text, false)] {
            gram::each(text, |gram| {
                // The first sign decides, so that a walk can tell at a glance.
                if (gram.0 as u32 & 0x1f_ffff).wrapping_mul(0x9e37_79b1) >> 29 == share {
                    lists.entry(gram).or_default().add(number, in_title);
                }
            });
        }
    }
    lists
}
