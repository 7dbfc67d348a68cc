//! Everybody can read it: pages of every type, judged by axe-core in a real browser.
//!
//! In: the sample, one page and more of each template. Out: every violation, and every page that is wider than a phone.
//! Asked where `GONGKAI_BROWSER` is set: `tests/run` installs what it needs.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

/// The first and the last page of each folder of each level: every type of page that the sample has.
pub fn pages(site: &SiteTest) -> Vec<String> {
    let output = site.output();
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in output.paths().into_iter().filter(|p| p.ends_with(".html")) {
        let top = path.split('/').next().unwrap_or_default();
        let community = site.path(&format!("content/communities/{top}")).is_dir();
        let ours = !community || top == "junying" || top == "tanhualin";
        // One region, and its matrix, stand for all.
        let nested = path.matches('/').count() > 2;
        if ours && !nested {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let key = if name == "index.html" { format!("{folder}/") } else { folder.to_owned() };
            folders.entry(key).or_default().push(path.to_owned());
        }
    }
    let ends = |mut list: Vec<String>| {
        let last = list.pop();
        [list.into_iter().next(), last]
    };
    folders.into_values().flat_map(ends).flatten().collect()
}

#[test]
fn axe_finds_nothing_on_any_type_of_page() {
    if !wanted() {
        return;
    }
    let site = SiteTest::sample();
    // With an address, so that square codes are judged as well.
    site.replace("content/site.yaml", "辖区:", "基址: https://gk.example.cn/\n辖区:");
    site.build();
    let pages = pages(&site);
    assert!(pages.len() >= 60, "only {} pages: {pages:?}", pages.len());
    judge(&site, &pages, 5, None);
}

/// Asks axe about pages, each looked at in so many ways: the usual ones, or others.
pub fn judge(site: &SiteTest, pages: &[String], count: u64, ways: Option<&str>) {
    let list = site.path("pages.json");
    std::fs::write(&list, serde_json::to_string(pages).expect("text")).expect("written");
    let run = Command::new("node")
        .current_dir(project("tests/browser"))
        .arg("axe.mjs")
        .arg(site.path("output"))
        .arg(&list)
        .args(ways)
        .output()
        .unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let err = String::from_utf8_lossy(&run.stderr);
    let told: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {err}"));
    assert_eq!(told["seen"].as_u64(), Some(count * pages.len() as u64), "{count} ways of looking at each");
    let violations = told["violations"].as_array().expect("a list");
    let line = |v: &Value| format!("{} ({}): {} {} {}", v["page"], v["way"], v["rule"], v["help"], v["place"]);
    let lines: Vec<String> = violations.iter().map(line).collect();
    assert!(lines.is_empty(), "{} violations:\n{}", lines.len(), lines[..lines.len().min(20)].join("\n"));
}
