//! Projects: from contract to acceptance.
//!
//! In: number, facts of the community. Out: one record, and the days and sums its decision tells too.
//! Never pays more than the contract.

use jiff::civil::Date;

use super::{Facts, Record, after, decision, prose, published, record as record_with};
use crate::node::{Fields, Node, money};
use crate::random::Random;

pub(super) fn name(n: usize) -> String {
    let (what, ..) = decision::work(n);
    format!("第{}组{what}", n % 9 + 1)
}

pub(super) fn record_of(n: usize) -> String {
    format!("xiangmu-{:03}", n + 1)
}

/// Budget in 分.
pub(super) fn budget(n: usize) -> i64 {
    8_600_000 + 430_000 * i64::try_from(n).expect("few projects")
}

/// The day on which half of the work was done.
pub(super) fn half(n: usize) -> Date {
    after(decision::resolved(n), 70)
}

/// The day of acceptance.
pub(super) fn accepted(n: usize) -> Date {
    after(decision::resolved(n), 130)
}

pub(super) fn record(n: usize, facts: &Facts, random: &mut Random) -> Record {
    let (_, category, unit) = decision::work(n);
    let start = decision::resolved(n);
    let day = |days| after(start, days);
    let amount = budget(n) - 40_000 * i64::from(random.between(1, 9));
    let (first, second) = (amount * 3 / 10, amount * 4 / 10);
    let contract: Fields = vec![
        ("编号", format!("SL-2026-{:02}", n + 1).into()),
        ("承建方", "示例市政工程有限公司".into()),
        ("金额", money(amount)),
        ("日期", day(12).into()),
        ("工期至", day(140).into()),
    ];
    let pay = |days, sum, note: &str, number: u32| -> Node {
        let voucher = format!("记-{number:03}");
        // The street pays: the books of the community do not have these lines.
        vec![
            ("日期", day(days).into()),
            ("金额", money(sum)),
            ("凭证", voucher.into()),
            ("付款单位", "街道办事处".into()),
            ("说明", note.into()),
        ]
        .into()
    };
    let report = |days, percent: u32, note: &str| -> Node {
        vec![("日期", day(days).into()), ("完成", percent.into()), ("说明", note.into())].into()
    };
    let acceptance: Fields = vec![
        ("日期", accepted(n).into()),
        ("结论", "合格".into()),
        ("机构", format!("街道办事处、{}、代表3人", facts.board).into()),
    ];
    let length = random.between(3, 90) * 10;
    let goal: Fields =
        vec![("名称", category.into()), ("数量", length.into()), ("单位", unit.into()), ("完成", length.into())];
    let funding: Fields = vec![("区级财政奖补", money(budget(n) / 2)), ("集体经济", money(budget(n) - budget(n) / 2))];
    let mut fields: Fields = vec![
        ("类别", category.into()),
        ("决策", decision::record_of(n).into()),
        ("地点", format!("第{}组", n % 9 + 1).into()),
        ("预算", money(budget(n))),
        ("资金来源", funding.into()),
        ("合同", contract.into()),
        (
            "付款",
            vec![
                pay(30, first, "材料预付款", 900),
                pay(75, second, "一段完工", 901),
                pay(135, amount - first - second, "验收后付款", 902),
            ]
            .into(),
        ),
        (
            "进度",
            vec![
                report(28, 15, "进场整平"),
                report(70, 55, "第一段完工，正在做第二段"),
                report(120, 100, "全部完工，清理场地"),
            ]
            .into(),
        ),
        ("开工", day(25).into()),
        ("竣工", day(122).into()),
        ("验收", acceptance.into()),
        ("结算", money(amount)),
        ("目标", vec![Node::from(goal)].into()),
    ];
    let shown = after(accepted(n), 3);
    fields.extend(published(shown, facts, random));
    let title = format!("{}（示例）", name(n));
    let mut made = record_with("project", "projects", record_of(n), title, shown, fields);
    made.prose = prose(random);
    made
}
