//! What a secretary reads when money does not add up: every broken case of finance and projects.
//!
//! In: the folders `finance` and `projects` of `tests/cases`, each case a village of its own. Out:
//! the whole output of `check`, word for word, in Chinese and English. Cases that need profiles of
//! their own are left to `cases.rs`.

use std::fs;

use crate::kit::expect;
use crate::kit::program::run;
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

fn workspace() -> SiteTest {
    let site = SiteTest::base();
    let village = site.read("content/communities/base/community.yaml");
    for kind in ["finance", "projects"] {
        let tree = Tree::read(&project("tests/cases").join(kind));
        let broken: Vec<&String> = tree.0.keys().filter(|path| !path.contains("/profiles/")).collect();
        for path in broken {
            let case = path.split(['/', '.']).next().expect("a name");
            if case.starts_with("sound") || tree.0.keys().any(|p| p.starts_with(&format!("{case}/profiles/"))) {
                continue;
            }
            let inside = path.split_once('/').map_or(format!("{kind}/{path}"), |(_, rest)| rest.to_owned());
            let bytes = fs::read(project("tests/cases").join(kind).join(path)).expect("readable");
            site.write(&format!("content/communities/{kind}-{case}/{inside}"), bytes);
            site.write(&format!("content/communities/{kind}-{case}/community.yaml"), &village);
        }
    }
    site
}

#[test]
fn every_difference_is_told_with_its_numbers_and_both_places() {
    let run = run(workspace().root(), &["check", "--as-of", "2026-11-23", "--lang", "zh"]);
    assert_eq!(run.code, 1, "{run:?}");
    expect::file("accounts-long-zh.txt", &run.err);
}

#[test]
fn in_english_too() {
    let run = run(workspace().root(), &["check", "--as-of", "2026-11-23", "--lang", "en", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    expect::file("accounts-short-en.txt", &run.err);
}
