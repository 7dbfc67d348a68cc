//! Formulas over the rows of a register.
//!
//! In: rows and a formula of the profile. Out: what was compared, and every row or part where it does not hold.
//! Never reports a side that cannot be worked out: an empty cell is told of elsewhere.

use std::cell::RefCell;

use rust_decimal::Decimal;

use super::rows::{Rows, shown};
use super::run::{Failure, Outside, Ran, Run, Sums};
use crate::diagnostic::{At, Code, Span, code};
use crate::profile::formula::{Compared, Count, Formula, Name, Sign, Space};
use crate::profile::register::ColumnType;

impl<'a> Run<'a> {
    /// A formula in each row.
    pub(super) fn each(&self, rows: &Rows<'a>, formula: &At<Formula>, ran: &mut Ran<'_>) {
        let names = formula.names();
        let money = self.is_money(&names);
        for row in rows.list.iter().copied().filter(|row| !rows.is_broken(row, &names)) {
            let met = RefCell::new(Vec::new());
            let look = |name: &Name| match name {
                Name::Column(name) => rows.number(row, name),
                Name::Count(_) => None,
                Name::Outside(space, name) => self.meet(*space, name, formula, &met),
            };
            let Some(compared) = formula.compare(&look, self.places(formula, money)) else {
                continue;
            };
            ran.compared += 1;
            if !compared.holds {
                let place = side(formula).map_or(row[0].span, |name| rows.place(row, name));
                let failure = failure(&code::ROW_DISAGREES, place, formula, compared, money);
                let failure = failure.arg("row", rows.label(row));
                ran.failures.push(met.into_inner().into_iter().fold(failure, with_outside));
            }
        }
    }

    /// A formula over all rows, or over the rows of each word of a column.
    pub(super) fn whole(&self, rows: &Rows<'a>, formula: &At<Formula>, by: Option<&str>, ran: &mut Ran<'_>) {
        let parts: Vec<(&str, Rows<'a>)> = match by {
            Some(by) => rows.words(by).into_iter().map(|word| (word, rows.of_word(by, word))).collect(),
            None => vec![("", rows.clone())],
        };
        let names = formula.names();
        let money = self.is_money(&names);
        let sound = |rows: &Rows<'a>| !rows.list.iter().any(|row| rows.is_broken(row, &names));
        for (part, rows) in parts.into_iter().filter(|(_, rows)| sound(rows)) {
            let met = RefCell::new(Vec::new());
            let look = |name: &Name| match name {
                Name::Column(name) => rows.sum(name),
                Name::Count(Count::Rows) => Some(Decimal::from(rows.list.len())),
                Name::Count(Count::All) => Some(Decimal::from(self.rows.list.len())),
                Name::Outside(space, name) => self.meet(*space, name, formula, &met),
            };
            let Some(compared) = formula.compare(&look, self.places(formula, money)) else {
                continue;
            };
            ran.compared += 1;
            let sign = formula.right.as_ref().map_or("=", |(sign, _)| sign.symbol());
            let (left, right) = (shown(compared.left, money), shown(compared.right, money));
            ran.sums.push(Sums { part: part.to_owned(), left, sign, right });
            if !compared.holds {
                let met = met.into_inner();
                // What the record itself states is the place to look at first.
                let stated = met.iter().find(|(space, o)| *space == Space::Stated && o.span.is_some());
                let span = stated.and_then(|(_, o)| o.span).unwrap_or(rows.span);
                let failure = failure(&code::TABLE_DISAGREES, span, formula, compared, money).arg("row", part);
                let failure = if span == rows.span { failure } else { failure.also([rows.span]) };
                let rest = met.into_iter().filter(|(_, o)| o.span != Some(span));
                ran.failures.push(rest.fold(failure, with_outside));
            }
        }
    }

    /// A value from beyond the rows, noted so that a failure can point at its place.
    fn meet(
        &self,
        space: Space,
        name: &str,
        formula: &Formula,
        met: &RefCell<Vec<(Space, Outside)>>,
    ) -> Option<Decimal> {
        let sign = formula.right.as_ref().map_or(Sign::Equal, |(sign, _)| *sign);
        let outside = self.outside(space, name, sign)?;
        let value = outside.value;
        met.borrow_mut().push((space, outside));
        Some(value)
    }

    /// To how many places equal sides are compared: those of the column that stands alone on a side.
    fn places(&self, formula: &Formula, money: bool) -> u32 {
        let column = side(formula).and_then(|name| self.rows.profile.column(name));
        match column.map(|c| c.kind) {
            _ if money => 2,
            Some(ColumnType::Percent) => ColumnType::Percent.places(),
            _ => 2,
        }
    }
}

/// The column that stands alone on a side: what the other side should give.
fn side(formula: &Formula) -> Option<&str> {
    let right = formula.right.as_ref().map(|(_, right)| right);
    right.into_iter().chain([&formula.left]).find_map(|side| match side.name() {
        Some(Name::Column(name)) => Some(name.as_str()),
        _ => None,
    })
}

fn failure(code: &'static Code, span: Span, formula: &Formula, compared: Compared, money: bool) -> Failure {
    let sign = formula.right.as_ref().map_or("=", |(sign, _)| sign.symbol());
    let apart = (compared.left - compared.right).abs();
    let failure = Failure::new(code, span).arg("formula", &formula.text).arg("sign", sign);
    let failure = failure.arg("left", shown(compared.left, money)).arg("right", shown(compared.right, money));
    failure.arg("diff", shown(apart, money))
}

fn with_outside(failure: Failure, (_, outside): (Space, Outside)) -> Failure {
    failure.also(outside.span).basis(outside.basis)
}
