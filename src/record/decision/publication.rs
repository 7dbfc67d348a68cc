//! Publications: after what, how soon, how long.
//!
//! In: the publications of a decision and what its process asks. Out: each with its trigger and days,
//! and diagnostics. Never asks for a publication that the process does not have.

use super::check::yes_no;
use super::course::{self, Course, Entry, Stage};
use super::{Decision, Publication};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::process::{Process, ProcessPublication};
use crate::profile::rule::DayLimit;
use crate::record::Scope;
use crate::record::project::Project;
use crate::schema::nearest;
use crate::value::Date;

/// Which limit sets the least days of display.
const DISPLAY_MIN_DAYS: &str = "display-min-days";

/// Which limit asks that decisions are published.
const PUBLISH_DECISIONS: &str = "publish-decisions";

/// What a publication follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trigger {
    /// One step of the process.
    Step(usize),
    /// Each step.
    Each,
    /// The beginning of the work.
    Start,
    /// The end of the work.
    Finish,
    /// Nothing: it is always there.
    Standing,
}

/// A publication that was made.
pub(super) struct Announcement<'a> {
    /// As recorded.
    pub at: &'a At<Publication>,
    /// As the process, or another one, has it; `None` where nobody knows the name.
    pub rule: Option<&'a ProcessPublication>,
    /// Whether it is the process's own: one may publish more than is asked.
    pub own: bool,
    /// What it follows.
    pub trigger: Trigger,
    /// The step it names.
    pub step: Option<usize>,
}

/// Whether a publication of a process tells that the work is done.
pub(super) fn ends(publication: &ProcessPublication) -> bool {
    publication.after.as_deref() == Some("完工")
}

fn trigger(rule: &ProcessPublication, process: &Process, deciding: usize) -> Trigger {
    match rule.after.as_deref() {
        None | Some("常设") => Trigger::Standing,
        Some("各步") => Trigger::Each,
        Some("开工") => Trigger::Start,
        Some("完工") => Trigger::Finish,
        Some(id) => Trigger::Step(process.step(id).map_or(deciding, |(index, _)| index)),
    }
}

fn called<'p>(process: &'p Process, name: &str) -> Option<&'p ProcessPublication> {
    process.publications.iter().find(|p| p.name == name || p.id == name)
}

impl<'a> Announcement<'a> {
    /// All publications of a decision, in the order of the record.
    pub(super) fn all(decision: &'a Decision, process: &'a Process, deciding: usize, scope: &Scope<'a>) -> Vec<Self> {
        let city = scope.city;
        let of = |at: &'a At<Publication>| {
            let own = called(process, &at.item);
            let rule = own.or_else(|| city.profiles.processes.iter().find_map(|p| called(p, &at.item)));
            let step = at.step.as_ref().and_then(|s| course::step_named(process, s)).map(|(index, _)| index);
            let trigger = rule.map_or(Trigger::Standing, |r| trigger(r, process, deciding));
            Self { at, rule, own: own.is_some(), trigger, step }
        };
        decision.publications.iter().map(of).collect()
    }

    /// Whether it tells the outcome of a step.
    pub(super) fn tells_of(&self, step: usize) -> bool {
        self.trigger == Trigger::Step(step) || self.step == Some(step)
    }

    /// Whether it tells of the work itself.
    pub(super) fn of_implementation(&self) -> bool {
        matches!(self.trigger, Trigger::Start | Trigger::Finish)
    }

    /// Whether it tells that the work is done.
    pub(super) fn ends(&self) -> bool {
        self.trigger == Trigger::Finish
    }

    /// Days of display, where its end is known.
    pub(super) fn days(&self) -> Option<i32> {
        let until = self.at.until.as_ref()?;
        Some((until.value - self.at.date.value).get_days())
    }

    /// The least days of display that the process asks for.
    fn own_least(&self) -> Option<u32> {
        self.rule.filter(|_| self.own).and_then(|r| r.min_days.as_ref()).map(|days| days.value)
    }

    /// The least days of display that the law asks for.
    fn law_least(&self, scope: &Scope<'_>) -> Option<DayLimit> {
        if self.trigger == Trigger::Standing { None } else { scope.limit(DISPLAY_MIN_DAYS, self.at.date.value) }
    }

    /// The least days of display.
    pub(super) fn least(&self, scope: &Scope<'_>) -> Option<u32> {
        if self.trigger == Trigger::Standing {
            return None;
        }
        self.own_least().max(self.law_least(scope).map(|l| l.days))
    }
}

