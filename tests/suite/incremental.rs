//! A build after an edit gives what a clean build gives, and touches only what shows the edit.
//!
//! In: the two small communities and edits, five by name and many by chance. Out: files that differ,
//! and lists of touched files in full. Never trusts the program's own counts alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use gongkai::build::held::{Held, Hint};
use gongkai::bundle::Output;
use gongkai::world::DiskWorld;
use proptest::prelude::*;

use crate::kit::expect;
use crate::kit::site::SiteTest;

const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";
const PAGE: &str = "content/communities/shanghe/pages/cun-qing.md";

/// Builds, edits, builds: the files that the second build touched.
fn touched(edit: impl Fn(&SiteTest)) -> String {
    let site = SiteTest::two();
    site.build();
    let before = site.output();
    edit(&site);
    let outcome = site.build();
    let after = site.output();
    assert_eq!(after.difference(&site.clean_build()), "", "not what a clean build gives");
    let touched = after.touched_since(&before);
    let manifests = touched.lines().filter(|l| !l.starts_with('-') && l.ends_with("manifest.json")).count();
    let files = touched.lines().filter(|l| !l.starts_with('-')).count() - manifests;
    assert_eq!(outcome.written, files, "the count that is told:\n{touched}");
    touched
}

#[test]
fn nothing_changed_nothing_written() {
    assert_eq!(touched(|_| {}), "");
}

#[test]
fn a_touched_file_with_the_same_text_is_not_a_change() {
    let rewrite = |site: &SiteTest| {
        let text = site.read(QUERY);
        site.write(QUERY, text);
    };
    assert_eq!(touched(rewrite), "");
}

#[test]
fn a_changed_title_touches_the_pages_that_show_it() {
    let edit = |site: &SiteTest| {
        site.replace(QUERY, "高龄补贴怎么领？", "高龄津贴怎么领？");
    };
    expect::file("touched/changed-title.txt", &touched(edit));
}

#[test]
fn a_new_record_touches_its_lists() {
    let edit = |site: &SiteTest| {
        site.write(
            "content/communities/shanghe/queries/shui-fei.md",
            "---\n标题: 水费怎么交？\n提出日期: 2026-09-01\n问: 在哪里交水费？\n示例: 是\n---\n",
        );
    };
    expect::file("touched/added.txt", &touched(edit));
}

#[test]
fn a_removed_record_goes_with_its_files() {
    let edit = |site: &SiteTest| {
        site.remove("content/communities/shanghe/queries/lu-deng-guan-hu.md");
    };
    expect::file("touched/removed.txt", &touched(edit));
}

#[test]
fn only_metadata_changed() {
    let edit = |site: &SiteTest| {
        site.replace(PAGE, "更新: 2026-01-20", "更新: 2026-01-21");
    };
    expect::file("touched/only-metadata.txt", &touched(edit));
}

#[test]
fn only_prose_changed() {
    let edit = |site: &SiteTest| {
        site.replace(PAGE, "上河村在河的上游。", "上河村在河的上游，离镇五里。");
    };
    expect::file("touched/only-prose.txt", &touched(edit));
}

#[test]
fn a_touched_output_is_put_right() {
    let site = SiteTest::two();
    site.build();
    let good = site.output();
    site.write("output/shanghe/queries/bu-tie.html", "<p>someone was here");
    site.remove("output/shanghe/queries/lu-deng-guan-hu.html");
    site.build();
    assert_eq!(site.output().difference(&good), "");
}

#[test]
fn a_community_that_is_gone_goes_from_the_output() {
    let site = SiteTest::two();
    site.build();
    fs::remove_dir_all(site.path("content/communities/heping")).expect("removable");
    site.build();
    assert_eq!(site.output().difference(&site.clean_build()), "");
    assert!(!site.path("output/heping").exists());
}

/// A question among many, with an answer long enough for an index.
fn question(site: &SiteTest, community: &str, number: u32, title: &str) {
    let signs = |from: u32| (0..900).filter_map(move |n| char::from_u32(0x4e00 + (from * 131 + n * 7) % 4000));
    let answer: String = signs(number).collect();
    let day = format!("2025-{:02}-{:02}", number % 12 + 1, number % 28 + 1);
    let text = format!("---\n标题: {title}\n提出日期: {day}\n问: {title}\n示例: 是\n---\n{answer}\n");
    site.write(&format!("content/communities/{community}/queries/q{number:03}.md"), text);
}

/// The files below the cache with this ending.
fn kept(site: &SiteTest, ending: &str) -> Vec<std::path::PathBuf> {
    let all = walkdir::WalkDir::new(site.path(".gongkai/cache")).into_iter().filter_map(Result::ok);
    let files: Vec<_> =
        all.map(walkdir::DirEntry::into_path).filter(|p| p.to_string_lossy().ends_with(ending)).collect();
    assert!(!files.is_empty(), "no {ending} in the cache");
    files
}

