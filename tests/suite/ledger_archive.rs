//! Archives before those who know archives: bagit, warcio, wacz; and the verifier in a browser.
//!
//! In: a sealed workspace. Out: what they complain of. Other programs are asked only where `tests/run` has installed
//! them; what they let pass is looked at here.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use gongkai::archive::{self, Request};
use gongkai::value::Date;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::kit::ledger::{begin, build_on, seal};
use crate::kit::program::{command, finish};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;
use crate::web::wanted;

const DAY: Date = Date::constant(2026, 11, 23);

/// A village, sealed, built, archived.
fn archived() -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "shanghe", DAY);
    seal(&site, DAY);
    build_on(&site, DAY);
    archive_it(&site, "archive");
    site
}

fn archive_it(site: &SiteTest, out: &str) {
    let (output, out) = (site.path("output"), site.path(out));
    let request = Request { output: &output, out: &out, year: 2026, only: &["shanghe".into()], browser: None };
    let made = archive::archive(&site.world(), &request).expect("made");
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].records, 8);
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// The files of a zip, and whether each is stored as it is.
fn unzip(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).expect("there")).expect("a zip file");
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        assert_eq!(entry.compression(), zip::CompressionMethod::Stored, "parts are read by range");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("whole");
        files.insert(entry.name().expect("a name").into_owned(), bytes);
    }
    files
}

#[test]
fn a_bag_is_whole_and_always_the_same() {
    let site = archived();
    let bag = Tree::read(&site.path("archive/shanghe-2026"));
    archive_it(&site, "again");
    assert_eq!(bag.difference(&Tree::read(&site.path("again/shanghe-2026"))), "", "same input, same bytes");
    let manifest = site.read("archive/shanghe-2026/manifest-sha256.txt");
    let listed: BTreeMap<&str, &str> =
        manifest.lines().filter_map(|l| l.split_once("  ")).map(|(d, p)| (p, d)).collect();
    for (path, file) in bag.0.iter().filter(|(path, _)| path.starts_with("data/")) {
        assert_eq!(listed.get(path.as_str()).copied(), Some(hex(&file.bytes).as_str()), "{path}");
    }
    for path in [
        "data/README.txt",
        "data/retention.csv",
        "data/site.wacz",
        "data/site/index.html",
        "data/site/verify/verify.py",
        "data/site/ledger/keys.txt",
        "data/sources/content/site.yaml",
        "data/sources/content/communities/shanghe/community.yaml",
        "data/sources/ledger/shanghe/public/checkpoint",
    ] {
        assert!(bag.paths().contains(&path), "{path} is missing");
    }
    assert!(!bag.paths().iter().any(|p| p.contains(".gongkai")), "keys never leave the computer");
    let retention = site.read("archive/shanghe-2026/data/retention.csv");
    assert!(retention.contains("二组路灯改造,议事决策,2026-03-21,永久,decisions/lu-deng.html\r\n"), "{retention}");
    let readme = site.read("archive/shanghe-2026/data/README.txt");
    assert!(readme.starts_with("上河村 2026年公开资料归档包（2026-11-23 制作）\n\n一、里面有什么\n"), "{readme}");
    site.write("content/retention.yaml", "decision: 10年\n");
    archive_it(&site, "archive");
    assert!(site.read("archive/shanghe-2026/data/retention.csv").contains("2026-03-21,10年,"));
    site.write("content/retention.yaml", "decision: 百年\n");
    let run = finish(
        command(site.root(), &["archive", "--as-of", "2026-11-23"]).env("GONGKAI_PASSPHRASE", "示例口令一二三四"),
    );
    assert_eq!((run.code, run.err.contains("content/retention.yaml:1")), (3, true), "{}", run.err);
}

#[test]
fn a_web_archive_holds_every_file_of_the_site() {
    let site = archived();
    let parts = unzip(&site.path("archive/shanghe-2026/data/site.wacz"));
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "archive/data.warc.gz",
            "datapackage-digest.json",
            "datapackage.json",
            "indexes/index.cdx",
            "pages/pages.jsonl"
        ]
    );
    let package: Value = serde_json::from_slice(&parts["datapackage.json"]).expect("JSON");
    for resource in package["resources"].as_array().expect("resources") {
        let bytes = &parts[resource["path"].as_str().expect("a path")];
        assert_eq!(resource["hash"], format!("sha256:{}", hex(bytes)));
        assert_eq!(resource["bytes"], bytes.len());
    }
    let digest: Value = serde_json::from_slice(&parts["datapackage-digest.json"]).expect("JSON");
    assert_eq!(digest["hash"], format!("sha256:{}", hex(&parts["datapackage.json"])));
    let pages = String::from_utf8(parts["pages/pages.jsonl"].clone()).expect("text");
    assert!(pages.lines().any(|l| l.contains("/shanghe/index.html")), "{pages}");
    let cdx = String::from_utf8(parts["indexes/index.cdx"].clone()).expect("text");
    let mut sorted: Vec<&str> = cdx.lines().collect();
    sorted.sort_unstable();
    assert_eq!(sorted, cdx.lines().collect::<Vec<_>>());
    // Each line leads to a member of its own that holds the bytes of the file.
    let (warc, output) = (&parts["archive/data.warc.gz"], Tree::read(&site.path("output/shanghe")));
    let mut seen = std::collections::BTreeSet::new();
    for line in cdx.lines() {
        let about: Value = serde_json::from_str(line.splitn(3, ' ').nth(2).expect("an entry")).expect("JSON");
        let number = |key: &str| about[key].as_str().expect("text").parse::<usize>().expect("a number");
        let member = &warc[number("offset")..number("offset") + number("length")];
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(member).read_to_end(&mut bytes).expect("gzip");
        let url = about["url"].as_str().expect("text");
        let path = url.split_once("/shanghe/").expect("below the site").1;
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let body = &output.0[&path].bytes;
        let end = bytes.len() - 4;
        assert_eq!(&bytes[end - body.len()..end], body.as_slice(), "{url}");
        seen.insert(path);
    }
    assert_eq!(seen.len(), output.0.len(), "every file is in it");
    // Style sheets stand under the address by which pages ask for them.
    let asked = format!("/shanghe/{}\"", site.asset("shanghe/", "style.css"));
    assert!(cdx.contains(&asked), "{asked} is not in the index");
}

