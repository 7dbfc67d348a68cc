//! What was due, what is due next, and when it was published.
//!
//! In: the catalogue, the entries, the day. Out: each item with its duties in its last periods and to come.
//! Never blocks anything: lateness is told, not punished.

use tera::Value;

use super::duty::{Duty, Fulfilment, Standing, Tally};
use crate::profile::catalogue::{CatalogueItem, Frequency};
use crate::record::Entry;
use crate::record::Scope;
use crate::record::community::FinanceRhythm;
use crate::record::facts::{State, Tone};
use crate::value::{Date, Period};

/// How long what happened stays among the duties, and how far the calendar looks ahead, in days.
const YEAR: i32 = 366;

/// An item of the catalogue with its duties, newest period first.
pub(super) struct ItemDuties<'a> {
    /// The item.
    pub item: &'a CatalogueItem,
    /// How often it is due here.
    pub frequency: Frequency,
    /// Its last periods, or what happened in the last year; empty for standing items.
    pub duties: Vec<Duty>,
    /// Periods that have not ended yet, and when they will be due, within a year.
    pub ahead: Vec<(Period, Date)>,
    /// Cards of the records that fulfil it, newest first.
    pub cards: Vec<Value>,
}

impl ItemDuties<'_> {
    /// Whether it must always be there and is not.
    pub fn absent(&self) -> bool {
        self.frequency == Frequency::Standing && self.cards.is_empty()
    }

    /// How its duties stand; what must always be there counts as one.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::of(&self.duties);
        if self.frequency == Frequency::Standing {
            tally.due += 1;
            tally.published += usize::from(!self.absent());
            tally.missing += usize::from(self.absent());
        }
        tally
    }

    /// The state to show: of the newest period that was due, else whether anything was published.
    pub fn state(&self) -> State {
        let settled = self.duties.iter().find(|d| d.standing.settled()).map(|d| d.standing);
        let key = |key, tone| State { key, tone };
        match settled {
            Some(Standing::Published) => key("published", Tone::Done),
            Some(Standing::Late) => key("late", Tone::Near),
            Some(Standing::NotApplicable) => key("not-applicable", Tone::Muted),
            Some(Standing::Missing) => key("missing", Tone::Late),
            Some(Standing::Near | Standing::Due) => key("due", Tone::Info),
            None if !self.cards.is_empty() => key("published", Tone::Done),
            None if self.absent() => key("missing", Tone::Late),
            None if self.frequency == Frequency::Event => key("none-yet", Tone::Muted),
            None => key("due", Tone::Info),
        }
    }
}

/// All items that apply here today, or were due in one of the periods shown.
pub(super) fn duties<'a>(scope: &Scope<'a>, entries: &[Entry<'a>]) -> Vec<ItemDuties<'a>> {
    let Some(catalogue) = scope.catalogue() else {
        return Vec::new();
    };
    let kind = scope.corpus.community.kind;
    let here = |i: &&CatalogueItem| i.applies_to(kind);
    let made = catalogue.items.iter().filter(here).map(|item| of_item(scope, item, entries));
    made.filter(|i| i.item.holds_on(scope.as_of) || !i.duties.is_empty()).collect()
}

fn of_item<'a>(scope: &Scope<'a>, item: &'a CatalogueItem, entries: &[Entry<'a>]) -> ItemDuties<'a> {
    let mut done: Vec<Fulfilment> = Vec::new();
    let mut cards = Vec::new();
    for entry in entries {
        for fact in entry.facts.fulfils.iter().filter(|f| f.item == item.code) {
            let published = fact.published.or(entry.card.published);
            done.push(Fulfilment { period: fact.period, published, reason: fact.not_applicable.clone() });
            cards.push(entry.card_value.clone());
        }
    }
    let community = &scope.corpus.community;
    let since = community.since.as_ref().map(|d| d.value);
    let near = scope.catalogue().map_or(0, |c| c.near_days());
    let frequency = item.frequency_here(community.finance_rhythm.map(FinanceRhythm::frequency));
    // An item is due for the periods in which it held, by the catalogue of that time.
    let held = |period: &Period| {
        let then = scope.catalogue_on(period.last()).and_then(|c| c.item(&item.code));
        then.is_some_and(|i| i.holds_on(period.last())) && since.is_none_or(|since| since <= period.first())
    };
    let duty = |period: Period| Some(Duty::of(period, item.due_date(period)?, &done, scope.as_of, near));
    let duties = if frequency == Frequency::Event {
        events(&done, scope.as_of).into_iter().filter(held).filter_map(duty).collect()
    } else {
        ended(frequency, scope.as_of).into_iter().filter(held).filter_map(duty).collect()
    };
    let ahead = to_come(frequency, scope.as_of)
        .filter(held)
        .filter_map(|period| Some((period, item.due_date(period)?)))
        .take_while(|(_, due)| (*due - scope.as_of).get_days() <= YEAR)
        .collect();
    ItemDuties { item, frequency, duties, ahead, cards }
}

/// The days on which something of an at-once item happened within the last year, newest first.
fn events(done: &[Fulfilment], as_of: Date) -> Vec<Period> {
    let recent = |day: &Date| (0..=YEAR).contains(&(as_of - *day).get_days());
    let mut days: Vec<Date> = done
        .iter()
        .filter_map(|f| match f.period {
            Some(Period::Day(day)) => Some(day),
            _ => None,
        })
        .filter(recent)
        .collect();
    days.sort_unstable_by_key(|day| std::cmp::Reverse(*day));
    days.dedup();
    days.into_iter().map(Period::Day).collect()
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
}
