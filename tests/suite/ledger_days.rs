//! What a page said on a day, and the checkpoint on paper.
//!
//! In: small sites sealed on several days, the binary, a browser where `GONGKAI_BROWSER` is set. Out: versions with their
//! days, with scripts and without; sheets with size, root and code; codes read back.

use std::process::Command;

use gongkai::value::Date;
use scraper::Html;
use serde_json::{Value, json};

use crate::kit::ledger::{begin, build_on, problems, read, seal};
use crate::kit::page::{Page, text_of};
use crate::kit::program::{command, finish};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::share::{LEVEL_M, read_at};
use crate::web::wanted;

const FIRST: Date = Date::constant(2026, 11, 20);
const NEXT: Date = Date::constant(2026, 11, 22);
const LAST: Date = Date::constant(2026, 11, 23);

const KANG_HAN: &str = "content/communities/shanghe/disclosures/kang-han.md";
const PAGE: &str = "shanghe/disclosures/kang-han.html";

/// A village sealed on the 20th, corrected on the 22nd, with a query taken back on the 23rd.
fn three_days() -> SiteTest {
    let site = SiteTest::two();
    begin(&site, "shanghe", FIRST);
    seal(&site, FIRST);
    let correction = "\n更正:\n  - {日期: 2026-11-22, 说明: 台数登记有误, 原值: 六台, 现值: 七台}\n示例: 是\n";
    site.replace(KANG_HAN, "六台", "七台").replace(KANG_HAN, "\n示例: 是\n", correction);
    seal(&site, NEXT);
    site.remove("content/communities/shanghe/queries/bu-tie.md");
    let file = "content/communities/shanghe/community.yaml";
    let text = site.read(file);
    let withdrawal =
        "撤回:\n  - {记录: queries/bu-tie, 日期: 2026-11-23, 理由: 误登个人信息, 决定机构: 村务监督委员会}\n";
    site.write(file, format!("{text}{withdrawal}"));
    seal(&site, LAST);
    build_on(&site, LAST);
    assert_eq!(problems(&site, "2026-11-23"), [""; 0]);
    site
}

#[test]
fn without_scripts_versions_tell_their_days() {
    let site = three_days();
    let page = site.page(PAGE);
    let lines: Vec<String> = page.all(".versions > li > p").into_iter().map(text_of).collect();
    assert_eq!(lines, ["更正 2026年11月22日 起 现在的版本", "公开 2026年11月20日 – 2026年11月22日 看第 1 版"]);
    let days: Vec<_> = page
        .all(".versions > li")
        .iter()
        .map(|li| (li.value().attr("data-from"), li.value().attr("data-until")))
        .collect();
    assert_eq!(days, [(Some("2026-11-22"), None), (Some("2026-11-20"), Some("2026-11-22"))]);
    assert!(
        page.all("[data-day]").iter().all(|field| field.value().attr("hidden").is_some()),
        "a field that needs a script"
    );
    let stub = site.page("shanghe/queries/bu-tie.html").main();
    assert!(stub.contains("公开 2026年11月20日 – 2026年11月23日 第 7 号\n撤回 2026年11月23日 第 10 号"), "{stub}");
    // A record that never changed asks for no day.
    assert_eq!(site.page("shanghe/decisions/lu-deng.html").all("[data-day], .versions").len(), 0);
}

