//! One line of income or expense, and the typed sums that may stand among lines.
//!
//! In: a mapping or a row of a CSV. Out: `Line`. Never reads what a voucher holds.

use super::super::decision::Decision;
use super::super::project::Project;
use super::rows::{Key, Row, SumKind};
use crate::diagnostic::At;
use crate::schema::{Fields, ObjectShape};
use crate::value::{Date, FilePath, Money, Ref};

crate::fields! {
    /// One line of income or expense.
    pub struct Line {
        /// When.
        date "日期": At<Date>,
        /// Voucher number.
        voucher "凭证": Option<At<String>>,
        /// What for.
        memo "摘要": String,
        /// Category.
        category "科目": At<String>,
        /// Amount, 元.
        amount "金额": At<Money>,
        /// The amount in 大写: a check sum.
        capital "大写金额": Option<At<String>>,
        /// The voucher that this line reverses, with its period before it where it is an earlier one.
        reverses "冲销": Option<At<String>>,
        /// Where the money came from.
        source "资金来源": Option<String>,
        /// Who handled it.
        handler "经手人": Option<String>,
        /// Who witnessed it.
        witness "证明人": Option<String>,
        /// Who approved it.
        approver "审批人": Option<String>,
        /// The decision it rests on.
        decision "决策": Option<Ref<Decision>>,
        /// The project it belongs to.
        project "项目": Option<Ref<Project>>,
        /// The receipt.
        receipt "票据": Option<FilePath>,
    }
}

crate::fields! {
    /// A typed sum among lines.
    pub struct LineSum {
        /// 小计, 合计 or 本年累计; here or in 科目.
        memo "摘要": Option<String>,
        /// 小计, 合计 or 本年累计.
        category "科目": Option<String>,
        /// Amount, 元.
        amount "金额": At<Money>,
    }
}

impl Row for Line {
    const LABELS: &'static [Key] = &[("摘要", "memo"), ("科目", "category")];
    const AMOUNTS: &'static [Key] = &[("金额", "amount")];

    fn sum_shape() -> ObjectShape {
        <LineSum as Fields>::shape()
    }

    fn sum_of(label: &str) -> Option<SumKind> {
        match label {
            "小计" | "subtotal" => Some(SumKind::Block),
            "合计" | "总计" | "本月合计" | "本季合计" | "本期合计" | "total" => Some(SumKind::All),
            "本年累计" | "累计" | "year to date" => Some(SumKind::Year),
            _ => None,
        }
    }
}
