//! Nothing changes in silence: sealing, corrections, withdrawals, lists that leave, and what a site shows of it.
//!
//! In: small workspaces that are sealed, changed and sealed again. Out: what a secretary is told and what a visitor
//! finds. `ledger_peers` asks other programs, `ledger_keys` is about keys.

use std::fs;

use gongkai::build::seal::Sealed;
use gongkai::ledger::seal::Refusal;
use gongkai::value::Date;
use gongkai::verify::{self, Place};

use crate::kit::ledger::{acts, begin, build_on, codes_on, fate, problems, read, seal, seal_with};
use crate::kit::page::text_of;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;
use ed25519_dalek::SigningKey;

const FIRST: Date = Date::constant(2026, 11, 23);
const NEXT: Date = Date::constant(2026, 11, 24);
const NONE: &[String] = &[];

const KANG_HAN: &str = "content/communities/shanghe/disclosures/kang-han.md";
const COMMUNITY: &str = "content/communities/shanghe/community.yaml";
const CORRECTION: &str = "\n更正:\n  - {日期: 2026-11-24, 说明: 台数登记有误, 原值: 六台, 现值: 七台}\n示例: 是\n";

/// Two communities, sealed and built on the first day.
fn sealed() -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "heping", FIRST);
    begin(&site, "shanghe", FIRST);
    let outcome = seal(&site, FIRST);
    assert!(matches!(fate(&outcome, "shanghe"), Sealed::Done { count: 8, size: 9, .. }), "{outcome:?}");
    build_on(&site, FIRST);
    site
}

#[test]
fn a_sealed_site_holds_and_a_build_seals_nothing() {
    let site = sealed();
    assert_eq!(problems(&site, "2026-11-23"), NONE);
    let before = Tree::read(&site.path("ledger"));
    let output = site.output();
    build_on(&site, FIRST);
    assert_eq!(before.difference(&Tree::read(&site.path("ledger"))), "", "a build leaves the ledger alone");
    assert_eq!(output.difference(&site.output()), "", "the same ledger gives the same bytes");
    assert!(matches!(fate(&seal(&site, NEXT), "shanghe"), Sealed::Nothing { size: 9 }), "nothing changed");
    assert_eq!(before.difference(&Tree::read(&site.path("ledger"))), "");
    let page = site.page("shanghe/disclosures/kang-han.html");
    let past: Vec<String> = page.all(".past").into_iter().map(text_of).collect();
    let root =
        read(&site, "shanghe").log.checkpoint().expect("signed").body().lines().nth(2).expect("a root").to_owned();
    assert_eq!(
        past,
        [format!(
            "存证\n2026年11月23日记入公开账本，第 2 号。\n账本共 9 条，校验值 {root}\n下载这份记录的存证回执\n自己核对\n本站全部变更"
        )]
    );
    for path in ["shanghe/ledger/checkpoint", "shanghe/ledger/keys.txt", "shanghe/ledger/tile/0/000.p/9"] {
        assert!(site.path("output").join(path).is_file(), "{path}");
    }
}

#[test]
fn a_build_after_a_seal_is_the_same_with_and_without_a_memo() {
    let site = SiteTest::two();
    begin(&site, "shanghe", FIRST);
    site.build();
    let before = site.page("shanghe/disclosures/kang-han.html").main();
    assert!(before.contains("还没有记入公开账本。"), "{before}");
    seal(&site, FIRST);
    site.build();
    assert_eq!(site.clean_build().difference(&site.output()), "");
    assert_eq!(site.build().written, 0, "nothing is written again");
    assert_eq!(problems(&site, "2026-11-23"), NONE);
}

#[test]
fn a_silent_change_is_told_with_its_difference_and_stops_the_build() {
    let site = sealed();
    let before = site.output();
    site.replace(KANG_HAN, "台数: 4", "台数: 5").replace(KANG_HAN, "发放抽水泵六台", "发放抽水泵七台");
    let told = codes_on(&site, NEXT);
    assert_eq!(
        told,
        [
            "GK1901 day=2026-11-23 differences=摘要: “发放抽水泵六台。” → “发放抽水泵七台。”；明细 / 2 / 台数: “4” → “5” more=0"
        ]
    );
    build_on(&site, NEXT);
    assert_eq!(before.difference(&site.output()), "", "the old site stays");
    let outcome = seal(&site, NEXT);
    assert!(outcome.has_errors() && outcome.communities.is_empty(), "nothing is sealed either: {outcome:?}");
}

