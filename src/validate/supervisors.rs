//! The supervisory committee of a community: whether there is one, how large it is, who sits on it.
//!
//! In: the committees of `community.yaml`, the rules on the day. Out: findings with their article.
//! Never says anything where no committee is listed at all: then nothing is known.

use super::offices;
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::record::Scope;
use crate::record::community::{BodyRole, Organization};
use crate::value::CommunityType;

/// Which limit demands a supervisory committee.
const REQUIRED: &str = "supervisors-required";

pub(super) fn check(scope: &Scope<'_>, sink: &mut Sink) {
    let community = &scope.corpus.community;
    let Some(first) = community.bodies.first() else {
        return;
    };
    let bodies: Vec<&At<Organization>> = community.bodies_of(BodyRole::Supervisors).collect();
    // The law of villages allows other forms of supervision, that of urban communities does not.
    let enough = |body: &&At<Organization>| community.kind == CommunityType::Village || is_committee(body);
    if !bodies.iter().any(enough)
        && let Some(basis) = scope.ground(REQUIRED, scope.as_of)
    {
        let none = Diagnostic::new(&code::NO_SUPERVISORS, first.span).arg("type", community.kind.word());
        sink.push(none.basis(Some(basis)));
    }
    for body in bodies {
        if is_committee(body) {
            size(body, scope, sink);
        }
        for member in &body.members {
            offices::check("supervisor", member, scope.as_of, scope, sink);
        }
    }
}

/// Whether it is a supervisory committee: a group that audits the accounts has no rules of its own.
fn is_committee(body: &Organization) -> bool {
    ["监督委员会", "监委会"].iter().any(|name| body.name.contains(name))
}

/// Whether a size keeps to the numbers of a rule.
type Keeps = fn(u32, &[u32]) -> bool;

/// How many members there are, against every rule that sets a number.
fn size(body: &At<Organization>, scope: &Scope<'_>, sink: &mut Sink) {
    let listed = u32::try_from(body.members.len()).ok().filter(|n| *n > 0);
    let Some(size) = body.size.or(listed) else {
        return;
    };
    let rules: [(&str, Keeps); 3] = [
        ("supervisors-min", |size, wanted| wanted.iter().all(|min| size >= *min)),
        ("supervisors-max", |size, wanted| wanted.iter().all(|max| size <= *max)),
        ("supervisors-sizes", |size, wanted| wanted.contains(&size)),
    ];
    for (id, keeps) in rules {
        for (set, limit) in scope.limits(id, scope.as_of) {
            let wanted: Vec<u32> = limit.value.split('、').filter_map(|n| n.trim().parse().ok()).collect();
            if !wanted.is_empty() && !keeps(size, &wanted) {
                let wrong = Diagnostic::new(&code::SUPERVISORS_SIZE, body.span).arg("body", &body.name);
                let wrong = wrong.arg("size", size).arg("rule", id).arg("wanted", &limit.value);
                sink.push(wrong.basis(Some(set.basis(limit))));
                return;
            }
        }
    }
}
