//! What a search answered, as figures.
//!
//! In: questions with what must be found, and for each what was shown, its bytes, its time. Out: shares and
//! percentiles. Never asks.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use super::corpus::Query;

/// With the processor slowed down every fourth question is asked: each takes seconds there.
pub const SLOWED: usize = 4;

/// The figures of one program at one size.
pub struct Figures {
    /// Records a second while the index is made.
    pub rate: f64,
    /// Peak memory in bytes.
    pub memory: u64,
    /// Files of the index, and their bytes.
    pub files: (usize, u64),
    /// Answers at full speed, and with the processor slowed down by six.
    pub fast: Vec<Value>,
    pub slow: Vec<Value>,
    /// Shares over all questions.
    pub right: Right,
}

/// How right the answers were.
pub struct Right {
    /// Mean share of the true hits that were found, of literal questions.
    recall: f64,
    /// Mean share of true hits among the first ten shown.
    precision: f64,
    /// Suggestions that were right, and of how many.
    offered: (usize, usize),
    questions: usize,
}

impl Figures {
    /// Head of the table.
    pub const HEAD: &str = "| records | | recall | true among the first ten | first answer KB p50 / p95 | warm ms (least of five) p50 / p95 | CPU ÷ 6 | suggestions right | build records/s | peak MiB | index |\n|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    /// A line of the table.
    pub fn row(&self, name: &str, count: usize) -> String {
        let bytes = spread(&self.fast, |a| a["bytes"].as_f64().unwrap_or_default() / 1000.0);
        let warm = |list: &[Value]| spread(list, |a| a["warm"].as_f64().unwrap_or_default());
        let (fast, slow) = (warm(&self.fast), warm(&self.slow));
        let Right { recall, precision, offered, questions } = &self.right;
        eprintln!("{name} {count}: {questions} questions");
        format!(
            "| {count} | {name} | {recall:.3} | {precision:.3} | {:.1} / {:.1} | {:.1} / {:.1} | {:.1} / {:.1} | {} of {} | {:.0} | {} | {} files, {:.1} MiB |",
            bytes.0,
            bytes.1,
            fast.0,
            fast.1,
            slow.0,
            slow.1,
            offered.0,
            offered.1,
            self.rate,
            self.memory >> 20,
            self.files.0,
            self.files.1 as f64 / 1_048_576.0,
        )
    }
}

/// Compares answers with what must be found. Of a list too long to be carried on to its end the number told counts,
/// where all that was shown is true.
pub fn right(queries: &[Query], answers: &[Value]) -> Right {
    let (mut recall, mut precision, mut asked) = (0.0, 0.0, 0);
    let (mut good, mut wanted) = (0, 0);
    for (query, answer) in queries.iter().zip(answers) {
        let strings = |key: &str| -> Vec<&str> {
            answer[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
        };
        if let Some(word) = &query.offered {
            wanted += 1;
            good += usize::from(strings("offered").contains(&word.as_str()));
            continue;
        }
        asked += 1;
        let truth: BTreeSet<&str> = query.hits.iter().map(String::as_str).collect();
        let (found, shown) = (strings("found"), strings("shown"));
        let hits = |list: &[&str]| list.iter().filter(|u| truth.contains(*u)).count();
        let told = answer["total"].as_str().and_then(|t| t.parse::<usize>().ok()).unwrap_or(0);
        let whole = hits(&found) == found.len() && told == truth.len();
        let share = if truth.is_empty() || whole { 1.0 } else { hits(&found) as f64 / truth.len() as f64 };
        if share < 1.0 {
            eprintln!("{}: {} of {} found, {told} told", query.text, hits(&found), truth.len());
        }
        recall += share;
        precision += match (truth.is_empty(), shown.len()) {
            (true, 0) => 1.0,
            (false, 0) => 0.0,
            (_, all) => hits(&shown) as f64 / all as f64,
        };
    }
    let share = |sum: f64| sum / f64::from(asked.max(1));
    Right { recall: share(recall), precision: share(precision), offered: (good, wanted), questions: queries.len() }
}

/// The median and the 95th percentile.
fn spread(answers: &[Value], figure: impl Fn(&Value) -> f64) -> (f64, f64) {
    let mut all: Vec<f64> = answers.iter().map(figure).collect();
    all.sort_by(f64::total_cmp);
    (all[all.len() / 2], all[(all.len() * 95 / 100).min(all.len() - 1)])
}

/// Runs a script of node that prints `{"answers": […]}`.
pub fn ask(command: &mut Command) -> Vec<Value> {
    let run = command.output().expect("node, which tests/run installs");
    let told: Value =
        serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&run.stderr)));
    told["answers"].as_array().expect("answers").clone()
}

/// The questions as a file.
pub fn questions<'a>(queries: impl IntoIterator<Item = &'a Query>) -> String {
    let list: Vec<&str> = queries.into_iter().map(|q| q.text.as_str()).collect();
    serde_json::to_string(&list).expect("text")
}
