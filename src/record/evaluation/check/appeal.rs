//! Checks of objections and their answers.
//!
//! In: objections, the days for them, the rubric's days for an answer. Out: diagnostics.
//! Never judges whether an answer is right.

use super::super::{Appeal, AppealAnswer, Evaluation, Ruling};
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::profile::rubric::Rubric;
use crate::record::Scope;

pub(super) fn check(me: &Evaluation, rubric: Option<&Rubric>, scope: &Scope<'_>, sink: &mut Sink) {
    for appeal in &me.appeals {
        if let Some(notice) = me.notice.as_ref().filter(|n| appeal.date.value < n.date.value) {
            let early = Diagnostic::new(&code::APPEAL_BEFORE_NOTICE, appeal.date.span).also(notice.date.span);
            sink.push(early.arg("date", appeal.date.value).arg("from", notice.date.value));
        }
        if let Some(answer) = &appeal.answer {
            answered(me, appeal, answer, sink);
        }
        if let Some(rubric) = rubric {
            in_time(appeal, rubric, scope, sink);
        }
    }
}

fn answered(me: &Evaluation, appeal: &Appeal, answer: &AppealAnswer, sink: &mut Sink) {
    if answer.date.value < appeal.date.value {
        let back = Diagnostic::new(&code::APPEAL_ANSWERED_BEFORE, answer.date.span).also(appeal.date.span);
        sink.push(back.arg("date", appeal.date.value).arg("answered", answer.date.value));
    }
    let corrected = || me.common.corrections.iter().any(|c| c.date.value >= answer.date.value);
    if answer.ruling.value == Ruling::Changed && !corrected() {
        sink.push(Diagnostic::new(&code::CHANGED_WITHOUT_CORRECTION, answer.ruling.span));
    }
}

/// An answer is due within the days of the rubric.
fn in_time(appeal: &Appeal, rubric: &Rubric, scope: &Scope<'_>, sink: &mut Sink) {
    let Some(most) = rubric.answer_days else {
        return;
    };
    let date = appeal.answer.as_ref().map_or(scope.as_of, |a| a.date.value);
    let days = (date - appeal.date.value).get_days();
    if i64::from(days) > i64::from(most) {
        let late = Diagnostic::new(&code::APPEAL_ANSWER_LATE, appeal.date.span).arg("days", days).arg("most", most);
        let open = if appeal.answer.is_some() { "late" } else { "open" };
        sink.push(late.arg("state", open).basis(Some(rubric.head.ground("答复天数", String::new()))));
    }
}
