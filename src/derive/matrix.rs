//! The matrix: how each item of the catalogue stands in a window of the calendar.
//!
//! In: items with what fulfils them, a window. Out: cells of a few bytes, so that those of a whole city
//! fit into memory. Never holds names: a cell tells its position in a catalogue, which the city knows.

use serde::{Deserialize, Serialize};

use super::due_item::DueItem;
use super::duty::{Duty, Standing, Tally};
use crate::profile::catalogue::{Catalogue, Frequency};
use crate::record::{City, Entry, Scope};
use crate::value::{Date, Period};

/// How the duties of an item in a window stand, taken together; the one that asks most for attention
/// speaks for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// One is not published, and past its day.
    Missing,
    /// One is not published, and its day is near.
    Near,
    /// One was published after its day.
    Late,
    /// All of which the day is past are published in time.
    Published,
    /// Nothing to publish, and that was said with its reason.
    NotApplicable,
    /// None is due yet.
    Due,
}

/// An item in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Position of the item in its catalogue, from 0.
    pub item: u16,
    /// How it stands.
    pub mark: Mark,
    /// Days overdue or late, the most of all; days left, the fewest; else 0.
    pub days: u16,
    published: u16,
    late: u16,
    not_applicable: u16,
    missing: u16,
    near: u16,
    waiting: u16,
}

impl Cell {
    /// The cell of an item; none where nothing falls into the window.
    fn of(item: &DueItem<'_>, window: Period) -> Option<Self> {
        let mut cell = Self::empty(item.at);
        if item.frequency == Frequency::Standing {
            if !item.stands_in(window) {
                return None;
            }
            let here = !item.cards.is_empty();
            (cell.published, cell.missing) = (u16::from(here), u16::from(!here));
            cell.mark = if here { Mark::Published } else { Mark::Missing };
            return Some(cell);
        }
        let duties = item.within(window);
        for duty in &duties {
            cell.add(duty);
        }
        (!duties.is_empty()).then_some(cell)
    }

    /// The cell of an item in which nothing is counted yet.
    pub(super) fn empty(item: usize) -> Self {
        let item = u16::try_from(item).unwrap_or(u16::MAX);
        let (mark, days) = (Mark::Due, 0);
        Self { item, mark, days, published: 0, late: 0, not_applicable: 0, missing: 0, near: 0, waiting: 0 }
    }

    fn add(&mut self, duty: &Duty) {
        let first = self.all() == 0;
        let (mark, count) = match duty.standing {
            Standing::Published => (Mark::Published, &mut self.published),
            Standing::Late => (Mark::Late, &mut self.late),
            Standing::NotApplicable => (Mark::NotApplicable, &mut self.not_applicable),
            Standing::Missing => (Mark::Missing, &mut self.missing),
            Standing::Near => (Mark::Near, &mut self.near),
            Standing::Due => (Mark::Due, &mut self.waiting),
        };
        *count = count.saturating_add(1);
        self.merge(mark, u16::try_from(duty.days).unwrap_or(0), first);
    }

    /// Adds the cell of another community.
    pub(super) fn join(&mut self, other: &Self) {
        let first = self.all() == 0;
        self.published = self.published.saturating_add(other.published);
        self.late = self.late.saturating_add(other.late);
        self.not_applicable = self.not_applicable.saturating_add(other.not_applicable);
        self.missing = self.missing.saturating_add(other.missing);
        self.near = self.near.saturating_add(other.near);
        self.waiting = self.waiting.saturating_add(other.waiting);
        self.merge(other.mark, other.days, first);
    }

    fn merge(&mut self, mark: Mark, days: u16, first: bool) {
        let left = matches!(mark, Mark::Near | Mark::Due);
        if first || mark < self.mark {
            (self.mark, self.days) = (mark, days);
        } else if mark == self.mark {
            self.days = if left { self.days.min(days) } else { self.days.max(days) };
        }
    }

    /// How its duties count.
    pub fn tally(&self) -> Tally {
        let n = usize::from;
        Tally {
            due: n(self.published) + n(self.late) + n(self.not_applicable) + n(self.missing),
            published: n(self.published) + n(self.late),
            late: n(self.late),
            not_applicable: n(self.not_applicable),
            missing: n(self.missing),
            near: n(self.near),
        }
    }

    /// How many duties are published or said to be not applicable.
    pub fn done(&self) -> usize {
        usize::from(self.published) + usize::from(self.late) + usize::from(self.not_applicable)
    }

    /// How many duties there are, those included whose day is still to come.
    pub fn all(&self) -> usize {
        self.done() + usize::from(self.missing) + usize::from(self.near) + usize::from(self.waiting)
    }
}

/// All items of one community in one window; those in which nothing falls are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// 标识 of the catalogue in force; empty where there is none.
    pub catalogue: String,
    /// Its cells, in the order of the catalogue.
    pub cells: Vec<Cell>,
}