fn python(arguments: &[&str], folder: &Path) -> (bool, String) {
    let mut command = Command::new(project("tests/peers/.venv/bin/python"));
    command.env("PYTHONDONTWRITEBYTECODE", "1").current_dir(folder).args(arguments);
    let run = command.output().expect("python; run tests/run once");
    let text = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    (run.status.success(), text)
}

#[test]
fn those_who_know_archives_accept_them() {
    if !wanted() {
        return;
    }
    let site = archived();
    let bag = site.path("archive/shanghe-2026");
    let (good, said) = python(&["-m", "bagit", "--validate", "."], &bag);
    assert!(good, "bagit: {said}");
    let folder = tempfile::tempdir().expect("a folder");
    let warc = folder.path().join("data.warc.gz");
    fs::write(&warc, &unzip(&bag.join("data/site.wacz"))["archive/data.warc.gz"]).expect("written");
    let (good, said) = python(&["-m", "warcio.cli", "check", "-v", "data.warc.gz"], folder.path());
    assert!(good && said.contains("digest pass"), "warcio: {said}");
    let run = "import sys; from wacz.main import main; sys.exit(main(sys.argv[1:]))";
    let (good, said) = python(&["-c", run, "validate", "-f", "data/site.wacz"], &bag);
    assert!(good, "wacz: {said}");
    // And they refuse what was changed.
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(fs::File::open(&warc).expect("there")).read_to_end(&mut bytes).expect("gzip");
    let word = "抽水泵".as_bytes();
    let at = bytes.windows(word.len()).position(|w| w == word).expect("a record speaks of it");
    bytes[at + 2] ^= 1;
    fs::write(folder.path().join("changed.warc"), bytes).expect("written");
    let (good, said) = python(&["-m", "warcio.cli", "check", "changed.warc"], folder.path());
    assert!(!good, "warcio: {said}");
    fs::write(bag.join("data/README.txt"), "x").expect("written");
    assert!(!python(&["-m", "bagit", "--validate", "."], &bag).0);
}

#[test]
fn a_replayer_gives_every_file_back_byte_by_byte() {
    if !wanted() {
        return;
    }
    let site = archived();
    let (wacz, output) = (site.path("archive/shanghe-2026/data/site.wacz"), site.path("output/shanghe"));
    let script = project("tests/peers/replay.py").display().to_string();
    let arguments = [script.as_str(), &wacz.display().to_string(), &output.display().to_string()];
    let mut program = Command::new(project("tests/peers/.replay/bin/python"));
    program.args(arguments).arg("https://gongkai.invalid/shanghe/").current_dir(site.root());
    let run = program.output().expect("python with pywb; run tests/run once");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let files = Tree::read(&output).0.len();
    assert!(run.status.success() && files > 50, "pywb: {said}{}", String::from_utf8_lossy(&run.stderr));
    // The page of a folder stands under two addresses.
    let folders = Tree::read(&output).paths().iter().filter(|p| p.rsplit('/').next() == Some("index.html")).count();
    assert_eq!(said, format!("different 0 of {}\n", files + folders), "pywb");
}

#[test]
fn the_verifier_works_in_a_browser_from_the_disk() {
    if !wanted() {
        return;
    }
    let site = archived();
    let folder = site.path("output/shanghe");
    let note = site.read("output/shanghe/ledger/checkpoint");
    let lines: Vec<&str> = note.lines().collect();
    let mut node = Command::new("node");
    node.current_dir(project("tests/browser")).arg("verify.mjs").arg(&folder);
    node.args(["disclosures/kang-han.html", "disclosures/kang-han.json"]).arg(format!("{}:{}", lines[1], lines[2]));
    let run = node.output().expect("node; run tests/run once");
    let seen: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| {
        panic!("{e}: {}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
    });
    assert_eq!(seen["complaints"], Value::Array(Vec::new()));
    for ask in ["whole", "kept"] {
        assert_eq!(seen[ask]["state"], "核对通过。", "{seen:#}");
        assert_eq!(seen[ask]["facts"][1], "8 份记录的回执有效", "{seen:#}");
    }
    assert_eq!(seen["one"]["state"], "这份记录确实在账本里，第 2 号。");
    assert_eq!(seen["changed"]["state"], "没有通过，不符之处：1");
    assert_eq!(seen["changed"]["problems"][0], "disclosures/kang-han.html：文件被改过");
}
