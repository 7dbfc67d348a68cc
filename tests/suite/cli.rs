//! The wiring of the command line: exit codes, streams, flags.
//!
//! In: the real binary in small workspaces. Out: what a person or a script meets.
//! Never tests rules: the library's tests do, a hundred times faster.

use std::fs;

use gongkai::diagnostic::code;

use crate::kit::expect;
use crate::kit::program::{command, finish, run};
use crate::kit::site::SiteTest;

const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";
const DAY: [&str; 2] = ["--as-of", "2026-11-23"];

#[test]
fn zero_when_all_is_well() {
    let site = SiteTest::two();
    let check = run(site.root(), &["check", DAY[0], DAY[1]]);
    assert_eq!((check.code, check.out.as_str()), (0, ""));
    assert_eq!(check.err, "检查了 2 个村（社区）、13 份记录：错误 0，不足 0，提醒 0。\n");
    let build = run(site.root(), &["build", DAY[0], DAY[1]]);
    assert_eq!(build.code, 0, "{build:?}");
    assert!(build.err.contains("output/index.html"), "it says where to look: {}", build.err);
    assert!(site.path("output/index.html").is_file());
}

#[test]
fn one_when_records_have_errors() {
    let site = SiteTest::two();
    site.write(QUERY, "---\n标题: 坏了\n---\n");
    assert_eq!(run(site.root(), &["check"]).code, 1);
    let build = run(site.root(), &["build"]);
    assert_eq!(build.code, 1);
    assert!(!site.path("output/index.html").exists());
    let going = run(site.root(), &["build", "--keep-going"]);
    assert_eq!(going.code, 1, "{going:?}");
    assert!(site.path("output/index.html").is_file());
}

#[test]
fn strict_makes_findings_and_warnings_fail_check() {
    let site = SiteTest::two();
    site.replace(QUERY, "提出人: 三组村民", "提出人: 3 #楼");
    assert_eq!(run(site.root(), &["check", DAY[0], DAY[1]]).code, 0);
    assert_eq!(run(site.root(), &["check", "--strict", DAY[0], DAY[1]]).code, 1);
}

#[test]
fn two_for_what_cannot_be_understood() {
    let site = SiteTest::two();
    for arguments in [
        &["frobnicate"][..],
        &["check", "--frob"],
        &["check", "--as-of", "gestern"],
        &["check", "--as-of", "2026-02-30"],
        &["check", "--format", "xml"],
        &["check", "--community", "niemand"],
        &["explain", "GK9999"],
        &["build", "--out"],
        &["new", "mystery", "标题"],
        &["new", "query", "标题", "--community", "niemand"],
        &["init", "."],
        &["completions", "cmd"],
        &["schema", "mystery"],
    ] {
        let run = run(site.root(), arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}: {run:?}");
        assert!(!run.err.trim().is_empty(), "{arguments:?} says why");
    }
}

#[test]
fn three_for_configuration() {
    let site = SiteTest::empty();
    for (language, name) in [("zh", "no-workspace-zh.txt"), ("en", "no-workspace-en.txt")] {
        let run = run(site.root(), &["check", "--lang", language]);
        assert_eq!((run.code, run.out.as_str()), (3, ""));
        let place = fs::canonicalize(site.root()).expect("a folder").display().to_string();
        expect::file(name, &run.err.replace(&place, "<here>"));
    }
    let site = SiteTest::two();
    site.replace("content/site.yaml", "示例: 是", "主题: mei-you\n示例: 是");
    let run = run(site.root(), &["build"]);
    assert_eq!(run.code, 3, "{run:?}");
}

#[test]
fn four_when_the_disk_refuses() {
    let site = SiteTest::two();
    site.write("output", "a file where the folder should be");
    let run = run(site.root(), &["build", "--lang", "en"]);
    assert_eq!(run.code, 4, "{run:?}");
    assert!(run.err.contains("output") && !run.err.contains("io-"), "{}", run.err);
}

