//! What was due, what is due next, and when it was published.
//!
//! In: the catalogue, the entries, the day. Out: each item with its duties in its last periods and to come.
//! Never blocks anything: lateness is told, not punished.

use tera::Value;

use super::due_item::DueItem;
use super::duty::{Duty, Standing, Tally};
use crate::profile::catalogue::{CatalogueItem, Frequency};
use crate::record::Entry;
use crate::record::Scope;
use crate::record::facts::{State, Tone};
use crate::value::{Date, Period};

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
    let all = scope.catalogue().map(|catalogue| DueItem::all(scope, catalogue, entries)).unwrap_or_default();
    let made = all.into_iter().map(|due| ItemDuties {
        item: due.item,
        frequency: due.frequency,
        duties: due.recent(),
        ahead: due.ahead(),
        cards: due.cards,
    });
    made.filter(|i| i.item.holds_on(scope.as_of) || !i.duties.is_empty()).collect()
}
