//! 财务公开: opening balance, income, expense, closing balance of one account in one period.
//!
//! In: `finance/*.yaml`. Out: its checks, facts and page. Never a float; totals are computed.

mod budget;
mod chain;
mod check;
mod detail;
mod section;

use std::collections::BTreeMap;

use tera::Value;

use super::common::{FINANCE_REVIEW_FIRST, REVIEW_FIRST};
use super::decision::Decision;
use super::facts::{Fulfils, Group, MoneyFact};
use super::project::Project;
use super::{Common, Facet, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::locale::messages;
use crate::value::{Date, FilePath, Money, Period, Ref, Target, Wu};

/// The catalogue item of income and expense in detail.
const ITEM_LINES: &str = "F2";
/// The catalogue item of money at hand.
const ITEM_FUNDS: &str = "F3";

crate::fields! {
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
    /// Where the balance lies.
    pub struct Funds {
        /// Cash in hand, 元.
        cash "现金": Option<At<Money>>,
        /// In the bank, 元.
        bank "银行存款": Option<At<Money>>,
        /// In transit, 元.
        transit "在途": Option<At<Money>>,
    }
}

impl Target for Finance {
    const FOLDER: &'static str = "finance";
}

impl Finance {
    /// Sum of the income lines.
    pub fn income_total(&self) -> Money {
        self.income.iter().map(|l| l.amount.value).sum()
    }

    /// Sum of the expense lines.
    pub fn expense_total(&self) -> Money {
        self.expense.iter().map(|l| l.amount.value).sum()
    }

    /// The balance at the end, by computation.
    pub fn closing_computed(&self) -> Money {
        self.opening.value + self.income_total() - self.expense_total()
    }
}

impl Funds {
    /// What is there in all; `None` where no place is given.
    pub fn total(&self) -> Option<Money> {
        let places = [&self.cash, &self.bank, &self.transit];
        let given: Vec<Money> = places.into_iter().flatten().map(|m| m.value).collect();
        (!given.is_empty()).then(|| given.into_iter().sum())
    }
}

/// The share of each household, where the community tells how many there are.
fn per_household(amount: Money, scope: &Scope<'_>) -> Option<Money> {
    let figures = scope.corpus.community.figures.as_ref()?;
    let households = figures.households.as_ref().filter(|n| n.value > 0)?;
    Some(amount.per(households.value))
}

impl Kind for Finance {
    const NAME: &'static str = "finance";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
        check::check(self, me, scope, sink);
    }

    fn reviewed_by(&self, _scope: &Scope<'_>) -> &'static [&'static str] {
        &[FINANCE_REVIEW_FIRST, REVIEW_FIRST]
    }

    fn facts(&self, _me: &Record, scope: &Scope<'_>) -> Facts {
        let period = self.period.value;
        let (income, expense) = (self.income_total(), self.expense_total());
        let closing = self.opening.value + income - expense;
        let fulfils = |item: &str| Fulfils { item: item.to_owned(), period: Some(period), not_applicable: false };
        let funds = self.funds.as_ref().is_some_and(|f| f.total().is_some());
        let sums = [("income", income.grouped()), ("expense", expense.grouped()), ("closing", closing.grouped())];
        Facts {
            date: Some(self.common.published.as_ref().map_or(period.last(), |d| d.value)),
            period: Some(period),
            wu: Some(Wu::Finance),
            fulfils: std::iter::once(ITEM_LINES).chain(funds.then_some(ITEM_FUNDS)).map(fulfils).collect(),
            summary: messages(scope.city.language()).text("finance-summary", &sums),
            money: Some(MoneyFact { account: self.account.value.clone(), period, income, expense, closing }),
            group: Some(Group::titled(&self.account.value)),
            facets: vec![Facet::year(period.year()), Facet::titled(Facet::ACCOUNT, &self.account)],
            order: newest_first(period.last()),
            ..Facts::default()
        }
    }

    fn detail(&self, me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&detail::of(self, me, scope))
    }

    fn section(scope: &Scope<'_>) -> Value {
        Value::from_serializable(&section::of(scope))
    }
}

/// A position that is smaller the later the day is.
fn newest_first(day: Date) -> u32 {
    let days = (Date::MAX - day).get_days();
    u32::try_from(days).unwrap_or(u32::MAX)
}