/// The last day on which a publication that was not made yet is in time; `None` where the process sets none,
/// or what it follows has not happened.
pub(super) fn due(asked: &ProcessPublication, course: &Course<'_>) -> Option<Date> {
    let days = jiff::Span::new().try_days(i64::from(asked.due_days?)).ok()?;
    let Trigger::Step(index) = trigger(asked, course.process, course.deciding) else {
        return None;
    };
    course.entry(index)?.date().checked_add(days).ok()
}

/// Reports what is wrong with the publications.
pub(super) fn check(decision: &Decision, course: &Course<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let project = decision.project.as_ref().and_then(|p| scope.find::<Project>(p)).map(|(_, p)| p);
    for announcement in &course.announcements {
        let at = announcement.at;
        if announcement.rule.is_none() {
            sink.push(unknown(at, course.process, scope));
            continue;
        }
        if let (Some(step), None) = (&at.step, announcement.step) {
            sink.push(super::check::unknown_step(step, course.process));
            continue;
        }
        if at.date.value > scope.as_of {
            sink.push(Diagnostic::new(&code::FUTURE_DATE, at.date.span).arg("date", at.date.value));
        }
        display(announcement, course.process, scope, sink);
        if announcement.of_implementation() {
            after_resolution(decision, announcement, course, project, scope, sink);
        } else {
            after_step(announcement, course, sink);
        }
    }
    resolution_shown(course, scope, sink);
    if let Some(begun) = project.and_then(course::begun).filter(|d| *d <= scope.as_of && course.resolution().is_none())
        && !course.announcements.iter().any(Announcement::of_implementation)
    {
        let title = &decision.common.title;
        let without = Diagnostic::new(&code::NO_RESOLUTION, title.span).arg("name", &title.value);
        let step = &course.process.steps[course.deciding].name;
        let without = without.arg("date", begun).arg("step", step).arg("resolved", "").arg("later", "no");
        sink.push(without.basis(decision.decided_first(begun, scope)));
    }
}

fn unknown(at: &At<Publication>, process: &Process, scope: &Scope<'_>) -> Diagnostic {
    let names: Vec<&str> = process.publications.iter().map(|p| p.name.as_str()).collect();
    let all = scope.city.profiles.processes.iter().flat_map(|p| &p.publications);
    let near = nearest(&at.item, names.iter().copied()).or_else(|| nearest(&at.item, all.map(|p| p.name.as_str())));
    let here = Diagnostic::new(&code::UNKNOWN_PUBLICATION, at.item.span).arg("name", &at.item.value);
    let here = here.arg("near", near.unwrap_or_default()).arg("hint", yes_no(near.is_some()));
    here.arg("known", names.join("、")).arg("process", &process.head.name.value)
}

fn display(announcement: &Announcement<'_>, process: &Process, scope: &Scope<'_>, sink: &mut Sink) {
    let at = announcement.at;
    let (Some(until), Some(days)) = (&at.until, announcement.days()) else {
        return;
    };
    if days < 0 {
        let back = Diagnostic::new(&code::UNTIL_BEFORE_PUBLISHED, until.span);
        sink.push(back.arg("from", at.date.value).arg("until", until.value).also(at.date.span));
        return;
    }
    let Some(min) = announcement.least(scope).filter(|min| i64::from(days) < i64::from(*min)) else {
        return;
    };
    // The law speaks where the display is too short for it as well.
    let law = announcement.law_least(scope).filter(|l| i64::from(days) < i64::from(l.days)).map(|l| l.basis);
    let ground = law.or_else(|| announcement.rule.map(|r| process.basis(&r.id, &r.name)));
    let short = Diagnostic::new(&code::PUBLICATION_SHORT, until.span).arg("name", &at.item.value);
    sink.push(short.arg("days", days).arg("min", min).basis(ground));
}

