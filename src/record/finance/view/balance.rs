//! A balance sheet as the page shows it.
//!
//! In: the section 资产负债. Out: sides, groups and items with both columns and what changed.
//! Never shows a typed sum: all are computed.

use serde::Serialize;

use super::super::super::Scope;
use super::super::balance::{BalanceSheet, Column, Item, total};
use super::super::per_household;
use crate::diagnostic::At;
use crate::value::Money;

#[derive(Serialize)]
pub(in super::super) struct Balance<'a> {
    sides: Vec<SideView<'a>>,
    /// Liabilities and equity together.
    claims: Amounts,
    /// Equity for each household.
    per_household: Option<Money>,
}

#[derive(Serialize)]
struct SideView<'a> {
    key: &'static str,
    groups: Vec<GroupView<'a>>,
    #[serde(flatten)]
    total: Amounts,
}

#[derive(Serialize)]
struct GroupView<'a> {
    name: Option<&'a str>,
    items: Vec<ItemView<'a>>,
    #[serde(flatten)]
    total: Amounts,
}

#[derive(Serialize)]
struct ItemView<'a> {
    name: &'a str,
    #[serde(flatten)]
    amounts: Amounts,
}

#[derive(Serialize)]
struct Amounts {
    opening: Money,
    closing: Money,
    change: Money,
}

impl Amounts {
    fn new(opening: Money, closing: Money) -> Self {
        Self { opening, closing, change: closing - opening }
    }

    fn of(items: &[At<Item>]) -> Self {
        Self::new(total(items, Column::Opening), total(items, Column::Closing))
    }
}

pub(super) fn of<'a>(sheet: &'a BalanceSheet, scope: &Scope<'_>) -> Balance<'a> {
    let sides = sheet.sides().map(|(key, rows)| SideView { key, groups: groups(rows), total: Amounts::of(rows) });
    let both = |column| total(&sheet.liabilities, column) + total(&sheet.equity, column);
    Balance {
        sides: sides.into(),
        claims: Amounts::new(both(Column::Opening), both(Column::Closing)),
        per_household: per_household(total(&sheet.equity, Column::Closing), scope),
    }
}

/// Items of one group together, groups in the order in which they first stand.
fn groups(items: &[At<Item>]) -> Vec<GroupView<'_>> {
    let mut groups: Vec<GroupView<'_>> = Vec::new();
    for item in items {
        let amounts = || Amounts::new(item.opening.value, item.closing.value);
        let view = ItemView { name: &item.name.value, amounts: amounts() };
        let name = item.group.as_deref();
        match groups.iter_mut().find(|g| g.name == name) {
            Some(group) => {
                group.total.opening += item.opening.value;
                group.total.closing += item.closing.value;
                group.total.change = group.total.closing - group.total.opening;
                group.items.push(view);
            }
            None => groups.push(GroupView { name, items: vec![view], total: amounts() }),
        }
    }
    groups
}
