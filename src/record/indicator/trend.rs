//! Indicators over time, for the section page.
//!
//! In: all indicator records of a community. Out: for each indicator its points, its newest value beside the
//! target, and a line to draw. Never joins values of different indicators.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::{Record, Scope};
use super::page::{Shown, headings};
use super::{Indicator, Reading};
use crate::profile::indicator::IndicatorProfile;
use crate::value::{Date, Number};

/// How many points a line has at most, the newest ones.
const MOST: usize = 12;

/// Width and height of the drawing, in its own units; the line keeps `EDGE` away from its edges.
const SIZE: (i64, i64) = (300, 64);
const EDGE: i64 = 4;

#[derive(Serialize)]
pub(super) struct Section<'a> {
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    title: &'a str,
    lines: Vec<Line<'a>>,
}

/// One indicator over time.
#[derive(Serialize)]
struct Line<'a> {
    newest: Shown<'a>,
    points: Vec<Point>,
    /// Points of the polyline: `4,40 150,22`; empty where there is only one.
    drawn: String,
    /// Height at which the target is drawn, where it lies within the drawing.
    target_at: Option<i64>,
}

#[derive(Serialize)]
struct Point {
    as_of: Date,
    value: Number,
    met: Option<bool>,
    url: String,
}

pub(super) fn section<'a>(scope: &Scope<'a>) -> Section<'a> {
    let mut records: Vec<(&Record, &Indicator)> = scope.all::<Indicator>().collect();
    records.sort_by_key(|(record, i)| (i.as_of.value, record.file));
    let mut lines: BTreeMap<&str, (Vec<Point>, Reading<'a>)> = BTreeMap::new();
    for (record, indicator) in records {
        for reading in indicator.readings(scope) {
            let Some(value) = reading.value() else {
                continue;
            };
            let met = reading.profile.is_met(value);
            let point = Point { as_of: indicator.as_of.value, value, met, url: record.url() };
            let id = reading.profile.head.id.value.as_str();
            match lines.get_mut(id) {
                Some((points, newest)) => {
                    points.push(point);
                    *newest = reading;
                }
                None => {
                    lines.insert(id, (vec![point], reading));
                }
            }
        }
    }
    let titles = headings(lines.values().map(|(_, r)| r.profile));
    let mut groups: Vec<Group<'a>> = titles.into_iter().map(|title| Group { title, lines: Vec::new() }).collect();
    // In the order of the profiles, so that neighbours stay neighbours.
    for profile in scope.city.profiles.indicators.iter() {
        let title = profile.category.as_deref().unwrap_or_default();
        let group = groups.iter_mut().find(|g| g.title == title);
        if let (Some(group), Some((points, newest))) = (group, lines.remove(profile.head.id.value.as_str())) {
            group.lines.extend(line(points, &newest));
        }
    }
    Section { groups }
}

fn line<'a>(mut points: Vec<Point>, newest: &Reading<'a>) -> Option<Line<'a>> {
    let shown = Shown::of(newest)?;
    points.drain(..points.len().saturating_sub(MOST));
    let (drawn, target_at) = draw(&points, newest.profile);
    Some(Line { newest: shown, points, drawn, target_at })
}

/// The line through the points: days from left to right, values from below, the target within sight.
fn draw(points: &[Point], profile: &IndicatorProfile) -> (String, Option<i64>) {
    let values = || points.iter().map(|p| p.value.0).chain(profile.target.map(|t| t.0));
    let (Some(low), Some(high)) = (values().min(), values().max()) else {
        return (String::new(), None);
    };
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return (String::new(), None);
    };
    let days = |day: Date| i64::from((day - first.as_of).get_days());
    let whole = days(last.as_of);
    if whole == 0 {
        return (String::new(), None);
    }
    let across = |day: Date| EDGE + days(day) * (SIZE.0 - 2 * EDGE) / whole;
    let span = Decimal::from(SIZE.1 - 2 * EDGE);
    let up = |value: Decimal| {
        let share = (value - low).checked_div(high - low).unwrap_or(Decimal::new(5, 1));
        let from_top = (Decimal::ONE - share) * span;
        EDGE + i64::try_from(from_top.round().mantissa()).unwrap_or_default()
    };
    let drawn: Vec<String> = points.iter().map(|p| format!("{},{}", across(p.as_of), up(p.value.0))).collect();
    (drawn.join(" "), profile.target.map(|t| up(t.0)))
}
