//! The parts of a project: tender, contract, changes, payments, progress, acceptance, evaluation.
//!
//! In: the mappings of a project's record. Out: typed parts. Never knows of other records.

use super::super::decision::Decision;
use crate::diagnostic::At;
use crate::value::{Date, FilePath, Money, Number, Ref};

crate::fields! {
    /// How the builder was chosen.
    pub struct Tender {
        /// 公开招标, 邀请招标, 比选, 询价.
        method "方式": String,
        /// When it was announced.
        announced "公告日期": Option<At<Date>>,
        /// When the winner was fixed.
        date "日期": At<Date>,
        /// How many bid.
        bidders "投标家数": Option<At<u32>>,
        /// The highest price that may win, 元.
        ceiling "控制价": Option<At<Money>>,
        /// Who won.
        winner "中标单位": At<String>,
        /// For how much, 元.
        price "中标价": At<Money>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

crate::fields! {
    /// A contract.
    pub struct Contract {
        /// Number.
        number "编号": Option<String>,
        /// Who builds.
        contractor "承建方": At<String>,
        /// Price, 元.
        amount "金额": At<Money>,
        /// The price in 大写: a check sum.
        capital "大写金额": Option<At<String>>,
        /// Signed on.
        signed "日期": At<Date>,
        /// To be finished by.
        due "工期至": Option<At<Date>>,
    }
}

crate::fields! {
    /// A change of the contract.
    pub struct Change {
        /// When.
        date "日期": At<Date>,
        /// By how much, 元; negative where it became less.
        amount "金额": At<Money>,
        /// Why.
        note "说明": String,
        /// Who approved it.
        approval "审批": Option<Approval>,
    }
}

crate::fields! {
    /// The approval of a change.
    pub struct Approval {
        /// The approving body.
        body "机构": Option<String>,
        /// The person.
        person "人": Option<String>,
        /// When.
        date "日期": Option<At<Date>>,
        /// The decision it rests on.
        decision "决策": Option<Ref<Decision>>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

crate::fields! {
    /// A payment.
    pub struct Payment {
        /// When.
        date "日期": At<Date>,
        /// How much, 元.
        amount "金额": At<Money>,
        /// Voucher number.
        voucher "凭证": Option<At<String>>,
        /// Whether it is no part of the contract's price, such as design or supervision.
        outside "合同外": bool,
        /// Who paid, where it was not the community: then its books do not have it.
        payer "付款单位": Option<String>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

crate::fields! {
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

crate::fields! {
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

crate::fields! {
    /// What residents think of the finished work.
    pub struct ResidentEvaluation {
        /// When it was counted.
        date "日期": At<Date>,
        /// Forms given out.
        sent "发放": Option<At<u32>>,
        /// Forms that came back.
        returned "收回": At<u32>,
        /// Satisfied.
        satisfied "满意": At<u32>,
        /// By and large satisfied.
        fair "基本满意": Option<At<u32>>,
        /// Not satisfied.
        unsatisfied "不满意": Option<At<u32>>,
        /// What was said.
        note "意见": Option<String>,
    }
}

crate::fields! {
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

impl ResidentEvaluation {
    /// How many were satisfied or by and large satisfied.
    pub fn content(&self) -> u32 {
        self.satisfied.value.saturating_add(self.fair.as_ref().map_or(0, |n| n.value))
    }

    /// Percent of those who answered, with one place; `None` where nobody did.
    pub fn percent(&self) -> Option<Number> {
        let returned = rust_decimal::Decimal::from(self.returned.value);
        let content = rust_decimal::Decimal::from(self.content()) * rust_decimal::Decimal::ONE_HUNDRED;
        (!returned.is_zero()).then(|| Number((content / returned).round_dp(1)))
    }
}
