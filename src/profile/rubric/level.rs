//! What stands between a total and its stars: bounds, floors, caps, vetoes and quotas.
//!
//! In: parts of a rubric. Out: plain values. Never computes stars: `record::evaluation::score` does.

use crate::diagnostic::At;
use crate::value::Number;

crate::fields! {
    /// A level: from its bound up to the next one, which no longer belongs to it.
    pub struct Level {
        /// Stars.
        star "星": u32,
        /// Least total.
        min "下限": At<Number>,
        /// First total that no longer belongs to it; the bound of the next level where missing.
        below "不足": Option<At<Number>>,
        /// What so many stars are called.
        name "名称": Option<String>,
    }
}

crate::fields! {
    /// Least percent of every dimension for so many stars.
    pub struct Floor {
        /// Stars.
        star "星": u32,
        /// Least percent.
        min "下限": At<Number>,
    }
}

crate::fields! {
    /// A cap: a low score of one source, or of one dimension, limits the stars.
    pub struct Cap {
        /// The source.
        source "来源": Option<At<String>>,
        /// Or the dimension.
        dimension "维度": Option<At<String>>,
        /// Below which percent.
        below "低于": Number,
        /// To how many stars.
        max_star "最高星": u32,
    }
}

crate::choice! {
    /// What a veto does.
    pub enum VetoEffect {
        /// No title at all.
        Disqualify = "取消" | "disqualify";
        /// Some stars fewer.
        Drop = "降星" | "drop";
        /// So many stars at most.
        Cap = "封顶" | "cap";
    }
}

crate::fields! {
    /// A veto.
    pub struct Veto {
        /// Its name.
        name "名称": String,
        /// What it does.
        effect "效果": VetoEffect,
        /// How many stars fewer, or at most.
        stars "星": Option<u32>,
    }
}

crate::choice! {
    /// Of what a quota is a share.
    pub enum QuotaBase {
        /// Of all that were judged.
        Judged = "参评" | "judged";
        /// Of those that reached any level.
        Passed = "达标" | "passed";
    }
}

crate::fields! {
    /// A quota.
    pub struct Quota {
        /// Stars.
        star "星": u32,
        /// Most share, between 0 and 1.
        max_share "最多": Number,
        /// Of what; of all that were judged where missing.
        base "基数": Option<QuotaBase>,
    }
}