#[test]
fn the_workspace_is_found_upwards_or_by_name() {
    let site = SiteTest::two();
    let inside = site.path("content/communities/shanghe");
    assert_eq!(run(&inside, &["check"]).code, 0);
    let elsewhere = SiteTest::empty();
    let root = site.root().to_str().expect("Unicode");
    assert_eq!(run(elsewhere.root(), &["check", "--root", root]).code, 0);
    assert_eq!(run(elsewhere.root(), &["--root", root, "build", "-q"]).code, 0);
    assert!(site.path("output/index.html").is_file(), "output stands in the workspace");
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let site = SiteTest::two();
    let run = run(site.root(), &["build", "-q", DAY[0], DAY[1]]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
}

#[test]
fn the_language_follows_the_flag_then_the_system_then_chinese() {
    let site = SiteTest::two();
    let with = |language: Option<&str>, arguments: &[&str]| {
        let mut command = command(site.root(), &[arguments, &DAY].concat());
        language.map(|l| command.env("LANG", l));
        finish(&mut command).err
    };
    assert!(with(None, &["check"]).starts_with("检查了"));
    assert!(with(Some("C.UTF-8"), &["check"]).starts_with("检查了"));
    assert!(with(Some("zh_CN.UTF-8"), &["check"]).starts_with("检查了"));
    assert!(with(Some("en_GB.UTF-8"), &["check"]).starts_with("Checked"));
    assert!(with(Some("en_GB.UTF-8"), &["check", "--lang", "zh"]).starts_with("检查了"));
    assert!(with(None, &["check", "--lang=en"]).starts_with("Checked"));
}

#[test]
fn the_day_comes_from_the_flag_or_the_epoch() {
    let site = SiteTest::two();
    site.replace(QUERY, "示例: 是", "公开日期: 2026-12-01\n示例: 是");
    let with = |epoch: &str, arguments: &[&str]| {
        let mut command = command(site.root(), arguments);
        finish(command.env("SOURCE_DATE_EPOCH", epoch)).out.contains("GK0404")
    };
    let json = ["check", "--format", "json"];
    assert!(with("1795392000", &json), "2026-11-23");
    assert!(!with("1796083200", &json), "2026-12-01");
    assert!(with("1796083200", &["check", "--format", "json", "--as-of", "2026-11-30"]));
}

#[test]
fn explain_knows_every_code() {
    let here = SiteTest::empty();
    for language in ["zh", "en"] {
        let list = run(here.root(), &["explain", "--lang", language]);
        assert_eq!((list.code, list.out.lines().count()), (0, code::all().count()));
        for code in code::all() {
            assert!(list.out.contains(code.id), "{}", code.id);
        }
    }
    let one = run(here.root(), &["explain", "gk0402"]);
    expect::file("explain-gk0402-zh.txt", &one.out);
    let one = run(here.root(), &["explain", "GK0402", "--lang", "en"]);
    expect::file("explain-gk0402-en.txt", &one.out);
}

#[test]
fn completions_for_every_shell() {
    let here = SiteTest::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = run(here.root(), &["completions", shell]);
        assert!(run.code == 0 && run.out.contains("gongkai") && run.out.contains("check"), "{shell}: {run:?}");
    }
}

