//! 货币资金: where the balance lies, and how each place came to its amount.
//!
//! In: an amount a place, or its opening, increase, decrease and closing. Out: `Funds`.
//! Never holds an account number: places have no names of their own.

use serde::Serialize;

use crate::diagnostic::At;
use crate::schema::{FromNode, Reader, Shape};
use crate::value::Money;
use crate::yaml::{Node, NodeKind};

crate::fields! {
    /// Where the balance lies.
    pub struct Funds {
        /// Cash in hand, 元.
        cash "现金": Option<Holding>,
        /// In the bank, 元.
        bank "银行存款": Option<Holding>,
        /// In transit, 元.
        transit "在途": Option<Holding>,
    }
}

crate::fields! {
    /// How a place came to its amount.
    pub struct Moves {
        /// At the beginning, 元.
        opening "期初": Option<At<Money>>,
        /// What came, 元.
        increase "增加": Option<At<Money>>,
        /// What went, 元.
        decrease "减少": Option<At<Money>>,
        /// At the end, 元.
        closing "期末": At<Money>,
    }
}

/// One place: its amount at the end, with or without how it came to it.
#[derive(Debug, Clone)]
pub struct Holding {
    /// At the end, 元.
    pub closing: At<Money>,
    /// How it came to it.
    pub moves: Option<Moves>,
}

impl Serialize for Holding {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.moves {
            Some(moves) => moves.serialize(serializer),
            None => self.closing.serialize(serializer),
        }
    }
}

impl FromNode for Holding {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.kind, NodeKind::Map(_)) {
            return At::from_node(node, reader).map(|closing| Self { closing, moves: None });
        }
        let moves = Moves::from_node(node, reader)?;
        Some(Self { closing: moves.closing.clone(), moves: Some(moves) })
    }

    fn shape() -> Shape {
        Shape::OneOf(vec![Shape::Money, <Moves as FromNode>::shape()])
    }
}

impl Holding {
    /// At the beginning, where it is told.
    pub fn opening(&self) -> Option<&At<Money>> {
        self.moves.as_ref()?.opening.as_ref()
    }
}

impl Funds {
    /// The places that are told of, by their English names.
    pub fn places(&self) -> impl Iterator<Item = (&'static str, &Holding)> {
        let all = [("cash", &self.cash), ("bank", &self.bank), ("transit", &self.transit)];
        all.into_iter().filter_map(|(name, place)| place.as_ref().map(|p| (name, p)))
    }

    /// The place called `name` in English.
    pub fn place(&self, name: &str) -> Option<&Holding> {
        self.places().find(|(n, _)| *n == name).map(|(_, p)| p)
    }

    /// What is there in all; `None` where no place is given.
    pub fn total(&self) -> Option<Money> {
        self.places().next()?;
        Some(self.places().map(|(_, p)| p.closing.value).sum())
    }

    /// What was there in all at the beginning; `None` unless every place tells it.
    pub fn opening(&self) -> Option<Money> {
        self.places().next()?;
        self.places().map(|(_, p)| p.opening().map(|m| m.value)).sum()
    }
}
