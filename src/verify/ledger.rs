//! A log, recomputed from its entries: every tile, every checkpoint, every key.
//!
//! In: a place and the folder of a ledger. Out: what is known of it, and what does not hold.
//! Believes a checkpoint only from the key that was in force at its size.

use std::collections::BTreeMap;

use super::json::{self, Value};
use super::merkle::{self, Growing, Hash};
use super::note::{self, Key, Point};
use super::place::Place;
use super::{Report, problem};

/// A log that was read.
#[derive(Debug)]
pub struct Known {
    /// Its name.
    pub origin: String,
    /// Its entries.
    pub entries: Vec<Vec<u8>>,
    /// The same, as values.
    pub values: Vec<Value>,
    /// Their hashes.
    pub leaves: Vec<Hash>,
    /// Its checkpoints, as text.
    pub notes: Vec<String>,
    /// The last entry about each record.
    pub last: BTreeMap<String, usize>,
    /// Its first signing key, as text.
    pub key: String,
}

impl Known {
    /// The root over the first `size` entries.
    pub fn root_at(&self, size: usize) -> Option<Hash> {
        self.leaves.get(..size).map(merkle::root)
    }

    /// Whether it goes on from a checkpoint.
    pub fn holds(&self, point: &Point) -> bool {
        (point.origin.is_empty() || point.origin == self.origin) && self.root_at(point.size) == Some(point.root)
    }
}

pub(super) fn check(place: &Place, folder: &str, report: &mut Report) -> Option<Known> {
    let at = |path: &str| format!("{folder}{path}");
    let note = place.text(&at("checkpoint"));
    let Some((note, point)) = note.and_then(|note| Some((note, Point::read(note)?))) else {
        problem(report, at("checkpoint"), "checkpoint-unreadable");
        return None;
    };
    let entries = bundles(place, folder, point.size, report)?;
    let leaves: Vec<Hash> = entries.iter().map(|e| merkle::leaf(e)).collect();
    tiles(place, folder, &leaves, report);
    if merkle::root(&leaves) != point.root {
        problem(report, at("checkpoint"), "root");
    }
    let mut known = Known {
        origin: point.origin.clone(),
        values: Vec::new(),
        entries,
        leaves,
        notes: Vec::new(),
        last: BTreeMap::new(),
        key: String::new(),
    };
    let Some(keys) = walk(&mut known) else {
        problem(report, at("tile/entries"), "entry");
        return None;
    };
    known.key.clone_from(&keys.working[0].1.text);
    if place.text(&at("keys.txt")) != Some(keys.text().as_str()) {
        problem(report, at("keys.txt"), "keys-differ");
    }
    if !keys.at(point.size).signed_note(note) {
        problem(report, at("checkpoint"), "signature");
    }
    checkpoints(place, folder, note, &keys, &mut known, report);
    #[cfg(feature = "sm")]
    super::national::check(place, folder, note, report);
    Some(known)
}

/// All entries; none where a bundle is missing or not whole.
fn bundles(place: &Place, folder: &str, size: usize, report: &mut Report) -> Option<Vec<Vec<u8>>> {
    let mut entries = Vec::new();
    for (number, first) in (0..size).step_by(256).enumerate() {
        let width = 256.min(size - first);
        let path = format!("{folder}tile/entries/{}", file_name(number, width));
        let Some(mut bytes) = place.get(&path) else {
            problem(report, path, "tile-missing");
            return None;
        };
        for _ in 0..width {
            let Some((high, low)) = bytes.first().zip(bytes.get(1)) else {
                problem(report, path, "tile-wrong");
                return None;
            };
            let end = 2 + usize::from(*high) * 256 + usize::from(*low);
            let Some(entry) = bytes.get(2..end) else {
                problem(report, path, "tile-wrong");
                return None;
            };
            entries.push(entry.to_vec());
            bytes = &bytes[end..];
        }
        if !bytes.is_empty() {
            problem(report, path, "tile-wrong");
            return None;
        }
    }
    Some(entries)
}

