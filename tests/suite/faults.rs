//! Every single step of writing may fail, and the program may stop after any of them.
//!
//! In: a disk that refuses at the n-th step, for every n, with three refusals, once and for ever. Out: how often the
//! output was not exactly the old or the new one, or a next run did not mend it. Prints its counts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use gongkai::build::{self, Options};
use gongkai::bundle::{Bundle, Output};
use gongkai::error::Error;
use gongkai::ledger::{self, Ledger};
use gongkai::world::Files;
use gongkai::write::{self, DISK, Disk, MANIFEST, Stage};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::kit::TODAY;
use crate::kit::faulty::{Faulty, REFUSALS};
use crate::kit::ledger as kit_ledger;
use crate::kit::site::SiteTest;
use crate::kit::tree::{Tree, copy};

/// A state of an output: the files of each site; the portal's name is empty.
type State = Vec<(&'static str, Vec<(&'static str, &'static str)>)>;

fn old() -> State {
    vec![
        ("", vec![("index.html", "门户一"), ("assets/a.css", "样式"), ("regions/x.html", "旧区")]),
        (
            "he",
            vec![
                ("index.html", "和一"),
                ("pages/2026/a.html", "页"),
                ("queries/a.html", "问"),
                ("queries/b.html", "旧问"),
            ],
        ),
        ("shang", vec![("index.html", "上一"), ("finance/2026.html", "账"), ("assets/a.css", "样式")]),
        ("gone", vec![("index.html", "要撤掉")]),
    ]
}

fn new() -> State {
    vec![
        ("", vec![("index.html", "门户二"), ("assets/a.css", "样式"), ("all/index.html", "新页")]),
        (
            "he",
            vec![
                ("index.html", "和二"),
                ("pages/2026/a.html", "页"),
                ("queries/a.html", "问"),
                ("queries/c.html", "新问"),
            ],
        ),
        ("shang", vec![("index.html", "上一"), ("finance/2026.html", "账"), ("assets/a.css", "样式")]),
        ("xin", vec![("index.html", "新村"), ("pages/a.html", "新村的页")]),
    ]
}

/// Brings an output from whatever it is to a state, writing only what differs, as a build does.
fn bring(disk: &dyn Disk, out: &Path, state: &State) -> Result<(), Error> {
    let stage = Stage::open_on(disk, out)?;
    for (site, files) in state {
        let mut bundle = Bundle::default();
        for (route, text) in files {
            let there = fs::read(out.join(site).join(route)).is_ok_and(|bytes| bytes == text.as_bytes());
            let bytes = (!there).then(|| Arc::new(text.as_bytes().to_vec()));
            let sha256 = Sha256::digest(text).into();
            let output = Output { bytes, sha256, size: text.len() as u64, key: [0; 32], owner: String::new() };
            bundle.put((*route).to_owned(), output).expect("no address twice");
        }
        stage.add(site, &bundle)?;
    }
    for site in ["he", "shang", "gone", "xin"] {
        if out.join(site).join(MANIFEST).is_file() && !state.iter().any(|(known, _)| *known == site) {
            stage.remove_site(site)?;
        }
    }
    stage.commit()
}

fn clean(state: &State) -> Tree {
    let dir = TempDir::new().expect("a folder");
    let out = dir.path().join("output");
    bring(&Faulty::sound(), &out, state).expect("a sound disk");
    Tree::as_readers_see(&out)
}

#[test]
fn a_site_is_the_old_or_the_new_one_whatever_step_fails() {
    let (before, after) = (clean(&old()), clean(&new()));
    let mut tries = 0;
    for first in [false, true] {
        for kind in REFUSALS {
            for stops in [false, true] {
                for at in 0.. {
                    let dir = TempDir::new().expect("a folder");
                    let out = dir.path().join("output");
                    if !first {
                        bring(&Faulty::sound(), &out, &old()).expect("a sound disk");
                    }
                    let foreign = out.join("CNAME");
                    if !first {
                        fs::write(&foreign, "not ours").expect("written");
                    }
                    let disk = Faulty::at(at, kind, stops);
                    let result = bring(&disk, &out, &new());
                    let told = format!("step {at}, {kind:?}, stops: {stops}, first: {first}: {result:?}");
                    let mut now = Tree::as_readers_see(&out);
                    assert_eq!(now.0.remove("CNAME").is_some(), !first, "{told}");
                    let (is_old, is_new) = if first {
                        (now.0.is_empty(), now.difference(&after).is_empty())
                    } else {
                        (now.difference(&before).is_empty(), now.difference(&after).is_empty())
                    };
                    assert!(is_old || is_new, "{told}: neither old nor new:\n{}", now.difference(&after));
                    match &result {
                        Ok(()) => assert!(is_new, "{told}"),
                        Err(error) => assert_eq!(error.exit_code(), 4, "{told}"),
                    }
                    bring(&Faulty::sound(), &out, &new()).unwrap_or_else(|e| panic!("{told}: then {e}"));
                    let mut healed = Tree::read(&out);
                    healed.0.remove("CNAME");
                    assert_eq!(healed.difference(&after), "", "{told}: not mended");
                    let names: Vec<_> = fs::read_dir(dir.path()).expect("a folder").flatten().collect();
                    assert_eq!(names.len(), 1, "{told}: something is left beside the output: {names:?}");
                    tries += 1;
                    if disk.steps() <= at {
                        break;
                    }
                }
            }
        }
    }
    println!("{tries} runs of which one step failed: 0 mixed");
    assert!(tries > 300, "{tries}");
}

#[test]
fn where_folders_cannot_change_places_no_file_is_half_and_the_next_run_mends_it() {
    let (before, after) = (clean(&old()), clean(&new()));
    let mut tries = 0;
    for kind in REFUSALS {
        for stops in [false, true] {
            for at in 0.. {
                let dir = TempDir::new().expect("a folder");
                let out = dir.path().join("output");
                bring(&Faulty::sound(), &out, &old()).expect("a sound disk");
                let disk = Faulty { exchanges: false, ..Faulty::at(at, kind, stops) };
                let result = bring(&disk, &out, &new());
                let told = format!("step {at}, {kind:?}, stops: {stops}: {result:?}");
                let now = Tree::as_readers_see(&out);
                for (path, file) in &now.0 {
                    let whole = [&before, &after].iter().any(|t| t.0.get(path).is_some_and(|f| f.bytes == file.bytes));
                    assert!(whole, "{told}: {path} is neither old nor new");
                }
                if result.is_ok() {
                    assert_eq!(now.difference(&after), "", "{told}");
                }
                bring(&Faulty { exchanges: false, ..Faulty::sound() }, &out, &new())
                    .unwrap_or_else(|e| panic!("{told}: then {e}"));
                assert_eq!(Tree::read(&out).difference(&after), "", "{told}: not mended");
                tries += 1;
                if disk.steps() <= at {
                    break;
                }
            }
        }
    }
    println!("{tries} runs without exchange of which one step failed: 0 half files, all mended");
}

#[test]
fn a_whole_build_survives_the_failure_of_any_step() {
    let site = SiteTest::base();
    site.write("content/communities/base/pages/a.md", "---\n标题: 一\n栏目: 村情\n示例: 是\n---\n正文\n");
    site.build();
    let before = site.output();
    site.replace("content/communities/base/pages/a.md", "正文", "改过的正文");
    let after = site.clean_build();
    let backup = TempDir::new().expect("a folder");
    copy(&site.path("output"), &backup.path().join("output"));
    let build = |disk: &dyn Disk| {
        let options = Options { cache: None, ..site.options() };
        build::build_on(disk, &site.world(), &options, &|_, _| {})
    };
    let count = Faulty::sound();
    build(&count).expect("a sound disk");
    let steps = count.steps();
    for at in (0..steps).step_by(1 + steps / 60) {
        fs::remove_dir_all(site.path("output")).expect("removable");
        copy(&backup.path().join("output"), &site.path("output"));
        let disk = Faulty::at(at, REFUSALS[at % 3], at % 2 == 0);
        let result = build(&disk);
        let now = Tree::as_readers_see(&site.path("output"));
        let whole = now.difference(&before).is_empty() || now.difference(&after).is_empty();
        assert!(whole, "step {at} of {steps}: {}", now.difference(&after));
        assert!(result.is_err() || now.difference(&after).is_empty(), "step {at} of {steps}");
    }
    site.build();
    assert_eq!(site.output().difference(&after), "");
    println!("{steps} steps of a whole build");
}

#[test]
fn a_disk_that_fills_up_leaves_the_old_output() {
    let site = SiteTest::base();
    site.build();
    let before = site.output();
    site.replace("content/communities/base/community.yaml", "名称: ", "名称: 新");
    let mut full = 0;
    for part in 0..20 {
        let room = part * 20_000;
        let disk = Faulty { room: Some(AtomicUsize::new(room)), ..Faulty::sound() };
        let options = Options { cache: None, ..site.options() };
        let Err(error) = build::build_on(&disk, &site.world(), &options, &|_, _| {}) else { break };
        full += 1;
        let told = error.told(gongkai::locale::messages(gongkai::locale::Language::Chinese));
        assert!(error.exit_code() == 4 && told.contains("写不了文件") && told.contains('/'), "{told}");
        assert_eq!(site.output().touched_since(&before), "", "room for {room} bytes");
    }
    assert!(full > 3, "only {full} sizes were too small");
}

#[cfg(unix)]
#[test]
fn what_others_keep_in_the_output_stays_as_it_is() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let site = SiteTest::base();
    site.build();
    site.write("output/.well-known/a.txt", "theirs");
    site.write("output/base/mine/b.txt", "theirs");
    fs::create_dir_all(site.path("output/empty")).expect("a folder");
    symlink("base/index.html", site.path("output/latest.html")).expect("a link");
    symlink("/nowhere", site.path("output/dead")).expect("a link");
    fs::set_permissions(site.path("output/base"), fs::Permissions::from_mode(0o750)).expect("rights");
    fs::set_permissions(site.path("output"), fs::Permissions::from_mode(0o2775)).expect("rights");
    let sheet = format!("output/base/{}", site.asset("base/", "style.css"));
    let unchanged = fs::metadata(site.path(&sheet)).expect("there");
    site.replace("content/communities/base/community.yaml", "名称: ", "名称: 新");
    site.build();
    assert!(site.page("base/index.html").main().contains('新'));
    assert_eq!(site.read("output/.well-known/a.txt"), "theirs");
    assert_eq!(site.read("output/base/mine/b.txt"), "theirs");
    assert!(site.path("output/empty").is_dir());
    assert_eq!(fs::read_link(site.path("output/latest.html")).expect("a link"), PathBuf::from("base/index.html"));
    assert_eq!(fs::read_link(site.path("output/dead")).expect("a link"), PathBuf::from("/nowhere"));
    let mode = |path: &str| fs::metadata(site.path(path)).expect("there").permissions().mode() & 0o7777;
    assert_eq!((mode("output/base"), mode("output")), (0o750, 0o2775));
    let now = fs::metadata(site.path(&sheet)).expect("there");
    assert_eq!((now.ino(), now.mtime()), (unchanged.ino(), unchanged.mtime()), "the same file, not a copy");
    // A link that stands for the output goes on doing so.
    fs::rename(site.path("output"), site.path("elsewhere")).expect("moved");
    symlink("elsewhere", site.path("output")).expect("a link");
    site.replace("content/communities/base/community.yaml", "名称: 新", "名称: 又新");
    site.build();
    assert!(fs::symlink_metadata(site.path("output")).expect("there").is_symlink());
    assert!(site.page("base/index.html").main().contains("又新"));
}