/// A publication of the process: of a step, of each step, of the resolution.
fn after_step(announcement: &Announcement<'_>, course: &Course<'_>, sink: &mut Sink) {
    let at = announcement.at;
    let step = match (announcement.step, announcement.trigger) {
        (_, Trigger::Standing) => return,
        (Some(step), _) | (None, Trigger::Step(step)) => Some(step),
        _ => None,
    };
    let belongs = |index: usize| step.is_none_or(|s| s == index || together(course, s, index));
    let mut dates = course.entries.iter().filter(|e| belongs(e.index)).map(Entry::date);
    let first = dates.next();
    // Where the matter failed earlier, its result is that failure.
    let stopped = course.last().filter(|e| e.failed() && course.stage == Stage::NotPassed);
    let first = first.or_else(|| stopped.filter(|_| announcement.step.is_none()).map(Entry::date));
    let name = step.map_or("", |s| course.process.steps[s].name.as_str());
    let Some(first) = first else {
        if !course.complete {
            return;
        }
        let without = Diagnostic::new(&code::PUBLICATION_WITHOUT_STEP, at.item.span);
        sink.push(without.arg("name", &at.item.value).arg("step", name).arg("one", yes_no(step.is_some())));
        return;
    };
    if at.date.value < first {
        sink.push(early(announcement, name, first));
        return;
    }
    let last = dates.take_while(|d| *d <= at.date.value).last().unwrap_or(first);
    let same = |a: &&Announcement<'_>| a.at.item.value == at.item.value && a.step == announcement.step;
    let earlier = course.announcements.iter().filter(same).any(|a| (last..at.date.value).contains(&a.at.date.value));
    let days = (at.date.value - last).get_days();
    let due = announcement.rule.filter(|_| announcement.own && step.is_some()).and_then(|r| r.due_days);
    if let Some(due) = due.filter(|due| !earlier && i64::from(days) > i64::from(*due)) {
        let late = Diagnostic::new(&code::PUBLICATION_LATE, at.date.span).arg("name", &at.item.value);
        let ground = announcement.rule.map(|r| course.process.basis(&r.id, &r.name));
        sink.push(late.arg("step", name).arg("days", days).arg("due", due).basis(ground));
    }
}

fn together(course: &Course<'_>, missing: usize, other: usize) -> bool {
    let ids = |at: usize| &course.process.steps[at].id;
    let one = |steps: &[String]| steps.contains(ids(missing)) && steps.contains(ids(other));
    course.merged[missing] && course.process.merge.iter().any(|m| one(&m.steps))
}

/// A publication of the work: there must be a resolution, and the project must have come as far.
fn after_resolution(
    decision: &Decision,
    a: &Announcement<'_>,
    course: &Course<'_>,
    project: Option<&Project>,
    scope: &Scope<'_>,
    sink: &mut Sink,
) {
    let at = a.at;
    let resolved = course.resolution().map(Entry::date);
    if resolved.is_none_or(|date| at.date.value < date) {
        let without = Diagnostic::new(&code::NO_RESOLUTION, at.item.span).arg("name", &at.item.value);
        let without = without.arg("date", at.date.value).arg("step", &course.process.steps[course.deciding].name);
        let without = without.arg("resolved", resolved.map(|d| d.to_string()).unwrap_or_default());
        let without = without.arg("later", yes_no(resolved.is_some()));
        sink.push(without.basis(decision.decided_first(at.date.value, scope)));
    }
    let reached = match a.trigger {
        Trigger::Finish => project.and_then(|p| p.finished.as_ref()).map(|d| d.value),
        _ => project.and_then(course::begun),
    };
    if let Some(reached) = reached.filter(|date| at.date.value < *date) {
        let name = a.rule.and_then(|r| r.after.as_deref()).unwrap_or_default();
        sink.push(early(a, name, reached));
    }
}

fn early(a: &Announcement<'_>, step: &str, happened: Date) -> Diagnostic {
    let early = Diagnostic::new(&code::PUBLICATION_BEFORE_TRIGGER, a.at.date.span).arg("name", &a.at.item.value);
    early.arg("date", a.at.date.value).arg("step", step).arg("happened", happened).arg("one", yes_no(!step.is_empty()))
}

/// A resolution that is carried out, or whose time has run out, must have been published.
fn resolution_shown(course: &Course<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let of_deciding = |t: Trigger| t == Trigger::Step(course.deciding);
    let asked = course.process.publications.iter().find(|p| of_deciding(trigger(p, course.process, course.deciding)));
    let (Some(asked), Some(entry)) = (asked, course.resolution()) else {
        return;
    };
    let shown = course.shown().is_some();
    let age = (scope.as_of - entry.date()).get_days();
    let over = asked.due_days.is_some_and(|due| i64::from(age) > i64::from(due));
    if !shown && (course.carried_out || over) {
        let missing = Diagnostic::new(&code::RESOLUTION_NOT_PUBLISHED, entry.at.step.span);
        let missing = missing.arg("name", &asked.name).arg("step", &entry.at.step.value).arg("date", entry.date());
        let law = scope.ground(PUBLISH_DECISIONS, entry.date());
        sink.push(missing.basis(law.or_else(|| Some(course.process.basis(&asked.id, &asked.name)))));
    }
}
