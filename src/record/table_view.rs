//! Tables as readers see them: columns, rows as text, totals.
//!
//! In: a table and what each column holds and hides. Out: the view that pages and exports share.
//! Never lets a withheld column or a full name pass where only a part may be seen.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::catalogue::NameRule;
use crate::profile::register::ColumnType;
use crate::value::{MASKS, Money, Number, Table, read_date};

/// One column of a table, as it is to be read and shown.
#[derive(Debug, Clone)]
pub struct ColumnRule {
    /// Its position in the table.
    pub at: usize,
    /// Its head.
    pub name: String,
    /// What it holds.
    pub kind: ColumnType,
    /// Whether it is summed.
    pub total: bool,
    /// How much of it is shown.
    pub shown: NameRule,
}

/// A column of the view.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnView {
    /// Its head.
    pub name: String,
    /// Whether its cells are numbers.
    pub numeric: bool,
    /// What it holds.
    pub kind: ColumnType,
}

/// What may be seen of a table.
#[derive(Debug, Clone, Serialize)]
pub struct TableView {
    /// Columns.
    pub columns: Vec<ColumnView>,
    /// Rows of text: money and dates in their plain form.
    pub rows: Vec<Vec<String>>,
    /// One text a column, empty where nothing is summed; no texts at all where no column is.
    pub totals: Vec<String>,
    /// How many rows there are, also where they are not shown.
    pub count: usize,
}

impl TableView {
    /// The view of a table by its rules.
    pub fn of(table: &Table, rules: &[ColumnRule]) -> Self {
        let seen: Vec<&ColumnRule> = rules.iter().filter(|r| r.shown != NameRule::Omit).collect();
        let column = |r: &&ColumnRule| ColumnView { name: r.name.clone(), numeric: r.kind.is_numeric(), kind: r.kind };
        let show = |row: &[At<String>]| seen.iter().map(|r| cell(&row[r.at].value, r)).collect();
        let rows: Vec<Vec<String>> = body(table).map(show).collect();
        let any = rules.iter().any(|r| r.total) && !rows.is_empty();
        let sum = |r: &&ColumnRule| total(table, r).unwrap_or_default();
        let totals = if any { seen.iter().map(sum).collect() } else { Vec::new() };
        Self { columns: seen.iter().map(column).collect(), count: rows.len(), rows, totals }
    }

    /// The same without its rows: what stays of a list of persons whose time is over.
    #[must_use]
    pub fn without_rows(mut self) -> Self {
        self.rows.clear();
        self
    }
}

/// The rows without typed totals.
pub fn body(table: &Table) -> impl Iterator<Item = &[At<String>]> {
    table.rows.iter().map(Vec::as_slice).filter(|row| !is_total(row))
}

/// Whether a row is a typed total: its first word says so.
fn is_total(row: &[At<String>]) -> bool {
    let first = row.iter().map(|c| c.value.trim()).find(|c| !c.is_empty());
    first.is_some_and(|word| matches!(word.replace(' ', "").as_str(), "合计" | "总计" | "小计" | "合计：" | "total"))
}

/// The sum of a column; `None` where it is not summed, or a cell is not a number.
fn total(table: &Table, rule: &ColumnRule) -> Option<String> {
    if !rule.total {
        return None;
    }
    let cells = body(table).map(|row| row[rule.at].value.as_str()).filter(|c| !c.is_empty());
    if rule.kind == ColumnType::Money {
        let amounts: Option<Vec<Money>> = cells.map(Money::parse).collect();
        return amounts.map(|a| a.into_iter().sum::<Money>().to_string());
    }
    let numbers: Option<Vec<Number>> = cells.map(Number::parse).collect();
    numbers.map(|n| Number(n.into_iter().map(|n| n.0).sum::<Decimal>()).to_string())
}