/// Every tile of hashes must be what the entries give.
fn tiles(place: &Place, folder: &str, leaves: &[Hash], report: &mut Report) {
    let mut row = leaves.to_vec();
    let mut level = 0;
    while !row.is_empty() {
        let mut above = Vec::new();
        for (number, hashes) in row.chunks(256).enumerate() {
            let path = format!("{folder}tile/{level}/{}", file_name(number, hashes.len()));
            match place.get(&path) {
                None => problem(report, path, "tile-missing"),
                Some(bytes) if bytes != hashes.concat() => problem(report, path, "tile-wrong"),
                Some(_) => {}
            }
            if hashes.len() == 256 {
                above.push(merkle::root(hashes));
            }
        }
        (row, level) = (above, level + 1);
    }
    // Tiles of an earlier size that are still there must fit too.
    for (path, bytes) in place.below(&format!("{folder}tile/")) {
        let Some((path, width)) = path.split_once(".p/") else { continue };
        let wrong = || format!("{folder}tile/{path}.p/{width}");
        let Some((level, number, width)) = partial(path, width) else {
            problem(report, wrong(), "tile-wrong");
            continue;
        };
        let span = level.map_or(1, |level| 256_usize.saturating_pow(level));
        let first = number.saturating_mul(256).saturating_mul(span);
        let last = first.saturating_add(width.saturating_mul(span));
        let Some(part) = leaves.get(first..last) else {
            problem(report, wrong(), "tile-wrong");
            continue;
        };
        let good = match level {
            Some(_) => bytes == part.chunks(span).map(merkle::root).collect::<Vec<_>>().concat(),
            None => bundle_fits(bytes, part),
        };
        if !good {
            problem(report, wrong(), "tile-wrong");
        }
    }
}

/// Level, number and width of a partial tile; the level is none for a bundle of entries.
fn partial(path: &str, width: &str) -> Option<(Option<u32>, usize, usize)> {
    let (level, number) = path.split_once('/')?;
    let level = if level == "entries" { None } else { Some(u32::try_from(note::number(level)?).ok()?) };
    let mut parts = number.split('/').map(|p| p.trim_start_matches('x').parse::<usize>().ok());
    let number = parts.try_fold(0_usize, |n, part| n.checked_mul(1000)?.checked_add(part?))?;
    let width = note::number(width).filter(|w| (1..=255).contains(w))?;
    level.is_none_or(|l| l < 8).then_some((level, number, width))
}

fn bundle_fits(mut bytes: &[u8], leaves: &[Hash]) -> bool {
    for leaf in leaves {
        let Some((high, low)) = bytes.first().zip(bytes.get(1)) else {
            return false;
        };
        let end = 2 + usize::from(*high) * 256 + usize::from(*low);
        if bytes.get(2..end).map(merkle::leaf) != Some(*leaf) {
            return false;
        }
        bytes = &bytes[end..];
    }
    bytes.is_empty()
}

/// The last part of a tile's path.
fn file_name(number: usize, width: usize) -> String {
    let digits = format!("{number}");
    let padded = format!("{}{digits}", "0".repeat((3 - digits.len() % 3) % 3));
    let groups: Vec<&str> = (0..padded.len()).step_by(3).map(|at| &padded[at..at + 3]).collect();
    let (last, first) = groups.split_last().expect("a number has digits");
    let path: String = first.iter().map(|group| format!("x{group}/")).chain([(*last).to_owned()]).collect();
    if width == 256 { path } else { format!("{path}.p/{width}") }
}

/// Every kept checkpoint must be one of this log, signed by the key of its time; the last one is the current one.
fn checkpoints(place: &Place, folder: &str, note: &str, keys: &Keys, known: &mut Known, report: &mut Report) {
    let path = format!("{folder}checkpoints.txt");
    let Some(text) = place.text(&path) else {
        return problem(report, path, "tile-missing");
    };
    let mut notes: Vec<String> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        // Text, empty line, signatures, empty line.
        let end = rest.find("\n\n").and_then(|at| rest[at + 2..].find("\n\n").map(|more| at + 2 + more + 1));
        let Some(end) = end else {
            return problem(report, path, "checkpoints");
        };
        notes.push(rest[..end].to_owned());
        rest = &rest[end + 1..];
    }
    let (mut tree, mut grown, mut good) = (Growing::default(), 0, notes.last().map(String::as_str) == Some(note));
    for note in &notes {
        let Some(point) = Point::read(note) else {
            good = false;
            break;
        };
        if point.size < grown || point.size > known.leaves.len() || point.origin != known.origin {
            good = false;
            break;
        }
        known.leaves[grown..point.size].iter().for_each(|leaf| tree.add(*leaf));
        grown = point.size;
        good &= tree.root() == point.root && keys.at(point.size).signed_note(note);
    }
    if !good {
        problem(report, path, "checkpoints");
    }
    known.notes = notes;
}

