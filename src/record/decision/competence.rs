//! Who may decide what, and whether the party organization studied it first.
//!
//! In: a decision laid along its process. Out: an error for a body that may not decide the matter (a finding
//! where the record says how it came about), findings and warnings for the rest.
//! Never changes the body: `assembly` finds it.

use super::Decision;
use super::assembly::Assembly;
use super::check::yes_no;
use super::course::{Course, Entry};
use crate::diagnostic::{At, Basis, Diagnostic, Sink, code};
use crate::profile::body::Body;
use crate::profile::matter;
use crate::record::Scope;
use crate::schema::nearest;
use crate::value::{CommunityType, Date};

/// Which limits ask that the party organization studies matters first, of the committee and of the collective.
const PARTY_STUDY: (&str, &str) = ("party-study-first", "member-meeting-party-study");

/// Reports what is wrong with who decided.
pub(super) fn check(decision: &Decision, course: &Course<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let deciding: Vec<&Entry<'_>> = course.entries.iter().filter(|e| e.rule.by_matter).collect();
    for entry in &deciding {
        other_community(entry, scope, sink);
        may_decide(decision, entry, scope, sink);
    }
    if let Some(entry) = course.entry(course.deciding) {
        party_study(decision, course, entry, scope, sink);
    }
    let by_matter = course.process.steps.iter().any(|s| s.by_matter);
    if by_matter && deciding.iter().all(|e| e.competence.is_none()) {
        unknown_matter(&decision.matter, super::course::began(decision).unwrap_or(scope.as_of), scope, sink);
    }
}

/// A meeting of residents in a village, or of villagers in an urban community.
fn other_community(entry: &Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let kind = scope.corpus.community.kind;
    let (own, other) = match kind {
        CommunityType::Village => ("村民", "居民"),
        CommunityType::Urban => ("居民", "村民"),
    };
    let step = &entry.at.step;
    if step.contains(other) && entry.body != Assembly::Other {
        let foreign = Diagnostic::new(&code::BODY_OF_OTHER_COMMUNITY, step.span).arg("step", &step.value);
        sink.push(foreign.arg("type", kind.word()).arg("near", step.replace(other, own)));
    }
}

fn may_decide(decision: &Decision, entry: &Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let (Some(competence), Some(body)) = (&entry.competence, entry.body.body()) else {
        return;
    };
    if competence.bodies.contains(&body) {
        return;
    }
    let kind = scope.corpus.community.kind;
    let names = |bodies: &[Body]| bodies.iter().map(|b| b.name(kind)).collect::<Vec<_>>().join("、");
    let code = match &decision.explanation {
        Some(_) => &code::DECIDED_BY_OTHER_BODY,
        None => &code::BODY_MAY_NOT_DECIDE,
    };
    let wrong = Diagnostic::new(code, entry.at.step.span).also(decision.matter.span);
    let wrong = wrong.arg("matter", &decision.matter.value).arg("body", body.name(kind));
    sink.push(wrong.arg("bodies", names(&competence.bodies)).basis(Some(competence.basis.clone())));
}

/// The ground on which the party organization must study a matter before this meeting.
pub(super) fn study_law(entry: &Entry<'_>, scope: &Scope<'_>) -> Option<Basis> {
    let id = match entry.body.body()? {
        Body::General | Body::Reps => PARTY_STUDY.0,
        Body::Members | Body::MemberReps => PARTY_STUDY.1,
        Body::Group | Body::Council => return None,
    };
    scope.ground(id, entry.date())
}

/// A process without a step for it says nothing about the study; the record may.
fn party_study(decision: &Decision, course: &Course<'_>, entry: &Entry<'_>, scope: &Scope<'_>, sink: &mut Sink) {
    let Some(basis) = study_law(entry, scope).filter(|_| entry.rule.by_matter) else {
        return;
    };
    if let Some(studied) = &decision.party_study {
        if studied.value > entry.date() {
            let late = Diagnostic::new(&code::NO_PARTY_STUDY, studied.span).arg("step", &entry.at.step.value);
            let late = late.arg("date", entry.date()).arg("studied", studied.value).arg("late", "yes");
            sink.push(late.also(entry.at.date.span).basis(Some(basis)));
        }
        return;
    }
    // Where the process has such a step, a missing one is told as a missing step.
    if course.process.steps.iter().all(|s| !s.party_study) {
        let none = Diagnostic::new(&code::NO_PARTY_STUDY, entry.at.step.span).arg("step", &entry.at.step.value);
        sink.push(none.arg("date", entry.date()).arg("studied", "").arg("late", "no").basis(Some(basis)));
    }
}

fn unknown_matter(written: &At<String>, date: Date, scope: &Scope<'_>, sink: &mut Sink) {
    let kind = scope.corpus.community.kind;
    let place = scope.place();
    let known: Vec<&matter::Matter> =
        matter::known(&scope.city.profiles.rules, date, kind, &place).map(|(_, m)| m).collect();
    if known.iter().any(|m| m.names().any(|n| n == written.value)) {
        return;
    }
    let near = nearest(written, known.iter().flat_map(|m| m.names().filter(|n| !n.is_ascii())));
    let names: Vec<&str> = known.iter().map(|m| m.name.value.as_str()).collect();
    let unknown = Diagnostic::new(&code::UNKNOWN_MATTER, written.span).arg("name", &written.value);
    let unknown = unknown.arg("near", near.unwrap_or_default()).arg("hint", yes_no(near.is_some()));
    sink.push(unknown.arg("known", names.join("、")));
}
