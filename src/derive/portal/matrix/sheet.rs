//! One table of the matrix: rows of one kind of community and one catalogue.
//!
//! In: the summaries of its rows. Out: columns, rows of numbered looks, sums.
//! Never repeats a cell: equal ones share one look.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Summary;
use crate::derive::catalogue::Score;
use crate::derive::duty::Tally;
use crate::derive::matrix::{Cell, Mark};
use crate::record::City;
use crate::value::Period;

/// How a cell looks; equal cells look equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Look {
    /// How it stands; none for an empty cell.
    mark: Option<Mark>,
    /// Days late, overdue or left.
    days: u16,
    /// Orders rows: percent for cells that stand for many, else the more urgent the greater; 0 where nothing is.
    order: usize,
    /// Percent done in time, for cells that stand for many communities.
    share: Option<usize>,
    /// Duties done, and all of them, where there are several.
    done: usize,
    all: usize,
}

impl Look {
    const EMPTY: Self = Self { mark: None, days: 0, order: 0, share: None, done: 0, all: 0 };
}

/// Every different look, by number; the empty one is 0.
#[derive(Default)]
pub(super) struct Looks(BTreeMap<Look, usize>);

impl Looks {
    fn number(&mut self, look: Look) -> usize {
        if look.mark.is_none() {
            return 0;
        }
        let next = self.0.len() + 1;
        *self.0.entry(look).or_insert(next)
    }

    /// All of them in the order of their numbers.
    pub(super) fn list(self) -> Vec<Look> {
        let mut all: Vec<(usize, Look)> = self.0.into_iter().map(|(look, at)| (at, look)).collect();
        all.push((0, Look::EMPTY));
        all.sort_unstable_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, look)| look).collect()
    }

    /// The look of one community's cell.
    fn of(&mut self, cell: Option<&Cell>) -> usize {
        self.number(match cell {
            None => Look::EMPTY,
            Some(c) => Look {
                mark: Some(c.mark),
                days: if c.mark == Mark::Due { 0 } else { c.days },
                order: order(c),
                share: None,
                // One duty is told by its mark alone, and so are several that are all done.
                done: if c.done() < c.all() { c.done() } else { 0 },
                all: if c.done() < c.all() && c.all() > 1 { c.all() } else { 0 },
            },
        })
    }

    /// The look of a cell that stands for many.
    fn of_many(&mut self, cell: Option<&Cell>) -> usize {
        let tally = cell.map(Cell::tally).unwrap_or_default();
        self.number(Look {
            mark: cell.map(|c| if tally.due == 0 { Mark::Due } else { c.mark }),
            days: 0,
            order: tally.on_time(),
            share: (tally.due > 0).then(|| tally.on_time()),
            done: 0,
            all: 0,
        })
    }
}

/// Late ones by their days, then near ones, then missing ones.
fn order(cell: &Cell) -> usize {
    let days = usize::from(cell.days);
    match cell.mark {
        Mark::Late => days,
        Mark::Near => 100_000 - days,
        Mark::Missing => 200_000 + days,
        Mark::Published | Mark::NotApplicable | Mark::Due => 0,
    }
}

/// What a row is made from.
pub(super) struct Row<'a> {
    name: &'a str,
    url: String,
    /// How many communities it stands for.
    pub communities: usize,
    cells: BTreeMap<u16, Cell>,
}

impl<'a> Row<'a> {
    pub(super) fn of_community(summary: &'a Summary, quarter: Period) -> Self {
        let cells = sum(&[summary], quarter);
        Self { name: &summary.name, url: format!("{}/catalogue/index.html", summary.id), communities: 1, cells }
    }

    pub(super) fn of_region(
        name: &'a str,
        url: String,
        communities: usize,
        list: &[&Summary],
        quarter: Period,
    ) -> Self {
        Self { name, url, communities, cells: sum(list, quarter) }
    }
}

/// The cells of many communities added up, by item.
fn sum(list: &[&Summary], quarter: Period) -> BTreeMap<u16, Cell> {
    let mut cells: BTreeMap<u16, Cell> = BTreeMap::new();
    for cell in list.iter().filter_map(|s| s.matrix.window(quarter)).flat_map(|w| &w.cells) {
        cells.entry(cell.item).or_insert_with(|| Cell::empty(usize::from(cell.item))).join(cell);
    }
    cells
}

