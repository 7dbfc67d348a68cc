//! The editor in a real browser: a quarter filed from a spreadsheet, a conflict, a crash, a keyboard alone, a telephone,
//! a browser without scripts.
//!
//! In: a village without records, its preview. Out: what a secretary would have seen. Runs where `GONGKAI_BROWSER` is set.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::{Value, json};

use crate::kit::preview::Preview;
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

#[test]
fn in_a_browser_a_quarter_is_filed_and_nothing_is_lost() {
    if !wanted() {
        return;
    }
    let site = SiteTest::base();
    let preview = Preview::of(&site);
    let base = format!("http://{}/", preview.host());
    let mut node = Command::new("node");
    node.current_dir(project("tests/browser")).arg("editor.mjs").arg(base).arg(site.root());
    // Pictures for the documentation are made where a folder is named for them.
    node.args(std::env::var_os("GONGKAI_PICTURES"));
    let run = node.output().unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let out = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{out}\n{}", String::from_utf8_lossy(&run.stderr));
    let seen: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(seen["error"], Value::Null, "{seen:#}");
    assert_eq!(seen["complaints"], json!([]));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();

    let quarter = &seen["quarter"];
    let notes: BTreeSet<String> = quarter["notes"].as_array().expect("notes").iter().map(text).collect();
    assert_eq!(notes, BTreeSet::from(["已保存。 看网页".to_owned()]), "{quarter:#}");
    assert!(quarter["tasks"].as_u64() > Some(8), "{quarter:#}");
    assert_eq!(quarter["left"], 0, "{quarter:#}");
    assert_ne!(quarter["before"], quarter["after"]);
    assert_eq!((&quarter["sums"][0][0], &quarter["sums"][0][1]), (&json!("12,000.00"), &json!("3,898.50")));
    assert_eq!(quarter["opening"], "116203.00");
    assert!(text(&quarter["live"]).contains("124,304.50"), "{quarter:#}");
    assert_eq!(quarter["preview"], "base/finance/2026-09.html");
    let line = "  - {日期: 2026-09-09, 凭证: 记-093, 摘要: 保洁员工资 （2人）, 科目: 公益支出, 金额: 1700.00, 经手人: 示例甲, 审批人: 示例乙}";
    assert!(text(&quarter["file"]).contains(line), "{}", text(&quarter["file"]));

    let conflict = &seen["conflict"];
    assert_eq!((&conflict["untouched"], &conflict["both"]), (&json!(true), &json!(true)), "{conflict:#}");
    assert_eq!(conflict["sides"][0].as_array().map(Vec::len), Some(2), "{conflict:#}");

    let crash = &seen["crash"];
    let want = json!({"offered": 1, "value": "断电以前写的一句话", "file": false, "saved": "已保存。 看网页", "now": true, "gone": 0});
    assert_eq!(crash, &want);

    let keyboard = &seen["keyboard"];
    for (what, want) in [
        ("skip", "跳到正文"),
        ("below", "r/income/1/amount"),
        ("above", "r/income/0/amount"),
        ("added", "r/income/3/amount"),
        ("left", "r/income/3/category"),
        ("note", "已保存。 看网页"),
        ("summary", "summary"),
        ("box", "#r/income/0/amount"),
    ] {
        assert_eq!(keyboard[what], want, "{keyboard:#}");
    }

    let over = seen["narrow"]["over"].as_object().expect("pages");
    assert!(over.values().all(|wide| *wide == 0), "{over:?}");
    assert_eq!(seen["narrow"]["small"], json!([]));
    assert_eq!(seen["narrow"]["added"], "r/expense/4/date");

    let plain = &seen["plain"];
    assert_eq!((&plain["before"], &plain["after"]), (&json!(4), &json!(5)), "{plain:#}");
    assert!(
        text(&plain["line"]).contains("日期: 2026-07-28, 凭证: 记-077, 摘要: 会议开水, 科目: 管理费用, 金额: 0.00"),
        "{plain:#}"
    );
}
