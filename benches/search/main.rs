//! How fast the search is made, how much of it an answer needs, how long an answer takes; Pagefind beside it.
//!
//! In: invented records and questions whose answers are known (the same as those of the tests), node and Chromium,
//! which `tests/run` installs; Pagefind from npm. Out: a table ready for a README, on standard output.
//! Never judges: the tests do, at the sizes that they can afford.
//!
//! `cargo bench --bench search [-- 20 2000 30000 [--alone]]`: `--alone` leaves Pagefind out.

mod answers;
#[allow(dead_code)]
#[path = "../../tests/suite/kit/corpus.rs"]
mod corpus;
#[allow(dead_code)]
#[path = "../sites/measure.rs"]
mod measure;
#[path = "../peers/npm.rs"]
mod npm;
mod ours;
mod pagefind;

use answers::Figures;
use corpus::{Scan, villages};

/// The allocator that the program has.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often every class is asked.
const EACH: usize = 8;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let sizes: Vec<usize> = words.iter().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![20, 2000, 30_000] } else { sizes };
    let alone = words.iter().any(|w| w == "--alone");
    println!("{}", Figures::HEAD);
    for count in sizes {
        let villages = villages(count, 7);
        let queries = Scan::new(&villages).queries(EACH, 3);
        println!("{}", ours::figures(&villages, &queries).row("gongkai", count));
        if !alone {
            println!("{}", pagefind::figures(&villages, &queries).row("Pagefind 1.6", count));
        }
    }
}
