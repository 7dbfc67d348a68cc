//! Every file below `tests/cases/` is a small record with its diagnostics written into it.
//!
//! In: records; `#^ GK0601` below a line expects exactly that code on the line above, and
//! `#@ GK0113 table.csv:3` expects it at a line of a file beside it. Out: every case that says more
//! or less. Never looks at wording: `mistakes.rs` does.
//!
//! A case is one file, put into the base village (a `.csv` of the same stem goes with it), or a
//! folder laid over the village; `profiles/` and `site.yaml` in it go to where the workspace has them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gongkai::build;
use gongkai::diagnostic::{Report, Severity};
use gongkai::locale::{Language, messages};
use gongkai::world::MemoryWorld;
use rayon::prelude::*;

use crate::kit::tree::Tree;
use crate::kit::{TODAY, project};

const VILLAGE: &str = "content/communities/base";

/// A code at a line of a file.
type Mark = (String, usize, String);

struct Case {
    name: String,
    /// Path in the workspace and bytes.
    files: Vec<(String, Vec<u8>)>,
}

#[test]
fn every_case_says_exactly_what_it_expects() {
    let cases = all();
    assert!(cases.len() > 20, "only {} cases were found", cases.len());
    let wrong: Vec<String> = cases.par_iter().filter_map(complaint).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn the_base_village_alone_is_sound() {
    let site = crate::kit::site::SiteTest::base();
    assert_eq!(crate::kit::site::said(&site.check()), "");
}

/// The codes that cases expect.
pub fn codes() -> BTreeSet<String> {
    all().iter().flat_map(marks).map(|(_, _, code)| code).collect()
}

fn complaint(case: &Case) -> Option<String> {
    let wanted = sorted(marks(case));
    let base = Tree::read(&project("tests/cases/_base"));
    let mut world = MemoryWorld::new(TODAY);
    for (path, file) in &base.0 {
        world = world.with(path, file.bytes.clone());
    }
    for (path, bytes) in &case.files {
        world = world.with(path, bytes.clone());
    }
    let outcome = build::check(&world, &[], &|_, _| {}).expect("memory can be read");
    let wordless: Vec<String> = outcome.reports.iter().flat_map(broken_words).collect();
    let hints = |code: &String| wanted.iter().any(|(_, _, wanted)| wanted == code);
    let said = outcome.reports.into_iter().filter(|r| r.severity != Severity::Info || hints(&r.code));
    let said = sorted(said.map(|r| (r.place.path, r.place.line, r.code)).collect());
    if said == wanted && wordless.is_empty() {
        return None;
    }
    let mut out = format!("{}\n", case.name);
    wordless.iter().for_each(|words| out.push_str(&format!("  badly said: {words}\n")));
    for (path, line, code) in missing(&wanted, &said) {
        out.push_str(&format!("  not said: {code} at {path}:{line}\n"));
    }
    for (path, line, code) in missing(&said, &wanted) {
        out.push_str(&format!("  too much: {code} at {path}:{line}\n"));
    }
    Some(out)
}

/// The words of a report that name a fact it does not carry, or that are missing.
fn broken_words(report: &Report) -> Vec<String> {
    let id = report.code.to_ascii_lowercase();
    let mut found = Vec::new();
    for language in [Language::Chinese, Language::English] {
        for id in [id.clone(), format!("{id}.help")] {
            match messages(language).find(&id, &report.args) {
                Some(words) if !words.contains("{$") && !words.trim().is_empty() => {}
                words => found.push(format!("{}: {id}: {words:?}", language.tag())),
            }
        }
    }
    found
}

/// What `a` has and `b` has not, counting how often.
fn missing<'a>(a: &'a [Mark], b: &[Mark]) -> Vec<&'a Mark> {
    let mut rest = b.to_vec();
    let taken = |mark: &&Mark| match rest.iter().position(|m| m == *mark) {
        Some(at) => {
            rest.remove(at);
            false
        }
        None => true,
    };
    a.iter().filter(taken).collect()
}

fn sorted(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort();
    marks
}

/// What a case expects.
fn marks(case: &Case) -> Vec<Mark> {
    let mut found = Vec::new();
    for (path, bytes) in case.files.iter().filter(|(path, _)| !path.ends_with(".csv")) {
        let text = String::from_utf8_lossy(bytes);
        let mut above = 0;
        for (at, line) in text.lines().enumerate() {
            if let Some(codes) = line.trim_start().strip_prefix("#^ ") {
                let place = |code: &str| (path.clone(), above, code.to_owned());
                found.extend(codes.split_whitespace().map(place));
            } else if let Some(rest) = line.trim_start().strip_prefix("#@ ") {
                let (code, place) = rest.trim().split_once(' ').expect("a code and a place");
                let (file, line) = place.rsplit_once(':').expect("file:line");
                let folder = path.rsplit_once('/').expect("a folder").0;
                found.push((format!("{folder}/{file}"), line.parse().expect("a line"), code.to_owned()));
            } else {
                above = at + 1;
            }
        }
    }
    found
}

/// All cases, by name.
fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for folder in entries(&project("tests/cases")).into_iter().filter(|f| f.is_dir() && name(f) != "_base") {
        for place in entries(&folder) {
            let title = format!("{}/{}", name(&folder), name(&place));
            if place.is_dir() {
                let files = Tree::read(&place).0.into_iter().map(|(path, file)| (overlay(&path), file.bytes));
                cases.push(Case { name: title, files: files.collect() });
            } else if place.extension().is_some_and(|e| e != "csv") {
                let mut files = vec![single(&folder, &place)];
                let table = place.with_extension("csv");
                if table.is_file() {
                    files.push(single(&folder, &table));
                }
                cases.push(Case { name: title, files });
            }
        }
    }
    cases
}

/// One file of a case: it goes to the folder of the village that is called like the case's own.
fn single(folder: &Path, file: &Path) -> (String, Vec<u8>) {
    let path = format!("{VILLAGE}/{}/{}", name(folder), name(file));
    (path, fs::read(file).expect("readable"))
}

/// Where a file of a folder case goes.
fn overlay(path: &str) -> String {
    match path.split('/').next() {
        Some("profiles" | "site.yaml" | "communities") => format!("content/{path}"),
        Some("content") => path.to_owned(),
        _ => format!("{VILLAGE}/{path}"),
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}
