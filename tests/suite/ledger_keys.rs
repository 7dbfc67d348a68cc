//! What to do when a key is changed, lost or stolen: each drill ends with a ledger that holds.
//!
//! In: the program as a secretary runs it, with a passphrase. Out: what it says and what is left on the disk.
//! Never prints a secret: these tests look for one.

use std::fs;

use crate::kit::ledger::problems;
use crate::kit::program::{Run, command, finish};
use crate::kit::site::SiteTest;

const PASSPHRASE: &str = "示例口令一二三四";
const DAY: &str = "2026-11-23";

/// Runs the program with a passphrase and, where there is one, the words of a recovery key.
fn run(site: &SiteTest, words: &str, arguments: &[&str]) -> Run {
    let mut program = command(site.root(), arguments);
    program.env("GONGKAI_PASSPHRASE", PASSPHRASE).env("GONGKAI_RECOVERY", words);
    let run = finish(&mut program);
    for text in [&run.out, &run.err] {
        assert!(
            !text.contains(PASSPHRASE) && (words.is_empty() || !text.contains(words)),
            "a secret is printed: {text}"
        );
    }
    run
}

/// The same, and it must work.
fn done(site: &SiteTest, words: &str, arguments: &[&str]) -> Run {
    let run = run(site, words, arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
    run
}

/// The twenty-four characters of a sheet.
fn words(site: &SiteTest, path: &str) -> String {
    let sheet = site.read(path);
    let words: Vec<&str> = sheet.split("<li><b>").skip(1).filter_map(|part| part.split("</b>").next()).collect();
    assert_eq!(words.len(), 24, "{sheet}");
    words.concat()
}

/// Adds a page, seals and builds, and insists that all holds.
fn go_on(site: &SiteTest, name: &str) {
    let page = format!("---\n标题: {name}\n栏目: 村情\n公开日期: 2026-11-23\n示例: 是\n---\n示例。\n");
    site.write(&format!("content/communities/shanghe/pages/{name}.md"), page);
    let run = done(site, "", &["seal", "--as-of", DAY]);
    assert!(run.err.contains("新记入"), "{}", run.err);
    done(site, "", &["build", "--as-of", DAY]);
    assert_eq!(problems(site, DAY), [""; 0], "{name}");
}

/// A village with a key, sealed; and the words of its recovery key.
fn village() -> (SiteTest, String) {
    let site = SiteTest::two();
    fs::remove_dir_all(site.path("content/communities/heping")).expect("removed");
    let run = done(&site, "", &["key", "new", "--as-of", DAY, "--paper", "sheet.html"]);
    assert!(run.err.contains("已新建签名密钥和公开账本：shanghe。"), "{}", run.err);
    let words = words(&site, "sheet.html");
    go_on(&site, "yi");
    (site, words)
}

fn size(site: &SiteTest) -> usize {
    let note = site.read("ledger/shanghe/public/checkpoint");
    note.lines().nth(1).expect("a size").parse().expect("a number")
}

#[test]
fn a_key_is_rotated_in_good_order() {
    let (site, words) = village();
    let kept = site.read("ledger/shanghe/public/checkpoint");
    site.write("kept", &kept);
    let before = size(&site);
    let run = done(&site, "", &["key", "rotate", "--as-of", DAY]);
    assert!(run.err.contains(&format!("记入账本第 {before} 条")), "{}", run.err);
    go_on(&site, "er");
    let run = done(&site, "", &["witness", "kept", "output/shanghe"]);
    assert_eq!(
        run.out,
        format!("一致：{before} 条的旧账本完整地包含在 {} 条的新账本里，没有改动，没有删除。\n", before + 2)
    );
    let root = kept.lines().nth(2).expect("a root");
    done(&site, "", &["witness", &format!("{before}:{root}"), "ledger/shanghe/public"]);
    let forked = run_witness(&site, &format!("{}:{root}", before - 1));
    assert_eq!((forked.code, forked.out.contains("账本被改过")), (1, true), "{}", forked.out);
    let older = run_witness(&site, &format!("{}:{root}", before + 9));
    assert_eq!((older.code, older.out.contains("反了")), (1, true), "{}", older.out);
    // The words still belong to the ledger.
    done(&site, &words, &["key", "lost", "--as-of", DAY]);
}

fn run_witness(site: &SiteTest, old: &str) -> Run {
    run(site, "", &["witness", old, "output/shanghe"])
}

#[test]
fn a_lost_computer_is_no_lost_ledger() {
    let (site, words) = village();
    fs::remove_dir_all(site.path(".gongkai")).expect("the computer is gone, the workspace was kept");
    site.write(
        "content/communities/shanghe/pages/er.md",
        "---\n标题: 二\n栏目: 村情\n公开日期: 2026-11-23\n示例: 是\n---\n",
    );
    let run_ = run(&site, "", &["seal", "--as-of", DAY]);
    assert_eq!((run_.code, run_.err.contains("没有它的签名密钥")), (1, true), "{}", run_.err);
    let wrong = run(&site, &words.chars().rev().collect::<String>(), &["key", "lost", "--as-of", DAY]);
    assert_eq!((wrong.code, wrong.err.contains("这二十四个字不对")), (3, true), "{}", wrong.err);
    done(&site, &words, &["key", "lost", "--as-of", DAY]);
    go_on(&site, "san");
    let list = done(&site, "", &["key", "list"]);
    assert!(list.out.contains("（密钥在这台电脑上）"), "{}", list.out);
}

#[test]
fn a_stolen_key_is_put_out_of_use() {
    let (site, words) = village();
    let no_number = run(&site, &words, &["key", "stolen", "--as-of", DAY]);
    assert_eq!((no_number.code, no_number.err.contains("--after")), (2, true), "{}", no_number.err);
    let old = site.read("ledger/shanghe/public/keys.txt").lines().nth(1).expect("a key").to_owned();
    done(&site, &words, &["key", "stolen", "--after", "3", "--as-of", DAY]);
    let text = String::from_utf8_lossy(
        &fs::read(site.path(&format!("ledger/shanghe/public/tile/entries/000.p/{}", size(&site)))).expect("there"),
    )
    .into_owned();
    assert!(text.contains(r#""action":"stolen","role":"working""#) && text.contains(r#""after":3"#), "{text}");
    go_on(&site, "er");
    let keys = site.read("ledger/shanghe/public/keys.txt");
    assert_eq!(keys.lines().filter(|l| l.starts_with("# working")).count(), 2, "{keys}");
    assert!(keys.contains(&old), "what it signed before can still be checked");
}

#[test]
fn a_used_sheet_is_replaced() {
    let (site, old) = village();
    let run_ = done(&site, &old, &["key", "recovery", "--as-of", DAY, "--paper", "new.html"]);
    assert!(run_.err.contains("请马上打印备用密钥：new.html"), "{}", run_.err);
    let new = words(&site, "new.html");
    assert_ne!(old, new);
    let refused = run(&site, &old, &["key", "lost", "--as-of", DAY]);
    assert_eq!((refused.code, refused.err.contains("这不是它的备用密钥")), (1, true), "{}", refused.err);
    done(&site, &new, &["key", "lost", "--as-of", DAY]);
    go_on(&site, "er");
}

#[test]
fn passphrases_are_asked_for_and_checked() {
    let (site, _) = village();
    let files: Vec<String> = fs::read_dir(site.path(".gongkai/keys"))
        .expect("keys")
        .map(|e| e.expect("a file").path().display().to_string())
        .collect();
    assert_eq!(files.len(), 1);
    let text = fs::read_to_string(&files[0]).expect("text");
    assert!(text.starts_with("gongkai key 1\npublic "), "{text}");
    site.write(
        "content/communities/shanghe/pages/er.md",
        "---\n标题: 二\n栏目: 村情\n公开日期: 2026-11-23\n示例: 是\n---\n",
    );
    let with = |passphrase: &str| {
        let mut program = command(site.root(), &["seal", "--as-of", DAY]);
        finish(program.env("GONGKAI_PASSPHRASE", passphrase))
    };
    let wrong = with("另一个口令一二三");
    assert_eq!((wrong.code, wrong.err.as_str()), (3, "错误: 口令不对。\n"));
    let none = with("");
    assert_eq!((none.code, none.err.contains("设置环境变量 GONGKAI_PASSPHRASE")), (3, true), "{}", none.err);
    let exists = run(&site, "", &["key", "new", "--as-of", DAY]);
    assert_eq!((exists.code, exists.err.contains("都已经有公开账本了")), (3, true), "{}", exists.err);
    let unknown = run(&site, "", &["key", "burn"]);
    assert_eq!((unknown.code, unknown.err.contains("不认识“burn”")), (2, true), "{}", unknown.err);
}

#[test]
fn verify_speaks_to_people() {
    let (site, _) = village();
    let good = run(&site, "", &["verify", "output/shanghe"]);
    assert_eq!(good.code, 0, "{}{}", good.out, good.err);
    assert!(good.out.contains("核对通过：") && good.out.contains("请把条数和校验值与以前保存的"), "{}", good.out);
    site.replace("output/shanghe/pages/yi.html", "示例", "实例");
    let bad = run(&site, "", &["verify", "output/shanghe"]);
    assert_eq!(bad.code, 1);
    assert!(
        bad.out.starts_with("pages/yi.html: 文件被改过\n") && bad.out.ends_with("没有通过：1 处不符。\n"),
        "{}",
        bad.out
    );
    let english = run(&site, "", &["--lang", "en", "verify", "output/shanghe"]);
    assert!(english.out.ends_with("not verified: 1 problems\n"), "{}", english.out);
    let none = run(&site, "", &["verify", "nowhere"]);
    assert_eq!(none.code, 4, "{}", none.err);
}
