//! Portals: what they say of a small city of three levels, and that those of a large one stay small.
//!
//! In: invented summaries. Out: pages in full, compared with `tests/expected/portals/`; sizes.
//! Never builds a community.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use gongkai::derive::{News, Summary};
use gongkai::record::facts::Measured;
use gongkai::record::facts::RatingStanding::{self, Contested, Expired, Final, OnDisplay};
use gongkai::value::{Date, Number};

use crate::kit::city::{Portal, city, community, rated};
use crate::kit::expect;

const SMALL: &str = "名称: 江城市村（居）务公开
地区:
  - 路径: 江城市
    标识: jiangcheng
    目标: [{指标: 三星以上社区占比, 数值: 60, 截止: 2026-12-31, 依据: 示例方案}]
  - {路径: 江城市/西区, 标识: xiqu}
  - 路径: 江城市/东区
    标识: dongqu
    目标: [{指标: 社区社会组织数（社区）, 数值: 12}]
示例: 是
";

/// Eleven communities: eight urban ones and three villages in three streets of two districts.
fn small() -> Vec<Summary> {
    let (hekou, shanqian, xinjie) = ("江城市/东区/河口街道", "江城市/东区/山前街道", "江城市/西区/新街街道");
    let stars = |mut s: Summary, stars, total: &str, standing: RatingStanding| {
        s.ratings.push(rated(2025, stars, total, standing));
        s
    };
    let mut list = vec![
        stars(community("heping", "和平社区", "urban", hekou, 0), 4, "86.5", Final),
        stars(community("hebian", "河边社区", "urban", hekou, 1), 4, "86.5", Contested),
        stars(community("matou", "码头社区", "urban", hekou, 2), 5, "92", Final),
        stars(community("laojie", "老街社区", "urban", hekou, 3), 3, "75.2", Final),
        stars(community("shanqian", "山前社区", "urban", shanqian, 5), 2, "66", Final),
        stars(community("linchang", "林场社区", "urban", shanqian, 4), 3, "71", Final),
        stars(community("xinjie", "新街社区", "urban", xinjie, 0), 4, "88", OnDisplay),
        community("gongye", "工业园社区", "urban", xinjie, 10),
        stars(community("shanghe", "上河村", "village", shanqian, 1), 3, "74", Final),
        stars(community("xiahe", "下河村", "village", shanqian, 2), 3, "70", Expired),
        community("shitou", "石头村", "village", xinjie, 6),
    ];
    // Too few were asked; a star more than before; still holding the stars of the year before.
    list[3].ratings[0].fact.comparable = false;
    list[0].ratings[0].fact.before = Some(3);
    list[6].ratings.push(rated(2024, 3, "72", Final));
    list[8].other_names = vec!["王家湾".into(), "一组".into()];
    list[7].last_published = None;
    list[10].last_published = Some("2026-06-30".into());
    for (at, day) in [(0, 20), (4, 21), (8, 20)] {
        let date = Date::constant(2026, 11, day);
        let news =
            News {
                title: "第三季度财务收支".into(), kind: "finance".into(), url: "finance/2026q3.html".into(), date
            };
        list[at].news = vec![news];
    }
    let measured = |value: &str| {
        let value = Number::parse(value).expect("a number");
        vec![Measured { indicator: "shehui-zuzhi-shu-shequ".into(), value, as_of: Date::constant(2026, 9, 30) }]
    };
    list[0].measured = measured("11");
    list[4].measured = measured("12");
    list[6].measured = measured("10");
    list
}

/// One page of each sort: file of the expectation, address.
const PAGES: &[(&str, &str)] = &[
    ("city", "index.html"),
    ("district", "regions/jiangcheng/dongqu/index.html"),
    ("street", "regions/jiangcheng/dongqu/shan-qian-jie-dao/index.html"),
    ("stars", "stars/index.html"),
    ("stars-of-a-street", "regions/jiangcheng/dongqu/shan-qian-jie-dao/stars/index.html"),
    ("all", "all/index.html"),
];

#[test]
fn a_city_of_three_levels_reads_as_expected() {
    let portal = Portal::of(&city(SMALL, &[]), &small());
    for (name, route) in PAGES {
        let page = portal.page(route);
        let title = page.all("head > title")[0].text().collect::<String>();
        expect::file(&format!("portals/{name}.txt"), &format!("{route}\n{title}\n\n{}\n", page.main()));
    }
}

