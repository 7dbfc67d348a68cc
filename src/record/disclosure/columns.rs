//! What the columns of a disclosure's table hold, told by their heads and cells.
//!
//! In: a table, and how the catalogue item shows names. Out: a rule for each column.
//! Never sums what has no sum, such as rates and numbers of order.

use crate::profile::catalogue::{CatalogueItem, NameRule, Persons};
use crate::profile::register::ColumnType;
use crate::record::table_view::{ColumnRule, body};
use crate::value::{Money, Number, Table};

/// Parts of heads under which persons are named.
const NAMES: &[&str] = &["姓名", "户主", "申请人", "受益人", "领取人", "领款人", "监护人", "捐赠人", "承包人"];

/// Parts of heads that hold money.
const MONEY: &[&str] =
    &["金额", "（元", "(元", "万元", "资金", "补贴", "津贴", "收入", "支出", "预算", "总价", "合同价", "造价", "款"];

/// Parts of heads that can be summed.
const SUMS: &[&str] = &["人数", "户数", "人次", "件数", "次数", "数量", "面积", "亩", "合计", "小计", "场次"];

/// Parts of heads that cannot, whatever else stands in them.
const NO_SUMS: &[&str] = &["标准", "单价", "每", "率", "比例", "占比", "序号", "编号", "年龄", "均", "/"];

pub(super) fn rules(table: &Table, item: Option<&CatalogueItem>) -> Vec<ColumnRule> {
    let names = names(item);
    table.columns.iter().enumerate().map(|(at, name)| rule(table, at, name, names)).collect()
}

/// How the item shows names; where it does not say, the more delicate the list, the less.
fn names(item: Option<&CatalogueItem>) -> NameRule {
    let unsaid = match item.and_then(|i| i.pii) {
        Some(Persons::Sensitive) => NameRule::Omit,
        Some(Persons::List) => NameRule::Partial,
        Some(Persons::None) | None => NameRule::Full,
    };
    item.and_then(|i| i.names).unwrap_or(unsaid)
}

/// Whether a column of this name can be summed, as far as its name tells.
pub fn is_sum_column(name: &str) -> bool {
    let any = |parts: &[&str]| parts.iter().any(|p| name.contains(p));
    !any(NO_SUMS) && (any(MONEY) || any(SUMS))
}

/// Whether a table names persons.
pub(super) fn names_persons(table: &Table) -> bool {
    (0..table.columns.len()).any(|at| is_names(table, at))
}

/// What stands in the columns that name persons.
pub(super) fn persons(table: &Table) -> Vec<String> {
    let columns: Vec<usize> = (0..table.columns.len()).filter(|at| is_names(table, *at)).collect();
    body(table).flat_map(|row| columns.iter().map(|at| row[*at].value.clone())).collect()
}

fn rule(table: &Table, at: usize, name: &str, names: NameRule) -> ColumnRule {
    let kind = kind(table, at, name);
    let any = |parts: &[&str]| parts.iter().any(|p| name.contains(p));
    let total = kind.is_numeric() && !any(NO_SUMS) && (kind == ColumnType::Money || any(SUMS));
    let shown = if is_names(table, at) { names } else { NameRule::Full };
    ColumnRule { at, name: name.to_owned(), kind, total, shown }
}

fn kind(table: &Table, at: usize, name: &str) -> ColumnType {
    let cells = || body(table).map(|row| row[at].value.as_str()).filter(|c| !c.is_empty());
    let has = |parts: &[&str]| parts.iter().any(|p| name.contains(p));
    if cells().next().is_none() || !cells().all(|c| Number::parse(c).is_some() || Money::parse(c).is_some()) {
        return ColumnType::Text;
    }
    let counts = has(SUMS) && !has(&["金额", "（元", "(元", "万元", "资金"]);
    if has(MONEY) && !counts && !has(NO_SUMS) && cells().all(|c| Money::parse(c).is_some()) {
        ColumnType::Money
    } else {
        ColumnType::Number
    }
}

fn is_names(table: &Table, at: usize) -> bool {
    let name = table.columns[at].as_str();
    NAMES.iter().any(|p| name.contains(p)) && kind(table, at, name) == ColumnType::Text
}