#[test]
fn a_correction_keeps_the_earlier_version_within_reach() {
    let site = sealed();
    site.replace(KANG_HAN, "台数: 4", "台数: 5").replace(KANG_HAN, "六台", "七台").replace(
        KANG_HAN,
        "\n示例: 是\n",
        CORRECTION,
    );
    assert_eq!(codes_on(&site, NEXT), NONE);
    assert!(matches!(fate(&seal(&site, NEXT), "shanghe"), Sealed::Done { count: 1, size: 10, .. }));
    build_on(&site, NEXT);
    assert_eq!(problems(&site, "2026-11-24"), NONE);
    assert_eq!(acts(&site, "shanghe", "disclosures/kang-han.html"), ["published", "corrected"]);
    let page = site.page("shanghe/disclosures/kang-han.html");
    let versions: Vec<String> = page.all(".versions > li").into_iter().map(text_of).collect();
    assert_eq!(versions.len(), 2);
    assert_eq!(
        versions[0],
        "更正 2026年11月24日 起 现在的版本\n摘要\n发放抽水泵六台。\n发放抽水泵七台。\n明细 / 2 / 台数\n4\n5"
    );
    assert_eq!(versions[1], "公开 2026年11月23日 – 2026年11月24日 看第 1 版");
    assert!(page.main().contains("台数登记有误"), "the reason is told");
    let old = site.page("shanghe/history/disclosures/kang-han/1.html").main();
    assert!(old.contains("这是以前的版本：2026年11月23日到2026年11月24日之间"), "{old}");
    assert!(old.contains("发放抽水泵六台。") && old.contains("一组\n2\n二组\n4") && !old.contains("七台"), "{old}");
    let log = site.page("shanghe/history/index.html").main();
    assert!(log.contains("更正 抗旱物资发放"), "{log}");
}

#[test]
fn a_published_correction_stays_as_it_is() {
    let site = sealed();
    site.replace(KANG_HAN, "六台", "七台").replace(KANG_HAN, "\n示例: 是\n", CORRECTION);
    seal(&site, NEXT);
    site.replace(KANG_HAN, "台数登记有误", "笔误写错台数");
    assert_eq!(codes_on(&site, NEXT), ["GK1902 number=1 text=2026-11-24 台数登记有误 六台 七台"]);
    site.replace(
        KANG_HAN,
        "{日期: 2026-11-24, 说明: 笔误写错台数, 原值: 六台, 现值: 七台}",
        "{日期: 2026-11-24, 说明: 台数登记有误, 原值: 六台, 现值: 七台}",
    );
    assert_eq!(codes_on(&site, NEXT), NONE, "put back, all is well");
}

#[test]
fn what_vanishes_must_be_taken_back_and_is_then_erased() {
    let site = sealed();
    let gone = "content/communities/shanghe/queries/bu-tie.md";
    let title = site.read(gone).lines().find_map(|l| l.strip_prefix("标题: ")).expect("a title").to_owned();
    let salt = read(&site, "shanghe").texts.get(7).expect("sealed").salt.clone();
    site.remove(gone);
    assert_eq!(codes_on(&site, NEXT), ["GK1903 record=queries/bu-tie day=2026-11-23"]);
    let text = site.read(COMMUNITY);
    site.write(
        COMMUNITY,
        format!("{text}撤回:\n  - {{记录: queries/bu-tie, 日期: 2026-11-24, 理由: 误登个人信息, 决定机构: 村务监督委员会}}\n"),
    );
    assert_eq!(codes_on(&site, NEXT), NONE);
    seal(&site, NEXT);
    build_on(&site, NEXT);
    assert_eq!(acts(&site, "shanghe", "queries/bu-tie.html"), ["published", "withdrawn"]);
    assert_eq!(problems(&site, "2026-11-24"), NONE, "the log is whole without the text");
    let stub = site.page("shanghe/queries/bu-tie.html").main();
    assert!(stub.contains("已于2026年11月24日撤回，内容不再显示。"), "{stub}");
    assert!(stub.contains("误登个人信息") && stub.contains("撤回 2026年11月24日 第 9 号"), "{stub}");
    for folder in ["ledger", "output/shanghe"] {
        for (path, file) in Tree::read(&site.path(folder)).0 {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            assert!(!text.contains(&title), "{folder}/{path} still holds the title");
            assert!(!text.contains(&salt), "{folder}/{path} still holds the salt");
        }
    }
}

#[test]
fn withdrawals_are_checked() {
    let site = sealed();
    let text = site.read(COMMUNITY);
    let line = |record: &str| format!("  - {{记录: {record}, 日期: 2026-11-24, 理由: 示例}}\n");
    site.write(COMMUNITY, format!("{text}撤回:\n{}{}", line("queries/bu-tie"), line("queries/bu-tei")));
    assert_eq!(
        codes_on(&site, NEXT),
        ["GK1904 record=queries/bu-tie", "GK1905 record=queries/bu-tei near=queries/bu-tie"]
    );
}

