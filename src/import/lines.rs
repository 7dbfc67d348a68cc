//! Income and expense from the rows of an account.
//!
//! In: sheets of entries, of one side or of both. Out: the lines of each side, the balance before and after, the
//! sums of the year. Never decides by itself which side a row is on where nothing says so.

use rust_decimal::Decimal;

use super::fill::{Page, Row};
use super::grid::cell_name;
use super::part::{Filled, Part};
use super::row::{self, Side, Sort, SumOf, side_of};
use super::sums::Sums;
use crate::diagnostic::{Diagnostic, Sink, Span, code};
use crate::layout::Role;
use crate::profile::import::Negative;
use crate::value::{Date, Money, Period, read_date};

/// What was read so far.
#[derive(Default)]
pub(super) struct Lines {
    income: Vec<Vec<(String, String)>>,
    expense: Vec<Vec<(String, String)>>,
    dates: Vec<(Date, Span, String)>,
    /// Whether a sheet or a column for this side was there, even without rows.
    sides: Vec<Side>,
    opening: Option<Money>,
    closing: Option<Money>,
    year: Vec<(Side, Money)>,
}

/// The columns by their roles.
struct Roles {
    side: Option<usize>,
    amount: Option<usize>,
    income: Option<usize>,
    expense: Option<usize>,
    balance: Option<usize>,
}

impl Lines {
    /// Reads one sheet; gives how many entries it has.
    pub(super) fn read(&mut self, page: &Page<'_, '_>, sink: &mut Sink) -> usize {
        let at = |role| page.heads.columns.iter().position(|m| m.field.is_some() && m.field == page.layout.role(role));
        let roles = Roles {
            side: at(Role::Side),
            amount: at(Role::Amount),
            income: at(Role::Income),
            expense: at(Role::Expense),
            balance: at(Role::Balance),
        };
        let mut told = told_side(page, &roles);
        self.sides.extend(told);
        if roles.side.is_some() || (roles.income.is_some() && roles.expense.is_some()) {
            self.sides.extend([Side::Income, Side::Expense]);
        }
        let mut sums = Sums::default();
        let mut balance: Option<Decimal> = None;
        let mut count = 0;
        let mut total = Decimal::ZERO;
        for row in page.heads.last + 1..page.grid.sheet.rows.len() {
            match row::sort(page.grid, page.heads, row, page.layout, page.mapping) {
                Sort::Nothing => {}
                Sort::Side(side) => {
                    told = Some(side);
                    self.sides.push(side);
                }
                Sort::Opening => {
                    let amount = first_amount(page, &roles, row);
                    self.opening = self.opening.or(amount);
                    balance = amount.map(Money::decimal).or(balance);
                }
                Sort::Closing => {
                    let amount = first_amount(page, &roles, row);
                    self.closing = amount.or(self.closing);
                    self.check_closing(page, &roles, row, total, sink);
                }
                Sort::Sum(of, label, side) => self.sum(page, &roles, row, (of, &label, side.or(told)), &mut sums, sink),
                Sort::Entry => {
                    let Some(cells) = page.row(row, sink) else {
                        continue;
                    };
                    count += 1;
                    let Some((side, amount)) = entry_amount(page, &roles, &cells, told, &mut sums, sink) else {
                        balance = None;
                        continue;
                    };
                    let signed = if side == Side::Income { amount } else { -amount };
                    total += signed.decimal();
                    self.keep(page, &cells, side, amount);
                    balance = check_balance(page, &roles, &cells, balance, signed.decimal(), sink);
                }
            }
        }
        count
    }

