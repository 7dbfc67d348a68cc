//! 期初调整 and 重述: what differs from what was published before, with its reason and its reviewer.
//!
//! In: the record. Out: `Adjustments` and `Restatement`. Never changes the earlier record: both stand.

use serde::Serialize;

use super::super::common::Review;
use crate::diagnostic::At;
use crate::schema::{FromNode, Reader, Shape};
use crate::value::{Date, Money, Period};
use crate::yaml::{Node, NodeKind};

crate::fields! {
    /// Why an opening is not the closing that was published before.
    pub struct Adjustment {
        /// Which row of a balance sheet or distribution; none for the balance of a statement.
        item "项目": Option<String>,
        /// By how much the opening is more (or less, below zero), 元.
        amount "金额": At<Money>,
        /// Why.
        reason "原因": String,
        /// When it was decided.
        date "日期": Option<At<Date>>,
        /// Who reviewed it.
        review "审核": Option<Review>,
    }
}

crate::fields! {
    /// A figure that was published before and is another one now.
    pub struct Restatement {
        /// The period it was published for.
        period "期间": At<Period>,
        /// Which figure: 收入合计, 支出合计, 期末, a category, or a row of a statement.
        item "项目": At<String>,
        /// What was published.
        before "原数": At<Money>,
        /// What it is now.
        after "现数": At<Money>,
        /// Why.
        reason "原因": String,
        /// Who reviewed it.
        review "审核": Option<Review>,
    }
}

/// One adjustment, or a list of them.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Adjustments(pub Vec<At<Adjustment>>);

impl FromNode for Adjustments {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::Map(_) => At::from_node(node, reader).map(|one| Self(vec![one])),
            _ => Vec::from_node(node, reader).map(Self),
        }
    }

    fn shape() -> Shape {
        let one = <Adjustment as FromNode>::shape();
        Shape::OneOf(vec![one.clone(), Shape::List(Box::new(one))])
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

impl Adjustments {
    /// By how much the balance of the statement was adjusted.
    pub fn of_balance(&self) -> Money {
        self.balance().map(|a| a.amount.value).sum()
    }

    /// The adjustments of the balance of the statement.
    pub fn balance(&self) -> impl Iterator<Item = &At<Adjustment>> {
        self.0.iter().filter(|a| a.item.is_none())
    }

    /// By how much a row was adjusted.
    pub fn of_row(&self, name: &str) -> Money {
        self.0.iter().filter(|a| a.item.as_deref() == Some(name)).map(|a| a.amount.value).sum()
    }
}
