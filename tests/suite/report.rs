//! Reports: what a bureau reads, in each form.
//!
//! In: the two small communities, with something late, missing, broken and waited for. Out: JSON, CSV and
//! the text of the HTML against `tests/expected/report/`; the workbook as LibreOffice reads it.
//! Never compares markup.

use std::fs;
use std::path::Path;
use std::process::Command;

use gongkai::build::Options;
use gongkai::report::{self, Form, Request};
use gongkai::value::Period;
use scraper::Html;
use serde_json::Value;

use crate::kit::expect;
use crate::kit::page::{Page, text_of};
use crate::kit::program::run;
use crate::kit::site::SiteTest;

const DAY: [&str; 2] = ["--as-of", "2026-11-23"];

/// Short catalogues of a county: one item of each rhythm.
const VILLAGES: &str =
    "标识: cunwu\n名称: 村务公开目录\n适用: [村]\n来源: [{名称: 示例县目录, 版本: 2026年, 可信度: 中}]\n条目:
  - {代码: D1, 五务: 党务, 名称: 班子分工, 频率: 长期, 依据: 示例县目录}
  - {代码: D2, 五务: 党务, 名称: 年度目标, 频率: 每年, 限期天数: 90, 依据: 示例县目录}
  - {代码: D4, 五务: 党务, 名称: 党费收缴, 频率: 每半年, 限期: 15, 依据: 示例县目录}
  - {代码: F2, 五务: 财务, 名称: 财务收支, 频率: 每月, 限期: 15, 依据: 示例县目录}
  - {代码: A2, 五务: 事务, 名称: 补贴发放, 频率: 每季度, 限期: 20, 依据: 示例县目录}
  - {代码: A3, 五务: 事务, 名称: 救灾款物, 频率: 随时, 限期天数: 10, 依据: 示例县目录}
  - {代码: A5, 五务: 事务, 名称: 矛盾调解, 频率: 每季度, 限期: 15, 依据: 示例县目录}
";
const URBAN: &str =
    "标识: juwu\n名称: 居务公开目录\n适用: [社区]\n来源: [{名称: 示例县目录, 版本: 2026年, 可信度: 中}]\n条目:
  - {代码: D1, 五务: 党务, 名称: 社区班子分工, 频率: 长期, 依据: 示例县目录}
  - {代码: F2, 五务: 财务, 名称: 社区财务收支, 频率: 每季度, 限期: 15, 依据: 示例县目录}
";

/// Three communities since April: some duties done in time, some late, some missing; a record with errors,
/// and a second village to be compared with.
fn bureau() -> SiteTest {
    let site = SiteTest::two();
    site.write("content/profiles/catalogues/cunwu.yaml", VILLAGES);
    site.write("content/profiles/catalogues/juwu.yaml", URBAN);
    for id in ["shanghe", "heping"] {
        let head = format!("content/communities/{id}/community.yaml");
        site.replace(&head, "生效: 2026-10-01", "生效: 2026-04-01");
    }
    let head = site.read("content/communities/shanghe/community.yaml");
    let head = head.replace("上河村", "下河村").replace("河口街道", "山口街道");
    site.write("content/communities/xiahe/community.yaml", head);
    let disclosed = |item: &str, period: &str, published: &str| {
        format!(
            "---\n标题: {period}{item}（示例）\n目录项: {item}\n期间: {period}\n公开日期: {published}\n至: 2026-11-20\n\
             审核: {{机构: 村务监督委员会, 人: 李某某, 日期: {published}, 意见: 同意}}\n示例: 是\n---\n"
        )
    };
    for (name, item, period, published) in [
        ("a2-q3", "A2", "2026Q3", "2026-10-12"),
        ("a5-q3", "A5", "2026Q3", "2026-10-20"),
        ("a2-q2", "A2", "2026Q2", "2026-07-10"),
    ] {
        let path = format!("content/communities/xiahe/disclosures/{name}.md");
        site.write(&path, disclosed(item, period, published));
    }
    let nothing = disclosed("A2", "2026Q3", "2026-10-18").replace("示例: 是", "不适用: 本季没有发放补贴\n示例: 是");
    site.write("content/communities/shanghe/disclosures/a2-q3.md", nothing);
    site.write("content/communities/heping/queries/huai.md", "---\n标题: 坏了的记录（示例）\n示例: 是\n---\n");
    site
}