#[test]
fn decisions_go_on_and_pages_are_brought_up_to_date_without_a_correction() {
    let site = sealed();
    let decision = "content/communities/shanghe/decisions/lu-deng.md";
    let page = "content/communities/shanghe/pages/cun-qing.md";
    site.replace(decision, "审核:", "  - {项: 实施进展公开, 日期: 2026-11-24, 说明: 已装八盏}\n审核:");
    site.replace(page, "上河村在河的上游。", "上河村在河的上游，有两个组。");
    assert_eq!(codes_on(&site, NEXT).len(), 1, "the page needs a later date: {:?}", codes_on(&site, NEXT));
    site.replace(page, "更新: 2026-01-20", "更新: 2026-11-24");
    assert_eq!(codes_on(&site, NEXT), NONE);
    seal(&site, NEXT);
    assert_eq!(acts(&site, "shanghe", "decisions/lu-deng.html"), ["published", "extended"]);
    assert_eq!(acts(&site, "shanghe", "pages/cun-qing.html"), ["published", "updated"]);
    site.replace(decision, "实到: 26", "实到: 27");
    let told = codes_on(&site, NEXT);
    assert_eq!(
        told,
        ["GK1901 day=2026-11-24 differences=步骤 / 5 / 实到: “26” → “27” more=0"],
        "what was there must stay"
    );
}

#[test]
fn a_list_that_leaves_takes_its_sealed_text_off_the_site() {
    let (site, name) = (SiteTest::two(), "示例甲某");
    let disclosure = "content/communities/shanghe/disclosures/di-bao.md";
    site.write(
        disclosure,
        format!("---\n标题: 2026年10月低保对象\n目录项: A1\n期间: 2026-10\n公开日期: 2026-11-05\n至: 2026-11-25\n明细:\n  - {{姓名: {name}, 组: 一组, 金额: 300.00}}\n名单到期: 2026-11-25\n示例: 是\n---\n"),
    );
    begin(&site, "shanghe", FIRST);
    seal(&site, FIRST);
    build_on(&site, FIRST);
    let holders = |site: &SiteTest| -> Vec<String> {
        let all = Tree::read(&site.path("output")).0.into_iter();
        let masked = "示*";
        all.filter(|(_, f)| {
            let text = String::from_utf8_lossy(&f.bytes).into_owned();
            text.contains(name) || text.contains(masked)
        })
        .map(|(path, _)| path)
        .collect()
    };
    assert_ne!(holders(&site), NONE, "the list is shown while it may be");
    let later = Date::constant(2026, 11, 26);
    assert_eq!(codes_on(&site, later), NONE, "a list that leaves on its day is no silent change");
    build_on(&site, later);
    assert_eq!(holders(&site), NONE, "no name is left before the next seal");
    assert_eq!(problems(&site, "2026-11-26"), NONE);
    assert_eq!(
        problems(&site, "2026-11-24"),
        ["shanghe/disclosures/di-bao.json: record-other"],
        "before its day it would be a change"
    );
    seal(&site, later);
    build_on(&site, later);
    assert_eq!(acts(&site, "shanghe", "disclosures/di-bao.html"), ["published", "recomputed"]);
    assert_eq!(holders(&site), NONE);
    assert_eq!(problems(&site, "2026-11-26"), NONE);
}

