//! How fast private numbers are looked for, on one core.
//!
//! In: the sample's records, and lines with invented numbers. Out: a Markdown table on standard output: MB, the median of
//! seven runs in ms, MB/s; and what a build pays for it in each community of the sample.
//!
//! `cargo bench --bench privacy`

#[path = "../../tests/suite/kit/numbers.rs"]
#[allow(dead_code, reason = "the tests ask for more than the benchmark")]
mod numbers;

use std::fs;
use std::path::Path;
use std::time::Instant;

use gongkai::privacy::{self, Columns, Reading};
use gongkai::value::Date;
use gongkai::world::{DiskWorld, Files};

const TODAY: Date = Date::constant(2026, 11, 23);
/// Each text is made about this long, in bytes.
const LENGTH: usize = 32 * 1024 * 1024;
const RUNS: usize = 7;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    println!("| text | MB | median ms | MB/s |\n|---|---|---|---|");
    let sample = sample(&root.join("content"));
    row("records of the sample", &sample, Columns::None);
    let things = numbers::things(1).join("\n");
    row("numbers of things", &things, Columns::None);
    let lines = numbers::private(1);
    let mixed: Vec<String> =
        lines.iter().map(|l| format!("{}{}。\n{}", l.before, l.number, &things[..things.floor(2000)])).collect();
    row("one private number in 2 KB", &mixed.join("\n"), Columns::None);
    let table: Vec<String> = lines.iter().map(|l| format!("张*三,2026-10-12,480.00,{},示例补贴", l.number)).collect();
    row("a private number in every row", &format!("姓名,日期,金额,备注,说明\n{}", table.join("\n")), Columns::Commas);
    sites(root);
}

trait Floor {
    fn floor(&self, at: usize) -> usize;
}

impl Floor for String {
    /// The nearest boundary of a sign at or before `at`.
    fn floor(&self, at: usize) -> usize {
        (0..=at.min(self.len())).rev().find(|at| self.is_char_boundary(*at)).unwrap_or(0)
    }
}

/// All texts of the sample, one after another.
fn sample(folder: &Path) -> String {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let is_text = |path: &Path| path.extension().is_some_and(|e| e == "md" || e == "yaml" || e == "csv");
    files
        .filter(|f| is_text(f.path()))
        .map(|f| gongkai::text::decode_table(&fs::read(f.path()).expect("readable")))
        .collect()
}

fn row(name: &str, text: &str, columns: Columns) {
    let text = format!("{text}\n").repeat(LENGTH / text.len());
    let reading = Reading::table(TODAY, columns);
    let time = median(&mut || {
        std::hint::black_box(privacy::scan(&text, &reading));
    });
    let size = text.len() as f64 / 1e6;
    println!("| {name} | {size:.0} | {:.0} | {:.0} |", time * 1e3, size / time);
}

fn median(run: &mut dyn FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// What one community pays: its texts and its files looked through once.
fn sites(root: &Path) {
    let world = DiskWorld::new(root, TODAY);
    let mut communities: Vec<String> = fs::read_dir(root.join("content/communities"))
        .expect("the sample")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    communities.sort();
    println!("\n| community | KB | median ms |\n|---|---|---|");
    for id in communities {
        let files = Files::read(&world, &format!("content/communities/{id}")).expect("the sample can be read");
        let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        let time = median(&mut || {
            for (path, bytes) in files.iter() {
                std::hint::black_box(privacy::search(path, bytes, TODAY));
            }
        });
        println!("| {id} | {:.0} | {:.2} |", bytes as f64 / 1e3, time * 1e3);
    }
}
