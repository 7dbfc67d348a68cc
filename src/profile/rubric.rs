//! 评分标准: dimensions, sources, levels, caps and vetoes of a star rating.
//!
//! In: `rubrics/*.yaml`. Out: `Rubric`. Never holds the scores of anybody.

use super::common::ProfileHead;
use crate::diagnostic::At;
use crate::value::{Number, Target};

crate::choice! {
    /// What a veto does.
    pub enum VetoEffect {
        /// No title at all.
        Disqualify = "取消" | "disqualify";
        /// Some stars fewer.
        Drop = "降星" | "drop";
    }
}

crate::record! {
    /// A rubric.
    pub struct Rubric + head: ProfileHead {
        /// What is judged.
        dimensions "维度": Vec<Dimension>,
        /// Who judges.
        sources "来源权重": Vec<ScoreSource>,
        /// Which total gives how many stars.
        levels "等级": Vec<Level>,
        /// Low scores that limit the stars.
        caps "上限": Vec<Cap>,
        /// Least score of every dimension for so many stars.
        floors "单项下限": Vec<Level>,
        /// Most bonus points.
        bonus_cap "加分上限": Option<At<Number>>,
        /// What vetoes the title.
        vetoes "一票否决": Vec<Veto>,
        /// Most share of communities with so many stars; only a bureau can apply it.
        quotas "配额": Vec<Quota>,
        /// Decimal places of the total; 2 where missing.
        decimals "小数": Option<u32>,
        /// Months for which a title is valid.
        validity_months "有效月数": Option<u32>,
    }
}

crate::record! {
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
    }
}

crate::record! {
    /// Who judges.
    pub struct ScoreSource {
        /// Name.
        name "名称": String,
        /// Weight, percent.
        weight "权重": At<Number>,
        /// Least share of households asked.
        min_sample "最低样本": Option<Number>,
    }
}

crate::record! {
    /// A bound for stars.
    pub struct Level {
        /// Stars.
        star "星": u32,
        /// Least score.
        min "下限": At<Number>,
    }
}

crate::record! {
    /// A cap: a low score of one source limits the stars.
    pub struct Cap {
        /// The source.
        source "来源": String,
        /// Below which score.
        below "低于": Number,
        /// To how many stars.
        max_star "最高星": u32,
    }
}

crate::record! {
    /// A veto.
    pub struct Veto {
        /// Its name.
        name "名称": String,
        /// What it does.
        effect "效果": VetoEffect,
        /// How many stars fewer.
        stars "星": Option<u32>,
    }
}

crate::record! {
    /// A quota.
    pub struct Quota {
        /// Stars.
        star "星": u32,
        /// Most share, between 0 and 1.
        max_share "最多": Number,
    }
}

impl Target for Rubric {
    const FOLDER: &'static str = "rubrics";
}
