//! A ledger of twenty years: its pages stay small, hold every entry, and answer for any day.
//!
//! In: two small communities with an invented ledger of 6,000 entries. Out: sizes of pages, the entries on them, what
//! changes with one entry more, what a browser finds where `GONGKAI_BROWSER` is set. Never looks at signatures.

use std::collections::BTreeSet;
use std::process::Command;

use gongkai::bundle::Bundle;
use gongkai::derive::{self, Context};
use gongkai::diagnostic::{Sink, Sources};
use gongkai::ledger::entry::{Action, Entry, RecordEntry};
use gongkai::ledger::note::Vkey;
use gongkai::ledger::{self, Ledger};
use gongkai::load;
use gongkai::record::Scope;
use gongkai::render::{Theme, render};
use gongkai::value::Date;
use gongkai::world::{DiskWorld, Files};
use gongkai::write::{Memo, Stage};
use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::kit::judge::complaints;
use crate::kit::ledger::{key, recovery};
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

/// The records that are entered again and again, with their kinds.
const RECORDS: [(&str, &str); 4] = [
    ("disclosures/kang-han.html", "disclosure"),
    ("pages/cun-qing.html", "page"),
    ("projects/lu-deng.html", "project"),
    ("decisions/lu-deng.html", "decision"),
];
/// Whose record was taken back in the end.
const GONE: &str = "queries/xia-zai.html";
/// How many bytes a page of the ledger may have: what a weak line carries in a moment.
const LARGEST: usize = 60 * 1024;

/// A ledger with `size` entries: half of them of one day in 2007, as when a long archive is entered at once.
fn of_size(size: usize) -> Ledger {
    let origin = "example.com/shanghe/ledger";
    let first = Date::constant(2007, 3, 1);
    let mut ledger = ledger::seal::begin(origin, &key(), &Vkey::of(origin, &recovery()), first, None);
    for number in 1..size {
        let later = number.saturating_sub(3000);
        let day = format!("{}-{:02}-{:02}", 2007 + later / 160, later % 160 / 16 + 3, later % 16 + 1);
        let (address, kind) = RECORDS[number % RECORDS.len()];
        let action = if number <= RECORDS.len() { Action::Published } else { Action::Updated };
        let entry = match number {
            10 => RecordEntry::new(GONE, "query", Action::Published, day),
            3010 => RecordEntry::new(GONE, "query", Action::Withdrawn, day),
            _ => RecordEntry::new(address, kind, action, day),
        };
        ledger.log.push(Entry::Record(entry));
    }
    ledger.log.sign(&key());
    ledger
}

/// The site of the village with a ledger.
fn site_of(site: &SiteTest, ledger: &Ledger) -> Bundle {
    let world = DiskWorld::new(site.root(), Date::constant(2026, 11, 23));
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let city = load::load_city(&world, &mut sources, &mut sink).expect("readable").expect("sound");
    let files = Files::read(&world, "content/communities/shanghe").expect("readable");
    let corpus = load::load_community("shanghe", &files, &mut sources, &mut sink).expect("sound");
    let scope = Scope { city: &city, corpus: &corpus, as_of: Date::constant(2026, 11, 23) };
    let context = Context::new(scope, &[], &sources, &files).with_ledger(Some(ledger));
    let theme = Theme::of(&world, &city, city.language()).expect("a theme");
    render(derive::derive_community(&context).site, &theme, &Memo::default(), gongkai::clock::OFF).expect("renders")
}

fn bytes<'b>(bundle: &'b Bundle, route: &str) -> &'b [u8] {
    let output = bundle.get(route).unwrap_or_else(|| panic!("{route} is missing"));
    output.bytes.as_deref().unwrap_or_else(|| panic!("{route} has no bytes"))
}

/// The pages of the ledger by their routes; not those of single versions.
fn pages(bundle: &Bundle) -> Vec<(&str, Html)> {
    let own = |route: &str| {
        let depth = route.split('/').count();
        route.starts_with("history/") && route.ends_with(".html") && depth <= 3
    };
    let routes = bundle.iter().map(|(route, _)| route).filter(|route| own(route));
    routes.map(|route| (route, Html::parse_document(&String::from_utf8_lossy(bytes(bundle, route))))).collect()
}

