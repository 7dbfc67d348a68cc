//! 台账样式: columns of a register, their checks, and what is private.
//!
//! In: `registers/*.yaml`. Out: `RegisterProfile`. Never holds rows.

mod check;
mod sound;

pub use check::{Carried, DisplayDays, Nature, Ranked, TableCheck, Test};
pub use sound::{Setting, check_condition, check_formula};

use super::catalogue::NameRule;
use super::common::ProfileHead;
use super::formula::Formula;
use crate::diagnostic::At;
use crate::value::{CommunityType, Target};

crate::choice! {
    /// What a column holds.
    pub enum ColumnType {
        /// Text.
        Text = "文字" | "text";
        /// A number.
        Number = "数字" | "number";
        /// A share in percent, drawn as a bar.
        Percent = "百分比" | "percent";
        /// Money, 元.
        Money = "金额" | "money";
        /// A date.
        Date = "日期" | "date";
        /// 是 or 否.
        YesNo = "是否" | "yes-no";
        /// The name of a community, which links to it where the city knows it.
        Community = "村社区" | "community";
    }
}

crate::fields! {
    /// A kind of register.
    pub struct RegisterProfile + head: ProfileHead {
        /// The heading under which the section page shows it.
        category "类别": Option<String>,
        /// Where that heading stands among the others, smaller first.
        position "次序": Option<u32>,
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
        /// The catalogue item that it fulfils.
        item "目录项": Option<String>,
        /// Whether its rows are persons, so that the list must end one day.
        persons "名单": bool,
        /// Its columns in order.
        columns "列": Vec<Column>,
        /// Figures that the record states beside its rows, to be compared with them.
        stated "核对项": Vec<StatedItem>,
        /// The column by whose words the page sums up.
        group_by "分组": Option<At<String>>,
        /// Whether sums over all rows say nothing, as of claims and debts together: only those of 分组 are shown.
        parts_only "只按组合计": bool,
        /// What must be true of its rows.
        checks "检查": Vec<At<TableCheck>>,
    }
}

crate::fields! {
    /// One column.
    pub struct Column {
        /// Its head.
        name "名称": String,
        /// What it holds.
        kind "类型": ColumnType,
        /// Whether every row must have it.
        required "必填": bool,
        /// Whether no two rows may share it.
        unique "唯一": bool,
        /// Whether it is summed.
        total "合计": bool,
        /// How much of it is shown; all where missing.
        private "隐私": Option<NameRule>,
        /// Words that can stand in it; any where empty.
        options "可选值": Vec<String>,
        /// How it is worked out from other columns of its row; then nobody types it.
        formula "算式": Option<At<Formula>>,
    }
}

crate::fields! {
    /// A figure that a record states beside its rows.
    pub struct StatedItem {
        /// Its name, as formulas call it: `核对.发放总额`.
        name "名称": String,
        /// What it is: 数字 or 金额.
        kind "类型": ColumnType,
        /// Whether every record must state it.
        required "必填": bool,
    }
}

impl Target for RegisterProfile {
    const FOLDER: &'static str = "registers";
}

impl RegisterProfile {
    /// The column of a head.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    /// The figure that a record may state under a name.
    pub fn stated_item(&self, name: &str) -> Option<&StatedItem> {
        self.stated.iter().find(|s| s.name == name)
    }
}

impl ColumnType {
    /// Whether its cells are numbers.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Money | Self::Percent)
    }

    /// Whether its cells can be added to one sum.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Number | Self::Money)
    }

    /// To how many decimal places its numbers are worked out.
    pub fn places(self) -> u32 {
        match self {
            Self::Percent => 1,
            _ => 2,
        }
    }
}