struct Keys {
    working: Vec<(usize, Key)>,
    recovery: Vec<(usize, Key)>,
}

impl Keys {
    fn at(&self, size: usize) -> &Key {
        &self.working.iter().rev().find(|(from, _)| *from <= size).unwrap_or(&self.working[0]).1
    }

    fn text(&self) -> String {
        let lines = |role: &str, keys: &[(usize, Key)]| {
            keys.iter().map(|(from, key)| format!("# {role} {from}\n{}\n", key.text)).collect::<String>()
        };
        lines("working", &self.working) + &lines("recovery", &self.recovery)
    }
}

/// Reads every entry in turn; none where one may not stand where it stands.
fn walk(known: &mut Known) -> Option<Keys> {
    let mut day = String::new();
    let mut keys: Option<Keys> = None;
    let entries = std::mem::take(&mut known.entries);
    for (index, bytes) in entries.iter().enumerate() {
        let value = json::read(std::str::from_utf8(bytes).ok()?)?;
        let today = value.text("day")?;
        if value.number("v") != Some(1) || today < day.as_str() || !is_day(today) {
            return None;
        }
        day = today.to_owned();
        let action = value.text("action")?;
        match (action, &mut keys) {
            ("begun", None) if index == 0 => {
                let (working, recovery) = (value.text("working")?, value.text("recovery")?);
                let named = value.get("continues").is_none() || value.text("continues").is_some();
                if value.text("origin") != Some(known.origin.as_str()) || !named {
                    return None;
                }
                let (working, recovery) = (Key::read(working)?, Key::read(recovery)?);
                keys = Some(Keys { working: vec![(0, working)], recovery: vec![(0, recovery)] });
            }
            ("rotated" | "lost" | "stolen", Some(keys)) => change_key(&value, index, &known.origin, keys)?,
            ("published" | "corrected" | "extended" | "updated" | "recomputed" | "withdrawn", Some(_)) => {
                record(&value, index, action, known)?;
            }
            _ => return None,
        }
        known.values.push(value);
    }
    known.entries = entries;
    keys
}

fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}

fn change_key(value: &Value, index: usize, origin: &str, keys: &mut Keys) -> Option<()> {
    let (action, role, by) = (value.text("action")?, value.text("role")?, value.text("by")?);
    let (day, new) = (value.text("day")?, value.text("key")?);
    let after = value.number("after").map_or_else(|| "-".to_owned(), |n| n.to_string());
    let statement = format!("gongkai key 1\n{origin}\n{index}\n{action}\n{role}\n{day}\n{new}\n{by}\n{after}\n");
    let speaker = match by {
        "recovery" => &keys.recovery.last()?.1,
        "working" if role == "working" && action == "rotated" => &keys.working.last()?.1,
        _ => return None,
    };
    let signature = note::decode(value.text("signature")?)?;
    if !speaker.signed(statement.as_bytes(), &signature) {
        return None;
    }
    let list = match role {
        "working" => &mut keys.working,
        "recovery" => &mut keys.recovery,
        _ => return None,
    };
    list.push((index + 1, Key::read(new)?));
    Some(())
}

/// An entry about a record: it names the one before it, and nothing follows a withdrawal but a new publication.
fn record(value: &Value, index: usize, action: &str, known: &mut Known) -> Option<()> {
    let address = value.text("address")?;
    let before = known.last.get(address).copied();
    if value.number("previous") != before || value.text("kind").is_none() {
        return None;
    }
    let fresh = before.is_none_or(|b| known.values[b].text("action") == Some("withdrawn"));
    if fresh != (action == "published") {
        return None;
    }
    let hex = |text: &str| text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
    let sealed = value.text("commitment").is_some_and(hex);
    if sealed == (action == "withdrawn") {
        return None;
    }
    known.last.insert(address.to_owned(), index);
    Some(())
}
