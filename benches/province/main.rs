//! A province in shards: what each share costs, what the portals cost, and what that makes on other machines.
//!
//! In: `--communities N`, `--records N`, `--shards N`, `--only N` (so many shares), `--disk`. Out: Markdown on standard
//! output. Never holds more than one share's records and sites: they go as soon as they are measured.
//!
//! `cargo bench --bench province` measures 27,000 communities × 20 records in 64 shares and their portals; about a
//! quarter of an hour and 3 GB of room. With `--only` a few shares stand for all, and portals are left out.

#[path = "../sites/invent/mod.rs"]
#[allow(dead_code, unused_imports, reason = "another benchmark writes the same records for another program")]
mod invent;
#[path = "../sites/measure.rs"]
#[allow(dead_code, reason = "one run is enough: a share is repeated by the others")]
mod measure;
#[path = "../sites/node.rs"]
mod node;
#[path = "../sites/ours.rs"]
#[allow(dead_code, reason = "the other benchmarks write a workspace at once, this one share by share")]
mod ours;
mod paper;
#[path = "../sites/place.rs"]
#[allow(dead_code, reason = "another benchmark counts pages, this one does not")]
mod place;
#[path = "../sites/random.rs"]
mod random;
#[path = "../sites/words.rs"]
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use gongkai::build::Shard;
use measure::Cost;
use paper::{Measured, Province};
use place::{Place, Tree, clear, count};

struct Wish {
    communities: usize,
    records: usize,
    shards: u32,
    only: Option<u32>,
    disk: bool,
}

fn main() {
    let wish = wish(std::env::args().skip(1));
    let room = wish.communities * wish.records / wish.shards as usize + wish.communities / 8;
    let in_memory = if wish.disk { None } else { Place::in_memory(room) };
    let place = in_memory.unwrap_or_else(Place::on_disk);
    let province = run(&wish, &place).expect("the folder can be written");
    println!("{}", paper::markdown(&province));
}

fn run(wish: &Wish, place: &Place) -> io::Result<Province> {
    let (root, summaries) = (place.path.join("workspace"), place.path.join("summaries"));
    eprintln!("{} communities ({}) …", wish.communities, place.name);
    ours::settings(&root)?;
    for at in 0..wish.communities {
        ours::head(&root, &invent::community(at, wish.communities, 0))?;
    }
    let mut province = Province {
        communities: wish.communities,
        records: wish.records,
        shards: wish.shards,
        place: place.name,
        shares: Vec::new(),
        summaries: Tree::default(),
        portals: None,
    };
    let out = place.path.join("sites");
    let chosen = wish.only.unwrap_or(wish.shards).min(wish.shards);
    for number in 1..=chosen {
        let share = share(wish, number, &root, &out, &summaries)?;
        eprintln!("{number}/{}: {:.1} s, {} MiB", wish.shards, share.cost.wall.as_secs_f64(), share.cost.memory >> 20);
        province.shares.push(share);
    }
    province.summaries = count(&summaries, SystemTime::now())?;
    if chosen == wish.shards {
        eprintln!("portals …");
        let cost = measure::run(gongkai(&root, &out).arg("--portal-from").arg(&summaries));
        let tree = count(&out, SystemTime::now())?;
        province.portals = Some(Measured { communities: wish.communities, records: 0, cost, tree });
    }
    Ok(province)
}

/// One share: its records are written, its sites built, measured and taken away again.
fn share(wish: &Wish, number: u32, root: &Path, out: &Path, summaries: &Path) -> io::Result<Measured> {
    let shard = Shard::new(number, wish.shards).expect("a share");
    let (mut communities, mut records) = (0, 0);
    let mut written: Vec<PathBuf> = Vec::new();
    for at in 0..wish.communities {
        if shard.holds(&invent::id(at)) {
            let community = invent::community(at, wish.communities, wish.records);
            communities += 1;
            records += ours::records(root, &community)?;
            written.push(root.join("content/communities").join(&community.id));
        }
    }
    let text = format!("{number}/{}", wish.shards);
    let cost: Cost = measure::run(gongkai(root, out).args(["--shard", &text]).arg("--summaries").arg(summaries));
    let tree = count(out, SystemTime::now())?;
    clear(out);
    for folder in written {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                clear(&path);
            }
        }
    }
    Ok(Measured { communities, records, cost, tree })
}

fn gongkai(root: &Path, out: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gongkai"));
    program.arg("build").arg("--root").arg(root).args(["--as-of", invent::AS_OF, "--quiet", "--out"]).arg(out);
    program
}

fn wish(arguments: impl Iterator<Item = String>) -> Wish {
    let mut wish = Wish { communities: 27_000, records: 20, shards: 64, only: None, disk: false };
    let mut arguments = arguments;
    let number = |text: Option<String>| -> usize { text.and_then(|t| t.parse().ok()).expect("a number") };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--communities" => wish.communities = number(arguments.next()),
            "--records" => wish.records = number(arguments.next()),
            "--shards" => wish.shards = number(arguments.next()) as u32,
            "--only" => wish.only = Some(number(arguments.next()) as u32),
            "--disk" => wish.disk = true,
            // Given by `cargo bench` to every benchmark.
            "--bench" => {}
            other => panic!("`{other}` is not known"),
        }
    }
    wish
}
