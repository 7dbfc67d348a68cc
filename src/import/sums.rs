//! Sums typed among rows: they must be what the rows add up to.
//!
//! In: amounts as they are read, and rows that say they are sums. Out: an error that names both numbers.
//! Never makes an entry of a sum.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::row::{Side, SumOf};

/// The running sums of a table, by column and side.
#[derive(Debug, Default)]
pub(super) struct Sums {
    totals: BTreeMap<(usize, Option<Side>), Running>,
    /// Columns with a cell that could not be read: their sums say nothing.
    broken: BTreeSet<usize>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Running {
    block: Decimal,
    page: Decimal,
    all: Decimal,
}

impl Sums {
    /// Adds an amount of a column, to the whole and to its side.
    pub(super) fn add(&mut self, column: usize, side: Option<Side>, amount: Decimal) {
        for side in [None, side].into_iter().take(if side.is_some() { 2 } else { 1 }) {
            let running = self.totals.entry((column, side)).or_default();
            for sum in [&mut running.block, &mut running.page, &mut running.all] {
                *sum = sum.checked_add(amount).unwrap_or(*sum);
            }
        }
    }

    /// Notes that a cell of a column could not be read.
    pub(super) fn breaks(&mut self, column: usize) {
        self.broken.insert(column);
    }

    /// What a sum must be, where it can be told: the first of the values is the one to name.
    pub(super) fn expected(&self, column: usize, side: Option<Side>, of: SumOf) -> Vec<Decimal> {
        if self.broken.contains(&column) {
            return Vec::new();
        }
        let running = |side| self.totals.get(&(column, side)).copied().unwrap_or_default();
        let pick = |r: Running| match of {
            SumOf::Block => vec![r.block, r.all],
            SumOf::Page => vec![r.page, r.all],
            SumOf::All => vec![r.all, r.block],
            SumOf::Year => vec![r.all],
        };
        let mut values = pick(running(side));
        let (income, expense) = (running(Some(Side::Income)), running(Some(Side::Expense)));
        if side.is_none() && self.totals.contains_key(&(column, Some(Side::Expense))) {
            // One column for both sides: a sum may be what is left.
            values.push(income.all - expense.all);
        }
        values
    }

    /// Begins a new block, and a new page.
    pub(super) fn cut(&mut self, of: SumOf) {
        for running in self.totals.values_mut() {
            match of {
                SumOf::Block => running.block = Decimal::ZERO,
                SumOf::Page => running.page = Decimal::ZERO,
                // What follows a sum of all is a new block and a new page.
                SumOf::All => (running.block, running.page) = (Decimal::ZERO, Decimal::ZERO),
                SumOf::Year => {}
            }
        }
    }
}
