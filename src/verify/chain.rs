//! Ledgers that were begun anew after one whose keys were both lost.
//!
//! In: the ledgers of a place. Out: which goes on from which, and who confirmed it. Believes a ledger begun anew only where
//! the old one stands beside it whole, and says of every one that it was begun anew.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::ledger::Known;
use super::merkle;
use super::note::Key;
use super::place::Place;
use super::{Options, Report, problem};

/// First line of an office's confirmation.
const HEAD: &str = "gongkai restart 1";

/// A ledger and those before it.
#[derive(Debug)]
pub(super) struct Chain {
    /// The one that goes on now, by its number.
    pub now: usize,
    /// Those before it, the last one first.
    pub before: Vec<usize>,
    /// The office that confirmed it.
    pub office: Option<Office>,
}

/// An office that confirmed a ledger begun anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// What it calls itself.
    pub name: String,
    /// Its public key; whoever checks compares it with the one that the office itself publishes.
    pub key: String,
}

/// The chains of a place; `known` are its ledgers with their folders.
pub(super) fn chains(place: &Place, known: &[(String, Known)], report: &mut Report) -> Vec<Chain> {
    let told: Vec<String> = known.iter().map(|(_, log)| told(log)).collect();
    let named = |at: usize| known[at].1.values.first().and_then(|begun| begun.text("continues"));
    let mut list = Vec::new();
    for at in (0..known.len()).filter(|at| !(0..known.len()).any(|other| named(other) == Some(told[*at].as_str()))) {
        let mut chain = Chain { now: at, before: Vec::new(), office: office(place, &known[at], report) };
        let mut last = at;
        while let Some(name) = named(last) {
            // None can name itself or one that comes after it: the name holds the hash of all its entries.
            let Some(old) = told.iter().position(|one| one == name).filter(|_| chain.before.len() < known.len()) else {
                problem(report, format!("{}checkpoint", known[last].0), "before-missing");
                break;
            };
            chain.before.push(old);
            last = old;
        }
        list.push(chain);
    }
    list
}

/// Compares chains with what whoever checks knows beforehand.
pub(super) fn compare(chains: &[Chain], known: &[(String, Known)], options: &Options, report: &mut Report) {
    for chain in chains {
        let (folder, _) = &known[chain.now];
        let (first_folder, first) = &known[*chain.before.last().unwrap_or(&chain.now)];
        if options.key.as_ref().is_some_and(|wanted| *wanted != first.key) {
            problem(report, format!("{first_folder}keys.txt"), "key-other");
        }
        let mut all = chain.before.iter().chain([&chain.now]);
        if options.kept.as_ref().is_some_and(|kept| !all.any(|at| known[*at].1.holds(kept))) {
            problem(report, format!("{folder}checkpoint"), "kept-differs");
        }
        let confirmed = chain.office.as_ref().map(|office| &office.key);
        if !chain.before.is_empty() && options.office.is_some() && options.office.as_ref() != confirmed {
            problem(report, format!("{folder}confirmed"), "office-other");
        }
    }
}

/// How a ledger that goes on from this one names it: name, size, root.
fn told(log: &Known) -> String {
    format!("{} {} {}", log.origin, log.leaves.len(), STANDARD.encode(merkle::root(&log.leaves)))
}

fn office(place: &Place, (folder, log): &(String, Known), report: &mut Report) -> Option<Office> {
    let path = format!("{folder}confirmed");
    place.get(&path)?;
    let office = place.text(&path).and_then(|note| confirmed(log, note));
    if office.is_none() {
        problem(report, path, "confirmed");
    }
    office
}

/// Who signed that this ledger goes on from the one it names; none where anything in it is otherwise.
fn confirmed(log: &Known, note: &str) -> Option<Office> {
    let begun = log.values.first()?;
    let mut lines = note.split('\n');
    for wanted in [HEAD, begun.text("continues")?, &log.origin, begun.text("working")?, begun.text("recovery")?] {
        (lines.next()? == wanted).then_some(())?;
    }
    let (_day, key) = (lines.next()?, Key::read(lines.next()?)?);
    (lines.next() == Some("") && key.signed_note(note))
        .then(|| Office { name: key.name().to_owned(), key: key.text.clone() })
}
