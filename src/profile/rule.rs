//! 法定限度: limits of one law in one version.
//!
//! In: `rules/*.yaml`. Out: `RuleSet`, and the limit that holds on a day for a kind of community.
//! Never loosens: of several limits the stricter one is taken.

use super::Places;
use super::common::{ProfileHead, check_some, check_twice};
use super::table::ProfileTable;
use crate::diagnostic::{Basis, Sink};
use crate::route;
use crate::value::CommunityType;
use crate::value::{Date, Target};

crate::fields! {
    /// The limits of one law in one version.
    pub struct RuleSet + head: ProfileHead {
        /// Name of the law.
        law "法": String,
        /// Province, city, county, street or community where it holds, such as `湖北省` or
        /// `武汉市/蔡甸区`; everywhere where missing.
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
    /// Whether it holds at a place, given by the names of its regions from the top: the rules of
    /// `蔡甸区` hold everywhere below `武汉市/蔡甸区`, and national ones everywhere.
    pub fn holds_in(&self, place: &[&str]) -> bool {
        let Some(here) = self.jurisdiction.as_deref() else {
            return true;
        };
        let names: Vec<&str> = here.split('/').map(str::trim).filter(|n| !n.is_empty()).collect();
        !names.is_empty() && place.windows(names.len()).any(|run| run == names)
    }

    /// The legal ground that one of its limits gives.
    pub fn basis(&self, limit: &Limit) -> Basis {
        let version = self.head.source.first().and_then(|s| s.version.clone()).unwrap_or_default();
        let url = route::law(&self.head.id, &limit.id);
        Basis { law: self.law.clone(), version, article: limit.article.clone(), url }
    }
}

/// Every limit called `id` that holds on `date` for this kind of community at `place`: among the
/// national rules and those of every region that the place lies in.
pub fn in_force<'r, 'q>(
    rules: &'r ProfileTable<RuleSet>,
    id: &'q str,
    date: Date,
    kind: CommunityType,
    place: &'q [&'q str],
) -> impl Iterator<Item = (&'r RuleSet, &'r Limit)> + use<'r, 'q> {
    let here = move |set: &&RuleSet| set.holds_in(place) && set.head.covers(date);
    rules
        .iter()
        .filter(here)
        .flat_map(|set| set.limits.iter().map(move |limit| (set, limit)))
        .filter(move |(_, limit)| limit.id == id && kind.is_among(&limit.applies))
}

/// The greatest number of days that `id` demands on `date` for this kind of community at `place`;
/// `None` where no rule demands any.
pub fn longest(
    rules: &ProfileTable<RuleSet>,
    id: &str,
    date: Date,
    kind: CommunityType,
    place: &[&str],
) -> Option<DayLimit> {
    in_force(rules, id, date, kind, place)
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
