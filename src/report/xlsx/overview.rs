//! 概览: what the report tells of, the sums, the regions, what is wrong by code.
//!
//! In: a report. Out: one sheet. Never lists communities.

use rust_xlsxwriter::XlsxError;

use super::pen::{Cell, Column, Pen};
use crate::report::model::{Group, Report};

pub(super) fn write(pen: &mut Pen<'_>, report: &Report) -> Result<(), XlsxError> {
    let head = &report.head;
    let columns = columns(pen);
    pen.widths(&columns)?;
    pen.title(&head.title)?;
    let facts = [
        ("first", head.first.to_string()),
        ("last", head.last.to_string()),
        ("as-of", head.as_of.to_string()),
        ("before", crate::locale::period(head.before, pen.words)),
    ];
    let told = pen.words.text("report-told", &facts);
    pen.line(&told, &columns)?;
    for catalogue in &report.catalogues {
        let facts = [("name", catalogue.name.clone()), ("basis", catalogue.basis.join("、"))];
        let by = pen.words.text("report-by", &facts);
        pen.line(&by, &columns)?;
    }
    let formula = pen.word("formula");
    pen.line(&formula, &columns)?;
    if head.sample {
        let sample = pen.word("sample");
        pen.line(&sample, &columns)?;
    }
    let title = pen.word("totals");
    pen.heading(&title)?;
    pen.heads(&columns)?;
    let totals = &report.totals;
    for (name, group) in [("village", &totals.villages), ("urban", &totals.urban), ("all", &totals.all)] {
        if group.communities > 0 {
            let (name, kind) = (head.region.clone(), pen.word(name));
            pen.cells(row(if name.is_empty() { head.site.clone() } else { name }, kind, group))?;
        }
    }
    if !report.regions.is_empty() {
        let title = pen.word("regions");
        pen.heading(&title)?;
        pen.heads(&columns)?;
        for region in &report.regions {
            for (name, group) in [("village", &region.villages), ("urban", &region.urban)] {
                if group.communities > 0 {
                    let kind = pen.word(name);
                    pen.cells(row(region.path.clone(), kind, group))?;
                }
            }
        }
    }
    if !report.kinds.is_empty() {
        let title = pen.word("kinds");
        pen.heading(&title)?;
        let heads = ["problem", "severity", "code", "count", "communities"].map(|name| (pen.word(name), 0.0));
        pen.heads(&heads)?;
        for kind in &report.kinds {
            let severity = pen.words.word(&format!("severity-{}", kind.severity.word()));
            pen.cells(vec![
                Cell::Long(kind.title.clone()),
                Cell::Text(severity),
                Cell::text(&kind.code),
                Cell::Number(kind.count),
                Cell::Number(kind.communities),
            ])?;
        }
    }
    Ok(())
}

fn columns(pen: &Pen<'_>) -> Vec<Column> {
    let column = |(name, width): (&str, f64)| (pen.word(name), width);
    [
        ("region", 34.0),
        ("kind", 16.0),
        ("communities", 9.0),
        ("due", 9.0),
        ("published", 9.0),
        ("late", 9.0),
        ("not-applicable", 9.0),
        ("missing", 9.0),
        ("near", 9.0),
        ("complete", 9.0),
        ("on-time", 9.0),
        ("complete-change", 11.0),
        ("on-time-change", 11.0),
        ("errors", 8.0),
        ("findings", 8.0),
        ("warnings", 8.0),
        ("overdue", 10.0),
    ]
    .map(column)
    .to_vec()
}

fn row(name: String, kind: String, group: &Group) -> Vec<Cell> {
    let score = &group.score;
    vec![
        Cell::Long(name),
        Cell::Text(kind),
        Cell::Number(group.communities),
        Cell::Number(score.due),
        Cell::Number(score.published),
        Cell::Number(score.late),
        Cell::Number(score.not_applicable),
        Cell::Number(score.missing),
        Cell::Number(score.near),
        Cell::Share(score.published + score.not_applicable, score.due),
        Cell::Share(score.in_time + score.not_applicable, score.due),
        Cell::Points(group.change.complete),
        Cell::Points(group.change.on_time),
        Cell::Number(group.errors),
        Cell::Number(group.findings),
        Cell::Number(group.warnings),
        Cell::Number(group.overdue),
    ]
}
