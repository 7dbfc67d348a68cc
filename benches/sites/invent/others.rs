//! Questions, pages, evaluations, registers, indicators.
//!
//! In: number, facts of the community. Out: one record. Never a register that no profile describes.

use jiff::civil::date;

use super::{Facts, Record, after, prose, published, record as record_with};
use crate::node::{Fields, Node, plain};
use crate::random::Random;
use crate::words::{QUESTIONS, SENTENCES};

pub(super) fn query(n: usize, facts: &Facts, random: &mut Random) -> Record {
    let asked = after(date(2026, 10, 30), -5 * i32::try_from(n).unwrap_or(0));
    let answered = after(asked, i32::try_from(random.between(1, 9)).unwrap_or(1));
    let (question, answer) = random.pick(&QUESTIONS);
    let fields: Fields = vec![
        ("提出日期", asked.into()),
        ("提出人", "居民罗某某".into()),
        ("方式", "意见箱".into()),
        ("问", format!("{question}？").into()),
        ("答复日期", answered.into()),
        ("答复机构", facts.board.into()),
        ("答", answer.into()),
        ("五务", plain("村务")),
    ];
    let title = format!("{question}（示例）");
    let mut made = record_with("query", "queries", format!("wenda-{:03}", n + 1), title, answered, fields);
    made.prose = SENTENCES[0].to_owned() + "\n";
    made
}

pub(super) fn page(n: usize, facts: &Facts, random: &mut Random) -> Record {
    let updated = date(2026, 9, 1);
    let fields: Fields = vec![
        ("栏目", if n == 0 { "概况" } else { "办事指南" }.into()),
        ("五务", plain("村务")),
        ("顺序", u32::try_from(n + 1).unwrap_or(1).into()),
        ("更新", updated.into()),
    ];
    let title =
        if n == 0 { format!("{}简介（示例）", facts.name) } else { format!("办事指南之{n}（示例）") };
    let mut made = record_with("page", "pages", format!("ye-{:02}", n + 1), title, updated, fields);
    for part in ["基本情况", "怎样办理", "到哪里问"] {
        made.prose.push_str(&format!("## {part}\n\n{}\n- 先登记，再核对\n- 当场答复或者约定时间\n\n", prose(random)));
    }
    made
}

/// An evaluation, a register or a set of indicators, by turns.
pub(super) fn rest(n: usize, community: usize, facts: &Facts, random: &mut Random) -> Record {
    let year = 2025 - i16::try_from(n / 3).unwrap_or(0);
    match (n + community) % 3 {
        0 => evaluation(year, facts, random),
        1 => register(year, facts, random),
        _ => indicator(year, random),
    }
}

fn evaluation(year: i16, facts: &Facts, random: &mut Random) -> Record {
    let shown = date(year, 12, 3);
    let mut score = || -> Node {
        let sources: Fields =
            vec![("居民测评", random.between(84, 89).into()), ("专家考核", random.between(84, 89).into())];
        sources.into()
    };
    let scores: Fields =
        ["服务完善", "文明祥和", "平安稳定", "管理高效", "生态宜居"].map(|name| (name, score())).to_vec();
    let returned = facts.households / 8 + 10;
    let mut fields: Fields = vec![
        ("评分标准", "幸福社区".into()),
        ("周期", plain(year.to_string())),
        ("得分", scores.into()),
        ("居民测评样本", vec![("发放", (returned + 9).into()), ("收回", returned.into())].into()),
        ("公示", vec![("日期", shown.into()), ("至", after(shown, 16).into())].into()),
    ];
    fields.extend(published(shown, facts, random));
    let title = format!("{year}年度星级幸福社区评价（示例）");
    record_with("evaluation", "evaluations", year.to_string(), title, shown, fields)
}

fn register(year: i16, facts: &Facts, random: &mut Random) -> Record {
    let as_of = date(year, 12, 31);
    let row = |n: u32| -> Node {
        let day = after(as_of, -i32::try_from(n * 23).unwrap_or(0));
        let fields: Fields = vec![
            ("活动名称", format!("第{}次志愿服务", 13 - n).into()),
            ("日期", day.into()),
            ("服务队", "邻里互助队（示例）".into()),
            ("类型", random.pick(&["助老", "助幼", "环境", "文体"]).into()),
            ("参加人数", random.between(4, 30).into()),
            ("服务时长（小时）", random.between(1, 4).into()),
            ("受益人数", random.between(10, 120).into()),
        ];
        fields.into()
    };
    let rows: Vec<Node> = (1..=12).map(row).collect();
    let mut fields: Fields = vec![("台账", "志愿服务".into()), ("截至", as_of.into()), ("明细", rows.into())];
    let shown = after(as_of, 10);
    fields.extend(published(shown, facts, random));
    let title = format!("{year}年志愿服务台账（示例）");
    record_with("register", "registers", format!("zhiyuan-{year}"), title, shown, fields)
}

fn indicator(year: i16, random: &mut Random) -> Record {
    let as_of = date(year, 12, 31);
    let value = |name: &str, number: u32| -> Node { vec![("指标", name.into()), ("数值", number.into())].into() };
    let values = vec![value("志愿服务小时", random.between(300, 2000)), value("居民满意率", random.between(80, 99))];
    let fields: Fields = vec![
        ("截至", as_of.into()),
        ("数据", values.into()),
        ("公开日期", after(as_of, 10).into()),
        ("至", after(as_of, 30).into()),
    ];
    let title = format!("{year}年主要指标（示例）");
    record_with("indicator", "indicators", year.to_string(), title, after(as_of, 10), fields)
}
