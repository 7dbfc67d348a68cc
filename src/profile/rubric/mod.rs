//! 评分标准: dimensions, sources, levels, caps and vetoes of a star rating.
//!
//! In: `rubrics/*.yaml`. Out: `Rubric`. Never holds the scores of anybody.

mod dimension;
mod level;
mod rounding;
mod sound;

use super::Places;
use super::common::ProfileHead;
use crate::diagnostic::{At, Sink};
use crate::value::{Number, Period, Target};
pub use dimension::{Dimension, Fault, Item, ItemKind, Sense};
pub use level::{Cap, Floor, Level, Quota, QuotaBase, Veto, VetoEffect};
pub use rounding::Rounding;

crate::choice! {
    /// How stars are earned.
    pub enum Earning {
        /// By the total, which the levels divide.
        Total = "总分" | "total";
        /// One by one: every dimension that reaches the line is a star.
        Each = "逐项" | "each";
    }
}

crate::choice! {
    /// How long a stretch of the calendar is.
    pub enum Rhythm {
        /// A year.
        Year = "年度", "每年" | "yearly";
        /// Half a year.
        Half = "半年", "每半年" | "half-yearly";
        /// A quarter.
        Quarter = "季度", "每季" | "quarterly";
        /// A month.
        Month = "月度", "每月" | "monthly";
    }
}

impl Rhythm {
    /// Whether a period is of this length.
    pub fn fits(self, period: Period) -> bool {
        matches!(
            (self, period),
            (Self::Year, Period::Year(_))
                | (Self::Half, Period::Half(..))
                | (Self::Quarter, Period::Quarter(..))
                | (Self::Month, Period::Month(..))
        )
    }
}

crate::fields! {
    /// A rubric.
    pub struct Rubric + head: ProfileHead {
        /// What is judged, where it is not the community itself: 楼栋, 党支部.
        subject "对象": Option<String>,
        /// How long a cycle is.
        cycle "评定周期": Option<Rhythm>,
        /// How often progress is gone through in between.
        dispatch "调度": Option<Rhythm>,
        /// How often results are made known in between.
        bulletin "通报": Option<Rhythm>,
        /// By which dimensions.
        dimensions "维度": Vec<Dimension>,
        /// Who judges.
        sources "来源权重": Vec<ScoreSource>,
        /// How stars are earned; by the total where missing.
        earning "得星": Option<At<Earning>>,
        /// Least percent of a dimension that earns its star, where stars are earned one by one.
        star_line "得星线": Option<At<Number>>,
        /// Which total gives how many stars.
        levels "等级": Vec<Level>,
        /// What it is called to be below the lowest level, where that does not begin at zero.
        unrated "无星": Option<String>,
        /// Low scores that limit the stars.
        caps "上限": Vec<Cap>,
        /// Least score of every dimension for so many stars.
        floors "单项下限": Vec<Floor>,
        /// Most bonus points.
        bonus_cap "加分上限": Option<At<Number>>,
        /// For what bonus points are given; for anything where empty.
        bonus_items "加分项目": Vec<BonusItem>,
        /// What vetoes the title.
        vetoes "一票否决": Vec<Veto>,
        /// Most share of communities with so many stars; only a bureau can apply it.
        quotas "配额": Vec<Quota>,
        /// Decimal places of the total; 2 where missing.
        decimals "小数": Option<u32>,
        /// How the total is rounded; half up where missing.
        rounding "舍入": Option<Rounding>,
        /// Months for which a title is valid.
        validity_months "有效月数": Option<u32>,
        /// Least days for objections, beside those of the law.
        notice_days "公示天数": Option<u32>,
        /// Days within which an objection is answered.
        answer_days "答复天数": Option<u32>,
    }
}

crate::fields! {
    /// Who judges.
    pub struct ScoreSource {
        /// Name.
        name "名称": String,
        /// Weight, percent.
        weight "权重": At<Number>,
        /// Least share of households asked.
        min_sample "最低样本": Option<Number>,
        /// Least number of sheets returned.
        min_sheets "最低份数": Option<u32>,
    }
}

crate::fields! {
    /// What bonus points are given for.
    pub struct BonusItem {
        /// Its name.
        name "名称": String,
        /// Most points at once.
        points "分": At<Number>,
    }
}

impl Target for Rubric {
    const FOLDER: &'static str = "rubrics";
}

/// The most decimal places of a total.
const MOST_DECIMALS: u32 = 4;

impl Rubric {
    /// The dimension that a record means by `name`.
    pub fn dimension(&self, name: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|d| d.id == name || d.name == name)
    }

    /// Whether stars are earned one by one.
    pub fn earns_each(&self) -> bool {
        self.earning.as_ref().is_some_and(|e| e.value == Earning::Each)
    }

    /// The most stars that can be had.
    pub fn max_stars(&self) -> u32 {
        if self.earns_each() {
            return u32::try_from(self.dimensions.len()).unwrap_or(u32::MAX);
        }
        self.levels.iter().map(|l| l.star).max().unwrap_or_default()
    }

    /// What so many stars are called here, where there is a name for them.
    pub fn level_name(&self, stars: u32) -> Option<&str> {
        let level = self.levels.iter().find(|l| l.star == stars);
        if stars == 0 { self.unrated.as_deref() } else { level.and_then(|l| l.name.as_deref()) }
    }

    /// Decimal places of the total.
    pub fn places(&self) -> u32 {
        self.decimals.unwrap_or(2).min(MOST_DECIMALS)
    }

    /// How numbers are rounded.
    pub fn rounding(&self) -> Rounding {
        self.rounding.unwrap_or(Rounding::HalfUp)
    }

    /// The source that asks residents: the first that wants a sample.
    pub fn surveyed(&self) -> Option<&ScoreSource> {
        self.sources.iter().find(|s| s.wants_sample())
    }

    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        sound::check(self, places, sink);
    }
}

impl ScoreSource {
    /// Whether the number of those asked must be told.
    pub fn wants_sample(&self) -> bool {
        self.min_sample.is_some() || self.min_sheets.is_some()
    }
}
