//! 待办 and 问题: what each community has to do next, and what is wrong where.
//!
//! In: a report. Out: a sheet each. Never in any order but the report's.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use super::pen::{Cell, Column, Pen};
use crate::derive::{Todo, Urgency};
use crate::report::model::{CommunityRow, Report};

const TODO: [(&str, f64); 11] = [
    ("region", 28.0),
    ("community", 16.0),
    ("urgency", 10.0),
    ("what", 10.0),
    ("code", 9.0),
    ("title-column", 40.0),
    ("period", 12.0),
    ("last-day", 12.0),
    ("days-over", 13.0),
    ("basis", 44.0),
    ("place", 62.0),
];

const PROBLEMS: [(&str, f64); 7] = [
    ("region", 28.0),
    ("community", 16.0),
    ("severity", 16.0),
    ("code", 9.0),
    ("problem", 64.0),
    ("basis", 40.0),
    ("place", 62.0),
];

fn columns(pen: &Pen<'_>, list: &[(&str, f64)]) -> Vec<Column> {
    list.iter().map(|(name, width)| (pen.word(name), *width)).collect()
}

/// File and line; empty where there is none.
fn place(file: &str, line: usize) -> String {
    if file.is_empty() { String::new() } else { format!("{file}:{line}") }
}

pub(super) fn todo(pen: &mut Pen<'_>, report: &Report) -> Result<(), XlsxError> {
    let all = report.communities.iter().flat_map(|row| row.todo.iter().map(move |todo| (row, todo)));
    let rows = all.map(|(row, todo)| to_do(pen, row, todo)).collect();
    pen.table(&columns(pen, &TODO), 2, rows)
}

fn to_do(pen: &Pen<'_>, row: &CommunityRow, todo: &Todo) -> Vec<Cell> {
    let urgency = match todo.urgency {
        Urgency::Error => "urgency-error",
        Urgency::Overdue => "urgency-overdue",
        Urgency::Absent => "urgency-absent",
        Urgency::Near => "urgency-near",
    };
    vec![
        Cell::text(&row.region),
        Cell::text(&row.name),
        Cell::Text(pen.word(urgency)),
        Cell::Text(pen.word(&format!("what-{}", todo.what))),
        Cell::text(&todo.code),
        Cell::Long(todo.title.clone()),
        Cell::Text(todo.period.map(|p| p.to_string()).unwrap_or_default()),
        Cell::Day(todo.due),
        if todo.due.is_some() { Cell::Points(Some(todo.days.into())) } else { Cell::Empty },
        Cell::Long(todo.basis.clone()),
        Cell::Text(place(&todo.file, todo.line)),
    ]
}

pub(super) fn problems(pen: &mut Pen<'_>, report: &Report) -> Result<(), XlsxError> {
    let rows: BTreeMap<&str, &CommunityRow> = report.communities.iter().map(|r| (r.id.as_str(), r)).collect();
    let row = |problem: &crate::report::Problem| {
        let community = rows.get(problem.community.as_str());
        let (region, name) = community.map_or(("", problem.community.as_str()), |r| (&r.region, &r.name));
        let severity = pen.words.word(&format!("severity-{}", problem.severity.word()));
        vec![
            Cell::text(region),
            Cell::text(name),
            Cell::Text(severity),
            Cell::text(&problem.code),
            Cell::Long(problem.message.clone()),
            Cell::Long(problem.basis.clone()),
            Cell::Text(place(&problem.file, problem.line)),
        ]
    };
    let rows = report.problems.iter().map(row).collect();
    pen.table(&columns(pen, &PROBLEMS), 2, rows)
}
