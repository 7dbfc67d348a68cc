//! Which body meets in a step, and how many members it has.
//!
//! In: the words of record and process, the figures of the community. Out: the body, its roll and
//! the names of its limits in the rule profiles. Never decides which body a matter needs.

use crate::profile::process::{ProcessStep, StepKind};
use crate::record::community::Community;

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

impl Assembly {
    /// Whether words name a body that decides matters of the whole community.
    pub(super) fn decides(words: &str) -> bool {
        !matches!(named(words), None | Some(Named::One(Self::Party | Self::Other)))
    }

    /// The body that met, from the step's name as written and from the process.
    pub(super) fn of(written: &str, step: &ProcessStep, due: Option<u32>, community: &Community) -> Self {
        if !step.by_matter && step.kind != Some(StepKind::Meeting) {
            return Self::Other;
        }
        let body = step.body.as_deref().unwrap_or_default();
        let name = if step.by_matter { "" } else { step.name.as_str() };
        let found = named(written).or_else(|| named(name)).or_else(|| named(body));
        let reps = Self::Reps.roll(community);
        let assembly = match found {
            None => return Self::Other,
            Some(Named::One(assembly)) => assembly,
            Some(Named::RepsOrAll) => match (due, reps) {
                (Some(due), Some(_)) if due > Self::reps_at_most(community) => Self::General,
                _ => Self::Reps,
            },
        };
        match (assembly, due, Self::Households.roll(community)) {
            (Self::General, Some(due), Some(households)) if due <= households => Self::Households,
            _ => assembly,
        }
    }

    /// How many members it has by the community's figures.
    pub(super) fn roll(self, community: &Community) -> Option<u32> {
        let figures = community.figures.as_ref()?;
        let figure = match self {
            Self::Party => figures.party_members.as_ref(),
            Self::Reps => figures.representatives.as_ref().or(figures.resident_representatives.as_ref()),
            Self::General => figures.adults.as_ref().or(figures.adult_residents.as_ref()),
            Self::Households => figures.households.as_ref(),
            Self::Members | Self::MemberReps | Self::Group | Self::Other => None,
        };
        figure.map(|f| f.value)
    }

    /// The most that can be due: members of the committee sit in the meeting of representatives too.
    pub(super) fn at_most(self, community: &Community) -> Option<u32> {
        let roll = self.roll(community)?;
        Some(if self == Self::Reps { Self::reps_at_most(community) } else { roll })
    }

    fn reps_at_most(community: &Community) -> u32 {
        let reps = Self::Reps.roll(community).unwrap_or_default();
        let committee = community.bodies.iter().find(|b| b.name.contains("民委员会")).and_then(|b| b.size);
        // Representatives are at least four fifths of the meeting.
        reps.saturating_add(committee.unwrap_or(reps / 4))
    }

    /// What its limits are called in the rule profiles, before `-attend`, `-pass`, `-notice-days`.
    pub(super) fn limits(self) -> Option<&'static str> {
        match self {
            Self::Reps => Some("rep-meeting"),
            Self::General | Self::Households => Some("general-meeting"),
            Self::Members => Some("member-meeting"),
            Self::MemberReps => Some("member-rep-meeting"),
            Self::Group => Some("group-meeting"),
            Self::Party | Self::Other => None,
        }
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
