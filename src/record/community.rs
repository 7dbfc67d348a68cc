//! `community.yaml`: what a village or urban community is.
//!
//! In: the file. Out: `Community`. Never holds what changes with the day.

use rust_decimal::Decimal;

use super::common::Waiver;
use crate::diagnostic::{At, Span};
use crate::profile::catalogue::{Catalogue, Frequency};
use crate::profile::process::Process;
use crate::schema::Fields;
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

impl FinanceRhythm {
    /// The same in the words of the catalogue.
    pub fn frequency(self) -> Frequency {
        match self {
            Self::Monthly => Frequency::Monthly,
            Self::Quarterly => Frequency::Quarterly,
        }
    }
}

crate::fields! {
    /// A village or urban community.
    pub struct Community {
        /// Name.
        name "名称": At<String>,
        /// Other names that people know it by.
        aliases "别名": Vec<At<String>>,
        /// Names of its groups, natural villages or residential quarters, by which people look for it.
        parts "下辖": Vec<At<String>>,
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
        /// Figures of earlier years, by which the meetings of that time are judged.
        past_figures "以往概况": Vec<PastFigures>,
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
        /// Records that were published and taken back.
        withdrawals "撤回": Vec<Withdrawal>,
        /// Private numbers in this file that are published on purpose, each with the reason.
        privacy_waivers "隐私豁免": Vec<Waiver>,
        /// Whether its records are invented examples.
        sample "示例": bool,
    }
}

crate::fields! {
    /// A record that was published and taken back: its text goes, that it was there stays known.
    pub struct Withdrawal {
        /// Folder and name of the record, as in its address: decisions/lu-deng.
        record "记录": At<String>,
        /// When.
        date "日期": At<Date>,
        /// Why; without saying again what must not be seen.
        reason "理由": At<String>,
        /// Who decided it.
        by "决定机构": Option<String>,
    }
}

impl Withdrawal {
    /// The address of the record's page, from the root of the site.
    pub fn address(&self) -> String {
        let plain = self.record.trim().trim_end_matches(".html").trim_end_matches(".md").trim_end_matches(".yaml");
        match plain.split_once('/') {
            Some((folder, stem)) => format!("{folder}/{}.html", crate::route::slug(stem)),
            None => plain.to_owned(),
        }
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
        /// Residents of 65 and over.
        seniors "65岁以上": Option<At<u32>>,
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

impl Figures {
    /// A figure by its Chinese or English key, with its place where it has one of its own.
    pub fn number(&self, key: &str) -> Option<(Decimal, Option<Span>)> {
        let field = <Self as Fields>::shape().fields.into_iter().find(|f| f.zh == key || f.en == key)?;
        let count = |n: &Option<At<u32>>| n.as_ref().map(|n| (Decimal::from(n.value), Some(n.span)));
        match field.en {
            "registered" => count(&self.registered),
            "residents" => count(&self.residents),
            "households" => count(&self.households),
            "groups" => count(&self.groups),
            "resident_groups" => count(&self.resident_groups),
            "grids" => count(&self.grids),
            "party_members" => count(&self.party_members),
            "representatives" => count(&self.representatives),
            "resident_representatives" => count(&self.resident_representatives),
            "women_representatives" => count(&self.women_representatives),
            "seniors" => count(&self.seniors),
            "adults" => count(&self.adults),
            "adult_residents" => count(&self.adult_residents),
            "collective_income" => self.collective_income.map(|m| (m.decimal(), None)),
            "income_per_head" => self.income_per_head.map(|m| (m.decimal(), None)),
            _ => None,
        }
    }

    /// Every key that a figure can have, Chinese and English.
    pub fn keys() -> Vec<&'static str> {
        <Self as Fields>::shape().fields.iter().flat_map(|f| [f.zh, f.en]).collect()
    }
}

crate::fields! {
    /// Figures that held up to a day.
    pub struct PastFigures + figures: Figures {
        /// Last day on which they held.
        until "至": Date,
    }
}

impl Community {
    /// The figures that held on `date`; those of today where nobody wrote down older ones.
    pub fn figures_on(&self, date: Date) -> Option<&Figures> {
        let held = self.past_figures.iter().filter(|past| date <= past.until).min_by_key(|past| past.until);
        held.map(|past| &past.figures).or(self.figures.as_ref())
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
