//! How long whole cities take: clean builds, rebuilds, checks, beside Hugo, `cp -r`, and writing the same from memory.
//!
//! In: sizes such as `100x20`, and `--disk`, `--no-hugo`. Out: a Markdown table on standard output.
//! Never a figure without the others of its run: the machine may be busy, the ratios hold.
//!
//! `cargo bench --bench sites` measures 10×20, 100×20 and 1470×20 in memory-backed storage where
//! there is room; `cargo bench --bench sites -- 100x20 --disk` measures one size on disk;
//! `-- --write DIR 100x20` only writes both workspaces, to look at or to profile.

mod again;
mod hugo;
mod invent;
mod measure;
mod node;
mod ours;
mod place;
mod random;
mod size;
mod table;
mod trial;
mod words;

use std::path::{Path, PathBuf};

use place::Place;

const SIZES: [(usize, usize); 3] = [(10, 20), (100, 20), (1470, 20)];

/// Records from which one run must do.
const LARGE: usize = 20_000;

struct Wish {
    sizes: Vec<(usize, usize)>,
    disk: bool,
    hugo: bool,
    write: Option<PathBuf>,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [word, from, to] = &words[..]
        && word == again::AGAIN
    {
        let time = again::write(Path::new(from), Path::new(to)).expect("the folder can be written");
        println!("{}", time.as_micros());
        return;
    }
    let wish = wish(words.into_iter());
    if let Some(folder) = &wish.write {
        let (communities, records) = wish.sizes[0];
        ours::write(&folder.join("ours"), communities, records).expect("the folder can be written");
        hugo::write(&folder.join("hugo"), communities, records).expect("the folder can be written");
        return;
    }
    let program = if wish.hugo { hugo::find(Path::new(env!("CARGO_TARGET_TMPDIR"))) } else { None };
    let trials: Vec<_> = wish.sizes.iter().map(|size| one(*size, wish.disk, program.as_deref())).collect();
    println!("{}", table::markdown(&trials));
}

fn one(size: (usize, usize), disk: bool, hugo: Option<&Path>) -> trial::Trial {
    let records = size.0 * size.1;
    let in_memory = if disk { None } else { Place::in_memory(records) };
    let place = in_memory.unwrap_or_else(Place::on_disk);
    eprintln!("{} × {} ({}) …", size.0, size.1, place.name);
    let runs = if records >= LARGE { 1 } else { 3 };
    trial::trial(size, &place, runs, hugo).expect("the folder can be written")
}

fn wish(arguments: impl Iterator<Item = String>) -> Wish {
    let mut wish = Wish { sizes: Vec::new(), disk: false, hugo: true, write: None };
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--disk" => wish.disk = true,
            "--no-hugo" => wish.hugo = false,
            "--write" => wish.write = arguments.next().map(PathBuf::from),
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
