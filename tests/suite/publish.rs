//! Publishing: only what changed, in an order that readers never regret, whole again after any break.
//!
//! In: sealed sites, places that break at the n-th change. Out: what readers find after each break and after the next
//! run. Never opens the network: `publish_servers` does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
#[cfg(unix)]
use std::sync::atomic::AtomicUsize;

use gongkai::error::Error;
use gongkai::ledger::note::Checkpoint;
use gongkai::ledger::{tile, tree};
use gongkai::publish::Visit;
use gongkai::publish::door::{Folder, Open};
use gongkai::publish::listing::{PUBLISHED, PUBLISHING};
use gongkai::publish::order::Class;
use gongkai::record::destination::Destination;
use gongkai::value::Date;

use crate::kit::city;
use crate::kit::ledger::{begin, build_on, seal};
use crate::kit::shelf::{Brittle, Shelf, ToShelf};
use crate::kit::site::SiteTest;
use crate::kit::tree::{Tree, copy};

const FIRST: Date = Date::constant(2026, 11, 23);
const NEXT: Date = Date::constant(2026, 11, 25);
const PAGE: &str = "content/communities/shanghe/pages/cun-qing.md";
const FRESH: &str = "content/communities/shanghe/queries/xin.md";
const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";
/// The files in which a publication tells of itself.
const OWN: [&str; 2] = [PUBLISHED, PUBLISHING];

/// A destination as the settings tell it.
pub fn destination(line: &str) -> Destination {
    let city = city::city(&format!("名称: 示例\n发布:\n  - {line}\n示例: 是\n"), &[]);
    city.config.destinations.into_iter().next().expect("one destination")
}

/// A site that was sealed and built, and its output before and after a new query came and was sealed: `old`, `output`.
fn two_states() -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "shanghe", FIRST);
    seal(&site, FIRST);
    build_on(&site, FIRST);
    copy(&site.path("output"), &site.path("old"));
    site.write(FRESH, site.read(QUERY).replacen("标题: ", "标题: 又问", 1));
    seal(&site, NEXT);
    build_on(&site, NEXT);
    site
}

/// Publishes a folder through a door; the workspace at `root` keeps the journal.
fn publish(root: &Path, out: &Path, open: Open) -> Result<(), Error> {
    let place = destination("{名称: 示例, 地址: /srv/www, 保留版本: 2, 宽限天数: 0}");
    let visit = Visit::through(&place, open, root, false)?;
    let plan = visit.plan(out, NEXT)?;
    if !plan.is_empty() {
        visit.go(out, &plan, &|_, _| {})?;
    }
    Ok(())
}

fn to(shelf: &Arc<Shelf>) -> Open {
    Open::Plain(Box::new(ToShelf(shelf.clone())))
}

/// The files that readers find on a shelf.
fn found(shelf: &Shelf) -> BTreeMap<String, Vec<u8>> {
    let files = shelf.files.lock().expect("no panic").clone();
    files.into_iter().filter(|(path, _)| !OWN.contains(&path.as_str())).collect()
}

fn bytes(tree: &Tree) -> BTreeMap<String, Vec<u8>> {
    tree.0.iter().map(|(path, file)| (path.clone(), file.bytes.clone())).collect()
}

/// What a site of this folder should look like to readers: nothing but what its manifests name.
fn whole(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    bytes(&Tree::read(folder))
}

/// Whether every entry of the checkpoint is there, and they give its root.
fn checkpoint_holds(files: &BTreeMap<String, Vec<u8>>, site: &str) -> bool {
    let text = |path: &str| files.get(&format!("{site}/ledger/{path}"));
    let Some(note) = text("checkpoint") else { return true };
    let point = Checkpoint::parse(std::str::from_utf8(note).expect("text")).expect("a checkpoint");
    let entries: Option<Vec<Vec<Vec<u8>>>> =
        tile::bundle_paths(point.size).map(|path| tile::read_bundle(text(&path)?)).collect();
    let hashes = tile::paths(point.size).iter().all(|path| text(path).is_some());
    let leaves = |entries: Vec<Vec<Vec<u8>>>| entries.concat().iter().map(|e| tree::leaf(e)).collect::<Vec<_>>();
    hashes && entries.is_some_and(|entries| tree::root(&leaves(entries)) == point.root)
}

