//! Several periods beside each other: amounts, and the heights of their bars.
//!
//! In: statements, earliest first. Out: rows for the table and heights in percent for the drawing.
//! Never rounds an amount: only heights are rounded.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::chain::{Entry, Follows, follows};
use crate::value::{Money, Number, Period};

/// Periods as a drawing with its table.
#[derive(Serialize)]
pub(in super::super) struct Trend {
    /// The rows, earliest first.
    rows: Vec<Row>,
    /// The greatest income or expense: the full height of the flows.
    top: Money,
    /// The greatest balance: the full height of the balances.
    top_closing: Money,
}

/// One statement as a row.
#[derive(Serialize)]
struct Row {
    period: Period,
    short: Short,
    url: String,
    opening: Money,
    /// By how much the opening differs from the closing before, as the record tells.
    adjusted: Option<Money>,
    income: Money,
    expense: Money,
    closing: Money,
    /// Whether it goes on from the row above without a gap; true for the first.
    carried: bool,
    income_height: Number,
    expense_height: Number,
    closing_height: Number,
}

/// What names a period where there is little room.
#[derive(Serialize)]
struct Short {
    key: &'static str,
    n: i16,
    /// The year, where it is another than that of the row before.
    year: Option<i16>,
}

impl Trend {
    /// The trend of some statements.
    pub fn of(list: &[Entry<'_>]) -> Self {
        let most = |amounts: &mut dyn Iterator<Item = Money>| amounts.max().unwrap_or_default().max(Money::ZERO);
        let flows = list.iter().flat_map(|e| [e.finance.income_total(), e.finance.expense_total()]);
        let top = most(&mut flows.clone());
        let top_closing = most(&mut list.iter().map(Entry::closing));
        let mut rows: Vec<Row> = Vec::with_capacity(list.len());
        for (at, entry) in list.iter().enumerate() {
            let (income, expense) = (entry.finance.income_total(), entry.finance.expense_total());
            let closing = entry.closing();
            let adjusted = entry.finance.adjustments.of_balance();
            let carried = at == 0 || {
                let before = &list[at - 1];
                follows(before.period(), entry.period()) == Follows::Directly
                    && before.closing() + adjusted == entry.opening.value
            };
            rows.push(Row {
                period: entry.period(),
                short: Short::of(entry.period(), at.checked_sub(1).map(|at| list[at].period())),
                url: entry.record.url(),
                opening: entry.opening.value,
                adjusted: (!adjusted.is_zero()).then_some(adjusted),
                income,
                expense,
                closing,
                carried,
                income_height: height(income, top),
                expense_height: height(expense, top),
                closing_height: height(closing, top_closing),
            });
        }
        Self { rows, top, top_closing }
    }
}

impl Short {
    fn of(period: Period, before: Option<Period>) -> Self {
        let (key, n) = match period {
            Period::Year(year) => return Self { key: "year", n: year, year: None },
            Period::Half(_, n) => ("half", n.into()),
            Period::Quarter(_, n) => ("quarter", n.into()),
            Period::Month(_, n) => ("month", n.into()),
            Period::Day(day) => ("day", day.day().into()),
        };
        let other = before.is_none_or(|b| b.year() != period.year());
        Self { key, n, year: other.then_some(period.year()) }
    }
}

/// Percent of the full height, 0 to 100.
fn height(amount: Money, top: Money) -> Number {
    Number(amount.percent_of(top).max(Decimal::ZERO))
}
