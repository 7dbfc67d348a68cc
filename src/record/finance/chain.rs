//! The statements of one account, in the order of their periods.
//!
//! In: the records of a community. Out: chains, which know what came before and after.
//! Never copies a record; whoever needs several neighbours makes the chain once.

use std::collections::BTreeMap;

use super::super::{Record, Scope};
use super::line::Line;
use super::rows::Rows;
use super::{Finance, Numbering};
use crate::diagnostic::{At, Span};
use crate::value::{Money, Period};

/// A statement of income and expense with its record.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The record.
    pub record: &'a Record,
    /// Its fields.
    pub finance: &'a Finance,
    /// Its balance at the beginning: what makes it a statement of income and expense.
    pub opening: &'a At<Money>,
}

impl<'a> Entry<'a> {
    /// The entry of a record; `None` where it tells of no income and expense.
    pub fn of(record: &'a Record, finance: &'a Finance) -> Option<Self> {
        finance.opening.as_ref().map(|opening| Self { record, finance, opening })
    }

    /// Its period.
    pub fn period(&self) -> Period {
        self.finance.period.value
    }

    /// Its title.
    pub fn title(&self) -> &'a str {
        &self.record.common().title.value
    }

    /// The balance at the end, by computation.
    pub fn closing(&self) -> Money {
        self.opening.value + self.finance.income_total() - self.finance.expense_total()
    }

    /// The balance at the end as stated, else by computation; and where it stands.
    pub fn stated(&self) -> (Money, Span) {
        match &self.finance.closing {
            Some(closing) => (closing.value, closing.span),
            None => (self.closing(), self.record.common().title.span),
        }
    }
}

/// Income or expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// What came in.
    Income,
    /// What went out.
    Expense,
}

impl Side {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::Income, Self::Expense];

    /// Its English name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Income => "income",
            Self::Expense => "expense",
        }
    }

    /// The lines of this side.
    pub fn lines(self, finance: &Finance) -> &Rows<Line> {
        match self {
            Self::Income => &finance.income,
            Self::Expense => &finance.expense,
        }
    }

    /// The sum of its lines.
    pub fn total(self, finance: &Finance) -> Money {
        self.lines(finance).iter().map(|l| l.amount.value).sum()
    }
}

/// All statements of an account, earliest first.
pub(super) struct Chain<'a> {
    /// The statements.
    pub list: Vec<Entry<'a>>,
}

impl<'a> Chain<'a> {
    /// The chain of one account.
    pub fn of(account: &str, scope: &Scope<'a>) -> Self {
        let own = scope.all::<Finance>().filter(|(_, f)| f.account.value == account);
        Self::sorted(own.filter_map(|(record, finance)| Entry::of(record, finance)).collect())
    }

    /// The chains of all accounts; the one with most statements first.
    pub fn all(scope: &Scope<'a>) -> Vec<Self> {
        let mut accounts: BTreeMap<&str, Vec<Entry<'a>>> = BTreeMap::new();
        for entry in scope.all::<Finance>().filter_map(|(record, finance)| Entry::of(record, finance)) {
            accounts.entry(&entry.finance.account.value).or_default().push(entry);
        }
        let mut chains: Vec<Self> = accounts.into_values().map(Self::sorted).collect();
        chains.sort_by_key(|c| std::cmp::Reverse(c.list.len()));
        chains
    }

    fn sorted(mut list: Vec<Entry<'a>>) -> Self {
        list.sort_by_cached_key(|e| (e.period().first(), e.period().last(), e.record.file));
        Self { list }
    }

    /// Where a record stands in its own chain; `None` where it tells of no income and expense.
    pub fn position(&self, me: &Record) -> Option<usize> {
        self.list.iter().position(|e| e.record.file == me.file)
    }

    /// The statement right before the one at `at`.
    pub fn before(&self, at: usize) -> Option<Entry<'a>> {
        self.list[..at].last().copied()
    }

    /// The statement right after the one at `at`.
    pub fn after(&self, at: usize) -> Option<Entry<'a>> {
        self.list.get(at + 1).copied()
    }

    /// The statement of exactly this period.
    pub fn of_period(&self, period: Period) -> Option<Entry<'a>> {
        self.list.iter().find(|e| e.period() == period).copied()
    }

    /// The statements of the same year up to the one at `at`, that one included.
    pub fn year_to(&self, at: usize) -> &[Entry<'a>] {
        let year = self.list[at].period().year();
        let from = self.list.partition_point(|e| e.period().year() < year);
        &self.list[from..=at]
    }

    /// How vouchers are numbered at `at`: as said there or last said before.
    pub fn numbering(&self, at: usize) -> Option<Numbering> {
        self.list[..=at].iter().rev().find_map(|e| e.finance.numbering)
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

/// Whether statements lie end to end, from the first day of their year on.
pub(super) fn whole_from_new_year(list: &[Entry<'_>]) -> bool {
    let Some(first) = list.first().map(|e| e.period().first()) else {
        return true;
    };
    let directly = |pair: &[Entry<'_>]| follows(pair[0].period(), pair[1].period()) == Follows::Directly;
    (first.month(), first.day()) == (1, 1) && list.windows(2).all(directly)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_by_days_whatever_their_length() {
        let follows = |a, b| super::follows(Period::parse(a).unwrap(), Period::parse(b).unwrap());
        for (earlier, later) in [
            ("2026-08", "2026-09"),
            ("2025Q4", "2026-01"),
            ("2026-06", "2026Q3"),
            ("2026Q2", "2026H2"),
            ("2025H2", "2026"),
            ("2025", "2026H1"),
            ("2024-02", "2024-03-01"),
            ("2025-12-31", "2026Q1"),
        ] {
            assert_eq!(follows(earlier, later), Follows::Directly, "{earlier} {later}");
        }
        for (earlier, later) in [("2026-07", "2026-09"), ("2025Q3", "2026Q1"), ("2025H1", "2026")] {
            assert_eq!(follows(earlier, later), Follows::Gap, "{earlier} {later}");
        }
        for (earlier, later) in
            [("2026-09", "2026Q3"), ("2026-09", "2026-09"), ("2026", "2026H2"), ("2026H1", "2026-06")]
        {
            assert_eq!(follows(earlier, later), Follows::Overlap, "{earlier} {later}");
        }
    }
}
