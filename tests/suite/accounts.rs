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

/// One page of each statement, made from cases that are sound: file of the expectation, route.
const PAGES: &[(&str, &str)] = &[
    ("finance-adjusted-later", "base/finance/2026-08.html"),
    ("finance-adjusted", "base/finance/2026-09.html"),
    ("finance-balance", "base/finance/2025-zi-chan.html"),
    ("finance-balance-before", "base/finance/2024-zi-chan.html"),
    ("finance-distribution", "base/finance/2023-fen-pei.html"),
    ("finance-sums", "base/finance/sound-sums.html"),
    ("finance-restated", "base/finance/yang-lao-2026-08.html"),
    ("finance-restated-later", "base/finance/yang-lao-2026-07.html"),
    ("finance-accounts", "base/finance/index.html"),
    ("project-course", "base/projects/sound-course.html"),
    ("project-from-the-books", "base/projects/lu-deng.html"),
];

#[test]
fn pages_of_statements_and_projects_read_as_expected() {
    let site = SiteTest::base();
    let put = |case: &str| {
        for (path, file) in Tree::read(&project("tests/cases").join(case)).0 {
            site.write(&format!("content/communities/base/{path}"), file.bytes);
        }
    };
    for case in ["opening-restated", "balance-restated", "sound-distribution-2004", "restated-on-both-pages"] {
        put(&format!("finance/{case}"));
    }
    put("projects/sound-books");
    for (path, account) in [("finance/2026-07.yaml", "项目专户"), ("finance/sound-sums.yaml", "惠民资金")] {
        let place = format!("content/communities/base/{path}");
        if path.ends_with("sums.yaml") {
            site.write(&place, fs::read(project("tests/cases").join(path)).expect("readable"));
        }
        site.replace(&place, "村集体经济", account);
    }
    let course = fs::read(project("tests/cases/projects/sound-course.md")).expect("readable");
    site.write("content/communities/base/projects/sound-course.md", course);
    site.build();
    for (name, route) in PAGES {
        expect::file(&format!("pages/{name}.txt"), &format!("{}\n", site.page(route).main()));
    }
}
