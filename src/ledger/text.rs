//! The sealed texts: what each entry about a record committed to, with its salt.
//!
//! In: lines of JSON, 256 entries a file, as entries stand in their bundles. Out: texts by the number of
//! their entry. They stay in the workspace; a site shows those that may still be seen. A text that is given
//! up leaves its entry behind, which then tells nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::tile::WIDTH;
use crate::text::hex;

/// The folder of the texts within a community's ledger.
pub const FOLDER: &str = "texts";

/// One sealed text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Number of the entry.
    pub index: usize,
    /// Thirty-two random bytes in hex.
    pub salt: String,
    /// SHA-256 of the source it was made from, in hex.
    pub source: String,
    /// The bytes of the record's data file.
    pub data: String,
}

/// All texts of a ledger, by the number of their entry.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    map: BTreeMap<usize, Text>,
    touched: BTreeSet<usize>,
}

/// The commitment to a text: SHA-256 of the salt and the SHA-256 of the text, in hex.
pub fn commitment(salt: &[u8], data: &[u8]) -> String {
    hex(&Sha256::new().chain_update(salt).chain_update(Sha256::digest(data)).finalize())
}

/// Bytes from hex; `None` where it is anything else.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.is_ascii() && text.len().is_multiple_of(2);
    let pair = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).ok();
    if digits { (0..text.len()).step_by(2).map(pair).collect() } else { None }
}

impl Text {
    /// The commitment to it.
    pub fn commitment(&self) -> Option<String> {
        Some(commitment(&unhex(&self.salt)?, self.data.as_bytes()))
    }
}

impl Texts {
    /// Reads the files of the folder, given by name; `Err` names one that cannot be read.
    ///
    /// # Errors
    /// Where a line is not a text.
    pub fn read<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Result<Self, String> {
        let mut map = BTreeMap::new();
        for (name, bytes) in files {
            for line in bytes.split(|b| *b == b'\n').filter(|l| !l.is_empty()) {
                let text: Text = serde_json::from_slice(line).map_err(|_| name.to_owned())?;
                map.insert(text.index, text);
            }
        }
        Ok(Self { map, touched: BTreeSet::new() })
    }

    /// The text of an entry.
    pub fn get(&self, index: usize) -> Option<&Text> {
        self.map.get(&index)
    }

    /// Puts a text in.
    pub fn put(&mut self, text: Text) {
        self.touched.insert(text.index / WIDTH);
        self.map.insert(text.index, text);
    }

    /// Gives a text up.
    pub fn forget(&mut self, index: usize) {
        if self.map.remove(&index).is_some() {
            self.touched.insert(index / WIDTH);
        }
    }

    /// Gives up what belongs to no entry of a log of `size`: an earlier run was cut off before its checkpoint.
    pub fn cut(&mut self, size: usize) {
        let beyond: Vec<usize> = self.map.range(size..).map(|(index, _)| *index).collect();
        beyond.into_iter().for_each(|index| self.forget(index));
    }

    /// Counts every file as changed: they go to another folder.
    pub fn touch_all(&mut self) {
        self.touched.extend(self.map.keys().map(|index| index / WIDTH));
    }

    /// Names and bytes of the files that changed.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let file = |number: &usize| {
            let mut bytes = Vec::new();
            for (_, text) in self.map.range(number * WIDTH..(number + 1) * WIDTH) {
                serde_json::to_writer(&mut bytes, text).expect("a text is plain data");
                bytes.push(b'\n');
            }
            (format!("{FOLDER}/{number:05}.jsonl"), bytes)
        };
        self.touched.iter().map(file).collect()
    }
}
