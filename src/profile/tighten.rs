//! Later layers may only tighten: nation, province, county, community; and a process never asks for
//! less than the law.
//!
//! In: all profiles. Out: an error for each share or number of days that is looser than what stands
//! above it on some day on which both hold. Never drops anything: records are judged by the strictest.

use std::collections::BTreeMap;

use super::common::ProfileHead;
use super::process::{Process, ProcessPublication, ProcessStep};
use super::rule::{Limit, RuleSet, is_term};
use super::threshold::{Base, Threshold};
use super::{Profiles, body::Body};
use crate::diagnostic::{Diagnostic, Sink, Span, code};
use crate::value::{CommunityType, Date};

/// Which limit sets the least days of display.
const DISPLAY: &str = "display-min-days";

/// Reports everything that loosens, each against the newest law that it falls short of; `place` names the
/// regions in which the whole site lies.
pub(super) fn check(profiles: &Profiles, place: &[&str], sink: &mut Sink) {
    let mut found = Vec::new();
    compare(profiles, place, &mut found);
    let mut told: BTreeMap<Span, Loose> = BTreeMap::new();
    for loose in found {
        let newer = |other: &Loose| other.since < loose.since;
        if told.get(&loose.said.span).is_none_or(newer) {
            told.insert(loose.said.span, loose);
        }
    }
    told.into_values().for_each(|loose| sink.push(loose.said));
}

/// Something that falls short of a law, and since when that law holds.
struct Loose {
    since: Option<Date>,
    said: Diagnostic,
}

fn compare(profiles: &Profiles, place: &[&str], found: &mut Vec<Loose>) {
    for process in profiles.processes.iter() {
        let laws = || profiles.rules.iter().filter(|set| set.holds_in(place) && together(&set.head, &process.head));
        for step in process.steps.iter().filter(|s| s.by_matter) {
            deciding_step(step, laws(), found);
        }
        for publication in &process.publications {
            display(process, publication, laws(), found);
        }
    }
    for set in profiles.rules.iter() {
        for upper in profiles.rules.iter().filter(|upper| is_above(upper, set)) {
            for limit in &set.limits {
                let same = |l: &&Limit| l.id == limit.id && shares_a_kind(l, limit);
                upper.limits.iter().filter(same).for_each(|above| layer(limit, upper, above, found));
            }
            matters(set, upper, found);
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
    let in_force = match since(set) {
        Some(day) => upper.head.covers(day),
        None => upper.head.effective.as_ref().is_none_or(|e| e.to.is_none()),
    };
    wider && in_force
}

fn shares_a_kind(a: &Limit, b: &Limit) -> bool {
    CommunityType::ALL.iter().any(|kind| kind.is_among(&a.applies) && kind.is_among(&b.applies))
}

/// A step whose matter chooses the body states the rule of the representatives, and their law is its floor.
fn deciding_step<'r>(step: &ProcessStep, laws: impl Iterator<Item = &'r RuleSet>, found: &mut Vec<Loose>) {
    let id = |what: &str| format!("{}-{what}", Body::Reps.word());
    for set in laws {
        for limit in &set.limits {
            let loose = |own: &Threshold, usual| Threshold::of(limit).is_some_and(|floor| !own.at_least(&floor, usual));
            if let Some(own) = step.attend.as_ref().filter(|t| limit.id == id("attend") && loose(t, Base::All)) {
                found.push(looser(own.span, &step.name, &own.value.to_string(), set, limit));
            }
            if let Some(own) = step.pass.as_ref().filter(|t| limit.id == id("pass") && loose(t, Base::Present)) {
                found.push(looser(own.span, &step.name, &own.value.to_string(), set, limit));
            }
            let days = limit.value.parse::<u32>().ok().filter(|_| limit.id == id("notice-days"));
            if let Some(own) = step.notice_days.as_ref().filter(|own| days.is_some_and(|days| own.value < days)) {
                found.push(looser(own.span, &step.name, &own.value.to_string(), set, limit));
            }
        }
    }
}

fn display<'r>(
    process: &Process,
    publication: &ProcessPublication,
    laws: impl Iterator<Item = &'r RuleSet>,
    found: &mut Vec<Loose>,
) {
    let Some(own) = &publication.min_days else {
        return;
    };
    for set in laws {
        let short = |l: &&Limit| l.id == DISPLAY && l.value.parse::<u32>().is_ok_and(|days| own.value < days);
        if let Some(limit) = set.limits.iter().find(short) {
            let name = format!("{}·{}", process.head.name.value, publication.name);
            found.push(looser(own.span, &name, &own.value.to_string(), set, limit));
        }
    }
}

/// One limit of a lower layer against the same one above it.
fn layer(limit: &Limit, upper: &RuleSet, above: &Limit, found: &mut Vec<Loose>) {
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
        found.push(looser(limit.value.span, &limit.name, &limit.value, upper, above));
    }
}

/// A lower layer may not let other bodies decide a matter.
fn matters(set: &RuleSet, upper: &RuleSet, found: &mut Vec<Loose>) {
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
            let said = loose.arg("from", "").basis(Some(upper.ground(above.article.clone(), url)));
            found.push(Loose { since: since(upper), said });
        }
    }
}

fn looser(span: Span, name: &str, own: &str, set: &RuleSet, limit: &Limit) -> Loose {
    let from = since(set).map(|d| d.to_string()).unwrap_or_default();
    let loose = Diagnostic::new(&code::LOOSENS_LAW, span).arg("name", name).arg("own", own);
    let said = loose.arg("law", &limit.value.value).arg("from", from).basis(Some(set.basis(limit)));
    Loose { since: since(set), said }
}

fn since(set: &RuleSet) -> Option<Date> {
    set.head.effective.as_ref().and_then(|e| e.from)
}
