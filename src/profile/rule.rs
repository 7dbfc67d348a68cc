//! 法定限度: limits of one law in one version.
//!
//! In: `rules/*.yaml`. Out: `RuleSet`, and the limit that holds on a day for a kind of community.
//! Never loosens: of several limits the stricter one is taken.

use super::Places;
use super::common::{ProfileHead, check_some, check_twice};
use super::table::ProfileTable;
use crate::diagnostic::{Basis, Sink};
use crate::value::CommunityType;
use crate::value::{Date, Target};

crate::fields! {
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

crate::fields! {
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

impl RuleSet {
    /// The legal ground that one of its limits gives.
    pub fn basis(&self, limit: &Limit) -> Basis {
        let version = self.head.source.first().and_then(|s| s.version.clone()).unwrap_or_default();
        Basis { law: self.law.clone(), version, article: limit.article.clone() }
    }
}

/// Every limit called `id` that holds on `date` for this kind of community, among the national rules
/// and those of `jurisdiction`.
pub fn in_force<'r>(
    rules: &'r ProfileTable<RuleSet>,
    id: &'r str,
    date: Date,
    kind: CommunityType,
    jurisdiction: Option<&'r str>,
) -> impl Iterator<Item = (&'r RuleSet, &'r Limit)> {
    let here = move |set: &&RuleSet| {
        let place = set.jurisdiction.is_none() || set.jurisdiction.as_deref() == jurisdiction;
        place && set.head.effective.as_ref().is_none_or(|e| e.covers(date))
    };
    rules
        .iter()
        .filter(here)
        .flat_map(|set| set.limits.iter().map(move |limit| (set, limit)))
        .filter(move |(_, limit)| limit.id == id && kind.is_among(&limit.applies))
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
    in_force(rules, id, date, kind, jurisdiction)
        .filter_map(|(set, limit)| Some(DayLimit { days: limit.value.parse().ok()?, basis: set.basis(limit) }))
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
