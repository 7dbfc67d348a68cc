//! 公开目录: what is due, how often, by when.
//!
//! In: `catalogues/*.yaml`. Out: `Catalogue`. Never knows what was published.

use super::common::{Effective, ProfileHead};
use crate::record::{Wu, community::CommunityType};
use crate::value::Target;

crate::choice! {
    /// How often an item is due.
    pub enum Frequency {
        /// Every month.
        Monthly = "每月" | "monthly";
        /// Every quarter.
        Quarterly = "每季度" | "quarterly";
        /// Every half-year.
        HalfYearly = "每半年" | "half-yearly";
        /// Every year.
        Yearly = "每年" | "yearly";
        /// When something happens.
        Event = "随时" | "event";
        /// Always, renewed on change.
        Standing = "长期" | "standing";
    }
}

crate::choice! {
    /// Whether an item lists persons.
    pub enum Persons {
        /// No persons.
        None = "无" | "none";
        /// Names.
        List = "名单" | "list";
        /// Names of people who need protection.
        Sensitive = "敏感名单" | "sensitive";
    }
}

crate::choice! {
    /// How names are shown.
    pub enum NameRule {
        /// In full.
        Full = "全部" | "full";
        /// With one part hidden.
        Partial = "部分" | "partial";
        /// Not at all.
        Omit = "不公开" | "omit";
    }
}

crate::record! {
    /// A catalogue of what is to be disclosed.
    pub struct Catalogue + head: ProfileHead {
        /// For which communities.
        applies "适用": Vec<CommunityType>,
        /// Its items.
        items "条目": Vec<CatalogueItem>,
    }
}

crate::record! {
    /// One item.
    pub struct CatalogueItem {
        /// Code such as A1.
        code "代码": String,
        /// Which affairs.
        wu "五务": Wu,
        /// Its name.
        name "名称": String,
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
        /// How often.
        frequency "频率": Frequency,
        /// Day after the end of the period by which it is due, counted from 1.
        due_day "限期": Option<u32>,
        /// Days after the event by which it is due.
        due_days "限期天数": Option<u32>,
        /// Whether it lists persons.
        pii "名单": Option<Persons>,
        /// How names are shown.
        names "姓名": Option<NameRule>,
        /// Its legal ground.
        basis "依据": String,
        /// From when to when it is due.
        effective "生效": Option<Effective>,
    }
}

impl Catalogue {
    /// The item of a code.
    pub fn item(&self, code: &str) -> Option<&CatalogueItem> {
        self.items.iter().find(|i| i.code == code)
    }
}

impl Target for Catalogue {
    const FOLDER: &'static str = "catalogues";
}