    /// Keeps an entry as a line of its side.
    fn keep(&mut self, page: &Page<'_, '_>, row: &Row, side: Side, amount: Money) {
        let mut line: Vec<(String, String)> = Vec::new();
        for column in page.layout.columns.iter().filter(|c| matches!(c.role, Role::Field | Role::Amount)) {
            let at = (0..row.values.len()).find(|at| page.column(*at).is_some_and(|c| c.name == column.name));
            let value = match column.role {
                Role::Amount => Some(amount.to_string()),
                _ => at.and_then(|at| row.values[at].clone()),
            };
            let constant = || page.mapping.and_then(|m| m.constants.get(&column.name).cloned());
            if let Some(value) = value.or_else(constant) {
                line.push((column.name.clone(), value));
            }
        }
        let date_at = (0..row.values.len()).find(|at| page.column(*at).is_some_and(|c| c.en == "date"));
        if let Some(at) = date_at
            && let Some(date) = row.values[at].as_deref().and_then(read_date)
        {
            let column = page.heads.columns[at].at;
            self.dates.push((date, page.grid.span(row.at, column), cell_name(row.at, column)));
        }
        match side {
            Side::Income => self.income.push(line),
            Side::Expense => self.expense.push(line),
        }
    }

    fn sum(
        &mut self,
        page: &Page<'_, '_>,
        roles: &Roles,
        row: usize,
        (of, label, side): (SumOf, &str, Option<Side>),
        sums: &mut Sums,
        sink: &mut Sink,
    ) {
        let columns = [(roles.income, Some(Side::Income)), (roles.expense, Some(Side::Expense)), (roles.amount, side)];
        for (column, side) in columns {
            let Some(column) = column else { continue };
            if of == SumOf::Year {
                let amount = money_at(page, row, column);
                self.year.extend(side.zip(amount));
                // What the months before brought is in no row of this sheet.
                if !self.begins_the_year() {
                    continue;
                }
            }
            let within = if Some(column) == roles.amount { side } else { None };
            page.compare(row, column, label, sums.expected(column, within, of), sink);
        }
        sums.cut(of);
    }

    fn begins_the_year(&self) -> bool {
        self.dates.first().is_none_or(|(date, ..)| date.month() == 1)
    }

    /// Opening and entries must give the balance after them.
    fn check_closing(&self, page: &Page<'_, '_>, roles: &Roles, row: usize, total: Decimal, sink: &mut Sink) {
        let (Some(opening), Some(closing)) = (self.opening, self.closing) else {
            return;
        };
        let right = opening.decimal() + total;
        if closing.decimal() != right && sink.is_empty() {
            let column = [roles.balance, roles.amount, roles.income].into_iter().flatten().next().unwrap_or(0);
            let at = page.heads.columns[column].at;
            let wrong = Diagnostic::new(&code::SHEET_BALANCE_DISAGREES, page.grid.span(row, at));
            sink.push(told_balance(wrong, row, at, closing.decimal(), right));
        }
    }

    /// The period in which all days lie: a month, a quarter or a year.
    pub(super) fn period(&self) -> Option<Period> {
        let first = self.dates.iter().map(|(date, ..)| *date).min()?;
        let (year, month) = (first.year(), first.month());
        let periods = [Period::Month(year, month), Period::Quarter(year, (month - 1) / 3 + 1), Period::Year(year)];
        periods.into_iter().find(|p| self.dates.iter().all(|(date, ..)| p.contains_day(*date)))
    }

    /// Warns of days that lie outside of the period.
    pub(super) fn outside(&self, period: Option<Period>, sink: &mut Sink) {
        for (date, span, cell) in &self.dates {
            if let Some(period) = period.filter(|p| !p.contains_day(*date)) {
                let outside = Diagnostic::new(&code::DAY_OUTSIDE_PERIOD, *span).arg("date", date);
                sink.push(outside.arg("period", period).arg("cell", cell));
            }
        }
    }

