//! The sample that travels with the project: sound, whole, every link alive.
//!
//! In: `content/`. Out: what is wrong with it or with the pages made from it, all at once.
//! Never tests single rules or words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gongkai::build::Outcome;
use gongkai::diagnostic::Severity;
use gongkai::record::KINDS;

use crate::kit::links;
use crate::kit::page::Page;
use crate::kit::site::{SiteTest, said};
use crate::kit::tree::Tree;

/// The sample, built once for all tests of this file.
static BUILT: LazyLock<(SiteTest, Outcome)> = LazyLock::new(|| {
    let site = SiteTest::sample();
    let outcome = site.build();
    (site, outcome)
});

fn pages() -> impl Iterator<Item = Page> {
    let output = BUILT.0.path("output");
    let routes: Vec<String> = Tree::read(&output).0.into_keys().filter(|p| p.ends_with(".html")).collect();
    routes.into_iter().map(move |route| Page::read(&output, &route))
}

#[test]
fn it_has_no_error_and_nothing_else_to_hide() {
    let outcome = SiteTest::sample().check();
    let graver = |s: Severity| outcome.reports.iter().any(|r| r.severity == s);
    assert!(!graver(Severity::Error) && !graver(Severity::Warning), "{}", said(&outcome));
}

#[test]
fn it_is_as_large_as_promised() {
    let (site, outcome) = &*BUILT;
    assert!(outcome.communities >= 8, "{} communities", outcome.communities);
    assert!(outcome.records >= 160, "{} records", outcome.records);
    let content = Tree::read(&site.path("content/communities"));
    let heads = content.0.iter().filter(|(path, _)| path.ends_with("/community.yaml"));
    let texts: Vec<String> = heads.map(|(_, f)| String::from_utf8_lossy(&f.bytes).into_owned()).collect();
    let count = |word: &str| texts.iter().filter(|t| t.lines().any(|l| l.trim() == word)).count();
    assert!(count("类型: 村") >= 2 && count("类型: 社区") >= 2, "villages and urban communities");
    for kind in KINDS {
        let records = content.paths().iter().filter(|p| p.split('/').nth(1) == Some(kind.folder)).count();
        assert!(records > 0, "no record in {}", kind.folder);
    }
    let months = content.paths().iter().filter(|p| p.starts_with("junying/finance/")).count();
    assert!(months >= 36, "three years of finance for one village, not {months} months");
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let found = links::complaints(&BUILT.0.path("output"));
    assert!(found.is_empty(), "{} complaints:\n{}", found.len(), found.join("\n"));
}

#[test]
fn links_stay_alive_when_one_site_is_hosted_alone() {
    // All but the way up to the portal, which is not there then.
    let found = links::complaints(&BUILT.0.path("output/junying"));
    let up = |line: &&String| !line.contains("<a href=\"../") || !line.contains("leads out of the output");
    let other: Vec<&String> = found.iter().filter(up).collect();
    assert!(other.is_empty(), "{other:#?}");
    for page in pages().filter(|p| p.route.starts_with("junying/")) {
        let depth = page.route.matches('/').count() - 1;
        let leaving = "../".repeat(depth + 1);
        for link in
            page.all("a[href]").iter().filter_map(|e| e.value().attr("href")).filter(|h| h.starts_with(&leaving))
        {
            let target = &link[leaving.len()..];
            assert!(target.starts_with("regions/") || target == "index.html", "{}: {link}", page.route);
        }
    }
}

