//! One item of the catalogue here, and all that fulfils it.
//!
//! In: the catalogue, the entries, the day. Out: the item's duties in any stretch of the calendar.
//! Never keeps a list of periods: each asker names the ones it wants.

use tera::Value;

use super::duty::{Duty, Fulfilment};
use crate::profile::catalogue::{Catalogue, CatalogueItem, Frequency};
use crate::record::community::FinanceRhythm;
use crate::record::{Entry, Scope};
use crate::value::{Date, Period};

/// How long what happened stays among the duties, and how far the calendar looks ahead, in days.
const YEAR: i32 = 366;

/// An item of the catalogue here, able to tell its duties of any time.
pub(super) struct DueItem<'a> {
    scope: Scope<'a>,
    near: u32,
    /// Its position in the catalogue.
    pub at: usize,
    /// The item.
    pub item: &'a CatalogueItem,
    /// How often it is due here.
    pub frequency: Frequency,
    /// Cards of the records that fulfil it, newest first.
    pub cards: Vec<Value>,
    done: Vec<Fulfilment>,
}

impl<'a> DueItem<'a> {
    /// The items of a catalogue that are due in this type of community at any time.
    pub fn all(scope: &Scope<'a>, catalogue: &'a Catalogue, entries: &[Entry<'a>]) -> Vec<Self> {
        let kind = scope.corpus.community.kind;
        let here = catalogue.items.iter().enumerate().filter(|(_, item)| item.applies_to(kind));
        here.map(|(at, item)| Self::new(scope, catalogue, at, item, entries)).collect()
    }

    fn new(
        scope: &Scope<'a>,
        catalogue: &Catalogue,
        at: usize,
        item: &'a CatalogueItem,
        entries: &[Entry<'a>],
    ) -> Self {
        let mut done: Vec<Fulfilment> = Vec::new();
        let mut cards = Vec::new();
        for entry in entries {
            for fact in entry.facts.fulfils.iter().filter(|f| f.item == item.code) {
                let published = fact.published.or(entry.card.published);
                done.push(Fulfilment { period: fact.period, published, reason: fact.not_applicable.clone() });
                cards.push(entry.card_value.clone());
            }
        }
        let rhythm = scope.corpus.community.finance_rhythm.map(FinanceRhythm::frequency);
        let frequency = item.frequency_here(rhythm);
        Self { scope: *scope, near: catalogue.near_days(), at, item, frequency, cards, done }
    }

    /// Its last periods that have ended, or what happened in the last year; newest first.
    pub fn recent(&self) -> Vec<Duty> {
        let as_of = self.scope.as_of;
        let periods = match self.frequency {
            Frequency::Event => self.events(|day| (0..=YEAR).contains(&(as_of - day).get_days())),
            rhythm => ended(rhythm, as_of),
        };
        self.duties(periods)
    }

    /// Its duties in a window, newest first: of periods that end in it, of days that lie in it.
    /// What must always be there has none: see [`Self::stands_in`].
    pub fn within(&self, window: Period) -> Vec<Duty> {
        let periods = match self.frequency {
            Frequency::Event => self.events(|day| window.contains_day(day)),
            rhythm => ending_in(rhythm, window),
        };
        self.duties(periods)
    }

    /// Periods that have not ended yet, and when they will be due, within a year.
    pub fn ahead(&self) -> Vec<(Period, Date)> {
        let as_of = self.scope.as_of;
        to_come(self.frequency, as_of)
            .filter(|period| self.held(*period))
            .filter_map(|period| Some((period, self.item.due_date(period)?)))
            .take_while(|(_, due)| (*due - as_of).get_days() <= YEAR)
            .collect()
    }

    /// Whether it must always be there, and had to be at some time of the window.
    pub fn stands_in(&self, window: Period) -> bool {
        let last = window.last().min(self.scope.as_of);
        let since = self.since().is_none_or(|since| since <= last);
        self.frequency == Frequency::Standing && since && self.item.holds_on(last)
    }

    fn duties(&self, periods: Vec<Period>) -> Vec<Duty> {
        let duty =
            |period| Some(Duty::of(period, self.item.due_date(period)?, &self.done, self.scope.as_of, self.near));
        periods.into_iter().filter(|period| self.held(*period)).filter_map(duty).collect()
    }

    /// Whether it was due for a period, by the catalogue of that time.
    fn held(&self, period: Period) -> bool {
        let last = period.last();
        let then = self.scope.catalogue_on(last).and_then(|c| c.item(&self.item.code));
        then.is_some_and(|i| i.holds_on(last)) && self.since().is_none_or(|since| since <= period.first())
    }

    fn since(&self) -> Option<Date> {
        self.scope.corpus.community.since.as_ref().map(|d| d.value)
    }

    /// The days on which something of an at-once item happened, newest first.
    fn events(&self, wanted: impl Fn(Date) -> bool) -> Vec<Period> {
        let day = |f: &Fulfilment| match f.period {
            Some(Period::Day(day)) => Some(day),
            _ => None,
        };
        let mut days: Vec<Date> = self.done.iter().filter_map(day).filter(|day| wanted(*day)).collect();
        days.sort_unstable_by_key(|day| std::cmp::Reverse(*day));
        days.dedup();
        days.into_iter().map(Period::Day).collect()
    }
}

/// The last periods of a rhythm that have ended by `as_of`, newest first.
fn ended(frequency: Frequency, as_of: Date) -> Vec<Period> {
    let count = match frequency {
        Frequency::Monthly => 6,
        Frequency::Quarterly => 4,
        Frequency::HalfYearly | Frequency::Yearly => 2,
        Frequency::Event | Frequency::Standing => 0,
    };
    let first = frequency.period_of(as_of).map(Period::previous);
    std::iter::successors(first, |p| Some(p.previous())).take(count).collect()
}

/// The periods of a rhythm whose last day lies in a window, newest first.
fn ending_in(frequency: Frequency, window: Period) -> Vec<Period> {
    let newest = frequency.period_of(window.last());
    let back = std::iter::successors(newest, |p| Some(p.previous()));
    back.skip_while(|p| p.last() > window.last()).take_while(|p| p.last() >= window.first()).collect()
}

/// The period of a rhythm that runs on `as_of`, and those after it.
fn to_come(frequency: Frequency, as_of: Date) -> impl Iterator<Item = Period> {
    std::iter::successors(frequency.period_of(as_of), |p| Some(p.next())).take(13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_quarters_cross_the_turn_of_the_year() {
        let as_of = Date::constant(2027, 2, 3);
        let quarters = ended(Frequency::Quarterly, as_of);
        assert_eq!(quarters[..2], [Period::Quarter(2026, 4), Period::Quarter(2026, 3)]);
        assert_eq!(to_come(Frequency::Quarterly, as_of).next(), Some(Period::Quarter(2027, 1)));
        assert_eq!(ended(Frequency::Yearly, as_of), [Period::Year(2026), Period::Year(2025)]);
        assert_eq!(ended(Frequency::Event, as_of), []);
    }

    #[test]
    fn a_window_holds_the_periods_that_end_in_it() {
        let written = |frequency, window| {
            let periods = ending_in(frequency, Period::parse(window).expect("a period"));
            periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        for (frequency, window, want) in [
            (Frequency::Monthly, "2026Q3", "2026-09 2026-08 2026-07"),
            (Frequency::Quarterly, "2026Q3", "2026Q3"),
            (Frequency::HalfYearly, "2026Q3", ""),
            (Frequency::HalfYearly, "2026Q2", "2026H1"),
            (Frequency::Yearly, "2026Q4", "2026"),
            (Frequency::Yearly, "2026H1", ""),
            (Frequency::Quarterly, "2026-10", ""),
            (Frequency::Quarterly, "2026-09", "2026Q3"),
            (Frequency::Monthly, "2026-10", "2026-10"),
            (Frequency::Quarterly, "2026H2", "2026Q4 2026Q3"),
            (Frequency::Quarterly, "2026", "2026Q4 2026Q3 2026Q2 2026Q1"),
            (Frequency::Yearly, "2026", "2026"),
            (Frequency::Standing, "2026", ""),
            (Frequency::Event, "2026", ""),
        ] {
            assert_eq!(written(frequency, window), want, "{frequency:?} {window}");
        }
    }
}
