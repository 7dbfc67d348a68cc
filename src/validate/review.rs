//! The review of a record: by whom, with which opinion, and whether there had to be one.
//!
//! In: a record, the offices of its community, the rules on the day. Out: findings with their article;
//! warnings where names are masked. Never blocks: that a review was missed is told on the page.

use super::offices;
use crate::diagnostic::{At, Basis, Diagnostic, Sink, code};
use crate::record::common::{Opinion, Review};
use crate::record::community::{BodyRole, Organization};
use crate::record::{Record, Scope};
use crate::value::{Date, Sameness, compare_names, names_in};

/// Limits that set up the supervisory body, the nearest ground first.
const SUPERVISORS: [&str; 2] = ["supervisors-required", "supervisors-exclude-committee"];

/// The limits on which a review before publication rests: of a province, and the supervision by law.
const SUPERVISION: [&str; 2] = [crate::record::common::REVIEW_FIRST, "supervisors-review"];

/// The ground of a review before publication on `date`.
pub(super) fn supervision(date: Date, scope: &Scope<'_>) -> Option<Basis> {
    SUPERVISION.iter().find_map(|id| scope.ground(id, date))
}

pub(super) fn check(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let common = record.common();
    let Some(review) = &common.review else {
        missing(record, scope, sink);
        return;
    };
    let reviewed = review.date.as_ref().or(common.published.as_ref());
    let date = reviewed.map_or(scope.as_of, |d| d.value);
    if review.opinion.value == Opinion::Reject {
        let own = record.reviewed_by(scope).iter().find_map(|id| scope.ground(id, date));
        let basis = own.or_else(|| supervision(date, scope));
        sink.push(Diagnostic::new(&code::PUBLISHED_AGAINST_REVIEW, review.opinion.span).basis(basis));
    }
    let Some(written) = &review.person else {
        return;
    };
    for name in names_in(written) {
        let person = At::new(name.to_owned(), written.span);
        if let Some(maker) = &common.maker {
            made_it(&person, maker, supervision(date, scope), sink);
        }
        if supervises(review) && !offices::check("reviewer", &person, date, scope, sink) {
            member(review, &person, date, scope, sink);
        }
    }
}

fn made_it(person: &At<String>, maker: &At<String>, basis: Option<Basis>, sink: &mut Sink) {
    let nearest = names_in(maker).map(|name| compare_names(person, name)).max();
    let said = match nearest.unwrap_or(Sameness::Different) {
        Sameness::Same => Diagnostic::new(&code::REVIEWER_IS_MAKER, person.span).basis(basis),
        Sameness::MaskedAlike => {
            Diagnostic::new(&code::MAYBE_ONE_PERSON, person.span).arg("role", "reviewer").arg("office", "maker")
        }
        Sameness::Possible | Sameness::Different => return,
    };
    sink.push(said.arg("name", &person.value).also(maker.span));
}

/// Whether the review is that of a supervisory body, or of the committee in its stead: reviews by
/// the party, the street or an auditor have rules of their own.
fn supervises(review: &Review) -> bool {
    review.body.as_deref().is_none_or(|name| BodyRole::of(name).is_some())
}

/// The reviewer sits on the supervisory body, where all its members are listed.
fn member(review: &Review, person: &At<String>, date: Date, scope: &Scope<'_>, sink: &mut Sink) {
    let all: Vec<&At<Organization>> = scope.corpus.community.bodies_of(BodyRole::Supervisors).collect();
    let named: Vec<&At<Organization>> =
        all.iter().copied().filter(|body| review.body.as_ref() == Some(&body.name)).collect();
    let bodies = if named.is_empty() { all } else { named };
    let complete = |body: &Organization| body.size.is_none_or(|size| body.members.len() >= size as usize);
    let known = |body: &&At<Organization>| body.sat_on(date) && !body.members.is_empty() && complete(body);
    if bodies.is_empty() || !bodies.iter().all(known) {
        return;
    }
    let mut members = bodies.iter().flat_map(|body| &body.members);
    if !members.any(|m| compare_names(person, m) != Sameness::Different) {
        let basis = SUPERVISORS.iter().find_map(|id| scope.ground(id, date));
        let stranger = Diagnostic::new(&code::REVIEWER_NOT_SUPERVISOR, person.span).arg("name", &person.value);
        sink.push(stranger.arg("body", &bodies[0].name).also(bodies[0].span).basis(basis));
    }
}

/// No review although a rule that holds here asks for one.
fn missing(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let Some(published) = record.common().published.as_ref().filter(|d| d.value <= scope.as_of) else {
        return;
    };
    let ground = record.reviewed_by(scope).iter().find_map(|id| scope.ground(id, published.value));
    if let Some(basis) = ground {
        let none = Diagnostic::new(&code::REVIEW_MISSING, published.span).arg("published", published.value);
        sink.push(none.basis(Some(basis)));
    }
}
