//! Checks of samples.
//!
//! In: sheets sent and returned. Out: errors for counts that cannot be, findings for too few.
//! Never counts: `sample` does.

use rust_decimal::Decimal;

use super::super::sample::samples;
use super::super::{Evaluation, Survey};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::rubric::Rubric;
use crate::record::{Record, Scope};
use crate::schema::unknown_name;
use crate::value::Number;

pub(super) fn check(me: &Evaluation, rubric: Option<&Rubric>, record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    for survey in me.survey.iter().chain(me.samples.0.iter().map(|(_, s)| s)) {
        counts(survey, sink);
    }
    let Some(rubric) = rubric else {
        return;
    };
    let known: Vec<&str> = rubric.sources.iter().map(|s| s.name.as_str()).collect();
    for (name, _) in me.samples.0.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
        let unknown = unknown_name(&code::UNKNOWN_SOURCE, name, name.span, &known);
        sink.push(unknown.arg("rubric", &rubric.head.name.value));
    }
    for sample in samples(me, rubric, scope) {
        let Some(survey) = sample.survey else {
            sink.push(Diagnostic::new(&code::NO_SURVEY, me.start(record)).arg("source", &sample.source.name));
            continue;
        };
        if survey.returned.value > survey.sent.value || !sample.too_small() {
            continue;
        }
        let few = Diagnostic::new(&code::SAMPLE_TOO_SMALL, survey.returned.span).arg("source", &sample.source.name);
        let few = few.arg("returned", survey.returned.value).arg("needed", sample.needed.unwrap_or_default());
        let share = sample.source.min_sample.map(|s| s.0 * Decimal::ONE_HUNDRED).unwrap_or_default();
        let few = few.arg("percent", Number(share)).arg("households", sample.households.unwrap_or_default());
        sink.push(few.basis(Some(rubric.head.ground(&sample.source.name, String::new()))));
    }
}

fn counts(survey: &At<Survey>, sink: &mut Sink) {
    let (sent, returned) = (&survey.sent, &survey.returned);
    if returned.value > sent.value {
        let more = Diagnostic::new(&code::RETURNED_MORE_THAN_SENT, returned.span).also(sent.span);
        sink.push(more.arg("sent", sent.value).arg("returned", returned.value));
    }
}
