//! Checks of an evaluation.
//!
//! In: an evaluation, its rubric, the law's limits, earlier cycles. Out: errors for what cannot be
//! true, findings for shortfalls. Never judges the scores themselves.

use rust_decimal::Decimal;

use super::{Evaluation, history, page};
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::profile::rubric::{Dimension, Rubric};
use crate::record::{Record, Scope};
use crate::schema::unknown_name;
use crate::value::Number;

/// Which limit sets the least days for objections.
const DISPLAY_MIN_DAYS: &str = "display-min-days";

pub(super) fn check(me: &Evaluation, record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    notice(me, scope, sink);
    points(me, sink);
    let rubric = scope.profile(&me.rubric);
    survey(me, rubric, record, scope, sink);
    let Some(rubric) = rubric else {
        return;
    };
    dimensions(me, rubric, record, sink);
    vetoes(me, rubric, sink);
    bonus(me, rubric, sink);
    cycles(me, record, rubric, scope, sink);
}

fn dimensions(me: &Evaluation, rubric: &Rubric, record: &Record, sink: &mut Sink) {
    let known: Vec<&str> = rubric.dimensions.iter().map(|d| d.name.as_str()).collect();
    let mut seen: Vec<(&str, Span)> = Vec::new();
    for written in &me.scores.0 {
        let name = &written.dimension;
        let Some(dimension) = rubric.dimension(name) else {
            let unknown = unknown_name(&code::UNKNOWN_DIMENSION, name, name.span, &known);
            sink.push(unknown.arg("rubric", &rubric.head.name.value));
            continue;
        };
        if let Some((_, first)) = seen.iter().find(|(id, _)| *id == dimension.id) {
            let twice = Diagnostic::new(&code::DIMENSION_TWICE, name.span).arg("name", &dimension.name);
            sink.push(twice.also(*first));
        }
        seen.push((&dimension.id, name.span));
        sources(name, &written.sources, dimension, rubric, sink);
    }
    for dimension in rubric.dimensions.iter().filter(|d| !seen.iter().any(|(id, _)| *id == d.id)) {
        let place = me.scores.0.first().map_or(Span::top(record.file), |s| s.dimension.span);
        let missing = Diagnostic::new(&code::MISSING_DIMENSION, place).arg("name", &dimension.name);
        sink.push(missing.arg("rubric", &rubric.head.name.value));
    }
}

fn sources(
    name: &At<String>,
    written: &[(At<String>, At<Number>)],
    dimension: &Dimension,
    rubric: &Rubric,
    sink: &mut Sink,
) {
    let known: Vec<&str> = rubric.sources.iter().map(|s| s.name.as_str()).collect();
    for (source, score) in written {
        if !known.contains(&source.as_str()) {
            let unknown = unknown_name(&code::UNKNOWN_SOURCE, source, source.span, &known);
            sink.push(unknown.arg("rubric", &rubric.head.name.value));
        }
        if score.value > dimension.max || score.0 < Decimal::ZERO {
            let out = Diagnostic::new(&code::SCORE_OUT_OF_RANGE, score.span).arg("name", &dimension.name);
            sink.push(out.arg("source", &source.value).arg("score", score.value).arg("max", dimension.max));
        }
    }
    for source in known.iter().filter(|k| !written.iter().any(|(w, _)| w.value == **k)) {
        let missing = Diagnostic::new(&code::MISSING_SCORE, name.span).arg("name", &dimension.name);
        sink.push(missing.arg("source", source));
    }
}

fn vetoes(me: &Evaluation, rubric: &Rubric, sink: &mut Sink) {
    let known: Vec<&str> = rubric.vetoes.iter().map(|v| v.name.as_str()).collect();
    for veto in me.vetoes.iter().filter(|v| !known.contains(&v.as_str())) {
        let unknown = unknown_name(&code::UNKNOWN_VETO, veto, veto.span, &known);
        sink.push(unknown.arg("rubric", &rubric.head.name.value));
    }
}

fn points(me: &Evaluation, sink: &mut Sink) {
    for given in me.bonus.iter().chain(&me.deductions).filter(|p| p.points.0 < Decimal::ZERO) {
        let negative = Diagnostic::new(&code::NEGATIVE_POINTS, given.points.span);
        sink.push(negative.arg("item", &given.item).arg("points", given.points.value));
    }
}

