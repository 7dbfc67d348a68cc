//! One workspace with every slip a secretary makes, checked in one run.
//!
//! In: files with one mistake each. Out: the whole output of `check`, word for word, in Chinese and
//! English, long, short and JSON. Never more than one purpose: codes of single rules are in `cases/`.

use std::collections::BTreeSet;

use crate::kit::expect;
use crate::kit::program::{Run, run};
use crate::kit::site::SiteTest;

const VILLAGE: &str = "content/communities/base";

/// A file of the village and its bytes.
fn slips() -> Vec<(&'static str, Vec<u8>)> {
    let gb18030 = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let question =
        |body: &str| format!("---\n标题: 路灯坏了找谁？\n提出日期: 2026-10-20\n问: 找谁修？\n{body}---\n").into_bytes();
    let deep = format!("---\n标题: 村情\n栏目: {}x{}\n---\n", "[".repeat(40), "]".repeat(40)).into_bytes();
    let large = format!("---\n标题: 村情\n栏目: 村情\n---\n{}", "长".repeat(1_000_000)).into_bytes();
    vec![
        ("queries/a-fullwidth-colon.md", question("答：带身份证来。\n")),
        ("queries/b-tab.md", question("审核:\n\t意见: 同意\n")),
        ("queries/c-gb18030.md", gb18030("---\n标题: 旧记事本存的\n---\n")),
        ("queries/d-bom-is-sound.md", [b"\xef\xbb\xbf".to_vec(), question("")].concat()),
        ("queries/e-crlf-is-sound.md", String::from_utf8(question("")).unwrap().replace('\n', "\r\n").into_bytes()),
        ("queries/f-duplicate-key.md", question("方式: 电话\n方式: 来访\n")),
        ("queries/g-near-key.md", question("答复日朝: 2026-10-21\n")),
        ("queries/h-strange-key.md", question("心情: 好\n")),
        ("queries/i-wrong-date.md", question("答复日期: 2026-02-30\n")),
        (
            "queries/j-crlf-wrong-date.md",
            String::from_utf8(question("答复日期: 明天\n")).unwrap().replace('\n', "\r\n").into_bytes(),
        ),
        (
            "finance/k-bad-amount.yaml",
            "标题: 2026年9月财务收支\n期间: 2026-09\n账户: 村集体经济\n期初: 约1.2万\n".into(),
        ),
        ("queries/l-missing-field.md", "---\n标题: 没写问什么\n提出日期: 2026-10-20\n---\n".into()),
        (
            "decisions/m-broken-reference.md",
            include_str!("../sites/two/communities/shanghe/decisions/lu-deng.md")
                .replace("项目: lu-deng", "项目: lu-den")
                .into(),
        ),
        ("projects/lu-deng.md", "---\n标题: 二组路灯工程\n地点: 二组\n---\n".into()),
        ("pages/道路.md", "---\n标题: 道路\n栏目: 村情\n---\n".into()),
        ("pages/dao-lu.md", "---\n标题: 道路二\n栏目: 村情\n---\n".into()),
        ("queries/n-chinese-and-english.md", question("方式: 电话\nchannel: phone\n")),
        (
            "disclosures/o-fullwidth-comma.md",
            "---\n标题: 抗旱物资发放\n目录项: C4\n期间: 2026-08-11\n明细: [水泵，水管]\n---\n".into(),
        ),
        ("queries/p-lost-comment.md", question("提出人: 3 #楼居民\n")),
        ("queries/q-empty.md", Vec::new()),
        ("queries/r-no-front-matter.md", "标题: 没有横线\n问: 找谁？\n".into()),
        ("pages/s-too-deep.md", deep),
        ("pages/t-too-large.md", large),
        ("queries/u-alias.md", question("答: *重要\n")),
        ("queries/u-tag.md", question("答: !急 带身份证来\n")),
        ("queries/u-anchor.md", question("答: &甲 带身份证来\n方式: 电话\n")),
        ("queries/v-open-quote.md", question("答: \"没有收尾的引号\n")),
        ("queries/w-fullwidth-quote.md", question("答: “带身份证来”\n答复日期: 2026-10-21\n")),
        ("queries/x-wrong-ending.yaml", "标题: 后缀不对\n".into()),
        ("queries/y-wrong-form.md", question("审核: 同意\n附件: 表格\n")),
        ("queries/z-two-answers.md", question("示例: 对\n五务: 财物\n")),
        ("questions/stray.md", question("")),
        ("files/nobody.pdf", b"%PDF".to_vec()),
        (
            "finance/dates.yaml",
            "标题: 2026年13月财务收支\n期间: 2026-13\n账户: 村集体经济\n期初: 1,0000\n收入: 无\n".into(),
        ),
        ("registers/row.yaml", "标题: 志愿服务台账\n台账: 志愿服务\n截至: 2026-09-30\n明细: row.csv\n".into()),
        ("registers/near-profile.yaml", "标题: 志愿服务台账\n台账: 志愿者服务\n截至: 2026-09-30\n明细: []\n".into()),
        ("registers/row.csv", "活动名称,日期\n敬老午餐,2026-09-06\n楼道清扫,2026-09-13,多一格\n".into()),
        ("registers/no-table.yaml", "标题: 志愿服务台账\n台账: 志愿服务\n截至: 2026-09-30\n明细: mei-you.csv\n".into()),
    ]
}

