//! Both keys are lost: a new ledger goes on from the old one, in the open.
//!
//! In: the program as a secretary and as a township run it. Out: what is said and what is left on the disk, and what the
//! three verifiers say of it. Other programs are asked only where `tests/run` has installed them.

use std::fs;
use std::process::Command;

use gongkai::ledger::seal::{Refusal, goes_on};

use crate::kit::ledger::{problems, read};
use crate::kit::program::{Run, command, finish};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::kit::tree::{Tree, copy};
use crate::web::wanted;

const PASSPHRASE: &str = "示例口令一二三四";
const DAY: &str = "2026-11-23";
const NEXT: &str = "2026-11-24";

fn run(site: &SiteTest, arguments: &[&str]) -> Run {
    finish(command(site.root(), arguments).env("GONGKAI_PASSPHRASE", PASSPHRASE))
}

fn done(site: &SiteTest, arguments: &[&str]) -> Run {
    let run = run(site, arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
    run
}

/// A village that was sealed and published, whose computer and envelope are gone.
fn lost() -> SiteTest {
    let site = SiteTest::two();
    fs::remove_dir_all(site.path("content/communities/heping")).expect("removed");
    done(&site, &["key", "new", "--as-of", DAY]);
    done(&site, &["seal", "--as-of", DAY]);
    done(&site, &["build", "--as-of", DAY]);
    site.write("kept", site.read("output/shanghe/ledger/checkpoint"));
    fs::remove_dir_all(site.path(".gongkai")).expect("computer and sheet are gone");
    site
}

/// The same with a new ledger, built.
fn begun_anew() -> SiteTest {
    let site = lost();
    let run = done(&site, &["key", "restart", "--as-of", NEXT]);
    assert!(run.err.contains("shanghe：旧账本 9 条原样保留在 ledger/shanghe/before/1，新账本已经开始"), "{}", run.err);
    assert!(run.err.contains("把公开的 8 份记录重新记入。新账本共 9 条"), "{}", run.err);
    assert!(run.err.contains("请马上打印备用密钥"), "{}", run.err);
    done(&site, &["build", "--as-of", NEXT]);
    site
}

#[test]
fn a_new_ledger_names_the_old_one_and_every_verifier_warns() {
    let site = begun_anew();
    assert_eq!(problems(&site, NEXT), [""; 0]);
    let old = site.read("kept");
    assert_eq!(site.read("output/shanghe/ledger/before/1/checkpoint"), old, "the old one is kept to the letter");
    let ledger = read(&site, "shanghe");
    let lines: Vec<&str> = old.lines().collect();
    let named = format!("{} {} {}", lines[0], lines[1], lines[2]);
    assert_eq!(ledger.log.begun().expect("begun").continues, Some(named));
    assert_eq!(ledger.log.origin(), format!("{}/2", lines[0]));
    let verify = done(&site, &["verify", "output/shanghe"]);
    let warning = format!(
        "注意：这本账是重新开的，接着旧账本“{}”（9 条，两把密钥都丢失）。\n　　还没有街道（乡镇）的确认",
        lines[0]
    );
    assert!(verify.out.contains(&warning), "{}", verify.out);
    for kept in ["kept", &format!("{}:{}", lines[1], lines[2])] {
        let witness = done(&site, &["witness", kept, "output/shanghe"]);
        assert!(witness.out.starts_with("旧账本的 9 条完整保留，没有改动；但它后来停用了"), "{}", witness.out);
        assert!(witness.out.contains("还没有街道（乡镇）的确认"), "{}", witness.out);
        let verify = done(&site, &["verify", "output/shanghe", "--checkpoint", kept]);
        assert!(verify.out.contains("核对通过"), "{}", verify.out);
    }
    done(&site, &["witness", "kept", "ledger/shanghe"]);
    let forked = run(&site, &["witness", &format!("8:{}", lines[2]), "output/shanghe"]);
    assert_eq!((forked.code, forked.out.contains("账本被改过")), (1, true), "{}", forked.out);
    let page = site.page("shanghe/history/index.html").main();
    assert!(page.contains("旧账本记到 9 条时，两把密钥都丢失了") && page.contains("街道（乡镇）还没有核实"), "{page}");
    // It goes on as any other, and what was published before the restart may still be published over.
    site.write(
        "content/communities/shanghe/pages/er.md",
        "---\n标题: 二\n栏目: 村情\n公开日期: 2026-11-24\n示例: 是\n---\n示例。\n",
    );
    done(&site, &["seal", "--as-of", NEXT]);
    done(&site, &["build", "--as-of", NEXT]);
    assert_eq!(problems(&site, NEXT), [""; 0]);
    let ledger = read(&site, "shanghe");
    assert_eq!(goes_on(&ledger, old.as_bytes()), Ok(()));
    assert_eq!(goes_on(&ledger, old.replace("\n9\n", "\n10\n").as_bytes()), Err(Refusal::Behind(10)));
    assert_eq!(goes_on(&ledger, old.replace("\n9\n", "\n8\n").as_bytes()), Err(Refusal::Forked(8)));
    let other = old.replacen(lines[0], "example.com/other", 1);
    assert_eq!(goes_on(&ledger, other.as_bytes()), Err(Refusal::OtherLog("example.com/other".into())));
    assert_eq!(goes_on(&ledger, b"<!doctype html>"), Err(Refusal::Unreadable));
}

#[test]
fn the_township_confirms_with_a_key_of_its_own() {
    let site = begun_anew();
    // The township has the workspace without the village's keys.
    let township = SiteTest::empty();
    for folder in ["content", "ledger"] {
        copy(&site.path(folder), &township.path(folder));
    }
    let nameless = run(&township, &["key", "confirm", "--as-of", NEXT]);
    assert_eq!((nameless.code, nameless.err.contains("--office")), (2, true), "{}", nameless.err);
    let run_ = done(&township, &["key", "confirm", "--office", "示例街道", "--as-of", NEXT]);
    let key = run_.err.split("签字的公钥是 ").nth(1).and_then(|rest| rest.lines().next()).expect("a key").to_owned();
    assert!(key.starts_with("示例街道+"), "{key}");
    // Once more, by the same key without being named again.
    let again = done(&township, &["key", "confirm", "--as-of", NEXT]);
    assert!(again.err.contains(&key), "{}", again.err);
    site.write("ledger/shanghe/public/confirmed", township.read("ledger/shanghe/public/confirmed"));
    done(&site, &["build", "--as-of", NEXT]);
    assert_eq!(problems(&site, NEXT), [""; 0]);
    let verify = done(&site, &["verify", "output/shanghe", "--office", &key]);
    assert!(verify.out.contains(&format!("已由“示例街道”确认，签字的公钥是 {key}")), "{}", verify.out);
    let other = run(&site, &["verify", "output/shanghe", "--office", &key.replace('A', "B")]);
    assert_eq!((other.code, other.out.contains("没有给出的街道（乡镇）公钥的确认")), (1, true), "{}", other.out);
    assert!(site.page("shanghe/history/index.html").main().contains(&key));
    // Sealing goes on, and the confirmation stays.
    site.write(
        "content/communities/shanghe/pages/er.md",
        "---\n标题: 二\n栏目: 村情\n公开日期: 2026-11-24\n示例: 是\n---\n示例。\n",
    );
    done(&site, &["seal", "--as-of", NEXT]);
    assert!(site.path("ledger/shanghe/public/confirmed").is_file());
    // A changed word is noticed before anything is built.
    site.replace("ledger/shanghe/public/confirmed", NEXT, "2026-11-25");
    let broken = run(&site, &["build", "--as-of", NEXT]);
    assert_eq!((broken.code, broken.err.contains("GK1906")), (1, true), "{}", broken.err);
}

#[test]
fn nothing_is_begun_anew_without_need() {
    let site = SiteTest::two();
    fs::remove_dir_all(site.path("content/communities/heping")).expect("removed");
    let none = run(&site, &["key", "restart", "--as-of", DAY]);
    assert_eq!((none.code, none.err.contains("都没有公开账本")), (3, true), "{}", none.err);
    done(&site, &["key", "new", "--as-of", DAY]);
    done(&site, &["seal", "--as-of", DAY]);
    let before = Tree::read(&site.path("ledger"));
    let here = run(&site, &["key", "restart", "--as-of", DAY]);
    assert_eq!((here.code, here.err.contains("签名密钥就在这台电脑上")), (3, true), "{}", here.err);
    let unneeded = run(&site, &["key", "confirm", "--office", "示例街道", "--as-of", DAY]);
    assert_eq!((unneeded.code, unneeded.err.contains("都不是重新开的")), (3, true), "{}", unneeded.err);
    // Losing both keys is no way to change a record in silence.
    fs::remove_dir_all(site.path(".gongkai")).expect("removed");
    site.replace("content/communities/shanghe/disclosures/kang-han.md", "六台", "七台");
    let silent = run(&site, &["key", "restart", "--as-of", NEXT]);
    assert_eq!((silent.code, silent.err.contains("GK1901")), (1, true), "{}", silent.err);
    assert!(silent.err.contains("没有重新开账本"), "{}", silent.err);
    assert_eq!(before.difference(&Tree::read(&site.path("ledger"))), "", "the old ledger is as it was");
}

#[test]
fn an_old_ledger_that_is_missing_or_changed_is_noticed() {
    let site = begun_anew();
    let file = "output/shanghe/ledger/before/1/checkpoints.txt";
    site.write(file, site.read(file).replace("\n9\n", "\n8\n"));
    let found = problems(&site, NEXT);
    assert!(found.contains(&"shanghe/ledger/before/1/checkpoints.txt: checkpoints".to_owned()), "{found:?}");
    fs::remove_dir_all(site.path("output/shanghe/ledger/before")).expect("removed");
    let found = problems(&site, NEXT);
    assert!(found.contains(&"shanghe/ledger/checkpoint: before-missing".to_owned()), "{found:?}");
    fs::remove_dir_all(site.path("ledger/shanghe/before")).expect("removed");
    let broken = run(&site, &["check", "--as-of", NEXT]);
    assert_eq!((broken.code, broken.out.contains("GK1906") || broken.err.contains("GK1906")), (1, true), "{broken:?}");
}

#[test]
fn a_record_taken_back_later_leaves_the_old_texts_too() {
    let site = begun_anew();
    let gone = "content/communities/shanghe/queries/bu-tie.md";
    let title = site.read(gone).lines().find_map(|l| l.strip_prefix("标题: ")).expect("a title").to_owned();
    let holders = |site: &SiteTest| -> Vec<String> {
        let all = Tree::read(&site.path("ledger")).0.into_iter();
        all.filter(|(_, file)| String::from_utf8_lossy(&file.bytes).contains(&title)).map(|(path, _)| path).collect()
    };
    assert_eq!(holders(&site), ["shanghe/before/1/texts/00000.jsonl", "shanghe/texts/00000.jsonl"]);
    site.remove(gone);
    let file = "content/communities/shanghe/community.yaml";
    let withdrawal =
        "撤回:\n  - {记录: queries/bu-tie, 日期: 2026-11-24, 理由: 误登个人信息, 决定机构: 村务监督委员会}\n";
    site.write(file, format!("{}{withdrawal}", site.read(file)));
    done(&site, &["seal", "--as-of", NEXT]);
    assert_eq!(holders(&site), [""; 0]);
    done(&site, &["build", "--as-of", NEXT]);
    assert_eq!(problems(&site, NEXT), [""; 0]);
}

#[test]
fn the_verifiers_of_a_site_say_so_too() {
    if !wanted() {
        return;
    }
    let site = begun_anew();
    let python = |arguments: &[&str]| {
        let mut program = Command::new(project("tests/peers/.venv/bin/python"));
        program.env("PYTHONDONTWRITEBYTECODE", "1").arg(site.path("output/shanghe/verify/verify.py"));
        let run =
            program.arg(site.path("output/shanghe")).args(arguments).output().expect("python; run tests/run once");
        (run.status.code(), String::from_utf8_lossy(&run.stdout).into_owned())
    };
    let kept = site.path("kept").display().to_string();
    let (code, said) = python(&["--checkpoint", &kept]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("这本账是重新开的") && said.contains("还没有街道（乡镇）的确认"), "{said}");
    done(&site, &["key", "confirm", "--office", "示例街道", "--as-of", NEXT]);
    done(&site, &["build", "--as-of", NEXT]);
    let (code, said) = python(&[]);
    assert_eq!((code, said.contains("已由“示例街道”确认")), (Some(0), true), "{said}");
    let (code, said) = python(&["--office", "x"]);
    assert_eq!((code, said.contains("没有给出的街道（乡镇）公钥的确认")), (Some(1), true), "{said}");
    let mut node = Command::new("node");
    node.arg(project("tests/peers/checker.js")).arg(site.path("output/shanghe/verify/verify.js"));
    let run = node.arg(site.path("output/shanghe")).arg("300").output().expect("node; run tests/run once");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert_eq!(said, "missed 0\n", "{}", String::from_utf8_lossy(&run.stderr));
    fs::remove_dir_all(site.path("output/shanghe/ledger/before")).expect("removed");
    let (code, said) = python(&[]);
    assert_eq!((code, said.contains("这里却没有那本旧账本")), (Some(1), true), "{said}");
}
