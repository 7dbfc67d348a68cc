//! Who may not be reviewer or supervisor because of another office.
//!
//! In: a person, the offices of the community, the rules on a day. Out: findings with their article
//! where a rule keeps two offices apart, warnings where good order does or where names are masked.
//! Never takes masked names for proof.

use crate::diagnostic::{At, Diagnostic, Severity, Sink, Span, code};
use crate::record::Scope;
use crate::record::community::BodyRole;
use crate::value::{Date, Sameness, compare_names};

/// An office that does not go with supervising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Office {
    /// The villagers' or residents' committee.
    Committee,
    /// The clerk.
    Clerk,
    /// The accountant.
    Accountant,
}

impl Office {
    /// Its word in Fluent selectors.
    fn word(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Clerk => "clerk",
            Self::Accountant => "accountant",
        }
    }

    /// The limit that keeps it apart from supervising.
    fn limit(self) -> &'static str {
        match self {
            Self::Committee => "supervisors-exclude-committee",
            Self::Clerk => "supervisors-exclude-clerk",
            Self::Accountant => "supervisors-exclude-accountant",
        }
    }
}

/// Who holds which office on a day, as far as `community.yaml` tells.
fn holders<'a>(scope: &Scope<'a>, date: Date) -> Vec<(Office, &'a str, Span)> {
    let community = &scope.corpus.community;
    let mut found = Vec::new();
    for body in community.bodies_of(BodyRole::Committee).filter(|b| b.sat_on(date)) {
        found.extend(body.members.iter().map(|m| (Office::Committee, m.value.as_str(), m.span)));
        found.extend(body.head.iter().map(|h| (Office::Committee, h.as_str(), body.span)));
    }
    found.extend(community.clerk.iter().map(|c| (Office::Clerk, c.value.as_str(), c.span)));
    found.extend(community.accountant.iter().map(|a| (Office::Accountant, a.value.as_str(), a.span)));
    found
}

/// Reports the other offices of a person; `role` is `reviewer` or `supervisor`. Tells whether a rule
/// keeps one of them apart for certain.
pub(super) fn check(role: &'static str, person: &At<String>, date: Date, scope: &Scope<'_>, sink: &mut Sink) -> bool {
    let mut certain = false;
    let holders = holders(scope, date);
    for office in [Office::Committee, Office::Clerk, Office::Accountant] {
        let here = holders.iter().filter(|(held, ..)| *held == office);
        let nearest = here.map(|(_, name, span)| (compare_names(person, name), *span)).max_by_key(|(same, _)| *same);
        let Some((sameness, span)) = nearest else { continue };
        // A warning that two names may be one person rests on no article.
        let basis = (sameness == Sameness::Same).then(|| scope.ground(office.limit(), date)).flatten();
        let code = match (sameness, office, &basis) {
            (Sameness::Same, Office::Committee, Some(_)) => &code::SUPERVISOR_ON_COMMITTEE,
            (Sameness::Same, _, Some(_)) => &code::SUPERVISOR_KEEPS_RECORDS,
            (Sameness::Same, _, None) => &code::TWO_OFFICES,
            (Sameness::MaskedAlike, ..) => &code::MAYBE_ONE_PERSON,
            (Sameness::Possible | Sameness::Different, ..) => continue,
        };
        let said = Diagnostic::new(code, person.span).arg("name", &person.value).arg("role", role);
        let said = said.arg("office", office.word()).also(span);
        certain |= said.severity() == Severity::Finding;
        sink.push(said.basis(basis));
    }
    certain
}
