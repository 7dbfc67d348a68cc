//! Packs: a village's records go to the bureau and back, by the real binary.
//!
//! In: two workspaces with the same community. Out: sentences, files that differ. Never a merge by halves: after a
//! refusal every file is as it was.

use std::fs;
use std::io::ErrorKind;

use gongkai::pack::history;
use gongkai::write::{Disk, finish as go_on, put_all_on};

use crate::kit::desk::Secretary;
use crate::kit::faulty::Faulty;
use crate::kit::program::{Run, command, finish};
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

const VILLAGE: &str = "content/communities/shanghe";
const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";
const GUIDE: &str = "content/communities/shanghe/pages/cun-qing.md";

/// Runs the program on 2026-11-23.
fn run(site: &SiteTest, arguments: &[&str]) -> Run {
    finish(command(site.root(), arguments).env("SOURCE_DATE_EPOCH", "1795392000"))
}

/// The bytes of a pack of 上河村.
fn pack(site: &SiteTest) -> Vec<u8> {
    let told = run(site, &["export", "--pack", "shanghe", "--out", "pack.zip"]);
    assert_eq!(told.code, 0, "{told:?}");
    fs::read(site.path("pack.zip")).expect("a pack")
}

/// Hands a pack over and merges it.
fn merge(site: &SiteTest, bytes: &[u8], more: &[&str]) -> Run {
    fs::write(site.path("in.zip"), bytes).expect("written");
    run(site, &[&["import", "--pack", "in.zip"], more].concat())
}

fn merged(site: &SiteTest, bytes: &[u8]) -> String {
    let told = merge(site, bytes, &[]);
    assert_eq!(told.code, 0, "{told:?}");
    told.err
}

fn village(site: &SiteTest) -> Tree {
    Tree::read(&site.path(VILLAGE))
}

/// Merges what must be refused: exit code 1, and nothing is written.
fn refused(site: &SiteTest, bytes: &[u8], more: &[&str], why: &str) -> String {
    fs::write(site.path("in.zip"), bytes).expect("written");
    let before = Tree::read(site.root());
    let told = merge(site, bytes, more);
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.err.contains(why), "{why:?} is not said: {}", told.err);
    let mut after = Tree::read(site.root());
    after.0.insert("in.zip".into(), before.0["in.zip"].clone());
    assert_eq!(after.touched_since(&before), "");
    told.err
}

