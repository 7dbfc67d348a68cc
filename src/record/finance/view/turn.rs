//! The ways from one statement to others: before, after, a year ago, newest, of the same day.
//!
//! In: a record and its chain. Out: links. Never leaves the account.

use serde::Serialize;

use super::super::super::{PageLink, Record, Scope};
use super::super::Finance;
use super::super::chain::{Chain, Entry};
use crate::value::Period;

#[derive(Serialize)]
pub(in super::super) struct Turn<'a> {
    previous: Option<Step<'a>>,
    next: Option<Step<'a>>,
    year_ago: Option<Step<'a>>,
    newest: Option<Step<'a>>,
    beside: Vec<PageLink>,
}

#[derive(Serialize)]
struct Step<'a> {
    title: &'a str,
    url: String,
    period: Period,
}

pub(super) fn of<'a>(
    finance: &Finance,
    me: &Record,
    chain: &Chain<'a>,
    at: Option<usize>,
    scope: &Scope<'a>,
) -> Turn<'a> {
    let step = |e: Entry<'a>| Step { title: e.title(), url: e.record.url(), period: e.period() };
    let same_account = |f: &&'a Finance| f.account.value == finance.account.value;
    let all = || scope.all::<Finance>().filter(|(_, f)| same_account(f));
    let beside = all().filter(|(r, f)| r.file != me.file && f.period.last() == finance.period.last());
    let beside = beside.map(|(r, _)| PageLink::to(r)).collect();
    let ago = year_ago(finance.period.value);
    let Some(at) = at else {
        // A statement without income and expense: the same one of the years before and after.
        let kind = |f: &Finance| (f.balance_sheet.is_some(), f.distribution.is_empty());
        let mut like: Vec<(&'a Record, &'a Finance)> =
            all().filter(|(_, f)| f.opening.is_none() && kind(f) == kind(finance)).collect();
        like.sort_by_key(|(r, f)| (f.period.last(), r.file));
        let here = like.iter().position(|(r, _)| r.file == me.file);
        let to = |(r, f): &(&'a Record, &'a Finance)| Step {
            title: &r.common().title.value,
            url: r.url(),
            period: f.period.value,
        };
        return Turn {
            previous: here.and_then(|at| like[..at].last()).map(to),
            next: here.and_then(|at| like.get(at + 1)).map(to),
            year_ago: None,
            newest: None,
            beside,
        };
    };
    let newest = chain.list.last().filter(|_| at + 2 < chain.list.len());
    Turn {
        previous: chain.before(at).map(step),
        next: chain.after(at).map(step),
        year_ago: ago.and_then(|p| chain.of_period(p)).map(step),
        newest: newest.map(|e| step(*e)),
        beside,
    }
}

/// The same stretch of the year before.
fn year_ago(period: Period) -> Option<Period> {
    Some(match period {
        Period::Half(year, n) => Period::Half(year - 1, n),
        Period::Quarter(year, n) => Period::Quarter(year - 1, n),
        Period::Month(year, n) => Period::Month(year - 1, n),
        // A year ago is the year before, which is the previous one anyway.
        Period::Year(_) | Period::Day(_) => return None,
    })
}
