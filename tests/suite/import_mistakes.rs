//! Every mistake of a table, with its place, in one run.
//!
//! In: tables with mistakes. Out: sheet, row, column, code and the sentence in full.
//! Never lets one of these tables become a record.

use std::collections::BTreeSet;
use std::fs;

use gongkai::diagnostic::code;
use gongkai::import::{self, Options};
use gongkai::locale::Language;
use gongkai::value::Period;

use crate::kit::program::run;
use crate::kit::site::SiteTest;
use crate::kit::table::{C, C::*, asked, packed, read, refused, said, sound, xlsx};

const HEAD: &str = "日期,凭证,摘要,科目,收入金额,支出金额,余额\n";

/// What is said of rows below [`HEAD`].
fn rows(rows: &str) -> String {
    refused(format!("{HEAD}{rows}").as_bytes(), &asked("finance"))
}

/// Tables with one mistake each, what is asked, and the code.
fn single() -> Vec<(Vec<u8>, Options, &'static str)> {
    let text = |rows: &str| format!("{HEAD}{rows}").into_bytes();
    let finance = || asked("finance");
    let good = "2026-10-03,记-1,承包费,发包,100.00,,\n";
    let two: &[&[C]] = &[&[T("维度"), T("居民测评"), T("专家考核")], &[T("服务完善"), N(1.0), N(2.0)]];
    vec![
        (b"%PDF-1.7 \x00".to_vec(), asked(""), "GK1401"),
        (b"".to_vec(), asked(""), "GK1401"),
        (b"\x00\x01\x02\x03".to_vec(), asked(""), "GK1401"),
        ("---\n标题: 甲\n---\n".into(), asked(""), "GK1401"),
        (packed(&[("word/document.xml", b"<a/>")]), asked(""), "GK1401"),
        ("\n".repeat(30_000).into_bytes().into_iter().chain(*b"a,b\n").collect(), asked(""), "GK1402"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), asked(""), "GK1403"),
        (b"PK\x03\x04".to_vec(), asked(""), "GK1403"),
        ("甲,乙\n1,2\n".into(), finance(), "GK1404"),
        (text(""), finance(), "GK1405"),
        (text(good), Options { sheet: Some("没有".into()), ..finance() }, "GK1406"),
        (xlsx(&[("一", two), ("二", two)]), asked("幸福社区"), "GK1406"),
        (text(good), asked("没有的"), "GK1407"),
        ("甲,乙\n1,2\n".into(), asked(""), "GK1407"),
        ("日期,摘要,金额\n2026-10-03,甲,1\n".into(), finance(), "GK1408"),
        ("日期,摘要,事由,科目,收入\n2026-10-03,甲,乙,丙,1\n".into(), finance(), "GK1409"),
        (text("三号,记-1,承包费,发包,100.00,,\n"), finance(), "GK1411"),
        (text(",记-1,承包费,发包,100.00,,\n"), finance(), "GK1412"),
        (text("2026-10-03,记-1,承包费,发包,,,\n"), finance(), "GK1412"),
        ("维度,居民测评,专家考核\n服务完备,1,2\n".into(), asked("幸福社区"), "GK1413"),
        ("日期,摘要,科目,金额\n2026-10-03,甲,乙,1\n".into(), finance(), "GK1414"),
        (text(&format!("{good}合计,,,,100.01,,\n")), finance(), "GK1415"),
        (text("上月结转,,,,,,50.00\n2026-10-03,记-1,承包费,发包,100.00,,151.00\n"), finance(), "GK1416"),
        (text("2026-10-03,记-1,退13800000000押金,发包,100.00,,\n"), finance(), "GK1417"),
        (text(&format!("{good}随便写的一句话,,,,,,\n")), finance(), "GK1418"),
        (text("2026-10-03,记-1,承包费,发包,100.00,30.00,\n"), finance(), "GK1418"),
    ]
}

