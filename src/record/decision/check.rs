//! Checks of the steps: names, counts, notice, order.
//!
//! In: a decision laid along its process. Out: errors for what cannot be true, findings for what
//! fell short. Never blocks a decision that honestly tells of a missed quorum.

use super::count::Bar;
use super::course::{Course, Entry};
use super::{Decision, competence, publication, sheets};
use crate::diagnostic::{At, Basis, Code, Diagnostic, Sink, code};
use crate::profile::process::{Process, ProcessStep};
use crate::profile::threshold::Base;
use crate::record::{Record, Scope};
use crate::schema::nearest;

/// Findings that make the procedure itself flawed; others are of publication, or a vote that simply failed.
const FLAWS: [&Code; 9] = [
    &code::NOTICE_SHORT,
    &code::STEP_OUT_OF_ORDER,
    &code::STEP_MISSING,
    &code::FAILED_STEP_FOLLOWED,
    &code::STEPS_TOO_CLOSE,
    &code::NO_RESOLUTION,
    &code::COUNTS_MISSING,
    &code::DECIDED_BY_OTHER_BODY,
    &code::NO_PARTY_STUDY,
];

/// Whether the procedure is flawed.
pub(super) fn flawed(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| FLAWS.contains(&d.code))
}

/// Reports what is wrong with a decision.
pub(super) fn check(decision: &Decision, me: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let title = decision.common.title.span;
    if decision.steps.is_empty() {
        sink.push(Diagnostic::new(&code::MISSING_FIELD, title).arg("key", "步骤"));
    }
    let Some(course) = Course::of(decision, scope) else {
        if decision.process.is_none() && scope.corpus.community.process.is_none() {
            sink.push(Diagnostic::new(&code::NO_PROCESS, title).arg("title", &me.common().title.value));
        }
        return;
    };
    course_of(decision, &course, scope, sink);
}

/// The same for a decision that is laid along its process already.
pub(super) fn course_of(decision: &Decision, course: &Course<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    for step in &decision.steps {
        if super::course::step_named(course.process, &step.step).is_none() {
            sink.push(unknown_step(&step.step, course.process));
        }
    }
    for entry in &course.entries {
        numbers(entry, scope, sink);
        thresholds(entry, course, scope, sink);
        notice(entry, course.process, scope, sink);
    }
    competence::check(decision, course, scope, sink);
    sheets::check(decision, sink);
    in_force(decision, course, sink);
    twice(course, sink);
    order(course, scope, sink);
    gaps_and_failures(course, sink);
    publication::check(decision, course, scope, sink);
}

/// A step name that the process does not have.
pub(super) fn unknown_step(name: &At<String>, process: &Process) -> Diagnostic {
    let words = process.steps.iter().flat_map(|s| [&s.name, &s.id].into_iter().chain(&s.aliases));
    let near = nearest(name, words.map(String::as_str));
    let known = process.steps.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join("、");
    let unknown = Diagnostic::new(&code::UNKNOWN_STEP, name.span).arg("name", &name.value);
    let unknown = unknown.arg("near", near.unwrap_or_default()).arg("hint", yes_no(near.is_some()));
    unknown.arg("known", known).arg("process", &process.head.name.value)
}

/// A word that messages can choose by.
pub(super) fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// What cannot be true of the counts.
fn numbers(entry: &Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let step = entry.at;
    if step.date.value > scope.as_of {
        let ahead = Diagnostic::new(&code::STEP_IN_FUTURE, step.date.span).arg("step", &step.step.value);
        sink.push(ahead.arg("date", step.date.value));
    }
    if let (Some(due), Some(roll), Some(most)) = (&step.due, entry.roll.of(entry.body), entry.roll.at_most(entry.body))
    {
        let over = |code| Diagnostic::new(code, due.span).arg("due", due.value).arg("roll", roll);
        if due.value > most {
            sink.push(over(&code::DUE_OVER_ROLL).arg("step", &step.step.value).arg("most", most));
        } else if due.value > roll && due.value < most {
            sink.push(over(&code::DUE_ABOVE_ROLL).arg("step", &step.step.value));
        }
    }
    if let (Some(due), Some(present)) = (&step.due, &step.present)
        && present.value > due.value
    {
        let more = Diagnostic::new(&code::PRESENT_OVER_DUE, present.span).arg("step", &step.step.value);
        sink.push(more.arg("due", due.value).arg("present", present.value).also(due.span));
    }
    if let Some(women) = &step.women_present {
        let most = [step.present.as_ref().map(|n| n.value), entry.roll.women()].into_iter().flatten().min();
        if let Some(most) = most.filter(|most| women.value > *most) {
            let more = Diagnostic::new(&code::WOMEN_OVER_PRESENT, women.span).arg("step", &step.step.value);
            sink.push(more.arg("women", women.value).arg("most", most));
        }
    }
    let votes: Vec<&At<u32>> = [&step.agree, &step.against, &step.abstain].into_iter().flatten().collect();
    let cast: u64 = votes.iter().map(|n| u64::from(n.value)).sum();
    let room = step.present.as_ref().or(step.due.as_ref());
    if let (Some(first), Some(room)) = (votes.first(), room) {
        let counted = |code, span| Diagnostic::new(code, span).arg("step", &step.step.value).arg("votes", cast);
        if cast > u64::from(room.value) {
            let over = counted(&code::VOTES_OVER_PRESENT, first.span);
            sink.push(over.arg("present", room.value).also(room.span));
        } else if step.agree.is_some() && step.present.is_some() && cast < u64::from(room.value) {
            let below = counted(&code::VOTES_BELOW_PRESENT, first.span).arg("present", room.value);
            sink.push(below.arg("missing", u64::from(room.value) - cast).also(room.span));
        }
    }
}