#[test]
fn a_large_search_over_all_follows_every_edit() {
    let site = SiteTest::two();
    for number in 0..120 {
        question(&site, ["shanghe", "heping"][number as usize % 2], number, &format!("第{number}件事怎么办？"));
    }
    site.build();
    let count = |tree: &str| tree.lines().filter(|l| l.contains("search-data/")).count();
    let whole = site.output().paths().iter().filter(|p| p.starts_with("search-data/")).count();
    assert!(whole > 100, "only {whole} files of an index");
    let step = |what: &str, most: usize, edit: &dyn Fn()| {
        let before = site.output();
        edit();
        site.build();
        let after = site.output();
        assert_eq!(after.difference(&site.clean_build()), "", "{what}: not what a clean build gives");
        let touched = count(&after.touched_since(&before));
        assert!(touched <= most, "{what}: {touched} of {whole} files of the search over all");
    };
    let damage = |ending: &str| {
        for path in kept(&site, ending) {
            let mut bytes = fs::read(&path).expect("readable");
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x55;
            fs::write(path, bytes).expect("writable");
        }
    };
    let nothing_waits = || {
        let all = walkdir::WalkDir::new(site.path(".gongkai")).into_iter().filter_map(Result::ok);
        assert!(all.map(|e| e.into_path()).all(|p| p.extension().is_none_or(|e| e != "next")));
    };
    step("nothing", 0, &|| {});
    step("a title", whole / 2, &|| question(&site, "shanghe", 40, "第40件事怎么办好？"));
    step("a file of the index is gone", 1, &|| {
        site.remove("output/search-data/t0/1.js");
    });
    step("blocks are damaged", whole / 2, &|| {
        damage(".block");
        question(&site, "shanghe", 42, "第42件事怎么办好？");
    });
    step("what was found is damaged", whole / 2, &|| {
        damage(".docs");
        question(&site, "heping", 41, "第41件事怎么办好？");
    });
    step("a new record", whole, &|| question(&site, "heping", 121, "新的一件事"));
    step("a record that went", whole, &|| {
        site.remove("content/communities/shanghe/queries/q002.md");
    });
    nothing_waits();
    // What a failed build had found already is not taken for what was published.
    let before = site.output();
    question(&site, "shanghe", 50, "第50件事怎么办好？");
    site.write("content/communities/shanghe/queries/q051.md", "---\n标题: [\n---\n");
    assert!(!site.try_build(&site.options()).expect("no fault of the disk").published);
    assert_eq!(site.output().difference(&before), "");
    site.remove("content/communities/shanghe/queries/q051.md");
    nothing_waits();
    step("the same without the mistake", whole / 2, &|| {});
}

/// One edit of a workspace.
#[derive(Debug, Clone)]
enum Edit {
    Title(usize, String),
    Prose(usize, String),
    Add(u8, String),
    Remove(u8),
    Community(String),
    Site(String),
    Profile(bool),
    Day(bool),
}

fn edit() -> impl Strategy<Value = Edit> {
    let word = "[路灯水桥田一二三a-c ]{1,6}";
    prop_oneof![
        (0..4_usize, word).prop_map(|(at, text)| Edit::Title(at, text)),
        (0..4_usize, word).prop_map(|(at, text)| Edit::Prose(at, text)),
        (0..4_u8, word).prop_map(|(name, text)| Edit::Add(name, text)),
        (0..4_u8).prop_map(Edit::Remove),
        word.prop_map(Edit::Community),
        word.prop_map(Edit::Site),
        any::<bool>().prop_map(Edit::Profile),
        any::<bool>().prop_map(Edit::Day),
    ]
}

const EDITED: [&str; 4] =
    [QUERY, PAGE, "content/communities/shanghe/decisions/lu-deng.md", "content/communities/heping/queries/dian-ti.md"];

