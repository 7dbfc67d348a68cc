//! Checks of an evaluation.
//!
//! In: an evaluation, its rubric, the law's limits, earlier cycles. Out: errors for what cannot be
//! true, findings for shortfalls. Never judges the scores themselves.

mod appeal;
mod bonus;
mod items;
mod notice;
mod sample;

use rust_decimal::Decimal;

use super::scores::{Given, SourceScore};
use super::{Evaluation, history, page};
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::profile::rubric::{Dimension, Rubric};
use crate::record::{Record, Scope};
use crate::schema::unknown_name;

pub(super) fn check(me: &Evaluation, record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let rubric = me.rubric(scope);
    notice::check(me, rubric, scope, sink);
    appeal::check(me, rubric, scope, sink);
    sample::check(me, rubric, record, scope, sink);
    bonus::signs(me, sink);
    let Some(rubric) = rubric else {
        return;
    };
    dimensions(me, rubric, record, scope, sink);
    vetoes(me, rubric, sink);
    bonus::check(me, rubric, sink);
    cycles(me, record, rubric, scope, sink);
    notice::award(me, rubric, scope, sink);
}

fn dimensions(me: &Evaluation, rubric: &Rubric, record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
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
        for score in &written.sources {
            items::check(me, score, dimension, rubric, scope, sink);
        }
        if written.evidence.is_empty() {
            sink.push(Diagnostic::new(&code::NO_EVIDENCE, name.span).arg("name", &dimension.name));
        }
    }
    for dimension in rubric.dimensions.iter().filter(|d| !seen.iter().any(|(id, _)| *id == d.id)) {
        let missing = Diagnostic::new(&code::MISSING_DIMENSION, me.start(record)).arg("name", &dimension.name);
        sink.push(missing.arg("rubric", &rubric.head.name.value));
    }
}

fn sources(name: &At<String>, written: &[SourceScore], dimension: &Dimension, rubric: &Rubric, sink: &mut Sink) {
    let known: Vec<&str> = rubric.sources.iter().map(|s| s.name.as_str()).collect();
    for SourceScore { source, given } in written {
        if !known.contains(&source.as_str()) {
            let unknown = unknown_name(&code::UNKNOWN_SOURCE, source, source.span, &known);
            sink.push(unknown.arg("rubric", &rubric.head.name.value));
        }
        if let Given::Points(score) = given
            && (score.value > dimension.max || score.0 < Decimal::ZERO)
        {
            let out = Diagnostic::new(&code::SCORE_OUT_OF_RANGE, score.span).arg("name", &dimension.name);
            sink.push(out.arg("source", &source.value).arg("score", score.value).arg("max", dimension.max));
        }
    }
    for source in known.iter().filter(|k| !written.iter().any(|w| w.source.value == **k)) {
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

fn cycles(me: &Evaluation, record: &Record, rubric: &Rubric, scope: &Scope<'_>, sink: &mut Sink) {
    if rubric.cycle.is_some_and(|rhythm| !rhythm.fits(*me.cycle)) {
        let odd = Diagnostic::new(&code::CYCLE_OF_OTHER_LENGTH, me.cycle.span).arg("cycle", me.cycle.value);
        sink.push(odd.arg("rubric", &rubric.head.name.value).arg("rhythm", rubric.cycle.map_or("", |r| r.word())));
    }
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
        sink.push(fell.arg("total", page::fixed(now.total, rubric)));
    }
}

impl Evaluation {
    /// Where its scores begin.
    fn start(&self, record: &Record) -> Span {
        self.scores.0.first().map_or(Span::top(record.file), |s| s.dimension.span)
    }
}
