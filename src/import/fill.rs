//! From planned sheets to fields of a record.
//!
//! In: sheets with their heads. Out: [`Filled`]; every mistake is told, none stops the others.
//! Never writes a number that would harm a person.

use std::collections::BTreeMap;

use super::Options;
use super::convert::{self, Reading};
use super::grid::{Grid, cell_name};
use super::heads::{Heads, Mapped};
use super::lines::Lines;
use super::part::{Filled, Part};
use super::plan::{self, Plan};
use super::row::{self, Sort, SumOf};
use super::sums::Sums;
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::layout::{Column, Holds, Layout};
use crate::privacy;
use crate::profile::import::{AmountUnit, DateOrder, ImportProfile};
use crate::record::KINDS;
use crate::schema::unknown_name;
use crate::sheet::Cell;
use crate::value::{Money, Number, Period, half_width};

/// What is shared by all rows of a sheet.
pub(super) struct Page<'a, 'b> {
    pub grid: &'a Grid<'b>,
    pub heads: &'a Heads,
    pub layout: &'a Layout,
    pub mapping: Option<&'a ImportProfile>,
    /// Whether amounts are in 万元 where no head says otherwise.
    pub wan: bool,
}

/// One row as the words of its columns, by their place among the heads.
pub(super) struct Row {
    /// Its place in the sheet, from 0.
    pub at: usize,
    /// The words; nothing where the cell is empty or was refused.
    pub values: Vec<Option<String>>,
    /// Whether a cell was refused.
    pub broken: bool,
}

pub(super) fn fill(plan: Plan<'_, '_>, options: &Options, sink: &mut Sink) -> Option<Filled> {
    let kind = KINDS.iter().find(|k| k.name == plan.layout.kind)?;
    let above: Vec<String> = plan.sheets.iter().flat_map(|(grid, heads)| heads.above(grid)).collect();
    let names = plan.sheets.iter().map(|(grid, _)| grid.sheet.name.clone());
    let period = options.period.or_else(|| above.iter().cloned().chain(names).find_map(|text| period_in(&text)));
    let mut filled = Filled {
        kind,
        about: about(&plan.layout),
        title: above
            .iter()
            .find(|t| t.chars().count() >= 4 && !t.contains([':', '：']) && !t.starts_with(['(', '（']))
            .cloned(),
        period,
        parts: Vec::new(),
        fields: Vec::new(),
        sheets: Vec::new(),
        mapping: plan.mapping.map(|m| m.head.name.value.clone()),
        reports: Vec::new(),
    };
    let mut lines = Lines::default();
    let mut rows: Vec<(Vec<String>, Vec<Vec<String>>)> = Vec::new();
    for (grid, heads) in &plan.sheets {
        let wan = unit(heads, grid).unwrap_or(plan.mapping.and_then(|m| m.unit) == Some(AmountUnit::Wan));
        let page = Page { grid, heads, layout: &plan.layout, mapping: plan.mapping, wan };
        if !page.heads_hold(sink) {
            continue;
        }
        let count = if plan.layout.kind == "finance" {
            lines.read(&page, sink)
        } else {
            let table = page.table(sink);
            rows.push(table);
            rows.last().map_or(0, |(_, rows)| rows.len())
        };
        filled.sheets.push((grid.sheet.name.clone(), count));
    }
    if filled.sheets.len() < plan.sheets.len() {
        return None;
    }
    if filled.sheets.iter().all(|(_, count)| *count == 0) {
        if sink.is_empty() {
            sink.push(Diagnostic::new(&code::NO_ROWS, plan.sheets.first().map(|(g, h)| g.span(h.last, 0))?));
        }
        return None;
    }
    if plan.layout.kind == "finance" {
        filled.period = filled.period.or_else(|| lines.period());
        lines.outside(filled.period, sink);
        lines.put(&mut filled);
    } else {
        let (field, en) =
            if plan.layout.kind == "evaluation" { ("得分", "scores") } else { field_of(plan.layout.kind) };
        let keyed = plan.layout.kind == "evaluation";
        let parts = rows.into_iter().map(|(columns, rows)| Part { field, en, columns, rows, keyed, beside: !keyed });
        filled.parts.extend(parts);
    }
    if let Some(mapping) = plan.mapping {
        for (field, value) in &mapping.constants {
            if plan.layout.find(field).is_none() {
                filled.fields.push((field.clone(), value.clone()));
            }
        }
    }
    Some(filled)
}

