//! The same records give the same bytes.
//!
//! In: the sample and the two small communities. Out: the files that differ. Never sets the clock:
//! the day is part of the world that a build is given.

use std::fs;

use gongkai::build::{self, Options};

use crate::kit::shuffled::Shuffled;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

#[test]
fn two_builds_from_two_folders_are_equal() {
    let (one, other) = (SiteTest::sample(), SiteTest::sample());
    one.build();
    other.build();
    assert_eq!(one.output().difference(&other.output()), "");
}

#[test]
fn the_order_of_folders_does_not_matter() {
    let site = SiteTest::two();
    let plain = site.clean_build();
    for seed in 0..4 {
        let world = Shuffled { inner: site.world(), seed };
        let options = Options { out: site.path(&format!("out-{seed}")), ..Options::default() };
        let outcome = build::build(&world, &options, &|_, _| {}).expect("builds");
        assert!(outcome.published);
        assert_eq!(plain.difference(&Tree::read(&options.out)), "", "seed {seed}");
    }
}

#[test]
fn the_order_in_which_files_were_made_does_not_matter() {
    let (site, backwards) = (SiteTest::two(), SiteTest::empty());
    for (path, file) in Tree::read(site.root()).0.into_iter().rev() {
        backwards.write(&path, file.bytes);
    }
    assert_eq!(site.clean_build().difference(&backwards.clean_build()), "");
}

#[test]
fn diagnostics_come_in_the_same_order_too() {
    let site = SiteTest::two();
    for community in ["shanghe", "heping"] {
        for name in ["b", "a"] {
            site.write(
                &format!("content/communities/{community}/queries/{name}.md"),
                "---\n标题: 一\n问: 二\n错: 三\n---\n",
            );
        }
    }
    let plain = crate::kit::site::said(&site.check());
    assert_eq!(plain.lines().count(), 8, "{plain}");
    for seed in 0..4 {
        let world = Shuffled { inner: site.world(), seed };
        let outcome = build::check(&world, &[], &|_, _| {}).expect("checks");
        assert_eq!(crate::kit::site::said(&outcome), plain, "seed {seed}");
    }
}

#[test]
fn one_thread_and_many_give_the_same() {
    let site = SiteTest::two();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| site.clean_build())
    };
    assert_eq!(with(1).difference(&with(7)), "");
}

#[test]
fn with_and_without_a_memo_it_is_the_same() {
    let site = SiteTest::two();
    site.build();
    site.build();
    assert_eq!(site.output().difference(&site.clean_build()), "");
}

#[test]
fn a_broken_memo_costs_time_and_nothing_else() {
    let site = SiteTest::two();
    site.build();
    for entry in fs::read_dir(site.path(".gongkai/cache")).expect("memos") {
        let path = entry.expect("a memo").path();
        let bytes = fs::read(&path).expect("readable");
        fs::write(&path, &bytes[..bytes.len() / 2]).expect("writable");
    }
    site.replace("content/communities/shanghe/queries/bu-tie.md", "高龄", "老年");
    site.build();
    assert_eq!(site.output().difference(&site.clean_build()), "");
}

#[test]
fn line_ends_and_byte_order_marks_do_not_show() {
    let (plain, windows) = (SiteTest::two(), SiteTest::two());
    let path = "content/communities/shanghe/queries/bu-tie.md";
    let text = plain.read(path).replace('\n', "\r\n");
    windows.write(path, format!("\u{feff}{text}"));
    assert_eq!(plain.clean_build().difference(&windows.clean_build()), "");
}

#[test]
fn only_what_depends_on_the_day_differs_between_days() {
    let site = SiteTest::two();
    let on = |day: &str| {
        let world = gongkai::world::DiskWorld::new(site.root(), gongkai::value::read_date(day).expect("a day"));
        let options = Options { out: site.path(day), ..Options::default() };
        assert!(build::build(&world, &options, &|_, _| {}).expect("builds").published);
        Tree::read(&options.out)
    };
    // Nothing is due, opened or closed between these two days.
    let difference = on("2026-11-25").difference(&on("2026-11-26"));
    crate::kit::expect::file("one-day-later.txt", &difference);
}

#[test]
fn zone_language_rights_processors_and_folder_do_not_matter() {
    let site = SiteTest::two();
    let plain = site.clean_build();
    let zones = ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Not/AZone", ""];
    let languages = ["C", "zh_CN.UTF-8", "zh_CN.GB18030", "en_US.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"];
    let rights = ["022", "077", "000", "027"];
    let processors = ["1", "2", "3", "8"];
    for run in 0..12 {
        let out = format!("out-{run}");
        let arguments = ["build", "--as-of", "2026-11-23", "-q", "--root", site.root().to_str().expect("Unicode")];
        let elsewhere = if run % 2 == 0 { site.root().to_owned() } else { site.path("content/communities") };
        let place = site.path(&out);
        let mut command = if cfg!(unix) {
            let program = crate::kit::program::command(&elsewhere, &[]);
            let mut shell = std::process::Command::new("sh");
            let script = format!("umask {}; exec \"$0\" \"$@\"", rights[run % rights.len()]);
            shell.current_dir(&elsewhere).args(["-c", &script]).arg(program.get_program());
            shell.args(arguments).arg("--out").arg(&place);
            shell
        } else {
            let mut program = crate::kit::program::command(&elsewhere, &arguments);
            program.arg("--out").arg(&place);
            program
        };
        command.env("TZ", zones[run % zones.len()]).env("LC_ALL", languages[run % languages.len()]);
        command.env("RAYON_NUM_THREADS", processors[run % processors.len()]).env("HOME", site.path("nobody"));
        let output = command.output().expect("starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(plain.difference(&Tree::read(&place)), "", "run {run}");
    }
}
