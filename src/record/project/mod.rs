//! 项目: from the decision by budget, tender, contract, progress and payments to acceptance and to
//! what residents think of it.
//!
//! In: `projects/*.md`. Out: its checks, facts and page. Never takes percentages of money from the record.

mod books;
mod check;
mod course;
mod detail;
mod parts;
mod resolution;
mod stage;
mod timeline;

use std::collections::BTreeMap;

use tera::Value;

use self::books::Books;
use self::parts::{Acceptance, Change, Contract, Goal, Payment, ProgressReport, ResidentEvaluation, Tender};
use super::decision::Decision;
use super::facts::{Fulfils, Progress};
use super::{Common, Facet, Facts, Format, Growth, Kind, Photograph, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::value::{Date, Money, Ref, Target, Wu};

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
        /// How the builder was chosen.
        tender "招标": Option<At<Tender>>,
        /// The contract.
        contract "合同": Option<At<Contract>>,
        /// Changes of the contract.
        changes "变更": Vec<At<Change>>,
        /// Payments; where none are listed, the lines of the books that name the project.
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
        /// What residents think of it.
        evaluation "居民评价": Option<At<ResidentEvaluation>>,
        /// When the matter was closed.
        closed "办结": Option<At<Date>>,
        /// What it is to bring, in figures.
        targets "目标": Vec<At<Goal>>,
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
    fn year(&self, books: &Books<'_>, as_of: Date) -> Option<i16> {
        let begun = self.started.as_ref().or(self.contract.as_ref().map(|c| &c.signed)).map(|d| d.value);
        begun.or(timeline::newest(self, books, as_of)).map(Date::year)
    }

    /// Sum of the changes that were approved.
    pub fn changes_approved(&self) -> Money {
        self.changes.iter().filter(|c| c.approval.is_some()).map(|c| c.amount.value).sum()
    }
}

impl Kind for Project {
    const NAME: &'static str = "project";
    const FORMAT: Format = Format::Prose;
    const GROWTH: Growth = Growth::Adds;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, me, scope, sink);
    }

    fn facts(&self, me: &Record, scope: &Scope<'_>) -> Facts {
        let stage = stage::of(self, scope.as_of);
        let percent = self.percent(scope.as_of);
        let books = Books::of(self, me, scope);
        Facts {
            date: timeline::newest(self, &books, scope.as_of),
            wu: Some(Wu::Affairs),
            fulfils: vec![Fulfils::item(ITEM, None)],
            state: Some(stage::state(self, scope.as_of)),
            summary: detail::summary(self, &books, scope),
            progress: percent.filter(|_| stage.is_doing()).map(|step| Progress {
                step,
                of: 100,
                label: stage::reached(self, scope),
            }),
            doing: stage.is_doing(),
            facets: Facet::known([self.year(&books, scope.as_of).map(Facet::year)]),
            amount: self.contract_total().or(self.budget.as_ref().map(|b| b.value)),
            ..Facts::default()
        }
    }

    fn photographs(&self) -> Vec<Photograph<'_>> {
        let of_report = |(path, label)| Photograph { path, label };
        let shown = self.progress.iter().filter_map(|r| Some((r.photo.as_ref()?.0.as_str(), r.note.as_deref())));
        shown.map(of_report).collect()
    }

    fn detail(&self, me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&detail::of(self, me, scope))
    }

    fn section(scope: &Scope<'_>) -> Value {
        Value::from_serializable(&detail::section(scope))
    }
}