/// Kinds of community and their catalogues, villages first.
pub(super) fn groups<'a>(inside: &[&'a Summary], quarter: Period) -> Vec<(&'a str, &'a str)> {
    let key = |s: &&'a Summary| (!s.is_village(), s.kind.as_str(), super::catalogue_of(s, quarter));
    let mut all: Vec<_> = inside.iter().filter(|s| super::tells(s, quarter)).map(key).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|(_, kind, catalogue)| (kind, catalogue)).collect()
}

/// A table, whole or in part.
#[derive(Serialize)]
pub(super) struct Table<'a> {
    /// `village` or `urban`.
    kind: &'a str,
    catalogue: String,
    /// Whether rows are regions.
    by_region: bool,
    /// The numbers of all communities of this kind in the region, on other pages too.
    score: Score,
    communities: usize,
    columns: Vec<Column>,
    pub rows: Vec<Line<'a>>,
    /// Looks of the whole, column by column.
    total: Vec<usize>,
    /// Rows from and to, counted over all pages; none where there is one page only.
    part: Option<(usize, usize, usize)>,
}

#[derive(Serialize, Clone)]
struct Column {
    code: String,
    name: String,
}

/// A row of a table.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    name: &'a str,
    url: String,
    communities: usize,
    due: usize,
    missing: usize,
    complete: usize,
    on_time: usize,
    cells: Vec<usize>,
}

impl<'a> Table<'a> {
    /// The table of some rows; none where the catalogue is no longer known.
    #[expect(clippy::too_many_arguments, reason = "a table is made at one place")]
    pub(super) fn new(
        city: &City,
        kind: &'a str,
        catalogue: &str,
        by_region: bool,
        rows: Vec<Row<'a>>,
        whole: &[&Summary],
        quarter: Period,
        looks: &mut Looks,
    ) -> Option<Self> {
        let catalogue = city.profiles.catalogues.iter().find(|c| c.head.id.value == catalogue)?;
        let sums = sum(whole, quarter);
        let items: Vec<u16> = sums.keys().copied().filter(|i| usize::from(*i) < catalogue.items.len()).collect();
        let column = |at: &u16| {
            let item = &catalogue.items[usize::from(*at)];
            Column { code: item.code.clone(), name: item.name.clone() }
        };
        let line = |row: Row<'a>| {
            let tally = Tally::sum(row.cells.values().map(Cell::tally));
            let mut look = |at: &u16| {
                let cell = row.cells.get(at);
                if by_region { looks.of_many(cell) } else { looks.of(cell) }
            };
            Line {
                cells: items.iter().map(&mut look).collect(),
                name: row.name,
                url: row.url,
                communities: row.communities,
                due: tally.due,
                missing: tally.missing,
                complete: tally.complete(),
                on_time: tally.on_time(),
            }
        };
        let rows = rows.into_iter().map(line).collect();
        Some(Self {
            kind,
            catalogue: catalogue.head.name.value.clone(),
            by_region,
            score: Tally::sum(sums.values().map(Cell::tally)).into(),
            communities: whole.len(),
            columns: items.iter().map(column).collect(),
            rows,
            total: items.iter().map(|at| looks.of_many(sums.get(at))).collect(),
            part: None,
        })
    }

    /// How many columns it has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// The table in parts of at most `rows` rows.
    pub(super) fn cut(self, rows: usize) -> Vec<Self> {
        let Table { kind, catalogue, by_region, score, communities, columns, rows: lines, total, .. } = self;
        let of = lines.len();
        let mut parts: Vec<Vec<Line<'a>>> = Vec::new();
        for line in lines {
            match parts.last_mut() {
                Some(part) if part.len() < rows => part.push(line),
                _ => parts.push(vec![line]),
            }
        }
        let many = parts.len() > 1;
        let mut from = 0;
        let part = |lines: Vec<Line<'a>>| {
            let part = (from + 1, from + lines.len(), of);
            from += lines.len();
            Self {
                kind,
                catalogue: catalogue.clone(),
                by_region,
                score,
                communities,
                columns: columns.clone(),
                rows: lines,
                total: total.clone(),
                part: many.then_some(part),
            }
        };
        parts.into_iter().map(part).collect()
    }
}
