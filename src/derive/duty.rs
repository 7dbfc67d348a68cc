//! One duty: an item of the catalogue in one period, and how it stands.
//!
//! In: the period, its last day in time, what fulfils it, the day. Out: `Duty`, and counts of many.
//! Never knows which records there are: `duties` finds them.

use serde::Serialize;

use crate::value::{Date, Period};

/// One item in one period.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Duty {
    /// The period, or the day of an event.
    pub period: Period,
    /// Last day on which publication is in time.
    pub due: Date,
    /// When it was first published.
    pub published: Option<Date>,
    /// How it stands.
    pub standing: Standing,
    /// Days late, overdue, or left; 0 where it was in time.
    pub days: i32,
    /// Why there is nothing to publish.
    pub reason: Option<String>,
}

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Standing {
    /// Published in time.
    Published,
    /// Published after its day.
    Late,
    /// Nothing to publish, and that was said with its reason.
    NotApplicable,
    /// Not published, and its day is past.
    Missing,
    /// Not published, and its day is near.
    Near,
    /// Not published, and its day is still to come.
    Due,
}

impl Standing {
    /// Whether its day is past or it is done: only then it counts.
    pub fn settled(self) -> bool {
        !matches!(self, Self::Near | Self::Due)
    }
}

/// What fulfils a duty.
#[derive(Debug, Clone)]
pub(super) struct Fulfilment {
    /// For which period; `None` for what always holds.
    pub period: Option<Period>,
    /// When it was first published; `None` where it was not.
    pub published: Option<Date>,
    /// Why there was nothing to publish.
    pub reason: Option<String>,
}

impl Duty {
    /// The duty of a period, given all that fulfils its item; `near` is the number of days before the last
    /// day in which it counts as near.
    pub fn of(period: Period, due: Date, done: &[Fulfilment], as_of: Date, near: u32) -> Self {
        let (published, reason) = fulfilled(period, done);
        let late = |date: Date| (date - due).get_days();
        let (standing, days) = match published {
            Some(_) if reason.is_some() => (Standing::NotApplicable, 0),
            Some(date) if date <= due => (Standing::Published, 0),
            Some(date) => (Standing::Late, late(date)),
            None if as_of > due => (Standing::Missing, late(as_of)),
            None if i64::from(-late(as_of)) <= i64::from(near) => (Standing::Near, -late(as_of)),
            None => (Standing::Due, -late(as_of)),
        };
        Self { period, due, published, standing, days, reason }
    }
}

/// When a period was first told of as a whole, and why there was nothing to tell.
fn fulfilled(period: Period, done: &[Fulfilment]) -> (Option<Date>, Option<String>) {
    let dated = || done.iter().filter_map(|f| Some((f, f.period?, f.published?)));
    let whole = dated().filter(|(_, p, _)| p.contains(period)).min_by_key(|(.., date)| *date);
    if let Some((fulfilment, _, date)) = whole {
        return (Some(date), fulfilment.reason.clone());
    }
    // Shorter periods fulfil a longer one when the last of them is out; a day stands for what happened on it.
    let mut inside: Vec<(Period, Date)> =
        dated().map(|(_, p, d)| (p, d)).filter(|(p, _)| period.contains(*p)).collect();
    inside.sort();
    inside.dedup_by_key(|(p, _)| *p);
    if let Some((_, date)) = inside.iter().find(|(p, _)| matches!(p, Period::Day(_))) {
        return (Some(*date), None);
    }
    let mut covered = period.first();
    let mut last = None;
    inside.sort_by_key(|(p, _)| (p.first(), std::cmp::Reverse(p.last())));
    for (part, date) in inside {
        if part.first() > covered {
            return (None, None);
        }
        covered = covered.max(part.last().tomorrow().unwrap_or(covered));
        last = last.max(Some(date));
    }
    (last.filter(|_| covered > period.last()), None)
}

/// How many duties stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// All whose day is past, or that are done.
    pub due: usize,
    /// Published, in time or late.
    pub published: usize,
    /// Of these, late.
    pub late: usize,
    /// Nothing to publish, with its reason.
    pub not_applicable: usize,
    /// Not published, and past its day.
    pub missing: usize,
    /// Not published, and its day is near; does not count as due.
    pub near: usize,
}

