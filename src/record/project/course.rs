//! The course of a project, link by link: decision, budget, tender, contract, work, payment,
//! acceptance, what residents say, the close.
//!
//! In: a project, its decision, its payments. Out: one link each with its day or amount, and whether
//! it is there. Never calls a link missing that may still come.

use serde::Serialize;

use super::super::{PageLink, Record, Scope};
use super::books::Books;
use super::{Project, resolution};
use crate::value::{Date, Money, Number};

/// One link of the chain.
#[derive(Serialize)]
pub(super) struct Link {
    key: &'static str,
    standing: Standing,
    date: Option<Date>,
    amount: Option<Money>,
    percent: Option<Number>,
    page: Option<PageLink>,
}

/// Whether a link is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Standing {
    /// It is there.
    Done,
    /// Part of it is there.
    Partly,
    /// Something later is there, this is not.
    Absent,
    /// It may still come.
    Open,
}

pub(super) fn of(project: &Project, me: &Record, books: &Books<'_>, scope: &Scope<'_>) -> Vec<Link> {
    let link = |key, date: Option<Date>| Link {
        key,
        standing: if date.is_some() { Standing::Done } else { Standing::Open },
        date,
        amount: None,
        percent: None,
        page: None,
    };
    let day = |date: &crate::diagnostic::At<Date>| date.value;
    let decision = resolution::decision(project, me, scope);
    let resolved = decision.and_then(|(_, d)| resolution::resolved(d, scope)).map(|d| d.value);
    let percent = project.percent(scope.as_of).map(|p| Number(p.into()));
    let whole = project.settlement.as_ref().map(|s| s.value).or(project.contract_total());
    let paid = books.of_contract();
    let last_paid = books.paid.last().map(|p| p.date.value);
    let mut course = vec![
        Link { page: decision.map(|(r, _)| PageLink::to(r)), ..link("decision", resolved) },
        Link { amount: project.budget.as_ref().map(|b| b.value), ..link("budget", None) },
        Link {
            amount: project.tender.as_ref().map(|t| t.price.value),
            ..link("tender", project.tender.as_ref().map(|t| t.date.value))
        },
        Link {
            amount: project.contract_total(),
            ..link("contract", project.contract.as_ref().map(|c| c.signed.value))
        },
        Link { percent, ..link("progress", project.finished.as_ref().map(day)) },
        Link {
            amount: (!paid.is_zero()).then_some(paid),
            percent: whole.filter(|w| !w.is_zero()).map(|w| Number(paid.percent_of(w))),
            ..link("payment", last_paid)
        },
        link("acceptance", project.acceptance.as_ref().map(|a| a.date.value)),
        Link {
            percent: project.evaluation.as_ref().and_then(|e| e.percent()),
            ..link("evaluation", project.evaluation.as_ref().map(|e| e.date.value))
        },
        link("closed", project.closed.as_ref().map(day)),
    ];
    for link in &mut course {
        link.standing = match link.key {
            "budget" if link.amount.is_some() => Standing::Done,
            "progress" if link.date.is_none() && link.percent.is_some() => Standing::Partly,
            "payment" if link.date.is_some() && whole.is_some_and(|w| paid < w) => Standing::Partly,
            _ => link.standing,
        };
    }
    // What nobody tells of, though the work has gone further, stands out.
    let last = course.iter().rposition(|l| l.standing != Standing::Open).unwrap_or(0);
    for link in course[..last].iter_mut().filter(|l| l.standing == Standing::Open) {
        link.standing = Standing::Absent;
    }
    course
}