/// Quorum, majority, and numbers that are not there.
fn thresholds(entry: &Entry<'_>, course: &Course<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let step = entry.at;
    if !entry.lacks.is_empty() && step.date.value <= scope.as_of {
        let lacks = Diagnostic::new(&code::COUNTS_MISSING, step.step.span).arg("step", &step.step.value);
        sink.push(lacks.arg("missing", entry.lacks.join("、")).basis(entry.basis.clone()));
    }
    let missed = |code, number: Option<&At<u32>>, bar: &Bar| {
        let span = number.map_or(step.step.span, |n| n.span);
        let of = match bar.of {
            Base::Present => "present",
            Base::Due => "due",
            Base::All | Base::AllReps => "all",
        };
        let here = Diagnostic::new(code, span).arg("step", &step.step.value).arg("part", bar.part);
        let here = here.arg("base", bar.base).arg("of", of).arg("need", bar.need()).arg("ratio", bar.ratio);
        here.arg("strict", yes_no(bar.strict)).basis(Some(bar.basis.clone()))
    };
    if let Some(bar) = entry.attend.as_ref().filter(|b| !b.ok()) {
        sink.push(missed(&code::QUORUM_MISSED, step.present.as_ref(), bar));
    }
    if let Some(bar) = entry.women.as_ref().filter(|b| !b.ok()) {
        sink.push(missed(&code::WOMEN_QUORUM_MISSED, step.women_present.as_ref(), bar));
    }
    // A vote that fails is no shortfall; a matter that goes on all the same is one.
    if let Some(bar) = entry.vote.as_ref().filter(|b| !b.ok() && course.went_on_after(entry)) {
        sink.push(missed(&code::MAJORITY_MISSED, step.agree.as_ref(), bar));
    }
}

/// Days between notice and meeting.
fn notice(entry: &Entry<'_>, process: &Process, scope: &Scope<'_>, sink: &mut Sink) {
    let step = entry.at;
    let Some((need, basis)) = notice_days(entry, process, scope) else {
        return after_meeting(entry, sink);
    };
    let Some(told) = &step.notice_date else {
        let missing = Diagnostic::new(&code::NOTICE_MISSING, step.step.span).arg("step", &step.step.value);
        return sink.push(missing.arg("need", need).basis(Some(basis)));
    };
    let days = (step.date.value - told.value).get_days();
    if days < 0 {
        after_meeting(entry, sink);
    } else if i64::from(days) < i64::from(need) {
        let short = Diagnostic::new(&code::NOTICE_SHORT, told.span).arg("step", &step.step.value);
        sink.push(short.arg("days", days).arg("need", need).also(step.date.span).basis(Some(basis)));
    }
}

fn after_meeting(entry: &Entry<'_>, sink: &mut Sink) {
    let step = entry.at;
    if let Some(told) = step.notice_date.as_ref().filter(|d| d.value > step.date.value) {
        let late = Diagnostic::new(&code::NOTICE_AFTER_MEETING, told.span).arg("step", &step.step.value);
        sink.push(late.arg("notice", told.value).arg("date", step.date.value).also(step.date.span));
    }
}

