//! The log of one community as it stands on the disk.
//!
//! In: its files, by path. Out: entries, hashes of leaves, checkpoints, the keys in force; and the files of a
//! longer log. Never believes a file that does not fit the signed checkpoint.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::SigningKey;

use super::entry::{Begun, Change, Entry, KeyEntry, Role};
use super::note::{self, Checkpoint, Vkey};
use super::tile;
use super::tree::{self, Hash};

/// The current checkpoint.
pub const CHECKPOINT: &str = "checkpoint";
/// All checkpoints, one after another.
pub const CHECKPOINTS: &str = "checkpoints.txt";
/// The keys.
pub const KEYS: &str = "keys.txt";

/// A log that was read and fits together.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// Its entries.
    pub entries: Vec<Entry>,
    /// The same as bytes.
    raw: Vec<Vec<u8>>,
    /// The hashes of these.
    pub leaves: Vec<Hash>,
    /// All signed checkpoints, the latest last.
    pub notes: Vec<String>,
}

/// Why a log cannot be believed: the file, and a word for what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Path within the ledger.
    pub path: String,
    /// `missing`, `unreadable`, `signature`, `root`, `key` or `order`.
    pub what: &'static str,
}

fn broken<T>(path: &str, what: &'static str) -> Result<T, Broken> {
    Err(Broken { path: path.to_owned(), what })
}

/// The keys in force, and from which entry on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// Every working key with the number of entries from which on it signs.
    pub working: Vec<(usize, Vkey)>,
    /// Every recovery key, in the same way.
    pub recovery: Vec<(usize, Vkey)>,
}

impl Keys {
    /// The key that signs a checkpoint over `size` entries.
    pub fn working_at(&self, size: usize) -> &Vkey {
        let known = self.working.iter().rev().find(|(from, _)| *from <= size);
        &known.unwrap_or(&self.working[0]).1
    }

    /// The key that signs now.
    pub fn now(&self, role: Role) -> &Vkey {
        let list = if role == Role::Working { &self.working } else { &self.recovery };
        &list.last().expect("the first entry names both keys").1
    }
}

impl Log {
    /// Reads a log through `read`, which gives the bytes of a path within it; `None` where there is none.
    ///
    /// # Errors
    /// Where its files do not fit together.
    pub fn read(read: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Option<Self>, Broken> {
        let Some(note) = read(CHECKPOINT) else {
            return if read(KEYS).is_some() { broken(CHECKPOINT, "missing") } else { Ok(None) };
        };
        let note = String::from_utf8(note).or_else(|_| broken(CHECKPOINT, "unreadable"))?;
        let Some(point) = Checkpoint::parse(&note) else {
            return broken(CHECKPOINT, "unreadable");
        };
        let mut log = Self::default();
        for path in tile::bundle_paths(point.size) {
            let Some(entries) = read(&path).and_then(|bytes| tile::read_bundle(&bytes)) else {
                return broken(&path, "missing");
            };
            for bytes in entries {
                let Some(entry) = Entry::parse(&bytes) else {
                    return broken(&path, "unreadable");
                };
                log.push(entry);
            }
        }
        if log.leaves.len() != point.size || tree::root(&log.leaves) != point.root {
            return broken(CHECKPOINT, "root");
        }
        let keys = log.keys()?;
        if Checkpoint::open(&note, keys.working_at(point.size)).is_none() {
            return broken(CHECKPOINT, "signature");
        }
        let kept = read(CHECKPOINTS).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        log.notes = note::read_many(&kept);
        // One more may have been noted by a seal that was stopped before its checkpoint was put in place.
        let after = log.notes.iter().rev().position(|kept| *kept == note).filter(|after| *after <= 1);
        let Some(after) = after else {
            return broken(CHECKPOINTS, "missing");
        };
        log.notes.truncate(log.notes.len() - after);
        Ok(Some(log))
    }

    /// How many entries there are.
    pub fn size(&self) -> usize {
        self.leaves.len()
    }

    /// Adds an entry.
    pub fn push(&mut self, entry: Entry) {
        let bytes = entry.to_bytes();
        self.leaves.push(tree::leaf(&bytes));
        self.raw.push(bytes);
        self.entries.push(entry);
    }

    /// The first entry.
    ///
    /// # Errors
    /// Where the first entry is another one.
    pub fn begun(&self) -> Result<&Begun, Broken> {
        match self.entries.first() {
            Some(Entry::Begun(begun)) => Ok(begun),
            _ => broken("tile/entries/000", "order"),
        }
    }

    /// The name of the log.
    pub fn origin(&self) -> &str {
        self.begun().map_or("", |b| b.origin.as_str())
    }

    /// The last checkpoint.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        self.notes.last().and_then(|note| Checkpoint::parse(note))
    }