fn bonus(me: &Evaluation, rubric: &Rubric, sink: &mut Sink) {
    let sum: Decimal = me.bonus.iter().map(|p| p.points.0).sum();
    if let (Some(cap), Some(first)) = (&rubric.bonus_cap, me.bonus.first())
        && sum > cap.value.0
    {
        let over = Diagnostic::new(&code::BONUS_OVER_CAP, first.points.span);
        sink.push(over.arg("sum", Number(sum)).arg("cap", cap.value));
    }
}

fn survey(me: &Evaluation, rubric: Option<&Rubric>, record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let asks = rubric.and_then(|r| r.sources.iter().find_map(|s| s.min_sample.map(|min| (s, min))));
    let Some(survey) = &me.survey else {
        if let Some((source, _)) = asks {
            let place = me.scores.0.first().map_or(Span::top(record.file), |s| s.dimension.span);
            sink.push(Diagnostic::new(&code::NO_SURVEY, place).arg("source", &source.name));
        }
        return;
    };
    let (sent, returned) = (&survey.sent, &survey.returned);
    if returned.value > sent.value {
        let more = Diagnostic::new(&code::RETURNED_MORE_THAN_SENT, returned.span).also(sent.span);
        sink.push(more.arg("sent", sent.value).arg("returned", returned.value));
        return;
    }
    let households = scope.corpus.community.figures.as_ref().and_then(|f| f.households.as_ref());
    // A building's rubric samples the building, whose households nobody has counted here.
    let whole = rubric.is_some_and(|r| r.subject.is_none());
    if let (Some((source, share)), Some(households), true) = (asks, households, whole) {
        let needed = (share.0 * Decimal::from(households.value)).ceil();
        if Decimal::from(returned.value) < needed {
            let few = Diagnostic::new(&code::SAMPLE_TOO_SMALL, returned.span).arg("source", &source.name);
            let few = few.arg("returned", returned.value).arg("needed", needed).arg("households", households.value);
            let ground = rubric.map(|r| r.head.ground(&source.name, String::new()));
            sink.push(few.arg("percent", Number(share.0 * Decimal::ONE_HUNDRED)).basis(ground));
        }
    }
}

fn notice(me: &Evaluation, scope: &Scope<'_>, sink: &mut Sink) {
    let Some((from, until)) = me.notice.as_ref().and_then(|n| n.until.as_ref().map(|u| (&n.date, u))) else {
        return;
    };
    let days = (until.value - from.value).get_days();
    if days < 0 {
        let back = Diagnostic::new(&code::NOTICE_BACKWARDS, until.span).also(from.span);
        sink.push(back.arg("from", from.value).arg("until", until.value));
    } else if let Some(limit) = scope.limit(DISPLAY_MIN_DAYS, from.value)
        && i64::from(days) < i64::from(limit.days)
    {
        let short = Diagnostic::new(&code::NOTICE_TOO_SHORT, until.span).arg("days", days);
        sink.push(short.arg("min", limit.days).basis(Some(limit.basis)));
    }
}

fn cycles(me: &Evaluation, record: &Record, rubric: &Rubric, scope: &Scope<'_>, sink: &mut Sink) {
    let series = history::series(me, rubric, scope);
    let twin = series.iter().take_while(|(r, _)| r.file != record.file).find(|(_, e)| *e.cycle == *me.cycle);
    if let Some((_, other)) = twin {
        let same = Diagnostic::new(&code::SAME_CYCLE, me.cycle.span).arg("cycle", me.cycle.value);
        sink.push(same.arg("other", &other.common.title.value).also(other.cycle.span));
    }
    if me.change_reason.is_some() {
        return;
    }
    let before = history::previous(me, rubric, scope).and_then(|(_, e)| Some((e, e.outcome(scope)?.1)));
    if let (Some((other, past)), Some((_, now))) = (before, me.outcome(scope))
        && now.stars < past.stars
    {
        let fell = Diagnostic::new(&code::STARS_FELL, me.cycle.span).also(other.cycle.span);
        let fell = fell.arg("cycle", other.cycle.value).arg("before", past.stars).arg("now", now.stars);
        sink.push(fell.arg("total", page::fixed(now.total, rubric.places())));
    }
}
