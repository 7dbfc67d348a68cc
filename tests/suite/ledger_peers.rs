//! The ledger before other judges: the Go project's own implementation, the package tlog-scales, the verifiers that
//! travel with a site. And before damage: any bit that is turned is noticed.
//!
//! In: logs of many sizes, sealed sites. Out: every answer that differs, every bit that nobody notices.
//! Other programs are asked only where `tests/run` has installed them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use gongkai::ledger::entry::{Action, Entry, RecordEntry};
use gongkai::ledger::tree::Hash;
use gongkai::ledger::{self, tile, tree};
use gongkai::text::hex;
use gongkai::value::Date;
use gongkai::verify::{self, Options, Place};
use rayon::prelude::*;

use crate::kit::ledger::{begin, build_on, key, read, recovery, seal};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;
use crate::web::wanted;

const DAY: Date = Date::constant(2026, 11, 23);

/// Numbers that are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

fn entry(index: usize) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

/// Sizes at which something begins or ends, and a hundred others.
fn sizes() -> Vec<usize> {
    let mut dice = Dice(7);
    let mut all = vec![0, 1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537];
    all.extend((0..100).map(|_| 3 + dice.below(4000)));
    all
}

/// Questions about these sizes, and the answers of this program.
fn questions(leaves: &[Hash]) -> Vec<(String, String)> {
    let mut dice = Dice(11);
    let mut list = Vec::new();
    let trees = tree::Subtrees::of(leaves);
    let said = |path: Vec<Hash>| path.iter().map(|h| format!(" {}", hex(h))).collect::<String>();
    for size in sizes() {
        let root = hex(&tree::root(&leaves[..size]));
        list.push((format!("root {size} {root}"), format!("root {size} {root}")));
        if size == 0 {
            continue;
        }
        for index in [0, size - 1, dice.below(size)] {
            let ask = format!("proof {index} {size}");
            list.push((ask.clone(), format!("{ask}{}", said(trees.inclusion(index, size)))));
        }
        let old = 1 + dice.below(size);
        let ask = format!("tree {old} {size}");
        list.push((ask.clone(), format!("{ask}{}", said(trees.consistency(old, size)))));
    }
    list
}

/// Asks a program; gives its answers.
fn ask(command: &mut Command, questions: &[String]) -> Vec<String> {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap_or_else(|e| panic!("{e}: {command:?}"));
    let text = questions.join("\n") + "\n";
    let mut input = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stdout));
    writer.join().expect("written").expect("all was read");
    String::from_utf8(output.stdout).expect("text").lines().map(str::to_owned).collect()
}

/// Compares answers one by one, so that a difference can be read.
fn agree(said: &[String], wanted: &[String], who: &str) {
    assert_eq!(said.len(), wanted.len(), "{who}");
    for (one, other) in said.iter().zip(wanted) {
        assert_eq!(one, other, "{who}");
    }
}

fn go(binary: &Path) -> Command {
    let mut build = Command::new("go");
    build.args(["build", "-o"]).arg(binary).arg("peer.go").current_dir(project("tests/peers"));
    build.env("GO111MODULE", "off").env("GOPATH", "/usr/share/gocode").env("GOFLAGS", "");
    assert!(build.status().expect("go; run tests/run once").success());
    Command::new(binary)
}

fn python(script: &str) -> Command {
    let mut command = Command::new(project("tests/peers/.venv/bin/python"));
    command.arg(project("tests/peers").join(script)).env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// No file more, no file less.
#[test]
fn every_size_has_exactly_its_files() {
    let entries: Vec<Vec<u8>> = (0..600).map(entry).collect();
    let leaves: Vec<Hash> = entries.iter().map(|e| tree::leaf(e)).collect();
    (0..=entries.len()).into_par_iter().for_each(|size| {
        let mut files: BTreeMap<String, Vec<u8>> = tile::hashes(&leaves[..size]).into_iter().collect();
        files.extend(tile::bundles(&entries[..size]));
        let mut paths = tile::paths(size);
        paths.sort();
        assert_eq!(files.keys().cloned().collect::<Vec<_>>(), paths, "{size}: exactly the files of the specification");
    });
}

#[test]
fn three_others_agree_on_roots_and_proofs() {
    if !wanted() {
        return;
    }
    let entries: Vec<Vec<u8>> = (0..65_537).map(entry).collect();
    let leaves: Vec<Hash> = entries.iter().map(|e| tree::leaf(e)).collect();
    let list = questions(&leaves);
    let (asked, answers): (Vec<String>, Vec<String>) = list.into_iter().unzip();
    let folder = tempfile::tempdir().expect("a folder");
    // The version that Debian has says nothing of an empty tree.
    let (first, rest) = answers.split_first().expect("answers");
    assert_eq!(first, "root 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    agree(&ask(&mut go(&folder.path().join("peer")), &asked[1..]), rest, "golang.org/x/mod/sumdb/tlog");
    // The other one reads nothing but files: the tiles of all sizes lie beside one another.
    for size in sizes() {
        for (path, bytes) in tile::hashes(&leaves[..size]).into_iter().chain(tile::bundles(&entries[..size])) {
            let place = folder.path().join(path);
            if !place.exists() {
                fs::create_dir_all(place.parent().expect("a folder")).expect("made");
                fs::write(place, bytes).expect("written");
            }
        }
    }
    agree(&ask(python("scales.py").arg(folder.path()), &asked), &answers, "tlog-scales");
    let own = project("src/verify/page/verify.py");
    let roots: Vec<String> = answers.iter().filter(|a| a.starts_with("root")).cloned().collect();
    agree(&ask(python("checker.py").arg(&own).arg("roots"), &roots), &roots, "verify.py");
    let proofs: Vec<String> = answers.iter().filter(|a| !a.starts_with("tree")).cloned().collect();
    let said = ask(python("checker.py").arg(own).arg("roots"), &proofs);
    assert_eq!(said.iter().filter(|line| line.ends_with(" holds")).count(), proofs.len() - roots.len(), "{said:?}");
}

/// A small site, sealed twice, built.
fn site() -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "shanghe", DAY);
    seal(&site, DAY);
    let page = "content/communities/shanghe/pages/cun-qing.md";
    site.replace(page, "更新: 2026-01-20", "更新: 2026-11-24").replace(page, "上游", "上游右岸");
    seal(&site, Date::constant(2026, 11, 24));
    build_on(&site, Date::constant(2026, 11, 24));
    site
}

