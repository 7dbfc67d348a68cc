//! Income and expense: the lines of an account.
//!
//! In: the field table of a line. Out: its columns, with what tells the two sides apart. Never knows totals.

use super::{Column, Holds, Layout, Role};
use crate::record::finance::Line;
use crate::schema::{Fields, Shape};

/// The words for both sides.
pub const SIDES: [&str; 2] = ["收入", "支出"];

/// Other heads under which people write a field, by its name in code.
const OTHERS: &[(&str, &[&str])] = &[
    ("date", &["记账日期", "业务日期", "发生日期", "凭证日期", "登记日期", "收支日期", "交易日期", "时间"]),
    ("voucher", &["凭证号", "凭证编号", "凭证字号", "记账凭证号", "凭单号", "字号", "单据号"]),
    ("memo", &["事由", "用途", "内容", "收支内容", "收支事项", "经济内容", "款项内容", "收支摘要"]),
    ("category", &["会计科目", "科目名称", "收支科目", "收支类别", "类别", "项目类别"]),
    ("amount", &["发生额", "发生金额", "收支金额", "交易金额"]),
    ("capital", &["大写", "金额大写"]),
    ("source", &["资金渠道"]),
    ("handler", &["经办人", "经手"]),
    ("witness", &["验收人", "证明"]),
    ("approver", &["审签人", "批准人", "审批"]),
    ("decision", &["决议"]),
];

/// The table of lines of both sides.
pub fn finance() -> Layout {
    let mut columns = vec![side()];
    for field in <Line as Fields>::shape().fields {
        let others = OTHERS.iter().find(|(en, _)| *en == field.en).map_or(&[][..], |(_, others)| others);
        let mut column = Column::new(field.zh, Holds::of_shape(&field.shape));
        column.en = field.en;
        column.others = others.iter().map(|o| (*o).to_owned()).collect();
        column.required = field.required;
        if matches!(field.shape, Shape::Money) {
            column.role = Role::Amount;
        }
        columns.push(column);
    }
    columns.push(amount("收入金额", Role::Income, &["收入", "收方", "收方金额", "借方", "借方金额", "借方发生额"]));
    columns.push(amount("支出金额", Role::Expense, &["支出", "付方", "付方金额", "贷方", "贷方金额", "贷方发生额"]));
    columns.push(amount("余额", Role::Balance, &["结余", "结存", "结余金额", "累计余额", "账户余额"]));
    Layout { kind: "finance", name: String::new(), columns, open: false, rules: Vec::new() }
}

/// The names of its columns, for mappings.
pub fn line_columns() -> Vec<String> {
    finance().columns.into_iter().map(|c| c.name).collect()
}

fn side() -> Column {
    let others = ["收支方向", "收支类型", "方向", "收/支", "收或支", "借贷", "借贷方向", "类型"];
    Column {
        others: others.map(str::to_owned).to_vec(),
        options: SIDES.map(str::to_owned).to_vec(),
        required: true,
        role: Role::Side,
        ..Column::new("收支", Holds::Text)
    }
}

fn amount(name: &str, role: Role, others: &[&str]) -> Column {
    let others = others.iter().map(|o| (*o).to_owned()).collect();
    Column { others, role, shown: false, adds_up: role != Role::Balance, ..Column::new(name, Holds::Money) }
}
