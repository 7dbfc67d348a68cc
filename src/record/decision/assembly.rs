//! Which body meets in a step, and how many members it has.
//!
//! In: the words of record and process, what the matter asks, the figures of the community on that day.
//! Out: the body, its roll and the names of its limits. Never judges whether it may decide: `competence` does.

use crate::profile::body::Body;
use crate::profile::process::{ProcessStep, StepKind};
use crate::record::community::{Community, Figures};
use crate::value::Date;

/// A body that the law or a process gives rules for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Assembly {
    /// All party members.
    Party,
    /// The meeting of representatives.
    Reps,
    /// All villagers or residents of 18 and over.
    General,
    /// The same, by one representative a household.
    Households,
    /// The members of the collective economic organization.
    Members,
    /// Their representatives.
    MemberReps,
    /// The council of the collective.
    Council,
    /// One villagers' group.
    Group,
    /// A committee, or whoever came.
    Other,
}

/// What words say of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    One(Assembly),
    /// Representatives or everybody: the number due tells.
    RepsOrAll,
}

fn named(words: &str) -> Option<Named> {
    let has = |w: &str| words.contains(w);
    let all = has("民会议") || has("民大会") || has("（代表）") || has("(代表)");
    let one = |assembly| Some(Named::One(assembly));
    match () {
        () if has("成员代表大会") || has("成员代表会议") => one(Assembly::MemberReps),
        () if has("成员大会") => one(Assembly::Members),
        () if has("理事会") => one(Assembly::Council),
        () if has("小组会议") => one(Assembly::Group),
        () if has("联户代表") => one(Assembly::Other),
        () if has("民代表") && all => Some(Named::RepsOrAll),
        () if has("民代表") => one(Assembly::Reps),
        () if has("（代表）") || has("(代表)") => Some(Named::RepsOrAll),
        () if all => one(Assembly::General),
        () if has("党员大会") || has("党员会") || has("全体党员") => one(Assembly::Party),
        () => None,
    }
}

/// The body that a matter asks for, where it asks for one.
fn asked(matter: &[Body]) -> Option<Named> {
    let one = |assembly| Some(Named::One(assembly));
    match matter.first()? {
        Body::General if matter.contains(&Body::Reps) => Some(Named::RepsOrAll),
        Body::General => one(Assembly::General),
        Body::Reps => one(Assembly::Reps),
        Body::Members => one(Assembly::Members),
        Body::MemberReps => one(Assembly::MemberReps),
        Body::Council => one(Assembly::Council),
        Body::Group => one(Assembly::Group),
    }
}

/// The figures of a community on the day of a meeting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Roll<'a> {
    figures: Option<&'a Figures>,
    committee: Option<u32>,
}

impl<'a> Roll<'a> {
    /// The figures that held on `date`.
    pub(super) fn on(date: Date, community: &'a Community) -> Self {
        let committee = community.bodies.iter().find(|b| b.name.contains("民委员会")).and_then(|b| b.size);
        Self { figures: community.figures_on(date), committee }
    }

    /// How many members a body has.
    pub(super) fn of(self, body: Assembly) -> Option<u32> {
        let figures = self.figures?;
        let figure = match body {
            Assembly::Party => figures.party_members.as_ref(),
            Assembly::Reps => figures.representatives.as_ref().or(figures.resident_representatives.as_ref()),
            Assembly::General => figures.adults.as_ref().or(figures.adult_residents.as_ref()),
            Assembly::Households => figures.households.as_ref(),
            Assembly::Members | Assembly::MemberReps | Assembly::Council | Assembly::Group | Assembly::Other => None,
        };
        figure.map(|f| f.value)
    }

    /// The most that can be due: members of the committee sit in the meeting of representatives too.
    pub(super) fn at_most(self, body: Assembly) -> Option<u32> {
        let roll = self.of(body)?;
        Some(if body == Assembly::Reps { self.reps_at_most() } else { roll })
    }

    /// How many of the representatives are women.
    pub(super) fn women(self) -> Option<u32> {
        self.figures?.women_representatives.as_ref().map(|n| n.value)
    }

    fn reps_at_most(self) -> u32 {
        let reps = self.of(Assembly::Reps).unwrap_or_default();
        // Representatives are at least four fifths of the meeting.
        reps.saturating_add(self.committee.unwrap_or(reps / 4))
    }
}

impl Assembly {
    /// Whether words name a body that decides matters of the whole community.
    pub(super) fn decides(words: &str) -> bool {
        !matches!(named(words), None | Some(Named::One(Self::Party | Self::Other)))
    }

    /// The body that met: as the step's name says it, else as the matter asks, else as the process has it.
    pub(super) fn of(written: &str, step: &ProcessStep, due: Option<u32>, matter: &[Body], roll: Roll<'_>) -> Self {
        if !step.by_matter && step.kind != Some(StepKind::Meeting) {
            return Self::Other;
        }
        let body = step.body.as_deref().unwrap_or_default();
        let name = if step.by_matter { "" } else { step.name.as_str() };
        let asked = if step.by_matter { asked(matter) } else { None };
        let Some(found) = named(written).or(asked).or_else(|| named(name)).or_else(|| named(body)) else {
            return Self::Other;
        };
        let assembly = match found {
            Named::One(assembly) => assembly,
            Named::RepsOrAll => match (due, roll.of(Self::Reps)) {
                (Some(due), Some(_)) if due > roll.reps_at_most() => Self::General,
                _ => Self::Reps,
            },
        };
        match (assembly, due, roll.of(Self::Households)) {
            (Self::General, Some(due), Some(households)) if due <= households => Self::Households,
            _ => assembly,
        }
    }

    /// The body in the words of the law.
    pub(super) fn body(self) -> Option<Body> {
        match self {
            Self::Reps => Some(Body::Reps),
            Self::General | Self::Households => Some(Body::General),
            Self::Members => Some(Body::Members),
            Self::MemberReps => Some(Body::MemberReps),
            Self::Council => Some(Body::Council),
            Self::Group => Some(Body::Group),
            Self::Party | Self::Other => None,
        }
    }

    /// What its limits are called in the rule profiles, before `-attend`, `-pass`, `-notice-days`.
    pub(super) fn limits(self) -> Option<&'static str> {
        self.body().map(Body::word)
    }

    /// Its word in Fluent ids.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Reps => "reps",
            Self::General => "general",
            Self::Households => "households",
            Self::Members => "members",
            Self::MemberReps => "member-reps",
            Self::Council => "council",
            Self::Group => "group",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_the_body() {
        for (words, want) in [
            ("村民代表会议决议", Some(Named::One(Assembly::Reps))),
            ("居民代表会议决议", Some(Named::One(Assembly::Reps))),
            ("村民会议决议", Some(Named::One(Assembly::General))),
            ("村民会议或村民代表会议决议", Some(Named::RepsOrAll)),
            ("村民（代表）会议决议", Some(Named::RepsOrAll)),
            ("村（居）民代表会议或者村（居）民会议", Some(Named::RepsOrAll)),
            ("成员大会决议", Some(Named::One(Assembly::Members))),
            ("成员代表大会决议", Some(Named::One(Assembly::MemberReps))),
            ("党员大会审议", Some(Named::One(Assembly::Party))),
            ("两委商议", None),
            ("民决", None),
        ] {
            assert_eq!(named(words), want, "{words}");
        }
    }
}
