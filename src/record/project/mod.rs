//! 项目: from the decision by budget, contract, progress and payments to acceptance.
//!
//! In: `projects/*.md`. Out: its checks, facts and page. Never takes percentages of money from the record.

mod check;
mod detail;
mod resolution;
mod stage;
mod timeline;

use std::collections::BTreeMap;

use tera::Value;

use super::decision::Decision;
use super::facts::{Fulfils, Progress};
use super::{Common, Facet, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::value::{Date, FilePath, Money, Number, Ref, Target, Wu};

/// The catalogue item of works.
const ITEM: &str = "C15";

crate::fields! {
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

crate::fields! {
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

crate::fields! {
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

crate::fields! {
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

impl Project {
    /// Sum of the changes of the contract.
    pub fn changes_total(&self) -> Money {
        self.changes.iter().map(|c| c.amount.value).sum()
    }

    /// The contract with its changes; `None` where there is no contract.
    pub fn contract_total(&self) -> Option<Money> {
        self.contract.as_ref().map(|c| c.amount.value + self.changes_total())
    }

    /// The year it is listed under: when the work began, else the contract, else the newest event.
    fn year(&self, as_of: Date) -> Option<i16> {
        let begun = self.started.as_ref().or(self.contract.as_ref().map(|c| &c.signed)).map(|d| d.value);
        begun.or(timeline::newest(self, as_of)).map(Date::year)
    }

    /// Sum of the payments.
    pub fn paid(&self) -> Money {
        self.payments.iter().map(|p| p.amount.value).sum()
    }
}

impl Kind for Project {
    const NAME: &'static str = "project";
    const FORMAT: Format = Format::Prose;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, me, scope, sink);
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let stage = stage::of(self, scope.as_of);
        let percent = self.percent(scope.as_of);
        Facts {
            date: timeline::newest(self, scope.as_of),
            wu: Some(Wu::Affairs),
            fulfils: vec![Fulfils { item: ITEM.to_owned(), period: None, not_applicable: false }],
            state: Some(stage::state(self, scope.as_of)),
            summary: detail::summary(self, scope),
            progress: percent.filter(|_| stage.is_doing()).map(|step| Progress {
                step,
                of: 100,
                label: stage::reached(self, scope),
            }),
            doing: stage.is_doing(),
            facets: Facet::known([self.year(scope.as_of).map(Facet::year)]),
            amount: self.contract_total().or(self.budget.as_ref().map(|b| b.value)),
            ..Facts::default()
        }
    }

    fn detail(&self, me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&detail::of(self, me, scope))
    }

    fn section(scope: &Scope<'_>) -> Value {
        Value::from_serializable(&detail::section(scope))
    }
}