#[test]
fn a_portal_in_english_has_english_words() {
    let portal = Portal::of(&city(&format!("语言: en\n{SMALL}"), &[]), &small());
    for (name, route) in [("city-en", "index.html"), ("stars-en", "stars/index.html")] {
        expect::file(&format!("portals/{name}.txt"), &format!("{}\n", portal.page(route).main()));
    }
}

#[test]
fn names_by_which_people_find_their_own() {
    let portal = Portal::of(&city(SMALL, &[]), &small());
    let text = String::from_utf8(portal.0["names.js"].clone()).expect("UTF-8");
    let data =
        text.strip_prefix("var gongkaiNames=").and_then(|t| t.trim_end().strip_suffix(';')).expect("one assignment");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let rows = data["list"].as_array().expect("a list");
    let row = rows.iter().find(|r| r[0] == "shanghe").expect("every community is there");
    assert_eq!((&row[1], &row[2]), (&"上河村".into(), &"shang-he-cun".into()));
    assert_eq!((&row[4], &row[5]), (&"王家湾|wang-jia-wan".into(), &"一组|yi-zu".into()));
    let region = &data["regions"][row[3].as_u64().expect("a number") as usize];
    assert_eq!(region[0], "regions/jiangcheng/dongqu/shan-qian-jie-dao/index.html");
    assert_eq!(region[1], "江城市/东区/山前街道");
    assert_eq!(rows.len(), 11);
}

/// The first pilots of Wuhan: 212 rated, 93 of them with three stars or more.
#[test]
fn of_212_rated_93_with_three_stars_are_43_9_percent() {
    let one = |n: usize| {
        let mut s = community(&format!("c{n}"), &format!("第{n}社区"), "urban", "江城市/东区/河口街道", 0);
        let stars = if n < 93 { 3 } else { 2 };
        s.ratings.push(rated(2025, stars, if n < 93 { "72" } else { "65" }, Final));
        s
    };
    let mut list: Vec<Summary> = (0..212).map(one).collect();
    list.extend(
        (212..1470).map(|n| community(&format!("c{n}"), &format!("第{n}社区"), "urban", "江城市/东区/河口街道", 0)),
    );
    let portal = Portal::of(&city("名称: 江城市\n示例: 是\n", &[]), &list);
    let stars = portal.page("stars/index.html").main();
    assert!(stars.contains("全部 1470 个里，已定星 212 个，没有参加这一周期的 1258 个。"), "{stars}");
    assert!(stars.contains("三星以上 93 个，占已定星的 43.9%，占全部的 6.3%。"), "{stars}");
    let index = portal.page("index.html").main();
    assert!(index.contains("幸福社区 3 星以上的 93 个，占全部 1470 个；占已定星 212 个的 43.9%"), "{index}");
    assert!(index.contains("不少于 90%：1470 个里要有 1323 个，还差 1230 个。"), "{index}");
    assert!(index.contains("对照：首批试点 93/212，43.9%"), "{index}");
}

#[test]
fn quotas_are_counted_down_and_only_told() {
    let rubric = include_str!("../../src/profile/defaults/rubrics/xingfu-shequ.yaml");
    let rubric = format!("{rubric}\n配额:\n  - {{星: 5, 最多: 0.1}}\n  - {{星: 4, 最多: 0.5, 基数: 达标}}\n");
    let one = |n: usize| {
        let mut s = community(&format!("c{n}"), &format!("第{n}社区"), "urban", "江城市", 0);
        s.ratings.push(rated(2025, [5, 5, 5, 4, 4, 0][n % 6], "80", Final));
        s
    };
    let list: Vec<Summary> = (0..24).map(one).collect();
    let city = city("名称: 江城市\n示例: 是\n", &[("content/profiles/rubrics/xingfu-shequ.yaml", &rubric)]);
    let stars = Portal::of(&city, &list).page("stars/index.html").main();
    // 24 rated: 2.4 places are 2; 20 with a star: 10 places.
    assert!(stars.contains("5 星最多占参评的 10%：已定星 24 个，名额 2 个；按得分是 12 个超出 10 个"), "{stars}");
    assert!(stars.contains("4 星最多占达标的 50%：达标 20 个，名额 10 个；按得分是 8 个没有超出"), "{stars}");
}

