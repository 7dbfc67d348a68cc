//! The index of archives: read without scripts, and searched over all years.
//!
//! In: bags of two communities and two years. Out: the list as a reader sees it, what a search finds from the disk.
//! Never looks into a bag but by the links of the index.

use std::fs;
use std::process::Command;

use gongkai::archive::{self, Request};
use gongkai::value::Date;
use gongkai::world::DiskWorld;
use serde_json::{Value, json};

use crate::kit::ledger::{begin, build_on, seal};
use crate::kit::page::{Page, text_of};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

const DAY: Date = Date::constant(2026, 11, 23);
const NEXT: Date = Date::constant(2027, 1, 8);

fn archive_on(site: &SiteTest, day: Date) {
    let (output, out) = (site.path("output"), site.path("archive"));
    let request = Request { output: &output, out: &out, year: day.year(), only: &[], browser: None };
    archive::archive(&DiskWorld::new(site.root(), day), &request).expect("made");
}

/// Two communities in 2026, of which one goes on into 2027, where it takes a record back.
fn two_years() -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "shanghe", DAY);
    seal(&site, DAY);
    build_on(&site, DAY);
    archive_on(&site, DAY);
    site.write(
        "content/communities/shanghe/pages/xin-chun.md",
        "---\n标题: 新春团拜安排\n栏目: 村情\n公开日期: 2027-01-05\n示例: 是\n---\n示例。\n",
    );
    site.remove("content/communities/shanghe/queries/bu-tie.md");
    let file = "content/communities/shanghe/community.yaml";
    let withdrawal =
        "撤回:\n  - {记录: queries/bu-tie, 日期: 2027-01-06, 理由: 误登个人信息, 决定机构: 村务监督委员会}\n";
    site.write(file, format!("{}{withdrawal}", site.read(file)));
    seal(&site, NEXT);
    build_on(&site, NEXT);
    archive_on(&site, NEXT);
    site
}

#[test]
fn the_index_is_read_without_scripts_and_leads_into_every_bag() {
    let site = two_years();
    let page = Page::read(&site.path("archive"), "index.html");
    let headings: Vec<String> = page.all("h3").into_iter().map(text_of).collect();
    assert_eq!(headings.len(), 2, "{headings:?}");
    let years: Vec<String> = page.all("section li").into_iter().map(text_of).collect();
    assert_eq!(years.len(), 4, "{years:#?}");
    assert!(years.iter().any(|y| y.starts_with("2027 说明 归档日期 2027-01-08 · ")), "{years:#?}");
    assert!(years.iter().filter(|y| y.contains("账本 example.com/shanghe/ledger")).count() == 2, "{years:#?}");
    let mut pages = vec!["index.html".to_owned()];
    for link in page.all("section p a[href]") {
        pages.push(link.value().attr("href").expect("a link").to_owned());
    }
    assert_eq!(pages[1..], ["records/heping.html", "records/shanghe.html"]);
    for route in &pages {
        let page = Page::read(&site.path("archive"), route);
        let folder = site.path("archive").join(route);
        for link in page.all("a[href]") {
            let target = folder.parent().expect("a folder").join(link.value().attr("href").expect("a link"));
            assert!(target.is_file(), "{route}: {}", target.display());
        }
    }
    let records = Page::read(&site.path("archive"), "records/shanghe.html");
    let years: Vec<String> = records.all("h2").into_iter().map(text_of).collect();
    assert_eq!(years, ["2027", "2026"]);
    let text = records.main();
    assert!(text.contains("新春团拜安排 2027-01-05"), "{text}");
    assert!(text.contains("二组路灯改造 2026-03-21 议事决策 永久"), "{text}");
    assert!(text.ends_with("后来撤回、不再列出的记录：1 份"), "{text}");
    let title = "高龄补贴怎么领";
    for file in ["records/shanghe.html", "data.js"] {
        assert!(!site.read(&format!("archive/{file}")).contains(title), "{file} names what was taken back");
    }
    // A community whose bags are gone has no page either.
    fs::remove_dir_all(site.path("archive/heping-2026")).expect("removed");
    fs::remove_dir_all(site.path("archive/heping-2027")).expect("removed");
    let (output, out) = (site.path("output"), site.path("archive"));
    let request = Request { output: &output, out: &out, year: 2027, only: &["shanghe".into()], browser: None };
    archive::archive(&DiskWorld::new(site.root(), NEXT), &request).expect("made");
    assert!(!site.path("archive/records/heping.html").exists());
}

#[test]
fn a_search_finds_records_of_all_years_from_the_disk() {
    if !wanted() {
        return;
    }
    let site = two_years();
    let mut node = Command::new("node");
    node.current_dir(project("tests/browser")).arg("archive.mjs").arg(site.path("archive"));
    let run = node.output().expect("node; run tests/run once");
    let seen: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| {
        panic!("{e}: {}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
    });
    assert_eq!(seen["complaints"], json!([]));
    assert_eq!(seen["without"], json!({ "form": false, "bags": 4 }), "without scripts there is the list");
    assert_eq!(seen["路灯改造"]["count"], "找到 1", "{seen:#}");
    assert_eq!(seen["路灯改造"]["titles"], json!(["二组路灯改造"]));
    assert_eq!(seen["２０２７ 团拜"]["titles"], json!(["新春团拜安排"]), "wide digits are digits");
    assert_eq!(seen["没有这几个字"], json!({ "count": "没有找到。", "titles": [] }));
    assert!(seen["of2026"]["titles"].as_array().is_some_and(|titles| titles.len() > 8), "{seen:#}");
    assert_eq!(seen["opened"], "二组路灯改造", "a result leads to its page");
}
