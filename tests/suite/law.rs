//! The law as dated data: the same record under two laws, layers of rules, duties by period.
//!
//! In: the base village with a record or a rule. Out: which law, version and article speaks.
//! Never repeats what the cases say of single codes.

use gongkai::build::{self, Options};
use gongkai::value::Date;
use gongkai::world::DiskWorld;

use crate::kit::page::Page;
use crate::kit::site::SiteTest;

/// A decision whose meeting and display fall short in the same way on any day.
fn decision(meeting: &str, from: &str, until: &str) -> String {
    format!(
        "---\n标题: 三组道路硬化（示例）\n流程: 共同缔造\n事项类型: 误工补贴\n步骤:\n  - {{议: 决策共谋, 日期: {meeting}, \
         应到: 31, 实到: 20, 同意: 18, 反对: 1, 弃权: 1}}\n公开:\n  - {{项: 决议公开, 日期: {from}, 至: {until}}}\n\
         ---\n示例。\n"
    )
}

/// Code and ground of everything that `check` finds.
fn grounds(site: &SiteTest) -> Vec<String> {
    let reports = site.check().reports;
    let ground = |r: &gongkai::diagnostic::Report| r.basis.as_ref().map_or(String::new(), ToString::to_string);
    reports.iter().map(|r| format!("{} {}", r.code, ground(r)).trim().to_owned()).collect()
}

#[test]
fn one_record_before_and_after_the_turn_of_2026() {
    let site = SiteTest::base();
    let path = "content/communities/base/decisions/dao-lu.md";
    site.write(path, decision("2025-12-20", "2025-12-21", "2026-01-01"));
    assert_eq!(grounds(&site), ["GK0610 《村民委员会组织法》（2018年12月29日修正）第二十六条第二款"]);
    site.write(path, decision("2026-01-10", "2026-01-11", "2026-01-22"));
    assert_eq!(
        grounds(&site),
        [
            "GK0631 《村民委员会组织法》（2025年10月28日修正）第二十八条第三款",
            "GK0610 《村民委员会组织法》（2025年10月28日修正）第三十条第二款",
            "GK0617 《村民委员会组织法》（2025年10月28日修正）第三十五条第四款",
        ]
    );
}

