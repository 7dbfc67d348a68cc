//! Stars of a region, by rubric and cycle: how they are spread, what the quotas would allow, the order by total.
//!
//! In: ratings of summaries. Out: the stars page of a region, and further pages of long lists.
//! Never adds up different rubrics or cycles, and never applies a quota: only the bureau does.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::rank::{self, Rated};
use super::stars_list::List;
use super::{Portal, Region};
use crate::locale;
use crate::profile::rollup::percent;
use crate::profile::rubric::{self, QuotaBase, Rubric};
use crate::record::facts::{RatingStanding, StarsFact};
use crate::route;
use crate::value::{CommunityType, Date, Number};
use crate::view::{Page, View};

/// How many rows all lists of a stars page may have together; a longer list goes to pages of its own.
const ROOM: usize = 400;

#[derive(Serialize)]
struct Body<'a> {
    region: &'a str,
    all: u32,
    sections: Vec<Section<'a>>,
}

/// One rubric in one cycle.
#[derive(Serialize)]
struct Section<'a> {
    id: String,
    rubric: &'a str,
    cycle: &'a str,
    max: u32,
    all: u32,
    /// Those whose stars count today.
    rated: u32,
    unrated: u32,
    /// How many of those that count have an objection without answer.
    contested: u32,
    upcoming: u32,
    on_display: u32,
    expired: u32,
    bars: Vec<Bar<'a>>,
    three: Option<Three>,
    rose: u32,
    fell: u32,
    quotas: Vec<Quota>,
    lists: Vec<List<'a>>,
}

/// How many have so many stars.
#[derive(Serialize)]
struct Bar<'a> {
    stars: u32,
    level: Option<&'a str>,
    count: u32,
    percent: Option<Number>,
}

/// Three stars and more.
#[derive(Serialize)]
struct Three {
    count: u32,
    of_rated: Option<Number>,
    of_all: Option<Number>,
}

/// What a quota of the rubric would allow.
#[derive(Serialize)]
struct Quota {
    stars: u32,
    percent: Number,
    /// Whether it is a share of those that reached any star, not of all that were judged.
    passed: bool,
    base: u32,
    places: Number,
    count: u32,
    over: Number,
}

/// The address of a region's stars page.
pub(super) fn url(region: &Region<'_>) -> String {
    format!("{}stars/index.html", region.folder())
}

/// Ratings of a region by one rubric in one cycle.
type Cycle<'a> = (&'a str, Date, &'a str);

/// The stars page of a region, and further pages of long lists.
pub(super) fn views(portal: &Portal<'_>, region: &Region<'_>) -> Vec<View> {
    let words = locale::messages(portal.city.language());
    let mut leaves = Vec::new();
    let mut room = ROOM;
    let sections = cycles(portal, region)
        .into_iter()
        .map(|((_, _, cycle), list)| section(portal, region, cycle, &list, &mut room, &mut leaves))
        .collect();
    let title = words.text("portal-stars-title", &[("name", region.name())]);
    let route = url(region);
    let all = count(region.inside.len());
    let page = Page {
        title: title.clone(),
        description: String::new(),
        template: "portal-stars".into(),
        kind: "portal",
        crumbs: portal.crumbs(region, &[(&title, &route)]),
        body: Body { region: portal.title(region), all, sections },
        route,
    };
    leaves.push(page.view(format!("stars {}", region.path())));
    leaves
}

