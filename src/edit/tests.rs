//! Edits whose result is known to the byte.
//!
//! In: texts and changes. Out: the texts as they must come out. Never reads a file.

use super::*;

fn path(way: &str) -> Path {
    let step = |part: &str| part.parse().map_or_else(|_| Step::Key(part.to_owned()), Step::Row);
    way.split('/').map(step).collect()
}

fn set(way: &str, text: &str) -> Change {
    Change::set(path(way), Value::text(text))
}

fn map(pairs: &[(&str, &str)]) -> Value {
    Value::Map(pairs.iter().map(|(k, v)| ((*k).to_owned(), Value::text(*v))).collect())
}

#[track_caller]
fn becomes(text: &str, changes: &[Change], want: &str) {
    assert_eq!(apply(text, changes).as_deref(), Ok(want));
    let windows = text.replace('\n', "\r\n");
    assert_eq!(apply(&windows, changes).as_deref(), Ok(want.replace('\n', "\r\n").as_str()));
}

const ACCOUNT: &str = "\
标题: '九月账'   # 题
期初: 30000.00
收入:
  # 第一笔
  - {日期: 2026-09-03, 摘要: 鱼塘, 金额: 12000.00}  # 已核
  # 第二笔
  - {日期: 2026-09-04, 摘要: \"碾米, 磨面\", 金额: 1}
# 以下支出
支出: [] # 无
说明: |
  第一行

  第二行
末:
";

#[test]
fn a_scalar_changes_alone() {
    becomes(ACCOUNT, &[], ACCOUNT);
    becomes(ACCOUNT, &[set("期初", "30000.10")], &ACCOUNT.replace("30000.00", "30000.10"));
    becomes(ACCOUNT, &[set("标题", "十月账")], &ACCOUNT.replace("九月账", "十月账"));
    becomes(ACCOUNT, &[set("收入/0/摘要", "鱼塘, 藕塘")], &ACCOUNT.replace("鱼塘,", "\"鱼塘, 藕塘\","));
    becomes(ACCOUNT, &[set("收入/1/摘要", "碾米")], &ACCOUNT.replace("碾米, 磨面", "碾米"));
    becomes(ACCOUNT, &[set("末", "有 #1")], &ACCOUNT.replace("末:", "末: \"有 #1\""));
    becomes(
        ACCOUNT,
        &[set("说明", "一\n\n二\n"), set("期初", "1")],
        &ACCOUNT.replace("30000.00", "1").replace("第一行", "一").replace("第二行", "二"),
    );
    becomes(ACCOUNT, &[set("说明", "一")], &ACCOUNT.replace("|\n  第一行\n\n  第二行", "一"));
}

#[test]
fn keys_come_and_go_on_lines_of_their_own() {
    let new =
        Change::Set { path: path("期末"), value: Value::text("0"), after: vec!["收入".into(), "支出".into()] };
    becomes(ACCOUNT, &[new], &ACCOUNT.replace("# 无\n", "# 无\n期末: 0\n"));
    becomes(ACCOUNT, &[set("审核/人", "甲")], &format!("{ACCOUNT}审核: {{人: 甲}}\n"));
    becomes(ACCOUNT, &[set("收入/0/经手人", "甲")], &ACCOUNT.replace("12000.00}", "12000.00, 经手人: 甲}"));
    becomes(ACCOUNT, &[Change::Remove(path("收入/0/摘要"))], &ACCOUNT.replace("摘要: 鱼塘, ", ""));
    becomes(ACCOUNT, &[Change::Remove(path("收入/0/金额"))], &ACCOUNT.replace(", 金额: 12000.00", ""));
    becomes(ACCOUNT, &[Change::Remove(path("说明"))], &ACCOUNT.replace("说明: |\n  第一行\n\n  第二行\n", ""));
    becomes("项: 1\n标题: 甲", &[set("至", "2026-10-01")], "项: 1\n标题: 甲\n至: 2026-10-01");
    becomes("# 空\n", &[set("标题", "甲"), set("审核/人", "乙")], "# 空\n标题: 甲\n审核: {人: 乙}\n");
    becomes("{a: 1}\n", &[set("b", "2"), Change::Remove(path("a"))], "{b: 2}\n");
    becomes("议:\n  - 名: 甲\n    数: 1\n", &[Change::Remove(path("议/0/名"))], "议:\n  - 数: 1\n");
}

#[test]
fn rows_come_go_and_move_with_their_comments() {
    let rows = |list: &[Row]| Change::Rows { path: path("收入"), rows: list.to_vec() };
    let third = map(&[("日期", "2026-09-05"), ("摘要", "藕"), ("金额", "3.00")]);
    let line = "  - {日期: 2026-09-05, 摘要: 藕, 金额: 3.00}\n";
    let (first, second) =
        (ACCOUNT.lines().nth(4).unwrap().to_owned() + "\n", ACCOUNT.lines().nth(6).unwrap().to_owned() + "\n");
    becomes(
        ACCOUNT,
        &[rows(&[Row::Old(0), Row::Old(1), Row::New(third.clone())])],
        &ACCOUNT.replace(&second, &format!("{second}{line}")),
    );
    becomes(ACCOUNT, &[rows(&[Row::Old(0)])], &ACCOUNT.replace(&second, ""));
    becomes(ACCOUNT, &[rows(&[Row::Old(1)])], &ACCOUNT.replace(&first, ""));
    becomes(
        ACCOUNT,
        &[rows(&[Row::Old(1), Row::Old(0)])],
        &ACCOUNT.replace(&format!("{first}  # 第二笔\n{second}"), &format!("  # 第二笔\n{second}{first}")),
    );
    becomes(ACCOUNT, &[rows(&[])], &ACCOUNT.replace("收入:", "收入: []").replace(&first, "").replace(&second, ""));
    let expense = Change::Rows { path: path("支出"), rows: vec![Row::New(third)] };
    becomes(ACCOUNT, &[expense], &ACCOUNT.replace("支出: [] # 无\n", &format!("支出: # 无\n{line}")));
    let places = |list: &[Row]| Change::Rows { path: path("地点"), rows: list.to_vec() };
    becomes(
        "地点: [甲,  乙]\n",
        &[places(&[Row::Old(1), Row::New(Value::text("丙，丁")), Row::Old(0)])],
        "地点: [乙,  \"丙，丁\", 甲]\n",
    );
    becomes("地点: [甲, 乙]\n", &[places(&[])], "地点: []\n");
    becomes(
        "议:\n- 名: 甲\n  数: 1",
        &[Change::Rows { path: path("议"), rows: vec![Row::New(map(&[("名", "乙"), ("数", "2")])), Row::Old(0)] }],
        "议:\n- 名: 乙\n  数: 2\n- 名: 甲\n  数: 1",
    );
}

#[test]
fn what_cannot_be_done_cleanly_is_refused() {
    assert_eq!(apply("标题: [", &[set("标题", "甲")]), Err(Refusal::Unreadable));
    assert_eq!(apply(ACCOUNT, &[set("收入/7/金额", "1")]), Err(Refusal::NoSuchPlace));
    assert_eq!(apply(ACCOUNT, &[Change::Remove(path("没有"))]), Err(Refusal::NoSuchPlace));
    assert_eq!(apply("a: 1\n", &[Change::Remove(path("a"))]), Err(Refusal::TooUnusual));
    assert!(apply("? [甲]\n: 乙\n标题: 丙\n", &[set("标题", "丁")]).is_ok());
}
