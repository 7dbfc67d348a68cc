//! Lines as the page shows them, each with its address.
//!
//! In: one side of a statement. Out: views with links to decisions, projects, receipts and to the
//! line that was taken back. Never shows a reference that leads nowhere.

use serde::Serialize;

use super::super::super::{PageLink, Scope};
use super::super::anchor::anchors;
use super::super::chain::{Chain, Side};
use super::super::check::{Reversals, Target};
use crate::route::file_url;
use crate::value::{Date, Money};

#[derive(Serialize)]
pub(in super::super) struct LineView<'a> {
    anchor: String,
    date: Date,
    voucher: Option<&'a str>,
    memo: &'a str,
    category: &'a str,
    amount: Money,
    capital: Option<&'a str>,
    source: Option<&'a str>,
    handler: Option<&'a str>,
    witness: Option<&'a str>,
    approver: Option<&'a str>,
    decision: Option<PageLink>,
    project: Option<PageLink>,
    receipt_url: Option<String>,
    reverses: Option<PageLink>,
}

pub(super) fn of<'a>(chain: &Chain<'a>, at: usize, side: Side, scope: &Scope<'a>) -> Vec<LineView<'a>> {
    let entry = chain.list[at];
    let lines = &side.lines(entry.finance).list;
    let anchors = anchors(entry.finance);
    let below = lines.iter().any(|l| l.amount.is_negative());
    let known = below.then(|| Reversals::new(chain, at, side));
    let mut views = Vec::with_capacity(lines.len());
    for line in lines {
        let target = known.as_ref().filter(|_| line.amount.is_negative()).map(|known| known.target(line));
        let reverses = match target {
            Some(Target::Line(of, taken)) => {
                let anchor = super::super::anchor::anchors(of.finance).remove(&taken.span).unwrap_or_default();
                let title = taken.voucher.as_ref().map_or_else(|| of.title().to_owned(), |v| v.value.clone());
                Some(PageLink { title, url: format!("{}#{anchor}", of.record.url()) })
            }
            _ => None,
        };
        views.push(LineView {
            anchor: anchors.get(&line.span).cloned().unwrap_or_default(),
            date: line.date.value,
            voucher: line.voucher.as_ref().map(|v| v.value.as_str()),
            memo: &line.value.memo,
            category: &line.value.category.value,
            amount: line.amount.value,
            capital: line.value.capital.as_ref().map(|c| c.value.as_str()),
            source: line.value.source.as_deref(),
            handler: line.value.handler.as_deref(),
            witness: line.value.witness.as_deref(),
            approver: line.value.approver.as_deref(),
            decision: line.decision.as_ref().and_then(|d| scope.find(d)).map(|(r, _)| PageLink::to(r)),
            project: line.project.as_ref().and_then(|p| scope.find(p)).map(|(r, _)| PageLink::to(r)),
            receipt_url: line.receipt.as_ref().map(|f| file_url(&f.0)),
            reverses,
        });
    }
    views
}