/// A community with as much to tell as any has.
fn full(n: usize, parent: &str) -> Summary {
    let kind = if n.is_multiple_of(3) { "village" } else { "urban" };
    let mut s = community(&format!("shequ-{n}"), &format!("江城第{n}示例社区"), kind, parent, n % 10);
    s.other_names = (1..=3).map(|k| format!("{n}号院{k}区")).collect();
    let date = Date::constant(2026, 11, 1 + (n % 20) as i8);
    let news = |k: usize| News {
        title: format!("2026年第三季度第{k}项材料"),
        kind: "disclosure".into(),
        url: format!("disclosures/xiang-{k}.html"),
        date,
    };
    s.news = (0..5).map(news).collect();
    let total = format!("{}.{}", 60 + n % 40, n % 10);
    let standing = [Final, Final, Final, OnDisplay, Contested][n % 5];
    s.ratings = vec![rated(2025, (n % 5) as u32 + 1, &total, standing)];
    s.earlier = vec![rated(2024, (n % 4) as u32 + 1, "70", Expired)];
    let mut other = rated(2025, 3, &total, Final);
    other.fact.rubric = "hexie-shequ".into();
    other.fact.rubric_name = "和谐社区".into();
    s.ratings.push(other);
    s
}

const LIMIT: usize = 300_000;

/// Every page below 300 KB, all links alive, each community on some table, within reasonable time.
fn stays_small(list: &[Summary], regions: usize) {
    let begin = Instant::now();
    let portal = Portal::of(&city("名称: 江城市村（居）务公开\n示例: 是\n", &[]), list);
    let took = begin.elapsed();
    let largest = portal.0.iter().max_by_key(|(_, bytes)| bytes.len()).expect("files");
    let all: usize = portal.0.values().map(Vec::len).sum();
    println!("{} files, {all} bytes, largest {} {}, {took:?}", portal.0.len(), largest.0, largest.1.len());
    assert!(largest.1.len() < LIMIT, "{} has {} bytes", largest.0, largest.1.len());
    assert!(took < Duration::from_secs(90), "took {took:?}");
    assert!(portal.routes().filter(|r| r.ends_with("stars/index.html")).count() == regions + 1);
    let mut tables = BTreeSet::new();
    let mut names = BTreeSet::new();
    let mut ranks = BTreeSet::new();
    for route in portal.routes() {
        let links = portal.links(route);
        for target in links.iter().filter(|target| !target.starts_with("shequ-")) {
            assert!(portal.0.contains_key(target), "{route}: {target} leads nowhere");
        }
        match () {
            () if route.contains("stars/") => ranks.extend(links),
            () if route.ends_with("all.html") || route.starts_with("all/") || route.contains("/all-") => {
                names.extend(links)
            }
            () => tables.extend(links),
        }
    }
    for s in list {
        let link = format!("{}/index.html", s.id);
        assert!(tables.contains(&link), "{link} stands in no table");
        assert!(names.contains(&link), "{link} is not among the names");
        assert!(ranks.contains(&format!("{}/evaluations/2025.html", s.id)), "{} is not among the stars", s.id);
    }
}

#[test]
fn a_city_of_1470_in_one_region_stays_small() {
    let list: Vec<Summary> = (0..1470).map(|n| full(n, "江城市/东区")).collect();
    stays_small(&list, 2);
}

#[test]
fn a_city_of_1470_without_regions_stays_small() {
    let list: Vec<Summary> = (0..1470).map(|n| full(n, "")).collect();
    stays_small(&list, 0);
}

#[test]
fn a_city_of_1470_in_15_districts_and_160_streets_stays_small() {
    let list: Vec<Summary> =
        (0..1470).map(|n| full(n, &format!("江城市/第{}区/第{}街道", n % 160 % 15, n % 160))).collect();
    stays_small(&list, 1 + 15 + 160);
}

#[test]
fn a_portal_without_communities_says_so() {
    let portal = Portal::of(&city(SMALL, &[]), &[]);
    assert!(portal.page("index.html").main().contains("这里还没有村或社区。"));
    assert!(portal.page("stars/index.html").main().contains("这里 0 个村（社区）还没有星级评价。"));
}
