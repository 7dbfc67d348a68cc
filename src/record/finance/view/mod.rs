//! The page of a finance record.
//!
//! In: a record and its chain. Out: each statement it holds, what changed, and the ways to others.
//! Never shows a typed total as if it were computed.

mod balance;
mod changes;
mod distribution;
mod flow;
mod lines;
mod trend;
mod turn;

use serde::Serialize;

use super::super::{Record, Scope};
use super::Finance;
use super::chain::Chain;

pub(super) use self::trend::Trend;

/// What the page shows beyond the record's own fields; each part is missing where the record has none.
#[derive(Serialize)]
pub(super) struct Detail<'a> {
    flow: Option<flow::Flow<'a>>,
    balance: Option<balance::Balance<'a>>,
    distribution: Option<distribution::Distribution<'a>>,
    changes: changes::Changes<'a>,
    turn: turn::Turn<'a>,
}

pub(super) fn of<'a>(finance: &'a Finance, me: &Record, scope: &Scope<'a>) -> Detail<'a> {
    let chain = Chain::of(&finance.account.value, scope);
    let at = chain.position(me);
    Detail {
        flow: at.map(|at| flow::of(&chain, at, scope)),
        balance: finance.balance_sheet.as_ref().map(|sheet| balance::of(sheet, scope)),
        distribution: distribution::of(finance, scope),
        changes: changes::of(finance, me, &chain, at, scope),
        turn: turn::of(finance, me, &chain, at, scope),
    }
}