/// The days of notice that process and law demand, the stricter of both.
fn notice_days(entry: &Entry<'_>, process: &Process, scope: &Scope<'_>) -> Option<(u32, Basis)> {
    let own = entry.rule.notice_days.as_ref().map(|days| days.value);
    let id = entry.body.limits().filter(|_| entry.rule.by_matter).map(|prefix| format!("{prefix}-notice-days"));
    let law = id.and_then(|id| scope.limit(&id, entry.date()));
    match (own, law) {
        (own, Some(law)) if own.is_none_or(|days| days <= law.days) => Some((law.days, law.basis)),
        (own, _) => own.map(|days| (days, process.basis(&entry.rule.id, &entry.rule.name))),
    }
}

/// A process that did not hold when the matter began.
fn in_force(decision: &Decision, course: &Course<'_>, sink: &mut Sink) {
    let head = &course.process.head;
    let first = decision.steps.iter().min_by_key(|s| s.date.value);
    if let (Some(step), Some(effective)) = (first.filter(|s| !head.covers(s.date.value)), &head.effective) {
        let end = |d: Option<crate::value::Date>| d.map(|d| d.to_string()).unwrap_or_default();
        let out = Diagnostic::new(&code::PROCESS_NOT_IN_FORCE, step.date.span).arg("process", &head.name.value);
        let out = out.arg("date", step.date.value).arg("from", end(effective.from)).arg("to", end(effective.to));
        let side = if effective.to.is_some_and(|to| to < step.date.value) { "ended" } else { "not-yet" };
        sink.push(out.arg("side", side));
    }
}

/// The same step twice on one day.
fn twice(course: &Course<'_>, sink: &mut Sink) {
    for pair in course.entries.windows(2) {
        let [first, second] = pair else { continue };
        if first.index == second.index && first.date() == second.date() {
            let twice = Diagnostic::new(&code::SAME_STEP_TWICE, second.at.step.span);
            let twice = twice.arg("step", &second.at.step.value).arg("date", second.date());
            sink.push(twice.also(first.at.step.span));
        }
    }
}

/// Each step after the one before it, and none left out.
fn order(course: &Course<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let deciding = course.entry(course.deciding);
    // The law asks for the study of the party organization; all other steps rest on the process alone.
    let ground = |step: &ProcessStep| {
        let law = deciding.filter(|_| step.party_study).and_then(|entry| competence::study_law(entry, scope));
        Some(law.unwrap_or_else(|| course.process.basis(&step.id, &step.name)))
    };
    let mut before: Option<&Entry<'_>> = None;
    let mut next = 0;
    for entry in course.taken() {
        for index in (next..entry.index).filter(|i| course.complete && !course.merged[*i]) {
            let left_out = Diagnostic::new(&code::STEP_MISSING, entry.at.step.span);
            let missing = &course.process.steps[index];
            let left_out = left_out.arg("step", &entry.at.step.value).arg("missing", &missing.name);
            sink.push(left_out.basis(ground(missing)));
        }
        next = entry.index + 1;
        if let Some(before) = before.filter(|b| b.date() > entry.date()) {
            let early = Diagnostic::new(&code::STEP_OUT_OF_ORDER, entry.at.date.span);
            let early = early.arg("step", &entry.at.step.value).arg("date", entry.date());
            let early = early.arg("before", &before.at.step.value).arg("before_date", before.date());
            sink.push(early.also(before.at.date.span).basis(ground(before.rule)));
        }
        before = Some(entry);
    }
}

/// Days between steps, and steps after one that failed.
fn gaps_and_failures(course: &Course<'_>, sink: &mut Sink) {
    let taken: Vec<&Entry<'_>> = course.taken().collect();
    for pair in taken.windows(2) {
        let [first, second] = pair else { continue };
        let days = (second.date() - first.date()).get_days();
        let gap = second.rule.min_gap_days.or(course.process.min_gap_days);
        if let Some(gap) = gap.filter(|gap| (0..i64::from(*gap)).contains(&i64::from(days))) {
            let close = Diagnostic::new(&code::STEPS_TOO_CLOSE, second.at.date.span);
            let close = close.arg("step", &second.at.step.value).arg("before", &first.at.step.value);
            let ground = course.process.basis(&second.rule.id, &second.rule.name);
            sink.push(close.arg("days", days).arg("gap", gap).also(first.at.date.span).basis(Some(ground)));
        }
        if first.failed() {
            let on = Diagnostic::new(&code::FAILED_STEP_FOLLOWED, second.at.step.span);
            let on = on.arg("step", &second.at.step.value).arg("failed", &first.at.step.value);
            sink.push(on.also(first.at.step.span).basis(first.missed().map(|bar| bar.basis.clone())));
        }
    }
}
