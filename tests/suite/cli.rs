//! The wiring of the command line: exit codes, streams, flags.
//!
//! In: the real binary in small workspaces. Out: what a person or a script meets.
//! Never tests rules: the library's tests do, a hundred times faster.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;

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
    // Most blocks stand in both: what ran once runs.
    let mut ran = BTreeSet::new();
    for name in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(crate::kit::project(name)).expect("a README");
        let blocks = blocks(&text);
        assert!(!blocks.is_empty(), "{name} has no commands");
        for block in blocks.into_iter().filter(|block| ran.insert(block.clone())) {
            // A block that makes a workspace begins beside nothing, others in the project.
            let makes = block.iter().any(|line| line.contains("gongkai init"));
            let site = if makes { SiteTest::empty() } else { SiteTest::sample() };
            let mut folder = site.root().to_owned();
            for line in block {
                if let Some(inside) = line.strip_prefix("cd ") {
                    folder.push(inside.trim());
                } else if let Some(arguments) = own(&line).filter(|a| a[0] == "serve") {
                    assert!(address(command(&folder, &arguments)).starts_with("http://127.0.0.1:"), "{name}: {line}");
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

#[test]
fn a_new_workspace_tells_vs_code_everything_it_needs_offline_and_in_chinese() {
    let place = SiteTest::empty();
    assert_eq!(run(place.root(), &["init", ".", "--name", "红旗村"]).code, 0);
    let json = |path: &str| -> serde_json::Value { serde_json::from_str(&place.read(path)).expect("JSON") };
    let settings = json(".vscode/settings.json");
    assert_eq!(settings["yaml.schemaStore.enable"], false, "nothing is fetched");
    assert_eq!(settings["yaml.format.enable"], false, "amounts stay as they were written");
    assert_eq!(json(".vscode/extensions.json")["recommendations"][0], "redhat.vscode-yaml");
    let schemas = settings["yaml.schemas"].as_object().expect("schemas by file");
    assert!(schemas.len() > 10, "{schemas:?}");
    for (path, globs) in schemas {
        let schema = json(path.trim_start_matches("./"));
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{path}");
        assert!(globs[0].as_str().is_some_and(|g| g.starts_with("content/")), "{path}: {globs}");
    }
    let schema = json(".gongkai/schemas/finance.schema.json");
    let table =
        schema["definitions"].as_object().expect("tables").values().find(|t| t["properties"].get("公开日期").is_some());
    let table = table.expect("a finance record has a first day");
    assert_eq!(table["properties"]["公开日期"]["description"], "开始公开的第一天");
    assert_eq!(table["properties"]["公开日期"].get("doNotSuggest"), None);
    assert_eq!(table["properties"]["published"]["doNotSuggest"], true, "English keys are read, not offered");
    let missing: Vec<&str> = table["allOf"]
        .as_array()
        .expect("what must be there")
        .iter()
        .filter_map(|a| a["anyOf"][0]["errorMessage"].as_str())
        .collect();
    assert!(missing.contains(&"缺少“标题”"), "{missing:?}");
}

#[test]
fn doctor_names_what_would_bite_with_its_fix() {
    let site = SiteTest::two();
    let sound = run(site.root(), &["doctor", "--port", "0"]);
    assert!(sound.out.contains("✓ 工作区："), "{sound:?}");
    assert!(sound.out.contains("✓ 记录都是 UTF-8 编码"), "{}", sound.out);
    assert!(sound.out.contains("✓ 主题能用：default"), "{}", sound.out);
    assert!(!sound.out.contains("doctor-"), "every finding has its words: {}", sound.out);
    site.write("content/communities/shanghe/pages/gbk.md", b"---\n\xb1\xea\xcc\xe2: \xb4\xe5\n---\n");
    site.write("content/communities/shanghe/pages/Cun-Qing.md", "---\n标题: 孪生\n---\n");
    site.write("content/communities/shanghe/files/con.txt", "x");
    site.replace("content/site.yaml", "示例: 是", "主题: mei-you\n示例: 是");
    site.write("output", "a file where the folder should be");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let bad = run(site.root(), &["doctor", "--port", &port]);
    assert_eq!(bad.code, 1, "{bad:?}");
    for part in [
        "✗ 1 个文件不是 UTF-8 编码：content/communities/shanghe/pages/gbk.md\n  怎么改: 用记事本打开",
        "✗ 2 个文件名只差大小写：communities/shanghe/pages/Cun-Qing.md，communities/shanghe/pages/cun-qing.md\n  怎么改: ",
        "✗ 1 个文件名在别的系统上不能用：communities/shanghe/files/con.txt\n  怎么改: ",
        "✗ 主题不能用：",
        "✗ 输出文件夹不能写：",
        &format!("! 端口 {port} 用不了："),
    ] {
        assert!(bad.out.contains(part), "{part:?} is not said:\n{}", bad.out);
    }
    let english = run(site.root(), &["doctor", "--lang", "en", "--port", &port]);
    assert!(english.out.contains("✗ 1 files are not UTF-8: "), "{}", english.out);
    let nowhere = run(SiteTest::empty().root(), &["doctor", "--port", "0"]);
    assert_eq!(nowhere.code, 1);
    assert!(nowhere.out.contains("找不到工作区\n  怎么改: "), "{}", nowhere.out);
}

#[test]
fn bare_it_prints_help_where_there_is_no_workspace() {
    let bare = run(SiteTest::empty().root(), &[]);
    assert_eq!(bare.code, 2);
    assert!(bare.err.contains("gongkai [OPTIONS] <COMMAND>"), "{}", bare.err);
}

#[test]
fn bare_beside_a_workspace_it_serves() {
    let site = SiteTest::two();
    let line = address(command(&site.path("content/communities"), &[]));
    assert!(line.starts_with("http://127.0.0.1:"), "{line}");
}

/// The address that a preview prints; it is stopped then.
fn address(mut command: std::process::Command) -> String {
    // No browser is to open while tests run.
    command.env("PATH", "").env_remove("DISPLAY").env_remove("BROWSER");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut line = String::new();
    let out = child.stdout.take().expect("a stream");
    std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut line).expect("an address");
    child.kill().expect("it runs");
    let _ = child.wait();
    line
}

#[test]
fn new_bare_without_a_terminal_says_what_to_write() {
    let site = SiteTest::two();
    let bare = run(site.root(), &["new"]);
    assert_eq!((bare.code, bare.out.as_str()), (2, ""));
    assert!(bare.err.contains("gongkai new decision 三组道路硬化"), "{}", bare.err);
}