fn select(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

/// The numbers of the entries on a page, in its order.
fn numbers(page: &Html) -> Vec<usize> {
    let line = select("[data-date] li span.meta:last-child");
    let text = |node: scraper::ElementRef<'_>| node.text().collect::<String>();
    let number = |text: String| text.trim_matches(|c: char| !c.is_ascii_digit()).parse().expect("a number");
    page.select(&line).map(text).map(number).collect()
}

#[test]
fn six_thousand_entries_are_small_pages_by_year_that_hold_each_of_them_once() {
    let site = SiteTest::two();
    let bundle = site_of(&site, &of_size(6000));
    let pages = pages(&bundle);
    let mut seen = Vec::new();
    let mut reached = BTreeSet::from(["history/index.html".to_owned()]);
    for (route, page) in &pages {
        let size = bytes(&bundle, route).len();
        assert!(size <= LARGEST, "{route} has {size} bytes");
        let own = numbers(page);
        assert!(own.is_sorted_by(|a, b| a > b), "{route}: newest first");
        if *route == "history/index.html" {
            assert_eq!(own, (5900..6000).rev().collect::<Vec<_>>());
        } else {
            seen.extend(own);
        }
        for link in page.select(&select("main a[href]")) {
            let folder = route.rsplit_once('/').expect("a folder").0;
            let mut parts: Vec<&str> = folder.split('/').collect();
            for part in link.value().attr("href").expect("an address").split('/') {
                match part {
                    ".." => drop(parts.pop()),
                    part => parts.push(part),
                }
            }
            let target = parts.join("/");
            assert!(bundle.get(&target).is_some() || target == GONE, "{route} leads to {target}");
            reached.insert(target);
        }
    }
    seen.sort_unstable();
    assert_eq!(seen, (0..6000).collect::<Vec<_>>(), "every entry stands on one page of a year");
    let lost: Vec<_> = pages.iter().filter(|(route, _)| !reached.contains(*route)).map(|(route, _)| route).collect();
    assert!(lost.is_empty(), "{lost:?} cannot be reached");
    let years = &pages.iter().find(|(route, _)| *route == "history/index.html").expect("the first page").1;
    let years: Vec<String> = years.select(&select(".years li")).map(|li| li.text().collect()).collect();
    assert_eq!(
        (years.len(), years[0].as_str(), years[18].as_str()),
        (19, "2025年120 条", "2007年3160 条"),
        "{years:?}"
    );
}

#[test]
fn one_entry_more_changes_the_newest_pages_only() {
    let site = SiteTest::two();
    let (old, new) = (site_of(&site, &of_size(5999)), site_of(&site, &of_size(6000)));
    let history = |route: &&str| route.starts_with("history/");
    let all = new.iter().map(|(route, _)| route).filter(history).count();
    let changed: Vec<&str> = new
        .iter()
        .map(|(route, _)| route)
        .filter(history)
        .filter(|route| old.get(route).is_none_or(|file| file.bytes != new.get(route).expect("there").bytes))
        .collect();
    assert_eq!(
        changed,
        ["history/2025/2.html", "history/2025/days.js", "history/2025/index.html", "history/index.html"]
    );
    assert!(all > 80, "of {all}");
}

#[test]
fn a_short_ledger_stays_on_one_page() {
    let site = SiteTest::two();
    let bundle = site_of(&site, &of_size(100));
    let routes: Vec<&str> = pages(&bundle).into_iter().map(|(route, _)| route).collect();
    assert_eq!(routes, ["history/index.html"]);
    assert!(bundle.iter().all(|(route, _)| !route.ends_with("days.js")));
    let bundle = site_of(&site, &of_size(101));
    let routes: Vec<&str> = pages(&bundle).into_iter().map(|(route, _)| route).collect();
    assert_eq!(routes, ["history/2007/1.html", "history/2007/2.html", "history/2007/index.html", "history/index.html"]);
}

#[test]
fn a_browser_finds_what_stood_on_a_day_of_any_year() {
    if !wanted() {
        return;
    }
    let site = SiteTest::two();
    let stage = Stage::open(&site.path("output")).expect("open");
    stage.add("shanghe", &site_of(&site, &of_size(6000))).expect("staged");
    stage.commit().expect("written");
    assert_eq!(complaints(&site.output()), [""; 0]);
    let mut node = Command::new("node");
    node.current_dir(project("tests/browser")).arg("years.mjs").arg(site.path("output/shanghe"));
    let run = node.output().expect("node; run tests/run once");
    let seen: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| {
        panic!("{e}: {}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
    });
    assert_eq!(seen["complaints"], json!([]));
    assert_eq!(seen["before"], json!({ "said": "账本从2007年3月1日开始，那以前的情况账本不知道。", "changed": null }));
    assert_eq!(seen["loaded"], json!([0, 1, 1, 3, 19]), "no file before it is needed: {seen:#}");
    let first = &seen["first"];
    assert_eq!(first["said"], "");
    assert_eq!(first["changed"].as_array().map(Vec::len), Some(3001), "all of that day");
    let stood = |day: &str| -> Vec<String> {
        let list = seen[day]["stood"].as_array().unwrap_or_else(|| panic!("{day}: {seen:#}"));
        list.iter().map(|line| line.as_str().expect("text").to_owned()).collect()
    };
    assert_eq!(stood("first").len(), 5, "{:#?}", stood("first"));
    assert!(stood("first")[4].starts_with("公开 询问与答复询问与答复第 10 号"), "{:#?}", stood("first"));
    // Taken back on 2007-03-11, and never again among what stood.
    assert_eq!(stood("later").len(), 4, "{:#?}", stood("later"));
    let last = stood("last");
    assert!(last[1].starts_with("更新 抗旱物资发放公开事项第 59"), "{last:#?}");
    assert!(last.iter().all(|line| line.ends_with("日")), "with the day since when: {last:#?}");
    assert_eq!(seen["same"], true, "a line is written as on the pages");
    assert_eq!(seen["followed"], "抗旱物资发放");
    assert_eq!(seen["year"], "公开账本 2007年（第 32 页）");
}
