//! Shards: the index cut into small files by hash.
//!
//! In: grams with their lists. Out: script files of a few thousand bytes each. A long list has a file of its
//! own, so that the short ones beside it stay cheap. Never says which shard a gram is in: the hash does.

use super::gram::Gram;
use super::postings::Postings;

/// About how many bytes a shard is to have.
const SHARD: usize = 6000;
/// From how many bytes on a list has a file of its own.
const LONG: usize = 2500;

/// Grams with their lists, cut into shards.
pub(super) struct Shards {
    /// The text of each shard: a line for each gram.
    pub shards: Vec<String>,
    /// Long lists, by number.
    pub long: Vec<String>,
}

/// Cuts grams with their lists into shards; the number of shards is a power of two.
pub(super) fn cut(list: Vec<(Gram, Postings)>) -> Shards {
    let length = |gram: Gram| gram.signs().map(char::len_utf8).sum::<usize>();
    let size: usize = list.iter().map(|(gram, p)| length(*gram) + 2 + p.text.len().min(LONG)).sum();
    let count = (size / SHARD).next_power_of_two().max(1);
    let mut shards = vec![String::new(); count];
    let mut long = Vec::new();
    for (gram, postings) in list {
        let shard = &mut shards[gram.hash() as usize % count];
        shard.extend(gram.signs());
        shard.push('\t');
        let text = String::from_utf8(postings.text).unwrap_or_default();
        if text.len() > LONG {
            shard.push('*');
            shard.push_str(&long.len().to_string());
            long.push(text);
        } else {
            shard.push_str(&text);
        }
        shard.push('\n');
    }
    Shards { shards, long }
}