#[test]
fn each_mistake_is_told_alone() {
    let mut shown: BTreeSet<String> = ["GK1410", "GK1419", "GK1420", "GK1421"].map(str::to_owned).into();
    for (bytes, options, wanted) in single() {
        let reports = read(&bytes, &options).err().unwrap_or_else(|| panic!("taken, not {wanted}"));
        let codes: Vec<&str> = reports.iter().map(|r| r.code.as_str()).collect();
        assert_eq!(codes, [wanted], "{}", said(&reports, Language::Chinese));
        for language in [Language::Chinese, Language::English] {
            let sentence = said(&reports, language);
            assert!(!sentence.contains('{') && !sentence.contains("gk14"), "{sentence}");
        }
        shown.insert(wanted.to_owned());
    }
    let all: BTreeSet<String> = code::all().map(|c| c.id.to_owned()).filter(|id| id.starts_with("GK14")).collect();
    assert_eq!(shown, all);
}

#[test]
fn all_mistakes_in_one_run_with_their_places() {
    let table: &[&[C]] = &[
        &[T("示例村2026年10月收支")],
        &[T("日期"), T("凭证"), T("摘要"), T("科目"), T("收入金额"), T("支出金额")],
        &[D(2026, 10, 3), T("记-1"), T("承包费"), T("发包"), T("三百")],
        &[T("10月5日"), T("记-2"), Nil, T("公益"), Nil, F(33.333333, "General")],
        &[D(2026, 10, 6), T("记-3"), T("王某某110101199002280003"), T("公益"), Nil, N(10.0)],
        &[T("合计"), Nil, Nil, Nil, N(300.0), N(50.0)],
    ];
    let want = "biao [账]:3:5 GK1411 第 3 行 E3“收入金额”：“三百”不是金额。
biao [账]:4:1 GK1411 第 4 行 A4“日期”：“10月5日”不是日期。
biao [账]:4:3 GK1412 第 4 行 C4“摘要”没有填。
biao [账]:4:6 GK1411 第 4 行 F4“支出金额”：“33.333333”不止两位小数。
biao [账]:5:3 GK1417 第 5 行 C5“摘要”里有身份证号，不能公开。
";
    let reports = read(&xlsx(&[("账", table)]), &asked("")).expect_err("refused");
    assert_eq!(said(&reports, Language::Chinese), want);
    assert!(reports.iter().all(|r| !r.place.excerpt.contains("1990")), "private numbers are not shown");
    assert_eq!(&reports[0].place.excerpt[reports[0].place.mark.0..reports[0].place.mark.1], "三百");
}

#[test]
fn sums_and_balances_name_both_numbers() {
    let said = rows(
        "上月结转,,,,,,1000.00\n\
         2026-10-03,记-1,承包费,发包,100.00,,1100.00\n\
         本页合计,,,,100.00,,\n\
         2026-10-05,记-2,维修,公益,,30.00,1080.00\n\
         2026-10-06,记-3,维修,公益,,20.00,1060.00\n\
         本页合计,,,,,50.00,\n\
         合计,,,,100.00,\"1,050.00\",\n",
    );
    let want = "biao:5:7 GK1416 第 5 行 G5 的余额写的是 1,080.00，按收支推算是 1,070.00，相差 10.00。
biao:8:6 GK1415 第 8 行“合计”的 F8“支出金额”写的是 1,050.00，上面各行相加是 50.00，相差 1,000.00。
";
    assert_eq!(said, want);
    let english = {
        let bytes = format!("{HEAD}2026-10-03,记-1,承包费,发包,100.00,,\n合计,,,,1.00,,\n");
        said_in_english(&bytes)
    };
    let want = "biao:3:5 GK1415 row 3 “合计”, E3 “收入金额” says 1.00; the rows above add up to 100.00, a difference of -99.00\n";
    assert_eq!(english, want);
}

fn said_in_english(text: &str) -> String {
    said(&read(text.as_bytes(), &asked("finance")).expect_err("refused"), Language::English)
}

