//! PDFs of records in archives: which there are, that they are always the same, and what is said where there are none.
//!
//! In: a sealed village, programs that play the browser, and a real one where `GONGKAI_BROWSER` is set. Out: files of bags,
//! what the command says, texts of PDFs.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use gongkai::archive::{self, Made, Request};
use gongkai::value::Date;

use crate::kit::ledger::{begin, build_on, seal};
use crate::kit::program::{Run, command, finish};
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;
use crate::web::wanted;

const DAY: Date = Date::constant(2026, 11, 23);

/// Takes the arguments of a browser apart: what is printed, and where to.
const TAKES: &str = r#"for a in "$@"; do case "$a" in --print-to-pdf=*) to="${a#*=}";; --user-data-dir=*) mkdir -p "${a#*=}";; *.html) from="$a";; esac; done"#;

/// A browser that prints the time and what it was given, and counts how often.
const PRINTS: &str = r#"printf '%%PDF-1.4\n/CreationDate (D:%s+00'"'"'00'"'"')\n%s\n' "$(date +%Y%m%d%H%M%S)" "$(cksum < "$from")" > "$to"; echo x >> "$0.count""#;

fn browser(site: &SiteTest, name: &str, body: &str) -> PathBuf {
    let path = site.path(name);
    fs::write(&path, format!("#!/bin/sh\n{TAKES}\n{body}\n")).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("allowed");
    path
}

fn village() -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "shanghe", DAY);
    seal(&site, DAY);
    build_on(&site, DAY);
    site
}

fn archived(site: &SiteTest, out: &str, browser: Option<&Path>) -> Made {
    let (output, out) = (site.path("output"), site.path(out));
    let request = Request { output: &output, out: &out, year: 2026, only: &["shanghe".into()], browser };
    archive::archive(&site.world(), &request).expect("made").pop().expect("one")
}

fn count(browser: &Path) -> usize {
    fs::read_to_string(browser.with_extension("count")).unwrap_or_default().lines().count()
}

#[test]
fn every_record_has_its_pdf_and_a_sheet_that_is_the_same_keeps_it() {
    let site = village();
    let program = browser(&site, "browser", PRINTS);
    let made = archived(&site, "archive", Some(&program));
    assert_eq!((made.records, made.pdfs, count(&program)), (8, 8, 8));
    let bag = Tree::read(&site.path("archive/shanghe-2026"));
    let pdf = String::from_utf8(bag.0["data/pdf/decisions/lu-deng.pdf"].bytes.clone()).expect("text");
    assert!(pdf.contains("/CreationDate (D:20261123000000+00'00')"), "the day of the bag: {pdf}");
    let list = site.read("archive/shanghe-2026/data/pdf/sheets.csv");
    assert_eq!(list.lines().count(), 8, "{list}");
    let manifest = site.read("archive/shanghe-2026/manifest-sha256.txt");
    assert!(manifest.contains("  data/pdf/decisions/lu-deng.pdf\n"), "{manifest}");
    let readme = site.read("archive/shanghe-2026/data/README.txt");
    assert!(readme.contains("pdf/            本年 8 份记录中 8 份的张贴页"), "{readme}");
    assert!(!site.path("archive/.pdf").exists(), "nothing is left behind");
    // Once more: nothing is printed again, also without a browser.
    for again in [Some(program.as_path()), None] {
        assert_eq!(archived(&site, "archive", again).pdfs, 8);
        assert_eq!(count(&program), 8);
        assert_eq!(bag.difference(&Tree::read(&site.path("archive/shanghe-2026"))), "", "same input, same bytes");
    }
    // Elsewhere they are made anew, and come out the same.
    archived(&site, "again", Some(&program));
    assert_eq!(count(&program), 16);
    assert_eq!(bag.difference(&Tree::read(&site.path("again/shanghe-2026"))), "");
    // A PDF that somebody changed is made again; so is that of a sheet that changed.
    site.write("archive/shanghe-2026/data/pdf/decisions/lu-deng.pdf", "%PDF-1.4 changed");
    archived(&site, "archive", Some(&program));
    assert_eq!(count(&program), 17);
    assert_eq!(bag.difference(&Tree::read(&site.path("archive/shanghe-2026"))), "");
    site.replace("content/communities/shanghe/pages/cun-qing.md", "更新: 2026-01-20", "更新: 2026-11-23");
    archived(&site, "archive", Some(&program));
    assert_eq!(count(&program), 18);
}

fn command_with(site: &SiteTest, browser: &Path) -> Run {
    let mut run = command(site.root(), &["archive", "--community", "shanghe", "--as-of", "2026-11-23"]);
    run.env("GONGKAI_BROWSER_PATH", browser).env("GONGKAI_PASSPHRASE", "示例口令一二三四");
    finish(&mut run)
}

#[test]
fn a_bag_without_pdfs_is_whole_and_says_so() {
    let site = village();
    let run = command_with(&site, Path::new("/no/such/browser"));
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("本年记录 8 份，其中有 PDF 的 0 份。"), "{}", run.err);
    assert!(run.err.contains("8 份记录没有做 PDF：没有找到能做 PDF 的浏览器"), "{}", run.err);
    let readme = site.read("archive/shanghe-2026/data/README.txt");
    assert!(readme.contains("pdf/            没有。做归档包的电脑上没有能打印的浏览器"), "{readme}");
    assert!(!site.path("archive/shanghe-2026/data/pdf").exists());
    // A browser that makes none is asked once, not eight times.
    let bad = browser(&site, "bad", r#"echo x >> "$0.count"; exit 1"#);
    let run = command_with(&site, &bad);
    assert_eq!((run.code, count(&bad)), (0, 1), "{run:?}");
    assert!(run.err.contains("8 份记录没有做出 PDF：浏览器没有打印出来"), "{}", run.err);
    // One that fails later leaves out what it failed with.
    let fails = format!("grep -q 抗旱物资 \"$from\" && grep -q kang-han \"$from\" && exit 1\n{PRINTS}");
    let some = browser(&site, "some", &fails);
    assert_eq!(command_with(&site, &some).code, 0);
    let list = fs::read_to_string(site.path("archive/shanghe-2026/data/pdf/sheets.csv")).expect("a list");
    for line in list.lines() {
        let path = line.split(',').next().expect("a path");
        assert!(site.path("archive/shanghe-2026/data").join(path).is_file(), "{path}");
    }
}

#[test]
fn a_real_browser_prints_the_same_twice() {
    if !wanted() {
        return;
    }
    let site = village();
    let program = site.path("browser");
    fs::write(&program, "#!/bin/sh\nexec chromium --no-sandbox \"$@\"\n").expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("allowed");
    let only = |site: &SiteTest, out: &str| {
        let made = archived(site, out, Some(&program));
        assert_eq!(made.pdfs, 8);
        Tree::read(&site.path(out).join("shanghe-2026/data/pdf"))
    };
    let first = only(&site, "archive");
    let text = Command::new("pdftotext")
        .arg(site.path("archive/shanghe-2026/data/pdf/disclosures/kang-han.pdf"))
        .arg("-")
        .output();
    let text = String::from_utf8(text.expect("pdftotext; run tests/run once").stdout).expect("UTF-8");
    assert!(text.contains("抗旱物资发放") && text.contains("本份材料已记入公开账本"), "{text}");
    assert_eq!(first.difference(&only(&site, "again")), "", "the same engine, the same bytes");
}
