//! Output is whole or not touched, whatever happens while it is written.
//!
//! In: interrupted runs, foreign files, records with errors. Out: the state that the next run leaves.
//! Never asks how files are staged, except to leave behind what a killed run leaves behind.

use std::fs;
use std::time::Duration;

use gongkai::build::Options;

use crate::kit::program::command;
use crate::kit::site::SiteTest;
use crate::kit::tree::{Tree, copy};

const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";
const STAGE: &str = "output/.gongkai-stage";

/// A site built once, then edited: old output in place, new output known.
fn between_two_states() -> (SiteTest, Tree, Tree) {
    let site = SiteTest::two();
    site.build();
    let old = site.output();
    site.replace(QUERY, "高龄补贴", "老年补贴");
    site.remove("content/communities/shanghe/queries/lu-deng-guan-hu.md");
    let new = site.clean_build();
    (site, old, new)
}

/// Leaves behind what a run leaves that was killed after `done` of its moves.
fn interrupted(site: &SiteTest, old: &Tree, new: &Tree, done: usize, list: bool) {
    let changed: Vec<&String> =
        new.0.iter().filter(|(p, f)| old.0.get(*p).is_none_or(|o| o.bytes != f.bytes)).map(|(p, _)| p).collect();
    let (last, moves): (Vec<&String>, Vec<&String>) = changed.iter().partition(|p| p.ends_with("manifest.json"));
    let stale: Vec<&String> = old.0.keys().filter(|p| !new.0.contains_key(*p)).collect();
    let mut text = "gongkai moves 1\n".to_owned();
    for (sign, paths) in [('+', &moves), ('!', &last), ('-', &stale)] {
        paths.iter().for_each(|path| text.push_str(&format!("{sign}{path}\n")));
    }
    text.push_str("end\n");
    for (at, path) in moves.iter().chain(&last).enumerate() {
        let place = if at < done { format!("output/{path}") } else { format!("{STAGE}/{path}") };
        site.write(&place, &new.0[*path].bytes);
    }
    if list {
        site.write(&format!("{STAGE}/moves"), text);
    }
}

#[test]
fn a_run_killed_while_moving_is_finished_by_the_next() {
    for done in [0, 1, 5, usize::MAX] {
        let (site, old, new) = between_two_states();
        interrupted(&site, &old, &new, done, true);
        site.build();
        assert_eq!(site.output().difference(&new), "", "after {done} moves");
        assert!(!site.path(STAGE).exists());
    }
}

#[test]
fn a_run_killed_while_moving_is_finished_even_if_the_records_are_broken_now() {
    let (site, old, new) = between_two_states();
    interrupted(&site, &old, &new, 3, true);
    site.write(QUERY, "---\n标题: 坏了\n---\n");
    let outcome = site.try_build(&site.options()).expect("reads and writes");
    assert!(!outcome.published);
    assert_eq!(site.output().difference(&new), "", "the half of a new site must not stay");
}

#[test]
fn a_run_killed_before_its_list_was_written_leaves_the_old_site() {
    let (site, old, new) = between_two_states();
    interrupted(&site, &old, &new, 0, false);
    for half in ["", "gongkai moves 1\n", "gongkai moves 1\n+shanghe/index.html\n", "+shanghe/index.html\nend\n"] {
        site.write(&format!("{STAGE}/moves"), half);
        let broken = site.read(QUERY);
        site.write(QUERY, "---\n标题: 坏了\n---\n");
        assert!(!site.try_build(&site.options()).expect("reads and writes").published);
        assert_eq!(Tree::read(&site.path("output")).difference(&old), "", "list {half:?}");
        site.write(QUERY, broken);
    }
    site.build();
    assert_eq!(site.output().difference(&new), "");
}

#[test]
fn a_list_of_moves_cannot_reach_outside() {
    let site = SiteTest::two();
    site.build();
    let good = site.output();
    site.write("precious.txt", "keep");
    for line in ["-../precious.txt", "-/etc/hostname.gongkai", "+../../precious.txt"] {
        site.write(&format!("{STAGE}/moves"), format!("gongkai moves 1\n{line}\nend\n"));
        // Whether it is refused or skipped: nothing outside is touched.
        let _ = site.try_build(&site.options());
        assert_eq!(site.read("precious.txt"), "keep", "{line}");
        let _ = fs::remove_dir_all(site.path(STAGE));
    }
    site.build();
    assert_eq!(site.output().difference(&good), "");
}

