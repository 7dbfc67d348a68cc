//! `community.yaml`: what a village or urban community is.
//!
//! In: the file. Out: `Community`. Never holds what changes with the day.

use crate::diagnostic::At;
use crate::profile::{catalogue::Catalogue, process::Process};
use crate::value::{CommunityType, Date, Money, ProfileRef};

crate::choice! {
    /// How often finances are published.
    pub enum FinanceRhythm {
        /// Every month.
        Monthly = "每月" | "monthly";
        /// Every quarter.
        Quarterly = "每季度" | "quarterly";
    }
}

crate::fields! {
    /// A village or urban community.
    pub struct Community {
        /// Name.
        name "名称": At<String>,
        /// Village or urban.
        kind "类型": CommunityType,
        /// Twelve digits of the statistical division code, as text.
        code "区划代码": Option<At<String>>,
        /// Regions above it, joined by `/`.
        parent "上级": At<String>,
        /// One or two sentences about it.
        intro "简介": Option<String>,
        /// Figures.
        figures "概况": Option<Figures>,
        /// Which catalogue says what is due.
        catalogue "目录": Option<ProfileRef<Catalogue>>,
        /// Process of decisions that name none.
        process "默认流程": Option<ProfileRef<Process>>,
        /// How often finances are due.
        finance_rhythm "财务公开频率": Option<FinanceRhythm>,
        /// Committees.
        bodies "机构": Vec<At<Organization>>,
        /// The clerk, who keeps the records.
        clerk "文书": Option<At<String>>,
        /// The accountant, who keeps the accounts.
        accountant "报账员": Option<At<String>>,
        /// How to reach it.
        contact "联系": Option<Contact>,
        /// Telephone for complaints.
        hotline "监督电话": Option<String>,
        /// Where the paper boards hang.
        boards "公开栏": Vec<String>,
        /// Since when its duties count.
        since "生效": Option<At<Date>>,
        /// Whether its records are invented examples.
        sample "示例": bool,
    }
}

crate::fields! {
    /// Figures of a community.
    pub struct Figures {
        /// Registered population.
        registered "户籍人口": Option<At<u32>>,
        /// Permanent residents.
        residents "常住人口": Option<At<u32>>,
        /// Households.
        households "户数": Option<At<u32>>,
        /// Villagers' groups.
        groups "村民小组": Option<At<u32>>,
        /// Residents' groups.
        resident_groups "居民小组": Option<At<u32>>,
        /// Grids.
        grids "网格": Option<At<u32>>,
        /// Party members.
        party_members "党员": Option<At<u32>>,
        /// Representatives of villagers or residents.
        representatives "村民代表": Option<At<u32>>,
        /// Representatives of residents.
        resident_representatives "居民代表": Option<At<u32>>,
        /// Women among the representatives.
        women_representatives "妇女代表": Option<At<u32>>,
        /// Villagers of 18 and over.
        adults "18岁以上村民": Option<At<u32>>,
        /// Residents of 18 and over.
        adult_residents "18岁以上居民": Option<At<u32>>,
        /// Collective income of the year, 元.
        collective_income "年集体收入": Option<Money>,
        /// Net income a head, 元 a year.
        income_per_head "人均纯收入": Option<Money>,
    }
}

crate::fields! {
    /// A committee of the community.
    pub struct Organization {
        /// Name.
        name "名称": String,
        /// How many members.
        size "人数": Option<u32>,
        /// Its head.
        head "主任": Option<String>,
        /// Whether the party secretary is also the director.
        secretary_is_director "书记兼主任": bool,
        /// Its members.
        members "成员": Vec<At<String>>,
        /// Since when these members sit.
        since "自": Option<At<Date>>,
    }
}

/// What a committee is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyRole {
    /// The villagers' or residents' committee.
    Committee,
    /// The supervisory committee, or the group that audits the accounts.
    Supervisors,
}

impl BodyRole {
    /// The role that a name tells; `None` for party bodies and all others.
    pub fn of(name: &str) -> Option<Self> {
        let has = |parts: &[&str]| parts.iter().any(|p| name.contains(p));
        match () {
            () if has(&["监督", "监委会", "理财"]) => Some(Self::Supervisors),
            () if has(&["民委员会", "村委会", "居委会"]) => Some(Self::Committee),
            () => None,
        }
    }
}

impl Organization {
    /// Whether its members sat on `date`, as far as is known.
    pub fn sat_on(&self, date: Date) -> bool {
        self.since.as_ref().is_none_or(|since| since.value <= date)
    }
}

impl Community {
    /// Its committees of one role.
    pub fn bodies_of(&self, role: BodyRole) -> impl Iterator<Item = &At<Organization>> {
        self.bodies.iter().filter(move |body| BodyRole::of(&body.name) == Some(role))
    }
}

crate::fields! {
    /// How to reach the community.
    pub struct Contact {
        /// Office telephone.
        phone "办公电话": Option<String>,
        /// Address of the office.
        address "地址": Option<String>,
        /// Opening hours.
        hours "办公时间": Option<String>,
    }
}
