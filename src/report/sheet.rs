//! The matrix of a report: communities by items, a table for each kind and catalogue.
//!
//! In: a report. Out: tables whose cells stand under their items. Never copies a cell.

use serde::Serialize;

use super::model::{CatalogueHead, CommunityRow, Item, ItemCell, Report};

/// One table.
#[derive(Serialize)]
pub(super) struct Sheet<'r> {
    /// `village` or `urban`.
    pub kind: &'r str,
    /// By which catalogue.
    pub catalogue: &'r str,
    /// Its columns.
    pub items: &'r [Item],
    /// Its rows.
    pub rows: Vec<Line<'r>>,
}

/// A community, with a cell for each item.
#[derive(Serialize)]
pub(super) struct Line<'r> {
    /// Name.
    pub name: &'r str,
    /// Regions above it.
    pub region: &'r str,
    /// How each item stood; none where nothing fell on it.
    pub cells: Vec<Option<&'r ItemCell>>,
}

/// The tables of a report, villages first.
pub(super) fn sheets(report: &Report) -> Vec<Sheet<'_>> {
    let mut sheets = Vec::new();
    for kind in ["village", "urban"] {
        for catalogue in &report.catalogues {
            let here = |r: &&CommunityRow| r.kind == kind && r.catalogue == catalogue.id && !r.items.is_empty();
            let rows: Vec<Line<'_>> = report.communities.iter().filter(here).map(|r| line(r, catalogue)).collect();
            if !rows.is_empty() {
                sheets.push(Sheet { kind, catalogue: &catalogue.name, items: &catalogue.items, rows });
            }
        }
    }
    sheets
}

fn line<'r>(row: &'r CommunityRow, catalogue: &CatalogueHead) -> Line<'r> {
    // Both are in the order of the catalogue.
    let mut cells = row.items.iter().peekable();
    let under = |item: &Item| cells.next_if(|cell| cell.code == item.code);
    Line { name: &row.name, region: &row.region, cells: catalogue.items.iter().map(under).collect() }
}