#[test]
fn every_template_is_used() {
    let templates = Tree::read(&crate::kit::project("themes/default/templates"));
    let pages: BTreeSet<String> = pages().map(|p| p.route.split('/').skip(1).collect::<Vec<_>>().join("/")).collect();
    let shows = |wanted: &dyn Fn(&str) -> bool| pages.iter().any(|p| wanted(p));
    for template in templates.paths() {
        let name = template.trim_end_matches(".html");
        let ok = match name {
            "base" | "record" => true,
            part if part.starts_with("parts-") => true,
            "home" => pages.contains("index.html"),
            "portal" => BUILT.0.path("output/index.html").is_file(),
            "portal-all" => BUILT.0.path("output/all/index.html").is_file(),
            "portal-stars" => BUILT.0.path("output/stars/index.html").is_file(),
            // Pages of long lists: `portals.rs` shows them, for the sample is small.
            "portal-list" | "portal-stars-list" => true,
            "matrix" => BUILT.0.path("output/matrix/index.html").is_file(),
            // Not a page of the sites: `gongkai report` makes it, and its tests read it.
            "report" | "report.css" => true,
            // Nor these: `gongkai print` makes them, and `print.rs` reads them.
            "sheets" | "sheets.css" | "letter" => true,
            "board" => shows(&|p| p.starts_with("print/")),
            "catalogue" | "corrections" | "data" | "law" | "periods" | "search" => {
                pages.contains(&format!("{name}/index.html"))
            }
            // Pages of sealed sites: `ledger.rs` and `ledger_years.rs` show them, for the sample is not sealed.
            "history" | "history-year" | "version" | "withdrawn" => true,
            "letters" => pages.contains("search/letters.html"),
            "404" => pages.contains("404.html"),
            "section" => pages.contains("pages/index.html"),
            other => {
                let kind = KINDS.iter().find(|k| other.trim_end_matches("-section") == k.name);
                let Some(kind) = kind else { panic!("{template}: which page shows it?") };
                let folder = format!("{}/", kind.folder);
                let index = format!("{folder}index.html");
                let section = other.ends_with("-section");
                shows(&|p| p.starts_with(&folder) && (p == index) == section)
            }
        };
        assert!(ok, "no page of the sample shows {template}");
    }
}

#[test]
fn data_files_can_be_read() {
    for (path, file) in Tree::read(&BUILT.0.path("output")).0 {
        let text = || String::from_utf8(file.bytes.clone()).unwrap_or_else(|e| panic!("{path}: {e}"));
        let json =
            |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap_or_else(|e| panic!("{path}: {e}")) };
        if path.ends_with("search/meta.js") {
            let text = text();
            let call = text.strip_prefix("gk(\"meta\",").and_then(|t| t.trim_end().strip_suffix(");"));
            let meta = json(call.unwrap_or_else(|| panic!("{path}: not one call")));
            for row in meta["docs"].as_array().into_iter().flatten() {
                let url = row[0].as_str().expect("an address");
                assert!(BUILT.0.path("output").join(path.replace("search/meta.js", url)).is_file(), "{path}: {url}");
            }
        } else if path.ends_with(".json") {
            json(&text());
        } else if path.ends_with(".csv") && path.contains("/data/") {
            let text = text();
            let body = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{path}: Excel needs a byte-order mark"));
            let mut rows = csv::Reader::from_reader(body.as_bytes());
            for row in rows.records() {
                row.unwrap_or_else(|e| panic!("{path}: {e}"));
            }
        } else if path.ends_with(".xml") {
            let text = text();
            assert!(text.starts_with("<?xml") && text.trim_end().ends_with('>'), "{path}: {text}");
        }
    }
}

#[test]
fn manifests_name_every_file_with_its_hash() {
    use sha2::{Digest, Sha256};
    let tree = Tree::read(&BUILT.0.path("output"));
    let mut named = BTreeSet::new();
    for (path, file) in tree.0.iter().filter(|(p, _)| p.ends_with("manifest.json")) {
        let folder = path.trim_end_matches("manifest.json");
        named.insert(path.clone());
        let manifest: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
        for entry in manifest["files"].as_array().expect("a list") {
            let full = format!("{folder}{}", entry["path"].as_str().expect("a path"));
            let bytes = &tree.0.get(&full).unwrap_or_else(|| panic!("{full} is named but missing")).bytes;
            let digest: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!(entry["sha256"].as_str(), Some(digest.as_str()), "{full}");
            assert_eq!(entry["size"].as_u64(), Some(bytes.len() as u64), "{full}");
            named.insert(full);
        }
    }
    let unnamed: Vec<&String> = tree.0.keys().filter(|p| !named.contains(*p)).collect();
    assert!(unnamed.is_empty(), "no manifest names {unnamed:?}");
}

#[test]
fn what_is_invented_says_so() {
    for page in pages() {
        let text = page.all("body")[0].text().collect::<String>();
        assert!(text.contains("示例"), "{} does not say that it is an example", page.route);
    }
}
