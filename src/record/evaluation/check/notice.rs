//! Checks of the days for objections and of the title that was given.
//!
//! In: the notice, the award, the law's and the rubric's days. Out: diagnostics. Never looks at objections.

use super::super::Evaluation;
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::profile::rubric::Rubric;
use crate::record::Scope;

/// Which limit sets the least days for objections.
const DISPLAY_MIN_DAYS: &str = "display-min-days";

/// Reports a notice that runs backwards, or is shorter than the law or the rubric asks for.
pub(super) fn check(me: &Evaluation, rubric: Option<&Rubric>, scope: &Scope<'_>, sink: &mut Sink) {
    let Some((from, until)) = me.notice.as_ref().and_then(|n| n.until.as_ref().map(|u| (&n.date, u))) else {
        return;
    };
    let days = (until.value - from.value).get_days();
    if days < 0 {
        let back = Diagnostic::new(&code::NOTICE_BACKWARDS, until.span).also(from.span);
        sink.push(back.arg("from", from.value).arg("until", until.value));
        return;
    }
    let law = scope.limit(DISPLAY_MIN_DAYS, from.value).map(|limit| (limit.days, limit.basis));
    let own = rubric.and_then(|r| r.notice_days.map(|days| (days, r.head.ground("公示天数", String::new()))));
    let strictest = [law, own].into_iter().flatten().max_by_key(|(days, _)| *days);
    if let Some((least, basis)) = strictest.filter(|(least, _)| i64::from(days) < i64::from(*least)) {
        let short = Diagnostic::new(&code::NOTICE_TOO_SHORT, until.span).arg("days", days);
        sink.push(short.arg("min", least).basis(Some(basis)));
    }
}

/// Reports a title with more stars than the scores give, with fewer for no reason, or given too early.
pub(super) fn award(me: &Evaluation, rubric: &Rubric, scope: &Scope<'_>, sink: &mut Sink) {
    let Some(award) = &me.award else {
        return;
    };
    let until = me.notice.as_ref().and_then(|n| n.until.as_ref());
    if let (Some(date), Some(until)) = (&award.date, until)
        && date.value <= until.value
    {
        let early = Diagnostic::new(&code::AWARD_BEFORE_NOTICE_ENDS, date.span).also(until.span);
        let ground = Some(rubric.head.ground("公示", String::new()));
        sink.push(early.arg("date", date.value).arg("until", until.value).basis(ground));
    }
    let (Some(stars), Some((_, outcome))) = (&award.stars, me.outcome(scope)) else {
        return;
    };
    if stars.value > outcome.stars {
        let above = Diagnostic::new(&code::AWARD_ABOVE_SCORE, stars.span).arg("stars", stars.value);
        sink.push(above.arg("reached", outcome.stars));
    } else if outcome.limits.iter().any(|l| l.is_award_without_quota()) && award.note.is_none() {
        let bare = Diagnostic::new(&code::AWARD_WITHOUT_REASON, stars.span).arg("stars", stars.value);
        sink.push(bare.arg("by_total", outcome.by_total));
    }
}