#[test]
fn nothing_is_signed_that_does_not_go_on_from_what_was_seen() {
    let site = sealed();
    let old = Tree::read(&site.path("ledger"));
    site.write(
        "content/communities/shanghe/pages/xin.md",
        "---\n标题: 新页\n栏目: 村情\n公开日期: 2026-11-24\n示例: 是\n---\n示例。\n",
    );
    assert!(
        matches!(fate(&seal(&site, Date::constant(2026, 11, 22)), "shanghe"), Sealed::Refused(Refusal::Clock(day)) if day == "2026-11-23")
    );
    let other = seal_with(&site, NEXT, Some(SigningKey::from_bytes(&[1; 32])), &[]);
    assert_eq!(*fate(&other, "shanghe"), Sealed::Refused(Refusal::OtherKey));
    assert_eq!(*fate(&seal_with(&site, NEXT, None, &[]), "shanghe"), Sealed::NoKey);
    assert!(matches!(fate(&seal(&site, NEXT), "shanghe"), Sealed::Done { .. }));
    build_on(&site, NEXT);
    // An old backup comes back, here and, without its memory, on another computer.
    let newer = read(&site, "shanghe").log.notes.last().expect("signed").clone();
    fs::remove_dir_all(site.path("ledger")).expect("removed");
    for (path, file) in &old.0 {
        site.write(&format!("ledger/{path}"), &file.bytes);
    }
    assert_eq!(*fate(&seal(&site, NEXT), "shanghe"), Sealed::Refused(Refusal::Behind(10)), "seen in the output");
    fs::remove_dir_all(site.path("output")).expect("removed");
    assert_eq!(*fate(&seal(&site, NEXT), "shanghe"), Sealed::Refused(Refusal::Behind(10)), "remembered");
    fs::remove_dir_all(site.path(".gongkai")).expect("removed");
    let outcome = seal_with(&site, NEXT, Some(crate::kit::ledger::key()), std::slice::from_ref(&newer));
    assert_eq!(*fate(&outcome, "shanghe"), Sealed::Refused(Refusal::Behind(10)), "handed in");
    // Another history of the same length.
    site.replace("content/communities/shanghe/pages/xin.md", "新页", "另一页");
    assert!(
        matches!(fate(&seal(&site, NEXT), "shanghe"), Sealed::Done { size: 10, .. }),
        "nobody can see the fork here"
    );
    site.write(
        "content/communities/shanghe/pages/xin-2.md",
        "---\n标题: 又一页\n栏目: 村情\n公开日期: 2026-11-24\n示例: 是\n---\n示例。\n",
    );
    let outcome = seal_with(&site, NEXT, Some(crate::kit::ledger::key()), &[newer]);
    assert_eq!(*fate(&outcome, "shanghe"), Sealed::Refused(Refusal::Forked(10)));
}

#[test]
fn a_damaged_ledger_is_told_and_nothing_is_built() {
    for (path, from, to, want) in [
        ("public/checkpoint", "\n9\n", "\n8\n", "GK1906 what=missing"),
        ("public/checkpoint", "\n9\n", "\n09\n", "GK1906 what=unreadable"),
        ("public/tile/entries/000.p/9", "kang-han", "kang-hao", "GK1906 what=root"),
        ("public/tile/entries/000.p/9", "\"v\":1", "\"v\" 1", "GK1906 what=unreadable"),
        ("texts/00000.jsonl", "六台", "七台", "GK1906 what=root"),
    ] {
        let site = sealed();
        let before = site.output();
        let file = format!("ledger/shanghe/{path}");
        let bytes = fs::read(site.path(&file)).expect("there");
        let text: String = bytes.iter().map(|b| char::from(*b)).collect();
        let as_bytes = |t: &str| -> String { t.bytes().map(char::from).collect() };
        assert!(text.contains(&as_bytes(from)), "{path} holds {from:?}");
        let changed: Vec<u8> = text.replacen(&as_bytes(from), &as_bytes(to), 1).chars().map(|c| c as u8).collect();
        site.write(&file, changed);
        assert_eq!(codes_on(&site, NEXT), [want], "{path}");
        build_on(&site, NEXT);
        assert_eq!(before.difference(&site.output()), "", "{path}: the old site stays");
    }
}

#[test]
fn the_verifier_names_what_was_done_to_a_site() {
    let site = sealed();
    let good = |path: &str| fs::read(site.path("output").join(path)).expect("there");
    let open = || Place::open(&site.path("output")).expect("readable");
    let ask = |options: verify::Options| -> Vec<String> {
        let options = verify::Options { today: "2026-11-23".into(), ..options };
        verify::verify(&open(), &options).problems.iter().map(|p| format!("{}: {}", p.path, p.what)).collect()
    };
    let page = "shanghe/disclosures/kang-han.html";
    let (json, proof) = (page.replace("html", "json"), page.replace("html", "tlog-proof"));
    let (old_page, old_json, old_proof) = (good(page), good(&json), good(&proof));
    site.replace(&format!("output/{page}"), "六台", "七台");
    assert_eq!(ask(verify::Options::default()), [format!("{page}: file-changed")]);
    site.write(&format!("output/{page}"), old_page);
    site.replace(&format!("output/{json}"), "六台", "七台");
    assert_eq!(ask(verify::Options::default()), [format!("{json}: file-changed"), format!("{proof}: receipt")]);
    site.write(&format!("output/{json}"), old_json);
    site.remove(&format!("output/{proof}"));
    assert_eq!(ask(verify::Options::default()), [format!("{json}: record-other"), format!("{proof}: file-missing")]);
    site.write(&format!("output/{proof}"), old_proof);
    assert_eq!(ask(verify::Options::default()), NONE);
    let kept = verify::Options {
        kept: verify::Point::read_typed("3:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        ..Default::default()
    };
    assert_eq!(ask(kept).len(), 2, "both ledgers are other ones");
    let key = verify::Options { key: Some("x".into()), ..Default::default() };
    assert_eq!(ask(key), ["heping/ledger/keys.txt: key-other", "shanghe/ledger/keys.txt: key-other"]);
}
