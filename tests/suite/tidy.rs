//! Nothing is half there: every code, word, kind and template has its counterparts.
//!
//! In: the tables of the library and the files of the project. Out: the names of what is missing.
//! Never looks at what things mean.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast;
use gongkai::diagnostic::code;
use gongkai::locale::{Language, messages};
use gongkai::profile::PROFILE_KINDS;
use gongkai::record::KINDS;

use crate::kit::project;
use crate::kit::tree::Tree;

/// Codes that no case can show, and the test that does.
const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    ("GK1401", "import_mistakes.rs"),
    ("GK1402", "import_mistakes.rs"),
    ("GK1403", "import_mistakes.rs"),
    ("GK1404", "import_mistakes.rs"),
    ("GK1405", "import_mistakes.rs"),
    ("GK1406", "import_mistakes.rs"),
    ("GK1407", "import_mistakes.rs"),
    ("GK1408", "import_mistakes.rs"),
    ("GK1409", "import_mistakes.rs"),
    ("GK1410", "import_mistakes.rs"),
    ("GK1411", "import_mistakes.rs"),
    ("GK1412", "import_mistakes.rs"),
    ("GK1413", "import_mistakes.rs"),
    ("GK1414", "import_mistakes.rs"),
    ("GK1415", "import_mistakes.rs"),
    ("GK1416", "import_mistakes.rs"),
    ("GK1417", "import_mistakes.rs"),
    ("GK1418", "import_mistakes.rs"),
    ("GK1419", "import_mistakes.rs"),
    ("GK1420", "import_mistakes.rs"),
    ("GK1901", "ledger::a_silent_change_is_told_with_its_difference_and_stops_the_build"),
    ("GK1902", "ledger::a_published_correction_stays_as_it_is"),
    ("GK1903", "ledger::what_vanishes_must_be_taken_back_and_is_then_erased"),
    ("GK1904", "ledger::withdrawals_are_checked"),
    ("GK1905", "ledger::withdrawals_are_checked"),
    ("GK1906", "ledger::a_damaged_ledger_is_told_and_nothing_is_built"),
    ("GK2301", "themes::themes_that_are_not_there_and_circles"),
    ("GK2302", "themes::themes_that_are_not_there_and_circles"),
    ("GK2303", "themes::every_mistake_of_a_theme_is_told_at_once"),
    ("GK2304", "themes::every_mistake_of_a_theme_is_told_at_once"),
    ("GK2305", "themes::every_mistake_of_a_theme_is_told_at_once"),
    ("GK2306", "themes::every_mistake_of_a_theme_is_told_at_once"),
    ("GK2307", "themes::every_mistake_of_a_theme_is_told_at_once"),
    ("GK2308", "themes::every_mistake_of_a_theme_is_told_at_once"),
    ("GK2309", "themes::every_mistake_of_a_theme_is_told_at_once"),
    ("GK2310", "themes::templates_and_words_that_cannot_be_read"),
    ("GK2311", "themes::templates_and_words_that_cannot_be_read"),
    ("GK2312", "themes::templates_and_words_that_cannot_be_read"),
    ("GK2313", "themes::templates_and_words_that_cannot_be_read"),
    ("GK2314", "themes::a_template_that_fails_names_place_page_and_record_and_leaves_the_output"),
    ("GK2315", "themes::a_default_theme_of_ones_own_may_lack_a_template"),
    ("GK2401", "hostile_packs::what_is_not_as_told_is_refused"),
    ("GK2402", "hostile_packs::bombs_cost_nothing"),
    ("GK2403", "hostile_packs::paths_that_lead_elsewhere_are_refused_whole"),
    ("GK2404", "hostile_packs::what_is_not_as_told_is_refused"),
    ("GK2405", "packs::a_pack_finds_its_own_community_only"),
    ("GK2406", "packs::what_both_changed_is_told_record_by_record_and_a_person_decides"),
];

#[test]
fn every_code_has_a_case() {
    let mut shown = crate::cases::codes();
    let expected = fs::read_to_string(project("tests/expected/mistakes-zh.jsonl")).expect("an expectation");
    for line in expected.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        shown.insert(value["code"].as_str().expect("a code").to_owned());
    }
    let elsewhere = |id: &str| SHOWN_ELSEWHERE.iter().any(|(code, _)| *code == id);
    let missing: Vec<&str> = code::all().map(|c| c.id).filter(|id| !shown.contains(*id) && !elsewhere(id)).collect();
    assert!(missing.is_empty(), "no case expects {missing:?}");
    let known: BTreeSet<&str> = code::all().map(|c| c.id).collect();
    let unknown: Vec<&String> = shown.iter().filter(|id| !known.contains(id.as_str())).collect();
    assert!(unknown.is_empty(), "cases expect codes that do not exist: {unknown:?}");
}