fn cell(text: &str, rule: &ColumnRule) -> String {
    if rule.shown == NameRule::Partial {
        return mask(text);
    }
    match rule.kind {
        ColumnType::Money => Money::parse(text).map_or_else(|| text.to_owned(), |m| m.to_string()),
        ColumnType::Date => read_date(text).map_or_else(|| text.to_owned(), |d| d.to_string()),
        ColumnType::Text | ColumnType::Number | ColumnType::Percent | ColumnType::YesNo | ColumnType::Community => {
            text.to_owned()
        }
    }
}

/// Signs between two names.
const BETWEEN: &[char] = &['、', '，', ',', '；', ';', '/', ' ', '\u{3000}'];

/// Names with a part hidden: `张三丰、李四` becomes `张*丰、李*`. What is masked already stays as it is.
pub fn mask(text: &str) -> String {
    let part = |name: &str| {
        let (name, sign) = match name.chars().last() {
            Some(last) if BETWEEN.contains(&last) => name.split_at(name.len() - last.len_utf8()),
            _ => (name, ""),
        };
        let signs: Vec<char> = name.chars().collect();
        let hidden = match signs.as_slice() {
            _ if name.contains(MASKS) => name.to_owned(),
            [] => String::new(),
            [_] => "*".to_owned(),
            [first, _] => format!("{first}*"),
            [first, middle @ .., last] => format!("{first}{}{last}", "*".repeat(middle.len())),
        };
        format!("{hidden}{sign}")
    };
    text.split_inclusive(BETWEEN).map(part).collect()
}

/// The names in a cell, one by one.
pub fn single_names(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty())
}

/// Whether all names in a cell are masked.
fn is_masked(text: &str) -> bool {
    text.split(BETWEEN).all(|name| name.is_empty() || name.contains(MASKS))
}

/// Reports names in full where only a part is shown, columns with one head, and typed totals that are wrong.
pub fn check(table: &Table, rules: &[ColumnRule], sink: &mut Sink) {
    for (at, name) in table.columns.iter().enumerate() {
        if table.columns[..at].contains(name) {
            sink.push(Diagnostic::new(&code::COLUMN_TWICE, table.span).arg("column", name));
        }
    }
    for rule in rules.iter().filter(|r| r.shown == NameRule::Partial) {
        for row in body(table) {
            let cell = &row[rule.at];
            if !is_masked(&cell.value) {
                let full = Diagnostic::new(&code::NAME_IN_FULL, cell.span).arg("column", &rule.name);
                sink.push(full.arg("shown", mask(&cell.value)));
            }
        }
    }
    for row in table.rows.iter().filter(|row| is_total(row)).filter(|row| !is_subtotal(row)) {
        for rule in rules.iter().filter(|r| r.total) {
            check_total(table, &row[rule.at], rule, sink);
        }
    }
}

fn is_subtotal(row: &[At<String>]) -> bool {
    row.iter().map(|c| c.value.trim()).find(|c| !c.is_empty()) == Some("小计")
}

fn check_total(table: &Table, typed: &At<String>, rule: &ColumnRule, sink: &mut Sink) {
    let Some(sum) = total(table, rule).filter(|_| !typed.value.is_empty()) else {
        return;
    };
    let agrees = match rule.kind {
        ColumnType::Money => Money::parse(&typed.value).map(|m| m.to_string()),
        _ => Number::parse(&typed.value).map(|n| n.to_string()),
    };
    if agrees.as_deref() != Some(sum.as_str()) {
        let wrong = Diagnostic::new(&code::TOTAL_DISAGREES, typed.span).arg("column", &rule.name);
        sink.push(wrong.arg("typed", &typed.value).arg("sum", sum));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_names() {
        for (name, want) in [
            ("张三丰", "张*丰"),
            ("张三", "张*"),
            ("欧阳修之", "欧**之"),
            ("张*某", "张*某"),
            ("张某某", "张某某"),
            ("张三丰、李四", "张*丰、李*"),
            ("张*丰、李四光", "张*丰、李*光"),
            ("", ""),
        ] {
            assert_eq!(mask(name), want, "{name}");
        }
    }
}