    /// Puts the lines into the fields of a record.
    pub(super) fn put(self, filled: &mut Filled) {
        let sides = [(Side::Income, "收入", "income", self.income), (Side::Expense, "支出", "expense", self.expense)];
        for (side, field, en, lines) in sides {
            if lines.is_empty() && !self.sides.contains(&side) {
                continue;
            }
            let names: Vec<String> = crate::layout::line_columns();
            let used = |name: &&String| lines.iter().any(|line| line.iter().any(|(n, _)| n == *name));
            let columns: Vec<String> = names.iter().filter(used).cloned().collect();
            let cell = |line: &Vec<(String, String)>, name: &String| {
                line.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default()
            };
            let rows = lines.iter().map(|line| columns.iter().map(|name| cell(line, name)).collect()).collect();
            filled.parts.push(Part { field, en, columns, rows, keyed: false, beside: false });
        }
        if let Some(opening) = self.opening {
            filled.fields.push(("期初".into(), opening.to_string()));
        }
        if let Some(closing) = self.closing {
            filled.fields.push(("期末".into(), closing.to_string()));
        }
        if !self.year.is_empty() {
            let parts: Vec<String> = [(Side::Income, "收入"), (Side::Expense, "支出")]
                .iter()
                .filter_map(|(side, word)| {
                    let sum = self.year.iter().rev().find(|(s, _)| s == side)?;
                    Some(format!("{word}: {}", sum.1))
                })
                .collect();
            filled.fields.push(("本年累计".into(), format!("{{{}}}", parts.join(", "))));
        }
    }
}

/// The side that the title, the sheet's name or a lone column tells.
fn told_side(page: &Page<'_, '_>, roles: &Roles) -> Option<Side> {
    match (roles.side, roles.income, roles.expense) {
        (Some(_), ..) | (_, Some(_), Some(_)) => return None,
        (_, Some(_), None) if roles.amount.is_none() => return Some(Side::Income),
        (_, None, Some(_)) if roles.amount.is_none() => return Some(Side::Expense),
        _ => {}
    }
    let above = page.heads.above(page.grid);
    side_of(&page.grid.sheet.name).or_else(|| above.iter().rev().find_map(|text| side_of(text)))
}

/// Side and amount of an entry; `None` after a mistake.
fn entry_amount(
    page: &Page<'_, '_>,
    roles: &Roles,
    row: &Row,
    told: Option<Side>,
    sums: &mut Sums,
    sink: &mut Sink,
) -> Option<(Side, Money)> {
    let money = |column: Option<usize>| column.and_then(|c| Money::parse(row.values[c].as_deref()?));
    let refused =
        |column: Option<usize>| column.is_some_and(|c| row.values[c].is_none() && !page.cell(row.at, c).is_empty());
    for column in [roles.income, roles.expense, roles.amount].into_iter().flatten() {
        // A cell that was refused was told of, unless it stands for nothing.
        if row.broken && refused(Some(column)) {
            sums.breaks(column);
            return None;
        }
    }
    let place = |column: Option<usize>| {
        let at = page.heads.columns[column.unwrap_or(0)].at;
        (page.grid.span(row.at, at), cell_name(row.at, at))
    };
    let (income, expense) = (money(roles.income), money(roles.expense));
    let some = |m: Option<Money>| m.filter(|m| !m.is_zero());
    match (some(income), some(expense)) {
        (Some(_), Some(_)) => {
            let (span, cell) = place(roles.expense);
            let both = Diagnostic::new(&code::ROW_UNCLEAR, span).arg("row", row.at + 1).arg("cell", cell);
            sink.push(both.arg("why", "both").arg("text", ""));
            return None;
        }
        (Some(amount), None) => {
            sums.add(roles.income?, None, amount.decimal());
            return Some((Side::Income, amount));
        }
        (None, Some(amount)) => {
            sums.add(roles.expense?, None, amount.decimal());
            return Some((Side::Expense, amount));
        }
        (None, None) => {}
    }
    let Some(amount) = money(roles.amount) else {
        let column = [roles.amount, roles.income, roles.expense].into_iter().flatten().next();
        let (span, cell) = place(column);
        let missing = Diagnostic::new(&code::CELL_MISSING, span).arg("row", row.at + 1).arg("cell", cell);
        sink.push(missing.arg("column", "金额"));
        return None;
    };
    let negative = page.mapping.and_then(|m| m.negative) == Some(Negative::Expense);
    let written = roles.side.and_then(|c| row.values[c].as_deref()).map(|text| (text, side_word(page, text)));
    let by_sign = || negative.then_some(if amount.is_negative() { Side::Expense } else { Side::Income });
    let side = match written {
        Some((_, Some(side))) => Some(side),
        Some((_, None)) => None,
        None => by_sign().or(told),
    };
    let Some(side) = side else {
        let (span, cell) = place(roles.side.or(roles.amount));
        let unknown = Diagnostic::new(&code::SIDE_UNKNOWN, span).arg("row", row.at + 1).arg("cell", cell);
        sink.push(unknown.arg("text", written.map_or("", |(text, _)| text)));
        sums.breaks(roles.amount?);
        return None;
    };
    sums.add(roles.amount?, Some(side), amount.decimal());
    let amount = if negative && amount.is_negative() && side == Side::Expense { -amount } else { amount };
    Some((side, amount))
}

