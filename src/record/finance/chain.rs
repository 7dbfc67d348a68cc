//! The statements of one account, in the order of their periods.
//!
//! In: the records of a community. Out: chains, which know what came before and after.
//! Never copies a record; whoever needs several neighbours makes the chain once.

use std::collections::BTreeMap;

use super::super::{Record, Scope};
use super::Finance;
use crate::value::{Money, Period};

/// A statement with its record.
pub(super) type Entry<'a> = (&'a Record, &'a Finance);

/// All statements of an account, earliest first.
pub(super) struct Chain<'a> {
    /// The statements.
    pub list: Vec<Entry<'a>>,
}

impl<'a> Chain<'a> {
    /// The chain of one account.
    pub fn of(account: &str, scope: &Scope<'a>) -> Self {
        Self::sorted(scope.all::<Finance>().filter(|(_, f)| f.account.value == account).collect())
    }

    /// The chains of all accounts; the one with most statements first.
    pub fn all(scope: &Scope<'a>) -> Vec<Self> {
        let mut accounts: BTreeMap<&str, Vec<Entry<'a>>> = BTreeMap::new();
        for entry in scope.all::<Finance>() {
            accounts.entry(&entry.1.account.value).or_default().push(entry);
        }
        let mut chains: Vec<Self> = accounts.into_values().map(Self::sorted).collect();
        chains.sort_by_key(|c| std::cmp::Reverse(c.list.len()));
        chains
    }

    fn sorted(mut list: Vec<Entry<'a>>) -> Self {
        list.sort_by_cached_key(|(r, f)| (f.period.first(), f.period.last(), r.file));
        Self { list }
    }

    /// Where a record stands in its own chain.
    pub fn position(&self, me: &Record) -> usize {
        let at = self.list.iter().position(|(r, _)| r.file == me.file);
        at.expect("a record is part of its own account's chain")
    }

    /// The statement right before the one at `at`.
    pub fn before(&self, at: usize) -> Option<Entry<'a>> {
        self.list[..at].last().copied()
    }

    /// The statement right after the one at `at`.
    pub fn after(&self, at: usize) -> Option<Entry<'a>> {
        self.list.get(at + 1).copied()
    }

    /// The statements of the same year up to the one at `at`, that one included.
    pub fn year_to(&self, at: usize) -> &[Entry<'a>] {
        let year = self.list[at].1.period.year();
        let from = self.list.partition_point(|(_, f)| f.period.year() < year);
        &self.list[from..=at]
    }
}

/// How one period follows another.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Follows {
    /// The next day begins the later one.
    Directly,
    /// Days between them have no statement.
    Gap,
    /// They share days.
    Overlap,
}

/// How `later` follows `earlier`, which begins no later.
pub(super) fn follows(earlier: Period, later: Period) -> Follows {
    let next = earlier.last().tomorrow().unwrap_or(earlier.last());
    match later.first().cmp(&next) {
        std::cmp::Ordering::Less => Follows::Overlap,
        std::cmp::Ordering::Equal => Follows::Directly,
        std::cmp::Ordering::Greater => Follows::Gap,
    }
}

/// One statement as a row of a chain.
#[derive(serde::Serialize)]
pub(super) struct Row {
    period: Period,
    url: String,
    opening: Money,
    income: Money,
    expense: Money,
    closing: Money,
}

impl Row {
    pub fn of((record, statement): Entry<'_>) -> Self {
        let (income, expense) = (statement.income_total(), statement.expense_total());
        let opening = statement.opening.value;
        let closing = opening + income - expense;
        Self { period: statement.period.value, url: record.url(), opening, income, expense, closing }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_by_days_whatever_their_length() {
        let follows = |a, b| super::follows(Period::parse(a).unwrap(), Period::parse(b).unwrap());
        assert_eq!(follows("2026-08", "2026-09"), Follows::Directly);
        assert_eq!(follows("2025Q4", "2026-01"), Follows::Directly);
        assert_eq!(follows("2026-07", "2026-09"), Follows::Gap);
        assert_eq!(follows("2026-09", "2026Q3"), Follows::Overlap);
        assert_eq!(follows("2026-09", "2026-09"), Follows::Overlap);
    }
}
