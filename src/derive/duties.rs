//! What was due, and when it was published.
//!
//! In: the catalogue, the entries, the day. Out: the state of each item in each of its last periods.
//! Never blocks anything: lateness is told, not punished.

use serde::Serialize;
use tera::Value;

use crate::profile::catalogue::{CatalogueItem, Frequency};
use crate::record::Entry;
use crate::record::Scope;
use crate::record::facts::{State, Tone};
use crate::value::{Date, Period};

/// One item in one period.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Duty {
    /// The period.
    pub period: Period,
    /// Last day on which publication is in time.
    pub due: Date,
    /// When it was first published.
    pub published: Option<Date>,
    /// Published in time, late, missing, or not yet due.
    pub standing: Standing,
}

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Standing {
    /// Published in time.
    Published,
    /// Published after its day.
    Late,
    /// Not published, and its day is past.
    Missing,
    /// Not published, and its day is still to come.
    Due,
}

/// An item of the catalogue with its duties, newest period first.
pub(super) struct ItemDuties<'a> {
    /// The item.
    pub item: &'a CatalogueItem,
    /// Its last periods; empty for standing and at-once items.
    pub duties: Vec<Duty>,
    /// Cards of the records that fulfil it, newest first.
    pub cards: Vec<Value>,
}

impl ItemDuties<'_> {
    /// The state to show: of the newest period that was due, else whether anything was published.
    pub fn state(&self) -> State {
        let settled = self.duties.iter().find(|d| d.standing != Standing::Due);
        match settled.map(|d| d.standing) {
            Some(Standing::Published) => State { key: "published", tone: Tone::Done },
            Some(Standing::Late) => State { key: "late", tone: Tone::Near },
            Some(Standing::Missing) => State { key: "missing", tone: Tone::Late },
            Some(Standing::Due) => State { key: "due", tone: Tone::Info },
            None if !self.cards.is_empty() => State { key: "published", tone: Tone::Done },
            None if !self.duties.is_empty() => State { key: "due", tone: Tone::Info },
            None if self.item.frequency == Frequency::Event => State { key: "none-yet", tone: Tone::Muted },
            None => State { key: "missing", tone: Tone::Late },
        }
    }
}

/// All items that apply here today.
pub(super) fn duties<'a>(scope: &Scope<'a>, entries: &[Entry<'a>]) -> Vec<ItemDuties<'a>> {
    let Some(catalogue) = scope.catalogue() else {
        return Vec::new();
    };
    let kind = scope.corpus.community.kind;
    let here = |i: &&CatalogueItem| i.applies_to(kind);
    let now = |i: &&CatalogueItem| i.effective.as_ref().is_none_or(|e| e.covers(scope.as_of));
    catalogue.items.iter().filter(here).filter(now).map(|item| of_item(scope, item, entries)).collect()
}

fn of_item<'a>(scope: &Scope<'a>, item: &'a CatalogueItem, entries: &[Entry<'a>]) -> ItemDuties<'a> {
    let mut fulfilled: Vec<(Option<Period>, Date)> = Vec::new();
    let mut cards = Vec::new();
    for entry in entries {
        for fact in entry.facts.fulfils.iter().filter(|f| f.item == item.code) {
            if let Some(date) = entry.card.published.or(entry.facts.date) {
                fulfilled.push((fact.period, date));
            }
            cards.push(entry.card_value.clone());
        }
    }
    let since = scope.corpus.community.since.as_ref().map(|d| d.value);
    let duties = periods(item.frequency, scope.as_of)
        .into_iter()
        .filter(|period| since.is_none_or(|since| since <= period.first()))
        .filter_map(|period| Some(duty(period, item.due_date(period)?, &fulfilled, scope.as_of)))
        .collect();
    ItemDuties { item, duties, cards }
}

fn duty(period: Period, due: Date, fulfilled: &[(Option<Period>, Date)], as_of: Date) -> Duty {
    let meant = |p: &Option<Period>| p.is_some_and(|p| p.contains(period) || period.contains(p));
    let published = fulfilled.iter().filter(|(p, _)| meant(p)).map(|(_, date)| *date).min();
    let standing = match published {
        Some(date) if date <= due => Standing::Published,
        Some(_) => Standing::Late,
        None if as_of > due => Standing::Missing,
        None => Standing::Due,
    };
    Duty { period, due, published, standing }
}

/// The last periods of a rhythm that have ended by `as_of`, newest first.
fn periods(frequency: Frequency, as_of: Date) -> Vec<Period> {
    let (month, year) = (as_of.month(), as_of.year());
    let (current, count) = match frequency {
        Frequency::Monthly => (Period::Month(year, month), 6),
        Frequency::Quarterly => (Period::Quarter(year, (month - 1) / 3 + 1), 4),
        Frequency::HalfYearly => (Period::Half(year, (month - 1) / 6 + 1), 2),
        Frequency::Yearly => (Period::Year(year), 2),
        Frequency::Event | Frequency::Standing => return Vec::new(),
    };
    std::iter::successors(Some(current.previous()), |p| Some(p.previous())).take(count).collect()
}

/// How many duties stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(super) struct Tally {
    /// All whose day is past.
    pub due: usize,
    /// Published, in time or late.
    pub published: usize,
    /// Published late.
    pub late: usize,
    /// Not published.
    pub missing: usize,
}

impl Tally {
    /// Counts duties.
    pub fn of<'d>(duties: impl IntoIterator<Item = &'d Duty>) -> Self {
        let mut tally = Self::default();
        for duty in duties {
            match duty.standing {
                Standing::Due => continue,
                Standing::Published => tally.published += 1,
                Standing::Late => {
                    tally.published += 1;
                    tally.late += 1;
                }
                Standing::Missing => tally.missing += 1,
            }
            tally.due += 1;
        }
        tally
    }

    /// Percent published in time, rounded down; 100 where nothing was due.
    pub fn on_time(self) -> usize {
        ((self.published - self.late) * 100).checked_div(self.due).unwrap_or(100)
    }
}
