//! The touch screen in the hall: everybody can read and touch it, nobody can leave it, and it goes home by itself.
//!
//! In: the sample under the theme `kiosk`. Out: what axe and a visitor find. Never waits: the browser's clock is moved.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::{Value, json};

use crate::access;
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

fn screen() -> SiteTest {
    let site = SiteTest::sample();
    site.replace("content/site.yaml", "主题: default", "主题: kiosk\n基址: https://gk.example.cn/");
    site.build();
    site
}

#[test]
fn no_link_of_the_touch_screen_leads_away() {
    let site = screen();
    let mut links = 0;
    for path in site.output().paths().into_iter().filter(|p| p.ends_with(".html")) {
        let page = site.page(path);
        for link in page.all("a[href]").iter().filter_map(|a| a.value().attr("href")) {
            let plain = link.split(['?', '#']).next().unwrap_or_default();
            assert!((plain.is_empty() || plain.ends_with(".html")) && !plain.contains(':'), "{path}: {link}");
            links += 1;
        }
        let ways = page.all("[data-kiosk=home]");
        assert_eq!(ways.len(), 1, "{path}: without a script too there is a way home");
    }
    assert!(links > 5000, "only {links} links");
    let page = site.page("junying/index.html");
    assert!(page.all(".share textarea, .tools").is_empty(), "nothing to copy, nothing for a reader's own browser");
    assert!(!page.all(".share svg.qr").is_empty(), "a page can be taken away on a phone");
}

#[test]
fn a_visitor_reads_touches_listens_and_goes() {
    if !wanted() {
        return;
    }
    let site = screen();
    // Of each folder of one village the first page that axe is asked about elsewhere too.
    let mut folders = BTreeSet::new();
    let mut pages = access::pages(&site);
    pages.retain(|p| p.starts_with("junying/") && folders.insert(p.rsplit_once('/').map(|(f, _)| f.to_owned())));
    assert!(pages.len() >= 12, "{pages:?}");
    access::judge(&site, &pages, 2, Some(r#"[[1080,"","",1920],[1920,"","",1080]]"#));
    let list = site.path("pages.json");
    let run = Command::new("node")
        .current_dir(project("tests/browser"))
        .arg("kiosk.mjs")
        .arg(site.path("output"))
        .arg(&list)
        .arg("junying")
        .output()
        .unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let err = String::from_utf8_lossy(&run.stderr);
    let seen: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {err}"));
    for what in ["complaints", "small", "away"] {
        assert_eq!(seen[what], json!([]), "{what}");
    }
    assert!(seen["least"].as_f64() >= Some(23.9), "type is too small: {}", seen["least"]);
    let idle = &seen["idle"];
    for what in ["calm", "touched", "asks", "on", "escape", "again", "home", "stays"] {
        assert_eq!(idle[what], json!(true), "{what}: {idle:#}");
    }
    assert_eq!((&idle["pressed"], &idle["own"]), (&json!("true"), &json!("false")));
    let told = idle["told"].as_array().expect("a list");
    assert_eq!(told[0], "alertdialog");
    assert_eq!(told[1], "还在看吗？");
    assert!(told[2].as_str().is_some_and(|t| t.contains("30 秒内")), "{told:?}");
    assert_eq!(told[3], "继续看", "the safe answer has the focus");
    let speech = &seen["speech"];
    let said: Vec<&str> = speech["said"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(said.iter().any(|line| speech["title"].as_str().is_some_and(|t| line.contains(t))), "{speech:#}");
    assert_eq!((&speech["button"], &speech["after"]), (&json!("停止朗读"), &json!("朗读本页")));
    assert!(speech["cancelled"].as_u64() >= Some(1), "{speech:#}");
    assert_eq!(seen["silent"], json!(true), "without a voice there is no button");
}
