//! Monthly statements of one account that add up.
//!
//! In: how many months. Out: records, oldest first; each opens with the closing of the one before.
//! Never a balance below zero, never a voucher number twice.

use jiff::civil::Date;

use super::decision;
use super::{Facts, Record, after, month_back, record as record_with};
use crate::node::{Fields, Node, money};
use crate::random::Random;
use crate::words::{EXPENSES, INCOMES, PERSONS};

pub(super) fn records(months: usize, decisions: usize, facts: &Facts, random: &mut Random) -> Vec<Record> {
    let mut balance = random.cents(90_000, 160_000);
    let mut voucher = 0;
    let mut list = Vec::with_capacity(months);
    for back in (1..=months).rev() {
        let first = month_back(back);
        if first.month() == 1 {
            voucher = 0;
        }
        let decision = (back == 1 && decisions > 0).then(|| decision::record_of(0));
        list.push(statement(first, &mut balance, &mut voucher, decision, facts, random));
    }
    list
}

fn statement(
    first: Date,
    balance: &mut i64,
    voucher: &mut u32,
    decision: Option<String>,
    facts: &Facts,
    random: &mut Random,
) -> Record {
    let opening = *balance;
    let mut line = |at: u32, (memo, category): (&str, &str), sum: i64, random: &mut Random| -> Fields {
        *voucher += 1;
        vec![
            ("日期", after(first, i32::try_from(at).unwrap_or(0)).into()),
            ("凭证", format!("记-{voucher:03}").into()),
            ("摘要", format!("{}月{memo}", first.month()).into()),
            ("科目", category.into()),
            ("金额", money(sum)),
            ("经手人", random.pick(&PERSONS).into()),
        ]
    };
    let (mut incomes, mut expenses): (Vec<Node>, Vec<Node>) = (Vec::new(), Vec::new());
    for n in 0..random.between(2, 4) {
        let sum = random.cents(1500, 12_000);
        *balance += sum;
        incomes.push(line(n * 6 + 1, random.pick(&INCOMES), sum, random).into());
    }
    for n in 0..random.between(5, 9) {
        let sum = random.cents(100, 2400);
        *balance -= sum;
        let mut fields = line(n * 3 + 1, random.pick(&EXPENSES), sum, random);
        fields.extend([("证明人", random.pick(&PERSONS).into()), ("审批人", random.pick(&PERSONS).into())]);
        if n == 0 {
            fields.extend(decision.clone().map(|d| ("决策", Node::from(d))));
        }
        expenses.push(fields.into());
    }
    let cash = 80_000 + i64::from(random.between(0, 600)) * 100;
    let funds: Fields = vec![("现金", money(cash)), ("银行存款", money(*balance - cash))];
    let month = format!("{:04}-{:02}", first.year(), first.month());
    let mut fields: Fields = vec![
        ("期间", crate::node::plain(month.clone())),
        ("账户", "集体经济".into()),
        ("期初", money(opening)),
        ("收入", incomes.into()),
        ("支出", expenses.into()),
        ("期末", money(*balance)),
        ("货币资金", funds.into()),
        ("说明", "票据由监督委员会逐笔核对；本表为示例。".into()),
    ];
    let shown = after(first, 40);
    fields.extend(super::published(shown, facts, random));
    let title = format!("{}年{}月财务收支（示例）", first.year(), first.month());
    record_with("finance", "finance", month, title, shown, fields)
}
