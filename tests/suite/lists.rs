//! Scored lists of projects: order, ties, display, and the communities that proposed them.
//!
//! In: the two small communities with a list of one's, naming the other. Out: what the page says and links
//! to. Never tests the checks of rows: the cases do.

use crate::kit::expect;
use crate::kit::site::SiteTest;

const LIST: &str = "content/communities/heping/registers/zhu-li.yaml";

const ROWS: &str = "标题: 2026年治理创新助力计划入选项目
台账: 治理创新助力计划
截至: 2026-11-16
明细:
  - {名次: 1, 项目: 楼下议事角, 申报社区: 和平社区, 评分: 95, 公示起: 2026-11-16, 公示止: 2026-12-02}
  - {名次: 2, 项目: 河边步道认领, 申报社区: 东区上河村, 评分: 90, 公示起: 2026-11-16, 公示止: 2026-12-02}
  - {名次: 2, 项目: 借阅角, 申报社区: 示例社区甲, 评分: 90, 公示起: 2026-11-16, 公示止: 2026-12-02}
  - {名次: 4, 项目: 旧物集, 申报社区: 示例社区乙, 评分: 88, 公示起: 2026-09-01, 公示止: 2026-09-10}
公开日期: 2026-11-16
至: 2026-12-02
示例: 是
";

fn links(site: &SiteTest) -> Vec<String> {
    let page = site.page("heping/registers/zhu-li.html");
    let cells = page.all("main td a[href]");
    cells
        .iter()
        .map(|a| format!("{} {}", a.text().collect::<String>(), a.value().attr("href").unwrap_or_default()))
        .collect()
}

#[test]
fn the_page_says_order_ties_display_and_shortfalls() {
    let site = SiteTest::two();
    site.write(LIST, ROWS);
    site.build();
    let page = site.page("heping/registers/zhu-li.html");
    expect::file("pages/scored-list.txt", &format!("{}\n", page.main()));
    assert_eq!(links(&site), ["东区上河村 ../../shanghe/index.html"]);
}

#[test]
fn a_link_follows_the_name_of_the_other_community() {
    let site = SiteTest::two();
    site.write(LIST, ROWS);
    site.build();
    site.replace("content/communities/shanghe/community.yaml", "名称: 上河村", "名称: 上河新村");
    site.build();
    assert_eq!(links(&site), Vec::<String>::new(), "nobody is called 上河村 any more");
    assert_eq!(site.output().difference(&site.clean_build()), "");
    site.replace("content/communities/shanghe/community.yaml", "名称: 上河新村", "名称: 上河村");
    let before = site.output();
    site.build();
    assert_eq!(links(&site).len(), 1);
    let touched = site.output().touched_since(&before);
    assert!(touched.lines().all(|l| !l.contains("heping/finance") && !l.contains("heping/pages")), "{touched}");
}

#[test]
fn a_new_community_leaves_the_others_as_they_are() {
    let site = SiteTest::two();
    site.build();
    let before = site.output();
    let head = site.read("content/communities/heping/community.yaml").replace("和平社区", "新来社区");
    site.write("content/communities/xinlai/community.yaml", head);
    site.build();
    let touched = site.output().touched_since(&before);
    assert!(touched.lines().all(|l| !l.contains(" heping/") && !l.contains(" shanghe/")), "{touched}");
    assert!(touched.contains("+ xinlai/index.html"), "{touched}");
    assert_eq!(site.output().difference(&site.clean_build()), "");
}
