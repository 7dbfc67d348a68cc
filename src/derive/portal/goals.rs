//! Targets of a region and how far they are reached.
//!
//! In: indicators, the targets that the settings give regions, summaries. Out: shares with what is still
//! lacking, and how many communities reach what they publish themselves. Never sets a target by itself.

use serde::Serialize;

use super::tree::Region;
use super::{Portal, region};
use crate::derive::summary::Summary;
use crate::profile::common::ProfileSource;
use crate::profile::indicator::IndicatorProfile;
use crate::profile::rollup::{self, Denominator, Rollup};
use crate::value::{CommunityType, Date, Number};

/// The targets of a region's page.
#[derive(Serialize)]
pub(super) struct Goals<'a> {
    /// Counted over communities by their stars.
    shares: Vec<Share<'a>>,
    /// Published by communities themselves.
    counted: Vec<Counted<'a>>,
}

/// What a region wants to reach, and where that comes from.
#[derive(Serialize, Clone)]
struct Aim<'a> {
    value: Number,
    due: Option<Date>,
    /// Days until then; negative where it is over.
    days: Option<i32>,
    basis: Option<&'a str>,
    /// The region that set it; none where the profile did.
    set_by: Option<&'a str>,
    /// Whether that region is the page's own.
    own: bool,
}

/// A share of communities.
#[derive(Serialize)]
struct Share<'a> {
    id: &'a str,
    name: &'a str,
    unit: &'a str,
    rubric: &'a str,
    stars: u32,
    /// How many reach it.
    part: u32,
    /// How many there are, and of them those whose rating counts.
    all: u32,
    rated: u32,
    /// Whether the target is of all, or of those rated.
    of_all: bool,
    /// Below the line.
    whole: u32,
    /// In percent; none where nothing is below the line.
    value: Option<Number>,
    /// The same of those rated, where the target is of all.
    of_rated: Option<Number>,
    aim: Option<Aim<'a>>,
    /// How many are needed to reach the target, and how many of them are lacking.
    needed: Option<Number>,
    lacking: Option<Number>,
    met: Option<bool>,
    references: Vec<Mark<'a>>,
    note: Option<&'a str>,
    sources: Vec<String>,
}

/// What others have reached.
#[derive(Serialize)]
struct Mark<'a> {
    name: &'a str,
    part: u32,
    whole: u32,
    value: Number,
    basis: Option<&'a str>,
}

/// How many communities reach what they publish themselves.
#[derive(Serialize)]
struct Counted<'a> {
    id: &'a str,
    name: &'a str,
    unit: &'a str,
    lower: bool,
    aim: Aim<'a>,
    /// How many it is meant for, have published it, reach it.
    meant: usize,
    published: usize,
    reached: usize,
}

/// The targets of a region, as they stand.
pub(super) fn of<'a>(portal: &'a Portal<'a>, region: &'a Region<'a>) -> Goals<'a> {
    let profiles = || portal.city.profiles.indicators.iter();
    let shares =
        profiles().filter_map(|p| Some((p, p.rollup.as_ref()?))).filter_map(|(p, r)| share(portal, region, p, r));
    let counted = profiles().filter(|p| p.rollup.is_none()).filter_map(|p| counted(portal, region, p));
    Goals { shares: shares.collect(), counted: counted.collect() }
}

/// The communities of a region that an indicator is meant for.
fn meant<'a>(portal: &'a Portal<'a>, region: &'a Region<'a>, profile: &IndicatorProfile) -> Vec<&'a Summary> {
    let kind = |s: &Summary| if s.is_village() { CommunityType::Village } else { CommunityType::Urban };
    portal.tree.summaries(region).filter(|s| kind(s).is_among(&profile.applies)).collect()
}

