//! The figures as Markdown.
//!
//! In: trials. Out: tables ready for a README. Never rounds a ratio to nothing.

use std::fmt::Write;
use std::time::Duration;

use crate::measure::Cost;
use crate::place::Tree;
use crate::trial::Trial;

/// All trials of one place as one table, with the sizes of the outputs below it.
pub fn markdown(trials: &[Trial]) -> String {
    let mut text = String::from(
        "| communities × records | what | CPU s | wall s | peak MiB | CPU ÷ Hugo | wall ÷ Hugo | CPU ÷ `cp -r` | wall ÷ `cp -r` |\n\
         |---|---|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for trial in trials {
        rows(trial, &mut text);
    }
    text.push('\n');
    for trial in trials {
        let (communities, records) = trial.size;
        let _ = write!(text, "- {communities} × {records}: ours {}", tree(&trial.ours));
        if let Some(theirs) = &trial.theirs {
            let _ = write!(text, "; Hugo {}", tree(theirs));
        }
        let _ = writeln!(
            text,
            " ({}, {})",
            trial.place,
            if trial.runs == 1 { "one run".into() } else { format!("median of {}", trial.runs) }
        );
        let _ = writeln!(
            text,
            "  - written from memory by {} threads in {:.2} s: the clean build takes {} times that",
            rayon::current_num_threads(),
            trial.written.as_secs_f64(),
            ratio(trial.rows[0].cost.wall, trial.written)
        );
    }
    text
}

fn rows(trial: &Trial, text: &mut String) {
    let find = |name: &str| trial.rows.iter().find(|r| r.what.starts_with(name)).map(|r| r.cost);
    let (hugo, copy) = (find("Hugo, clean"), find("`cp"));
    for row in &trial.rows {
        let what = match row.rewritten {
            Some(files) => format!("{} ({files} files rewritten)", row.what),
            None => row.what.to_owned(),
        };
        let Cost { cpu, wall, memory } = row.cost;
        let own = |to: Option<Cost>, figure: fn(&Cost) -> Duration| {
            to.map_or_else(String::new, |t| ratio(figure(&row.cost), figure(&t)))
        };
        let _ = writeln!(
            text,
            "| {} × {} | {what} | {:.2} | {:.2} | {} | {} | {} | {} | {} |",
            trial.size.0,
            trial.size.1,
            cpu.as_secs_f64(),
            wall.as_secs_f64(),
            memory >> 20,
            own(hugo, |c| c.cpu),
            own(hugo, |c| c.wall),
            own(copy, |c| c.cpu),
            own(copy, |c| c.wall),
        );
    }
}

fn ratio(of: Duration, to: Duration) -> String {
    let value = of.as_secs_f64() / to.as_secs_f64().max(0.001);
    if value < 0.1 { format!("{value:.3}") } else { format!("{value:.2}") }
}

fn tree(tree: &Tree) -> String {
    let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    format!(
        "{} files, {:.1} MiB, of which {} pages, {:.1} KiB each",
        tree.files,
        mib(tree.bytes),
        tree.pages,
        tree.page_bytes as f64 / 1024.0 / tree.pages.max(1) as f64
    )
}
