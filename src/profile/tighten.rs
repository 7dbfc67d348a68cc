//! Later layers may only tighten: nation, province, county, community; and a process never asks for
//! less than the law.
//!
//! In: all profiles. Out: an error for each share or number of days that is looser than what stands
//! above it on some day on which both hold. Never drops anything: records are judged by the strictest.

use super::common::ProfileHead;
use super::process::{Process, ProcessPublication, ProcessStep};
use super::rule::{Limit, RuleSet, is_term};
use super::threshold::{Base, Threshold};
use super::{Profiles, body::Body};
use crate::diagnostic::{Diagnostic, Sink, Span, code};
use crate::value::CommunityType;

/// Which limit sets the least days of display.
const DISPLAY: &str = "display-min-days";

/// Reports everything that loosens; `place` names the regions in which the whole site lies.
pub(super) fn check(profiles: &Profiles, place: &[&str], sink: &mut Sink) {
    for process in profiles.processes.iter() {
        let laws = || profiles.rules.iter().filter(|set| set.holds_in(place) && together(&set.head, &process.head));
        for step in process.steps.iter().filter(|s| s.by_matter) {
            deciding_step(step, laws(), sink);
        }
        for publication in &process.publications {
            display(process, publication, laws(), sink);
        }
    }
    for set in profiles.rules.iter() {
        for upper in profiles.rules.iter().filter(|upper| is_above(upper, set)) {
            for limit in &set.limits {
                let same = |l: &&Limit| l.id == limit.id && shares_a_kind(l, limit);
                upper.limits.iter().filter(same).for_each(|above| layer(limit, upper, above, sink));
            }
            matters(set, upper, sink);
        }
    }
}

/// Whether two profiles hold on the same day.
fn together(a: &ProfileHead, b: &ProfileHead) -> bool {
    match (&a.effective, &b.effective) {
        (Some(a), Some(b)) => a.overlaps(b),
        _ => true,
    }
}

/// Whether `upper` stood above `set` on the day on which `set` came into force, or stands there today where
/// nobody wrote that day. An older rule that a newer law has overtaken is no mistake.
fn is_above(upper: &RuleSet, set: &RuleSet) -> bool {
    let wider = match (&upper.jurisdiction, &set.jurisdiction) {
        (None, Some(_)) => true,
        (Some(upper), Some(set)) => set.starts_with(&format!("{upper}/")),
        _ => false,
    };
    let since = set.head.effective.as_ref().and_then(|e| e.from);
    let in_force = match since {
        Some(day) => upper.head.covers(day),
        None => upper.head.effective.as_ref().is_none_or(|e| e.to.is_none()),
    };
    wider && in_force
}

fn shares_a_kind(a: &Limit, b: &Limit) -> bool {
    CommunityType::ALL.iter().any(|kind| kind.is_among(&a.applies) && kind.is_among(&b.applies))
}

/// A step whose matter chooses the body states the rule of the representatives, and their law is its floor.
fn deciding_step<'r>(step: &ProcessStep, laws: impl Iterator<Item = &'r RuleSet>, sink: &mut Sink) {
    let id = |what: &str| format!("{}-{what}", Body::Reps.word());
    for set in laws {
        for limit in &set.limits {
            let loose = |own: &Threshold, usual| Threshold::of(limit).is_some_and(|floor| !own.at_least(&floor, usual));
            if let Some(own) = step.attend.as_ref().filter(|t| limit.id == id("attend") && loose(t, Base::All)) {
                sink.push(looser(own.span, &step.name, &own.value.to_string(), set, limit));
            }
            if let Some(own) = step.pass.as_ref().filter(|t| limit.id == id("pass") && loose(t, Base::Present)) {
                sink.push(looser(own.span, &step.name, &own.value.to_string(), set, limit));
            }
            let days = limit.value.parse::<u32>().ok().filter(|_| limit.id == id("notice-days"));
            if let Some(own) = step.notice_days.as_ref().filter(|own| days.is_some_and(|days| own.value < days)) {
                sink.push(looser(own.span, &step.name, &own.value.to_string(), set, limit));
            }
        }
    }
}

fn display<'r>(
    process: &Process,
    publication: &ProcessPublication,
    laws: impl Iterator<Item = &'r RuleSet>,
    sink: &mut Sink,
) {
    let Some(own) = &publication.min_days else {
        return;
    };
    for set in laws {
        let short = |l: &&Limit| l.id == DISPLAY && l.value.parse::<u32>().is_ok_and(|days| own.value < days);
        if let Some(limit) = set.limits.iter().find(short) {
            let name = format!("{}·{}", process.head.name.value, publication.name);
            sink.push(looser(own.span, &name, &own.value.to_string(), set, limit));
        }
    }
}

/// One limit of a lower layer against the same one above it.
fn layer(limit: &Limit, upper: &RuleSet, above: &Limit, sink: &mut Sink) {
    let days = |l: &Limit| l.value.parse::<u32>().ok();
    let loose = match (days(limit), days(above), Threshold::of(limit), Threshold::of(above)) {
        (Some(own), Some(floor), ..) if is_term(&limit.id) => own > floor,
        (Some(own), Some(floor), ..) => own < floor,
        // Of shares only those for a meeting and its vote: a share that calls a meeting is stricter when smaller.
        (None, None, Some(own), Some(floor)) if limit.id.ends_with("-attend") => !own.at_least(&floor, Base::All),
        (None, None, Some(own), Some(floor)) if limit.id.ends_with("-pass") => !own.at_least(&floor, Base::Present),
        _ => false,
    };
    if loose {
        sink.push(looser(limit.value.span, &limit.name, &limit.value, upper, above));
    }
}

/// A lower layer may not let other bodies decide a matter.
fn matters(set: &RuleSet, upper: &RuleSet, sink: &mut Sink) {
    for matter in &set.matters {
        let same = |m: &&super::matter::Matter| {
            let kinds = CommunityType::ALL.iter().any(|k| k.is_among(&m.applies) && k.is_among(&matter.applies));
            kinds && m.names().any(|name| matter.names().any(|own| own == name))
        };
        let Some(above) = upper.matters.iter().find(same) else {
            continue;
        };
        if let Some(other) = matter.bodies.iter().find(|body| !above.bodies.contains(body)) {
            let names =
                |bodies: &[Body]| bodies.iter().map(|b| b.name(CommunityType::Village)).collect::<Vec<_>>().join("、");
            let loose = Diagnostic::new(&code::LOOSENS_LAW, matter.name.span).arg("name", &matter.name.value);
            let loose = loose.arg("own", other.name(CommunityType::Village)).arg("law", names(&above.bodies));
            let url = crate::route::law(&upper.head.id, &above.id);
            sink.push(loose.arg("from", "").basis(Some(upper.ground(above.article.clone(), url))));
        }
    }
}

fn looser(span: Span, name: &str, own: &str, set: &RuleSet, limit: &Limit) -> Diagnostic {
    let from = set.head.effective.as_ref().and_then(|e| e.from).map(|d| d.to_string()).unwrap_or_default();
    let loose = Diagnostic::new(&code::LOOSENS_LAW, span).arg("name", name).arg("own", own);
    loose.arg("law", &limit.value.value).arg("from", from).basis(Some(set.basis(limit)))
}
