//! 台账样式: columns of a register, their checks, and what is private.
//!
//! In: `registers/*.yaml`. Out: `RegisterProfile`. Never holds rows.

use super::Places;
use super::catalogue::NameRule;
use super::common::{ProfileHead, check_some, check_twice};
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::value::Target;

crate::choice! {
    /// What a column holds.
    pub enum ColumnType {
        /// Text.
        Text = "文字" | "text";
        /// A number.
        Number = "数字" | "number";
        /// Money, 元.
        Money = "金额" | "money";
        /// A date.
        Date = "日期" | "date";
        /// 是 or 否.
        YesNo = "是否" | "yes-no";
    }
}

crate::fields! {
    /// A kind of register.
    pub struct RegisterProfile + head: ProfileHead {
        /// The catalogue item that it fulfils.
        item "目录项": Option<String>,
        /// Its columns in order.
        columns "列": Vec<Column>,
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

    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        const COLUMNS: (&str, &str) = ("列", "columns");
        check_some(&self.columns, COLUMNS, places, sink);
        let place = |at| places.entry(COLUMNS, at, ("名称", "name"));
        check_twice(self.columns.iter().enumerate().map(|(at, c)| (c.name.as_str(), place(at))), sink);
        for (at, column) in self.columns.iter().enumerate() {
            if column.total && !column.kind.is_numeric() {
                let span = places.entry(COLUMNS, at, ("合计", "total"));
                sink.push(Diagnostic::new(&code::TOTAL_OF_WORDS, span).arg("column", &column.name));
            }
        }
    }
}

impl ColumnType {
    /// Whether its cells are numbers.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Money)
    }
}
