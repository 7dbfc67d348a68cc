//! 台账样式: columns of a register, their checks, and what is private.
//!
//! In: `registers/*.yaml`. Out: `RegisterProfile`. Never holds rows.

use super::catalogue::NameRule;
use super::common::ProfileHead;
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

crate::record! {
    /// A kind of register.
    pub struct RegisterProfile + head: ProfileHead {
        /// Its columns in order.
        columns "列": Vec<Column>,
    }
}

crate::record! {
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