#[test]
fn with_scripts_a_day_leads_to_what_stood_then() {
    if !wanted() {
        return;
    }
    let site = three_days();
    let mut node = Command::new("node");
    node.current_dir(project("tests/browser")).arg("day.mjs").arg(site.path("output/shanghe"));
    let run = node.output().expect("node; run tests/run once");
    let seen: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| {
        panic!("{e}: {}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
    });
    assert_eq!(seen["complaints"], json!([]));
    let record = &seen["record"];
    assert_eq!(
        record["2026-11-19"],
        json!({
            "said": "账本里关于这份记录，最早的记载是2026年11月20日。在那以前页面上写的是什么，账本不知道。",
            "shown": ["更正 2026年11月22日起 现在的版本", "公开 2026年11月20日 – 2026年11月22日 看第 1 版"],
        })
    );
    let old = json!(["公开 2026年11月20日 – 2026年11月22日 看第 1 版"]);
    assert_eq!(record["2026-11-21"], json!({ "said": "那一天是下面这一版。", "shown": old }));
    assert_eq!(record["2026-11-22"]["said"], "那一天改过，先后是下面几版。");
    assert_eq!(record["2026-11-22"]["shown"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        record["2026-11-24"],
        json!({
            "said": "那一天是下面这一版；以后没有改动的记载。",
            "shown": ["更正 2026年11月22日起 现在的版本"],
        })
    );
    assert_eq!(record["2999-01-01"]["said"], "那一天还没有到。");
    assert_eq!(seen["followed"], "抗旱物资发放（第 1 版）", "the link of the version leads to it");
    let all = &seen["all"];
    assert_eq!(all["2026-11-19"]["said"], "账本从2026年11月20日开始，那以前的情况账本不知道。");
    assert_eq!(all["2026-11-19"]["stood"], Value::Null);
    let texts = |day: &str, what: &str| -> Vec<String> {
        let list = all[day][what].as_array().unwrap_or_else(|| panic!("{day}: {what}: {all:#}"));
        list.iter().map(|text| text.as_str().expect("text").to_owned()).collect()
    };
    assert_eq!(texts("2026-11-21", "changed"), [""; 0]);
    let stood = texts("2026-11-21", "stood");
    assert_eq!(stood.len(), 8, "all that was published stands, the one taken back later too: {stood:#?}");
    assert!(stood.iter().any(|line| line.starts_with("公开 抗旱物资发放")), "{stood:#?}");
    let changed = texts("2026-11-23", "changed");
    assert_eq!(changed.len(), 1, "{changed:#?}");
    assert!(changed[0].starts_with("撤回 询问与答复"), "without a title: {changed:#?}");
    let stood = texts("2026-11-23", "stood");
    assert_eq!(stood.len(), 7, "{stood:#?}");
    assert!(stood.iter().any(|line| line.starts_with("更正 抗旱物资发放")), "{stood:#?}");
    assert_eq!(all["2026-11-24"]["said"], "账本最后一条是2026年11月23日，此后没有新的记载。");
    assert_eq!(texts("2026-11-24", "stood"), stood);
}

/// The sheet of a record as a page.
fn sheet(site: &SiteTest, arguments: &[&str]) -> Page {
    let common = ["--community", "shanghe", "--as-of", "2026-11-23", "--out", "-"];
    let run = finish(&mut command(site.root(), &[&["print"], arguments, &common].concat()));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    Page { route: "sheet".into(), html: Html::parse_document(&run.out) }
}

#[test]
fn a_sealed_sheet_carries_the_checkpoint_that_holds_it() {
    let site = three_days();
    let notes = read(&site, "shanghe").log.notes;
    let point = |at: usize| {
        let lines: Vec<&str> = notes[at].lines().collect();
        format!("{}:{}", lines[1], lines[2])
    };
    // The correction was sealed second, after the log had begun and eight records were published.
    let (text, page) = (point(2), sheet(&site, &["disclosures/kang-han"]));
    assert!(text.starts_with("10:"), "{text}");
    assert_eq!(read_at(&page, ".proof svg.qr", LEVEL_M), text);
    let proof = text_of(page.all(".proof")[0]);
    let short = &text["10:".len()..][..8];
    assert!(proof.starts_with(&format!("本份材料已记入公开账本。账本共 10 条，校验值 {short}\n")), "{proof}");
    assert!(proof.contains(&format!("条数:校验值全文 {text}\n怎样核对：打开本站页脚“公开账本”")), "{proof}");
    assert_eq!(page.all("script, [data-day]").len(), 0);
    // What it says holds, by the page's own way and by the command line.
    let run = finish(&mut command(site.root(), &["witness", &text, "output/shanghe"]));
    assert_eq!(
        (run.code, run.out.contains("一致：10 条的旧账本完整地包含在 11 条的新账本里")),
        (0, true),
        "{}",
        run.out
    );
    // Pages print the same in words; the code is drawn on sheets alone.
    let on_page = site.page(PAGE);
    assert_eq!(text_of(on_page.all(".proof")[0]), proof);
    assert_eq!(on_page.all(".proof svg").len(), 0);
    assert_eq!(on_page.all("section.past.sealed").len(), 1, "not said twice on paper");
}

#[test]
fn a_board_carries_the_first_checkpoint_that_holds_all_of_it() {
    let site = three_days();
    let board = sheet(&site, &["--period", "2026Q3"]);
    let points: Vec<String> = board.all(".proof .digest").into_iter().map(text_of).collect();
    let titles = board.all("h1").len();
    assert_eq!(points.len(), titles, "the board and every record on it");
    let sizes: Vec<&str> = points.iter().filter_map(|p| p.split(' ').nth(1)?.split(':').next()).collect();
    assert_eq!(sizes[0], "10", "{points:#?}");
    assert!(sizes[1..].iter().all(|size| ["9", "10"].contains(size)) && sizes[1..].contains(&"9"), "{points:#?}");
    let letter = sheet(&site, &["--period", "2026Q3", "--letter"]);
    assert_eq!(letter.all(".proof").len(), 0);
}

#[test]
fn what_is_not_sealed_carries_none() {
    let site = three_days();
    site.replace("content/communities/shanghe/pages/cun-qing.md", "更新: 2026-01-20", "更新: 2026-11-23");
    let changed = sheet(&site, &["pages/cun-qing"]);
    assert_eq!(changed.all(".proof").len(), 0, "changed since it was sealed");
    assert_eq!(sheet(&site, &["disclosures/kang-han"]).all(".proof").len(), 1);
    let never = SiteTest::two();
    assert_eq!(sheet(&never, &["disclosures/kang-han"]).all(".proof, .past").len(), 0, "no ledger, no word of one");
}
