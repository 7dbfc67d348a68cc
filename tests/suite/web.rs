//! The pages under a real validator and in a real browser.
//!
//! In: the built sample and a report on it; node, java and Chromium, which `tests/run` installs. Out: what they complain
//! of. Never runs where `GONGKAI_BROWSER` is not set: a plain `cargo test` needs nothing but Rust.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::kit::program::run;
use crate::kit::project;
use crate::kit::site::SiteTest;

/// Whether the tools are to be there; says so where they are not asked for.
pub fn wanted() -> bool {
    let wanted = std::env::var_os("GONGKAI_BROWSER").is_some_and(|v| v == "1");
    if !wanted {
        println!("left out: needs java, node and Chromium; tests/run installs them and sets GONGKAI_BROWSER=1");
    }
    wanted
}

fn tool(program: &str, arguments: &[&str], output: &Path) -> (bool, String, String) {
    let mut command = Command::new(program);
    command.current_dir(project("tests/browser")).args(arguments).arg(output);
    let run = command.output().unwrap_or_else(|e| panic!("{program}: {e}; run tests/run once"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (run.status.success(), text(&run.stdout), text(&run.stderr))
}

#[test]
fn every_page_of_the_sample_is_valid_html() {
    if !wanted() {
        return;
    }
    let site = SiteTest::sample();
    site.replace("content/site.yaml", "辖区:", "基址: https://gk.example.cn/\n辖区:");
    site.build();
    let sheets = ["print", "--period", "2026Q3", "--community", "junying", "--as-of", "2026-11-23"];
    assert_eq!(run(site.root(), &[&sheets[..], &["--out", "output/sheets.html"]].concat()).code, 0);
    let report = ["report", "--period", "2026Q3", "--as-of", "2026-11-23", "--out", "output/report.html"];
    assert_eq!(run(site.root(), &report).code, 0);
    let jar = "node_modules/vnu-jar/build/dist/vnu.jar";
    // Sheets hold their style; the validator does not know this property of CSS.
    let filter = ["--filterpattern", ".*vector-effect.*"];
    let arguments = ["-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", "--stdout", filter[0], filter[1]];
    let (_, out, err) = tool("java", &arguments, &site.path("output"));
    let report: Value = serde_json::from_str(&out).unwrap_or_else(|e| panic!("{e}: {out}\n{err}"));
    let text = |message: &Value, key: &str| message[key].as_str().unwrap_or_default().to_owned();
    let mut found: Vec<String> = Vec::new();
    for message in report["messages"].as_array().expect("messages") {
        let url = text(message, "url");
        let place = url.split_once("/output/").map_or(url.as_str(), |(_, p)| p);
        found.push(format!("{}: {}: {}", text(message, "type"), text(message, "message"), place));
    }
    found.sort();
    found.truncate(60);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn style_sheets_are_valid() {
    if !wanted() {
        return;
    }
    let jar = "node_modules/vnu-jar/build/dist/vnu.jar";
    // The validator does not know this property of SVG 2, which all browsers do.
    let known = ".*vector-effect.*";
    let arguments =
        ["-jar", jar, "--format", "gnu", "--skip-non-css", "--errors-only", "--filterpattern", known, "--stdout"];
    let (_, out, err) = tool("java", &arguments, &project("themes/default/assets"));
    assert!(out.trim().is_empty(), "{out}{err}");
}

#[test]
fn search_finds_a_name_in_the_browser() {
    if !wanted() {
        return;
    }
    let site = SiteTest::sample();
    site.build();
    let (ok, out, err) = tool("node", &["visit.mjs", "junying", "路灯"], &site.path("output"));
    assert!(ok, "{out}{err}");
    let seen: Value = serde_json::from_str(&out).unwrap_or_else(|e| panic!("{e}: {out}\n{err}"));
    assert_eq!(seen["complaints"], Value::Array(Vec::new()), "console, failed requests, wide pages");
    let search = &seen["search"];
    assert_eq!(search["state"], "done");
    let links = search["links"].as_array().expect("links");
    assert!(!links.is_empty(), "{search}");
    assert_eq!(search["total"].as_str(), Some(links.len().to_string().as_str()));
    for link in links {
        let url = link.as_str().expect("an address");
        assert!(
            url.contains("/junying/")
                && site.path("output").join(&url[url.find("junying/").expect("inside")..]).is_file(),
            "{url}"
        );
    }
    let nothing = &seen["nothing"];
    assert_eq!((&nothing["state"], &nothing["total"]), (&Value::from("done"), &Value::from("0")));
    assert_eq!(nothing["links"], Value::Array(Vec::new()));
    yours_is_found(&seen["yours"]);
    numbers_are_sorted(&seen["sorted"]);
}

/// By a part of the name, initials, pinyin, a hamlet, a street; from every region, its own communities first.
fn yours_is_found(yours: &Value) {
    let names = |words: &str| yours[words]["names"].as_array().expect("names").clone();
    for words in ["军", "jy", "junyingcun", "王家湾"] {
        let found = &yours[words];
        assert_eq!(found["names"][0], "军营村", "{words}: {found}");
        assert_eq!(found["before"], 0, "names are loaded only when they are asked for");
        let opened = found["opened"].as_str().expect("Enter opens the first result");
        assert!(opened.ends_with("/output/junying/index.html"), "{words}: {opened}");
        assert_eq!(found["opened"], found["focused"]);
    }
    assert!(names("zhu ru shan").contains(&"侏儒山街道".into()), "{yours}");
    assert_eq!(names("没有这个村"), Vec::<Value>::new());
    assert!(yours["没有这个村"]["said"].as_str().is_some_and(|said| said.contains("没有找到")), "{yours}");
    let elsewhere = &yours["elsewhere"];
    assert_eq!(elsewhere["names"][0], "钢花社区", "{elsewhere}");
    assert!(elsewhere["opened"].as_str().is_some_and(|url| url.ends_with("/output/ganghua/index.html")), "{elsewhere}");
    assert_eq!(yours["own"]["names"][0], "石桥村", "of the region first: {}", yours["own"]);
    assert!(yours["own"]["names"].as_array().is_some_and(|all| all.len() > 1), "{}", yours["own"]);
}

fn numbers_are_sorted(sorted: &Value) {
    let column = |way: &str| -> Vec<i64> {
        let cells = sorted[way].as_array().expect("cells").iter();
        cells.map(|c| c.as_str().expect("a number").parse().expect("a number")).collect()
    };
    let (up, mut down) = (column("up"), column("down"));
    assert!(up.len() > 3 && up.is_sorted(), "{up:?}");
    down.reverse();
    assert_eq!(up, down);
}
