//! 收益分配: what was earned, what may be distributed, to whom it went, what is left.
//!
//! In: amounts by row, and the formulas of the accounting system. Out: every row with its amount.
//! Never holds a formula: they are data, which a county can change.

use super::super::Scope;
use super::Finance;
use crate::diagnostic::At;
use crate::profile::statement::{FormulaRow, StatementProfile};
use crate::value::{Money, ProfileRef};

/// One row with its amount.
pub(super) struct RowValue<'a> {
    /// The row of the accounting system.
    pub row: &'a FormulaRow,
    /// The amount as written, where it is.
    pub written: Option<&'a At<Money>>,
    /// The amount by the formula; what is written where there is none.
    pub computed: Money,
}

impl RowValue<'_> {
    /// The amount: as written, else as computed.
    pub fn amount(&self) -> Money {
        self.written.map_or(self.computed, |w| w.value)
    }
}

/// The accounting system of a record: the one it names, else the last that holds in its period.
pub(super) fn system<'a>(finance: &Finance, scope: &Scope<'a>) -> Option<&'a StatementProfile> {
    if let Some(named) = &finance.system {
        return scope.profile::<StatementProfile>(named);
    }
    let day = finance.period.last();
    let here = |p: &&StatementProfile| p.head.covers(day) && scope.corpus.community.kind.is_among(&p.applies);
    scope.city.profiles.statements.iter().filter(here).last()
}

/// The system that a reference names, for readers of the schema.
pub(super) type SystemRef = ProfileRef<StatementProfile>;

/// All rows in the order of the system. A formula goes on from what is written, so that a mistake
/// is found where it stands.
pub(super) fn rows<'a>(finance: &'a Finance, system: &'a StatementProfile) -> Vec<RowValue<'a>> {
    let mut rows: Vec<RowValue<'a>> = Vec::with_capacity(system.rows.len());
    for row in &system.rows {
        let written = finance.distribution.get(&row.name);
        let computed = if row.is_computed() {
            let sum = |names: &[String]| names.iter().map(|name| amount(&rows, name)).sum::<Money>();
            sum(&row.plus) - sum(&row.minus)
        } else {
            written.map_or(Money::ZERO, |w| w.value)
        };
        rows.push(RowValue { row, written, computed });
    }
    rows
}

/// The amount of the row called `name`; nothing where there is none.
pub(super) fn amount(rows: &[RowValue<'_>], name: &str) -> Money {
    rows.iter().find(|r| r.row.name == name).map_or(Money::ZERO, RowValue::amount)
}

/// A formula with its names and amounts: `经营收入 1.00 ＋ 投资收益 2.00 － 经营支出 3.00`. Rows
/// of nothing are left out where others remain.
pub(super) fn formula(rows: &[RowValue<'_>], row: &FormulaRow) -> String {
    let signed = row.plus.iter().map(|n| ('＋', n)).chain(row.minus.iter().map(|n| ('－', n)));
    let all: Vec<(char, &String, Money)> = signed.map(|(sign, n)| (sign, n, amount(rows, n))).collect();
    let some = all.iter().any(|(_, _, m)| !m.is_zero());
    let mut out = String::new();
    for (sign, name, amount) in all.into_iter().filter(|(_, _, m)| !some || !m.is_zero()) {
        match (out.is_empty(), sign) {
            (true, '＋') => {}
            (true, sign) => out.push(sign),
            (false, sign) => out.extend([' ', sign, ' ']),
        }
        out.push_str(name);
        out.push(' ');
        out.push_str(&amount.grouped());
    }
    out
}
