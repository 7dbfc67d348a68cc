//! The payments of a project in the books of the community.
//!
//! In: a project and all finance records. Out: its payments, each with its line in the books where
//! there is one; lines that the project does not know; what differs. Where the project lists no
//! payments, those of the books are its payments: one fact has one place.

use std::collections::BTreeSet;

use super::super::finance::{Finance, Line, anchors};
use super::super::{Record, Scope};
use super::Project;
use super::parts::Payment;
use crate::diagnostic::{At, Span};
use crate::value::{Date, Money};

/// A line of expense in its record.
#[derive(Clone, Copy)]
pub(super) struct BookLine<'a> {
    /// The record.
    pub record: &'a Record,
    /// Its fields.
    pub finance: &'a Finance,
    /// The line.
    pub line: &'a At<Line>,
}

/// One payment.
pub(super) struct Paid<'a> {
    /// When.
    pub date: &'a At<Date>,
    /// How much.
    pub amount: &'a At<Money>,
    /// Voucher number.
    pub voucher: Option<&'a str>,
    /// What for.
    pub note: Option<&'a str>,
    /// Who paid, where it was not the community.
    pub payer: Option<&'a str>,
    /// Whether it is no part of the contract's price.
    pub outside: bool,
    /// As the project lists it; `None` where it stands in the books alone.
    pub listed: Option<&'a At<Payment>>,
    /// Its line in the books.
    pub line: Option<BookLine<'a>>,
    /// A statement that covers the day and should have it.
    pub covered_by: Option<&'a Record>,
}

/// All payments of a project.
pub(super) struct Books<'a> {
    /// The payments, earliest first.
    pub paid: Vec<Paid<'a>>,
    /// Lines that name the project and are none of its payments.
    pub unknown: Vec<BookLine<'a>>,
    /// Whether any line names the project.
    pub named: bool,
}

impl<'a> Books<'a> {
    /// The payments of `project`.
    pub fn of(project: &'a Project, me: &Record, scope: &Scope<'a>) -> Self {
        let statements: Vec<(&'a Record, &'a Finance)> =
            scope.all::<Finance>().filter(|(_, f)| f.opening.is_some()).collect();
        let lines: Vec<BookLine<'a>> = statements
            .iter()
            .flat_map(|(record, finance)| {
                finance.expense.list.iter().map(move |line| BookLine { record, finance, line })
            })
            .collect();
        let mine = |l: &&BookLine<'a>| {
            let named = l.line.project.as_ref();
            named.is_some_and(|p| p.stem == me.stem || p.stem == me.slug)
        };
        let naming: Vec<BookLine<'a>> = lines.iter().filter(mine).copied().collect();
        let mut paid: Vec<Paid<'a>> = if project.payments.is_empty() {
            naming.iter().map(|l| Paid::booked(*l)).collect()
        } else {
            project.payments.iter().map(Paid::listed).collect()
        };
        paid.sort_by_key(|p| p.date.value);
        let mut used: BTreeSet<Span> = BTreeSet::new();
        for payment in paid.iter_mut().filter(|p| p.listed.is_some() && p.payer.is_none()) {
            let covering = || statements.iter().filter(|(_, f)| f.period.contains_day(payment.date.value));
            let free = |l: &&BookLine<'a>| !used.contains(&l.line.span);
            payment.line = find(payment, naming.iter().filter(free), lines.iter().filter(free));
            used.extend(payment.line.map(|l| l.line.span));
            payment.covered_by = covering().next().map(|(r, _)| *r);
        }
        let unknown = naming.iter().filter(|l| !project.payments.is_empty() && !used.contains(&l.line.span));
        Self { unknown: unknown.copied().collect(), named: !naming.is_empty(), paid }
    }

    /// What was paid in all.
    pub fn total(&self) -> Money {
        self.paid.iter().map(|p| p.amount.value).sum()
    }

    /// What was paid of the contract's price.
    pub fn of_contract(&self) -> Money {
        self.paid.iter().filter(|p| !p.outside).map(|p| p.amount.value).sum()
    }
}

impl<'a> Paid<'a> {
    fn listed(payment: &'a At<Payment>) -> Self {
        Self {
            date: &payment.value.date,
            amount: &payment.value.amount,
            voucher: payment.value.voucher.as_ref().map(|v| v.value.as_str()),
            note: payment.value.note.as_deref(),
            payer: payment.value.payer.as_deref(),
            outside: payment.outside,
            listed: Some(payment),
            line: None,
            covered_by: None,
        }
    }

    fn booked(line: BookLine<'a>) -> Self {
        let own = &line.line.value;
        Self {
            date: &own.date,
            amount: &own.amount,
            voucher: own.voucher.as_ref().map(|v| v.value.as_str()),
            note: Some(&own.memo),
            payer: None,
            outside: false,
            listed: None,
            line: Some(line),
            covered_by: None,
        }
    }
}

impl BookLine<'_> {
    /// The address of the line on its page.
    pub fn url(&self) -> String {
        let anchor = anchors(self.finance).remove(&self.line.span).unwrap_or_default();
        format!("{}#{anchor}", self.record.url())
    }

    fn voucher(&self) -> Option<&str> {
        self.line.voucher.as_ref().map(|v| v.value.as_str())
    }
}

/// The line that a payment is: that of its voucher, else one of its amount that names the project.
fn find<'a: 'l, 'l>(
    payment: &Paid<'_>,
    naming: impl Iterator<Item = &'l BookLine<'a>> + Clone,
    all: impl Iterator<Item = &'l BookLine<'a>>,
) -> Option<BookLine<'a>> {
    let days = |l: &&BookLine<'_>| (l.line.date.value - payment.date.value).get_days().abs();
    let same_amount = |l: &&BookLine<'_>| l.line.amount.value == payment.amount.value;
    if let Some(voucher) = payment.voucher {
        let named = naming.clone().filter(|l| l.voucher() == Some(voucher));
        let covering =
            all.filter(|l| l.voucher() == Some(voucher) && l.finance.period.contains_day(payment.date.value));
        let best = |l: &&BookLine<'_>| (!same_amount(l), days(l));
        let found = named.min_by_key(best).or_else(|| covering.min_by_key(best));
        if found.is_some() {
            return found.copied();
        }
    }
    naming.filter(same_amount).min_by_key(days).copied()
}