#[test]
fn a_killed_program_leaves_the_old_or_the_new_site_after_the_next_run() {
    let (site, _, new) = between_two_states();
    let arguments = ["build", "--as-of", "2026-11-23", "-q"];
    for delay in [5, 20, 60, 120, 200, 300] {
        fs::remove_dir_all(site.path("output")).expect("removable");
        let mut child = command(site.root(), &arguments).spawn().expect("starts");
        std::thread::sleep(Duration::from_millis(delay));
        let _ = child.kill();
        child.wait().expect("ends");
        let run = crate::kit::program::run(site.root(), &arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "after {delay} ms");
        assert_eq!(site.output().difference(&new), "", "after {delay} ms");
    }
}

#[test]
fn an_error_in_a_record_leaves_the_old_output_untouched() {
    let site = SiteTest::two();
    site.build();
    let old = site.output();
    site.write(QUERY, "---\n标题: 坏了\n---\n");
    let outcome = site.try_build(&site.options()).expect("reads and writes");
    assert!(outcome.has_errors() && !outcome.published);
    assert_eq!(site.output().touched_since(&old), "");
}

#[test]
fn an_error_in_a_first_build_publishes_nothing() {
    let site = SiteTest::two();
    site.write(QUERY, "---\n标题: 坏了\n---\n");
    assert!(!site.try_build(&site.options()).expect("reads and writes").published);
    assert_eq!(site.output().paths(), Vec::<&str>::new());
}

#[test]
fn keep_going_leaves_out_the_broken_record_and_says_so_on_its_list() {
    let site = SiteTest::two();
    site.build();
    site.write(QUERY, "---\n标题: 坏了\n---\n");
    let options = Options { keep_going: true, ..site.options() };
    let outcome = site.try_build(&options).expect("reads and writes");
    assert!(outcome.has_errors() && outcome.published);
    assert!(!site.path("output/shanghe/queries/bu-tie.html").exists());
    crate::kit::expect::file("keep-going.txt", &format!("{}\n", site.page("shanghe/queries/index.html").main()));
    let found = crate::kit::links::complaints(&site.path("output"));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn keep_going_with_a_broken_reference_leaves_no_dead_link() {
    let site = SiteTest::two();
    site.write("content/communities/shanghe/decisions/lu-deng.md", "---\n标题: 坏了\n---\n");
    let options = Options { keep_going: true, ..site.options() };
    let outcome = site.try_build(&options).expect("reads and writes");
    assert!(outcome.has_errors() && outcome.published);
    assert_eq!(crate::kit::links::complaints(&site.path("output")), Vec::<String>::new());
    assert_eq!(site.output().difference(&Tree::read(&site.path("output"))), "");
}

#[test]
fn keep_going_after_it_was_put_right_is_whole_again() {
    let site = SiteTest::two();
    let good = site.read(QUERY);
    site.write(QUERY, "---\n标题: 坏了\n---\n");
    site.try_build(&Options { keep_going: true, ..site.options() }).expect("reads and writes");
    site.write(QUERY, good);
    site.build();
    assert_eq!(site.output().difference(&site.clean_build()), "");
}

#[test]
fn foreign_files_in_the_output_stay() {
    let site = SiteTest::two();
    site.build();
    for path in ["output/CNAME", "output/shanghe/notes.txt", "output/shanghe/queries/mine.html"] {
        site.write(path, "not ours");
    }
    site.remove(QUERY);
    site.build();
    for path in ["output/CNAME", "output/shanghe/notes.txt", "output/shanghe/queries/mine.html"] {
        assert_eq!(site.read(path), "not ours");
    }
    assert!(!site.path("output/shanghe/queries/bu-tie.html").exists());
}

#[test]
fn an_output_copied_elsewhere_is_brought_up_to_date_without_a_memo() {
    let (site, _, new) = between_two_states();
    let elsewhere = SiteTest::empty();
    copy(&site.path("output"), &elsewhere.path("public"));
    let options = Options { out: elsewhere.path("public"), ..Options::default() };
    assert!(site.try_build(&options).expect("reads and writes").published);
    assert_eq!(Tree::read(&options.out).difference(&new), "");
}

#[test]
fn one_community_alone_leaves_the_others_and_the_portal() {
    let (site, old, new) = between_two_states();
    let options = Options { only: vec!["heping".into()], ..site.options() };
    assert!(site.try_build(&options).expect("reads and writes").published);
    assert_eq!(site.output().touched_since(&old), "");
    let options = Options { only: vec!["shanghe".into()], ..site.options() };
    assert!(site.try_build(&options).expect("reads and writes").published);
    site.build();
    assert_eq!(site.output().difference(&new), "");
}