#[test]
fn a_ledger_goes_on_or_stays_whatever_step_of_a_seal_fails() {
    let site = SiteTest::two();
    kit_ledger::begin(&site, "shanghe", TODAY);
    let _ = kit_ledger::seal(&site, TODAY);
    let read = |site: &SiteTest| -> Ledger {
        let files = Files::read(&site.world(), &ledger::folder("shanghe")).expect("readable");
        Ledger::read(&files).unwrap_or_else(|b| panic!("{}: {}", b.path, b.what)).expect("there is one")
    };
    let start = SiteTest::empty();
    copy(&site.path("ledger"), &start.path("ledger"));
    copy(&site.path(".gongkai"), &start.path(".gongkai"));
    let short = read(&site).log.size();
    let fresh = site.read("content/communities/shanghe/pages/cun-qing.md").replace("标题: 村情", "标题: 新的一页");
    site.write("content/communities/shanghe/pages/xin.md", fresh);
    let _ = kit_ledger::seal(&site, TODAY);
    let mut longer = read(&site);
    // As the seal held it: with texts that are not on the disk yet.
    for index in 0..longer.log.size() {
        if let Some(text) = longer.texts.get(index).cloned() {
            longer.texts.put(text);
        }
    }
    assert!(longer.log.size() > short, "the second seal sealed nothing");
    // Written in one go, from where all tries begin.
    let whole = SiteTest::empty();
    copy(&start.path("ledger"), &whole.path("ledger"));
    copy(&start.path(".gongkai"), &whole.path(".gongkai"));
    build::seal::keep_on(DISK, whole.root(), "shanghe", &longer).expect("a sound disk");
    let wanted = Tree::read(&whole.path("ledger"));
    let mut tries = 0;
    for stops in [false, true] {
        for at in 0.. {
            let work = SiteTest::empty();
            copy(&start.path("ledger"), &work.path("ledger"));
            copy(&start.path(".gongkai"), &work.path(".gongkai"));
            let disk = Faulty::at(at, REFUSALS[at % 3], stops);
            let result = build::seal::keep_on(&disk, work.root(), "shanghe", &longer);
            let size = read(&work).log.size();
            assert!(size == short || size == longer.log.size(), "step {at}: {size} entries");
            assert!(result.is_err() || size == longer.log.size(), "step {at}: done, and it did not go on");
            build::seal::keep_on(DISK, work.root(), "shanghe", &longer).expect("a sound disk");
            let mut names = Tree::read(&work.path("ledger"));
            names.0.retain(|path, _| !path.contains("/.gongkai-"));
            assert_eq!(names.difference(&wanted), "", "step {at}: not mended");
            tries += 1;
            if disk.steps() <= at {
                break;
            }
        }
    }
    println!("{tries} seals of which one step failed");
}

