//! 项目: from the decision by budget, contract, progress and payments to acceptance.
//!
//! In: `projects/*.md`. Out: its checks, facts and page. Never takes percentages of money from the record.

use std::collections::BTreeMap;

use super::decision::Decision;
use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::At;
use crate::value::{Date, FilePath, Money, Number, Ref, Target};

crate::record! {
    /// A project.
    pub struct Project + common: Common {
        /// Kind of work.
        category "类别": Option<String>,
        /// The decision it carries out.
        decision "决策": Option<Ref<Decision>>,
        /// Where.
        place "地点": Option<String>,
        /// Budget, 元.
        budget "预算": Option<At<Money>>,
        /// Money by source, 元.
        funding "资金来源": BTreeMap<String, At<Money>>,
        /// The contract.
        contract "合同": Option<At<Contract>>,
        /// Changes of the contract.
        changes "变更": Vec<At<Change>>,
        /// Payments.
        payments "付款": Vec<At<Payment>>,
        /// Progress reports.
        progress "进度": Vec<At<ProgressReport>>,
        /// Work begun.
        started "开工": Option<At<Date>>,
        /// Work ended.
        finished "竣工": Option<At<Date>>,
        /// Acceptance.
        acceptance "验收": Option<At<Acceptance>>,
        /// Final account, 元.
        settlement "结算": Option<At<Money>>,
        /// What it is to bring, in figures.
        targets "目标": Vec<At<Goal>>,
    }
}

crate::record! {
    /// A contract.
    pub struct Contract {
        /// Number.
        number "编号": Option<String>,
        /// Who builds.
        contractor "承建方": String,
        /// Price, 元.
        amount "金额": At<Money>,
        /// Signed on.
        signed "日期": At<Date>,
        /// To be finished by.
        due "工期至": Option<At<Date>>,
    }
}

crate::record! {
    /// A change of the contract.
    pub struct Change {
        /// When.
        date "日期": At<Date>,
        /// By how much, 元; negative where it became less.
        amount "金额": At<Money>,
        /// Why.
        note "说明": String,
    }
}

crate::record! {
    /// A payment.
    pub struct Payment {
        /// When.
        date "日期": At<Date>,
        /// How much, 元.
        amount "金额": At<Money>,
        /// Voucher number.
        voucher "凭证": Option<String>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

crate::record! {
    /// How far the work is.
    pub struct ProgressReport {
        /// When.
        date "日期": At<Date>,
        /// Percent done, 0 to 100.
        percent "完成": At<u32>,
        /// Remarks.
        note "说明": Option<String>,
        /// A photograph.
        photo "照片": Option<FilePath>,
    }
}

crate::record! {
    /// Acceptance of the work.
    pub struct Acceptance {
        /// When.
        date "日期": At<Date>,
        /// Result.
        result "结论": String,
        /// By whom.
        body "机构": Option<String>,
    }
}

crate::record! {
    /// A goal in figures.
    pub struct Goal {
        /// What.
        name "名称": String,
        /// How much is wanted.
        target "数量": At<Number>,
        /// Unit.
        unit "单位": String,
        /// How much is done.
        done "完成": Option<At<Number>>,
    }
}

impl Target for Project {
    const FOLDER: &'static str = "projects";
}

impl Kind for Project {
    const NAME: &'static str = "project";
    const FORMAT: Format = Format::Prose;

    fn common(&self) -> &Common {
        &self.common
    }

    fn facts(&self, _me: &Record, _scope: &Scope<'_>) -> Facts {
        Facts { date: self.progress.last().map(|p| p.date.value), ..Facts::default() }
    }
}
