//! Where the time of a build went, as a table for the terminal.
//!
//! In: what the clock saw. Out: lines: steps, the dearest templates, the slowest communities. Never counts anything itself.

use std::time::Duration;

use super::print;
use super::setting::Setting;
use crate::clock::{Spent, Timings};

/// How many templates and how many communities are named.
const NAMED: usize = 10;

/// Width of the names, in columns.
const WIDTH: usize = 26;

/// Prints the table, where the clock ran.
pub(super) fn tell(setting: &Setting, timings: Option<&Timings>) {
    for line in timings.into_iter().flat_map(|timings| lines(setting, timings)) {
        print::say(setting, &line);
    }
}

fn lines(setting: &Setting, timings: &Timings) -> Vec<String> {
    let words = setting.words;
    let all: Duration = timings.steps.iter().map(|(_, spent)| spent.time).sum();
    let mut lines = vec![words.text("timings-steps", &[("ms", ms(timings.whole))])];
    for (step, spent) in &timings.steps {
        let share = spent.time.as_secs_f64() / all.as_secs_f64().max(1e-9) * 100.0;
        let name = words.word(&format!("timings-{}", step.word()));
        lines.push(format!("  {} {:>10} {:>5.1} % {:>9} ×", padded(&name), ms(spent.time), share, spent.count));
    }
    lines.push(words.word("timings-templates"));
    for (name, Spent { time, count }) in timings.templates.iter().take(NAMED) {
        let each = time.as_secs_f64() * 1e6 / (*count).max(1) as f64;
        lines.push(format!("  {} {:>10} {:>5.0} µs {:>8} ×", padded(name), ms(*time), each, count));
    }
    lines.push(words.word("timings-communities"));
    for (id, time) in timings.communities.iter().take(NAMED) {
        lines.push(format!("  {} {:>10}", padded(id), ms(*time)));
    }
    lines
}

/// Milliseconds with one place.
fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// A name with spaces behind it; signs of Chinese are two columns wide.
fn padded(name: &str) -> String {
    let width: usize = name.chars().map(|c| if u32::from(c) < 0x1100 { 1 } else { 2 }).sum();
    format!("{name}{}", " ".repeat(WIDTH.saturating_sub(width)))
}