#[test]
fn the_reference_implementation_opens_the_checkpoint() {
    if !wanted() {
        return;
    }
    let site = site();
    let key = read(&site, "shanghe").log.keys().expect("keys").working[0].1.to_string();
    let note = site.path("output/shanghe/ledger/checkpoint");
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(ask(&mut go(&folder.path().join("peer")), &[format!("note {key} {}", note.display())]), ["note 1 0"]);
}

fn problems(files: BTreeMap<String, Vec<u8>>) -> usize {
    let options = Options { today: "2026-11-24".into(), ..Options::default() };
    verify::verify(&Place::of(files), &options).problems.len()
}

#[test]
fn any_bit_that_is_turned_is_noticed() {
    let site = site();
    let files: BTreeMap<String, Vec<u8>> =
        Tree::read(&site.path("output/shanghe")).0.into_iter().map(|(path, f)| (path, f.bytes)).collect();
    assert_eq!(problems(files.clone()), 0);
    let names: Vec<&String> = files.iter().filter(|(_, bytes)| !bytes.is_empty()).map(|(name, _)| name).collect();
    let mut dice = Dice(2500);
    let tries: Vec<(&String, usize, u8)> = (0..2500)
        .map(|_| {
            let name = names[dice.below(names.len())];
            (name, dice.below(files[name].len()), 1 << dice.below(8))
        })
        .collect();
    let missed: Vec<String> = tries
        .par_iter()
        .filter_map(|(name, at, bit)| {
            let mut changed = files.clone();
            changed.get_mut(*name).expect("there")[*at] ^= bit;
            (problems(changed) == 0).then(|| format!("{name}, byte {at}, bit {bit}"))
        })
        .collect();
    assert!(missed.is_empty(), "not noticed: {missed:#?}");
}

/// Within the ledger alone, without any list of digests.
#[test]
fn the_ledger_needs_no_list_of_digests() {
    let site = site();
    let files: BTreeMap<String, Vec<u8>> =
        Tree::read(&site.path("output/shanghe/ledger")).0.into_iter().map(|(path, f)| (path, f.bytes)).collect();
    let files: BTreeMap<String, Vec<u8>> = files.into_iter().filter(|(path, _)| !path.ends_with(".svg")).collect();
    assert_eq!(problems(files.clone()), 0);
    let missed: Vec<String> = files
        .par_iter()
        .flat_map_iter(|(name, bytes)| (0..bytes.len()).map(move |at| (name, at)))
        .filter_map(|(name, at)| {
            let mut changed = files.clone();
            changed.get_mut(name).expect("there")[at] ^= 1 << (at % 8);
            // The id of a signature by nobody known and a broken line of a key are noticed as a missing signature.
            (problems(changed) == 0).then(|| format!("{name}, byte {at}"))
        })
        .collect();
    assert!(missed.is_empty(), "not noticed: {missed:#?}");
}

#[test]
fn the_verifiers_of_a_site_notice_it_too() {
    if !wanted() {
        return;
    }
    let site = site();
    let folder = site.path("output/shanghe");
    let said =
        ask(python("checker.py").arg(folder.join("verify/verify.py")).args(["flips"]).arg(&folder).arg("2500"), &[]);
    assert_eq!(said, ["missed 0"], "verify.py");
    let mut node = Command::new("node");
    node.arg(project("tests/peers/checker.js")).arg(folder.join("verify/verify.js")).arg(&folder).arg("500");
    assert_eq!(ask(&mut node, &[]), ["missed 0"], "verify.js");
}

#[test]
fn two_hundred_good_logs_raise_no_alarm() {
    (0..200_u64).into_par_iter().for_each(|seed| {
        let mut dice = Dice(seed);
        let origin = format!("example.com/{seed}");
        let vkey = ledger::note::Vkey::of(&origin, &recovery());
        let mut ledger = ledger::seal::begin(&origin, &key(), &vkey, DAY, None);
        for release in 0..=dice.below(12) {
            for number in 0..1 + dice.below(60) {
                let address = format!("pages/{release}-{number}.html");
                let mut entry = RecordEntry::new(&address, "page", Action::Published, DAY.to_string());
                entry.commitment = Some("0a".repeat(32));
                ledger.log.push(Entry::Record(entry));
            }
            ledger.log.sign(&key());
        }
        let files: BTreeMap<String, Vec<u8>> = ledger.log.files().into_iter().collect();
        let report = verify::verify(&Place::of(files), &Options::default());
        assert_eq!(report.problems, [], "log {seed}");
        assert_eq!(report.ledgers[0].size, ledger.log.size());
    });
}
