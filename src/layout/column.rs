//! One column.
//!
//! In: a field or a column of a profile. Out: `Column`. Never reads a cell.

use crate::profile::register::ColumnType;
use crate::schema::Shape;

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A share in percent.
    Percent,
    /// Money, 元.
    Money,
    /// A day.
    Date,
    /// 是 or 否.
    YesNo,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A field of a row.
    Field,
    /// Says whether a row is income or expense.
    Side,
    /// The amount of a row of either side.
    Amount,
    /// The amount where the row is income.
    Income,
    /// The amount where the row is expense.
    Expense,
    /// The balance after the row: checked, never kept.
    Balance,
}

/// One column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// Its name in code; empty where it has none.
    pub en: &'static str,
    /// Other heads under which people write it.
    pub others: Vec<String>,
    /// What its cells hold.
    pub holds: Holds,
    /// Whether every row must have it.
    pub required: bool,
    /// Whether its cells can be added to one sum.
    pub adds_up: bool,
    /// Words that can stand in it; any where empty.
    pub options: Vec<String>,
    /// What it is for.
    pub role: Role,
    /// Whether templates show it.
    pub shown: bool,
}

impl Column {
    /// A column that holds something, without further demands.
    pub fn new(name: impl Into<String>, holds: Holds) -> Self {
        Self {
            name: name.into(),
            en: "",
            others: Vec::new(),
            holds,
            required: false,
            adds_up: matches!(holds, Holds::Money | Holds::Number),
            options: Vec::new(),
            role: Role::Field,
            shown: true,
        }
    }
}

impl Holds {
    /// Its name in sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Date => "date",
            Self::YesNo => "yes-no",
        }
    }

    /// Whether its cells are numbers.
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Percent | Self::Money)
    }

    /// What a field of a form holds.
    pub fn of_shape(shape: &Shape) -> Self {
        match shape {
            Shape::Money => Self::Money,
            Shape::Date => Self::Date,
            Shape::Integer | Shape::Number => Self::Number,
            Shape::YesNo => Self::YesNo,
            _ => Self::Text,
        }
    }
}

impl From<ColumnType> for Holds {
    fn from(kind: ColumnType) -> Self {
        match kind {
            ColumnType::Text | ColumnType::Community => Self::Text,
            ColumnType::Number => Self::Number,
            ColumnType::Percent => Self::Percent,
            ColumnType::Money => Self::Money,
            ColumnType::Date => Self::Date,
            ColumnType::YesNo => Self::YesNo,
        }
    }
}
