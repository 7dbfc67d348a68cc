//! Samples, the days for objections, objections with their answers, and the title that was given.
//!
//! In: an evaluation and its rubric. Out: parts of its page. Never names who objected.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::sample;
use super::super::{Appeal, Evaluation};
use crate::profile::rubric::Rubric;
use crate::record::Scope;
use crate::value::{Date, Number};

#[derive(Serialize)]
pub(super) struct SampleView {
    source: String,
    sent: Option<u32>,
    returned: Option<u32>,
    /// Percent returned.
    rate: Option<Number>,
    needed: Option<Number>,
    households: Option<u32>,
    /// Fewer than the rubric asks for.
    too_small: bool,
}

#[derive(Serialize)]
pub(super) struct NoticeView {
    date: Date,
    until: Option<Date>,
    contact: Option<String>,
    /// Days left, today included; none when it is over or has no end.
    left: Option<i32>,
}

#[derive(Serialize)]
pub(super) struct AppealView {
    date: Date,
    matter: String,
    /// Whether it came when the days for objections were over.
    after: bool,
    answered: Option<Date>,
    ruling: Option<&'static str>,
    reason: Option<String>,
    by: Option<String>,
    /// Days until the answer, or so far.
    days: i32,
    /// Whether the answer came, or is, too late.
    late: bool,
}

#[derive(Serialize)]
pub(super) struct AwardView {
    by: Option<String>,
    date: Option<Date>,
    number: Option<String>,
    stars: Option<u32>,
    note: Option<String>,
}

pub(super) fn samples(me: &Evaluation, rubric: &Rubric, scope: &Scope<'_>) -> Vec<SampleView> {
    let view = |s: sample::Sample<'_>| {
        let counts = s.survey.map(|s| (s.sent.value, s.returned.value));
        let rate = counts.and_then(|(sent, returned)| {
            (Decimal::from(returned) * Decimal::ONE_HUNDRED).checked_div(sent.into()).map(|r| r.round_dp(1))
        });
        SampleView {
            source: s.source.name.clone(),
            sent: counts.map(|c| c.0),
            returned: counts.map(|c| c.1),
            rate: rate.map(Number),
            needed: s.needed.map(Number),
            households: s.households,
            too_small: s.too_small(),
        }
    };
    sample::samples(me, rubric, scope).into_iter().map(view).collect()
}

pub(super) fn notice(me: &Evaluation, scope: &Scope<'_>) -> Option<NoticeView> {
    let notice = me.notice.as_ref()?;
    let until = notice.until.as_ref().map(|u| u.value);
    let runs = notice.date.value <= scope.as_of;
    let left = until.filter(|u| runs && *u >= scope.as_of).map(|u| (u - scope.as_of).get_days() + 1);
    Some(NoticeView { date: notice.date.value, until, contact: notice.contact.clone(), left })
}

pub(super) fn appeals(me: &Evaluation, rubric: &Rubric, scope: &Scope<'_>) -> Vec<AppealView> {
    let until = me.notice.as_ref().and_then(|n| n.until.as_ref()).map(|u| u.value);
    let view = |appeal: &Appeal| {
        let answer = appeal.answer.as_ref();
        let days = (answer.map_or(scope.as_of, |a| a.date.value) - appeal.date.value).get_days();
        AppealView {
            date: appeal.date.value,
            matter: appeal.matter.value.clone(),
            after: until.is_some_and(|u| appeal.date.value > u),
            answered: answer.map(|a| a.date.value),
            ruling: answer.map(|a| a.ruling.word()),
            reason: answer.map(|a| a.reason.value.clone()),
            by: answer.and_then(|a| a.by.clone()),
            days,
            late: rubric.answer_days.is_some_and(|most| i64::from(days) > i64::from(most)),
        }
    };
    me.appeals.iter().map(view).collect()
}

pub(super) fn award(me: &Evaluation) -> Option<AwardView> {
    let award = me.award.as_ref()?;
    Some(AwardView {
        by: award.by.clone(),
        date: award.date.as_ref().map(|d| d.value),
        number: award.number.clone(),
        stars: award.stars.as_ref().map(|s| s.value),
        note: award.note.clone(),
    })
}
