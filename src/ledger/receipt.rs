//! Receipts by C2SP tlog-proof: one small file that shows, without anything else, that a record is in the log.
//!
//! In: a log, a sealed text. Out: the proof against the first checkpoint that holds the entry, so that a receipt
//! never changes afterwards. Never holds the record itself: whoever has its data file can check it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::entry::RecordEntry;
use super::log::Log;
use super::note::Checkpoint;
use super::text::{Text, unhex};
use super::tree::Subtrees;

/// The ending of a receipt's name.
pub const ENDING: &str = "tlog-proof";

/// The checkpoint that first held the entry `index`, as a signed note.
pub fn first_note(log: &Log, index: usize) -> Option<(Checkpoint, &str)> {
    let read = |note: &'_ String| Checkpoint::parse(note);
    let at = log.notes.partition_point(|note| read(note).is_none_or(|p| p.size <= index));
    let note = log.notes.get(at)?;
    Some((read(note)?, note.as_str()))
}

/// The receipt of an entry about a record whose text is known; `trees` are those of the log.
///
/// Its extra data tells what is needed beside the data file to write the entry again: salt, action, day,
/// number of the entry before, last day of the whole text; `-` where there is none.
pub fn receipt(log: &Log, trees: &Subtrees, index: usize, entry: &RecordEntry, text: &Text) -> Option<String> {
    let (point, note) = first_note(log, index)?;
    let salt = BASE64.encode(unhex(&text.salt)?);
    let previous = entry.previous.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let ends = entry.ends.as_deref().unwrap_or("-");
    let extra = format!("{salt} {} {} {previous} {ends}", entry.action.word(), entry.day);
    let mut proof = format!("c2sp.org/tlog-proof@v1\nextra {}\nindex {index}\n", BASE64.encode(extra));
    for hash in trees.inclusion(index, point.size) {
        proof.push_str(&BASE64.encode(hash));
        proof.push('\n');
    }
    proof.push('\n');
    proof.push_str(note);
    Some(proof)
}