/// The side that a word in the column of sides means.
fn side_word(page: &Page<'_, '_>, text: &str) -> Option<Side> {
    let words = page.mapping.and_then(|m| m.sides.as_ref());
    let among = |list: &[String]| list.iter().any(|w| w == text);
    if words.is_some_and(|w| among(&w.income)) {
        return Some(Side::Income);
    }
    if words.is_some_and(|w| among(&w.expense)) {
        return Some(Side::Expense);
    }
    match text {
        "收" | "借" | "借方" | "进" | "入" | "收款" | "收方" | "income" => Some(Side::Income),
        "支" | "贷" | "贷方" | "出" | "付" | "付款" | "付方" | "支付" | "expense" => Some(Side::Expense),
        other => side_of(other),
    }
}

fn money_at(page: &Page<'_, '_>, row: usize, column: usize) -> Option<Money> {
    let mapped = &page.heads.columns[column];
    let reading = super::convert::Reading {
        holds: crate::layout::Holds::Money,
        wan: mapped.wan.unwrap_or(page.wan),
        from_1904: false,
        dates: crate::profile::import::DateOrder::YearFirst,
    };
    super::convert::value(page.cell(row, column), reading).ok().flatten().and_then(|text| Money::parse(&text))
}

/// The amount of a row that tells a balance.
fn first_amount(page: &Page<'_, '_>, roles: &Roles, row: usize) -> Option<Money> {
    let columns = [roles.balance, roles.amount, roles.income, roles.expense];
    columns.into_iter().flatten().find_map(|column| money_at(page, row, column))
}

/// Compares the balance in a row; gives the balance to go on with.
fn check_balance(
    page: &Page<'_, '_>,
    roles: &Roles,
    row: &Row,
    before: Option<Decimal>,
    signed: Decimal,
    sink: &mut Sink,
) -> Option<Decimal> {
    let typed = roles.balance.and_then(|c| Money::parse(row.values[c].as_deref()?)).map(Money::decimal);
    let right = before.map(|b| b + signed);
    if let (Some(typed), Some(right), Some(column)) = (typed, right, roles.balance)
        && typed != right
    {
        let at = page.heads.columns[column].at;
        let wrong = Diagnostic::new(&code::SHEET_BALANCE_DISAGREES, page.grid.span(row.at, at));
        sink.push(told_balance(wrong, row.at, at, typed, right));
    }
    typed.or(right)
}

fn told_balance(wrong: Diagnostic, row: usize, column: usize, typed: Decimal, right: Decimal) -> Diagnostic {
    let show = |value: Decimal| Money::parse(&value.to_string()).map_or_else(|| value.to_string(), Money::grouped);
    let wrong = wrong.arg("row", row + 1).arg("cell", cell_name(row, column)).arg("typed", show(typed));
    wrong.arg("right", show(right)).arg("difference", show(typed - right))
}
