//! Who sits in the meeting of representatives.
//!
//! In: the figures and committees of a community, the law of the day. Out: findings where women or
//! representatives are fewer than the law asks for. Never guesses a figure that is not written.

use crate::diagnostic::{At, Basis, Code, Diagnostic, Sink, code};
use crate::profile::threshold::Threshold;
use crate::record::Scope;

pub(super) fn check(scope: &Scope<'_>, sink: &mut Sink) {
    let community = &scope.corpus.community;
    let Some(figures) = &community.figures else {
        return;
    };
    let Some(reps) = figures.representatives.as_ref().or(figures.resident_representatives.as_ref()) else {
        return;
    };
    // Women are asked for among the whole meeting; compared with the representatives alone nobody is wronged.
    if let Some(women) = &figures.women_representatives
        && let Some((ratio, basis)) = short("rep-meeting-women-share", women.value, reps.value, scope)
    {
        let few = finding(&code::WOMEN_SHARE, women, &ratio, basis);
        sink.push(few.arg("women", women.value).arg("reps", reps.value).also(reps.span));
    }
    let committee = community.bodies.iter().find(|b| b.name.contains("民委员会")).and_then(|b| b.size);
    if let Some(committee) = committee
        && let Some((ratio, basis)) =
            short("rep-meeting-reps-share", reps.value, reps.value.saturating_add(committee), scope)
    {
        let few = finding(&code::REPS_SHARE, reps, &ratio, basis);
        sink.push(few.arg("reps", reps.value).arg("committee", committee));
    }
}

fn finding(code: &'static Code, at: &At<u32>, ratio: &str, basis: Basis) -> Diagnostic {
    Diagnostic::new(code, at.span).arg("ratio", ratio).basis(Some(basis))
}

/// The share and its ground, where `part` of `whole` does not reach it.
fn short(id: &str, part: u32, whole: u32, scope: &Scope<'_>) -> Option<(String, Basis)> {
    scope.limits(id, scope.as_of).into_iter().find_map(|(set, limit)| {
        let share = Threshold::of(limit)?;
        let missed = !share.ratio.reached(part, whole, share.strict);
        missed.then(|| (share.ratio.to_string(), set.basis(limit)))
    })
}
