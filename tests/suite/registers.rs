//! Registers, indicators and lists of persons, as visitors and re-users meet them.
//!
//! In: the base village with records put into it. Out: what its pages and files say.
//! Never tests single codes: the cases do.

use std::fmt::Write as _;

use gongkai::build::{self, Options};
use gongkai::value::Date;
use gongkai::world::DiskWorld;

use crate::kit::expect;
use crate::kit::project;
use crate::kit::site::{SiteTest, said};
use crate::kit::tree::Tree;

const VILLAGE: &str = "content/communities/base";

/// The base village with a case laid over it.
fn with_case(name: &str) -> SiteTest {
    let site = SiteTest::base();
    for (path, file) in Tree::read(&project(&format!("tests/cases/{name}"))).0 {
        let own = path.split('/').next() != Some("profiles");
        let place = if own { format!("{VILLAGE}/{path}") } else { format!("content/{path}") };
        site.write(&place, file.bytes);
    }
    site
}

#[test]
fn a_county_adds_a_register_and_an_indicator_without_rust() {
    let site = with_case("registers/county-own");
    assert_eq!(said(&site.check()), "");
    site.build();
    for (name, route) in [
        ("county-register", "base/registers/ke-tang-2026.html"),
        ("county-registers", "base/registers/index.html"),
        ("county-indicator", "base/indicators/2026q3.html"),
        ("county-indicators", "base/indicators/index.html"),
    ] {
        expect::file(&format!("pages/{name}.txt"), &format!("{route}\n\n{}\n", site.page(route).main()));
    }
    let data = site.read("output/base/indicators/2025.json");
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    let value = &data["record"]["values"][0];
    assert_eq!(value["value"], "75", "15 of 20, and nobody typed it: {value}");
    assert_eq!(value["from"], "registers/ke-tang-2025.html");
    let line = &site.page("base/indicators/index.html");
    assert_eq!(line.all("svg.line polyline").len(), 1, "two values make a line");
}

/// The names of the list below, in every form in which they stand somewhere.
const NAMES: &[&str] = &["欧阳例丰", "欧**丰", "司示", "司*", "诸葛例", "诸*例"];

