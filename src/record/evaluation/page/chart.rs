//! Drawings: dimensions around a centre, totals over the cycles.
//!
//! In: numbers of an outcome. Out: points of SVG shapes, in whole tenths of a unit; the page beside them
//! has every number as text. Never draws fewer than three dimensions or two cycles.

use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::super::history::Past;
use super::super::score::Outcome;
use crate::profile::rubric::Rubric;

/// Half the side of the drawing of dimensions, and the radius of full points.
const CENTRE: f64 = 100.0;
const RADIUS: f64 = 70.0;
/// Most dimensions that can be told apart around a centre.
const MOST: usize = 12;
/// Most signs of a name beside it.
const LABEL: usize = 6;

/// Dimensions around a centre.
#[derive(Serialize)]
pub(super) struct Radar {
    /// Outlines of 100, 80, 60, 40 and 20 percent.
    rings: Vec<String>,
    /// The shape of the scores.
    shape: String,
    /// The end of each axis, and where its name stands.
    axes: Vec<Axis>,
}

#[derive(Serialize)]
struct Axis {
    name: String,
    percent: String,
    x: String,
    y: String,
    label_x: String,
    label_y: String,
    /// `start`, `middle` or `end`.
    anchor: &'static str,
}

/// Totals over the cycles, the oldest first.
#[derive(Serialize)]
pub(super) struct Line {
    path: String,
    marks: Vec<Mark>,
    /// Bounds of the levels that lie within the drawing.
    bounds: Vec<Bound>,
}

#[derive(Serialize)]
struct Mark {
    x: String,
    y: String,
    cycle: String,
    total: String,
    stars: u32,
}

#[derive(Serialize)]
struct Bound {
    y: String,
    star: u32,
}

fn tenth(n: f64) -> String {
    // Never `-0`.
    let rounded = (n * 10.0).round() / 10.0 + 0.0;
    format!("{rounded}")
}

/// The point at `percent` of axis `at` of `count`, the first upwards, clockwise.
fn point(at: usize, count: usize, radius: f64) -> (f64, f64) {
    #[allow(clippy::cast_precision_loss)]
    let angle = std::f64::consts::TAU * at as f64 / count as f64;
    (CENTRE + radius * angle.sin(), CENTRE - radius * angle.cos())
}

fn joined(points: impl Iterator<Item = (f64, f64)>) -> String {
    points.map(|(x, y)| format!("{},{}", tenth(x), tenth(y))).collect::<Vec<_>>().join(" ")
}

/// A name that fits beside the drawing.
fn short(name: &str) -> String {
    let cut: String = name.chars().take(LABEL).collect();
    if cut.len() < name.len() { format!("{cut}…") } else { cut }
}

pub(super) fn radar(outcome: &Outcome<'_>) -> Option<Radar> {
    let count = outcome.dimensions.len();
    if !(3..=MOST).contains(&count) {
        return None;
    }
    let percent = |at: usize| outcome.dimensions[at].percent.to_f64().unwrap_or_default().clamp(0.0, 100.0);
    let ring = |share: f64| joined((0..count).map(|at| point(at, count, RADIUS * share)));
    let axis = |at: usize| {
        let ((x, y), (label_x, label_y)) = (point(at, count, RADIUS), point(at, count, RADIUS + 9.0));
        let side = label_x - CENTRE;
        Axis {
            name: short(&outcome.dimensions[at].dimension.name),
            percent: outcome.dimensions[at].percent.normalize().to_string(),
            x: tenth(x),
            y: tenth(y),
            label_x: tenth(label_x),
            label_y: tenth(label_y + 3.0),
            anchor: if side.abs() < 8.0 {
                "middle"
            } else if side > 0.0 {
                "start"
            } else {
                "end"
            },
        }
    };
    Some(Radar {
        rings: [1.0, 0.8, 0.6, 0.4, 0.2].map(ring).to_vec(),
        shape: joined((0..count).map(|at| point(at, count, RADIUS * percent(at) / 100.0))),
        axes: (0..count).map(axis).collect(),
    })
}

/// The drawing is 300 by 100; its lowest line is the lowest total less five, its highest 100 or more.
pub(super) fn line(history: &[Past], rubric: &Rubric) -> Option<Line> {
    let totals: Vec<f64> = history.iter().filter_map(|p| p.total.parse().ok()).collect();
    if totals.len() < 2 || totals.len() != history.len() {
        return None;
    }
    let low = totals.iter().copied().fold(f64::INFINITY, f64::min).min(95.0) - 5.0;
    let high = totals.iter().copied().fold(100.0, f64::max);
    let y = |total: f64| 90.0 - 80.0 * (total - low) / (high - low);
    #[allow(clippy::cast_precision_loss)]
    let x = |at: usize| 20.0 + 260.0 * at as f64 / (totals.len() - 1) as f64;
    let mark = |(at, past): (usize, &Past)| Mark {
        x: tenth(x(at)),
        y: tenth(y(totals[at])),
        cycle: past.cycle.to_string(),
        total: past.total.clone(),
        stars: past.stars,
    };
    let bounds = rubric.levels.iter().filter_map(|l| {
        let min = l.min.0.to_f64()?;
        (min > low && min < high).then(|| Bound { y: tenth(y(min)), star: l.star })
    });
    Some(Line {
        path: joined(totals.iter().enumerate().map(|(at, total)| (x(at), y(*total)))),
        marks: history.iter().enumerate().map(mark).collect(),
        bounds: bounds.collect(),
    })
}