#[test]
fn codes_are_in_order_and_stand_once() {
    let ids: Vec<&str> = code::all().map(|c| c.id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(ids, sorted);
}

#[test]
fn every_code_has_its_words_in_both_languages() {
    let mut missing = Vec::new();
    for language in [Language::Chinese, Language::English] {
        for code in code::all() {
            for part in ["", ".title", ".help", ".explain"] {
                let id = format!("{}{part}", code.message());
                if !messages(language).has(&id) {
                    missing.push(format!("{}: {id}", language.tag()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn both_languages_of_the_program_have_the_same_ids() {
    compare(&project("src/locale"));
}

#[test]
fn both_languages_of_the_themes_have_the_same_ids() {
    compare(&project("themes/default/locales"));
    compare(&project("themes/kiosk/locales"));
}

#[test]
fn languages_that_are_not_whole_say_only_what_chinese_says() {
    for folder in ["src/locale", "themes/default/locales"] {
        let whole = ids(&project(folder).join("zh-CN"));
        for language in Language::ALL {
            let own = project(folder).join(language.tag());
            if !own.is_dir() || *language == language.base() {
                continue;
            }
            let strange: Vec<String> = ids(&own).difference(&whole).cloned().collect();
            assert!(strange.is_empty(), "{}: nobody asks for {strange:?}", own.display());
        }
    }
    for language in Language::ALL {
        assert!(messages(*language).has("language-name"), "{}", language.tag());
        let (own, all) = messages(*language).translated();
        let whole = *language == language.base() || *language == Language::Traditional;
        assert!(own > 0 && (own == all) == whole, "{}: {own} of {all}", language.tag());
    }
}

/// Compares ids and attributes.
fn compare(folder: &Path) {
    let (zh, en) = (ids(&folder.join("zh-CN")), ids(&folder.join("en")));
    let differ: Vec<&String> = zh.symmetric_difference(&en).collect();
    assert!(differ.is_empty(), "{}: in one language only: {differ:#?}", folder.display());
}

/// Every id of a folder of Fluent files; attributes as `id.attribute`.
fn ids(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, file) in Tree::read(folder).0 {
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, e)| panic!("{path}: {e:?}"));
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let attributes = message.attributes.iter().map(|a| format!("{}.{}", message.id.name, a.id.name));
            for id in message.value.iter().map(|_| message.id.name.to_owned()).chain(attributes) {
                assert!(found.insert(id.clone()), "{path}: {id} stands twice");
            }
        }
    }
    assert!(!found.is_empty(), "{}: no messages", folder.display());
    found
}

#[test]
fn every_kind_has_a_template_and_a_sample() {
    let templates = Tree::read(&project("themes/default/templates"));
    let content = Tree::read(&project("content/communities"));
    for kind in KINDS {
        let template = format!("{}.html", kind.name);
        assert!(templates.paths().contains(&template.as_str()), "themes/default/templates/{template} is missing");
        let sample = content.paths().iter().any(|p| p.split('/').nth(1) == Some(kind.folder));
        assert!(sample, "content/ has no record in {}", kind.folder);
        let case = project("tests/cases").join(kind.folder);
        assert!(case.is_dir(), "tests/cases/{} is missing", kind.folder);
    }
}

#[test]
fn every_kind_of_profile_has_a_default() {
    let defaults = Tree::read(&project("src/profile/defaults"));
    for kind in PROFILE_KINDS {
        let here = defaults.paths().iter().any(|p| p.starts_with(&format!("{}/", kind.folder)));
        assert!(here, "src/profile/defaults/{} is empty", kind.folder);
    }
}

#[test]
fn source_files_are_small_and_open_with_a_comment() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests/suite"] {
        for (path, file) in Tree::read(&project(folder)).0.into_iter().filter(|(path, _)| path.ends_with(".rs")) {
            let text = String::from_utf8(file.bytes).expect("UTF-8");
            let lines = text.lines().count();
            let head = text.lines().take_while(|l| l.starts_with("//!")).count();
            if head < 3 && path != "main.rs" {
                wrong.push(format!("{folder}/{path}: opens with {head} lines of comment"));
            }
            if lines > 400 {
                wrong.push(format!("{folder}/{path}: {lines} lines"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_but_one_file_changes_a_disk() {
    let steps = [
        "fs::write",
        "File::create",
        "OpenOptions",
        "fs::rename",
        "fs::remove",
        "fs::create_dir",
        "fs::copy",
        "fs::hard_link",
        "set_permissions(",
        "File::options",
        "unix::fs::symlink",
    ];
    let mut wrong = Vec::new();
    for (path, file) in Tree::read(&project("src")).0 {
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        // Tests may prepare what they test.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let used = steps.iter().filter(|step| text.contains(**step)).copied().collect::<Vec<_>>();
        if path.ends_with(".rs") && path != "write/disk.rs" && !used.is_empty() {
            wrong.push(format!("src/{path}: {used:?}"));
        }
    }
    assert!(wrong.is_empty(), "go through write/disk.rs:\n{}", wrong.join("\n"));
}
