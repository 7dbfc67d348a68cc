//! 收益分配 as the page shows it: every row, and under a computed one the sum anybody can redo.
//!
//! In: the section and its accounting system. Out: rows, shares of what was distributed, the source.
//! Never hides that a formula is still to be compared with the original.

use serde::Serialize;

use super::super::super::Scope;
use super::super::Finance;
use super::super::distribution::{RowValue, formula, rows, system};
use crate::value::{Money, Number};

#[derive(Serialize)]
pub(in super::super) struct Distribution<'a> {
    system: &'a str,
    basis: Option<String>,
    unverified: bool,
    rows: Vec<RowView<'a>>,
    shares: Vec<ShareView<'a>>,
}

#[derive(Serialize)]
struct RowView<'a> {
    name: &'a str,
    amount: Money,
    /// The sum that gives the amount; empty for what was written.
    formula: String,
}

#[derive(Serialize)]
struct ShareView<'a> {
    name: &'a str,
    amount: Money,
    percent: Number,
}

pub(super) fn of<'a>(finance: &'a Finance, scope: &Scope<'a>) -> Option<Distribution<'a>> {
    let system = system(finance, scope).filter(|_| !finance.distribution.is_empty())?;
    let all = rows(finance, system);
    let told = |r: &&RowValue<'_>| r.row.is_computed() || !r.amount().is_zero() || r.written.is_some();
    let view = |r: &RowValue<'a>| RowView {
        name: &r.row.name,
        amount: r.amount(),
        formula: if r.row.is_computed() { formula(&all, r.row) } else { String::new() },
    };
    Some(Distribution {
        system: &system.head.name.value,
        basis: system.basis().map(|b| b.to_string()),
        unverified: system.unverified,
        rows: all.iter().filter(told).map(view).collect(),
        shares: shares(&all, &system.carried_out),
    })
}

/// What may be distributed, by where it went; what is left is one of the parts.
fn shares<'a>(all: &[RowValue<'a>], last: &str) -> Vec<ShareView<'a>> {
    let find = |name: &str| all.iter().find(|r| r.row.name == name);
    let Some(end) = find(last) else {
        return Vec::new();
    };
    let whole: Money = end.row.plus.iter().filter_map(|n| find(n)).map(RowValue::amount).sum();
    let parts = end.row.minus.iter().filter_map(|n| find(n)).chain([end]);
    let share = |r: &RowValue<'a>| ShareView {
        name: &r.row.name,
        amount: r.amount(),
        percent: Number(r.amount().percent_of(whole)),
    };
    let mut shares: Vec<ShareView<'a>> = parts.filter(|r| r.amount() > Money::ZERO).map(share).collect();
    shares.sort_by_key(|s| std::cmp::Reverse(s.amount));
    shares
}
