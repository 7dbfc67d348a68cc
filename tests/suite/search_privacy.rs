//! What may not be found: names that the catalogue keeps out of search, lists whose day is over, records
//! marked 不检索.
//!
//! In: a village with a list of persons. Out: what its search files and those of the portal hold.
//! Never asks a browser: what is in no file cannot be found.

use std::fs;
use std::path::Path;

use crate::kit::project;
use crate::kit::site::SiteTest;

const LIST: &str = "content/communities/shanghe/disclosures/bu-tie.md";

/// A list of grants with masked names; `{}` stands for further lines.
fn list(item: &str, further: &str) -> String {
    format!(
        "---\n标题: 示例补贴名单\n目录项: {item}\n期间: 2026Q3\n公开日期: 2026-10-12\n至: 2026-10-31\n\
         审核: {{机构: 村务监督委员会, 人: 李某某, 日期: 2026-10-10, 意见: 同意}}\n明细:\n  \
         - {{姓名: 欧*例, 政策: 沼气池补贴, 金额: 480.00}}\n  - {{姓名: 诸*示, 政策: 沼气池补贴, 金额: 520.00}}\n\
         示例: 是\n{further}---\n\n沼气池补贴已经发到欧*例等两户。\n"
    )
}

/// All search files of the village and of the portal, as one text each.
fn searched(site: &SiteTest) -> [String; 2] {
    ["output/shanghe/search", "output/search-data"].map(|folder| all(&site.path(folder)))
}

fn all(folder: &Path) -> String {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let scripts = files.filter(|f| f.path().extension().is_some_and(|e| e == "js"));
    let text: String = scripts.map(|f| fs::read_to_string(f.path()).expect("text")).collect();
    assert!(text.contains("gk("), "{} has search files", folder.display());
    text
}

/// Whether the two sets of files hold each of these words.
fn holds(site: &SiteTest, words: [&str; 3]) -> Vec<String> {
    let found = searched(site);
    words.iter().map(|w| format!("{w}: {} {}", found[0].contains(w), found[1].contains(w))).collect()
}

const WORDS: [&str; 3] = ["沼气池", "欧*例", "诸*示"];

#[test]
fn names_of_an_ordinary_list_are_found_until_its_day_is_over() {
    let site = SiteTest::two();
    site.write(LIST, list("A2", "名单到期: 2026-11-30\n"));
    site.build();
    assert_eq!(holds(&site, WORDS), ["沼气池: true true", "欧*例: true true", "诸*示: true true"]);
    site.write(LIST, list("A2", "名单到期: 2026-11-22\n"));
    site.build();
    assert_eq!(holds(&site, WORDS), ["沼气池: true true", "欧*例: false false", "诸*示: false false"]);
}

#[test]
fn names_of_a_sensitive_list_are_read_but_never_found() {
    let site = SiteTest::two();
    site.write(LIST, list("A1", "名单到期: 2026-11-30\n"));
    site.build();
    assert_eq!(holds(&site, WORDS), ["沼气池: true true", "欧*例: false false", "诸*示: false false"]);
    assert!(site.read("output/shanghe/disclosures/bu-tie.html").contains("欧*例"), "the page still shows the list");
}

#[test]
fn a_catalogue_may_keep_the_names_of_any_item_out_of_search() {
    let site = SiteTest::two();
    let catalogue = fs::read_to_string(project("src/profile/defaults/catalogues/cunwu.yaml")).expect("a catalogue");
    let item = "    名称: 惠农补贴发放\n";
    assert!(catalogue.contains(item));
    site.write(
        "content/profiles/catalogues/cunwu.yaml",
        catalogue.replace(item, &format!("{item}    姓名不检索: 是\n")),
    );
    site.write(LIST, list("A2", "名单到期: 2026-11-30\n"));
    site.build();
    assert_eq!(holds(&site, WORDS), ["沼气池: true true", "欧*例: false false", "诸*示: false false"]);
}

#[test]
fn a_record_marked_private_is_found_by_its_title_alone() {
    let site = SiteTest::two();
    site.write(LIST, list("A2", "名单到期: 2026-11-30\n不检索: 是\n"));
    site.build();
    assert_eq!(holds(&site, WORDS), ["沼气池: false false", "欧*例: false false", "诸*示: false false"]);
    assert_eq!(holds(&site, ["补贴名单"; 3])[0], "补贴名单: true true");
    // Taken back, everything is there again; the files are those of a build from nothing.
    site.write(LIST, list("A2", "名单到期: 2026-11-30\n"));
    site.build();
    assert_eq!(holds(&site, WORDS)[0], "沼气池: true true");
    assert_eq!(site.output().difference(&site.clean_build()), "");
}
