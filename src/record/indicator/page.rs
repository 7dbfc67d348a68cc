//! The page and the data of indicators.
//!
//! In: readings of a day. Out: each value beside its target, with where both come from.
//! Never shows a value that was worked out as if it had been written.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::json;

use super::super::PageLink;
use super::Reading;
use crate::profile::common::ProfileSource;
use crate::profile::indicator::IndicatorProfile;
use crate::value::{Date, Number};

#[derive(Serialize)]
pub(super) struct Detail<'a> {
    groups: Vec<Group<'a>>,
}

/// The indicators under one heading.
#[derive(Serialize)]
struct Group<'a> {
    title: &'a str,
    values: Vec<Shown<'a>>,
}

/// A value beside its target.
#[derive(Serialize)]
pub struct Shown<'a> {
    id: &'a str,
    name: &'a str,
    value: Number,
    unit: &'a str,
    target: Option<Number>,
    lower: bool,
    target_note: Option<&'a str>,
    sources: Vec<String>,
    met: Option<bool>,
    percent_of_target: Option<Number>,
    numerator: Option<Number>,
    denominator: Option<Number>,
    note: Option<&'a str>,
    /// Whether the site worked it out by itself.
    derived: bool,
    register: Option<PageLink>,
    section: Option<&'static str>,
    as_of: Option<Date>,
}

impl<'a> Shown<'a> {
    /// A reading as pages show it; `None` where it has no value.
    pub fn of(reading: &Reading<'a>) -> Option<Self> {
        let (profile, derived) = (reading.profile, reading.derived.as_ref());
        let figure = reading.figure.map(|f| &f.value);
        let value = reading.value()?;
        let typed = |field: fn(&super::Figure) -> &Option<crate::diagnostic::At<Number>>| {
            figure.and_then(|f| field(f).as_ref()).map(|n| n.value)
        };
        let is_derived = reading.is_derived();
        // A part beside a value must be the part of that value.
        let worked_out = derived.filter(|_| is_derived);
        Some(Self {
            id: &profile.head.id.value,
            name: &profile.head.name.value,
            value,
            unit: &profile.unit,
            target: profile.target,
            lower: profile.lower_is_better(),
            target_note: profile.target_note.as_deref(),
            sources: profile.head.source.iter().map(source).collect(),
            met: profile.is_met(value),
            percent_of_target: percent_of_target(profile, value),
            numerator: typed(|f| &f.numerator).or_else(|| worked_out?.part),
            denominator: typed(|f| &f.denominator).or_else(|| worked_out?.whole),
            note: figure.and_then(|f| f.note.as_deref()),
            derived: is_derived,
            register: derived.and_then(|d| d.register.clone()),
            section: derived.and_then(|d| d.section),
            as_of: derived.map(|d| d.as_of),
        })
    }
}

/// A source in one line.
pub fn source(source: &ProfileSource) -> String {
    source.line()
}

/// How much of the target is reached, in whole percent, rounded down, at most 100.
fn percent_of_target(profile: &IndicatorProfile, value: Number) -> Option<Number> {
    let (value, target) = (value.0, profile.target?.0);
    let (part, whole) = if profile.lower_is_better() { (target, value) } else { (value, target) };
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(Number(percent.floor().clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)))
}

/// The headings of profiles, in their order; indicators without one stand first.
pub(super) fn headings<'a>(profiles: impl Iterator<Item = &'a IndicatorProfile>) -> Vec<&'a str> {
    let heading = |p: &'a IndicatorProfile| (p.position.unwrap_or(0), p.category.as_deref().unwrap_or_default());
    let mut all: Vec<(u32, &str)> = profiles.map(heading).collect();
    all.sort_unstable();
    all.dedup_by_key(|(_, title)| *title);
    all.into_iter().map(|(_, title)| title).collect()
}

pub(super) fn of<'a>(readings: &[Reading<'a>]) -> Detail<'a> {
    let under = |title: &'a str| {
        let own = readings.iter().filter(|r| r.profile.category.as_deref().unwrap_or_default() == title);
        Group { title, values: own.filter_map(Shown::of).collect() }
    };
    Detail { groups: headings(readings.iter().map(|r| r.profile)).into_iter().map(under).collect() }
}

/// What is published of the values: as written, and what was worked out, marked as such.
pub(super) fn data(readings: &[Reading<'_>]) -> serde_json::Value {
    let of = |reading: &Reading<'_>| {
        let shown = Shown::of(reading)?;
        let written = reading.figure.map_or(shown.name, |f| f.indicator.name.as_str());
        let mut value = json!({
            "indicator": written,
            "value": shown.value,
            "numerator": shown.numerator,
            "denominator": shown.denominator,
            "note": shown.note,
        });
        if shown.derived {
            value["derived"] = true.into();
            let from = shown.register.as_ref().map(|r| r.url.clone());
            let section = shown.section.map(|folder| format!("{folder}/index.html"));
            value["from"] = json!(from.or(section));
        }
        Some(value)
    };
    readings.iter().filter_map(of).collect()
}