#[test]
fn a_save_leaves_each_file_old_or_new_whatever_step_fails() {
    let record = "content/communities/base/finance/2026-09.yaml";
    let table = "content/communities/base/finance/2026-09.csv";
    let mut tries = 0;
    for stops in [false, true] {
        for at in 0.. {
            let site = SiteTest::base();
            site.write(record, "old record").write(table, "old table");
            let files = [(table.to_owned(), &b"new table"[..]), (record.to_owned(), &b"new record"[..])];
            let disk = Faulty::at(at, REFUSALS[at % 3], stops);
            let result = write::put_on(&disk, &site.world(), site.root(), &files);
            let (one, other) = (site.read(table), site.read(record));
            assert!(one == "old table" || one == "new table", "step {at}: {one:?}");
            assert!(other == "old record" || (other == "new record" && one == "new table"), "step {at}: {other:?}");
            assert!(result.is_err() || other == "new record", "step {at}");
            if one == "new table" {
                let kept = write::versions(&site.world(), table).expect("listed");
                assert_eq!(kept.len(), 1, "step {at}: what it was before is kept");
            }
            write::put_on(DISK, &site.world(), site.root(), &files).expect("a sound disk");
            assert_eq!((site.read(table).as_str(), site.read(record).as_str()), ("new table", "new record"));
            tries += 1;
            if disk.steps() <= at {
                break;
            }
        }
    }
    println!("{tries} saves of which one step failed");
}

#[test]
fn an_archive_has_no_half_file_whatever_step_fails() {
    let files: Vec<(String, Vec<u8>)> =
        (0..6).map(|n| (format!("data/{}/{n}.txt", n % 2), format!("{n}").repeat(50).into_bytes())).collect();
    for at in 0.. {
        let dir = TempDir::new().expect("a folder");
        let disk = Faulty::at(at, REFUSALS[at % 3], at % 2 == 1);
        let result = write::put_in_order_on(&disk, dir.path(), &files);
        let mut missing = false;
        for (path, bytes) in &files {
            match fs::read(dir.path().join(path)) {
                Ok(there) => assert!(there == *bytes && !missing, "step {at}: {path}"),
                Err(_) => missing = true,
            }
        }
        assert_eq!(result.is_err(), missing || disk.steps() > at, "step {at}");
        write::put_in_order_on(DISK, dir.path(), &files).expect("a sound disk");
        if disk.steps() <= at {
            break;
        }
    }
}
