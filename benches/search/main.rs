//! How fast the search is made, how much of it an answer needs, how long an answer takes.
//!
//! In: invented records and questions whose answers are known (the same as those of the tests), node and Chromium,
//! which `tests/run` installs; Pagefind from npm. Out: tables ready for a README, on standard output.
//! Never judges: the tests do, at the sizes that they can afford.
//!
//! `cargo bench --bench search [-- 20 2000 30000]`

#[allow(dead_code)]
#[path = "../../tests/suite/kit/corpus.rs"]
mod corpus;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use gongkai::search::{self, Source};
use serde_json::Value;

use corpus::{Query, Scan, villages};

/// The allocator that the program has.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often every class is asked.
const EACH: usize = 8;

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![20, 2000, 30_000] } else { sizes };
    println!(
        "| records | build, records/s | peak MiB | files, MiB | bytes p50 / p95, KB | warm ms p50 / p95 | the same, CPU ÷ 6 | suggestions right |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|");
    for count in sizes {
        row(count);
    }
}

fn row(count: usize) {
    let villages = villages(count, 7);
    let sources: Vec<Source<'_>> =
        villages.iter().map(|v| Source { id: &v.id, name: &v.name, docs: &v.docs }).collect();
    let before = peak();
    let start = Instant::now();
    let files = search::files(&sources);
    let took = start.elapsed();
    let memory = peak();
    let size: usize = files.iter().map(|(_, text)| text.len()).sum();
    let portal = portal(&files);
    let number = files.len();
    drop(files);
    let queries = Scan::new(&villages).queries(EACH, 3);
    let (fast, slow) = (ask(&portal, &queries, "1"), ask(&portal, &queries, "6"));
    let bytes = spread(&fast, |a| a["bytes"].as_f64().unwrap_or_default() / 1000.0);
    let (warm, weak) = (spread(&fast, warm), spread(&slow, warm));
    let offered = |(query, answer): &(&Query, &Value)| {
        let wanted = query.offered.as_deref();
        answer["offered"].as_array().is_some_and(|list| list.iter().any(|w| w.as_str() == wanted))
    };
    let answers = fast["answers"].as_array().expect("answers");
    let pairs: Vec<(&Query, &Value)> = queries.iter().zip(answers).collect();
    let exact = pairs.iter().filter(|(q, a)| a["total"].as_str() == Some(q.hits.len().to_string().as_str())).count();
    let asked: Vec<_> = pairs.iter().filter(|(q, _)| q.offered.is_some()).copied().collect();
    let right = asked.iter().filter(|pair| offered(pair)).count();
    println!(
        "| {count} | {:.0} | {} (records alone {}) | {number}, {:.1} | {:.1} / {:.1} | {:.0} / {:.0} | {:.0} / {:.0} | {right}/{} |",
        count as f64 / took.as_secs_f64(),
        memory >> 20,
        before >> 20,
        size as f64 / 1_048_576.0,
        bytes.0,
        bytes.1,
        warm.0,
        warm.1,
        weak.0,
        weak.1,
        asked.len()
    );
    eprintln!("{count}: {exact} of {} totals exact", pairs.len());
    fs::remove_dir_all(portal).expect("its own folder");
}

fn warm(answer: &Value) -> f64 {
    answer["warm"].as_f64().unwrap_or_default()
}

/// The median and the 95th percentile.
fn spread(seen: &Value, figure: impl Fn(&Value) -> f64) -> (f64, f64) {
    let mut all: Vec<f64> = seen["answers"].as_array().into_iter().flatten().map(figure).collect();
    all.sort_by(f64::total_cmp);
    (all[all.len() / 2], all[(all.len() * 95 / 100).min(all.len() - 1)])
}

/// Peak memory of this program so far, in bytes.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// The search page of a real portal beside the data.
fn portal(files: &[(String, String)]) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("search-{}", std::process::id()));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(["--quiet", "--root"])
        .arg(root)
        .args(["build", "--as-of", "2026-11-24", "--out"])
        .arg(&place)
        .status()
        .expect("gongkai runs");
    assert!(built.success());
    let data = place.join("search-data");
    fs::remove_dir_all(&data).expect("a portal has search data");
    fs::create_dir(&data).expect("a folder");
    for (name, text) in files {
        fs::write(data.join(name), text).expect("written");
    }
    place
}

fn ask(portal: &Path, queries: &[Query], slower: &str) -> Value {
    let list: Vec<&str> = queries.iter().map(|q| q.text.as_str()).collect();
    let path = portal.join("questions.json");
    fs::write(&path, serde_json::to_string(&list).expect("text")).expect("written");
    let run = Command::new("node")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser"))
        .arg("search.mjs")
        .arg(portal)
        .arg(&path)
        .args(["root", slower])
        .output()
        .expect("node, which tests/run installs");
    let err = String::from_utf8_lossy(&run.stderr);
    serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {err}"))
}
