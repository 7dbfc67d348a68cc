//! Builds in shares: many processes give the same site as one, and what does not belong together is never joined.
//!
//! In: the sample and the two small communities, the real binary. Out: files that differ, sentences.
//! Never looks into a page: that one build makes them right is tested elsewhere.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};

use gongkai::build::{self, Options, Shard, Share};

use crate::kit::program::{command, finish, run};
use crate::kit::site::SiteTest;
use crate::kit::tree::{Tree, copy};

const DAY: [&str; 2] = ["--as-of", "2026-11-23"];
const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";

/// Starts the build of a share.
fn start(site: &SiteTest, shard: &str, out: &str) -> Child {
    let mut program = command(site.root(), &["build", "-q", "--shard", shard, "--out", out, "--summaries", "sums"]);
    program.args(DAY).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

fn done(child: Child) {
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Builds shares one after another into one output.
fn shares(site: &SiteTest, list: &[&str]) {
    list.iter().for_each(|shard| done(start(site, shard, "parts")));
}

fn portals(site: &SiteTest) -> crate::kit::program::Run {
    run(site.root(), &["build", "--portal-from", "sums", "--out", "parts", DAY[0], DAY[1]])
}

#[test]
fn many_processes_give_byte_for_byte_the_site_of_one() {
    let site = SiteTest::sample();
    let whole = run(site.root(), &["build", "-q", "--out", "whole", DAY[0], DAY[1]]);
    assert_eq!(whole.code, 0, "{whole:?}");
    // Two write into one output at the same time, two have disks of their own, one finds no community.
    let places = ["parts", "parts", "disk-3", "disk-4", "parts"];
    let children: Vec<Child> =
        (1..).zip(places).map(|(number, out)| start(&site, &format!("{number}/5"), out)).collect();
    children.into_iter().for_each(done);
    for disk in ["disk-3", "disk-4"] {
        copy(&site.path(disk), &site.path("parts"));
    }
    let told = portals(&site);
    assert_eq!(told.code, 0, "{told:?}");
    let (whole, parts) = (Tree::read(&site.path("whole")), Tree::read(&site.path("parts")));
    assert_eq!(whole.difference(&parts), "");
    assert!(parts.paths().contains(&"search-data/meta.js") && parts.paths().contains(&"index.html"));
    assert!(told.err.contains("10 个村（社区）") && told.err.contains("parts/index.html"), "{}", told.err);
}

#[test]
fn shares_leave_no_memory_and_the_ordinary_build_goes_on_from_them() {
    let site = SiteTest::two();
    shares(&site, &["1/2", "2/2"]);
    assert_eq!(portals(&site).code, 0);
    assert!(!site.path(".gongkai").exists(), "a share needs no folder of the workspace");
    let again = run(site.root(), &["build", "--out", "parts", DAY[0], DAY[1]]);
    assert_eq!(again.code, 0, "{again:?}");
    assert_eq!(Tree::read(&site.path("parts")).difference(&site.clean_build()), "");
    // What a share that was killed left behind does not stay, and a community that is gone goes from the output.
    site.write("parts/.gongkai-stage-1-of-7/shanghe/index.html", "half");
    fs::remove_dir_all(site.path("content/communities/heping")).expect("removed");
    fs::remove_dir_all(site.path("sums")).expect("removed");
    shares(&site, &["1/2", "2/2"]);
    assert_eq!(portals(&site).code, 0);
    assert_eq!(Tree::read(&site.path("parts")).difference(&site.clean_build()), "");
}

/// The number of the share that holds 上河村, of two.
fn share_of_shanghe() -> u32 {
    (1..=2).find(|number| Shard::new(*number, 2).expect("a share").holds("shanghe")).expect("in one of them")
}

#[test]
fn what_does_not_belong_together_makes_no_portal() {
    let site = SiteTest::two();
    shares(&site, &["1/2"]);
    let refused = |why: &str| {
        let before = Tree::read(&site.path("parts"));
        let told = portals(&site);
        assert_eq!(told.code, 3, "{why}: {told:?}");
        assert!(told.err.contains(why), "{why:?} is not said: {}", told.err);
        assert_eq!(Tree::read(&site.path("parts")).touched_since(&before), "");
    };
    refused("共 2 份，“sums”里还缺第 2 份");
    shares(&site, &["2/2"]);
    assert_eq!(portals(&site).code, 0);
    let sum = site.path("sums/2-of-2.summary");
    let sound = fs::read(&sum).expect("a summary");
    for at in [0, 40, sound.len() / 2, sound.len() - 1] {
        let mut damaged = sound.clone();
        damaged[at] ^= 1;
        fs::write(&sum, damaged).expect("written");
        refused("2-of-2.summary 不能用");
    }
    fs::write(&sum, &sound[..sound.len() / 2]).expect("written");
    refused("2-of-2.summary 不能用");
    fs::copy(site.path("sums/1-of-2.summary"), &sum).expect("copied");
    refused("2-of-2.summary 不能用");
    fs::write(&sum, &sound).expect("written");
    shares(&site, &["1/3"]);
    refused("份数不一样（2, 3）");
    fs::remove_file(site.path("sums/1-of-3.summary")).expect("removed");
    let other = run(site.root(), &["build", "--portal-from", "sums", "--out", "parts", "--as-of", "2026-11-24"]);
    assert!(other.code == 3 && other.err.contains("不是同一天"), "{other:?}");
    site.replace("content/site.yaml", "主办单位: 示例市民政局", "主办单位: 示例市民政事务局");
    refused("不是同样的设置和规则");
    shares(&site, &["1/2", "2/2"]);
    assert_eq!(portals(&site).code, 0);
    site.replace("content/communities/heping/community.yaml", "名称: ", "名称: 新");
    refused("不是同样的村（社区）名单");
    fs::remove_dir_all(site.path("sums")).expect("removed");
    fs::create_dir(site.path("sums")).expect("made");
    refused("“sums”里没有摘要");
    fs::remove_dir(site.path("sums")).expect("removed");
    assert_eq!(portals(&site).code, 4, "a folder that is not there cannot be read");
}

#[test]
fn a_share_with_errors_leaves_its_sites_and_its_summary_as_they_were() {
    let site = SiteTest::two();
    shares(&site, &["1/2", "2/2"]);
    assert_eq!(portals(&site).code, 0);
    let before = (Tree::read(&site.path("parts")), Tree::read(&site.path("sums")));
    site.write(QUERY, "---\n标题: 坏了\n---\n");
    let shard = format!("{}/2", share_of_shanghe());
    let build = |more: &[&str]| {
        let all = ["build", "--shard", &shard, "--out", "parts", "--summaries", "sums", DAY[0], DAY[1]];
        run(site.root(), &[&all, more].concat())
    };
    let refused = build(&[]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert_eq!(Tree::read(&site.path("parts")).touched_since(&before.0), "");
    assert_eq!(Tree::read(&site.path("sums")).touched_since(&before.1), "");
    let going = build(&["--keep-going"]);
    assert_eq!(going.code, 1, "{going:?}");
    assert_eq!(portals(&site).code, 0);
    let options = Options { out: site.path("whole"), keep_going: true, ..Options::default() };
    assert!(site.try_build(&options).expect("builds").published);
    assert_eq!(Tree::read(&site.path("whole")).difference(&Tree::read(&site.path("parts"))), "");
}

#[test]
fn the_number_of_a_share_comes_from_the_flag_or_the_cluster() {
    let site = SiteTest::two();
    for (index, file) in [("0", "1-of-2"), ("1", "2-of-2")] {
        let mut job = command(site.root(), &["build", "-q", "--shard", "job/2", DAY[0], DAY[1]]);
        let told = finish(job.env("JOB_COMPLETION_INDEX", index));
        assert_eq!(told.code, 0, "{told:?}");
        assert!(site.path(&format!(".gongkai/summaries/{file}.summary")).is_file(), "{file}");
    }
    for arguments in [
        &["--shard", "0/4"][..],
        &["--shard", "5/4"],
        &["--shard", "4"],
        &["--shard", "1/0"],
        &["--shard", "1/100000"],
        &["--shard", "job/4"],
        &["--shard", "1/4", "--community", "heping"],
        &["--shard", "1/4", "--portal-from", "sums"],
        &["--summaries", "sums"],
        &["--recipe", "shell"],
        &["--shard", "1/4", "--recipe", "nomad"],
    ] {
        let mut build = command(site.root(), &[&["build"][..], arguments].concat());
        let told = finish(build.env_remove("JOB_COMPLETION_INDEX"));
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{arguments:?}: {told:?}");
        assert!(!told.err.trim().is_empty(), "{arguments:?} says why");
    }
    let mut job = command(site.root(), &["build", "--shard", "job/2", "--lang", "en"]);
    let beyond = finish(job.env("JOB_COMPLETION_INDEX", "2"));
    assert!(beyond.code == 2 && beyond.err.contains("JOB_COMPLETION_INDEX"), "{beyond:?}");
}

fn recipe(name: &str, shard: &str) -> String {
    let told = run(Path::new("/"), &["build", "--shard", shard, "--recipe", name]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
    told.out
}

#[test]
#[cfg(unix)]
fn the_recipe_for_one_machine_runs() {
    let site = SiteTest::two();
    site.write("recipe.sh", recipe("shell", "job/3"));
    let program = Path::new(env!("CARGO_BIN_EXE_gongkai")).parent().expect("a folder");
    let path = std::env::var("PATH").expect("a search path");
    let mut shell = std::process::Command::new("sh");
    let shell = shell.current_dir(site.root()).args(["recipe.sh", "2026-11-23"]);
    let told = finish(shell.env("PATH", format!("{}:{path}", program.display())).env_remove("LANG"));
    assert_eq!(told.code, 0, "{told:?}");
    assert_eq!(Tree::read(&site.path("output")).difference(&site.clean_build()), "");
}

/// YAML as people write it, judged by another parser than ours.
fn yaml(text: &str) -> Vec<serde_json::Value> {
    let mut python = std::process::Command::new(crate::kit::project("tests/peers/.venv/bin/python"));
    let code = "import sys, json, yaml; print(json.dumps(list(yaml.safe_load_all(sys.argv[1]))))";
    let told = finish(python.args(["-c", code, text]));
    assert_eq!(told.code, 0, "{told:?}");
    serde_json::from_str(&told.out).expect("JSON")
}

#[test]
fn the_recipes_for_clusters_are_whole() {
    if std::env::var_os("GONGKAI_BROWSER").is_none() {
        return;
    }
    let jobs = yaml(&recipe("kubernetes", "job/64"));
    let [shares, portals] = jobs.as_slice() else { panic!("two jobs: {jobs:?}") };
    assert_eq!(shares["spec"]["completionMode"], "Indexed");
    assert_eq!(shares["spec"]["completions"], 64);
    assert_eq!(portals["spec"]["suspend"], true);
    for (job, flag) in [(shares, "--shard"), (portals, "--portal-from")] {
        assert_eq!((&job["apiVersion"], &job["kind"]), (&"batch/v1".into(), &"Job".into()));
        let pod = &job["spec"]["template"]["spec"];
        assert_eq!(pod["restartPolicy"], "Never");
        let container = &pod["containers"][0];
        let words: Vec<&str> =
            container["args"].as_array().expect("arguments").iter().map(|a| a.as_str().expect("text")).collect();
        assert!(words.contains(&flag), "{words:?}");
        // Every folder that the arguments name is a volume of the pod.
        let mounted = container["volumeMounts"].as_array().expect("mounts");
        for folder in words.iter().filter(|word| word.starts_with('/')) {
            let mount = mounted.iter().find(|m| m["mountPath"] == *folder).unwrap_or_else(|| panic!("{folder}"));
            let volumes = pod["volumes"].as_array().expect("volumes");
            assert!(volumes.iter().any(|v| v["name"] == mount["name"]), "{folder}");
        }
    }
    let matrix = yaml(&recipe("matrix", "1/4"));
    assert_eq!(matrix[0]["jobs"]["share"]["strategy"]["matrix"]["share"], serde_json::json!([1, 2, 3, 4]));
    assert_eq!(matrix[0]["jobs"]["portals"]["needs"], "share");
}

#[test]
fn a_share_holds_the_same_communities_by_library_and_by_hand() {
    let site = SiteTest::two();
    for number in 1..=4 {
        let shard = Shard::new(number, 4).expect("a share");
        let share = Some(Share { shard, summaries: site.path("sums") });
        let options = Options { out: site.path(&format!("out-{number}")), share, ..Options::default() };
        let outcome = build::build(&site.world(), &options, &|_, _| {}).expect("builds");
        assert!(outcome.published);
        let sites: Vec<bool> =
            ["heping", "shanghe"].iter().map(|id| options.out.join(id).join("manifest.json").is_file()).collect();
        assert_eq!(sites, ["heping", "shanghe"].map(|id| shard.holds(id)), "{number}");
        assert!(!options.out.join("index.html").exists(), "a share makes no portal");
    }
}
