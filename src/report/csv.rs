//! A report as CSV: a row for each community.
//!
//! In: a report. Out: UTF-8 with byte-order mark and CRLF, for spreadsheets; percentages as whole numbers.
//! Never lets a cell of words begin like a formula.

use super::model::{CommunityRow, Report};
use crate::derive::Todo;
use crate::format::plain;
use crate::locale::Messages;

/// The columns: words `report-<name>`.
const COLUMNS: [&str; 24] = [
    "region",
    "community",
    "id",
    "kind",
    "due",
    "published",
    "late",
    "not-applicable",
    "missing",
    "near",
    "complete-percent",
    "on-time-percent",
    "complete-change",
    "on-time-change",
    "rank",
    "stars",
    "errors",
    "findings",
    "warnings",
    "overdue",
    "todo",
    "next",
    "records",
    "last-published",
];

pub(super) fn write(report: &Report, words: &Messages) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let mut write = |row: [String; 24]| writer.write_record(&row).expect("writing to memory does not fail");
    write(COLUMNS.map(|name| words.word(&format!("report-{name}"))));
    for row in &report.communities {
        write(cells(row, words));
    }
    writer.into_inner().expect("writing to memory does not fail")
}

fn cells(row: &CommunityRow, words: &Messages) -> [String; 24] {
    fn text<T: ToString>(value: Option<T>) -> String {
        value.map(|v| v.to_string()).unwrap_or_default()
    }
    let score = &row.score;
    let stars = row.stars.iter().find(|s| s.counts);
    [
        plain(&row.region),
        plain(&row.name),
        plain(&row.id),
        words.word(&format!("report-{}", row.kind)),
        score.due.to_string(),
        score.published.to_string(),
        score.late.to_string(),
        score.not_applicable.to_string(),
        score.missing.to_string(),
        score.near.to_string(),
        text(score.complete),
        text(score.on_time),
        text(row.change.complete),
        text(row.change.on_time),
        text(row.rank.map(|r| r.place)),
        text(stars.map(|s| s.stars)),
        row.errors.to_string(),
        row.findings.to_string(),
        row.warnings.to_string(),
        row.overdue.to_string(),
        row.todo.len().to_string(),
        plain(&row.todo.first().map(|todo| next(todo, words)).unwrap_or_default()),
        row.records.to_string(),
        text(row.last_published.as_ref()),
    ]
}

/// What is to be done first, in words.
fn next(todo: &Todo, words: &Messages) -> String {
    let what = words.word(&format!("report-what-{}", todo.what));
    words.text("report-next-line", &[("what", &what), ("title", &todo.title)])
}