fn quarter(site: &SiteTest, form: Form) -> Vec<u8> {
    made(site, &Request { period: Period::Quarter(2026, 3), region: None, only: Vec::new(), language: None }, form)
}

fn made(site: &SiteTest, request: &Request, form: Form) -> Vec<u8> {
    let world = site.world();
    let gathered = report::gather(&world, request, &|_, _| {}).expect("readable");
    let report = gathered.report.expect("a report");
    let theme = gongkai::render::Theme::load(&world, "default", gathered.language).expect("the theme");
    report::write(&report, form, &theme, gongkai::locale::messages(gathered.language)).expect("written")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

fn json(site: &SiteTest, request: &Request) -> Value {
    serde_json::from_slice(&made(site, request, Form::Json)).expect("JSON")
}

fn of(period: Period) -> Request {
    Request { period, region: None, only: Vec::new(), language: None }
}

#[test]
fn json_in_full() {
    expect::file("report/2026Q3.json", &text(quarter(&bureau(), Form::Json)));
}

#[test]
fn csv_in_full() {
    let site = bureau();
    let head = "content/communities/xiahe/community.yaml";
    site.replace(head, "名称: 下河村", "名称: \"=HYPERLINK(1)\"");
    let csv = text(quarter(&site, Form::Csv));
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"), "for Excel");
    assert!(csv.contains(",'=HYPERLINK(1),"), "no formula: {csv}");
    expect::file("report/2026Q3.csv", &csv.replace("\r\n", "\n").replace("'=HYPERLINK(1)", "下河村"));
}

#[test]
fn html_stands_alone_and_reads_as_expected() {
    let site = bureau();
    for (language, name) in
        [(gongkai::locale::Language::Chinese, "2026Q3-zh.txt"), (gongkai::locale::Language::English, "2026Q3-en.txt")]
    {
        let request = Request { language: Some(language), ..of(Period::Quarter(2026, 3)) };
        let html = text(made(&site, &request, Form::Html));
        let page = Page { route: "report.html".into(), html: Html::parse_document(&html) };
        assert_eq!(page.all("html")[0].value().attr("lang"), Some(language.tag()));
        for selector in ["script", "link", "img", "iframe", "[src]", "[href]", "[style]", "[onclick]"] {
            assert!(page.all(selector).is_empty(), "{selector}: a report needs nothing but itself");
        }
        assert_eq!((page.all("h1").len(), page.all("style").len(), page.all("main").len()), (1, 1, 1));
        assert!(!html.contains("url(") && !html.contains("@import"), "no other file");
        assert!(html.contains("@page{size:A4"), "prints on A4");
        let words = text_of(page.all("main")[0]);
        expect::file(&format!("report/{name}"), &format!("{words}\n"));
    }
}

#[test]
fn the_same_report_has_the_same_bytes() {
    let site = bureau();
    for form in [Form::Html, Form::Xlsx, Form::Csv, Form::Json] {
        assert!(quarter(&site, form) == quarter(&bureau(), form), "{form:?}");
    }
}

#[test]
fn villages_are_ranked_among_villages_where_there_are_enough_of_them() {
    let site = bureau();
    let ranks = |site: &SiteTest| -> Vec<String> {
        let report = json(site, &of(Period::Quarter(2026, 3)));
        let all = report["communities"].as_array().expect("communities");
        let told = |c: &Value| format!("{} {} {}/{}", c["id"], c["kind"], c["rank"]["place"], c["rank"]["of"]);
        all.iter().map(|c| told(c).replace('"', "")).collect()
    };
    assert_eq!(ranks(&site), ["xiahe village null/null", "shanghe village null/null", "heping urban null/null"]);
    let head = site.read("content/communities/xiahe/community.yaml");
    for other in ["a-wan", "b-wan", "c-wan"] {
        site.write(&format!("content/communities/{other}/community.yaml"), head.replace("下河村", other));
    }
    let now = ranks(&site);
    assert!(now.contains(&"shanghe village 1/5".to_owned()), "{now:?}");
    assert!(now.contains(&"heping urban null/null".to_owned()), "{now:?}");
}

#[test]
fn every_length_of_period_counts_what_ends_in_it() {
    let site = bureau();
    let due = |period: &str| {
        let report = json(&site, &of(Period::parse(period).expect("a period")));
        let row = report["communities"].as_array().expect("rows").iter().find(|c| c["id"] == "xiahe").expect("xiahe");
        let codes: Vec<&str> =
            row["items"].as_array().expect("items").iter().filter_map(|i| i["code"].as_str()).collect();
        (codes.contains(&"F2"), codes.contains(&"A2"), codes.contains(&"D4"), codes.contains(&"D2"))
    };
    // Monthly, quarterly, half-yearly, yearly.
    assert_eq!(due("2026-08"), (true, false, false, false));
    assert_eq!(due("2026-09"), (true, true, false, false));
    assert_eq!(due("2026Q3"), (true, true, false, false));
    assert_eq!(due("2026H1"), (true, true, false, false), "the half-year began before the community's duties");
    assert_eq!(due("2026H2"), (true, true, true, false));
    assert_eq!(due("2026"), (true, true, true, false));
}

#[test]
fn the_numbers_of_the_matrix_are_those_of_the_page() {
    let site = SiteTest::sample();
    site.build();
    let route = "regions/wuhan/caidian/zhurushan/matrix/index.html";
    let page = site.page(route);
    let shown: Vec<String> = page
        .all("table.matrix tbody tr")
        .iter()
        .map(|row| {
            let cells: Vec<String> = row.text().map(str::to_owned).collect();
            cells[..4].join(" ")
        })
        .collect();
    let request = Request { region: Some("侏儒山街道".into()), ..of(Period::Quarter(2026, 3)) };
    let report = json(&site, &request);
    let told: Vec<String> = report["communities"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|c| {
            let s = &c["score"];
            format!("{} {}% {}% {}", c["name"].as_str().expect("a name"), s["complete"], s["on_time"], s["missing"])
        })
        .collect();
    assert_eq!(shown, told);
}

#[test]
fn a_region_is_named_by_path_end_or_address() {
    let site = bureau();
    let names = |region: &str| {
        let request = Request { region: Some(region.into()), ..of(Period::Quarter(2026, 3)) };
        let report = json(&site, &request);
        let ids =
            report["communities"].as_array().expect("rows").iter().map(|c| c["id"].as_str().expect("an id").to_owned());
        ids.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names("示例市/东区/河口街道"), "shanghe heping");
    assert_eq!(names("河口街道"), "shanghe heping");
    assert_eq!(names("东区/山口街道"), "xiahe");
    assert_eq!(names("hekou"), "shanghe heping");
    assert_eq!(names("示例市"), "xiahe shanghe heping");
    let refused = |region: &str, language: &str| {
        let run =
            run(site.root(), &["report", "--period", "2026Q3", "--region", region, "--lang", language, DAY[0], DAY[1]]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
        run.err
    };
    assert_eq!(refused("河口街到", "zh"), "错误: 没有“河口街到”这个地区；最接近的是“示例市/东区/河口街道”。\n");
    assert_eq!(
        refused("河口街到", "en"),
        "error: There is no region “河口街到”; the nearest is “示例市/东区/河口街道”.\n"
    );
    let head = "content/communities/xiahe/community.yaml";
    site.replace(head, "示例市/东区/山口街道", "示例市/西区/河口街道");
    let err = refused("河口街道", "zh");
    assert_eq!(err, "错误: 叫“河口街道”的地区不止一个，请写全：示例市/东区/河口街道、示例市/西区/河口街道。\n");
}

#[test]
fn a_community_that_cannot_be_read_is_reported() {
    let site = bureau();
    site.write("content/communities/po/community.yaml", "名称: 破村\n类型: 村\n上级: [");
    let request = Request { region: Some("山口街道".into()), ..of(Period::Quarter(2026, 3)) };
    let report = json(&site, &request);
    let row = &report["communities"][1];
    assert_eq!((&row["id"], &row["kind"], &row["errors"]), (&"po".into(), &"unknown".into(), &1.into()));
    assert_eq!((&row["todo"][0]["what"], &row["todo"][0]["line"]), (&"mend".into(), &3.into()));
    assert_eq!(report["totals"]["villages"]["communities"], 1, "it is no village that could be counted");
    let html = text(made(&site, &request, Form::Html));
    assert!(html.contains("content/communities/po/community.yaml"), "{html}");
}

#[test]
fn the_command_writes_where_it_says() {
    let site = bureau();
    let report = |arguments: &[&str]| run(site.root(), &[&["report"], arguments, &DAY].concat());
    let done = report(&["--period", "2026Q3"]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{done:?}");
    assert!(done.err.starts_with("报表写好了：gongkai-2026Q3.xlsx。共 3 个村（社区），"), "{}", done.err);
    assert_eq!(fs::read(site.path("gongkai-2026Q3.xlsx")).expect("written")[..2], *b"PK");
    report(&["--period", "2026年10月", "--region", "河口街道", "--format", "html"]);
    assert!(site.read("gongkai-2026-10-he-kou-jie-dao.html").starts_with("<!doctype html>"));
    let printed = report(&["--period", "2026", "--format", "csv"]);
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    assert_eq!(printed.out.lines().count(), 4, "{}", printed.out);
    let named = report(&["--period", "2026H2", "--out", "zhou.json", "--community", "heping"]);
    assert_eq!(named.code, 0, "{named:?}");
    let read: Value = serde_json::from_str(&site.read("zhou.json")).expect("JSON");
    assert_eq!((&read["head"]["period"], &read["totals"]["all"]["communities"]), (&"2026H2".into(), &1.into()));
    for arguments in [
        &["--period", "2027Q1"][..],
        &["--period", "2026-10-03"],
        &["--period", "bald"],
        &["--period", "2026Q3", "--format", "pdf"],
        &["--period", "2026Q3", "--community", "niemand"],
        &[],
    ] {
        let refused = report(arguments);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{arguments:?}: {refused:?}");
        assert!(!refused.err.trim().is_empty(), "{arguments:?} says why");
    }
}

#[test]
fn settings_with_errors_make_no_report() {
    let site = bureau();
    site.write("content/profiles/rules/kaputt.yaml", "标识: kaputt\n");
    let run = run(site.root(), &["report", "--period", "2026Q3", DAY[0], DAY[1]]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{run:?}");
    assert!(run.err.contains("kaputt.yaml") && run.err.contains("做不了报表"), "{}", run.err);
    assert!(!site.path("gongkai-2026Q3.xlsx").exists());
}

#[test]
fn a_broken_record_counts_for_nothing_as_in_a_build_that_goes_on() {
    let site = bureau();
    let options = Options { keep_going: true, ..site.options() };
    let outcome = site.try_build(&options).expect("builds");
    let report = json(&site, &of(Period::Quarter(2026, 3)));
    let records: u64 =
        report["communities"].as_array().expect("rows").iter().map(|c| c["records"].as_u64().expect("a number")).sum();
    assert_eq!(records, outcome.records as u64);
    assert_eq!(report["totals"]["all"]["errors"], 2);
}

#[test]
fn an_office_program_reads_the_same_numbers() {
    if std::env::var_os("GONGKAI_BROWSER").is_none_or(|v| v != "1") {
        println!("left out: needs LibreOffice; tests/run installs it and sets GONGKAI_BROWSER=1");
        return;
    }
    let site = bureau();
    let report = json(&site, &of(Period::Quarter(2026, 3)));
    site.write("report.xlsx", quarter(&site, Form::Xlsx));
    let sheets = office(site.root());
    let communities = &sheets["各村社区"];
    assert_eq!(communities.len(), 4, "{communities:?}");
    for (row, told) in communities[1..].iter().zip(report["communities"].as_array().expect("rows")) {
        let score = &told["score"];
        let count = |key: &str| score[key].as_u64().expect("a number");
        let share = |done: u64| 100.0 * done as f64 / count("due") as f64;
        assert_eq!(row[..2], [told["region"].as_str().unwrap(), told["name"].as_str().unwrap()]);
        for (at, key) in (3..).zip(["due", "published", "late", "not_applicable", "missing", "near"]) {
            assert_eq!(row[at], count(key).to_string(), "{key} of {row:?}");
        }
        let percent = |at: usize| row[at].trim_end_matches('%').parse::<f64>().expect("a percentage");
        assert!((percent(9) - share(count("published") + count("not_applicable"))).abs() < 1e-6, "{row:?}");
        assert!((percent(10) - share(count("in_time") + count("not_applicable"))).abs() < 1e-6, "{row:?}");
        assert_eq!(row[20], told["last_published"].as_str().unwrap_or_default());
    }
    let todo: Vec<&Value> = report["communities"]
        .as_array()
        .expect("rows")
        .iter()
        .flat_map(|c| c["todo"].as_array().expect("a list"))
        .collect();
    assert_eq!(sheets["待办"].len(), todo.len() + 1);
    for (row, told) in sheets["待办"][1..].iter().zip(&todo) {
        assert_eq!(row[5], told["title"].as_str().unwrap());
        assert_eq!(row[7], told["due"].as_str().unwrap_or_default(), "a day: {row:?}");
    }
    assert_eq!(sheets["问题"].len(), report["problems"].as_array().expect("a list").len() + 1);
    for kind in ["村", "社区"] {
        let matrix = &sheets[&format!("矩阵-{kind}")];
        let rows = report["communities"].as_array().expect("rows");
        let here: Vec<&Value> = rows.iter().filter(|c| (c["kind"] == "village") == (kind == "村")).collect();
        assert_eq!(matrix.len(), here.len() + 1);
        for (row, told) in matrix[1..].iter().zip(here) {
            let filled = row[2..].iter().filter(|c| !c.is_empty()).count();
            assert_eq!(filled, told["items"].as_array().expect("items").len(), "{row:?}");
        }
    }
    assert!(sheets["概览"][0][0].contains("2026年第三季度"), "{:?}", sheets["概览"][0]);
}

/// Every sheet of `report.xlsx` as LibreOffice reads it, by name.
fn office(folder: &Path) -> std::collections::BTreeMap<String, Vec<Vec<String>>> {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    // UTF-8, as shown, all sheets.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", filter, "--outdir", "sheets", "report.xlsx"])
        .current_dir(folder)
        .output()
        .unwrap_or_else(|e| panic!("soffice: {e}; run tests/run once"));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let files = fs::read_dir(folder.join("sheets")).expect("sheets");
    let sheet = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("a file").path();
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a name").trim_start_matches("report-").to_owned();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(&path).expect("CSV");
        let rows = reader.records().map(|r| r.expect("a row").iter().map(str::to_owned).collect()).collect();
        (name, rows)
    };
    files.map(sheet).collect()
}