impl Window {
    /// How its duties count.
    pub fn tally(&self) -> Tally {
        Tally::sum(self.cells.iter().map(Cell::tally))
    }

    /// The catalogue that its cells point into.
    pub fn catalogue<'c>(&self, city: &'c City) -> Option<&'c Catalogue> {
        city.profiles.catalogues.iter().find(|c| c.head.id.value == self.catalogue)
    }
}

/// How many quarters a matrix tells of: the one that runs and those that ended before it.
const QUARTERS: usize = 5;

/// The last quarters of one community.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// The day by which all of it is told.
    pub as_of: Date,
    /// A window for each of [`Self::quarters`].
    windows: Vec<Window>,
}

impl Matrix {
    pub(super) fn of<'a>(scope: &Scope<'a>, entries: &[Entry<'a>]) -> Self {
        let quarters = Self::quarters(scope.as_of);
        Self { as_of: scope.as_of, windows: windows(scope, entries, &quarters) }
    }

    /// The quarter in which a day lies, and the ones before it, newest first.
    pub fn quarters(as_of: Date) -> Vec<Period> {
        let running = Period::Quarter(as_of.year(), (as_of.month() - 1) / 3 + 1);
        std::iter::successors(Some(running), |p| Some(p.previous())).take(QUARTERS).collect()
    }

    /// The window of a quarter; none where it is not among those told of.
    pub fn window(&self, quarter: Period) -> Option<&Window> {
        let at = Self::quarters(self.as_of).iter().position(|q| *q == quarter)?;
        self.windows.get(at)
    }
}

/// The windows of several periods, each by the catalogue in force at its end, or today while it runs.
pub(super) fn windows<'a>(scope: &Scope<'a>, entries: &[Entry<'a>], periods: &[Period]) -> Vec<Window> {
    let mut known: Vec<(&Catalogue, Vec<DueItem<'_>>)> = Vec::new();
    let mut window = |period: Period| {
        let Some(catalogue) = scope.catalogue_on(period.last().min(scope.as_of)) else {
            return Window::default();
        };
        let id = &catalogue.head.id.value;
        let at = known.iter().position(|(c, _)| c.head.id.value == *id).unwrap_or_else(|| {
            known.push((catalogue, DueItem::all(scope, catalogue, entries)));
            known.len() - 1
        });
        let cells = known[at].1.iter().filter_map(|item| Cell::of(item, period)).collect();
        Window { catalogue: id.clone(), cells }
    };
    periods.iter().map(|period| window(*period)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::duty::Fulfilment;

    const TODAY: Date = Date::constant(2026, 11, 24);

    fn month(month: i8, published: Option<Date>) -> Duty {
        let period = Period::Month(2026, month);
        let due = Date::new(2026, month + 1, 15).expect("a day");
        let done = Fulfilment { period: Some(period), published, reason: None };
        Duty::of(period, due, &[done], TODAY, 7)
    }

    fn cell(duties: &[Duty]) -> Cell {
        let mut cell = Cell::empty(3);
        duties.iter().for_each(|d| cell.add(d));
        cell
    }

    #[test]
    fn what_asks_most_for_attention_speaks_for_all() {
        let in_time = || month(7, Some(Date::constant(2026, 8, 15)));
        let late = || month(8, Some(Date::constant(2026, 9, 18)));
        let missing = || month(9, None);
        let told = |duties: &[Duty]| {
            let cell = cell(duties);
            (cell.mark, cell.days, cell.done(), cell.all())
        };
        assert_eq!(told(&[in_time()]), (Mark::Published, 0, 1, 1));
        assert_eq!(told(&[in_time(), late()]), (Mark::Late, 3, 2, 2));
        assert_eq!(told(&[missing(), late(), in_time()]), (Mark::Missing, 40, 2, 3));
        assert_eq!(told(&[month(11, None)]), (Mark::Due, 21, 0, 1));
        assert_eq!(told(&[month(11, None), in_time()]), (Mark::Published, 0, 1, 2));
    }

    #[test]
    fn cells_of_many_add_up() {
        let mut all = cell(&[month(8, Some(Date::constant(2026, 9, 18)))]);
        all.join(&cell(&[month(8, None)]));
        all.join(&cell(&[month(8, Some(Date::constant(2026, 9, 1)))]));
        let tally = all.tally();
        assert_eq!((tally.due, tally.published, tally.late, tally.missing), (3, 2, 1, 1));
        assert_eq!((tally.on_time(), tally.complete(), all.mark, all.days), (33, 66, Mark::Missing, 70));
    }

    #[test]
    fn five_quarters_end_with_the_one_that_runs() {
        let written: Vec<String> = Matrix::quarters(TODAY).iter().map(ToString::to_string).collect();
        assert_eq!(written, ["2026Q4", "2026Q3", "2026Q2", "2026Q1", "2025Q4"]);
    }
}
