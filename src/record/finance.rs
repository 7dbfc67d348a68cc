//! 财务公开: opening balance, income, expense, closing balance of one account in one period.
//!
//! In: `finance/*.yaml`. Out: its checks, facts and page. Never a float; totals are computed.

use std::collections::BTreeMap;

use super::decision::Decision;
use super::project::Project;
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::At;
use crate::value::{Date, FilePath, Money, Period, Ref, Target};

crate::record! {
    /// A statement.
    pub struct Finance + common: Common {
        /// The period.
        period "期间": At<Period>,
        /// The account.
        account "账户": At<String>,
        /// Balance at the beginning, 元.
        opening "期初": At<Money>,
        /// Income, line by line.
        income "收入": Vec<At<Line>>,
        /// Expense, line by line.
        expense "支出": Vec<At<Line>>,
        /// Balance at the end, 元: a check sum.
        closing "期末": Option<At<Money>>,
        /// Where the balance lies.
        funds "货币资金": Option<At<Funds>>,
        /// The year's budget by category, 元.
        budget "预算": BTreeMap<String, At<Money>>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

crate::record! {
    /// One line of income or expense.
    pub struct Line {
        /// When.
        date "日期": At<Date>,
        /// Voucher number.
        voucher "凭证": Option<At<String>>,
        /// What for.
        memo "摘要": String,
        /// Category.
        category "科目": String,
        /// Amount, 元.
        amount "金额": At<Money>,
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

crate::record! {
    /// Where the balance lies.
    pub struct Funds {
        /// Cash in hand, 元.
        cash "现金": Option<Money>,
        /// In the bank, 元.
        bank "银行存款": Option<Money>,
        /// In transit, 元.
        transit "在途": Option<Money>,
    }
}

impl Target for Finance {
    const FOLDER: &'static str = "finance";
}

impl Kind for Finance {
    const NAME: &'static str = "finance";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn facts(&self, _me: &Record, _scope: &Scope<'_>) -> Facts {
        Facts {
            date: self.common.published.as_ref().map(|d| d.value),
            period: Some(self.period.value),
            ..Facts::default()
        }
    }
}