/// The field that holds the rows.
fn field_of(kind: &str) -> (&'static str, &'static str) {
    if kind == "register" { ("明细", "rows") } else { ("明细", "detail") }
}

fn about(layout: &Layout) -> Option<(&'static str, String)> {
    let field = match layout.kind {
        "register" => "台账",
        "evaluation" => "评分标准",
        "disclosure" => "目录项",
        _ => return None,
    };
    (!layout.name.is_empty()).then(|| (field, layout.name.clone()))
}

/// The period that words tell of: `军营村2026年9月财务收支`.
pub(super) fn period_in(text: &str) -> Option<Period> {
    let signs: Vec<char> = text.chars().collect();
    (0..signs.len()).filter(|at| signs[*at..].starts_with(&['2', '0'])).find_map(|at| {
        let longest = (signs.len() - at).min(11);
        (4..=longest).rev().find_map(|length| {
            let words: String = signs[at..at + length].iter().collect();
            Period::parse(&words).filter(|p| !matches!(p, Period::Day(_)))
        })
    })
}

/// Whether the words above the heads say 万元, or 元.
fn unit(heads: &Heads, grid: &Grid<'_>) -> Option<bool> {
    let above = heads.above(grid);
    let plain = |text: &String| half_width(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
    above.iter().map(plain).find_map(|text| match () {
        () if text.contains("单位:万元") || text.contains("单位:人民币万元") || text.ends_with("(万元)") => {
            Some(true)
        }
        () if text.contains("单位:元") || text.contains("单位:人民币元") => Some(false),
        () => None,
    })
}

impl Page<'_, '_> {
    /// Reports columns that are missing, double or left out; whether the rows can be read.
    fn heads_hold(&self, sink: &mut Sink) -> bool {
        let place = |m: &Mapped| self.grid.span(self.heads.last, m.at);
        let mut sound = true;
        for name in plan::missing(self.layout, self.heads, self.mapping) {
            let known: Vec<&str> = self.heads.columns.iter().map(|m| m.name.as_str()).collect();
            let row = self.grid.span(self.heads.last, self.heads.columns.first().map_or(0, |m| m.at));
            sink.push(unknown_name(&code::COLUMN_NOT_THERE, &name, row, &known));
            sound = false;
        }
        let mut seen: BTreeMap<(Option<usize>, &str), &Mapped> = BTreeMap::new();
        for mapped in self.heads.columns.iter().filter(|m| m.field.is_some() || m.free) {
            let key = (mapped.field, if mapped.free { mapped.name.as_str() } else { "" });
            if let Some(first) = seen.insert(key, mapped) {
                let twice = Diagnostic::new(&code::COLUMN_DOUBLED, place(mapped)).also(place(first));
                let field = mapped.field.map_or(mapped.name.as_str(), |f| self.layout.columns[f].name.as_str());
                sink.push(twice.arg("field", field).arg("first", &first.name).arg("second", &mapped.name));
                sound = false;
            }
        }
        let unused = |m: &&Mapped| m.field.is_none() && !m.free && !m.why.is_empty();
        for mapped in self.heads.columns.iter().filter(unused) {
            let below = self.heads.last + 1..self.grid.sheet.rows.len();
            if below.into_iter().any(|row| !self.grid.sheet.cell(row, mapped.at).is_empty()) {
                let known: Vec<&str> = self.layout.columns.iter().map(|c| c.name.as_str()).collect();
                let left = unknown_name(&code::COLUMN_LEFT_OUT, &mapped.name, place(mapped), &known);
                sink.push(left.arg("why", mapped.why));
            }
        }
        sound
    }

    /// The rows of a table that is kept as it stands.
    fn table(&self, sink: &mut Sink) -> (Vec<String>, Vec<Vec<String>>) {
        let mut sums = Sums::default();
        let mut rows = Vec::new();
        for at in self.heads.last + 1..self.grid.sheet.rows.len() {
            match row::sort(self.grid, self.heads, at, self.layout, self.mapping) {
                Sort::Entry => {
                    if let Some(row) = self.row(at, sink) {
                        self.add_up(&row, &mut sums);
                        rows.push(row);
                    }
                }
                Sort::Sum(of, label, _) => {
                    self.check_sum(at, of, &label, &sums, sink);
                    sums.cut(of);
                }
                Sort::Nothing | Sort::Side(_) | Sort::Opening | Sort::Closing => {}
            }
        }
        let kept: Vec<usize> = (0..self.heads.columns.len()).filter(|c| self.keeps(*c)).collect();
        let name = |c: &usize| {
            let mapped = &self.heads.columns[*c];
            mapped.field.map_or_else(|| mapped.name.clone(), |f| self.layout.columns[f].name.clone())
        };
        // Columns that nobody filled say nothing.
        let some = |c: &&usize| rows.iter().any(|r: &Row| r.values[**c].is_some()) || self.heads.columns[**c].free;
        let kept: Vec<usize> = kept.iter().filter(some).copied().collect();
        let cells = |row: &Row| kept.iter().map(|c| row.values[*c].clone().unwrap_or_default()).collect();
        (kept.iter().map(name).collect(), rows.iter().map(cells).collect())
    }

    fn keeps(&self, column: usize) -> bool {
        let mapped = &self.heads.columns[column];
        mapped.field.is_some() || mapped.free
    }

    /// The column of the layout over a head.
    pub(super) fn column(&self, at: usize) -> Option<&Column> {
        self.heads.columns[at].field.map(|f| &self.layout.columns[f])
    }

    /// Reads one row; nothing where it is no entry.
    pub(super) fn row(&self, at: usize, sink: &mut Sink) -> Option<Row> {
        let filled: Vec<usize> =
            (0..self.heads.columns.len()).filter(|c| self.keeps(*c) && !self.cell(at, *c).is_empty()).collect();
        let needed = self.layout.columns.iter().filter(|c| c.required).count();
        if filled.is_empty() || (filled.len() == 1 && needed > 2) {
            let column = filled.first().map_or(0, |c| self.heads.columns[*c].at);
            let shown = self.grid.sheet.rows[at].iter().find(|c| !c.is_empty()).map(Cell::shown).unwrap_or_default();
            let unclear = Diagnostic::new(&code::ROW_UNCLEAR, self.grid.span(at, column)).arg("row", at + 1);
            sink.push(unclear.arg("text", shown).arg("why", "words"));
            return None;
        }
        let mut row = Row { at, values: vec![None; self.heads.columns.len()], broken: false };
        for column in filled {
            match self.value(at, column, sink) {
                Some(value) => row.values[column] = value,
                None => row.broken = true,
            }
        }
        self.check_needed(&row, sink);
        Some(row)
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> &Cell {
        self.grid.sheet.cell(row, self.heads.columns[column].at)
    }

    /// The words of a cell; `None` after a mistake.
    fn value(&self, row: usize, column: usize, sink: &mut Sink) -> Option<Option<String>> {
        let mapped = &self.heads.columns[column];
        let (span, cell) = (self.grid.span(row, mapped.at), cell_name(row, mapped.at));
        let holds = self.column(column).map_or(Holds::Text, |c| c.holds);
        let name = self.column(column).map_or(mapped.name.as_str(), |c| c.name.as_str());
        let reading = Reading {
            holds,
            wan: mapped.wan.unwrap_or(self.wan),
            from_1904: self.grid.sheet.from_1904,
            dates: self.mapping.and_then(|m| m.dates).unwrap_or(DateOrder::YearFirst),
        };
        let say = |d: Diagnostic| d.arg("row", row + 1).arg("cell", &cell).arg("column", name);
        let text = match convert::value(self.cell(row, column), reading) {
            Ok(text) => text,
            Err(wrong) => {
                let unreadable = say(Diagnostic::new(&code::CELL_UNREADABLE, span)).arg("expected", holds.word());
                // What could be a private number is not shown.
                let shown = self.cell(row, column).shown();
                let shown = if privacy::of_cell(name, &shown).is_some() { "…".to_owned() } else { shown };
                sink.push(unreadable.arg("text", shown).arg("why", wrong.word()));
                return None;
            }
        };
        let Some(text) = text else {
            return Some(None);
        };
        if let Some(found) = privacy::of_cell(name, &text).filter(|_| holds == Holds::Text) {
            sink.push(say(Diagnostic::new(&code::PRIVATE_CELL, span)).arg("what", found.word()));
            return None;
        }
        self.option(column, text, span, &say, sink).map(Some)
    }

    /// The word that a cell means among those that can stand in its column.
    fn option(
        &self,
        column: usize,
        text: String,
        span: crate::diagnostic::Span,
        say: &dyn Fn(Diagnostic) -> Diagnostic,
        sink: &mut Sink,
    ) -> Option<String> {
        let options = self.column(column).map_or(&[][..], |c| c.options.as_slice());
        let is_side = self.column(column).is_some_and(|c| c.role == crate::layout::Role::Side);
        if options.is_empty() || is_side || options.contains(&text) {
            return Some(text);
        }
        let plain = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if let Some(option) = options.iter().find(|o| plain(o) == plain(&text)) {
            return Some(option.clone());
        }
        let known: Vec<&str> = options.iter().map(String::as_str).collect();
        sink.push(say(unknown_name(&code::CELL_NO_CHOICE, &text, span, &known)));
        None
    }

    fn check_needed(&self, row: &Row, sink: &mut Sink) {
        for (at, mapped) in self.heads.columns.iter().enumerate() {
            let Some(column) = self.column(at).filter(|c| c.required && c.role == crate::layout::Role::Field) else {
                continue;
            };
            let constant = self.mapping.is_some_and(|m| m.constants.contains_key(&column.name));
            if self.cell(row.at, at).is_empty() && !constant {
                let missing = Diagnostic::new(&code::CELL_MISSING, self.grid.span(row.at, mapped.at));
                let missing = missing.arg("row", row.at + 1).arg("cell", cell_name(row.at, mapped.at));
                sink.push(missing.arg("column", &column.name));
            }
        }
    }

    /// Adds the numbers of an entry to the sums.
    fn add_up(&self, row: &Row, sums: &mut Sums) {
        for column in (0..self.heads.columns.len()).filter(|c| self.sums(*c)) {
            match row.values[column].as_deref().map(|text| Number::parse(text).map(|n| n.0)) {
                Some(Some(number)) => sums.add(column, None, number),
                Some(None) => sums.breaks(column),
                None if row.broken && !self.cell(row.at, column).is_empty() => sums.breaks(column),
                None => {}
            }
        }
    }

    /// Whether the numbers of a column can be added.
    fn sums(&self, column: usize) -> bool {
        match self.column(column) {
            Some(column) => column.adds_up,
            None => {
                let name = &self.heads.columns[column].name;
                self.heads.columns[column].free
                    && !["编号", "标准", "单价", "率", "年龄", "每", "均", "号"].iter().any(|part| name.contains(part))
            }
        }
    }

    /// Compares what a row says is a sum.
    fn check_sum(&self, row: usize, of: SumOf, label: &str, sums: &Sums, sink: &mut Sink) {
        for column in (0..self.heads.columns.len()).filter(|c| self.sums(*c) && self.keeps(*c)) {
            self.compare(row, column, label, sums.expected(column, None, of), sink);
        }
    }

    /// Reports a typed sum that is none of the values it may have.
    pub(super) fn compare(
        &self,
        row: usize,
        column: usize,
        label: &str,
        expected: Vec<rust_decimal::Decimal>,
        sink: &mut Sink,
    ) {
        let mapped = &self.heads.columns[column];
        let holds = self.column(column).map_or(Holds::Number, |c| c.holds);
        let reading =
            Reading { holds, wan: mapped.wan.unwrap_or(self.wan), from_1904: false, dates: DateOrder::YearFirst };
        let Ok(Some(typed)) = convert::value(self.cell(row, column), reading) else {
            return;
        };
        let (Some(typed), Some(first)) = (Number::parse(&typed).map(|n| n.0), expected.first().copied()) else {
            return;
        };
        if expected.contains(&typed) {
            return;
        }
        let show = |value: rust_decimal::Decimal| match holds {
            Holds::Money => Money::parse(&value.to_string()).map_or_else(|| value.to_string(), Money::grouped),
            _ => value.normalize().to_string(),
        };
        let wrong = Diagnostic::new(&code::SHEET_SUM_DISAGREES, self.grid.span(row, mapped.at));
        let wrong = wrong.arg("row", row + 1).arg("cell", cell_name(row, mapped.at)).arg("label", label);
        let wrong = wrong.arg("column", &mapped.name).arg("typed", show(typed)).arg("sum", show(first));
        sink.push(wrong.arg("difference", show(typed - first)));
    }
}