#[test]
fn help_is_in_the_language_of_the_reader() {
    let here = SiteTest::empty();
    for (language, name) in [("zh", "help-zh.txt"), ("en", "help-en.txt")] {
        let run = run(here.root(), &["--help", "--lang", language]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        expect::file(name, &run.out);
    }
}

#[test]
fn init_new_check_build_from_nothing() {
    let here = SiteTest::empty();
    let made = run(here.root(), &["init", "xin", "--name", "新河村"]);
    assert_eq!(made.code, 0, "{made:?}");
    let workspace = here.path("xin");
    let check = run(&workspace, &["check", "--strict"]);
    assert_eq!(check.code, 0, "{check:?}");
    assert_eq!(run(&workspace, &["build", "-q"]).code, 0);
    assert!(here.path("xin/output/xin-he-cun/index.html").is_file());
    for kind in gongkai::record::KINDS {
        let new = run(&workspace, &["new", kind.name, "二组路灯"]);
        assert_eq!(new.code, 0, "{}: {new:?}", kind.name);
        let again = run(&workspace, &["new", kind.name, "二组路灯"]);
        assert_eq!(again.code, 2, "{}: a record is never overwritten", kind.name);
    }
    let check = run(&workspace, &["check"]);
    assert!(check.code <= 1, "{check:?}");
}

#[test]
fn init_finds_a_good_folder_for_any_name() {
    for name in ["新河村", "A_b 1.2", "assets", "“引号”村", "a: b # c", "💡"] {
        let here = SiteTest::empty();
        let made = run(here.root(), &["init", ".", "--name", name]);
        assert_eq!(made.code, 0, "{name}: {made:?}");
        let check = run(here.root(), &["check"]);
        assert_eq!(check.code, 0, "{name}: {check:?}");
    }
}

#[test]
fn schemas_are_draft_07_and_speak_chinese() {
    let here = SiteTest::empty();
    let run = run(here.root(), &["schema", "--out", "schemas"]);
    assert_eq!(run.code, 0, "{run:?}");
    for kind in gongkai::record::KINDS {
        let text = here.read(&format!("schemas/{}.schema.json", kind.name));
        let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{}", kind.name);
        let table = schema["$ref"].as_str().and_then(|r| r.strip_prefix("#/definitions/")).expect("a definition");
        let properties = schema["definitions"][table]["properties"].as_object().expect("properties");
        assert!(properties.contains_key("标题") && properties.contains_key("title"), "{}", kind.name);
    }
}

#[test]
fn commands_in_the_readme_run() {
    for name in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(crate::kit::project(name)).expect("a README");
        let blocks = blocks(&text);
        assert!(!blocks.is_empty(), "{name} has no commands");
        for block in blocks {
            // A block that makes a workspace begins beside nothing, others in the project.
            let makes = block.iter().any(|line| line.contains("gongkai init"));
            let site = if makes { SiteTest::empty() } else { SiteTest::sample() };
            let mut folder = site.root().to_owned();
            for line in block {
                if let Some(inside) = line.strip_prefix("cd ") {
                    folder.push(inside.trim());
                } else if let Some(arguments) = own(&line) {
                    // A reader types a passphrase where one is asked for.
                    let mut program = command(&folder, &arguments);
                    let run = finish(program.env("GONGKAI_PASSPHRASE", "示例口令一二三四"));
                    assert!(run.code == 0, "{name}: {line}: {run:?}");
                    if arguments[0] == "new" {
                        // A reader fills it in by hand; here it is put off.
                        fs::remove_file(folder.join(run.out.trim())).expect("the file it made");
                    }
                }
            }
        }
    }
}

/// The `sh` blocks of a text, as lines.
fn blocks(text: &str) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if let Some(fence) = line.strip_prefix("```") {
            inside = !inside && matches!(fence, "sh" | "bash" | "shell" | "console");
            if inside {
                found.push(Vec::new());
            }
        } else if inside {
            let line = line.trim_start_matches("$ ").split(" # ").next().unwrap_or_default();
            found.last_mut().expect("a block").push(line.trim().to_owned());
        }
    }
    found
}

/// The arguments of a line that starts this program; none for other programs and for placeholders.
fn own(line: &str) -> Option<Vec<&str>> {
    let starts = ["gongkai ", "cargo run --release -- ", "cargo run -- "];
    let rest = starts.iter().find_map(|start| line.strip_prefix(start)).filter(|rest| !rest.contains('<'))?;
    Some(rest.split_whitespace().collect())
}
