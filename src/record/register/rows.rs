//! The rows of a register with their values.
//!
//! In: a table and its profile. Out: numbers, dates and words of cells, computed ones included.
//! Never reports a cell that is not what its column holds: it then has no value.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::diagnostic::{At, Span};
use crate::profile::condition::Condition;
use crate::profile::formula::{Name, round};
use crate::profile::register::{Column, ColumnType, RegisterProfile};
use crate::record::table_view;
use crate::value::{Date, Money, Number, Table, read_date};

/// A table seen through its profile.
#[derive(Clone)]
pub struct Rows<'a> {
    /// Columns, their checks, what is private.
    pub profile: &'a RegisterProfile,
    /// The rows without typed totals.
    pub list: Vec<&'a [At<String>]>,
    /// The place of the whole.
    pub span: Span,
    table: &'a Table,
}

/// One row.
pub type Row<'a> = &'a [At<String>];

impl<'a> Rows<'a> {
    /// The rows of a table.
    pub fn of(table: &'a Table, profile: &'a RegisterProfile) -> Self {
        Self { profile, list: table_view::body(table).collect(), span: table.span, table }
    }

    /// The same table with only the rows that fulfil a condition.
    #[must_use]
    pub fn when(&self, when: &Condition) -> Self {
        let holds = |row: &Row<'a>| when.holds(|name| self.cell(row, name).map(|c| c.value.as_str()));
        Self { list: self.list.iter().copied().filter(|row| holds(row)).collect(), ..self.clone() }
    }

    /// The cell of a column in a row, where the table has that column.
    pub fn cell(&self, row: Row<'a>, name: &str) -> Option<&'a At<String>> {
        self.table.columns.iter().position(|c| c == name).map(|at| &row[at])
    }

    /// The words in a column of a row; empty where there are none.
    pub fn text(&self, row: Row<'a>, name: &str) -> &'a str {
        self.cell(row, name).map_or("", |c| c.value.as_str())
    }

    /// The number in a column of a row, worked out where the column has a formula and nothing is typed.
    pub fn number(&self, row: Row<'a>, name: &str) -> Option<Decimal> {
        let column = self.profile.column(name)?;
        let typed = parse(column.kind, self.text(row, name));
        typed.or_else(|| self.computed(row, column))
    }

    /// What a column's formula gives in a row.
    pub fn computed(&self, row: Row<'a>, column: &Column) -> Option<Decimal> {
        let formula = column.formula.as_ref()?;
        let look = |name: &Name| match name {
            Name::Column(name) => parse(self.profile.column(name)?.kind, self.text(row, name)),
            Name::Count(_) | Name::Outside(..) => None,
        };
        formula.left.value(&look).map(|v| round(v, column.kind.places()))
    }

    /// The date in a column of a row.
    pub fn date(&self, row: Row<'a>, name: &str) -> Option<Date> {
        read_date(self.text(row, name))
    }

    /// The sum of a column; `None` where no row has a number in it.
    pub fn sum(&self, name: &str) -> Option<Decimal> {
        let numbers = self.list.iter().filter_map(|row| self.number(row, name));
        numbers.fold(None, |sum: Option<Decimal>, n| match sum {
            None => Some(n),
            Some(sum) => sum.checked_add(n),
        })
    }

    /// Whether a cell that a formula needs holds something else than a number: that is told of as such,
    /// and says nothing about the formula.
    pub fn is_broken(&self, row: Row<'a>, names: &[&Name]) -> bool {
        names.iter().any(|name| match name {
            Name::Column(name) => {
                let text = self.text(row, name);
                let kind = self.profile.column(name).map(|c| c.kind);
                !text.is_empty() && kind.is_none_or(|kind| parse(kind, text).is_none())
            }
            Name::Count(_) | Name::Outside(..) => false,
        })
    }

    /// The words in a column, in the order in which they first stand.
    pub fn words(&self, name: &str) -> Vec<&'a str> {
        let mut seen = BTreeSet::new();
        let texts = self.list.iter().map(|row| self.text(row, name));
        texts.filter(|text| !text.is_empty() && seen.insert(*text)).collect()
    }

    /// The same table with only the rows that have a word in a column.
    #[must_use]
    pub fn of_word(&self, name: &str, word: &str) -> Self {
        let list = self.list.iter().copied().filter(|row| self.text(row, name) == word).collect();
        Self { list, ..self.clone() }
    }

    /// What a row is called in sentences: its number or first words that anybody may read.
    pub fn label(&self, row: Row<'a>) -> &'a str {
        let open = |c: &&Column| c.private.is_none() && !self.text(row, &c.name).is_empty();
        let unique = self.profile.columns.iter().filter(|c| c.unique);
        let first = unique.chain(&self.profile.columns).find(open);
        first.map_or("", |c| self.text(row, &c.name))
    }

    /// The place of a column's cell in a row; the row's first cell where the table has no such column.
    pub fn place(&self, row: Row<'a>, name: &str) -> Span {
        self.cell(row, name).or_else(|| row.first()).map_or(self.span, |c| c.span)
    }
}

/// The number that a cell of a type holds.
pub fn parse(kind: ColumnType, text: &str) -> Option<Decimal> {
    match kind {
        _ if text.is_empty() => None,
        ColumnType::Money => Money::parse(text).map(Money::decimal),
        ColumnType::Number | ColumnType::Percent => Number::parse(text).map(|n| n.0),
        ColumnType::Text | ColumnType::Date | ColumnType::YesNo | ColumnType::Community => None,
    }
}

/// A number as sentences show it: money with its two places, others without idle zeros.
pub fn shown(value: Decimal, money: bool) -> String {
    let text = if money { format!("{:.2}", round(value, 2)) } else { round(value, 6).normalize().to_string() };
    crate::value::group_thousands(&text)
}

/// The table with the columns that are worked out: cells that nobody typed are filled in.
pub(super) fn filled<'t>(table: &'t Table, profile: &RegisterProfile) -> Cow<'t, Table> {
    if profile.columns.iter().all(|c| c.formula.is_none()) {
        return Cow::Borrowed(table);
    }
    let rows = Rows::of(table, profile);
    let mut full = table.clone();
    full.rows = rows.list.iter().map(|row| row.to_vec()).collect();
    for column in profile.columns.iter().filter(|c| c.formula.is_some()) {
        let at = table.columns.iter().position(|c| *c == column.name);
        if at.is_none() {
            full.columns.push(column.name.clone());
        }
        for (row, new) in rows.list.iter().zip(&mut full.rows) {
            let text = rows.computed(row, column).map(|v| match column.kind {
                ColumnType::Money => format!("{v:.2}"),
                _ => v.normalize().to_string(),
            });
            let text = text.unwrap_or_default();
            match at {
                Some(at) if new[at].value.is_empty() => new[at].value = text,
                Some(_) => {}
                None => new.push(At::new(text, row.first().map_or(table.span, |c| c.span))),
            }
        }
    }
    Cow::Owned(full)
}
