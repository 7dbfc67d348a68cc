//! The figures as Markdown, and what they make on other machines.
//!
//! In: what was measured. Out: a table, and arithmetic with its assumptions. Never a figure without those it rests on.

use std::fmt::Write;
use std::time::Duration;

use crate::measure::Cost;
use crate::place::Tree;

/// What one run made and took.
pub struct Measured {
    pub communities: usize,
    pub records: usize,
    pub cost: Cost,
    pub tree: Tree,
}

/// All that was measured.
pub struct Province {
    pub communities: usize,
    pub records: usize,
    pub shards: u32,
    pub place: &'static str,
    pub shares: Vec<Measured>,
    pub summaries: Tree,
    pub portals: Option<Measured>,
}

/// Processors of one machine, for the arithmetic.
const PROCESSORS: f64 = 2.0;

/// The table, and the arithmetic below it.
pub fn markdown(province: &Province) -> String {
    let mut text = String::from(
        "| what | communities | records | CPU s | wall s | peak MiB | files | MiB |\n|---|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let shares = &province.shares;
    let mut middle: Vec<&Measured> = shares.iter().collect();
    middle.sort_by_key(|share| share.cost.cpu);
    if let Some(share) = middle.get(middle.len() / 2) {
        line(&mut text, &format!("one share of {}, the median", province.shards), share);
    }
    let sum = |figure: fn(&Measured) -> Duration| shares.iter().map(figure).sum::<Duration>();
    let all = Measured {
        communities: shares.iter().map(|s| s.communities).sum(),
        records: shares.iter().map(|s| s.records).sum(),
        cost: Cost {
            cpu: sum(|s| s.cost.cpu),
            wall: sum(|s| s.cost.wall),
            memory: shares.iter().map(|s| s.cost.memory).max().unwrap_or_default(),
        },
        tree: Tree {
            files: shares.iter().map(|s| s.tree.files).sum(),
            bytes: shares.iter().map(|s| s.tree.bytes).sum(),
            ..Tree::default()
        },
    };
    line(&mut text, &format!("{} shares, one after another", shares.len()), &all);
    if let Some(portals) = &province.portals {
        line(&mut text, "portals and search over all", portals);
    }
    let _ = writeln!(
        text,
        "\n{} communities × {}, {} shares ({}); summaries {:.1} MiB.",
        province.communities,
        province.records,
        province.shards,
        province.place,
        mib(province.summaries.bytes)
    );
    let part = all.communities as f64 / province.communities as f64;
    let cpu = all.cost.cpu.as_secs_f64() / part.max(f64::EPSILON);
    for machines in [1.0, 16.0, 64.0] {
        let minutes = cpu / PROCESSORS / machines / 60.0;
        let _ = writeln!(text, "- all shares on {machines} × {PROCESSORS} processors: {minutes:.2} min");
    }
    text
}

fn line(text: &mut String, what: &str, measured: &Measured) {
    let _ = writeln!(
        text,
        "| {what} | {} | {} | {:.1} | {:.1} | {} | {} | {:.1} |",
        measured.communities,
        measured.records,
        measured.cost.cpu.as_secs_f64(),
        measured.cost.wall.as_secs_f64(),
        measured.cost.memory >> 20,
        measured.tree.files,
        mib(measured.tree.bytes)
    );
}

fn mib(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