/// A register and a disclosure of persons: names in rows, prose, notes, corrections, attachments.
fn with_lists() -> SiteTest {
    let site = SiteTest::base();
    let register = "标题: 2026年第三季度高龄津贴发放台账
台账: 补助发放
截至: 2026-09-30
名单到期: 2026-11-20
核对: {发放总额: 900, 户数: 2}
明细:
  - {政策名称: 高龄津贴, 组别: 一组, 姓名: 欧阳例丰, 金额: 300, 发放日期: 2026-09-25}
  - {政策名称: 高龄津贴, 组别: 二组, 姓名: 司示, 金额: 600, 发放日期: 2026-09-25}
说明: 欧阳例丰一户由代办员代领。
附件:
  - {文件: files/list.txt, 说明: 发放名单（司示签收）, 名单: 是}
  - {文件: files/policy.txt, 说明: 政策文件}
更正:
  - {日期: 2026-10-15, 说明: 司示的金额更正, 原值: \"500\", 现值: \"600\"}
公开日期: 2026-10-12
至: 2026-11-05
示例: 是
";
    let disclosure = "---
标题: 2026年第三季度临时救助情况
目录项: A1
期间: 2026Q3
公开日期: 2026-10-12
至: 2026-11-05
审核: {机构: 村务监督委员会, 人: 李某某, 日期: 2026-10-10, 意见: 同意}
名单到期: 2026-11-20
明细:
  - {姓名: 诸葛例, 人数: 2, 金额: 800}
附件:
  - {文件: files/photo.txt, 说明: 入户照片, 名单: 是}
  - {文件: files/form.txt, 说明: 申请表样, 到期: 2026-11-19}
示例: 是
---
诸葛例一户因病，详见[照片](files/photo.txt)。
";
    site.write(&format!("{VILLAGE}/registers/jin-tie.yaml"), register);
    site.write(&format!("{VILLAGE}/disclosures/jiu-zhu.md"), disclosure);
    for (name, text) in
        [("list", "欧阳例丰 300 司示 600"), ("policy", "八十岁以上每月一百元"), ("photo", "诸葛例"), ("form", "表样")]
    {
        site.write(&format!("{VILLAGE}/files/{name}.txt"), text);
    }
    site
}

/// All files of a build on a day, in one place: fresh, or over what stood there before.
fn built_on(site: &SiteTest, day: Date) -> Tree {
    let options = Options { out: site.path("output"), cache: Some(site.path(".gongkai")), ..Options::default() };
    let outcome = build::build(&DiskWorld::new(site.root(), day), &options, &|_, _| {}).expect("builds");
    assert!(outcome.published, "{}", said(&outcome));
    Tree::read(&options.out)
}

/// Where any of the names stands.
fn named(tree: &Tree) -> String {
    let mut found = String::new();
    for (path, file) in &tree.0 {
        let text = String::from_utf8_lossy(&file.bytes);
        for name in NAMES.iter().filter(|name| text.contains(*name)) {
            writeln!(found, "{path}: {name}").expect("writing to memory does not fail");
        }
    }
    found
}

#[test]
fn a_list_of_persons_leaves_everything_on_the_day_after_its_last() {
    let site = with_lists();
    let day = |d| Date::constant(2026, 11, d);
    for present in [day(19), day(20)] {
        let tree = built_on(&site, present);
        let found = named(&tree);
        for (path, name) in [
            ("base/registers/jin-tie.html", "欧**丰"),
            ("base/registers/jin-tie.json", "司*"),
            ("base/registers/jin-tie.csv", "欧**丰"),
            ("base/search/meta.js", "欧**丰"),
            ("base/files/list.txt", "欧阳例丰"),
            ("base/files/photo.txt", "诸葛例"),
        ] {
            assert!(found.contains(&format!("{path}: {name}\n")), "{present}: {path} does not name {name}\n{found}");
        }
        assert_eq!(tree.0.contains_key("base/files/form.txt"), present < day(20), "{present}: its own last day");
    }
    let tree = built_on(&site, day(21));
    assert_eq!(named(&tree), "");
    for gone in ["files/list.txt", "files/photo.txt", "files/form.txt", "registers/jin-tie.csv"] {
        assert!(!tree.0.contains_key(&format!("base/{gone}")), "{gone} is still there");
    }
    assert!(tree.0.contains_key("base/files/policy.txt"), "what is no list stays");
    let dead = crate::kit::links::complaints(&site.path("output"));
    let ours = |line: &&String| line.contains("files/") || line.contains("jin-tie") || line.contains("jiu-zhu");
    assert_eq!(dead.iter().find(ours), None);
    for (name, route) in [
        ("list-over-register", "base/registers/jin-tie.html"),
        ("list-over-disclosure", "base/disclosures/jiu-zhu.html"),
    ] {
        expect::file(&format!("pages/{name}.txt"), &format!("{route}\n\n{}\n", site.page(route).main()));
    }
    // A build from nothing knows no more than one over the older output.
    let fresh = with_lists();
    assert_eq!(built_on(&fresh, day(21)).difference(&tree), "");
}

#[test]
fn a_long_table_reads_the_same_in_every_encoding() {
    let mut rows = String::from("网格编码,网格名称,范围,户数\n");
    for n in 0..299 {
        writeln!(rows, "{n:03},第{n}网格,\"片区{n},沿河\",1").expect("writing to memory does not fail");
    }
    let (gb, _, lossy) = encoding_rs::GB18030.encode(&rows);
    assert!(!lossy);
    let mut with_mark = vec![0xef, 0xbb, 0xbf];
    with_mark.extend(rows.as_bytes());
    let record = "标题: 网格台账\n台账: 网格\n截至: 2026-09-30\n明细: ./wang-ge.csv\n示例: 是\n";
    let page = |bytes: &[u8]| {
        let site = SiteTest::base();
        site.write(&format!("{VILLAGE}/registers/wang-ge.yaml"), record);
        site.write(&format!("{VILLAGE}/registers/wang-ge.csv"), bytes);
        assert_eq!(said(&site.check()), "");
        site.build();
        let main = site.page("base/registers/wang-ge.html").main();
        assert!(main.contains("各网格户数相加等于全村（社区）户数 相符") && main.contains("片区298,沿河"), "{main}");
        main
    };
    let plain = page(rows.as_bytes());
    assert_eq!(page(&with_mark), plain);
    assert_eq!(page(&gb), plain);
    assert_eq!(page(rows.replace('\n', "\r\n").as_bytes()), plain);
}
