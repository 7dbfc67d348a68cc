//! Checks of bonus points and deductions.
//!
//! In: points as written, what the rubric gives bonus for. Out: diagnostics. Never counts the total.

use rust_decimal::Decimal;

use super::super::Evaluation;
use crate::diagnostic::{Diagnostic, Sink, code};
use crate::profile::rubric::Rubric;
use crate::schema::nearest;
use crate::value::Number;

/// Reports points with a minus: the kind of list says it.
pub(super) fn signs(me: &Evaluation, sink: &mut Sink) {
    for given in me.bonus.iter().chain(&me.deductions).filter(|p| p.points.0 < Decimal::ZERO) {
        let negative = Diagnostic::new(&code::NEGATIVE_POINTS, given.points.span);
        sink.push(negative.arg("item", &given.item).arg("points", given.points.value));
    }
}

/// Reports bonus that the rubric does not give, or not so much of.
pub(super) fn check(me: &Evaluation, rubric: &Rubric, sink: &mut Sink) {
    let known: Vec<&str> = rubric.bonus_items.iter().map(|b| b.name.as_str()).collect();
    for given in me.bonus.iter().filter(|_| !known.is_empty()) {
        let Some(item) = rubric.bonus_items.iter().find(|b| b.name == given.item) else {
            let near = nearest(&given.item, known.iter().copied()).unwrap_or_default();
            let unknown = Diagnostic::new(&code::UNKNOWN_BONUS, given.points.span).arg("item", &given.item);
            sink.push(unknown.arg("near", near).arg("known", known.join("、")));
            continue;
        };
        if given.points.value > item.points.value {
            let over = Diagnostic::new(&code::BONUS_OVER_ITEM, given.points.span).arg("item", &given.item);
            sink.push(over.arg("points", given.points.value).arg("max", item.points.value));
        }
    }
    let sum: Decimal = me.bonus.iter().map(|p| p.points.0).sum();
    if let (Some(cap), Some(first)) = (&rubric.bonus_cap, me.bonus.first())
        && sum > cap.value.0
    {
        let over = Diagnostic::new(&code::BONUS_OVER_CAP, first.points.span);
        sink.push(over.arg("sum", Number(sum)).arg("cap", cap.value));
    }
}
