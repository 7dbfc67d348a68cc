//! Open data: what a re-user downloads, read by programs that are not ours.
//!
//! In: the sample. Out: what Frictionless says of the data package, and whether workbook, lists and votes agree.
//! Frictionless is asked where `GONGKAI_BROWSER` is set: `tests/run` installs it.

use std::process::Command;

use serde_json::Value;

use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

fn json(site: &SiteTest, path: &str) -> Value {
    serde_json::from_str(&site.read(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[test]
fn the_package_describes_every_table_and_every_column() {
    let site = SiteTest::two();
    site.build();
    let package = json(&site, "output/shanghe/datapackage.json");
    let resources = package["resources"].as_array().expect("resources");
    let mut described: Vec<&str> = resources.iter().filter_map(|r| r["path"].as_str()).collect();
    described.sort_unstable();
    let output = site.output();
    let tables: Vec<&str> = output
        .paths()
        .into_iter()
        .filter_map(|p| p.strip_prefix("shanghe/"))
        .filter(|p| p.ends_with(".csv") || *p == "data/votes.json")
        .collect();
    assert_eq!(described, tables);
    for resource in resources.iter().filter(|r| r["format"] == "csv") {
        let path = resource["path"].as_str().expect("a path");
        let text = site.read(&format!("output/shanghe/{path}"));
        let head = text.trim_start_matches('\u{feff}').split("\r\n").next().unwrap_or_default();
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let names: Vec<&str> = fields.iter().filter_map(|f| f["name"].as_str()).collect();
        assert_eq!(head, names.join(","), "{path}");
    }
}

#[test]
fn frictionless_accepts_every_package_of_the_sample() {
    if !wanted() {
        return;
    }
    let site = SiteTest::sample();
    site.build();
    for id in ["junying", "houhu", "tanhualin"] {
        let run = Command::new(project("tests/peers/.venv/bin/frictionless"))
            .args(["validate", "datapackage.json", "--json"])
            .current_dir(site.path(&format!("output/{id}")))
            .output()
            .unwrap_or_else(|e| panic!("frictionless: {e}; run tests/run once"));
        let told: Value = serde_json::from_slice(&run.stdout)
            .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&run.stderr)));
        assert_eq!((&told["valid"], &told["stats"]["errors"]), (&Value::Bool(true), &Value::from(0)), "{id}: {told:#}");
        assert!(told["stats"]["tasks"].as_u64().is_some_and(|n| n >= 5), "{id}: too little was read");
    }
}

#[test]
fn votes_are_told_as_popolo_has_them() {
    let site = SiteTest::two();
    site.build();
    let votes = json(&site, "output/shanghe/data/votes.json");
    let bodies: Vec<&str> =
        votes["organizations"].as_array().expect("a list").iter().filter_map(|o| o["id"].as_str()).collect();
    let motion = &votes["motions"][0];
    assert_eq!(motion["sources"][0]["url"], "decisions/lu-deng.html");
    let events = motion["vote_events"].as_array().expect("events");
    assert!(!events.is_empty());
    for event in events {
        assert!(bodies.contains(&event["organization_id"].as_str().expect("a body")), "{event}");
        assert_eq!(event["motion_id"], motion["id"]);
    }
    let last = events.last().expect("a vote");
    assert_eq!((&last["identifier"], &last["result"]), (&"村民代表会议决议".into(), &"pass".into()), "{last:#}");
    let counts: Vec<String> = last["counts"]
        .as_array()
        .expect("counts")
        .iter()
        .map(|c| format!("{} {}", c["option"].as_str().unwrap_or_default(), c["value"]))
        .collect();
    let record = site.read("content/communities/shanghe/decisions/lu-deng.md");
    assert_eq!(counts, ["yes 24", "no 1", "abstain 1", "absent 5"], "{record}");
}

#[test]
fn a_text_longer_than_a_cell_of_a_workbook_is_cut_there_and_whole_elsewhere() {
    let site = SiteTest::two();
    let long = "长".repeat(40_000);
    site.replace("content/communities/shanghe/disclosures/kang-han.md", "摘要: 发放", &format!("摘要: {long}发放"));
    site.build();
    assert!(site.read("output/shanghe/data/disclosures.csv").contains(&long));
    let bytes = std::fs::read(site.path("output/shanghe/data/gongkai.xlsx")).expect("a workbook");
    let book = gongkai::sheet::read(&bytes).expect("it can be read");
    let told = format!("{:?}", book.sheets);
    assert!(told.contains(&format!("{}…", "长".repeat(32_766))) && !told.contains(&"长".repeat(32_767)));
}

#[test]
fn terms_are_told_where_the_settings_have_them() {
    let site = SiteTest::two();
    site.build();
    assert!(site.page("shanghe/data/index.html").main().contains("发布者没有另行说明使用条件"));
    assert_eq!(json(&site, "output/shanghe/datapackage.json").get("licenses"), None);
    let terms = "数据许可: {名称: 署名许可, 标识: CC-BY-4.0, 网址: https://example.org/by}\n";
    site.write("content/site.yaml", format!("{}\n{terms}", site.read("content/site.yaml")));
    site.build();
    assert_eq!(
        json(&site, "output/shanghe/datapackage.json")["licenses"],
        serde_json::json!([{ "name": "CC-BY-4.0", "title": "署名许可", "path": "https://example.org/by" }])
    );
    let page = site.page("shanghe/data/index.html");
    let link = page.all("a[rel~=license]");
    assert_eq!(link.first().and_then(|a| a.value().attr("href")), Some("https://example.org/by"));
}