#[test]
fn the_first_time_everything_goes_up_in_order_and_the_second_time_nothing() {
    let site = two_states();
    let shelf = Shelf::new();
    publish(site.root(), &site.path("output"), to(&shelf)).expect("published");
    assert_eq!(found(&shelf), whole(&site.path("output")));
    let log = shelf.taken();
    assert_eq!(log[0], format!("+{PUBLISHING}"));
    assert_eq!(log[log.len() - 2..], [format!("+{PUBLISHED}"), format!("-{PUBLISHING}")]);
    let sites = ["heping", "shanghe", "search-data"];
    let classes = log[1..log.len() - 2].iter().map(|line| Class::of(&line[1..], |f| sites.contains(&f)));
    assert!(classes.is_sorted(), "{log:#?}");
    assert!(!site.path(".gongkai/publish").read_dir().expect("a folder").any(|_| true), "no journal is left");
    publish(site.root(), &site.path("output"), to(&shelf)).expect("published");
    assert_eq!(shelf.taken(), [""; 0], "nothing is sent again");
}

#[test]
fn one_changed_record_sends_only_its_files() {
    let site = SiteTest::two();
    build_on(&site, FIRST);
    let before = site.output();
    let shelf = Shelf::new();
    publish(site.root(), &site.path("output"), to(&shelf)).expect("published");
    shelf.taken();
    site.write(PAGE, format!("{}\n又写了一句。\n", site.read(PAGE)));
    build_on(&site, FIRST);
    publish(site.root(), &site.path("output"), to(&shelf)).expect("published");
    let differ = before.difference(&site.output());
    let differ: BTreeSet<&str> = differ.lines().map(|line| &line[2..]).collect();
    let log = shelf.taken();
    let sent: BTreeSet<&str> = log.iter().map(|line| &line[1..]).filter(|path| !OWN.contains(path)).collect();
    assert_eq!(sent, differ);
    assert!(sent.contains("shanghe/pages/cun-qing.html") && !sent.iter().any(|path| path.starts_with("heping/")));
    assert!(sent.len() < 20, "{sent:#?}");
    assert_eq!(log.len(), sent.len() + 3, "and the two files in which it tells of itself");
    assert_eq!(found(&shelf), whole(&site.path("output")));
}

#[test]
fn broken_at_any_change_it_leaves_whole_files_and_goes_on_where_it_stopped() {
    let site = two_states();
    let (old, new) = (whole(&site.path("old")), whole(&site.path("output")));
    let start = Shelf::new();
    publish(site.root(), &site.path("old"), to(&start)).expect("published");
    let full = start.copy(usize::MAX);
    publish(site.root(), &site.path("output"), to(&full)).expect("published");
    let changes = full.taken().len();
    assert!(changes > 20, "{changes}");
    for left in 0..changes {
        let shelf = start.copy(left);
        publish(site.root(), &site.path("output"), to(&shelf)).expect_err("it breaks");
        let now = found(&shelf);
        for (path, bytes) in &now {
            let known = old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
            assert!(known, "after {left} changes {path} is neither old nor new");
        }
        assert!(checkpoint_holds(&now, "shanghe"), "after {left} changes the checkpoint has no ground");
        let first: BTreeSet<String> = shelf.taken().into_iter().collect();
        // The same computer does nothing twice.
        let again = shelf.copy(usize::MAX);
        publish(site.root(), &site.path("output"), to(&again)).expect("published");
        assert_eq!(found(&again), new, "after {left} changes");
        let second: BTreeSet<String> = again.taken().into_iter().collect();
        let twice: Vec<&String> = first.intersection(&second).filter(|l| !OWN.contains(&&l[1..])).collect();
        assert_eq!(twice, [""; 0], "after {left} changes");
        // Another computer, which still has the old state, knows nothing of how far it came.
        let elsewhere = SiteTest::empty();
        let back = shelf.copy(usize::MAX);
        publish(elsewhere.root(), &site.path("old"), to(&back)).expect("published");
        assert_eq!(found(&back), old, "after {left} changes and back");
        let _ = fs::remove_dir_all(site.path(".gongkai/publish"));
    }
}

