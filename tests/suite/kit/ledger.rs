//! A workspace with a public ledger.
//!
//! In: a site, a day. Out: ledgers begun and sealed with a key that is always the same. Never asks for a passphrase:
//! tests of the command line do.

use std::cell::Cell;

use ed25519_dalek::SigningKey;
use gongkai::build::seal::{self, Outcome, Request, Sealed};
use gongkai::build::{self, Options};
use gongkai::diagnostic::Report;
use gongkai::ledger::note::Vkey;
use gongkai::ledger::{self, Ledger};
use gongkai::value::Date;
use gongkai::world::{DiskWorld, Files};

use super::site::SiteTest;

/// The working key of all tests.
pub fn key() -> SigningKey {
    SigningKey::from_bytes(&[41; 32])
}

/// The recovery key of all tests.
pub fn recovery() -> SigningKey {
    SigningKey::from_bytes(&[42; 32])
}

/// Begins the ledger of a community.
pub fn begin(site: &SiteTest, id: &str, day: Date) {
    let origin = format!("example.com/{id}/ledger");
    let vkey = Vkey::of(&origin, &recovery());
    let ledger = ledger::seal::begin(&origin, &key(), &vkey, day, None);
    seal::keep(site.root(), id, &ledger).expect("written");
}

/// Seals everything on a day.
pub fn seal(site: &SiteTest, day: Date) -> Outcome {
    seal_with(site, day, Some(key()), &[])
}

/// Seals with a key and checkpoints seen before.
pub fn seal_with(site: &SiteTest, day: Date, key: Option<SigningKey>, seen: &[String]) -> Outcome {
    let next = Cell::new(0_u8);
    // Not random at all: so that tests repeat.
    let random = |bytes: &mut [u8]| {
        next.set(next.get().wrapping_add(1));
        bytes.fill(next.get());
        true
    };
    let request = Request {
        root: site.root(),
        out: site.path("output"),
        only: &[],
        seen,
        keys: &|_| Ok(key.clone()),
        random: &random,
    };
    seal::seal(&DiskWorld::new(site.root(), day), &request).expect("sealing can read and write")
}

/// What became of a community in the last seal.
pub fn fate<'o>(outcome: &'o Outcome, id: &str) -> &'o Sealed {
    &outcome.communities.iter().find(|(one, _)| one == id).unwrap_or_else(|| panic!("{id}: {outcome:?}")).1
}

/// The ledger of a community as it stands on the disk.
pub fn read(site: &SiteTest, id: &str) -> Ledger {
    let files = Files::read(&site.world(), &ledger::folder(id)).expect("readable");
    Ledger::read(&files).expect("it fits together").expect("there is one")
}

/// What was done to a record, in order.
pub fn acts(site: &SiteTest, id: &str, address: &str) -> Vec<&'static str> {
    let ledger = read(site, id);
    let records = ledger.log.entries.iter().filter_map(|e| e.record()).filter(|r| r.address == address);
    records.map(|r| r.action.word()).collect()
}

/// Builds as of a day and gives what was said.
pub fn build_on(site: &SiteTest, day: Date) -> Vec<Report> {
    let options = Options { out: site.path("output"), ..Options::default() };
    let outcome = build::build(&DiskWorld::new(site.root(), day), &options, &|_, _| {}).expect("builds");
    outcome.reports
}

/// What check says on a day: codes and their facts.
pub fn codes_on(site: &SiteTest, day: Date) -> Vec<String> {
    let outcome = build::check(&DiskWorld::new(site.root(), day), &[], &|_, _| {}).expect("checks");
    let grave = outcome.reports.iter().filter(|r| r.code.starts_with("GK19"));
    grave
        .map(|r| format!("{} {}", r.code, r.args.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join(" ")))
        .collect()
}

/// Checks the output by the verifier; gives the problems, one a line.
pub fn problems(site: &SiteTest, today: &str) -> Vec<String> {
    let place = gongkai::verify::Place::open(&site.path("output")).expect("readable");
    let options = gongkai::verify::Options { today: today.to_owned(), ..Default::default() };
    let report = gongkai::verify::verify(&place, &options);
    report.problems.iter().map(|p| format!("{}: {}", p.path, p.what)).collect()
}
