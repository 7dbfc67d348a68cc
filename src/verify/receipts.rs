//! Receipts and the records beside them.
//!
//! In: a site and its log. Out: receipts that do not hold, records that are not what was sealed, texts that were
//! taken back and are still shown. Writes each entry again from the record and its receipt, and compares.

use sha2::{Digest, Sha256};

use super::json::{self, Value};
use super::ledger::Known;
use super::merkle::{self, Hash};
use super::note::{self, Point};
use super::place::Place;
use super::{Found, Report, problem};

/// First line of a receipt.
const HEAD: &str = "c2sp.org/tlog-proof@v1";

pub(super) fn check(place: &Place, site: &str, known: &Known, today: &str, found: &mut Found, report: &mut Report) {
    for (path, bytes) in place.below(site) {
        let Some(stem) = path.strip_suffix(".tlog-proof") else { continue };
        let data = place.get(&format!("{site}{stem}.json"));
        let text = std::str::from_utf8(bytes).ok();
        let held = text.zip(data).and_then(|(proof, data)| holds(proof, data, known));
        let right_place = held.is_some_and(|index| {
            let address = known.values[index].text("address").unwrap_or_default();
            let is_last = known.last.get(address) == Some(&index);
            stem.starts_with("history/") || (is_last && address == format!("{stem}.html"))
        });
        if right_place {
            found.receipts += usize::from(!stem.starts_with("history/"));
        } else {
            problem(report, format!("{site}{path}"), "receipt");
        }
    }
    for (address, index) in &known.last {
        let stem = address.trim_end_matches(".html");
        let entry = &known.values[*index];
        let shown = place.get(&format!("{site}{stem}.json")).is_some();
        if entry.text("action") == Some("withdrawn") {
            if shown {
                problem(report, format!("{site}{stem}.json"), "withdrawn-shown");
            }
            continue;
        }
        if place.get(&format!("{site}{stem}.tlog-proof")).is_some() {
            continue;
        }
        if entry.text("ends").is_some_and(|day| day < today) {
            found.ended += 1;
        } else {
            problem(report, format!("{site}{stem}.json"), if shown { "record-other" } else { "record-missing" });
        }
    }
    found.unsealed = unsealed(place, site, known);
}

/// Records of the site that the log does not know.
fn unsealed(place: &Place, site: &str, known: &Known) -> usize {
    let one = |(path, bytes): (&str, &[u8])| {
        let stem = path.strip_suffix(".json").filter(|stem| stem.matches('/').count() == 1)?;
        let value = json::read(std::str::from_utf8(bytes).ok()?)?;
        let record = value.get("record").is_some() && value.text("url") == Some(format!("{stem}.html").as_str());
        (record && !known.last.contains_key(&format!("{stem}.html"))).then_some(())
    };
    place.below(site).filter_map(one).count()
}

/// The number of the entry that a receipt proves for these data; none where anything does not fit.
fn holds(proof: &str, data: &[u8], known: &Known) -> Option<usize> {
    let (head, note) = proof.split_once("\n\n")?;
    let mut lines = head.split('\n');
    (lines.next()? == HEAD).then_some(())?;
    let extra = String::from_utf8(note::decode(lines.next()?.strip_prefix("extra ")?)?).ok()?;
    let index = note::number(lines.next()?.strip_prefix("index ")?)?;
    let path: Vec<Hash> = lines.map(|l| note::decode(l)?.try_into().ok()).collect::<Option<_>>()?;
    let entry = known.entries.get(index)?;
    if written_again(&extra, data)?.as_bytes() != entry.as_slice() {
        return None;
    }
    // The note is one of those whose signature and root were checked with the log.
    known.notes.iter().any(|n| n == note).then_some(())?;
    let point = Point::read(note)?;
    let root = merkle::climb(known.leaves[index], index as u64, point.size as u64, &path)?;
    (root == point.root).then_some(index)
}

/// The entry, from what the record and the receipt say.
fn written_again(extra: &str, data: &[u8]) -> Option<String> {
    let parts: Vec<&str> = extra.split(' ').collect();
    let [salt, action, day, previous, ends] = parts[..] else {
        return None;
    };
    let salt = note::decode(salt).filter(|s| s.len() == 32)?;
    let value: Value = json::read(std::str::from_utf8(data).ok()?)?;
    let (address, kind) = (value.text("url")?, value.text("kind")?);
    let commitment = note::hex(&Sha256::digest([&salt[..], &Sha256::digest(data)].concat()));
    let mut entry = format!(r#"{{"v":1,"address":"{address}","kind":"{kind}","action":"{action}","day":"{day}""#);
    if previous != "-" {
        entry.push_str(&format!(r#","previous":{previous}"#));
    }
    if ends != "-" {
        entry.push_str(&format!(r#","ends":"{ends}""#));
    }
    entry.push_str(&format!(r#","commitment":"{commitment}"}}"#));
    Some(entry)
}
