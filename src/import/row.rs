//! What a row below the heads is.
//!
//! In: a row. Out: an entry, a sum, a balance, or something that is no entry. Never drops a row that could be
//! an entry.

use super::convert::{self, Reading};
use super::grid::Grid;
use super::heads::Heads;
use crate::layout::{Holds, Layout};
use crate::profile::import::{DateOrder, ImportProfile};
use crate::sheet::Cell;
use crate::value::half_width;

/// Income or expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Side {
    /// Money in.
    Income,
    /// Money out.
    Expense,
}

/// What a sum adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SumOf {
    /// The rows since the last 小计.
    Block,
    /// The rows of a printed page.
    Page,
    /// All rows above.
    All,
    /// All rows since the beginning of the year.
    Year,
}

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sort {
    /// Nothing that counts: empty, heads once more, signatures, remarks.
    Nothing,
    /// A sum, with its words and the side it names.
    Sum(SumOf, String, Option<Side>),
    /// The balance before the first entry.
    Opening,
    /// The balance after the last entry.
    Closing,
    /// A heading: the rows below are of this side.
    Side(Side),
    /// An entry.
    Entry,
}

const OPENING: &[&str] = &[
    "期初余额",
    "期初结存",
    "上期结转",
    "上期结余",
    "上期结存",
    "上期余额",
    "上月结转",
    "上月结余",
    "上月结存",
    "上月余额",
    "上季结转",
    "上季结余",
    "上年结转",
    "上年结余",
    "上年结存",
];
const CLOSING: &[&str] = &[
    "期末余额",
    "期末结存",
    "期末结余",
    "本期结余",
    "本期结存",
    "本月结余",
    "本月结存",
    "本季结余",
    "结转下期",
    "结转下月",
    "结转下年",
    "本年结余",
];
/// Words with which rows begin that stand below a table.
const FOOT: &[&str] = &[
    "制表",
    "填表",
    "填报",
    "审核",
    "复核",
    "审批人",
    "负责人",
    "村主任",
    "主任",
    "书记",
    "会计",
    "出纳",
    "监督",
    "监委会",
    "理财",
    "记账",
    "备注",
    "说明",
    "注:",
    "注1",
    "附注",
    "附:",
    "单位负责",
    "公示",
    "公开日期",
    "打印",
    "日期:",
    "承前页",
    "过次页",
    "接下页",
    "转下页",
    "以下空白",
    "报账员",
    "盖章",
    "签字",
    "签章",
    "经办人:",
    "第",
    "共",
];

/// Sorts one row.
pub(super) fn sort(
    grid: &Grid<'_>,
    heads: &Heads,
    row: usize,
    layout: &Layout,
    mapping: Option<&ImportProfile>,
) -> Sort {
    let cells: Vec<&Cell> = grid.sheet.rows[row].iter().filter(|c| !c.is_empty()).collect();
    if cells.is_empty() || heads.repeats(grid, row) {
        return Sort::Nothing;
    }
    let texts: Vec<String> =
        cells.iter().filter_map(|c| if let Cell::Text(t) = c { Some(bare(t)) } else { None }).collect();
    let first = texts.first().map(String::as_str).unwrap_or_default();
    if mapping.is_some_and(|m| m.skip.iter().any(|words| texts.iter().any(|t| t.starts_with(&bare(words))))) {
        return Sort::Nothing;
    }
    let finance = layout.kind == "finance";
    let has_date = heads.columns.iter().any(|m| {
        let dated = m.field.is_some_and(|f| layout.columns[f].holds == Holds::Date);
        dated && is_value(grid.sheet.cell(row, m.at), Holds::Date)
    });
    if finance && texts.iter().any(|t| OPENING.contains(&t.as_str())) {
        return Sort::Opening;
    }
    if finance && texts.iter().any(|t| CLOSING.contains(&t.as_str())) {
        return Sort::Closing;
    }
    if let Some((of, label)) = texts.iter().find_map(|t| sum_of(t, has_date).map(|of| (of, t.clone()))) {
        let side = side_of(&label);
        return Sort::Sum(of, label, side);
    }
    let alone = cells.len() == 1;
    if let Some(side) = side_of(first).filter(|_| finance && alone && first.chars().count() <= 8) {
        return Sort::Side(side);
    }
    if (alone || !has_values(grid, heads, row, layout)) && FOOT.iter().any(|foot| first.starts_with(foot)) {
        return Sort::Nothing;
    }
    Sort::Entry
}

/// Whether a number or a day stands in a column that holds such.
fn has_values(grid: &Grid<'_>, heads: &Heads, row: usize, layout: &Layout) -> bool {
    heads.columns.iter().any(|m| {
        let cell = grid.sheet.cell(row, m.at);
        match m.field.map(|field| layout.columns[field].holds) {
            Some(Holds::Text) => false,
            Some(holds) => is_value(cell, holds),
            None => m.free && matches!(cell, Cell::Number(_) | Cell::Date(_)),
        }
    })
}

/// Whether a cell can be read as what its column holds.
fn is_value(cell: &Cell, holds: Holds) -> bool {
    let reading = Reading { holds, wan: false, from_1904: false, dates: DateOrder::YearFirst };
    matches!(convert::value(cell, reading), Ok(Some(_)))
}

/// The side that words name, where they name one.
pub(super) fn side_of(text: &str) -> Option<Side> {
    let (income, expense) = (text.contains("收入"), text.contains("支出"));
    match (income, expense) {
        (true, false) => Some(Side::Income),
        (false, true) => Some(Side::Expense),
        _ => None,
    }
}

/// What a word adds up; a longer one only in a row without a day.
fn sum_of(text: &str, dated: bool) -> Option<SumOf> {
    // `合计（大写）：…`, `合计12户`.
    let word = text
        .split(['(', ':'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '户' || c == '人');
    let exact = match word {
        "小计" | "subtotal" => Some(SumOf::Block),
        "本页合计" | "本页小计" | "本页共计" => Some(SumOf::Page),
        "合计" | "总计" | "共计" | "合计数" | "本期合计" | "本月合计" | "本季合计" | "本年合计" | "本期发生额"
        | "本月发生额" | "total" => Some(SumOf::All),
        "累计" | "本年累计" | "年度累计" | "自年初累计" => Some(SumOf::Year),
        _ => None,
    };
    let long = || match word {
        _ if dated || word.chars().count() > 10 => None,
        _ if word.ends_with("小计") => Some(SumOf::Block),
        _ if word.ends_with("累计") => Some(SumOf::Year),
        _ if word.ends_with("合计") || word.ends_with("总计") => Some(SumOf::All),
        _ => None,
    };
    exact.or_else(long)
}

/// The words without blanks, in usual width.
fn bare(text: &str) -> String {
    half_width(text).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_sums() {
        for (text, dated, want) in [
            ("合计", true, Some(SumOf::All)),
            ("小计", false, Some(SumOf::Block)),
            ("本页合计", false, Some(SumOf::Page)),
            ("收入合计", false, Some(SumOf::All)),
            ("合计12户", false, Some(SumOf::All)),
            ("合计(大写):壹元整", false, Some(SumOf::All)),
            ("本年累计", false, Some(SumOf::Year)),
            ("付工程款合计", true, None),
            ("路灯维修", false, None),
        ] {
            assert_eq!(sum_of(text, dated), want, "{text}");
        }
    }
}
