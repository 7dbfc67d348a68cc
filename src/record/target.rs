//! 目标: what a street, district or city wants to reach.
//!
//! In: `地区` of `content/site.yaml`. Out: `RegionTarget`, and an error for each that cannot be meant.
//! Never holds what was reached: the portals count it.

use rust_decimal::Decimal;

use super::Neighbours;
use super::site::{Region, SiteConfig};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::Profiles;
use crate::profile::indicator::IndicatorProfile;
use crate::schema::Uses;
use crate::value::{Date, Number, ProfileRef};

crate::fields! {
    /// A target of one region.
    pub struct RegionTarget {
        /// Which indicator.
        indicator "指标": ProfileRef<IndicatorProfile>,
        /// What is to be reached, in the unit of the indicator.
        value "数值": At<Number>,
        /// By which day.
        due "截止": Option<Date>,
        /// What it rests on.
        basis "依据": Option<String>,
    }
}

/// Reports regions and targets that stand twice, unknown indicators, shares beyond 100, and targets of
/// regions in which nobody lies.
pub fn check(config: &SiteConfig, uses: &Uses, profiles: &Profiles, neighbours: &Neighbours, sink: &mut Sink) {
    super::city::check_profiles(profiles, uses, sink);
    for (at, region) in config.regions.iter().enumerate() {
        let same = |other: &&Region| names(&other.path).eq(names(&region.path));
        if let Some(first) = config.regions[..at].iter().find(same) {
            let twice = Diagnostic::new(&code::REGION_TWICE, region.path.span).arg("path", &region.path.value);
            sink.push(twice.also(first.path.span));
        }
        if !region.targets.is_empty() && !neighbours.any_in(&region.path) {
            let nobody = Diagnostic::new(&code::REGION_OF_NOBODY, region.path.span);
            sink.push(nobody.arg("path", &region.path.value));
        }
        let mut seen: Vec<(&str, &At<RegionTarget>)> = Vec::new();
        for target in &region.targets {
            let Some(profile) = profiles.indicators.find(&target.indicator.name) else {
                continue;
            };
            let (id, name) = (profile.head.id.value.as_str(), &profile.head.name.value);
            if let Some((_, first)) = seen.iter().find(|(known, _)| *known == id) {
                let twice = Diagnostic::new(&code::REGION_TARGET_TWICE, target.span).arg("name", name);
                sink.push(twice.arg("region", &region.path.value).also(first.span));
            }
            seen.push((id, target));
            let value = &target.value.value;
            let most = if profile.unit.contains('%') { Decimal::ONE_HUNDRED } else { Decimal::MAX };
            if value.0 < Decimal::ZERO || value.0 > most {
                let off = Diagnostic::new(&code::REGION_TARGET_OUT_OF_RANGE, value.span).arg("name", name);
                sink.push(off.arg("value", value.value).arg("unit", &profile.unit));
            }
        }
    }
}

fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').map(str::trim).filter(|p| !p.is_empty())
}
