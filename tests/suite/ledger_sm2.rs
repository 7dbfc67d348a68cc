//! The second signature by SM2 with SM3, before openssl. Only with the feature `sm`.
//!
//! In: checkpoints and keys, openssl where `GONGKAI_BROWSER` is set. Out: what openssl says of our signatures, and we of
//! those of openssl.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use gongkai::ledger::national;
use gongkai::verify::{self, Options, Place};

use crate::kit::ledger::problems;
use crate::kit::program::{Run, command, finish};
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;
use crate::web::wanted;

const DAY: &str = "2026-11-23";

fn run(site: &SiteTest, arguments: &[&str]) -> Run {
    let run = finish(command(site.root(), arguments).env("GONGKAI_PASSPHRASE", "示例口令一二三四"));
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
    run
}

/// A village whose checkpoints are signed twice.
fn village() -> SiteTest {
    let site = SiteTest::two();
    fs::remove_dir_all(site.path("content/communities/heping")).expect("removed");
    run(&site, &["key", "new", "--as-of", DAY]);
    let made = run(&site, &["key", "sm2"]);
    assert!(made.err.contains("已新建国密（SM2）签名密钥"), "{}", made.err);
    run(&site, &["seal", "--as-of", DAY]);
    run(&site, &["build", "--as-of", DAY]);
    site
}

fn openssl(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new("openssl");
    let run =
        command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().expect("openssl; run tests/run once");
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    (run.status.success(), said)
}

const IDENTITY: [&str; 2] = ["-sigopt", "distid:1234567812345678"];

fn verified(folder: &Path, key: &str, signature: &str, text: &str) -> bool {
    let verify = ["dgst", "-sm3", "-verify", key, "-signature", signature];
    openssl(folder, &[&verify[..], &IDENTITY, &[text]].concat()).0
}

#[test]
fn checkpoints_are_signed_twice_and_published_so() {
    let site = village();
    assert_eq!(problems(&site, DAY), [""; 0]);
    let ledger = "output/shanghe/ledger";
    for file in ["checkpoint.sm2", "sm2.pem"] {
        assert!(site.path(ledger).join(file).is_file(), "{file}");
    }
    let secret = site.read(".gongkai/keys/sm2.key");
    assert!(secret.starts_with("gongkai key 1\npublic ") && !secret.contains("PRIVATE"), "{secret}");
    // Another checkpoint, another signature; nothing new, nothing changes.
    let before = fs::read(site.path("ledger/shanghe/public/checkpoint.sm2")).expect("signed");
    run(&site, &["seal", "--as-of", DAY]);
    assert_eq!(before, fs::read(site.path("ledger/shanghe/public/checkpoint.sm2")).expect("signed"));
    run(&site, &["key", "rotate", "--as-of", DAY]);
    assert!(!site.path("ledger/shanghe/public/checkpoint.sm2").exists(), "none that belongs to another checkpoint");
    run(&site, &["seal", "--as-of", DAY]);
    assert_ne!(before, fs::read(site.path("ledger/shanghe/public/checkpoint.sm2")).expect("signed"));
}

#[test]
fn any_bit_of_a_second_signature_that_is_turned_is_noticed() {
    let site = village();
    let folder = site.path("output/shanghe/ledger");
    let files: BTreeMap<String, Vec<u8>> =
        Tree::read(&folder).0.into_iter().filter(|(p, _)| !p.ends_with(".svg")).map(|(p, f)| (p, f.bytes)).collect();
    let bad = |files: BTreeMap<String, Vec<u8>>| verify::verify(&Place::of(files), &Options::default()).problems.len();
    assert_eq!(bad(files.clone()), 0);
    let length = files["checkpoint.sm2"].len();
    for at in 0..length {
        let mut changed = files.clone();
        changed.get_mut("checkpoint.sm2").expect("there")[at] ^= 1 << (at % 8);
        assert_ne!(bad(changed), 0, "byte {at} of {length}");
    }
}

#[test]
fn openssl_and_we_believe_each_other() {
    if !wanted() {
        return;
    }
    let site = village();
    let public = site.path("ledger/shanghe/public");
    assert!(verified(&public, "sm2.pem", "checkpoint.sm2", "checkpoint"), "our signature");
    // A hundred keys and texts, of all lengths that numbers take in DER.
    let folder = tempfile::tempdir().expect("a folder");
    for n in 0..100_u8 {
        let (secret, note) = ([n + 1; 32], format!("checkpoint {n}\n"));
        let signed = national::sign(&secret, &note).expect("signed");
        for (name, bytes) in [("k.pem", &signed.key), ("s", &signed.signature), ("t", &note.into_bytes())] {
            fs::write(folder.path().join(name), bytes).expect("written");
        }
        assert!(verified(folder.path(), "k.pem", "s", "t"), "{n}");
        fs::write(folder.path().join("t"), "another text").expect("written");
        assert!(!verified(folder.path(), "k.pem", "s", "t"), "{n}");
    }
    // And back: a signature of openssl beside our checkpoint.
    let make = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", "own.key"];
    let (made, said) = openssl(&public, &make);
    assert!(made, "{said}");
    let (made, said) = openssl(&public, &["pkey", "-in", "own.key", "-pubout", "-out", "sm2.pem"]);
    assert!(made, "{said}");
    let sign = ["dgst", "-sm3", "-sign", "own.key", "-out", "checkpoint.sm2"];
    let (made, said) = openssl(&public, &[&sign[..], &IDENTITY, &["checkpoint"]].concat());
    assert!(made, "{said}");
    let place = Place::open(&public).expect("readable");
    assert_eq!(verify::verify(&place, &Options::default()).problems, []);
}
