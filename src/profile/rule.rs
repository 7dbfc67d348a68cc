//! 法定限度: limits of one law in one version.
//!
//! In: `rules/*.yaml`. Out: `RuleSet`, and the limits that hold on a day for a kind of community at a place.
//! Never loosens: of several limits the strictest one is taken.

use super::Places;
use super::common::{ProfileHead, check_twice};
use super::matter::Matter;
use super::table::ProfileTable;
use super::threshold;
use crate::diagnostic::{At, Basis, Diagnostic, Sink, code};
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
        /// The matters that it names, and who decides them.
        matters "事项": Vec<Matter>,
    }
}

crate::fields! {
    /// One limit.
    pub struct Limit {
        /// Which limit: `display-min-days`.
        id "标识": String,
        /// Its name.
        name "名称": String,
        /// Its value: days where the id ends in `-days`, a fraction such as `2/3` (reached) or `>1/2`
        /// (exceeded) where it ends in `-attend`, `-pass` or `-share`, else words.
        value "数值": At<String>,
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

    /// How many names its jurisdiction has: 0 for a national law.
    pub fn level(&self) -> usize {
        self.jurisdiction.as_deref().map_or(0, |here| here.split('/').count())
    }

    /// The legal ground that one of its limits gives.
    pub fn basis(&self, limit: &Limit) -> Basis {
        self.ground(limit.article.clone(), route::law(&self.head.id, &limit.id))
    }

    /// A legal ground in this law.
    pub(super) fn ground(&self, article: String, url: String) -> Basis {
        let version = self.head.source.first().and_then(|s| s.version.clone()).unwrap_or_default();
        Basis { law: self.law.clone(), version, article, url }
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

/// The strictest number of days that `id` demands on `date` for this kind of community at `place`:
/// the fewest for a term within which something must be done, else the most; `None` where no rule
/// demands any.
pub fn strictest(
    rules: &ProfileTable<RuleSet>,
    id: &str,
    date: Date,
    kind: CommunityType,
    place: &[&str],
) -> Option<DayLimit> {
    let limits = in_force(rules, id, date, kind, place)
        .filter_map(|(set, limit)| Some(DayLimit { days: limit.value.parse().ok()?, basis: set.basis(limit) }));
    if is_term(id) { limits.min_by_key(|limit| limit.days) } else { limits.max_by_key(|limit| limit.days) }
}

/// Whether days under this id are a term within which something must be done, so that fewer are stricter.
pub(super) fn is_term(id: &str) -> bool {
    ["-answer-days", "-due-days", "-publish-days", "-object-days"].iter().any(|ending| id.ends_with(ending))
}

impl RuleSet {
    pub(super) fn check_self(&self, places: &Places<'_>, sink: &mut Sink) {
        const LIMITS: (&str, &str) = ("条目", "limits");
        const MATTERS: (&str, &str) = ("事项", "matters");
        if self.limits.is_empty() && self.matters.is_empty() {
            sink.push(Diagnostic::new(&code::NOTHING_IN_PROFILE, places.field("条目", "limits")).arg("key", "条目"));
        }
        for kind in CommunityType::ALL {
            let here = |applies: &[CommunityType]| {
                applies.contains(kind) || (applies.is_empty() && *kind == CommunityType::ALL[0])
            };
            let limits = self.limits.iter().enumerate().filter(|(_, l)| here(&l.applies));
            check_twice(limits.map(|(at, l)| (l.id.as_str(), places.entry(LIMITS, at, ("标识", "id")))), sink);
            let matters = self.matters.iter().enumerate().filter(|(_, m)| here(&m.applies));
            let names = matters.flat_map(|(at, m)| m.names().map(move |n| (n, at)));
            let named = names.map(|(name, at)| (name, places.entry(MATTERS, at, ("标识", "id"))));
            check_twice(named, sink);
        }
        for limit in &self.limits {
            let days = limit.id.ends_with("-days");
            let share = ["-attend", "-attend-households", "-pass", "-share"].iter().any(|e| limit.id.ends_with(e));
            let fits = match () {
                () if days => limit.value.parse::<u32>().is_ok_and(|days| days <= 3660),
                () if share => threshold::share(&limit.value).is_some(),
                () => true,
            };
            if !fits {
                let bad = Diagnostic::new(&code::BAD_LIMIT, limit.value.span).arg("id", &limit.id);
                sink.push(bad.arg("value", &limit.value.value).arg("want", if days { "days" } else { "share" }));
            }
        }
        for (at, matter) in self.matters.iter().enumerate().filter(|(_, m)| m.bodies.is_empty()) {
            let empty = Diagnostic::new(&code::NOTHING_IN_PROFILE, places.entry(MATTERS, at, ("决定", "bodies")));
            sink.push(empty.arg("key", format!("决定（{}）", matter.name.value)));
        }
    }
}
