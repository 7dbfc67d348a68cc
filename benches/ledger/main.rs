//! Twenty years of one community in a public ledger: how large it is, how fast it is checked and goes on.
//!
//! In: nothing; 6,000 invented entries, six to a release. Out: figures on standard output.
//! Never says whether they are good: CHANGELOG and README name the goals.

use std::collections::BTreeMap;
use std::time::Instant;

use ed25519_dalek::SigningKey;
use gongkai::build::seal;
use gongkai::ledger::entry::{Action, Entry, RecordEntry};
use gongkai::ledger::note::Vkey;
use gongkai::ledger::text::Text;
use gongkai::ledger::tree::Subtrees;
use gongkai::ledger::{self, receipt};
use gongkai::value::Date;
use gongkai::verify::{self, Options, Place};
use gongkai::world::{DiskWorld, Files};

const ENTRIES: usize = 6000;
const EACH: usize = 6;

fn add(ledger: &mut ledger::Ledger, number: usize) {
    let index = ledger.log.size();
    let address = format!("disclosures/di-bao-{:04}-{number:05}.html", 2026 + number / 300);
    let mut entry = RecordEntry::new(&address, "disclosure", Action::Published, "2026-11-23".into());
    let data = format!(
        "{{\"community\":\"li\",\"kind\":\"disclosure\",\"url\":\"{address}\",\"record\":{{\"title\":\"示例{number}\"}}}}\n"
    );
    let text = Text { index, salt: format!("{number:064x}"), source: format!("{number:064x}"), data };
    entry.commitment = text.commitment();
    ledger.texts.put(text);
    ledger.log.push(Entry::Record(entry));
}

fn main() {
    let (key, recovery) = (SigningKey::from_bytes(&[1; 32]), SigningKey::from_bytes(&[2; 32]));
    let (origin, day) = ("example.com/li/ledger", Date::constant(2026, 11, 23));
    let mut ledger = ledger::seal::begin(origin, &key, &Vkey::of(origin, &recovery), day, None);
    for release in 0..ENTRIES / EACH {
        (0..EACH).for_each(|n| add(&mut ledger, release * EACH + n));
        ledger.log.sign(&key);
    }
    let folder = tempfile::tempdir().expect("a folder");
    seal::keep(folder.path(), "li", &ledger).expect("written");
    let public: BTreeMap<String, Vec<u8>> = ledger.log.files().into_iter().collect();
    let bytes: usize = public.values().map(Vec::len).sum();
    println!("entries {}, files {}, bytes {bytes}", ledger.log.size(), public.len());
    let last = ledger.log.size() - 1;
    let record = ledger.log.entries[last].record().expect("a record").clone();
    let proof = receipt::receipt(
        &ledger.log,
        &Subtrees::of(&ledger.log.leaves),
        last,
        &record,
        ledger.texts.get(last).expect("a text"),
    )
    .expect("a proof");
    println!("receipt {} bytes", proof.len());
    let place = Place::of(public);
    let start = Instant::now();
    let report = verify::verify(&place, &Options::default());
    println!("verify {:?}, {} problems", start.elapsed(), report.problems.len());
    let world = DiskWorld::new(folder.path(), day);
    let start = Instant::now();
    let files = Files::read(&world, &ledger::folder("li")).expect("read");
    let mut again = ledger::Ledger::read(&files).expect("whole").expect("there");
    println!("read and check {:?}", start.elapsed());
    let start = Instant::now();
    (0..EACH).for_each(|n| add(&mut again, ENTRIES + n));
    again.log.sign(&key);
    seal::keep(folder.path(), "li", &again).expect("written");
    println!("append of {EACH} with sync {:?}", start.elapsed());
}
