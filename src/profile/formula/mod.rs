//! Formulas of profiles: `期初+本期增-本期减=期末`.
//!
//! In: one line of text. Out: a tree of numbers and names, and its value once names have values.
//! Never a float, and never a guess: what cannot be worked out has no value.

mod read;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use crate::diagnostic::{Diagnostic, code};
use crate::schema::{FromNode, Reader, Shape, wrong_type};
use crate::yaml::Node;

/// Longest formula, in characters: more than a reader of the page could follow.
pub(super) const LONGEST: usize = 200;

crate::choice! {
    /// What a name with a prefix and a point means: `概况.户数`.
    pub enum Space {
        /// A figure of `community.yaml`.
        Figures = "概况" | "figures";
        /// A figure that the record states beside its rows.
        Stated = "核对" | "stated";
        /// A limit of the rules that hold at the place.
        Rule = "规则" | "rule";
    }
}

crate::choice! {
    /// Names that count rows.
    pub enum Count {
        /// Rows that fulfil the condition.
        Rows = "行数" | "rows";
        /// All rows.
        All = "全部行数" | "all-rows";
    }
}

/// A name in a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A column; over a whole table, its sum.
    Column(String),
    /// A number of rows.
    Count(Count),
    /// Something outside the rows.
    Outside(Space, String),
}

/// How two sides are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `=`
    Equal,
    /// `≤`
    AtMost,
    /// `≥`
    AtLeast,
    /// `<`
    Below,
    /// `>`
    Above,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Plus,
    Minus,
    Times,
    Over,
}

/// Numbers and names joined by signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr(Tree);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Tree {
    Number(Decimal),
    Name(Name),
    Less(Box<Tree>),
    Joined(Box<Tree>, Operator, Box<Tree>),
}

/// A formula: one side, or two that are compared.
#[derive(Debug, Clone)]
pub struct Formula {
    /// As written, without spaces at its ends.
    pub text: String,
    /// The only side, or the left one.
    pub left: Expr,
    /// How it is compared with the right side.
    pub right: Option<(Sign, Expr)>,
}

/// Gives the value of a name; `None` where it has none.
pub type Look<'l> = dyn Fn(&Name) -> Option<Decimal> + 'l;

/// Two sides worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The left side.
    pub left: Decimal,
    /// The right side.
    pub right: Decimal,
    /// Whether they stand as the formula says.
    pub holds: bool,
}

impl Formula {
    /// Works out both sides; `None` where a side has no value, so that there is nothing to compare.
    /// Where parts are multiplied or divided, equal sides are compared to `places` decimal places.
    pub fn compare(&self, look: &Look<'_>, places: u32) -> Option<Compared> {
        let (sign, right) = self.right.as_ref()?;
        let (left, right) = (self.left.value(look)?, right.value(look)?);
        Some(Compared { left, right, holds: sign.holds(left, right, self.is_product().then_some(places)) })
    }

    /// All names, in the order written.
    pub fn names(&self) -> Vec<&Name> {
        let mut names = Vec::new();
        self.left.0.gather(&mut names);
        if let Some((_, right)) = &self.right {
            right.0.gather(&mut names);
        }
        names
    }

    /// Whether parts are multiplied or divided, so that more places arise than anybody writes.
    fn is_product(&self) -> bool {
        self.left.0.is_product() || self.right.as_ref().is_some_and(|(_, r)| r.0.is_product())
    }
}

impl Sign {
    /// Whether two values stand so; equal ones where they are so once rounded to `places`.
    fn holds(self, left: Decimal, right: Decimal, places: Option<u32>) -> bool {
        let same = || places.is_some_and(|p| round(left, p) == round(right, p));
        match self {
            Self::Equal => left == right || same(),
            Self::AtMost => left <= right || same(),
            Self::AtLeast => left >= right || same(),
            Self::Below => left < right,
            Self::Above => left > right,
        }
    }

    /// The sign as it is printed.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Below => "<",
            Self::Above => ">",
        }
    }
}

/// Rounded as people do: five goes up.
pub fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

impl Expr {
    /// Its value. An empty cell adds nothing to a sum; where all is empty, or a factor is, there is none.
    pub fn value(&self, look: &Look<'_>) -> Option<Decimal> {
        self.0.value(look)
    }

    /// Part and whole, where it is one share: `行数÷概况.常住人口`.
    pub fn share(&self) -> Option<(Self, Self)> {
        match &self.0 {
            Tree::Joined(part, Operator::Over, whole) => Some((Self((**part).clone()), Self((**whole).clone()))),
            _ => None,
        }
    }

    /// The name, where it is nothing but a name.
    pub fn name(&self) -> Option<&Name> {
        match &self.0 {
            Tree::Name(name) => Some(name),
            _ => None,
        }
    }
}

impl Tree {
    fn value(&self, look: &Look<'_>) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Name(name) => look(name),
            Self::Less(inner) => inner.value(look).map(|v| -v),
            Self::Joined(left, Operator::Plus, right) => match (left.value(look), right.value(look)) {
                (Some(a), Some(b)) => a.checked_add(b),
                (a, b) => a.or(b),
            },
            Self::Joined(left, Operator::Minus, right) => match (left.value(look), right.value(look)) {
                (Some(a), Some(b)) => a.checked_sub(b),
                (a, b) => a.or(b.map(|b| -b)),
            },
            Self::Joined(left, Operator::Times, right) => left.value(look)?.checked_mul(right.value(look)?),
            Self::Joined(left, Operator::Over, right) => left.value(look)?.checked_div(right.value(look)?),
        }
    }

    fn gather<'t>(&'t self, names: &mut Vec<&'t Name>) {
        match self {
            Self::Number(_) => {}
            Self::Name(name) => names.push(name),
            Self::Less(inner) => inner.gather(names),
            Self::Joined(left, _, right) => {
                left.gather(names);
                right.gather(names);
            }
        }
    }

    fn is_product(&self) -> bool {
        match self {
            Self::Number(_) | Self::Name(_) => false,
            Self::Less(inner) => inner.is_product(),
            Self::Joined(left, by, right) => {
                matches!(by, Operator::Times | Operator::Over) || left.is_product() || right.is_product()
            }
        }
    }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl FromNode for Formula {
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            return wrong_type(node, "text", reader);
        };
        match read::formula(text) {
            Ok(formula) => Some(formula),
            Err(rest) => {
                let unread = Diagnostic::new(&code::FORMULA_UNREADABLE, node.span).arg("formula", text.trim());
                reader.fail(unread.arg("rest", rest.trim()))
            }
        }
    }

    fn shape() -> Shape {
        Shape::Text
    }
}