/// The cycles of each rubric that a page tells of: those with a rating that is not over, else the newest.
fn cycles<'a>(portal: &'a Portal<'_>, region: &Region<'_>) -> Vec<(Cycle<'a>, Vec<Rated<'a>>)> {
    let mut all: BTreeMap<(&str, Reverse<Date>, &str), Vec<Rated<'a>>> = BTreeMap::new();
    for place in region.inside.iter().map(|n| &portal.tree.places[*n]) {
        for rating in place.summary.all_ratings() {
            let fact = &rating.fact;
            all.entry((&fact.rubric, Reverse(fact.ended), &fact.cycle)).or_default().push((place, rating));
        }
    }
    let mut before = None;
    let mut told: Vec<(Cycle<'a>, Vec<Rated<'a>>)> = Vec::new();
    for ((rubric, Reverse(ended), cycle), list) in all {
        let newest = before.replace(rubric) != Some(rubric);
        if newest || list.iter().any(|(_, r)| r.fact.standing != RatingStanding::Expired) {
            told.push(((rubric, ended, cycle), list));
        }
    }
    // The rubric with the newest cycle first; those of one rubric stay together.
    let newest = |rubric: &str| told.iter().filter(|t| t.0.0 == rubric).map(|t| t.0.1).max();
    let order: BTreeMap<&str, Option<Date>> = told.iter().map(|t| (t.0.0, newest(t.0.0))).collect();
    told.sort_by_key(|((rubric, ended, cycle), _)| (Reverse(order[rubric]), *rubric, Reverse(*ended), *cycle));
    told
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn share(part: u32, whole: u32) -> Option<Number> {
    percent(part, whole, 1).map(|p| Number(p.normalize()))
}

fn section<'a>(
    portal: &'a Portal<'_>,
    region: &'a Region<'_>,
    cycle: &'a str,
    list: &[Rated<'a>],
    room: &mut usize,
    leaves: &mut Vec<View>,
) -> Section<'a> {
    let first: &'a StarsFact = &list[0].1.fact;
    let facts = || list.iter().map(|(_, r)| &r.fact);
    let standing = |wanted| count(facts().filter(|f| f.standing == wanted).count());
    let valid: Vec<&StarsFact> = facts().filter(|f| f.counts()).collect();
    let with = |fits: &dyn Fn(&StarsFact) -> bool| count(valid.iter().filter(|f| fits(f)).count());
    let (all, rated) = (count(region.inside.len()), count(valid.len()));
    let max = facts().map(|f| f.max).max().unwrap_or_default();
    let bar = |stars| {
        let count = with(&|f| f.stars == stars);
        let level = facts().find(|f| f.stars == stars).and_then(|f| f.level.as_deref());
        (stars > 0 || count > 0).then(|| Bar { stars, level, count, percent: share(count, rated) })
    };
    let three = with(&|f| f.stars >= 3);
    let id = format!("{}/{}", route::slug(&first.rubric), route::slug(cycle));
    let mut lists = Vec::new();
    for kind in CommunityType::ALL {
        let own = list.iter().filter(|(p, _)| p.summary.is_village() == (*kind == CommunityType::Village));
        let rows = rank::rows(portal, region, &own.copied().collect::<Vec<_>>());
        if !rows.is_empty() {
            lists.push(List::of(portal, region, (first, &id), *kind, rows, room, leaves));
        }
    }
    let rubric = portal.city.profiles.rubrics.find(&first.rubric);
    Section {
        id: id.replace('/', "-"),
        rubric: &first.rubric_name,
        cycle,
        max,
        all,
        rated,
        unrated: all - count(list.len()).min(all),
        contested: standing(RatingStanding::Contested),
        upcoming: standing(RatingStanding::Upcoming),
        on_display: standing(RatingStanding::OnDisplay),
        expired: standing(RatingStanding::Expired),
        bars: (0..=max).rev().filter_map(bar).collect(),
        three: (max > 3).then(|| Three { count: three, of_rated: share(three, rated), of_all: share(three, all) }),
        rose: with(&|f| f.before.is_some_and(|b| f.stars > b)),
        fell: with(&|f| f.before.is_some_and(|b| f.stars < b)),
        quotas: rubric.map_or_else(Vec::new, |rubric| quotas(rubric, &valid)),
        lists,
    }
}

/// What the quotas of a rubric would allow among those that count here: places are counted down.
fn quotas(rubric: &Rubric, valid: &[&StarsFact]) -> Vec<Quota> {
    let of = |quota: &rubric::Quota| {
        let passed = quota.base == Some(QuotaBase::Passed);
        let base = count(valid.iter().filter(|f| !passed || f.stars > 0).count());
        let places = (quota.max_share.0 * Decimal::from(base)).floor();
        let count = count(valid.iter().filter(|f| f.stars == quota.star).count());
        Quota {
            stars: quota.star,
            percent: Number((quota.max_share.0 * Decimal::ONE_HUNDRED).normalize()),
            passed,
            base,
            places: Number(places),
            count,
            over: Number((Decimal::from(count) - places).max(Decimal::ZERO)),
        }
    };
    if valid.is_empty() { Vec::new() } else { rubric.quotas.iter().map(of).collect() }
}
