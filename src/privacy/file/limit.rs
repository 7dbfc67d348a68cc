//! How much of a file is looked at.
//!
//! In: what is taken out of it. Out: whether there is room for more. The limits lie far above what a village attaches
//! and low enough that a hostile file costs neither memory nor time.

use std::io::Read;

use super::{Contents, Part, Unread};
use crate::privacy::Columns;

/// The most that all packed parts may grow to, in bytes.
const UNPACKED: usize = 48 * 1024 * 1024;
/// What is unpacked before room is made for all that may come, in bytes.
const FIRST: usize = 1024 * 1024;
/// The most text, in bytes.
const TEXT: usize = 24 * 1024 * 1024;
/// The most parts.
const PARTS: usize = 4_000;

/// What room is left.
pub(super) struct Limit {
    unpacked: usize,
    text: usize,
    parts: usize,
}

impl Limit {
    pub(super) fn new() -> Self {
        Self { unpacked: UNPACKED, text: TEXT, parts: PARTS }
    }

    /// Whether one more part may be looked at.
    pub(super) fn part(&mut self) -> bool {
        self.parts = self.parts.saturating_sub(1);
        self.parts > 0
    }

    /// What a reader gives, to its end or to the limit; what came before a fault of the packing stays.
    pub(super) fn unpack(&mut self, mut reader: impl Read, out: &mut Contents) -> Vec<u8> {
        let mut bytes = Vec::new();
        let first = self.unpacked.min(FIRST);
        let mut read = reader.by_ref().take(first as u64).read_to_end(&mut bytes);
        if read.is_ok() && bytes.len() == first {
            // Room that is not filled costs nothing; room that grows by doubling is there twice.
            bytes.reserve_exact(self.unpacked - first);
            read = reader.by_ref().take((self.unpacked - first) as u64).read_to_end(&mut bytes);
        }
        if bytes.len() == self.unpacked && reader.read(&mut [0]).is_ok_and(|more| more > 0) {
            out.unread.push(Unread::TooLarge);
        }
        self.unpacked -= bytes.len();
        if read.is_err() && bytes.is_empty() {
            out.unread.push(Unread::Damaged);
        }
        bytes
    }

    /// Whether anything may still be unpacked.
    pub(super) fn is_used_up(&self) -> bool {
        self.unpacked == 0
    }

    /// Takes a text in; blank ones are dropped.
    pub(super) fn add(&mut self, name: String, mut text: String, columns: Columns, out: &mut Contents) {
        if text.trim().is_empty() {
            return;
        }
        if text.len() > self.text {
            let mut end = self.text;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            out.unread.push(Unread::TooLarge);
        }
        self.text -= text.len();
        out.parts.push(Part { name, text, columns });
    }
}
