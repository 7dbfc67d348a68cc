//! Corrections: when they were made, and whether they tell what was corrected.
//!
//! In: the corrections of a record. Out: errors and warnings for dates that cannot be, a finding for a
//! correction nobody can follow. Never asks that a correction be taken back: it is kept for ever.

use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::record::common::Correction;
use crate::record::{Record, Scope};
use crate::value::{Money, half_width};

/// Which limit says that what is published must be true and open to questions.
const TRUTH_DUTY: &str = "truth-duty";

/// Words of a reason that tell only that something was wrong.
const HOLLOW: &[&str] = &[
    "更正", "改正", "修正", "修改", "更新", "调整", "有误", "错误", "笔误", "写错", "数据", "数字", "内容", "已", "了",
    "correct", "fix", "error", "typo",
];

/// So many characters of a reason, beside the hollow words, tell something.
const TELLING: usize = 3;

pub(super) fn check(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let common = record.common();
    let mut before: Option<&At<_>> = None;
    for correction in &common.corrections {
        let date = &correction.date;
        if let Some(published) = common.published.as_ref().filter(|p| date.value < p.value) {
            let early = Diagnostic::new(&code::CORRECTION_BEFORE_PUBLICATION, date.span).also(published.span);
            sink.push(early.arg("date", date.value).arg("published", published.value));
        }
        if date.value > scope.as_of {
            let future = Diagnostic::new(&code::CORRECTION_IN_FUTURE, date.span);
            sink.push(future.arg("date", date.value).arg("today", scope.as_of));
        }
        if let Some(earlier) = before.filter(|b| date.value < b.value) {
            let unordered = Diagnostic::new(&code::CORRECTION_OUT_OF_ORDER, date.span).also(earlier.span);
            sink.push(unordered.arg("date", date.value).arg("before", earlier.value));
        }
        before = Some(date);
        content(correction, scope, sink);
    }
}

fn content(correction: &Correction, scope: &Scope<'_>, sink: &mut Sink) {
    let given = |value: &Option<At<String>>| value.as_ref().is_some_and(|v| !v.value.is_empty());
    if let (Some(old), Some(new)) = (&correction.old, &correction.new)
        && same(old, new)
    {
        let nothing = Diagnostic::new(&code::CORRECTION_CHANGES_NOTHING, new.span).also(old.span);
        sink.push(nothing.arg("value", &new.value));
    }
    if !given(&correction.old) && !given(&correction.new) && hollow(&correction.reason) {
        let basis = scope.ground(TRUTH_DUTY, correction.date.value);
        let empty = Diagnostic::new(&code::CORRECTION_SAYS_NOTHING, correction.reason.span);
        sink.push(empty.arg("reason", &correction.reason.value).basis(basis));
    }
}

/// Whether a reason does not tell what was corrected.
fn hollow(reason: &str) -> bool {
    let rest = HOLLOW.iter().fold(reason.to_lowercase(), |text, word| text.replace(word, ""));
    rest.chars().filter(|c| c.is_alphanumeric()).count() < TELLING
}

/// Whether two values are the same to a reader: `480` and `480.00` are.
fn same(a: &str, b: &str) -> bool {
    let money = Money::parse(a).zip(Money::parse(b)).is_some_and(|(a, b)| a == b);
    money || half_width(a) == half_width(b)
}