#[test]
fn what_is_doubtful_is_told_and_taken() {
    let text = format!("{}2026-11-03,记-1,承包费,发包,100.00,,,甲\n", HEAD.replace("余额", "余额,备注说明"));
    let options = Options { period: Period::parse("2026-10"), ..asked("finance") };
    let filled = sound(text.as_bytes(), &options);
    let want = "biao:1:8 GK1410 “备注说明”一列没有导入：记录里没有这一项。
biao:2:1 GK1419 A2 的日期 2026-11-03 不在 2026-10 之内。
";
    assert_eq!(said(&filled.reports, Language::Chinese), want);
    let other = import::into("x.yaml", "标题: 甲\n台账: 合同\n", &sound(REGISTER.as_bytes(), &asked("资产")));
    assert_eq!(said(&other.expect_err("refused"), Language::Chinese), "x.yaml:2:5 GK1420 这份记录说的不是“资产”。\n");
}

const REGISTER: &str = "资产编号,名称,类别,数量,原值,使用状态\n0001,示例泵房,农田水利设施,1,86000,自用\n";

#[test]
fn the_command_writes_once_and_only_what_is_sound() {
    let site = SiteTest::two();
    site.write("账.csv", format!("{HEAD}2026-11-03,记-1,承包费,发包,100.00,,\n"));
    let dry = run(site.root(), &["import", "账.csv", "--community", "shanghe", "--dry-run"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    assert!(
        dry.out.contains("  - {日期: 2026-11-03, 凭证: 记-1, 摘要: 承包费, 科目: 发包, 金额: 100.00}\n"),
        "{}",
        dry.out
    );
    let place = "content/communities/shanghe/finance/2026-11.yaml";
    assert!(!site.path(place).exists(), "a dry run writes nothing");
    let done = run(site.root(), &["import", "账.csv", "--community", "shanghe"]);
    assert_eq!((done.code, site.path(place).is_file()), (0, true), "{done:?}");
    let first = site.read(place);
    let again = run(site.root(), &["import", "账.csv", "--community", "shanghe"]);
    assert_eq!((again.code, site.read(place) == first), (2, true), "{again:?}");
    assert!(again.err.contains("已经有了"), "{}", again.err);

    site.write("坏.csv", format!("{HEAD}2026-11-03,记-1,承包费,发包,一百,,\n"));
    let bad = run(
        site.root(),
        &["import", "坏.csv", "--community", "shanghe", "--into", "finance/2026-11", "--format", "json"],
    );
    assert_eq!((bad.code, site.read(place) == first), (1, true), "{bad:?}");
    let line: serde_json::Value = serde_json::from_str(bad.out.lines().next().expect("a line")).expect("JSON");
    assert_eq!(
        (line["code"].as_str(), line["line"].as_u64(), line["column"].as_u64()),
        (Some("GK1411"), Some(2), Some(5))
    );
    for (arguments, code) in [
        (&["import", "没有.csv", "--community", "shanghe"][..], 4),
        (&["import", "账.csv"], 2),
        (&["import", "账.csv", "--community", "shanghe", "--period", "明天"], 2),
        (&["import", "账.csv", "--community", "shanghe", "--mapping", "没有"], 2),
        (&["import", "账.csv", "--community", "shanghe", "--into", "finance/没有"], 2),
        (&["import", "账.csv", "--community", "shanghe", "--into", "../finance/2026-11"], 2),
    ] {
        assert_eq!(run(site.root(), arguments).code, code, "{arguments:?}");
    }
}

#[test]
fn a_register_beside_its_record_is_exchanged() {
    let site = SiteTest::two();
    let (csv, yaml) =
        ("content/communities/heping/registers/zhi-yuan.csv", "content/communities/heping/registers/zhi-yuan.yaml");
    let before = site.read(yaml);
    let arguments = ["export", "registers/zhi-yuan", "--community", "heping", "--out", "out.xlsx"];
    assert_eq!(run(site.root(), &arguments).code, 0);
    let back = run(site.root(), &["import", "out.xlsx", "--community", "heping", "--into", "registers/zhi-yuan"]);
    assert_eq!(back.code, 0, "{back:?}");
    assert_eq!(site.read(yaml), before);
    let rows = fs::read_to_string(site.path(csv)).expect("a table");
    assert!(rows.starts_with('\u{feff}') && rows.contains("楼道清扫,2026-09-13,绿色服务队,环境,20,30,\r\n"), "{rows}");
}
