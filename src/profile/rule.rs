//! 法定限度: limits of one law in one version.
//!
//! In: `rules/*.yaml`. Out: `RuleSet`, and the limit that holds on a day for a kind of community.
//! Never loosens: of several limits the stricter one is taken.

use super::Places;
use super::common::{ProfileHead, check_some, check_twice};
use super::table::ProfileTable;
use crate::diagnostic::{Basis, Sink};
use crate::record::community::CommunityType;
use crate::value::{Date, Target};

crate::record! {
    /// The limits of one law in one version.
    pub struct RuleSet + head: ProfileHead {
        /// Name of the law.
        law "法": String,
        /// Province or county where it holds; everywhere where missing.
        jurisdiction "辖区": Option<String>,
        /// The limits.
        limits "条目": Vec<Limit>,
    }
}

crate::record! {
    /// One limit.
    pub struct Limit {
        /// Which limit: `display-min-days`.
        id "标识": String,
        /// Its name.
        name "名称": String,
        /// Its value: days, or a fraction.
        value "数值": String,
        /// Unit of the value.
        unit "单位": Option<String>,
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
        /// The article.
        article "条款": String,
        /// What it says, in plain words.
        summary "摘要": Option<String>,
    }
}

impl Target for RuleSet {
    const FOLDER: &'static str = "rules";
}

/// A limit in days, with its legal ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLimit {
    /// Days.
    pub days: u32,
    /// Law, version, article.
    pub basis: Basis,
}

/// The greatest number of days that `id` demands on `date` for this kind of community, over the
/// national rules and those of `jurisdiction`; `None` where no rule demands any.
pub fn longest(
    rules: &ProfileTable<RuleSet>,
    id: &str,
    date: Date,
    kind: CommunityType,
    jurisdiction: Option<&str>,
) -> Option<DayLimit> {
    let in_force = rules.iter().filter(|set| {
        let here = set.jurisdiction.is_none() || set.jurisdiction.as_deref() == jurisdiction;
        here && set.head.effective.as_ref().is_none_or(|e| e.covers(date))
    });
    in_force
        .flat_map(|set| set.limits.iter().map(move |limit| (set, limit)))
        .filter(|(_, limit)| limit.id == id && (limit.applies.is_empty() || limit.applies.contains(&kind)))
        .filter_map(|(set, limit)| {
            let days = limit.value.parse().ok()?;
            let version = set.head.source.first().and_then(|s| s.version.clone()).unwrap_or_default();
            let basis = Basis { law: set.law.clone(), version, article: limit.article.clone() };
            Some(DayLimit { days, basis })
        })
        .max_by_key(|limit| limit.days)
}

impl RuleSet {
    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        const LIMITS: (&str, &str) = ("条目", "limits");
        check_some(&self.limits, LIMITS, places, sink);
        for kind in CommunityType::ALL {
            let here = |l: &Limit| l.applies.contains(kind) || (l.applies.is_empty() && *kind == CommunityType::ALL[0]);
            let limits = self.limits.iter().enumerate().filter(|(_, l)| here(l));
            check_twice(limits.map(|(at, l)| (l.id.as_str(), places.entry(LIMITS, at, ("标识", "id")))), sink);
        }
    }
}