/// The target that a region has for an indicator: its own, else that of the nearest region above, else
/// the profile's. A portal over one single region has that region's.
fn aim<'a>(portal: &'a Portal<'a>, region: &Region<'_>, profile: &'a IndicatorProfile) -> Option<Aim<'a>> {
    let only = || portal.tree.regions.iter().find(|r| r.names.len() == 1 && r.inside.len() == region.inside.len());
    let names = if region.names.is_empty() { only().map_or(&[][..], |r| &r.names) } else { &region.names };
    let left = |due: Option<Date>| due.map(|due| (due - portal.as_of).get_days());
    for n in (1..=names.len()).rev() {
        let here = portal.city.config.regions.iter().filter(|r| region::split(&r.path) == names[..n]);
        let means = |name: &str| {
            portal.city.profiles.indicators.find(name).is_some_and(|p| p.head.id.value == profile.head.id.value)
        };
        let mut own = here.flat_map(|r| r.targets.iter().map(move |t| (r, &t.value)));
        if let Some((set_by, target)) = own.find(|(_, t)| means(&t.indicator.name)) {
            return Some(Aim {
                value: target.value.value,
                due: target.due,
                days: left(target.due),
                basis: target.basis.as_deref(),
                set_by: region::split(&set_by.path).last().copied(),
                own: n == names.len(),
            });
        }
    }
    let value = profile.target?;
    Some(Aim { value, due: profile.due, days: left(profile.due), basis: None, set_by: None, own: false })
}

/// A share counted by stars; none where nobody here was rated by the rubric and no region asks for it.
fn share<'a>(
    portal: &'a Portal<'a>,
    region: &'a Region<'a>,
    profile: &'a IndicatorProfile,
    rollup: &'a Rollup,
) -> Option<Share<'a>> {
    let rubric = portal.city.profiles.rubrics.find(&rollup.rubric.name)?;
    let all = meant(portal, region, profile);
    let stars: Vec<u32> = all.iter().filter_map(|s| s.counting(&rubric.head.id)).map(|fact| fact.stars).collect();
    let aim = aim(portal, region, profile);
    if stars.is_empty() && aim.as_ref().is_none_or(|a| a.set_by.is_none()) {
        return None;
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let part = count(stars.iter().filter(|n| **n >= rollup.stars.value).count());
    let (all, rated) = (count(all.len()), count(stars.len()));
    let of_all = rollup.denominator() == Denominator::All;
    let whole = if of_all { all } else { rated };
    let percent = |whole: u32| rollup::percent(part, whole, 1).map(|p| Number(p.normalize()));
    let needed = aim.as_ref().map(|a| rollup::needed(a.value, whole));
    let lacking = needed.map(|needed| (needed - rust_decimal::Decimal::from(part)).max(rust_decimal::Decimal::ZERO));
    Some(Share {
        id: &profile.head.id,
        name: &profile.head.name,
        unit: &profile.unit,
        rubric: &rubric.head.name,
        stars: rollup.stars.value,
        part,
        all,
        rated,
        of_all,
        whole,
        value: percent(whole),
        of_rated: percent(rated).filter(|_| of_all),
        met: lacking.filter(|_| whole > 0).map(|lacking| lacking.is_zero()),
        needed: needed.map(Number),
        lacking: lacking.map(Number),
        references: profile.references.iter().filter_map(mark).collect(),
        note: profile.target_note.as_deref().filter(|_| aim.as_ref().is_some_and(|a| a.set_by.is_none())),
        sources: profile.head.source.iter().map(ProfileSource::line).collect(),
        aim,
    })
}

fn mark(reference: &rollup::Reference) -> Option<Mark<'_>> {
    Some(Mark {
        name: &reference.name,
        part: reference.numerator.value,
        whole: reference.denominator.value,
        value: Number(reference.percent()?),
        basis: reference.basis.as_deref(),
    })
}

/// How many communities reach a target; none where nobody here publishes the indicator.
fn counted<'a>(portal: &'a Portal<'a>, region: &'a Region<'a>, profile: &'a IndicatorProfile) -> Option<Counted<'a>> {
    let aim = aim(portal, region, profile)?;
    let meant = meant(portal, region, profile);
    let values: Vec<Number> = meant.iter().filter_map(|s| s.value(&profile.head.id)).collect();
    (!values.is_empty()).then(|| Counted {
        id: &profile.head.id,
        name: &profile.head.name,
        unit: &profile.unit,
        lower: profile.lower_is_better(),
        meant: meant.len(),
        published: values.len(),
        reached: values.iter().filter(|v| profile.reaches(**v, aim.value)).count(),
        aim,
    })
}
