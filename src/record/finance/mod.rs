//! 财务公开: income and expense of one account in one period, where the money lies, what the
//! collective owns, what was earned and to whom it went.
//!
//! In: `finance/*.yaml`. Out: its checks, facts and page. Never a float; totals are computed.

mod adjustment;
mod anchor;
mod balance;
mod budget;
mod chain;
mod check;
mod distribution;
mod funds;
mod line;
mod rows;
mod section;
mod view;

use std::collections::BTreeMap;

use tera::Value;

use self::adjustment::{Adjustments, Restatement};
use self::balance::{BalanceSheet, Column, total};
use self::chain::Side;
use self::distribution::SystemRef;
use self::rows::Rows;
use super::common::{FINANCE_REVIEW_FIRST, REVIEW_FIRST};
use super::facts::{Fulfils, Group, MoneyFact};
use super::{Common, Facet, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::{At, Sink};
use crate::value::{Date, Money, Period, Target, Wu};

pub(super) use self::anchor::anchors;
pub(super) use self::check::capital;
pub use self::funds::Funds;
pub use self::line::Line;

/// The catalogue item of income and expense in detail.
const ITEM_LINES: &str = "F2";
/// The catalogue item of money at hand.
const ITEM_FUNDS: &str = "F3";
/// The catalogue item of earnings and their distribution.
const ITEM_DISTRIBUTION: &str = "F7";

crate::choice! {
    /// When voucher numbers begin anew.
    pub enum Numbering {
        /// Every month.
        Monthly = "每月" | "monthly";
        /// Every year.
        Yearly = "每年" | "yearly";
    }
}

crate::fields! {
    /// A finance record: income and expense where 期初 is given, and further statements in sections.
    pub struct Finance + common: Common {
        /// The period.
        period "期间": At<Period>,
        /// The account.
        account "账户": At<String>,
        /// Balance at the beginning, 元; what makes the record one of income and expense.
        opening "期初": Option<At<Money>>,
        /// Why the opening is not the closing before.
        adjustments "期初调整": Adjustments,
        /// Income, line by line; or a CSV beside the record.
        income "收入": Rows<Line>,
        /// Expense, line by line; or a CSV beside the record.
        expense "支出": Rows<Line>,
        /// Sums by category, 元: check sums.
        subtotals "小计": BTreeMap<String, At<Money>>,
        /// Sums of both sides, 元: check sums.
        totals "合计": Option<SideSums>,
        /// Sums since the beginning of the year, 元: check sums.
        year_to_date "本年累计": Option<SideSums>,
        /// Balance at the end, 元: a check sum.
        closing "期末": Option<At<Money>>,
        /// The balance at the end in 大写: a check sum.
        closing_capital "期末大写": Option<At<String>>,
        /// Whether the page shows the balance in 大写.
        capital "大写": bool,
        /// Where the balance lies.
        funds "货币资金": Option<At<Funds>>,
        /// The year's budget by category, 元.
        budget "预算": BTreeMap<String, At<Money>>,
        /// When voucher numbers begin anew; holds until another record of the account says otherwise.
        numbering "凭证编号": Option<Numbering>,
        /// Voucher numbers without a line, with the reason: 作废, 转账.
        unused "缺号": BTreeMap<String, At<String>>,
        /// Assets, liabilities and equity.
        balance_sheet "资产负债": Option<At<BalanceSheet>>,
        /// Earnings and their distribution: amounts by row, 元.
        distribution "收益分配": BTreeMap<String, At<Money>>,
        /// The accounting system whose formulas hold; the one of the period where missing.
        system "会计制度": Option<SystemRef>,
        /// Figures that were published before and are others now.
        restatements "重述": Vec<At<Restatement>>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

crate::fields! {
    /// Sums of income and expense.
    pub struct SideSums {
        /// Income, 元.
        income "收入": Option<At<Money>>,
        /// Expense, 元.
        expense "支出": Option<At<Money>>,
    }
}

impl Target for Finance {
    const FOLDER: &'static str = "finance";
}

impl Finance {
    /// Sum of the income lines.
    pub fn income_total(&self) -> Money {
        Side::Income.total(self)
    }

    /// Sum of the expense lines.
    pub fn expense_total(&self) -> Money {
        Side::Expense.total(self)
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
        let fulfils = |item: &str| Fulfils::item(item, Some(period));
        let funds = self.funds.as_ref().is_some_and(|f| f.total().is_some());
        let items = [
            self.opening.is_some().then_some(ITEM_LINES),
            funds.then_some(ITEM_FUNDS),
            (!self.distribution.is_empty()).then_some(ITEM_DISTRIBUTION),
        ];
        Facts {
            date: Some(self.common.published.as_ref().map_or(period.last(), |d| d.value)),
            period: Some(period),
            wu: Some(Wu::Finance),
            fulfils: items.into_iter().flatten().map(fulfils).collect(),
            summary: self.summary(scope),
            money: self.money(),
            group: Some(Group::titled(&self.account.value)),
            facets: vec![Facet::year(period.year()), Facet::titled(Facet::ACCOUNT, &self.account)],
            order: newest_first(period.last()),
            ..Facts::default()
        }
    }

    fn detail(&self, me: &Record, scope: &Scope<'_>) -> Value {
        Value::from_serializable(&view::of(self, me, scope))
    }

    fn section(scope: &Scope<'_>) -> Value {
        Value::from_serializable(&section::of(scope))
    }
}

impl Finance {
    fn money(&self) -> Option<MoneyFact> {
        let (income, expense) = (self.income_total(), self.expense_total());
        let closing = self.opening.as_ref()?.value + income - expense;
        let (account, period) = (self.account.value.clone(), self.period.value);
        Some(MoneyFact { account, period, income, expense, closing })
    }

    /// One clause for lists: a sentence for each statement of the record.
    fn summary(&self, scope: &Scope<'_>) -> String {
        let words = scope.words();
        let mut parts = Vec::new();
        if let Some(money) = self.money() {
            let sums = [("income", money.income), ("expense", money.expense), ("closing", money.closing)];
            parts.push(words.text("finance-summary", &sums.map(|(name, sum)| (name, sum.grouped()))));
        }
        if let Some(sheet) = &self.balance_sheet {
            let sums = sheet.sides().map(|(name, rows)| (name, total(rows, Column::Closing).grouped()));
            parts.push(words.text("finance-summary-balance", &sums));
        }
        if let Some(system) = distribution::system(self, scope).filter(|_| !self.distribution.is_empty()) {
            let rows = distribution::rows(self, system);
            let left = distribution::amount(&rows, &system.carried_out).grouped();
            let facts = [("row", system.carried_out.clone()), ("left", left)];
            parts.push(words.text("finance-summary-distribution", &facts));
        }
        parts.join(&words.word("finance-summary-and"))
    }
}

/// A position that is smaller the later the day is.
fn newest_first(day: Date) -> u32 {
    let days = (Date::MAX - day).get_days();
    u32::try_from(days).unwrap_or(u32::MAX)
}