/// What readers find through the link, and which publications are kept.
#[cfg(unix)]
fn through_link(place: &Path) -> (BTreeMap<String, Vec<u8>>, usize) {
    let mut files = whole(&place.join("www").canonicalize().expect("a link that leads somewhere"));
    files.remove(PUBLISHED);
    (files, fs::read_dir(place.join("www.releases")).expect("a folder").count())
}

#[cfg(unix)]
fn brittle(place: &Path, left: usize) -> Open {
    let inner = Folder::open(place).expect("a folder");
    Open::Switched(Box::new(Brittle { inner, left: AtomicUsize::new(left) }), "www".to_owned())
}

#[test]
#[cfg(unix)]
fn with_one_switch_readers_see_the_old_or_the_new_site_and_nothing_between() {
    let site = two_states();
    let (old, new) = (whole(&site.path("old")), whole(&site.path("output")));
    let mut broken = 0;
    for left in (0..).step_by(9) {
        let place = tempfile::tempdir().expect("a folder");
        publish(site.root(), &site.path("old"), brittle(place.path(), usize::MAX)).expect("published");
        let done = publish(site.root(), &site.path("output"), brittle(place.path(), left));
        let (now, _) = through_link(place.path());
        assert!(now == old || now == new, "after {left} changes");
        publish(site.root(), &site.path("output"), brittle(place.path(), usize::MAX)).expect("published");
        let (now, kept) = through_link(place.path());
        assert!(now == new && kept == 2, "after {left} changes, {kept} kept");
        if done.is_ok() {
            break;
        }
        broken += 1;
    }
    assert!(broken > 5, "{broken}");
}

#[test]
#[cfg(unix)]
fn a_publication_can_be_taken_back_and_unchanged_files_are_stored_once() {
    use std::os::unix::fs::MetadataExt;
    let site = two_states();
    let place = tempfile::tempdir().expect("a folder");
    let open = || brittle(place.path(), usize::MAX);
    publish(site.root(), &site.path("old"), open()).expect("published");
    publish(site.root(), &site.path("output"), open()).expect("published");
    let link = place.path().join("www");
    let old = whole(&site.path("old"));
    let both = whole(&site.path("output")).into_iter().filter(|(path, bytes)| old.get(path) == Some(bytes));
    let links: Vec<u64> = both.map(|(path, _)| fs::metadata(link.join(path)).expect("a file").nlink()).collect();
    assert!(links.len() > 20 && links.iter().all(|count| *count > 1), "linked, not copied: {links:?}");
    let place_two = destination("{名称: 示例, 地址: /srv/www, 保留版本: 2, 宽限天数: 0}");
    let back = Visit::through(&place_two, open(), site.root(), false).expect("readable");
    assert!(back.roll_back().expect("there is one").is_some());
    assert_eq!(through_link(place.path()).0, whole(&site.path("old")));
    let further = Visit::through(&place_two, open(), site.root(), false).expect("readable");
    assert!(matches!(further.roll_back(), Err(Error::Io { action: "publish-nothing-before", .. })));
    publish(site.root(), &site.path("output"), open()).expect("published");
    assert_eq!(through_link(place.path()), (whole(&site.path("output")), 2));
}

#[test]
#[cfg(unix)]
fn a_folder_that_holds_something_is_not_replaced_by_a_link() {
    let site = two_states();
    let place = tempfile::tempdir().expect("a folder");
    fs::create_dir(place.path().join("www")).expect("made");
    publish(site.root(), &site.path("old"), brittle(place.path(), usize::MAX)).expect("an empty folder gives way");
    fs::remove_file(place.path().join("www")).expect("removed");
    fs::create_dir(place.path().join("www")).expect("made");
    fs::write(place.path().join("www/own.txt"), "mine").expect("written");
    let refused = publish(site.root(), &site.path("old"), brittle(place.path(), usize::MAX));
    assert!(matches!(refused, Err(Error::Io { action: "publish-in-the-way", .. })), "{refused:?}");
    assert_eq!(fs::read_to_string(place.path().join("www/own.txt")).expect("still there"), "mine");
}

#[test]
fn an_output_that_was_changed_by_hand_is_not_published() {
    let site = two_states();
    site.write("output/shanghe/index.html", "changed");
    let refused = publish(site.root(), &site.path("output"), to(&Shelf::new()));
    assert!(matches!(refused, Err(Error::Io { action: "publish-changed", .. })), "{refused:?}");
}
