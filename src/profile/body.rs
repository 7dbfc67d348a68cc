//! The bodies that the law lets decide.
//!
//! In: their names. Out: `Body`, and what its limits are called. Never counts anybody.

use crate::value::CommunityType;

crate::choice! {
    /// A body that decides matters of the whole community, of a group, or of the collective.
    pub enum Body {
        /// All villagers or residents of 18 and over, or one representative a household.
        General = "村民会议", "居民会议" | "general-meeting";
        /// Their representatives.
        Reps = "村民代表会议", "居民代表会议" | "rep-meeting";
        /// One villagers' group.
        Group = "村民小组会议", "居民小组会议" | "group-meeting";
        /// All members of the collective economic organization.
        Members = "成员大会", "集体经济组织成员大会" | "member-meeting";
        /// Their representatives.
        MemberReps = "成员代表大会", "集体经济组织成员代表大会" | "member-rep-meeting";
        /// The council of the collective economic organization.
        Council = "理事会", "集体经济组织理事会" | "council";
    }
}

impl Body {
    /// Its name in this kind of community.
    pub fn name(self, kind: CommunityType) -> &'static str {
        let names = Self::CHOICES[self as usize].zh;
        let urban = kind == CommunityType::Urban && matches!(self, Self::General | Self::Reps | Self::Group);
        if urban { names[1] } else { names[0] }
    }
}
