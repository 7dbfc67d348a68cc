//! Sealing: one entry for each record that was published, corrected or withdrawn since the last seal.
//!
//! In: a ledger, what changed, the key, the day, randomness. Out: the ledger with new entries and one new
//! checkpoint. Never signs what does not go on from every checkpoint it is shown.

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;

use super::drift::Change;
use super::entry::{Action, Begun, Entry, RecordEntry, Role};
use super::log::Log;
use super::national;
use super::note::{Checkpoint, Vkey};
use super::restart;
use super::state::{Ledger, PUBLIC};
use super::text::Text;
use crate::text::hex;
use crate::value::Date;

/// Why nothing was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The key at hand is not the one in force.
    OtherKey,
    /// The last entry is of a later day.
    Clock(String),
    /// A checkpoint was seen that this log does not go on from: it was restored from an old copy, or sealed on
    /// another computer. The number of its entries.
    Behind(usize),
    /// A checkpoint was seen of the same length or a shorter one that says something else.
    Forked(usize),
    /// What was seen is a checkpoint of another log, by its name.
    OtherLog(String),
    /// What was seen is no checkpoint.
    Unreadable,
    /// The randomness of the system cannot be had.
    NoRandomness,
}

/// Fills bytes with randomness; false where there is none.
pub type Random<'r> = &'r dyn Fn(&mut [u8]) -> bool;

/// Begins a log with its two keys.
pub fn begin(origin: &str, key: &SigningKey, recovery: &Vkey, day: Date, continues: Option<String>) -> Ledger {
    let mut log = Log::default();
    let working = Vkey::of(origin, key);
    log.push(Entry::Begun(Begun::new(day.to_string(), origin, &working, recovery, continues)));
    log.sign(key);
    Ledger { log, ..Ledger::default() }
}

/// Whether `key` may sign what goes on from this log on `day`.
///
/// # Errors
/// Where it may not.
pub fn allowed(ledger: &Ledger, key: &SigningKey, day: Date, seen: &[Checkpoint]) -> Result<(), Refusal> {
    let working = ledger.log.keys().ok().map(|keys| keys.now(Role::Working).public);
    if working != Some(key.verifying_key().to_bytes()) {
        return Err(Refusal::OtherKey);
    }
    consistent(ledger, day, seen)
}

/// Whether the log may go on at all on `day`.
///
/// # Errors
/// Where it may not.
pub fn consistent(ledger: &Ledger, day: Date, seen: &[Checkpoint]) -> Result<(), Refusal> {
    let log = &ledger.log;
    let last = log.entries.iter().map(Entry::day).max().unwrap_or_default();
    if last > day.to_string().as_str() {
        return Err(Refusal::Clock(last.to_owned()));
    }
    for point in seen.iter().filter(|p| p.origin == log.origin()) {
        if point.size > log.size() {
            return Err(Refusal::Behind(point.size));
        }
        if !log.holds(point) {
            return Err(Refusal::Forked(point.size));
        }
    }
    Ok(())
}

/// Whether the log may be published where these bytes stand as its checkpoint now: it goes on from that one, or was begun
/// anew after it. Whoever publishes fetches them; where there are none yet, there is nothing to ask.
///
/// # Errors
/// Where it may not.
pub fn goes_on(ledger: &Ledger, remote: &[u8]) -> Result<(), Refusal> {
    let point = std::str::from_utf8(remote).ok().and_then(Checkpoint::parse).ok_or(Refusal::Unreadable)?;
    let mut logs = ledger.before.iter().map(|old| &old.log).chain([&ledger.log]);
    let Some(log) = logs.find(|log| log.origin() == point.origin) else {
        return Err(Refusal::OtherLog(point.origin));
    };
    if point.size > log.size() {
        return Err(Refusal::Behind(point.size));
    }
    if log.holds(&point) { Ok(()) } else { Err(Refusal::Forked(point.size)) }
}

/// The ledger that is begun anew after one whose keys are both lost.
pub fn begin_anew(old: Ledger, origin: &str, key: &SigningKey, recovery: &Vkey, day: Date) -> Ledger {
    let named = old.log.checkpoint().as_ref().map(restart::name);
    let mut new = begin(origin, key, recovery, day, named);
    let mut last = old;
    new.before = std::mem::take(&mut last.before);
    last.texts.touch_all();
    new.before.push(last);
    new
}

/// Adds an entry for each change and signs once; gives how many there were. Signs nothing where nothing changed.
///
/// # Errors
/// Where the log may not go on.
pub fn seal(
    ledger: &mut Ledger,
    changes: &[Change<'_>],
    key: &SigningKey,
    day: Date,
    seen: &[Checkpoint],
    random: Random<'_>,
) -> Result<usize, Refusal> {
    allowed(ledger, key, day, seen)?;
    let latest = ledger.log.latest().into_iter();
    let latest: BTreeMap<String, usize> = latest.map(|(address, (index, _))| (address.to_owned(), index)).collect();
    for change in changes {
        // No address stands twice among the changes.
        let previous = latest.get(&change.address).copied();
        let index = ledger.log.size();
        let mut entry = RecordEntry::new(&change.address, &change.kind, change.action, day.to_string());
        entry.previous = previous;
        if let Some(now) = change.now {
            let mut salt = [0; 32];
            if !random(&mut salt) {
                return Err(Refusal::NoRandomness);
            }
            entry.ends = now.ends.map(|d| d.to_string());
            let text = Text { index, salt: hex(&salt), source: now.source.clone(), data: now.data.clone() };
            entry.commitment = text.commitment();
            ledger.texts.put(text);
        }
        if change.action == Action::Withdrawn {
            ledger.forget(&change.address);
        }
        ledger.log.push(Entry::Record(entry));
    }
    if !changes.is_empty() {
        ledger.log.sign(key);
    }
    Ok(changes.len())
}

/// Every file of a ledger that must be written, from its folder, in the order in which they must come onto the
/// disk: logs before this one, texts, tiles, keys, and the checkpoint last.
pub fn files(ledger: &Ledger) -> Vec<(String, Vec<u8>)> {
    let before = ledger.before.iter().zip(1..).flat_map(|(old, number)| {
        let folder = restart::folder(number);
        files(old).into_iter().map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
    });
    let public = public(ledger).into_iter().map(|(path, bytes)| (format!("{PUBLIC}/{path}"), bytes));
    before.chain(ledger.texts.files()).chain(public).collect()
}

/// What every site publishes of one log, the checkpoint last.
pub fn public(ledger: &Ledger) -> Vec<(String, Vec<u8>)> {
    let confirmed = ledger.confirmed.iter().map(|text| (restart::CONFIRMED.to_owned(), text.clone().into_bytes()));
    let national = ledger.national.iter().filter(|signed| Some(&signed.note) == ledger.log.notes.last());
    let national = national.flat_map(|signed| {
        [(national::SIGNATURE.to_owned(), signed.signature.clone()), (national::KEY.to_owned(), signed.key.clone())]
    });
    confirmed.chain(national).chain(ledger.log.files()).collect()
}
