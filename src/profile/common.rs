//! What every profile has: name, validity, source.
//!
//! In: the shared keys. Out: `ProfileHead`. Never knows which kind of profile it belongs to.

use crate::diagnostic::At;
use crate::value::Date;

crate::choice! {
    /// How sure a source is.
    pub enum Certainty {
        /// Read in the text of the law or on an official page.
        High = "高" | "high";
        /// Read in a secondary text, or a single local one.
        Medium = "中" | "medium";
        /// Weak, or from memory.
        Low = "低" | "low";
    }
}

crate::record! {
    /// Fields that every profile has.
    pub struct ProfileHead {
        /// Name in addresses and code.
        id "标识": At<String>,
        /// Name as people say it.
        name "名称": At<String>,
        /// Remarks.
        note "说明": Option<String>,
        /// From when to when it holds.
        effective "生效": Option<Effective>,
        /// What it rests on.
        source "来源": Vec<ProfileSource>,
    }
}

crate::record! {
    /// From when to when something holds; both ends included.
    pub struct Effective {
        /// First day.
        from "自": Option<Date>,
        /// Last day.
        to "至": Option<Date>,
    }
}

impl Effective {
    /// Whether it holds on `date`.
    pub fn covers(&self, date: Date) -> bool {
        self.from.is_none_or(|d| d <= date) && self.to.is_none_or(|d| date <= d)
    }
}

crate::record! {
    /// A law or document that a profile rests on.
    pub struct ProfileSource {
        /// Its name.
        name "名称": String,
        /// Its version.
        version "版本": Option<String>,
        /// The article.
        article "条款": Option<String>,
        /// How sure it is.
        certainty "可信度": Option<Certainty>,
    }
}