fn apply(site: &SiteTest, edit: &Edit) {
    match edit {
        Edit::Title(at, text) => {
            let old = site.read(EDITED[*at]);
            let line =
                |l: &str| if l.starts_with("标题:") { format!("标题: \"{text}改\"\n") } else { format!("{l}\n") };
            site.write(EDITED[*at], old.lines().map(line).collect::<String>());
        }
        Edit::Prose(at, text) => {
            let old = site.read(EDITED[*at]);
            site.write(EDITED[*at], format!("{old}\n{text}\n"));
        }
        Edit::Add(name, text) => {
            let body =
                format!("---\n标题: \"新{text}\"\n提出日期: 2026-1{}-01\n问: \"{text}？\"\n示例: 是\n---\n", name % 2);
            site.write(&format!("content/communities/shanghe/queries/new-{name}.md"), body);
        }
        Edit::Remove(name) => {
            let _ = fs::remove_file(site.path(&format!("content/communities/shanghe/queries/new-{name}.md")));
        }
        Edit::Community(text) => {
            let path = "content/communities/shanghe/community.yaml";
            let old = site.read(path);
            let line =
                |l: &str| if l.starts_with("简介:") { format!("简介: \"{text}\"\n") } else { format!("{l}\n") };
            site.write(path, old.lines().map(line).collect::<String>());
        }
        Edit::Site(text) => {
            let old = site.read("content/site.yaml");
            let line = |l: &str| {
                if l.starts_with("发布者:") { format!("发布者: \"{text}\"\n") } else { format!("{l}\n") }
            };
            site.write("content/site.yaml", old.lines().map(line).collect::<String>());
        }
        Edit::Profile(there) => {
            let path = "content/profiles/indicators/zhiyuan-fuwu-xiaoshi.yaml";
            if *there {
                let text = "标识: zhiyuan-fuwu-xiaoshi\n名称: 志愿服务小时\n单位: 小时\n方向: 越高越好\n目标: 1000\n";
                site.write(path, text);
            } else {
                let _ = fs::remove_file(site.path(path));
            }
        }
        // Built for another day in between, as happens overnight.
        Edit::Day(later) => {
            let day = if *later { "2027-01-15" } else { "2026-06-30" };
            let world = gongkai::world::DiskWorld::new(site.root(), gongkai::value::read_date(day).expect("a day"));
            let outcome = gongkai::build::build(&world, &site.options(), &|_, _| {}).expect("builds");
            assert!(outcome.published);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn incremental_equals_clean(steps in prop::collection::vec(prop::collection::vec(edit(), 1..4), 1..4)) {
        let site = SiteTest::two();
        site.build();
        for edits in &steps {
            for edit in edits {
                apply(&site, edit);
            }
            site.build();
            prop_assert_eq!(site.output().difference(&site.clean_build()), "");
        }
        let before = site.output();
        prop_assert_eq!(site.build().written, 0);
        prop_assert_eq!(site.output().touched_since(&before), "");
    }
}

/// The file that an edit touches.
fn path(edit: &Edit) -> Option<String> {
    Some(match edit {
        Edit::Title(at, _) | Edit::Prose(at, _) => EDITED[*at].to_owned(),
        Edit::Add(name, _) | Edit::Remove(name) => format!("content/communities/shanghe/queries/new-{name}.md"),
        Edit::Community(_) => "content/communities/shanghe/community.yaml".to_owned(),
        Edit::Site(_) => "content/site.yaml".to_owned(),
        Edit::Profile(_) => "content/profiles/indicators/zhiyuan-fuwu-xiaoshi.yaml".to_owned(),
        Edit::Day(_) => return None,
    })
}

/// Everything that a held city shows, by address.
fn shown(held: &Held) -> BTreeMap<String, Vec<u8>> {
    let sites = held.sites().flat_map(|(id, site)| site.iter().map(move |(route, o)| (format!("{id}/{route}"), o)));
    let portal = held.portal().iter().map(|(route, output)| (route.to_owned(), output));
    let search = held.search().iter().map(|(route, output)| (format!("search-data/{route}"), output));
    let file = |(route, output): (String, &Output)| {
        let bytes = output.bytes.as_ref().unwrap_or_else(|| panic!("{route} has lost its bytes")).to_vec();
        (route, bytes)
    };
    sites.chain(portal).chain(search).map(file).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn held_in_memory_equals_clean(steps in prop::collection::vec(prop::collection::vec(edit(), 1..4), 1..4)) {
        let site = SiteTest::two();
        let mut held = Held::default();
        let watched = BTreeSet::from(["shanghe".to_owned()]);
        let mut bring = |world: &DiskWorld, hint: &Hint| {
            held.update(world, hint, &watched, &|_, _| {}).expect("readable");
            for id in ["shanghe", "heping"] {
                assert!(held.open(world, id).expect("readable"));
            }
            if let Some(step) = held.follow() {
                let done = step.run(world);
                held.followed(done);
            }
            assert!(held.trouble().is_empty(), "{:?}", held.trouble());
            shown(&held)
        };
        bring(&site.world(), &Hint::Everything);
        for edits in &steps {
            for edit in edits {
                apply(&site, edit);
                if let Edit::Day(later) = edit {
                    let day = gongkai::value::read_date(if *later { "2027-01-15" } else { "2026-06-30" });
                    bring(&DiskWorld::new(site.root(), day.expect("a day")), &Hint::Paths(BTreeSet::new()));
                }
            }
            let paths = edits.iter().filter_map(path).collect();
            let now = bring(&site.world(), &Hint::Paths(paths));
            let clean = site.clean_build();
            let clean = clean.0.iter().filter(|(path, _)| !path.ends_with("manifest.json"));
            let clean: BTreeMap<String, Vec<u8>> = clean.map(|(path, file)| (path.clone(), file.bytes.clone())).collect();
            let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
            prop_assert_eq!(names(&now), names(&clean));
            let differ: Vec<&String> = clean.iter().filter(|(path, bytes)| now[*path] != **bytes).map(|(p, _)| p).collect();
            prop_assert!(differ.is_empty(), "{:?} differ after {:?}", differ, edits);
        }
    }
}