#[test]
fn what_the_village_changed_is_what_the_bureau_has() {
    let (village_pc, bureau) = (SiteTest::two(), SiteTest::two());
    let told = run(&village_pc, &["export", "--pack", "上河村"]);
    assert_eq!((told.code, told.out.trim()), (0, "上河村-2026-11-23.zip"), "{told:?}");
    assert!(told.err.contains("已打包 10 个文件，共 "), "{}", told.err);
    let first = fs::read(village_pc.path("上河村-2026-11-23.zip")).expect("a pack");
    let told = merged(&bureau, &first);
    assert!(told.contains("新增 0 个，修改 0 个，删除 0 个；这里改过、照旧保留 0 个"), "{told}");
    village_pc
        .replace(QUERY, "高龄", "老年")
        .write(
            &format!("{VILLAGE}/pages/zhi-nan.md"),
            "---\n标题: 办事指南\n栏目: 村情\n公开日期: 2026-11-02\n示例: 是\n---\n上午办理。\n",
        )
        .remove(&format!("{VILLAGE}/queries/lu-deng-guan-hu.md"));
    // A pack that is lost on its way does no harm.
    pack(&village_pc);
    village_pc.replace(QUERY, "老年", "老人");
    let third = pack(&village_pc);
    let dry = merge(&bureau, &third, &["--dry-run"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    assert_ne!(village(&bureau).difference(&village(&village_pc)), "", "nothing was written");
    let told = merged(&bureau, &third);
    assert!(told.contains("~ queries/bu-tie.md\n") && told.contains("+ pages/zhi-nan.md\n"), "{told}");
    assert!(told.contains("− queries/lu-deng-guan-hu.md\n"), "{told}");
    assert!(told.contains("新增 1 个，修改 1 个，删除 1 个"), "{told}");
    assert_eq!(village(&bureau).difference(&village(&village_pc)), "");
    assert!(merged(&bureau, &third).contains("新增 0 个，修改 0 个，删除 0 个"));
    // What was replaced and removed is kept.
    let kept = Tree::read(&bureau.path(".gongkai/versions"));
    assert!(kept.paths().iter().any(|p| p.contains("queries/bu-tie.md/")), "{:?}", kept.paths());
    assert!(kept.paths().iter().any(|p| p.contains("queries/lu-deng-guan-hu.md/")), "{:?}", kept.paths());
    assert!(!bureau.path(".gongkai-stage-pack").exists());
    // An older pack brings nothing back.
    let told = merged(&bureau, &first);
    assert!(told.contains("新增 0 个，修改 0 个，删除 0 个；这里改过、照旧保留 2 个"), "{told}");
    assert_eq!(village(&bureau).difference(&village(&village_pc)), "");
}

#[test]
fn packs_go_both_ways() {
    let (village_pc, bureau) = (SiteTest::two(), SiteTest::two());
    merged(&bureau, &pack(&village_pc));
    bureau.replace(GUIDE, "更新: 2026-01-20", "更新: 2026-11-20");
    village_pc.replace(QUERY, "高龄", "老年");
    let told = merged(&bureau, &pack(&village_pc));
    assert!(
        told.contains("~ queries/bu-tie.md\n= pages/cun-qing.md\n") || told.contains("= pages/cun-qing.md\n"),
        "{told}"
    );
    assert!(bureau.read(GUIDE).contains("2026-11-20"), "what the bureau changed stays");
    let told = merged(&village_pc, &pack(&bureau));
    assert!(told.contains("~ pages/cun-qing.md\n"), "{told}");
    assert_eq!(village(&bureau).difference(&village(&village_pc)), "");
}

#[test]
fn what_both_changed_is_told_record_by_record_and_a_person_decides() {
    let (village_pc, bureau) = (SiteTest::two(), SiteTest::two());
    merged(&bureau, &pack(&village_pc));
    village_pc.replace(QUERY, "高龄", "老年").replace(GUIDE, "更新: 2026-01-20", "更新: 2026-11-19");
    bureau.replace(QUERY, "高龄", "长寿").remove(GUIDE);
    let theirs = pack(&village_pc);
    let told = refused(&bureau, &theirs, &[], "GK2406");
    assert!(told.contains("“queries/bu-tie.md”两边都改过，不知道该用哪一份"), "{told}");
    assert!(told.contains("“pages/cun-qing.md”两边都改过：这里删了，对方（2026-11-23）改了"), "{told}");
    assert!(told.contains("标题: 长寿补贴怎么领？") && told.contains("标题: 老年补贴怎么领？"), "{told}");
    refused(&bureau, &theirs, &["--take", "queries/bu-tie"], "“pages/cun-qing.md”");
    let idle = merge(&bureau, &theirs, &["--take", "all", "--keep", "finance/2026-09"]);
    assert!(idle.code == 2 && idle.err.contains("finance/2026-09"), "{idle:?}");
    let decided = merge(&bureau, &theirs, &["--take", "queries/bu-tie", "--keep", "pages/cun-qing.md"]);
    assert_eq!(decided.code, 0, "{decided:?}");
    assert!(bureau.read(QUERY).contains("老年") && !bureau.path(GUIDE).exists());
    // The decision travels back, and asks nobody again.
    let told = merged(&village_pc, &pack(&bureau));
    assert!(told.contains("− pages/cun-qing.md\n"), "{told}");
    assert_eq!(village(&bureau).difference(&village(&village_pc)), "");
    assert!(merged(&bureau, &pack(&village_pc)).contains("新增 0 个，修改 0 个，删除 0 个"));
}

#[test]
fn without_a_common_state_nothing_is_overwritten() {
    let (village_pc, bureau) = (SiteTest::two(), SiteTest::two());
    village_pc.replace(QUERY, "高龄", "老年");
    let first = pack(&village_pc);
    refused(&bureau, &first, &[], "“queries/bu-tie.md”");
    let taken = merge(&bureau, &first, &["--take", "all"]);
    assert_eq!(taken.code, 0, "{taken:?}");
    assert_eq!(village(&bureau).difference(&village(&village_pc)), "");
}

#[test]
fn what_could_not_be_published_is_not_merged() {
    let (village_pc, bureau) = (SiteTest::two(), SiteTest::two());
    merged(&bureau, &pack(&village_pc));
    village_pc.write(QUERY, "---\n标题: 坏了\n---\n").replace(GUIDE, "更新: 2026-01-20", "更新: 2026-11-19");
    let told = run(&village_pc, &["export", "--pack", "shanghe", "--out", "pack.zip"]);
    assert!(told.code == 0 && told.err.contains("上级收不进去"), "{told:?}");
    let bytes = fs::read(village_pc.path("pack.zip")).expect("a pack");
    let told = refused(&bureau, &bytes, &[], "没有合并，这里的记录一点没有动");
    assert!(told.contains("queries/bu-tie.md"), "{told}");
}

#[test]
fn a_pack_finds_its_own_community_only() {
    let (village_pc, bureau) = (SiteTest::two(), SiteTest::two());
    let bytes = pack(&village_pc);
    refused(&bureau, &bytes, &["--community", "heping"], "这是“上河村”（shanghe）的包，不是 heping 的");
    fs::remove_dir_all(bureau.path(VILLAGE)).expect("removed");
    let told = refused(&bureau, &bytes, &[], "这里没有“上河村”（shanghe）");
    assert!(told.contains("请加上 --community shanghe"), "{told}");
    let new = merge(&bureau, &bytes, &["--community", "shanghe"]);
    assert_eq!(new.code, 0, "{new:?}");
    assert_eq!(village(&bureau).difference(&village(&village_pc)), "");
    assert_eq!(run(&bureau, &["build", "-q"]).code, 0);
}

#[test]
fn the_same_folder_gives_the_same_pack_and_only_what_belongs_to_it() {
    let (one, other) = (SiteTest::two(), SiteTest::two());
    for site in [&one, &other] {
        site.write(&format!("{VILLAGE}/files/安装.exe"), "MZ").write(&format!("{VILLAGE}/草稿.docx"), "PK");
    }
    let told = run(&one, &["export", "--pack", "shanghe", "--out", "pack.zip"]);
    assert!(told.err.contains("没有打包：files/安装.exe") && told.err.contains("没有打包：草稿.docx"), "{}", told.err);
    assert_eq!(fs::read(one.path("pack.zip")).expect("a pack"), pack(&other));
    let nobody = run(&one, &["export", "--pack", "niemand"]);
    assert!(nobody.code == 2 && nobody.err.contains("heping, shanghe"), "{nobody:?}");
    for arguments in [
        &["export", "--pack", "shanghe", "finance/2026-09"][..],
        &["import", "--take", "all", "pack.zip"],
        &["import", "--pack", "pack.zip", "--into", "finance/2026-09"],
    ] {
        assert_eq!(run(&one, arguments).code, 2, "{arguments:?}");
    }
    assert_eq!(run(&one, &["import", "--pack", "nirgends.zip"]).code, 4);
}

#[test]
fn the_editor_tells_the_size_and_gives_the_same_pack() {
    let site = SiteTest::two();
    let desk = Secretary::at(&site);
    let tasks = desk.open("/_edit/c/shanghe");
    assert!(String::from_utf8_lossy(&tasks.response.body).contains("href=\"/_edit/c/shanghe/pack\">打包交上级</a>"));
    let told = desk.open("/_edit/c/shanghe/pack");
    assert!(told.text().contains("共 10 个文件，打成一个文件，"), "{}", told.text());
    assert!(told.text().contains("下载“上河村-2026-11-23.zip”") && !told.text().contains("处错误"), "{}", told.text());
    assert!(!site.path(".gongkai").exists(), "looking changes nothing");
    let given = desk.post("/_edit/c/shanghe/pack", &[]).response;
    assert_eq!((given.status, given.kind.as_str()), (200, "application/zip"));
    let name = given.headers.iter().find(|(name, _)| name == "Content-Disposition").expect("a name");
    assert!(name.1.starts_with("attachment; filename*=UTF-8''%E4%B8%8A"), "{name:?}");
    assert_eq!(given.body, pack(&SiteTest::two()));
    let state = site.path(".gongkai/packs/shanghe.json");
    assert!(state.is_file(), "the state that was packed is remembered");
    site.write(QUERY, "---\n标题: 坏了\n---\n").write(&format!("{VILLAGE}/草稿.docx"), "PK");
    let told = desk.open("/_edit/c/shanghe/pack");
    assert!(told.text().contains("上级收不进去") && told.text().contains("草稿.docx"), "{}", told.text());
}

/// What a pack brings: one file changed, one new in a folder of its own, one gone.
fn bring(disk: &dyn Disk, site: &SiteTest) -> bool {
    let guide = site.read(GUIDE).replace("更新: 2026-01-20", "更新: 2026-11-20");
    let changes = [
        (GUIDE.to_owned(), Some(guide.as_bytes())),
        (format!("{VILLAGE}/files/new/a.csv"), Some(&b"new"[..])),
        (QUERY.to_owned(), None),
    ];
    let own = (history::path("shanghe"), b"remembered");
    put_all_on(disk, &site.world(), site.root(), changes.into_iter(), (&own.0, own.1)).is_ok()
}

/// The files of a workspace that a pack changes.
fn brought(site: &SiteTest) -> Tree {
    let mut tree = village(site);
    tree.0.extend(Tree::read(&site.path(".gongkai/packs")).0);
    tree
}

#[test]
fn whatever_step_of_a_merge_is_the_last_the_records_are_the_old_or_the_new_ones() {
    let (old, done) = (SiteTest::two(), SiteTest::two());
    let sound = Faulty::sound();
    assert!(bring(&sound, &done));
    let (old, new) = (brought(&old), brought(&done));
    assert_ne!(old.difference(&new), "");
    let (mut mended, mut untouched) = (0, 0);
    for at in 0..sound.steps() {
        let site = SiteTest::two();
        let through = bring(&Faulty::at(at, ErrorKind::Other, true), &site);
        let half = brought(&site);
        let finished = go_on(site.root()).expect("it can go on");
        let now = brought(&site);
        let is_new = now.difference(&new).is_empty();
        assert!(is_new || now.difference(&old).is_empty(), "step {at}: {}", now.difference(&new));
        assert!(is_new || !through, "step {at}");
        mended += usize::from(finished && is_new && !half.difference(&new).is_empty());
        untouched += usize::from(!is_new);
        assert!(!go_on(site.root()).expect("nothing is left to do"), "step {at}");
    }
    assert!(mended > 2 && untouched > 5, "{mended} mended, {untouched} untouched");
}

#[test]
fn every_command_finishes_a_merge_that_was_interrupted() {
    let half = || {
        let sound = Faulty::sound();
        bring(&sound, &SiteTest::two());
        // The last step at which one of the files is not in its place yet.
        (0..sound.steps()).rev().find_map(|at| {
            let site = SiteTest::two();
            bring(&Faulty::at(at, ErrorKind::Other, true), &site);
            (site.read(GUIDE).contains("2026-11-20") && site.path(QUERY).is_file()).then_some(site)
        })
    };
    for (arguments, code) in
        [(&["check"][..], 0), (&["build"], 0), (&["seal"], 0), (&["publish"], 3), (&["export", "--pack", "shanghe"], 0)]
    {
        let site = half().expect("a merge that is half done");
        let told = run(&site, arguments);
        assert!(told.err.contains("上次合并打包文件时中断了，剩下的文件现在已经放好。"), "{arguments:?}: {told:?}");
        assert_eq!(told.code, code, "{told:?}");
        assert!(!site.path(QUERY).exists() && !site.path(".gongkai-stage-pack").exists(), "{arguments:?}");
        assert!(!run(&site, arguments).err.contains("中断"), "said once");
    }
}
