//! Checks of the items behind a source's score.
//!
//! In: what was found, the items of the rubric. Out: an error for what gives no points.
//! Never measures by itself: `points` does, for checks and pages alike.

use super::super::Evaluation;
use super::super::points::{Wrong, measure};
use super::super::scores::{Given, SourceScore};
use crate::diagnostic::{Diagnostic, Sink, Span, code};
use crate::profile::rubric::{Dimension, Item, Rubric};
use crate::record::Scope;
use crate::schema::unknown_name;
use crate::value::Number;

pub(super) fn check(
    me: &Evaluation,
    score: &SourceScore,
    dimension: &Dimension,
    rubric: &Rubric,
    scope: &Scope<'_>,
    sink: &mut Sink,
) {
    let items: Vec<&Item> = dimension.items_of(&score.source, rubric.sources.len() == 1).collect();
    let found = match &score.given {
        Given::Points(points) if !items.is_empty() => {
            let whole = Diagnostic::new(&code::ITEMS_NOT_TOLD, points.span).arg("name", &dimension.name);
            sink.push(whole.arg("source", &score.source.value));
            return;
        }
        Given::Points(_) => return,
        Given::Items(found) => found,
    };
    let known: Vec<&str> = items.iter().map(|i| i.name.as_str()).collect();
    for (name, _) in &found.0 {
        if !known.contains(&name.as_str()) {
            let unknown = unknown_name(&code::UNKNOWN_RUBRIC_ITEM, name, name.span, &known);
            sink.push(unknown.arg("dimension", &dimension.name).arg("source", &score.source.value));
        }
    }
    for item in items {
        let written = found.get(&item.name);
        let rounding = (rubric.rounding(), rubric.places() + 1);
        if let Err(wrong) = measure(item, written.map(|(_, f)| &f.value), scope, me.cycle.last(), rounding) {
            let place = written.map_or(score.source.span, |(_, f)| f.span);
            sink.push(tell(&wrong, item, place));
        }
    }
}

fn tell(wrong: &Wrong<'_>, item: &Item, place: Span) -> Diagnostic {
    let of = |code| Diagnostic::new(code, place).arg("item", &item.name);
    match wrong {
        Wrong::Missing => of(&code::MISSING_ITEM).arg("kind", item.kind.word()),
        Wrong::Form => of(&code::ITEM_OF_OTHER_FORM).arg("kind", item.kind.word()),
        Wrong::Range(value, most) => {
            let range = of(&code::ITEM_OUT_OF_RANGE).arg("value", Number(*value));
            range.arg("max", most.map_or("none".to_owned(), |m| Number(m).to_string()))
        }
        Wrong::Share => of(&code::ITEM_SHARE),
        Wrong::Fault(name) => {
            let known: Vec<&str> = item.faults.iter().map(|f| f.name.as_str()).collect();
            unknown_name(&code::UNKNOWN_FAULT, name, name.span, &known).arg("item", &item.name)
        }
        Wrong::Disagrees(written, known, page) => {
            let off = of(&code::ITEM_DISAGREES).arg("written", Number(*written)).arg("known", Number(*known));
            off.arg("page", &page.title)
        }
    }
}
