//! What visitors read, in full.
//!
//! In: the two small communities of `tests/sites/two`. Out: the main part of one page of each sort,
//! compared with `tests/expected/pages/`. Never compares markup.

use gongkai::record::KINDS;

use crate::kit::expect;
use crate::kit::site::{SiteTest, said};

/// One page of each sort: file of the expectation, route.
const PAGES: &[(&str, &str)] = &[
    ("portal", "index.html"),
    ("street", "regions/shili/dongqu/hekou/index.html"),
    ("matrix", "matrix/index.html"),
    ("matrix-street", "regions/shili/dongqu/hekou/matrix/index.html"),
    ("matrix-running", "regions/shili/dongqu/hekou/matrix/2026q4.html"),
    ("home-village", "shanghe/index.html"),
    ("home-urban", "heping/index.html"),
    ("catalogue", "shanghe/catalogue/index.html"),
    ("periods", "shanghe/periods/index.html"),
    ("board", "shanghe/print/2026q3.html"),
    ("decisions", "shanghe/decisions/index.html"),
    ("decision", "shanghe/decisions/lu-deng.html"),
    ("finance", "shanghe/finance/index.html"),
    ("finance-statement", "shanghe/finance/2026-09.html"),
    ("project", "shanghe/projects/lu-deng.html"),
    ("projects", "shanghe/projects/index.html"),
    ("disclosure", "shanghe/disclosures/kang-han.html"),
    ("query", "shanghe/queries/bu-tie.html"),
    ("queries", "shanghe/queries/index.html"),
    ("page", "shanghe/pages/cun-qing.html"),
    ("evaluation", "heping/evaluations/2025.html"),
    ("evaluations", "heping/evaluations/index.html"),
    ("register", "heping/registers/zhi-yuan.html"),
    ("indicator", "heping/indicators/2026q3.html"),
    ("search", "shanghe/search/index.html"),
    ("404", "shanghe/404.html"),
];

#[test]
fn the_two_communities_have_no_mistakes() {
    assert_eq!(said(&SiteTest::two().check()), "");
}

#[test]
fn pages_read_as_expected() {
    let site = SiteTest::two();
    site.build();
    for (name, route) in PAGES {
        let page = site.page(route);
        let title = page.all("head > title")[0].text().collect::<String>();
        expect::file(&format!("pages/{name}.txt"), &format!("{route}\n{title}\n\n{}\n", page.main()));
    }
}

#[test]
fn pages_in_english_have_english_words() {
    let site = SiteTest::two();
    site.replace("content/site.yaml", "发布者:", "语言: en\n发布者:");
    site.build();
    for (name, route) in [
        ("home-village-en", "shanghe/index.html"),
        ("query-en", "shanghe/queries/bu-tie.html"),
        ("matrix-en", "regions/shili/dongqu/hekou/matrix/2026q4.html"),
    ] {
        let page = site.page(route);
        assert_eq!(page.all("html")[0].value().attr("lang"), Some("en"));
        expect::file(&format!("pages/{name}.txt"), &format!("{}\n", page.main()));
    }
}

#[test]
fn the_two_communities_have_every_kind() {
    let site = SiteTest::two();
    let files = crate::kit::tree::Tree::read(&site.path("content/communities"));
    for kind in KINDS {
        let here = files.paths().iter().any(|p| p.split('/').nth(1) == Some(kind.folder));
        assert!(here, "tests/sites/two has no record in {}", kind.folder);
    }
}