fn workspace() -> SiteTest {
    let site = SiteTest::base();
    for (path, bytes) in slips() {
        site.write(&format!("{VILLAGE}/{path}"), bytes);
    }
    site.write("content/communities/kong/pages/a.md", "---\n标题: 没有村\n栏目: 村情\n---\n");
    site
}

fn check(more: &[&str]) -> Run {
    let site = workspace();
    let run = run(site.root(), &[&["check", "--as-of", "2026-11-23"], more].concat());
    assert_eq!(run.code, 1, "{run:?}");
    run
}

#[test]
fn long_form_in_chinese() {
    let run = check(&["--lang", "zh"]);
    assert_eq!(run.out, "", "messages for people go to standard error");
    expect::file("mistakes-long-zh.txt", &run.err);
}

#[test]
fn long_form_in_english() {
    let run = check(&["--lang", "en"]);
    assert_eq!(run.out, "", "messages for people go to standard error");
    expect::file("mistakes-long-en.txt", &run.err);
}

#[test]
fn chinese_is_spoken_where_nobody_says_otherwise() {
    assert_eq!(check(&[]).err, check(&["--lang", "zh"]).err);
}

#[test]
fn short_form_in_both_languages() {
    expect::file("mistakes-short-zh.txt", &check(&["--lang", "zh", "--format", "short"]).err);
    expect::file("mistakes-short-en.txt", &check(&["--lang", "en", "--format", "short"]).err);
}

#[test]
fn json_form_has_one_object_a_line() {
    let run = check(&["--lang", "zh", "--format", "json"]);
    for line in run.out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
        let keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "severity", "file", "line", "column", "message", "help", "basis"], "{line}");
        assert!(value["line"].as_u64().is_some_and(|n| n > 0) && value["column"].as_u64().is_some_and(|n| n > 0));
        let severity = value["severity"].as_str().expect("a word");
        assert!(["error", "finding", "warning", "info"].contains(&severity), "{line}");
        assert!(value["message"].as_str().is_some_and(|m| !m.is_empty()), "{line}");
    }
    expect::file("mistakes-zh.jsonl", &run.out);
}

#[test]
fn every_slip_is_told_and_the_sound_files_are_not() {
    let run = check(&["--format", "json"]);
    let told: BTreeSet<String> = run
        .out
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|value| Some(value["file"].as_str()?.strip_prefix(VILLAGE)?.trim_start_matches('/').to_owned()))
        .collect();
    let sound = ["queries/d-bom-is-sound.md", "queries/e-crlf-is-sound.md", "projects/lu-deng.md", "pages/dao-lu.md"];
    // Information is not a mistake: it is told to those who ask for it.
    let quiet = ["files/nobody.pdf"];
    // The mistake of this record is that its table has one.
    let elsewhere = ["registers/row.yaml"];
    for (path, _) in slips() {
        let wanted = !sound.contains(&path) && !quiet.contains(&path);
        assert!(told.contains(path) == wanted || elsewhere.contains(&path), "{path}: told {}", !wanted);
    }
}
