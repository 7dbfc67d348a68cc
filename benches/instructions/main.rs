//! How many instructions each command takes: figures that hold on a busy machine, on which times do not.
//!
//! In: an invented city of 5 × 20 records, valgrind (a package of every Linux). Out: a Markdown table on standard output,
//! with what was recorded before; ends with 1 where something takes a fiftieth more. Never measures time.
//!
//! `cargo bench --bench instructions`; `-- --record` writes down what it counts as the state to compare with.

#[path = "../sites/invent/mod.rs"]
#[allow(dead_code, unused_imports, reason = "another benchmark writes the same records for another program")]
mod invent;
#[path = "../sites/node.rs"]
mod node;
#[path = "../sites/ours.rs"]
mod ours;
#[path = "../sites/random.rs"]
mod random;
mod recorded;
#[path = "../sites/words.rs"]
mod words;

use std::path::Path;
use std::process::{Command, ExitCode};

use recorded::Recorded;

const COMMUNITIES: usize = 5;
const RECORDS: usize = 20;

/// From what multiple of the recorded figure on a command counts as dearer: seeds of hashes alone move it by less.
const DEARER: f64 = 1.02;

fn main() -> ExitCode {
    let record = std::env::args().any(|word| word == "--record");
    let folder = tempfile::tempdir().expect("a folder for the city");
    let root = folder.path();
    ours::write(root, COMMUNITIES, RECORDS).expect("the folder can be written");
    let before = Recorded::read();
    let mut now = Recorded::default();
    let mut count = |what: &str, words: &[&str]| now.put(what, instructions(root, words));
    count("`--version`", &["--version"]);
    count("`check` of one community", &["check", "--community", "c0001"]);
    count("`check` of all", &["check"]);
    count("clean build", &["build"]);
    count("nothing changed", &["build"]);
    edit(root);
    count("one title changed", &["build"]);
    print!("{}", now.markdown(&before));
    if record {
        now.write();
        return ExitCode::SUCCESS;
    }
    let dearer = now.beyond(&before, DEARER);
    dearer.iter().for_each(|what| eprintln!("{what} takes more than recorded"));
    if dearer.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Changes the title of one decision, long enough after it was written that names and times of files are believed.
fn edit(root: &Path) {
    let place = root.join("content/communities/c0001/decisions/jueding-001.md");
    let text = std::fs::read_to_string(&place).expect("the record was written");
    std::fs::write(&place, text.replacen("（示例）", "，第二稿（示例）", 1)).expect("the folder can be written");
}

/// The instructions of a command in one thread.
fn instructions(root: &Path, words: &[&str]) -> u64 {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", env!("CARGO_BIN_EXE_gongkai")]).args(words);
    if !words[0].starts_with('-') {
        valgrind.arg("--root").arg(root).args(["--as-of", invent::AS_OF, "--quiet"]);
    }
    let done = valgrind.env("RAYON_NUM_THREADS", "1").output().expect("valgrind is installed");
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{words:?}: {told}");
    let collected = told.lines().find_map(|line| line.split_once("Collected :")).map(|(_, number)| number.trim());
    collected.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("no count for {words:?}: {told}"))
}
