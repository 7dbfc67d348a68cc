//! Figures as they were written down, and how others compare with them.
//!
//! In: what each command takes. Out: `recorded.tsv`, a table. Never decides what is too much.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// What each command takes, in instructions, in the order in which they were run.
#[derive(Debug, Default)]
pub struct Recorded(Vec<(String, u64)>);

impl Recorded {
    fn place() -> PathBuf {
        [env!("CARGO_MANIFEST_DIR"), "benches", "instructions", "recorded.tsv"].iter().collect()
    }

    /// What was written down last; nothing where that is missing.
    pub fn read() -> Self {
        let text = fs::read_to_string(Self::place()).unwrap_or_default();
        let line = |line: &str| line.split_once('\t').map(|(what, n)| (what.to_owned(), n.parse().expect("a number")));
        Self(text.lines().filter_map(line).collect())
    }

    /// Writes all down.
    pub fn write(&self) {
        let text: String = self.0.iter().map(|(what, count)| format!("{what}\t{count}\n")).collect();
        fs::write(Self::place(), text).expect("the project can be written");
    }

    /// Adds a command.
    pub fn put(&mut self, what: &str, count: u64) {
        eprintln!("{what}: {count}");
        self.0.push((what.to_owned(), count));
    }

    fn of(&self, what: &str) -> Option<u64> {
        self.0.iter().find(|(name, _)| name == what).map(|(_, count)| *count)
    }

    /// The commands that take more than `times` as many as before.
    pub fn beyond(&self, before: &Self, times: f64) -> Vec<&str> {
        let more = |(what, now): &&(String, u64)| before.of(what).is_some_and(|was| *now as f64 > was as f64 * times);
        self.0.iter().filter(more).map(|(what, _)| what.as_str()).collect()
    }

    /// All as a table, in millions.
    pub fn markdown(&self, before: &Self) -> String {
        let mut text = String::from("| what | million instructions | ÷ recorded |\n|---|--:|--:|\n");
        for (what, now) in &self.0 {
            let ratio =
                before.of(what).map_or_else(|| "–".to_owned(), |was| format!("{:.3}", *now as f64 / was as f64));
            let _ = writeln!(text, "| {what} | {:.1} | {ratio} |", *now as f64 / 1e6);
        }
        text
    }
}