impl Tally {
    /// Counts duties.
    pub(super) fn of<'d>(duties: impl IntoIterator<Item = &'d Duty>) -> Self {
        let mut tally = Self::default();
        for duty in duties {
            match duty.standing {
                Standing::Due => continue,
                Standing::Near => {
                    tally.near += 1;
                    continue;
                }
                Standing::Published => tally.published += 1,
                Standing::Late => {
                    tally.published += 1;
                    tally.late += 1;
                }
                Standing::NotApplicable => tally.not_applicable += 1,
                Standing::Missing => tally.missing += 1,
            }
            tally.due += 1;
        }
        tally
    }

    /// The sum of many.
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::default(), |a, b| Self {
            due: a.due + b.due,
            published: a.published + b.published,
            late: a.late + b.late,
            not_applicable: a.not_applicable + b.not_applicable,
            missing: a.missing + b.missing,
            near: a.near + b.near,
        })
    }

    /// Done in time: published in time, or said that there is nothing.
    pub fn in_time(self) -> usize {
        self.published - self.late + self.not_applicable
    }

    /// Percent done in time, rounded down; 100 where nothing was due.
    pub fn on_time(self) -> usize {
        (self.in_time() * 100).checked_div(self.due).unwrap_or(100)
    }

    /// Percent done at all, rounded down; 100 where nothing was due.
    pub fn complete(self) -> usize {
        ((self.due - self.missing) * 100).checked_div(self.due).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUE: Date = Date::constant(2026, 10, 15);
    const Q3: Period = Period::Quarter(2026, 3);

    fn done(period: Period, published: Date) -> Fulfilment {
        Fulfilment { period: Some(period), published: Some(published), reason: None }
    }

    fn stands(done: &[Fulfilment], as_of: Date) -> (Standing, i32) {
        let duty = Duty::of(Q3, DUE, done, as_of, 7);
        (duty.standing, duty.days)
    }

    #[test]
    fn in_time_late_overdue_and_near_are_counted_in_days() {
        let today = Date::constant(2026, 11, 24);
        let on = |day| [done(Q3, Date::constant(2026, 10, day))];
        assert_eq!(stands(&on(15), today), (Standing::Published, 0));
        assert_eq!(stands(&on(16), today), (Standing::Late, 1));
        assert_eq!(stands(&[], Date::constant(2026, 10, 16)), (Standing::Missing, 1));
        assert_eq!(stands(&[], DUE), (Standing::Near, 0));
        assert_eq!(stands(&[], Date::constant(2026, 10, 8)), (Standing::Near, 7));
        assert_eq!(stands(&[], Date::constant(2026, 10, 7)), (Standing::Due, 8));
    }

    #[test]
    fn months_fulfil_a_quarter_only_together_and_on_the_day_of_the_last() {
        let month = |m, day| done(Period::Month(2026, m), Date::constant(2026, 10, day));
        let today = Date::constant(2026, 11, 24);
        assert_eq!(stands(&[month(7, 5), month(9, 12)], today).0, Standing::Missing);
        assert_eq!(stands(&[month(7, 5), month(8, 6), month(9, 12)], today), (Standing::Published, 0));
        assert_eq!(stands(&[month(7, 5), month(8, 18), month(9, 12)], today), (Standing::Late, 3));
    }

    #[test]
    fn what_does_not_apply_counts_as_done_with_its_reason() {
        let mut none = done(Q3, Date::constant(2026, 10, 20));
        none.reason = Some("无此项补贴".to_owned());
        let duty = Duty::of(Q3, DUE, &[none], Date::constant(2026, 11, 24), 7);
        assert_eq!((duty.standing, duty.reason.as_deref()), (Standing::NotApplicable, Some("无此项补贴")));
        let tally = Tally::of([&duty, &Duty::of(Q3, DUE, &[], Date::constant(2026, 11, 24), 7)]);
        assert_eq!((tally.due, tally.complete(), tally.on_time()), (2, 50, 50));
    }
}