    /// Walks all entries about keys and believes only those that a key in force has signed.
    ///
    /// # Errors
    /// Where one is not signed by the key it names.
    pub fn keys(&self) -> Result<Keys, Broken> {
        let bundle = "tile/entries";
        let begun = self.begun()?;
        let vkey = |text: &str| match Vkey::parse(text).filter(|k| k.name == begun.origin) {
            Some(key) => Ok(key),
            None => broken(bundle, "key"),
        };
        let mut keys = Keys { working: vec![(0, vkey(&begun.working)?)], recovery: vec![(0, vkey(&begun.recovery)?)] };
        for (index, entry) in self.entries.iter().enumerate().skip(1) {
            match entry {
                Entry::Begun(_) => return broken(bundle, "order"),
                Entry::Record(_) => {}
                Entry::Key(change) => {
                    let signature = BASE64.decode(&change.signature).unwrap_or_default();
                    let statement = change.statement(&begun.origin, index);
                    let allowed = change.by == Role::Recovery
                        || (change.role == Role::Working && change.action == Change::Rotated);
                    if !allowed || !keys.now(change.by).verifies(statement.as_bytes(), &signature) {
                        return broken(bundle, "key");
                    }
                    let list = if change.role == Role::Working { &mut keys.working } else { &mut keys.recovery };
                    list.push((index + 1, vkey(&change.key)?));
                }
            }
        }
        Ok(keys)
    }

    /// Adds an entry about a key, signed by the key that speaks.
    pub fn push_key(&mut self, mut entry: KeyEntry, signer: &SigningKey) {
        use ed25519_dalek::Signer;
        let statement = entry.statement(self.origin(), self.size());
        entry.signature = BASE64.encode(signer.sign(statement.as_bytes()).to_bytes());
        self.push(Entry::Key(entry));
    }

    /// Signs what is there now.
    pub fn sign(&mut self, key: &SigningKey) {
        let point = Checkpoint { origin: self.origin().to_owned(), size: self.size(), root: tree::root(&self.leaves) };
        self.notes.push(point.sign(key));
    }

    /// Whether this log goes on from a checkpoint.
    pub fn holds(&self, point: &Checkpoint) -> bool {
        point.origin == self.origin()
            && point.size <= self.size()
            && tree::root(&self.leaves[..point.size]) == point.root
    }

    /// All files of the log: the order is the order in which they must come onto the disk, the checkpoint last.
    /// The partial tiles of the checkpoint before are kept beside the current ones, for whoever is just reading it.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let before = self.notes.len().checked_sub(2).and_then(|at| Checkpoint::parse(&self.notes[at]));
        let before = before.map_or(0, |p| p.size);
        let of = |size: usize| tile::hashes(&self.leaves[..size]).into_iter().chain(tile::bundles(&self.raw[..size]));
        let mut files: Vec<(String, Vec<u8>)> = of(self.size()).chain(of(before)).collect();
        files.sort();
        files.dedup();
        files.push((KEYS.to_owned(), self.keys_text().into_bytes()));
        let kept: String = self.notes.iter().map(|note| format!("{note}\n")).collect();
        files.push((CHECKPOINTS.to_owned(), kept.into_bytes()));
        files.push((CHECKPOINT.to_owned(), self.notes.last().cloned().unwrap_or_default().into_bytes()));
        files
    }

    /// All keys, oldest first, each below a line that tells what it is.
    fn keys_text(&self) -> String {
        let Ok(keys) = self.keys() else {
            return String::new();
        };
        let lines = |role: &str, list: &[(usize, Vkey)]| {
            list.iter().map(|(from, key)| format!("# {role} {from}\n{key}\n")).collect::<String>()
        };
        format!("{}{}", lines("working", &keys.working), lines("recovery", &keys.recovery))
    }

    /// The last entry about each record, with its number.
    pub fn latest(&self) -> std::collections::BTreeMap<&str, (usize, &super::entry::RecordEntry)> {
        let records = self.entries.iter().enumerate().filter_map(|(at, e)| e.record().map(|r| (at, r)));
        records.map(|(at, r)| (r.address.as_str(), (at, r))).collect()
    }
}
