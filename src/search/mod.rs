//! Full-text search without a server: from records to small script files.
//!
//! In: what is published of each record. Out: files that the search page loads by script tags. Never
//! holds what a page may not show. Small sites ship their text; larger ones ship an index of single
//! signs, pairs and triples of signs, cut into shards of which an answer needs a few. It is made from blocks of
//! records, the oldest first, so that one record that changed or came costs one block and the files that it concerns.
//! `themes/default/assets/search.js` is the other half: it folds and hashes by the same rules.

mod all;
mod block;
mod doc;
mod facet;
mod files;
mod fold;
mod gather;
mod gram;
mod groups;
mod lists;
mod postings;
mod records;
mod store;
mod suggest;
mod unit;
mod words;

pub use block::{Block, BlockHead};
pub use doc::{Doc, Part};
pub use files::{files, units};
pub use fold::fold;
pub use gather::doc;
pub use groups::{GROUPS, Lists};
pub use records::{Docs, Head, Records, Roll, Source};
pub use store::{Blocks, Store};
pub use unit::{File, Unit};

/// The hash by which signs that belong together are put into a shard, as the script on the page computes it.
pub fn shard_hash(folded: &str) -> u32 {
    gram::hash(folded.chars())
}
