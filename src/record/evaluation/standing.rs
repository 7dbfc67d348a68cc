//! How far a rating has come on a day: on display, contested, final, expired.
//!
//! In: the days for objections, objections, the months of validity. Out: the standing.
//! Never changes the stars.

use super::Evaluation;
use crate::profile::rubric::Rubric;
use crate::record::facts::{RatingStanding, State, Tone};
use crate::value::Date;

/// The standing on `as_of`.
pub(super) fn of(me: &Evaluation, rubric: &Rubric, as_of: Date) -> RatingStanding {
    let until = me.notice.as_ref().and_then(|n| n.until.as_ref()).map(|d| d.value);
    match &me.notice {
        Some(notice) if as_of < notice.date.value => return RatingStanding::Upcoming,
        Some(_) if until.is_none_or(|until| as_of <= until) => return RatingStanding::OnDisplay,
        _ => {}
    }
    if valid_until(me, rubric).is_some_and(|last| as_of > last) {
        return RatingStanding::Expired;
    }
    let open =
        me.appeals.iter().any(|a| a.date.value <= as_of && a.answer.as_ref().is_none_or(|r| r.date.value > as_of));
    if open { RatingStanding::Contested } else { RatingStanding::Final }
}

/// The last day on which the title is valid; `None` where the rubric sets no months.
pub(super) fn valid_until(me: &Evaluation, rubric: &Rubric) -> Option<Date> {
    let awarded = me.award.as_ref().and_then(|a| a.date.as_ref());
    let shown = me.notice.as_ref().and_then(|n| n.until.as_ref());
    let from = awarded.or(shown).or(me.common.published.as_ref()).map_or(me.cycle.last(), |d| d.value);
    let months = jiff::Span::new().try_months(i64::from(rubric.validity_months?)).ok()?;
    from.checked_add(months).ok()
}

/// The standing as a state of the record.
pub(super) fn state(standing: RatingStanding) -> State {
    let (key, tone) = match standing {
        RatingStanding::Upcoming => ("rating-upcoming", Tone::Info),
        RatingStanding::OnDisplay => ("rating-on-display", Tone::Info),
        RatingStanding::Contested => ("rating-contested", Tone::Near),
        RatingStanding::Final => ("rating-final", Tone::Done),
        RatingStanding::Expired => ("rating-expired", Tone::Muted),
    };
    State { key, tone }
}
