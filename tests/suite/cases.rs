//! Every file below `tests/cases/` is a small record with its diagnostics written into it.
//!
//! In: records; `#^ GK0601` below a line expects exactly that code on the line above, and
//! `#@ GK0113 table.csv:3` expects it at a line of a file beside it (or `content/…` of the workspace), and
//! `#= finished` expects the record's state, and `#* 4 89.9` the stars and the total of a rating. Out: every case that says more or less, or has another state.
//! Never looks at wording: `mistakes.rs` does.
//!
//! A case is one file, put into the base village (a `.csv` of the same stem goes with it), or a
//! folder laid over the village; `profiles/` and `site.yaml` in it go to where the workspace has them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gongkai::build;
use gongkai::diagnostic::{Report, Severity, Sink, Sources};
use gongkai::load;
use gongkai::locale::{Language, messages};
use gongkai::record::Scope;
use gongkai::world::{Files, MemoryWorld, World};
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
    let mut wordless: Vec<String> = outcome.reports.iter().flat_map(broken_words).collect();
    let groundless = |r: &&Report| r.severity == Severity::Finding && r.basis.as_ref().is_none_or(|b| b.law.is_empty());
    wordless.extend(outcome.reports.iter().filter(groundless).map(|r| format!("{} says no ground", r.code)));
    let hints = |code: &String| wanted.iter().any(|(_, _, wanted)| wanted == code);
    let said = outcome.reports.into_iter().filter(|r| r.severity != Severity::Info || hints(&r.code));
    let said = sorted(said.map(|r| (r.place.path, r.place.line, r.code)).collect());
    let mut out = format!("{}\n", case.name);
    let states = states(case, &world);
    if said == wanted && wordless.is_empty() && states.is_empty() {
        return None;
    }
    states.iter().for_each(|words| out.push_str(&format!("  {words}\n")));
    wordless.iter().for_each(|words| out.push_str(&format!("  badly said: {words}\n")));
    for (path, line, code) in missing(&wanted, &said) {
        out.push_str(&format!("  not said: {code} at {path}:{line}\n"));
    }
    for (path, line, code) in missing(&said, &wanted) {
        out.push_str(&format!("  too much: {code} at {path}:{line}\n"));
    }
    Some(out)
}

/// Complaints about records whose state, or whose stars, are not those that their file expects.
fn states(case: &Case, world: &MemoryWorld) -> Vec<String> {
    let expects = |bytes: &[u8]| (wanted(bytes, "#= "), wanted(bytes, "#* "));
    let all = case.files.iter().map(|(path, bytes)| (path.as_str(), expects(bytes)));
    let expecting: Vec<_> = all.filter(|(_, (state, stars))| state.is_some() || stars.is_some()).collect();
    if expecting.is_empty() {
        return Vec::new();
    }
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let city = load::load_city(world, &mut sources, &mut sink).expect("memory can be read").expect("a city");
    let files = Files::read(world, VILLAGE).expect("memory can be read");
    let corpus = load::load_community("base", &files, &mut sources, &mut sink).expect("a community");
    let scope = Scope { city: &city, corpus: &corpus, as_of: world.today() };
    let mut wrong = Vec::new();
    for (path, (state, stars)) in expecting {
        let record = corpus.records.iter().find(|r| sources.get(r.file).path == path);
        let found = record.and_then(|r| r.facts(&scope).state).map_or("none", |s| s.key);
        if let Some(state) = state.filter(|state| state != found) {
            wrong.push(format!("state of {path}: {found}, not {state}"));
        }
        let detail = record.map(|r| serde_json::to_value(r.detail(&scope)).expect("a detail is data"));
        let found = detail.map_or(String::new(), |d| format!("{} {}", d["stars"], d["total"].as_str().unwrap_or("?")));
        if let Some(stars) = stars.filter(|stars| *stars != found) {
            wrong.push(format!("stars of {path}: {found}, not {stars}"));
        }
    }
    wrong
}

/// What a file expects of its record after a sign such as `#= `, where it expects anything.
fn wanted(bytes: &[u8], sign: &str) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().find_map(|line| line.trim_start().strip_prefix(sign).map(|words| words.trim().to_owned()))
}

/// How many decisions among the cases say which state they expect.
#[test]
fn at_least_120_decisions_say_their_state() {
    let decision = |(path, bytes): &&(String, Vec<u8>)| path.contains("/decisions/") && wanted(bytes, "#= ").is_some();
    let count = all().iter().flat_map(|case| &case.files).filter(decision).count();
    assert!(count >= 120, "only {count} decisions say their state");
}

/// Every bound and cap of the rubrics has a rating at it, just below and just above.
#[test]
fn at_least_100_ratings_say_their_stars() {
    let count = all().iter().flat_map(|case| &case.files).filter(|(_, bytes)| wanted(bytes, "#* ").is_some()).count();
    assert!(count >= 100, "only {count} ratings say their stars");
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
    for (path, bytes) in case.files.iter().filter(|(path, _)| path.ends_with(".md") || path.ends_with(".yaml")) {
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
                let file = if file.starts_with("content/") { file.to_owned() } else { format!("{folder}/{file}") };
                found.push((file, line.parse().expect("a line"), code.to_owned()));
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
