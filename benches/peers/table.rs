//! The figures as Markdown.
//!
//! In: trials. Out: a table ready for a README, with the sizes of the outputs below it. Never a ratio to another run's
//! figures.

use std::fmt::Write;
use std::time::Duration;

use crate::edit::Seen;
use crate::measure::Cost;
use crate::place::Tree;
use crate::trial::{Row, Trial};

/// All trials as one table.
pub fn markdown(trials: &[Trial]) -> String {
    let mut text = String::from(
        "| communities × records | program | search | CPU s | wall s | peak MiB | files | CPU ÷ ours | wall ÷ ours | save to browser, ms | preview, MiB |\n\
         |---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for trial in trials {
        let ours = trial.rows.first().and_then(|row| row.outcome.as_ref().ok()).map(|(cost, _)| *cost);
        for row in &trial.rows {
            let (communities, records) = trial.size;
            let search = if row.search { "yes" } else { "no" };
            let _ = write!(text, "| {communities} × {records} | {} | {search} | ", row.title);
            let _ = writeln!(text, "{} | {} |", figures(row, ours), edits(row.edits.as_ref()));
        }
    }
    text.push('\n');
    for trial in trials {
        text.push_str(&below(trial));
    }
    text
}

/// Time, memory and files, or why there are none.
fn figures(row: &Row, ours: Option<Cost>) -> String {
    let (cost, tree) = match &row.outcome {
        Ok(figures) => figures,
        Err(fate) => return format!("{fate} | | | | |"),
    };
    let over = |figure: fn(&Cost) -> Duration| {
        ours.map_or_else(String::new, |ours| {
            format!("{:.2}", figure(cost).as_secs_f64() / figure(&ours).as_secs_f64().max(0.001))
        })
    };
    format!(
        "{:.2} | {:.2} | {} | {} | {} | {}",
        cost.cpu.as_secs_f64(),
        cost.wall.as_secs_f64(),
        cost.memory >> 20,
        tree.files,
        over(|c| c.cpu),
        over(|c| c.wall)
    )
}

/// Median and 95th percentile of the edits that were seen, how many where not all were, and the memory of the preview.
fn edits(edits: Option<&(usize, Seen)>) -> String {
    let Some((asked, seen)) = edits else {
        return " | ".to_owned();
    };
    let peak = seen.peak.map_or_else(String::new, |bytes| (bytes >> 20).to_string());
    let (Some(median), Some(most)) = (seen.at(50), seen.at(95)) else {
        return format!("{} | {peak}", seen.missed());
    };
    let some = if seen.times.len() < *asked { format!(" ({} of {asked})", seen.times.len()) } else { String::new() };
    format!("{median:.0} / {most:.0}{some} | {peak}")
}

/// How the figures came about, and what is behind the number of files.
fn below(trial: &Trial) -> String {
    let (communities, records) = trial.size;
    let runs = if trial.runs == 1 { "one run".to_owned() } else { format!("median of {}", trial.runs) };
    let mut text = format!("- {communities} × {records} ({}, {runs})", trial.place);
    for row in trial.rows.iter().filter(|row| !row.title.contains(" + ")) {
        if let Ok((_, tree)) = &row.outcome {
            let _ = write!(text, "; {}: {}", row.title, size(tree));
        }
    }
    text.push('\n');
    text
}

fn size(tree: &Tree) -> String {
    let kib = tree.page_bytes as f64 / 1024.0 / tree.pages.max(1) as f64;
    format!("{:.1} MiB, of which {} pages of {kib:.1} KiB", tree.bytes as f64 / f64::from(1 << 20), tree.pages)
}
