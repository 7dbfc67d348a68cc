//! 评分标准: dimensions, sources, levels, caps and vetoes of a star rating.
//!
//! In: `rubrics/*.yaml`. Out: `Rubric`. Never holds the scores of anybody.

use rust_decimal::Decimal;

use super::Places;
use super::common::{ProfileHead, check_range, check_some, check_twice};
use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::schema::unknown_name;
use crate::value::{Number, Target};

/// The most decimal places of a total.
const MOST_DECIMALS: u32 = 4;

crate::choice! {
    /// What a veto does.
    pub enum VetoEffect {
        /// No title at all.
        Disqualify = "取消" | "disqualify";
        /// Some stars fewer.
        Drop = "降星" | "drop";
    }
}

crate::fields! {
    /// A rubric.
    pub struct Rubric + head: ProfileHead {
        /// What is judged, where it is not the community itself: 楼栋, 党支部.
        subject "对象": Option<String>,
        /// By which dimensions.
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
    }
}

crate::fields! {
    /// A bound for stars.
    pub struct Level {
        /// Stars.
        star "星": u32,
        /// Least score.
        min "下限": At<Number>,
    }
}

crate::fields! {
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

crate::fields! {
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

crate::fields! {
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

const DIMENSIONS: (&str, &str) = ("维度", "dimensions");
const SOURCES: (&str, &str) = ("来源权重", "sources");
const LEVELS: (&str, &str) = ("等级", "levels");

impl Rubric {
    /// The dimension that a record means by `name`.
    pub fn dimension(&self, name: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|d| d.id == name || d.name == name)
    }

    /// The most stars that can be had.
    pub fn max_stars(&self) -> u32 {
        self.levels.iter().map(|l| l.star).max().unwrap_or_default()
    }

    /// Decimal places of the total.
    pub fn places(&self) -> u32 {
        self.decimals.unwrap_or(2).min(MOST_DECIMALS)
    }

    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        check_some(&self.dimensions, DIMENSIONS, places, sink);
        check_some(&self.sources, SOURCES, places, sink);
        check_some(&self.levels, LEVELS, places, sink);
        self.check_names(places, sink);
        self.check_weights(places, sink);
        self.check_levels(places, sink);
        self.check_numbers(places, sink);
        self.check_parts(places, sink);
    }

    fn check_names(&self, places: &Places<'_>, sink: &mut Sink) {
        let id = |at| places.entry(DIMENSIONS, at, ("标识", "id"));
        let name = |at| places.entry(DIMENSIONS, at, ("名称", "name"));
        let both = |(at, d): (usize, &'_ Dimension)| (at, d.id.clone(), d.name.clone());
        let all: Vec<_> = self.dimensions.iter().enumerate().map(both).collect();
        // An id may repeat its own name, but nobody else's.
        let ids = all.iter().map(|(at, i, _)| (i.as_str(), id(*at)));
        let names = all.iter().filter(|(_, i, n)| i != n).map(|(at, _, n)| (n.as_str(), name(*at)));
        check_twice(ids.chain(names), sink);
        let entry = |list, at| places.entry(list, at, ("名称", "name"));
        check_twice(self.sources.iter().enumerate().map(|(at, s)| (s.name.as_str(), entry(SOURCES, at))), sink);
        let vetoes = ("一票否决", "vetoes");
        check_twice(self.vetoes.iter().enumerate().map(|(at, v)| (v.name.as_str(), entry(vetoes, at))), sink);
    }

    fn check_weights(&self, places: &Places<'_>, sink: &mut Sink) {
        let dimensions: Decimal = self.dimensions.iter().map(|d| d.weight.0).sum();
        let sources: Decimal = self.sources.iter().map(|s| s.weight.0).sum();
        for (key, count, sum) in
            [(DIMENSIONS, self.dimensions.len(), dimensions), (SOURCES, self.sources.len(), sources)]
        {
            if count > 0 && sum != Decimal::ONE_HUNDRED {
                let at = places.entry(key, 0, ("权重", "weight"));
                sink.push(Diagnostic::new(&code::WEIGHTS_NOT_100, at).arg("key", key.0).arg("sum", Number(sum)));
            }
        }
    }

    /// Levels are lower bounds, half open: the only gaps are a star left out and bounds out of order.
    fn check_levels(&self, _places: &Places<'_>, sink: &mut Sink) {
        let mut levels: Vec<&Level> = self.levels.iter().collect();
        levels.sort_by_key(|l| std::cmp::Reverse(l.star));
        for pair in levels.windows(2) {
            let (upper, lower) = (pair[0], pair[1]);
            if upper.star != lower.star + 1 || upper.min.value <= lower.min.value {
                let gap = Diagnostic::new(&code::LEVEL_GAP, upper.min.span).also(lower.min.span);
                let gap = gap.arg("upper", upper.star).arg("upper_min", upper.min.value);
                sink.push(gap.arg("lower", lower.star).arg("lower_min", lower.min.value));
            }
        }
    }

    fn check_numbers(&self, places: &Places<'_>, sink: &mut Sink) {
        let hundred = (Decimal::ZERO, Decimal::ONE_HUNDRED);
        for (at, dimension) in self.dimensions.iter().enumerate() {
            let span = places.entry(DIMENSIONS, at, ("满分", "max"));
            check_range("满分", dimension.max, (Decimal::ONE, Decimal::ONE_THOUSAND), span, sink);
            check_range("权重", dimension.weight.value, hundred, dimension.weight.span, sink);
        }
        for (at, source) in self.sources.iter().enumerate() {
            check_range("权重", source.weight.value, hundred, source.weight.span, sink);
            if let Some(share) = source.min_sample {
                let span = places.entry(SOURCES, at, ("最低样本", "min_sample"));
                check_range("最低样本", share, (Decimal::ZERO, Decimal::ONE), span, sink);
            }
        }
        for level in self.levels.iter().chain(&self.floors) {
            check_range("下限", level.min.value, hundred, level.min.span, sink);
        }
        for (at, quota) in self.quotas.iter().enumerate() {
            let span = places.entry(("配额", "quotas"), at, ("最多", "max_share"));
            check_range("最多", quota.max_share, (Decimal::ZERO, Decimal::ONE), span, sink);
        }
        if let Some(cap) = &self.bonus_cap {
            check_range("加分上限", cap.value, hundred, cap.span, sink);
        }
        if let Some(decimals) = self.decimals {
            let most = Decimal::from(MOST_DECIMALS);
            let span = places.field("小数", "decimals");
            check_range("小数", Number(decimals.into()), (Decimal::ZERO, most), span, sink);
        }
    }

    /// Caps name sources; caps, floors, quotas and vetoes name stars.
    fn check_parts(&self, places: &Places<'_>, sink: &mut Sink) {
        let known: Vec<&str> = self.sources.iter().map(|s| s.name.as_str()).collect();
        for (at, cap) in self.caps.iter().enumerate() {
            if !known.contains(&cap.source.as_str()) {
                let span = places.entry(("上限", "caps"), at, ("来源", "source"));
                sink.push(unknown_name(&code::UNKNOWN_PART, &cap.source, span, &known));
            }
        }
        let star = |key: (&str, &str), at, field| places.entry(key, at, field);
        let one = ("星", "star");
        let caps = self.caps.iter().enumerate();
        let mut stars: Vec<(u32, Span)> =
            caps.map(|(at, c)| (c.max_star, star(("上限", "caps"), at, ("最高星", "max_star")))).collect();
        let floors = self.floors.iter().enumerate();
        stars.extend(floors.map(|(at, f)| (f.star, star(("单项下限", "floors"), at, one))));
        let quotas = self.quotas.iter().enumerate();
        stars.extend(quotas.map(|(at, q)| (q.star, star(("配额", "quotas"), at, one))));
        let most = Decimal::from(self.max_stars());
        for (star, span) in stars {
            check_range("星", Number(star.into()), (Decimal::ZERO, most), span, sink);
        }
    }
}