#[test]
fn the_page_shows_the_articles_of_the_law_of_its_day() {
    let site = SiteTest::base();
    for (stem, meeting, law) in [
        ("jiu", "2025-03-20", "《村民委员会组织法》（2018年12月29日修正）第二十四条第一款第（一）项"),
        ("xin", "2026-03-20", "《村民委员会组织法》（2025年10月28日修正）第二十八条第一款第（二）项"),
    ] {
        site.write(
            &format!("content/communities/base/decisions/{stem}.md"),
            decision(meeting, &meeting.replace("-20", "-21"), &meeting.replace("03-20", "04-20")),
        );
        site.build();
        let page = site.page(&format!("base/decisions/{stem}.html"));
        assert!(page.main().contains(law), "{}", page.main());
    }
    let law = site.page("base/law/index.html");
    let text = law.main();
    for part in ["村民委员会组织法（2018年修正）", "村民委员会组织法（2025年修正）", "共同缔造"]
    {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn the_strictest_of_nation_province_and_county_speaks() {
    let site = SiteTest::base();
    site.write(
        "content/communities/base/pages/tong-zhi.md",
        "---\n标题: 通知\n栏目: 村情\n公开日期: 2026-03-01\n至: 2026-03-17\n---\n示例。\n",
    );
    // Sixteen days are enough for the nation (15) and for Chongqing (10).
    site.write("content/site.yaml", "名称: 示例市村（居）务公开\n辖区: 重庆市\n示例: 是\n");
    assert_eq!(grounds(&site), [""; 0]);
    let county = "标识: xian-gongkai\n名称: 示例区公开办法\n法: 示例区公开办法\n辖区: 示例市/示例区\n来源:\n  - {名称: 示例, 版本: \
                  2026年, 可信度: 低}\n条目:\n  - {标识: display-min-days, 名称: 最短公布天数, 数值: \"20\", 单位: 天, 条款: 第三条}\n";
    site.write("content/profiles/rules/xian.yaml", county);
    assert_eq!(grounds(&site), ["GK0402 《示例区公开办法》（2026年）第三条"]);
    // A rule of the community itself is stricter still, and says so.
    let own = county.replace("xian-gongkai", "cun-gongkai").replace("示例区公开办法", "基准村公开约定");
    let own = own.replace("示例市/示例区", "示例市/示例区/示例街道/基准村").replace("\"20\"", "\"30\"");
    site.write("content/profiles/rules/cun.yaml", own);
    assert_eq!(grounds(&site), ["GK0402 《基准村公开约定》（2026年）第三条"]);
}

#[test]
fn the_process_of_the_readme_is_sound_and_judges_a_decision() {
    let readme = std::fs::read_to_string(crate::kit::project("README.md")).expect("a README");
    let (_, rest) = readme.split_once("```yaml\n# content/profiles/processes/").expect("a process");
    let (name, profile) = rest.split_once(":").expect("a file name");
    let (_, profile) = profile.split_once('\n').expect("a first line");
    let (profile, _) = profile.split_once("```").expect("an end");
    let site = SiteTest::base();
    site.write(&format!("content/profiles/processes/{name}"), profile);
    site.write(
        "content/communities/base/decisions/dao-lu.md",
        "---\n标题: 道路（示例）\n流程: 县办四步\n事项类型: 公益事业\n步骤:\n  - {议: 党支部提议, 日期: 2026-03-05}\n  \
         - {议: 党员大会审议, 日期: 2026-03-15, 通知日期: 2026-03-12, 应到: 42, 实到: 28, 同意: 21, 反对: 7, 弃权: 0}\n  \
         - {议: 村民代表会议决议, 日期: 2026-03-20, 应到: 31, 实到: 26, 同意: 24, 反对: 1, 弃权: 1}\n公开:\n  \
         - {项: 决议公开, 日期: 2026-03-21, 至: 2026-04-06}\n---\n示例。\n",
    );
    assert_eq!(grounds(&site), ["GK0617 《县办四步》决议公开"]);
}

/// The catalogue page of the base village on a day.
fn catalogue(site: &SiteTest, day: Date) -> Page {
    let out = site.path("output");
    let options = Options { out: out.clone(), ..Options::default() };
    let outcome = build::build(&DiskWorld::new(site.root(), day), &options, &|_, _| {}).expect("it can be built");
    assert!(outcome.published);
    Page::read(&out, "base/catalogue/index.html")
}

#[test]
fn an_item_is_due_for_the_periods_in_which_it_was_in_force() {
    let site = SiteTest::base();
    let item = |day| {
        let page = catalogue(&site, day);
        let all = page.all("#A8");
        all.first().map(|e| e.text().collect::<String>())
    };
    // Due for the last quarter of 2025, told until that quarter has left the page, never for one of 2026.
    let in_spring = item(Date::constant(2026, 4, 20)).expect("still told");
    assert!(in_spring.contains("2025年第四季度：应于2026年1月15日前公开，尚未公开，已迟 95 天。"), "{in_spring}");
    assert!(!in_spring.contains("2026年第一季度"), "{in_spring}");
    assert_eq!(item(Date::constant(2027, 1, 20)), None);
}

#[test]
fn finances_of_a_busy_village_are_due_every_month() {
    let site = SiteTest::base();
    let told = |site: &SiteTest| {
        let page = catalogue(site, Date::constant(2026, 10, 8));
        page.all("#F2").first().expect("the item").text().collect::<String>()
    };
    assert!(
        told(&site).contains("每月") && told(&site).contains("2026年8月：应于2026年9月15日前公开"),
        "{}",
        told(&site)
    );
    site.replace("content/communities/base/community.yaml", "财务公开频率: 每月", "财务公开频率: 每季度");
    assert!(
        told(&site).contains("每季度") && told(&site).contains("2026年第二季度：应于2026年7月15日前公开"),
        "{}",
        told(&site)
    );
}

#[test]
fn the_calendar_keeps_to_rfc_5545() {
    let site = SiteTest::two();
    site.build();
    let text = site.read("output/shanghe/duties.ics");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "a line is too long");
    let lines: Vec<String> = text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect();
    let count = |start: &str| lines.iter().filter(|l| l.starts_with(start)).count();
    let events = count("BEGIN:VEVENT");
    assert!(events > 20, "only {events} events");
    for part in ["UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:", "END:VEVENT"] {
        assert_eq!(count(part), events, "{part}");
    }
    let uids: std::collections::BTreeSet<&String> = lines.iter().filter(|l| l.starts_with("UID:")).collect();
    assert_eq!(uids.len(), events, "an event stands twice");
    assert!(lines.contains(&"SUMMARY:最后公开日：2026年10月财务收支明细".to_owned()));
}
