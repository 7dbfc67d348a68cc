//! The search of this program: its files are made, and its page is asked.
//!
//! In: records and questions. Out: figures. The page is that of a real portal, built from the sample.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use gongkai::search::{self, Doc, Docs, Source};
use serde_json::Value;

use super::answers::{Figures, SLOWED, ask, questions, right};
use super::corpus::{Query, Village};

/// How often a list is carried on: every hit is looked at of lists of up to four thousand.
const ALL: &str = "400";

/// Makes the files and asks the page.
pub fn figures(villages: &[Village], queries: &[Query]) -> Figures {
    let start = Instant::now();
    let docs: Vec<Docs<&[Doc]>> = villages.iter().map(|v| Docs::of(&v.docs[..])).collect();
    let sources: Vec<Source<'_>> =
        villages.iter().zip(&docs).map(|(v, docs)| Source { id: &v.id, name: &v.name, docs }).collect();
    let files = search::files(&sources).expect("in memory");
    let took = start.elapsed();
    let count: usize = villages.iter().map(|v| v.docs.len()).sum();
    let rate = count as f64 / took.as_secs_f64();
    let size = files.iter().map(|(_, text)| text.len() as u64).sum();
    let number = files.len();
    let memory = peak();
    let place = portal(&files);
    drop(files);
    let path = place.join("questions.json");
    fs::write(&path, questions(queries)).expect("written");
    let some = place.join("some-questions.json");
    fs::write(&some, questions(queries.iter().step_by(SLOWED))).expect("written");
    let asked = |list: &Path, slower: &str, all: &str| {
        let mut command = Command::new("node");
        command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser"));
        ask(command.arg("search.mjs").arg(&place).arg(list).args(["root", slower, all]))
    };
    let fast: Vec<Value> = asked(&path, "1", "0");
    let slow = asked(&some, "6", "0");
    // What is found beyond the first ten, without a look at the clock.
    let all: Vec<Value> = asked(&path, "0", ALL).iter().map(whole).collect();
    let right = right(queries, &all);
    fs::remove_dir_all(place).expect("its own folder");
    Figures { rate, memory, files: (number, size), fast, slow, right }
}

/// An answer with addresses as the records have them.
fn whole(answer: &Value) -> Value {
    let bare = |url: &str| url.trim_start_matches("../").split('#').next().unwrap_or_default().to_owned();
    let all: Vec<String> = answer["all"].as_array().into_iter().flatten().filter_map(Value::as_str).map(bare).collect();
    let ten: Vec<&String> = all.iter().take(10).collect();
    serde_json::json!({ "found": all, "shown": ten, "total": answer["total"], "offered": answer["offered"] })
}

/// Peak memory of this program so far, in bytes: the records, and what was made of them.
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
        let file = data.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, text).expect("written");
    }
    place
}
