//! Shards: the index cut into small files by hash.
//!
//! In: keys with their lists. Out: script files of a few thousand bytes each. A long list has a file of its
//! own, so that the short ones beside it stay cheap. Never says which shard a key is in: the hash does.

use super::postings::Postings;

/// About how many bytes a shard is to have.
const SHARD: usize = 6000;
/// From how many bytes on a list has a file of its own.
const LONG: usize = 2500;

/// Keys with their lists, cut into shards.
pub(super) struct Shards {
    /// The text of each shard: a line for each key.
    pub shards: Vec<String>,
    /// Long lists, by number.
    pub long: Vec<String>,
}

/// Cuts keys with their hashes and lists into shards; the number of shards is a power of two.
pub(super) fn cut(list: impl ExactSizeIterator<Item = (String, u32, Postings)>) -> Shards {
    let list: Vec<(String, u32, Postings)> = list.collect();
    let size: usize = list.iter().map(|(key, _, p)| key.len() + 2 + p.text.len().min(LONG)).sum();
    let count = (size / SHARD).next_power_of_two().max(1);
    let mut shards = vec![String::new(); count];
    let mut long = Vec::new();
    for (key, hash, postings) in list {
        let shard = &mut shards[hash as usize % count];
        shard.push_str(&key);
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
