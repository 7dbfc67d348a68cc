//! Dimensions and the items that make their points.
//!
//! In: parts of a rubric. Out: `Dimension`, `Item`. Never holds what anybody scored.

use super::super::indicator::IndicatorProfile;
use crate::diagnostic::At;
use crate::value::{Number, ProfileRef};

crate::fields! {
    /// One dimension.
    pub struct Dimension {
        /// Name in references.
        id "标识": String,
        /// Name as people say it.
        name "名称": String,
        /// Most points.
        max "满分": Number,
        /// Weight, percent.
        weight "权重": At<Number>,
        /// The index that it counts for.
        index "指数": Option<String>,
        /// What makes its points; given as a whole where empty.
        items "项目": Vec<Item>,
    }
}

crate::choice! {
    /// How an item makes points.
    pub enum ItemKind {
        /// Points as they were given.
        Score = "评分" | "score";
        /// All points from a value on, none before.
        Threshold = "达标" | "threshold";
        /// So many points for each.
        Count = "计数" | "count";
        /// In proportion to a share.
        Ratio = "比例" | "ratio";
        /// All points, less what faults take away.
        Deduction = "扣分" | "deduction";
        /// All or nothing.
        YesNo = "是否" | "yes-no";
    }
}

crate::choice! {
    /// On which side of the target a value must be.
    pub enum Sense {
        /// The target or more.
        AtLeast = "不低于" | "at-least";
        /// The target or less.
        AtMost = "不高于" | "at-most";
    }
}

crate::fields! {
    /// One item.
    pub struct Item {
        /// Name in references.
        name "名称": String,
        /// How it makes points.
        kind "类型": ItemKind,
        /// Most points.
        max "满分": At<Number>,
        /// Which source judges by it; the only one where the rubric has no other.
        source "来源": Option<At<String>>,
        /// The index that it counts for, instead of that of its dimension.
        index "指数": Option<String>,
        /// The value to reach, or the share that gives all points; 100 for shares where missing.
        target "目标": Option<Number>,
        /// On which side of it; at least where missing.
        sense "方向": Option<Sense>,
        /// Unit of the value.
        unit "单位": Option<String>,
        /// Points for each, where they are counted.
        each "每个": Option<Number>,
        /// What takes points away.
        faults "扣分项": Vec<Fault>,
        /// The indicator that gives the value where the record does not, and the target where the item has none.
        indicator "指标": Option<At<ProfileRef<IndicatorProfile>>>,
    }
}

crate::fields! {
    /// A fault that takes points away.
    pub struct Fault {
        /// Its name.
        name "名称": String,
        /// Points each time.
        points "每次": Number,
    }
}

impl Dimension {
    /// The items by which `source` judges; `only` where the rubric has no other source.
    pub fn items_of<'a>(&'a self, source: &'a str, only: bool) -> impl Iterator<Item = &'a Item> {
        let judged = move |i: &&Item| i.source.as_ref().map_or(only, |s| s.as_str() == source);
        self.items.iter().filter(judged)
    }
}
