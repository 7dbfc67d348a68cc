//! What visitors read of questions, corrections, reviewers and long sections.
//!
//! In: the two small communities and records written into them. Out: the main part of the pages,
//! compared with `tests/expected/pages/`, and the feeds. Never tests single codes: `cases.rs` does.

use crate::kit::expect;
use crate::kit::page::text_of;
use crate::kit::site::SiteTest;

const SHANGHE: &str = "content/communities/shanghe";

/// Writes a record of the village.
fn write(site: &SiteTest, path: &str, fields: &str) {
    let text = if path.ends_with(".md") {
        format!("---\n{fields}示例: 是\n---\n")
    } else {
        format!("{fields}示例: 是\n")
    };
    site.write(&format!("{SHANGHE}/{path}"), text);
}

/// Compares the main part of a page.
fn page(site: &SiteTest, name: &str, route: &str) {
    expect::file(&format!("pages/{name}.txt"), &format!("{route}\n\n{}\n", site.page(route).main()));
}

/// A question that was answered late, asked again, and not answered since.
const LATE: &str = "标题: 垃圾多久清一次？\n提出日期: 2026-09-03\n提出人: 一组村民\n问: 一组的垃圾几天清一次？\n答复日期: 2026-09-16\n\
    答复机构: 村民委员会\n答: 三天一次。\n追问:\n  - {日期: 2026-11-02, 问: 怎么又一个星期没有清？}\n";

#[test]
fn a_late_answer_says_how_late_and_where_to_turn() {
    let site = SiteTest::two();
    write(&site, "queries/la-ji.md", LATE);
    site.build();
    page(&site, "query-late", "shanghe/queries/la-ji.html");
    page(&site, "queries-of-all-states", "shanghe/queries/index.html");
    let home = site.page("shanghe/index.html").main();
    assert!(home.contains("居民的询问有 2 件还没有答复，其中 1 件超过期限"), "{home}");
}

#[test]
fn where_no_rule_sets_days_the_page_says_so_and_how_long_it_has_been_open() {
    let site = SiteTest::two();
    site.remove("content/profiles/rules/da-fu.yaml");
    write(&site, "queries/la-ji.md", LATE);
    site.build();
    page(&site, "query-without-limit", "shanghe/queries/la-ji.html");
    page(&site, "query-urban-without-limit", "heping/queries/dian-ti.html");
}

#[test]
fn a_province_with_days_for_committee_and_government() {
    let site = SiteTest::two();
    site.remove("content/profiles/rules/da-fu.yaml");
    site.replace(&format!("{SHANGHE}/community.yaml"), "示例市/东区/河口街道", "重庆市/东区/河口镇");
    site.build();
    page(&site, "query-in-chongqing", "shanghe/queries/lu-deng-guan-hu.html");
}

#[test]
fn questions_in_english() {
    let site = SiteTest::two();
    site.replace("content/site.yaml", "发布者:", "语言: en\n发布者:");
    write(&site, "queries/la-ji.md", LATE);
    site.build();
    page(&site, "query-late-en", "shanghe/queries/la-ji.html");
    page(&site, "queries-of-all-states-en", "shanghe/queries/index.html");
}

/// Corrections of a page and of a statement.
fn correct(site: &SiteTest) {
    let page = "pages/cun-qing.md";
    let rows = "更正:\n  - {日期: 2026-02-03, 说明: 二组户数写错, 原值: \"39\", 现值: \"40\"}\n  - {日期: 2026-03-01, 说明: 补上一组的户数, 现值: \"43\"}\n";
    site.replace(&format!("{SHANGHE}/{page}"), "示例: 是", &format!("{rows}示例: 是"));
    let rows = "更正:\n  - {日期: 2026-10-15, 说明: 审批人写错, 原值: 王某, 现值: 王某某}\n";
    site.replace(&format!("{SHANGHE}/finance/2026-09.yaml"), "示例: 是", &format!("{rows}示例: 是"));
}

#[test]
fn corrections_stand_on_their_record_on_one_page_and_in_lists() {
    let site = SiteTest::two();
    site.build();
    page(&site, "corrections-none", "shanghe/corrections/index.html");
    correct(&site);
    site.build();
    page(&site, "corrections", "shanghe/corrections/index.html");
    page(&site, "page-corrected", "shanghe/pages/cun-qing.html");
    let list = site.page("shanghe/finance/index.html").main();
    assert!(list.contains("2026年10月15日有更正"), "{list}");
    let notice = site.page("shanghe/pages/cun-qing.html");
    let link = notice.all(".notice a");
    assert_eq!(link[0].value().attr("href"), Some("#corrections"));
    assert_eq!(notice.all("#corrections").len(), 1);
}

