//! What is here × what is there → what is to be done: the plan of a publication as a value.
//!
//! In: listings in short, `path=content` with spaces between. Out: the steps in order. Never opens a door.

use std::collections::BTreeMap;

use gongkai::publish::listing::{Entry, Listing, Published};
use gongkai::publish::order::Class;
use gongkai::publish::plan::{Plan, Remote};
use gongkai::value::Date;

const TODAY: Date = Date::constant(2026, 11, 23);

fn listing(text: &str) -> Listing {
    let pair =
        |pair: &str| pair.split_once('=').map(|(path, content)| (path.to_owned(), Entry::of(content.as_bytes())));
    text.split_whitespace().filter_map(pair).collect()
}

fn published(files: &str, stale: &[(&str, &str)]) -> Published {
    let stale = stale.iter().map(|(path, day)| ((*path).to_owned(), (*day).to_owned())).collect();
    Published { version: 1, files: listing(files), stale }
}

fn remote(files: &str, stale: &[(&str, &str)]) -> Remote {
    Remote::of(Some(published(files, stale)), None, &BTreeMap::new())
}

/// The steps of a plan: `+` new, `~` over another, `-` away, `?` stays for a while; `|` between classes.
fn steps(plan: &Plan) -> String {
    let phase = |(_, puts): &(Class, Vec<gongkai::publish::plan::Put>)| {
        let put = |put: &gongkai::publish::plan::Put| format!("{}{}", if put.replaces { '~' } else { '+' }, put.path);
        puts.iter().map(put).collect::<Vec<_>>().join(" ")
    };
    let mut parts: Vec<String> = plan.phases.iter().map(phase).collect();
    parts.push(plan.removals.iter().map(|r| format!("-{}", r.path)).collect::<Vec<_>>().join(" "));
    parts.push(plan.published.stale.iter().map(|(path, day)| format!("?{path}@{day}")).collect::<Vec<_>>().join(" "));
    parts.retain(|part| !part.is_empty());
    parts.join(" | ")
}

#[test]
fn table() {
    let old = "a/manifest.json=m a/index.html=i a/x.html=x a/x.json=d assets/s.css=c index.html=h manifest.json=m";
    for (name, local, there, grace, want) in [
        ("nothing changed", old, remote(old, &[]), 1, ""),
        (
            "the first time: what pages need before pages, what links before what it leads to, lists last",
            "index.html=h a/index.html=i a/k/index.html=k a/k/x.html=x a/x.csv=d a/assets/s.css=c a/manifest.json=m \
             manifest.json=m SHA256SUMS=s a/ledger/checkpoint=p a/ledger/checkpoints.txt=q a/ledger/tile/0/000.p/2=t",
            Remote::default(),
            1,
            "+a/assets/s.css | +a/ledger/tile/0/000.p/2 +a/x.csv | +a/k/x.html | +a/k/index.html | +a/index.html +index.html | \
             +SHA256SUMS +a/manifest.json +manifest.json | +a/ledger/checkpoints.txt | +a/ledger/checkpoint",
        ),
        (
            "one page changed",
            "a/manifest.json=M a/index.html=i a/x.html=X a/x.json=d assets/s.css=c index.html=h manifest.json=m",
            remote(old, &[]),
            1,
            "~a/x.html | ~a/manifest.json",
        ),
        (
            "a page and its data go at once, a style stays for a while",
            "a/manifest.json=M a/index.html=i index.html=h manifest.json=m",
            remote(old, &[]),
            1,
            "~a/manifest.json | -a/x.html -a/x.json | ?assets/s.css@2026-11-23",
        ),
        (
            "without grace a style goes at once too",
            "a/manifest.json=M a/index.html=i index.html=h manifest.json=m",
            remote(old, &[]),
            0,
            "~a/manifest.json | -a/x.html -a/x.json -assets/s.css",
        ),
        (
            "grace still runs",
            "index.html=h",
            remote("index.html=h", &[("assets/o.css", "2026-11-22")]),
            2,
            "?assets/o.css@2026-11-22",
        ),
        (
            "grace is over",
            "index.html=h",
            remote("index.html=h", &[("assets/o.css", "2026-11-21")]),
            2,
            "-assets/o.css",
        ),
        (
            "a day that is none ends it",
            "index.html=h",
            remote("index.html=h", &[("assets/o.css", "gestern")]),
            9,
            "-assets/o.css",
        ),
        (
            "what had gone comes back",
            "index.html=h assets/o.css=o",
            remote("index.html=h", &[("assets/o.css", "2026-11-22")]),
            9,
            "~assets/o.css",
        ),
        (
            "nothing there is believed",
            "index.html=h x.html=x",
            remote("index.html=h x.html=x y.html=y", &[]).doubted(),
            1,
            "~x.html | ~index.html | -y.html",
        ),
    ] {
        let plan = Plan::new(&listing(local), &there, TODAY, grace);
        assert_eq!(steps(&plan), want, "{name}");
    }
}

#[test]
fn grace_alone_needs_no_publication() {
    let there = remote("index.html=h", &[("assets/o.css", "2026-11-22")]);
    assert!(Plan::new(&listing("index.html=h"), &there, TODAY, 2).is_empty());
    assert!(!Plan::new(&listing("index.html=h"), &there, TODAY, 1).is_empty());
}

#[test]
fn what_an_unfinished_run_may_have_touched_is_not_believed() {
    let pending = || Some(["x.html", "y.html", "gone.html", "new.html"].map(str::to_owned).to_vec());
    let before = || Some(published("x.html=x y.html=y gone.html=g z.html=z", &[]));
    let local = listing("x.html=x y.html=Y z.html=z");
    // Another computer knows nothing of how far it came.
    let there = Remote::of(before(), pending(), &BTreeMap::new());
    let plan = Plan::new(&local, &there, TODAY, 1);
    assert_eq!(steps(&plan), "~x.html ~y.html | -gone.html -new.html");
    assert_eq!(plan.pending, ["gone.html", "new.html", "x.html", "y.html"]);
    // The same computer does.
    let done = BTreeMap::from([
        ("y.html".to_owned(), Some(Entry::of(b"Y"))),
        ("gone.html".to_owned(), None),
        ("x.html".to_owned(), Some(Entry::of(b"other"))),
        ("z.html".to_owned(), Some(Entry::of(b"not asked"))),
    ]);
    let there = Remote::of(before(), pending(), &done);
    let plan = Plan::new(&local, &there, TODAY, 1);
    assert_eq!(steps(&plan), "~x.html | -new.html");
    assert_eq!(plan.pending, ["gone.html", "new.html", "x.html", "y.html"], "all of it stays in doubt until the end");
}

#[test]
fn an_unfinished_run_that_left_nothing_to_do_is_closed() {
    let done = BTreeMap::from([("x.html".to_owned(), Some(Entry::of(b"X")))]);
    let there = Remote::of(Some(published("x.html=x", &[])), Some(vec!["x.html".to_owned()]), &done);
    let plan = Plan::new(&listing("x.html=X"), &there, TODAY, 1);
    assert_eq!((steps(&plan).as_str(), plan.is_empty()), ("", false));
}
