//! 事项类型: which matters the law knows, and who decides them.
//!
//! In: the matters of rule profiles. Out: the matter that a record means on a day, with who may decide it.
//! Never judges a meeting: records do.

use super::body::Body;
use super::rule::RuleSet;
use super::table::ProfileTable;
use crate::diagnostic::{At, Basis};
use crate::route;
use crate::value::{CommunityType, Date};

crate::fields! {
    /// A kind of matter in one law.
    pub struct Matter {
        /// Name in references.
        id "标识": String,
        /// Name as people say it.
        name "名称": At<String>,
        /// Other ways to write it.
        aliases "别名": Vec<String>,
        /// For which communities; all where empty.
        applies "适用": Vec<CommunityType>,
        /// The bodies that may decide it; the first one where nothing else tells.
        bodies "决定": Vec<Body>,
        /// The article.
        article "条款": String,
        /// What it says, in plain words.
        summary "摘要": Option<String>,
    }
}

impl Matter {
    /// All ways to write it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), self.name.value.as_str()].into_iter().chain(self.aliases.iter().map(String::as_str))
    }
}

/// Who may decide a matter on a day, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competence {
    /// The bodies, the usual one first; never empty.
    pub bodies: Vec<Body>,
    /// Law, version, article.
    pub basis: Basis,
    /// The matter as the law calls it.
    pub name: String,
}

/// All matters of the rules in force on `date` for this kind of community at `place`.
pub fn known<'r>(
    rules: &'r ProfileTable<RuleSet>,
    date: Date,
    kind: CommunityType,
    place: &[&str],
) -> impl Iterator<Item = (&'r RuleSet, &'r Matter)> {
    rules
        .iter()
        .filter(move |set| set.holds_in(place) && set.head.covers(date))
        .flat_map(|set| set.matters.iter().map(move |matter| (set, matter)))
        .filter(move |(_, matter)| kind.is_among(&matter.applies))
}

/// Who may decide the matter called `name`. Of national laws the one that came into force last speaks
/// (the law of the collective before that of the committee); rules of a region can only narrow it.
/// `None` where no law knows the matter.
pub fn competence(
    rules: &ProfileTable<RuleSet>,
    name: &str,
    date: Date,
    kind: CommunityType,
    place: &[&str],
) -> Option<Competence> {
    let mut named: Vec<(&RuleSet, &Matter)> =
        known(rules, date, kind, place).filter(|(_, matter)| matter.names().any(|n| n == name)).collect();
    let from = |set: &RuleSet| set.head.effective.as_ref().and_then(|e| e.from);
    // National laws first, the newest of them in front; then the regions, the widest in front.
    named.sort_by_key(|(set, _)| (set.level(), std::cmp::Reverse(from(set))));
    let (set, first) = *named.first()?;
    let mut found =
        Competence { bodies: first.bodies.clone(), basis: basis(set, first), name: first.name.value.clone() };
    for (set, matter) in named.into_iter().filter(|(set, _)| set.level() > 0) {
        let narrower: Vec<Body> = found.bodies.iter().copied().filter(|b| matter.bodies.contains(b)).collect();
        if !narrower.is_empty() && narrower.len() < found.bodies.len() {
            found.bodies = narrower;
            found.basis = basis(set, matter);
        }
    }
    Some(found)
}

/// The legal ground that a matter gives.
fn basis(set: &RuleSet, matter: &Matter) -> Basis {
    set.ground(matter.article.clone(), route::law(&set.head.id, &matter.id))
}
