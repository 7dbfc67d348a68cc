//! 各村社区: a row for each community.
//!
//! In: a report. Out: one sheet, villages first. Never ranks a village among urban communities.

use rust_xlsxwriter::XlsxError;

use super::pen::{Cell, Column, Pen};
use crate::report::model::{CommunityRow, Report};

const COLUMNS: [(&str, f64); 21] = [
    ("region", 28.0),
    ("community", 18.0),
    ("kind", 9.0),
    ("due", 8.0),
    ("published", 8.0),
    ("late", 8.0),
    ("not-applicable", 9.0),
    ("missing", 8.0),
    ("near", 8.0),
    ("complete", 9.0),
    ("on-time", 9.0),
    ("complete-change", 11.0),
    ("on-time-change", 11.0),
    ("rank", 9.0),
    ("rubric", 22.0),
    ("stars", 8.0),
    ("errors", 7.0),
    ("findings", 7.0),
    ("warnings", 7.0),
    ("overdue", 9.0),
    ("last-published", 12.0),
];

pub(super) fn write(pen: &mut Pen<'_>, report: &Report) -> Result<(), XlsxError> {
    let columns: Vec<Column> = COLUMNS.iter().map(|(name, width)| (pen.word(name), *width)).collect();
    let rows = report.communities.iter().map(|r| row(pen, r)).collect();
    pen.table(&columns, 2, rows)
}

fn row(pen: &Pen<'_>, row: &CommunityRow) -> Vec<Cell> {
    let score = &row.score;
    let star = row.stars.iter().find(|s| s.counts);
    vec![
        Cell::text(&row.region),
        Cell::text(&row.name),
        Cell::Text(pen.word(&row.kind)),
        Cell::Number(score.due),
        Cell::Number(score.published),
        Cell::Number(score.late),
        Cell::Number(score.not_applicable),
        Cell::Number(score.missing),
        Cell::Number(score.near),
        Cell::Share(score.published + score.not_applicable, score.due),
        Cell::Share(score.in_time + score.not_applicable, score.due),
        Cell::Points(row.change.complete),
        Cell::Points(row.change.on_time),
        row.rank.map_or(Cell::Empty, |rank| Cell::Number(rank.place)),
        star.map_or(Cell::Empty, |s| Cell::Text(format!("{} {}", s.rubric, s.cycle))),
        star.map_or(Cell::Empty, |s| Cell::Number(s.stars as usize)),
        Cell::Number(row.errors),
        Cell::Number(row.findings),
        Cell::Number(row.warnings),
        Cell::Number(row.overdue),
        Cell::Day(row.last_published.as_deref().and_then(crate::value::read_date)),
    ]
}
