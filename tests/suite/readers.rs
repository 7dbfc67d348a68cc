//! Feeds, calendars, sitemaps and linked data, read by programs that are not ours.
//!
//! In: the sample with an address of its own. Out: what these programs complain of. The addresses of linked data are
//! followed here; the peers are asked where `GONGKAI_BROWSER` is set: `tests/run` installs them.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::kit::page::Page;
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

const BASE: &str = "https://gk.example.cn/";

fn with_base() -> SiteTest {
    let site = SiteTest::sample();
    site.replace("content/site.yaml", "辖区:", &format!("基址: {BASE}\n辖区:"));
    site.build();
    site
}

/// What a page says of itself to programs.
fn linked(page: &Page) -> Option<Value> {
    let found = page.all("head script[type='application/ld+json']");
    assert!(found.len() <= 1, "{}: {} graphs", page.route, found.len());
    let text: String = found.first()?.text().collect();
    assert!(!text.contains('<'), "{}", page.route);
    Some(serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}: {text}", page.route)))
}

/// Every address in a graph.
fn addresses(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                match inner.as_str() {
                    Some(text) if matches!(key.as_str(), "url" | "item" | "contentUrl") => found.push(text.to_owned()),
                    _ => addresses(inner, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| addresses(inner, found)),
        _ => {}
    }
}

#[test]
fn what_pages_say_to_programs_leads_to_pages_and_files_that_are_there() {
    for (site, base) in [(SiteTest::two(), ""), (SiteTest::two(), BASE)] {
        if !base.is_empty() {
            site.replace("content/site.yaml", "辖区:", &format!("基址: {base}\n辖区:"));
        }
        site.build();
        let mut graphs = 0;
        for route in site.output().paths().into_iter().filter(|p| p.ends_with(".html")) {
            let page = site.page(route);
            let Some(graph) = linked(&page) else { continue };
            graphs += 1;
            let mut all = Vec::new();
            addresses(&graph, &mut all);
            assert!(!all.is_empty(), "{route}");
            for address in all {
                let mut place = site.path("output");
                match address.strip_prefix(base) {
                    Some(path) if !base.is_empty() => place.push(path),
                    _ => place.extend([route, "..", &address]),
                }
                let place = if address.ends_with('/') { place.join("index.html") } else { place };
                let plain = std::path::absolute(&place).expect("a path").display().to_string();
                let plain = tidy(&plain);
                assert!(std::path::Path::new(&plain).is_file(), "{route}: {address}: {plain}");
            }
        }
        assert!(graphs > 10, "{graphs} pages say what they are");
    }
}

/// A path without steps back.
fn tidy(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn a_record_says_what_it_is() {
    let site = SiteTest::two();
    site.build();
    let graph = linked(&site.page("shanghe/finance/2026-09.html")).expect("a graph");
    let work = &graph["@graph"][0];
    assert_eq!((&graph["@context"], &work["@type"]), (&"https://schema.org".into(), &"Report".into()));
    assert_eq!(work["temporalCoverage"], "2026-09-01/2026-09-30");
    assert_eq!(work["encoding"]["contentUrl"], "../finance/2026-09.json");
    assert_eq!(work["publisher"]["name"], "上河村");
    let way: Vec<&Value> = graph["@graph"][1]["itemListElement"].as_array().expect("steps").iter().collect();
    assert_eq!((way.len(), &way[0]["item"], &way[2]["name"]), (3, &"../index.html".into(), &work["name"]));
    let decision = linked(&site.page("shanghe/decisions/lu-deng.html")).expect("a graph");
    let events = decision["@graph"][0]["about"].as_array().expect("votes");
    assert!(events.iter().all(|e| e["@type"] == "Event" && e["startDate"].as_str().is_some()), "{events:?}");
    let home = linked(&site.page("shanghe/index.html")).expect("a graph");
    assert_eq!(home["@graph"][0]["@type"], "Organization");
    let data = linked(&site.page("shanghe/data/index.html")).expect("a graph");
    assert_eq!(data["@graph"][0]["@type"], "Dataset");
    assert_eq!(data["@graph"][0]["distribution"][0]["encodingFormat"], "text/csv");
}

#[test]
fn readers_of_feeds_calendars_and_linked_data_complain_of_nothing() {
    if !wanted() {
        return;
    }
    let site = with_base();
    for id in ["junying", "tanhualin"] {
        let mut lines = String::new();
        for route in site.output().paths().into_iter().filter(|p| p.starts_with(id) && p.ends_with(".html")) {
            if let Some(document) = linked(&site.page(route)) {
                lines.push_str(&format!("{}\n", json!({ "base": format!("{BASE}{route}"), "document": document })));
            }
        }
        let told = ask(&site, id, &lines);
        assert_eq!(told["complaints"], Value::Array(Vec::new()), "{id}: {told:#}");
        for what in ["atom", "json_feed", "events"] {
            assert!(told[what].as_u64().is_some_and(|n| n > 5), "{id}: {what} of {told}");
        }
        for kind in ["Organization", "Report", "Article", "Dataset", "BreadcrumbList"] {
            assert!(told["linked"][kind].as_u64().is_some(), "{id}: no {kind} in {told}");
        }
    }
}

fn ask(site: &SiteTest, id: &str, lines: &str) -> Value {
    let mut child = Command::new(project("tests/peers/.venv/bin/python"))
        .arg(project("tests/peers/readers.py"))
        .arg(site.path(&format!("output/{id}")))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("python: {e}; run tests/run once"));
    let mut pipe = child.stdin.take().expect("a pipe");
    let text = lines.to_owned();
    let writer = std::thread::spawn(move || pipe.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("no panic").expect("it reads to the end");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {output:?}"))
}

#[test]
fn another_reader_of_sitemaps_finds_every_page() {
    if !wanted() {
        return;
    }
    let site = with_base();
    let path = site.path("output/junying/sitemap.xml");
    let run = Command::new("node")
        .current_dir(project("tests/browser"))
        .arg("sitemap.mjs")
        .arg(&path)
        .output()
        .unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let told: Value =
        serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&run.stderr)));
    let list = told[path.display().to_string()].as_array().expect("addresses").clone();
    let mut listed: Vec<&str> = list.iter().map(|a| a.as_str().expect("an address")).collect();
    listed.sort_unstable();
    let output = site.output();
    let pages = output.paths().into_iter().filter(|p| p.starts_with("junying/") && p.ends_with(".html"));
    let mut there: Vec<String> =
        pages.filter(|p| !p.ends_with("/404.html") && !p.contains("/verify/")).map(|p| format!("{BASE}{p}")).collect();
    there.sort_unstable();
    assert_eq!(listed, there);
}

#[test]
fn scripts_are_of_2017_and_style_sheets_turn_with_the_language() {
    if !wanted() {
        return;
    }
    let site = SiteTest::two();
    site.build();
    let run = Command::new("node")
        .current_dir(project("tests/browser"))
        .arg("scripts.mjs")
        .args([site.path("output"), project("src"), project("themes/default/assets")])
        .output()
        .unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let told: Value =
        serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&run.stderr)));
    assert_eq!(told["complaints"], Value::Array(Vec::new()), "{told:#}");
    let read = |what: &str| told[what].as_u64().unwrap_or_default();
    assert!(read("scripts") > 10 && read("styles") > 5, "{told}");
}