#[test]
fn who_follows_the_feeds_sees_corrections() {
    let site = SiteTest::two();
    correct(&site);
    site.build();
    expect::file("feed-corrected.xml", &site.read("output/shanghe/feed.xml"));
    let feed: serde_json::Value = serde_json::from_str(&site.read("output/shanghe/feed.json")).expect("JSON");
    let items = feed["items"].as_array().expect("items");
    let of = |url: &str| items.iter().find(|i| i["url"] == url).unwrap_or_else(|| panic!("{url} in {items:#?}"));
    let record = of("finance/2026-09.html");
    assert_eq!(record["date_published"], "2026-10-10T00:00:00+08:00");
    assert_eq!(record["date_modified"], "2026-10-15T00:00:00+08:00");
    let correction = of("finance/2026-09.html#corrections");
    assert_eq!(correction["title"], "更正：2026年9月财务收支");
    assert_eq!(correction["content_text"], "审批人写错。原值：王某。现值：王某某");
    assert_eq!(correction["date_published"], "2026-10-15T00:00:00+08:00");
    let table = site.read("output/shanghe/data/finance.csv");
    assert!(table.lines().any(|l| l.starts_with("2026年9月财务收支,") && l.ends_with(",2026-10-15")), "{table}");
}

#[test]
fn findings_on_the_committees_stand_on_the_home_page() {
    let site = SiteTest::two();
    let community = "content/communities/heping/community.yaml";
    let without: String =
        site.read(community).lines().filter(|l| !l.contains("居务监督")).map(|l| format!("{l}\n")).collect();
    site.write(community, without);
    site.build();
    let box_of = |site: &SiteTest| text_of(site.page("heping/index.html").all(".findings")[0]);
    expect::file("pages/home-without-supervisors.txt", &format!("{}\n", box_of(&site)));
}

#[test]
fn the_page_says_who_made_and_reviewed_it() {
    let site = SiteTest::two();
    let path = format!("{SHANGHE}/finance/2026-09.yaml");
    site.replace(
        &path,
        "审核: {机构: 村务监督委员会, 人: 李某某",
        "制表人: 孙某某\n审核: {机构: 村务监督委员会, 人: 孙某某",
    );
    site.replace(&path, "意见: 同意", "意见: 不同意");
    site.build();
    let shown = site.page("shanghe/finance/2026-09.html");
    expect::file(
        "pages/review-rejected.txt",
        &format!("{}\n{}\n", text_of(shown.all(".findings")[0]), text_of(shown.all(".side")[0])),
    );
}

/// Writes disclosures of two years and decisions of two kinds.
fn fill(site: &SiteTest) {
    for (year, month) in (1..=9).map(|m| (2025, m)).chain((1..=6).map(|m| (2026, m))) {
        let (item, wu) = if month % 2 == 0 { ("A3", "抗旱物资") } else { ("F7", "补助发放") };
        let fields = format!(
            "标题: {year}年{month}月{wu}\n目录项: {item}\n期间: {year}-0{month}-10\n审核: {{意见: 同意}}\n公开日期: {year}-0{month}-12\n至: {year}-0{month}-28\n"
        );
        write(site, &format!("disclosures/d-{year}-{month}.md"), &fields);
    }
    let decision = site.read(&format!("{SHANGHE}/decisions/lu-deng.md")).replace("项目: lu-deng\n", "");
    for year in 2022..=2025 {
        let matter = if year % 2 == 0 { "误工补贴" } else { "公益事业" };
        let other = decision.replace("公益事业", matter).replace("二组路灯改造", &format!("{year}年{matter}"));
        site.write(&format!("{SHANGHE}/decisions/d-{year}.md"), other.replace("2026-", &format!("{year}-")));
    }
}

#[test]
fn long_sections_are_folded_by_year_and_can_be_looked_through_otherwise() {
    let site = SiteTest::two();
    fill(&site);
    site.build();
    page(&site, "disclosures-long", "shanghe/disclosures/index.html");
    page(&site, "decisions-by-matter", "shanghe/decisions/index.html");
    let shown = site.page("shanghe/disclosures/index.html");
    let years = shown.all("details.year");
    let open: Vec<bool> = years.iter().map(|y| y.value().attr("open").is_some()).collect();
    assert_eq!(open, [true, false], "the newest year is open");
    let ids: Vec<_> = years.iter().filter_map(|y| y.value().attr("id")).collect();
    let leads: Vec<_> = shown.all(".facets a[href^='#']").iter().filter_map(|a| a.value().attr("href")).collect();
    assert_eq!(leads, ids.iter().map(|id| format!("#{id}")).collect::<Vec<_>>());
    // Each record has its card once, and one short link for 五务.
    let card = shown.all(".cards > li").len();
    assert_eq!((card, shown.all(".facets details a").len()), (16, 16));
}
