//! Languages: the frame in one that is not whole, records that say the same in several.
//!
//! In: the two small communities, with other settings and translations. Out: what readers of each language meet, marked
//! as what it is. Never judges a translation.

use std::process::Command;

use serde_json::Value;

use crate::kit::links;
use crate::kit::page::text_of;
use crate::kit::program::run;
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

const ABOUT: &str = "content/communities/shanghe/pages/cun-qing.md";

fn in_language(name: &str) -> SiteTest {
    let site = SiteTest::two();
    site.replace("content/site.yaml", "发布者:", &format!("语言: {name}\n发布者:"));
    site
}

/// The village's own page, in English and Tibetan letters as well. The Tibetan is the name of the language alone.
fn translated(site: SiteTest) -> SiteTest {
    let translations = "译文:\n  - {语言: 英文, 标题: About the village}\n  \
                        - 语言: 藏文\n    标题: བོད་སྐད་\n    正文: |\n      # བོད་སྐད་\n\n      [བོད་](#བོད་སྐད་)\n";
    site.replace(ABOUT, "---\n", &format!("---\n{translations}"));
    site
}

#[test]
fn a_frame_in_uyghur_runs_from_right_to_left_and_says_what_is_only_chinese() {
    let site = in_language("维吾尔文");
    site.build();
    assert_eq!(links::complaints(&site.path("output")), Vec::<String>::new());
    let mut pages = 0;
    for route in site.output().paths().into_iter().filter(|p| p.ends_with(".html") && !p.contains("verify")) {
        let page = site.page(route);
        let html = page.all("html")[0].value();
        assert_eq!((html.attr("lang"), html.attr("dir")), (Some("ug"), Some("rtl")), "{route}");
        pages += 1;
    }
    assert!(pages > 40, "{pages} pages");
    let page = site.page("shanghe/pages/cun-qing.html");
    assert_eq!(page.all("h1")[0].value().attr("lang"), Some("zh-CN"));
    assert_eq!(text_of(page.all(".tongue")[0]), "（仅有汉文）");
    let prose = page.all(".prose")[0].value();
    assert_eq!((prose.attr("lang"), prose.attr("dir")), (Some("zh-CN"), Some("ltr")));
}

#[test]
fn a_frame_in_chinese_has_no_such_notes() {
    let site = SiteTest::two();
    site.build();
    let page = site.page("shanghe/pages/cun-qing.html");
    assert_eq!(page.all("html")[0].value().attr("dir"), Some("ltr"));
    assert!(page.all(".tongue").is_empty() && page.all("h1[lang]").is_empty() && page.all(".prose[lang]").is_empty());
}

#[test]
fn traditional_signs_are_made_for_the_frame_and_records_stay_as_they_are() {
    let site = in_language("繁体中文");
    site.build();
    let page = site.page("shanghe/pages/cun-qing.html");
    assert_eq!(page.all("html")[0].value().attr("lang"), Some("zh-Hant"));
    let nav = text_of(page.all("nav.nav")[0]);
    assert!(nav.contains("財務") && nav.contains("目錄") && !nav.contains("财务"), "{nav}");
    assert_eq!(text_of(page.all("h1")[0]), "村情", "words of a record are not changed");
    assert!(page.all(".tongue").is_empty(), "who reads one reads the other");
    let decision = site.page("shanghe/decisions/lu-deng.html").main();
    assert!(decision.contains("應到") && decision.contains("公開"), "{decision}");
}

#[test]
fn a_record_stands_in_every_language_it_has() {
    let site = translated(SiteTest::two());
    site.build();
    assert_eq!(links::complaints(&site.path("output")), Vec::<String>::new());
    let page = site.page("shanghe/pages/cun-qing.html");
    assert_eq!(text_of(page.all("h1")[0]), "村情");
    let others: Vec<(Option<&str>, String)> =
        page.all(".translation").into_iter().map(|s| (s.value().attr("lang"), text_of(s))).collect();
    let want =
        [(Some("en"), "About the village English".to_owned()), (Some("bo"), "བོད་སྐད་ བོད་སྐད་\nབོད་སྐད་\nབོད་".to_owned())];
    assert_eq!(others, want);
    let data: Value = serde_json::from_str(&site.read("output/shanghe/pages/cun-qing.json")).expect("JSON");
    assert_eq!(data["record"]["translations"][0]["title"], "About the village");
    let other: Value = serde_json::from_str(&site.read("output/shanghe/queries/bu-tie.json")).expect("JSON");
    assert_eq!(other["record"].get("translations"), None, "what has none is as it was before there were any");
    let found = site.output().0.iter().any(|(path, file)| {
        path.starts_with("shanghe/search/") && String::from_utf8_lossy(&file.bytes).contains("About the village")
    });
    assert!(found, "translations can be searched");
}

#[test]
fn readers_of_a_translation_meet_it_in_lists_and_the_original_below() {
    let site = translated(in_language("en"));
    site.build();
    let list = site.page("shanghe/pages/index.html").main();
    assert!(list.contains("About the village"), "{list}");
    let page = site.page("shanghe/pages/cun-qing.html");
    assert_eq!(text_of(page.all("h1")[0]), "About the village");
    let original = page.all(".tongue span")[0];
    assert_eq!((text_of(original), original.value().attr("lang")), ("村情".to_owned(), Some("zh-CN")));
    let alone = site.page("shanghe/queries/bu-tie.html");
    assert_eq!(text_of(alone.all(".tongue")[0]), "(in Chinese only)");
}

#[test]
fn the_doctor_counts_what_is_translated() {
    let site = in_language("ug");
    let told = run(site.root(), &["doctor", "--lang", "zh"]);
    let line = told.out.lines().find(|l| l.contains("页面语言 ug")).unwrap_or_else(|| panic!("{}", told.out));
    assert!(line.starts_with("! ") && line.contains("译了 1 条"), "{line}");
    let site = in_language("zh-Hant");
    let told = run(site.root(), &["doctor", "--lang", "zh"]);
    assert!(told.out.contains("✓ 页面语言 zh-Hant"), "{}", told.out);
}

#[test]
fn a_word_that_somebody_translated_shows_at_once() {
    let site = in_language("壮文");
    crate::kit::tree::copy(&project("themes/default"), &site.path("themes/default"));
    site.write("themes/default/locales/za/frame.ftl", "search = (za)\n");
    site.build();
    let tools = text_of(site.page("shanghe/index.html").all(".tools")[0]);
    assert!(tools.contains("(za)"), "{tools}");
}

#[test]
fn pages_from_right_to_left_fit_a_phone_and_need_no_script() {
    if !wanted() {
        return;
    }
    let site = in_language("ug");
    site.build();
    let run = Command::new("node")
        .current_dir(project("tests/browser"))
        .args(["quiet.mjs"])
        .arg(site.path("output"))
        .output()
        .unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let err = String::from_utf8_lossy(&run.stderr);
    let told: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {err}"));
    assert_eq!(told["complaints"], Value::Array(Vec::new()), "{told:#}");
    assert!(told["seen"].as_u64().is_some_and(|n| n >= 40), "{told}");
}
