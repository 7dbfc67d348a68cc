//! The editor as a secretary uses it, without scripts: what is shown, what is written, what is refused.
//!
//! In: small workspaces. Out: pages and files that are not as they should be. Never opens a socket.

use std::fs;

use crate::kit::desk::{Secretary, content, village};

const BOOK: &str = "content/communities/junying/finance/2026-10.yaml";
const BOOK_PAGE: &str = "/_edit/c/junying/finance/r/2026-10";

#[test]
fn saving_without_a_change_leaves_everything_as_it_was() {
    let site = village();
    let secretary = Secretary::at(&site);
    let before = content(&site);
    let kinds = secretary.open("/_edit/c/junying").links(".kinds a:not(.small)");
    let kinds: Vec<&String> =
        kinds.iter().filter(|a| a.starts_with("/_edit/c/") && !a.ends_with("/community")).collect();
    assert_eq!(kinds.len(), 9);
    // One record of each kind; the unit tests of the editor do the same with every record there is.
    let mut pages: Vec<String> = kinds.iter().filter_map(|kind| secretary.open(kind).links(".list a").pop()).collect();
    pages.push("/_edit/c/junying/community".into());
    for page in pages {
        let saved = secretary.press(&secretary.open(&page), "save", &[]);
        assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"], "{page}: {}", saved.text());
    }
    assert!(content(&site) == before, "a record changed");
    assert!(!site.path(".gongkai/versions").exists());
}

#[test]
fn the_first_page_is_a_list_of_tasks_and_each_leads_to_a_form_begun() {
    let site = village();
    let secretary = Secretary::at(&site);
    let start = secretary.open("/_edit/");
    let counts = start.texts("[data-counts]").join("");
    assert!(counts.starts_with("本季度应公开"), "{counts}");
    let open = start.texts(".tasks li:not(.done) > a");
    assert!(!open.is_empty(), "the sample has open tasks");
    for address in start.links(".tasks li:not(.done) > a") {
        let sheet = secretary.open(&address);
        assert_eq!(sheet.response.status, 200, "{address}");
        if address.contains("/disclosures/new") {
            let code = address.split("item=").nth(1).and_then(|rest| rest.split('&').next()).expect("an item");
            assert_eq!(sheet.value("r/item"), code);
            assert_eq!(sheet.value("r/published"), "2026-11-23");
        }
    }
}

#[test]
fn one_amount_changes_one_line_and_what_was_before_can_be_restored() {
    let site = village();
    let secretary = Secretary::at(&site);
    let old = site.read(BOOK);
    let sheet = secretary.open(BOOK_PAGE);
    assert_eq!(sheet.value("r/expense/4/amount"), "￥1,380");
    let saved = secretary.press(&sheet, "save", &[("r/expense/1/memo", "9月路灯电费, 两盏")]);
    assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"]);
    assert_eq!(site.read(BOOK), old.replace("摘要: 9月路灯电费,", "摘要: \"9月路灯电费, 两盏\","));
    let versions = secretary.open(&format!("{BOOK_PAGE}/versions"));
    assert_eq!(versions.texts(".list > li > a"), ["第1版（2026-11-23 换下）"]);
    let shown = secretary.open(&versions.links(".list > li > a")[0]);
    assert_eq!(shown.texts(".differs del").len(), 1);
    secretary.post(&format!("{BOOK_PAGE}/versions"), &[("_token", "geheim"), ("_version", "000001_2026-11-23.yaml")]);
    assert_eq!(site.read(BOOK), old);
    // The newest twenty are kept.
    for n in 3..=24 {
        site.write(&format!(".gongkai/versions/{BOOK}/{n:06}_2026-11-22.yaml"), format!("# {n}\n"));
    }
    secretary.press(&secretary.open(BOOK_PAGE), "save", &[("r/expense/1/memo", "电费")]);
    let kept = fs::read_dir(site.path(&format!(".gongkai/versions/{BOOK}"))).expect("versions").count();
    assert_eq!(kept, 20);
    assert_eq!(
        secretary.open(&format!("{BOOK_PAGE}/versions")).texts(".list > li > a")[0],
        "第25版（2026-11-23 换下）"
    );
}

#[test]
fn an_error_is_told_above_and_beside_its_box_and_nothing_is_written() {
    let site = village();
    let secretary = Secretary::at(&site);
    let before = content(&site);
    let sheet = secretary.open(BOOK_PAGE);
    let refused = secretary.press(&sheet, "save", &[("r/expense/1/amount", "四百二"), ("r/published", "2026-11-31")]);
    assert_eq!(refused.response.status, 422);
    assert!(refused.texts("[data-note]")[0].starts_with("没有保存"));
    let links = refused.links(".summary .error a");
    assert!(
        links.contains(&"#r/expense/1/amount".to_owned()) && links.contains(&"#r/published".to_owned()),
        "{links:?}"
    );
    let summary = refused.texts(".summary .error").join("\n");
    assert!(summary.contains("支出 第2行 金额：“四百二”不是金额。"), "{summary}");
    assert!(refused.texts("[id='r/published-e']")[0].contains("不是日期"));
    assert_eq!(refused.value("r/expense/1/amount"), "四百二");
    assert!(content(&site) == before, "nothing may be written");
    // What was typed is kept.
    let again = secretary.open(BOOK_PAGE);
    assert_eq!(again.texts("[data-draft-note] p:first-of-type"), ["有一份没有保存的草稿。"]);
    let draft = secretary.post(BOOK_PAGE, &[("_token", "geheim"), ("_do", "load")]);
    assert_eq!(draft.value("r/expense/1/amount"), "四百二");
    secretary.post(BOOK_PAGE, &[("_token", "geheim"), ("_do", "discard")]);
    assert!(secretary.open(BOOK_PAGE).texts("[data-draft-note]").is_empty());
}

#[test]
fn a_file_that_changed_underneath_is_shown_side_by_side() {
    let site = village();
    let secretary = Secretary::at(&site);
    let sheet = secretary.open(BOOK_PAGE);
    site.replace(BOOK, "10月保洁员工资（2人）", "10月保洁员工资（二人）");
    let theirs = site.read(BOOK);
    let typed = [("r/expense/1/memo", "9月份路灯电费")];
    let conflict = secretary.press(&sheet, "save", &typed);
    assert_eq!(conflict.response.status, 409);
    assert_eq!(site.read(BOOK), theirs, "never an overwrite");
    assert_eq!(conflict.texts(".differs del").len(), 2);
    assert_eq!(conflict.texts(".differs ins").len(), 2);
    // Both changes at once.
    secretary.press(&conflict, "merge", &[]);
    assert_eq!(site.read(BOOK), theirs.replace("9月路灯电费", "9月份路灯电费"));
    // One's own, with the other one among the versions.
    let sheet = secretary.open(BOOK_PAGE);
    site.replace(BOOK, "重阳节", "九九重阳节");
    let theirs = site.read(BOOK);
    let conflict = secretary.press(&sheet, "save", &[("r/expense/1/memo", "电费")]);
    // Changed once more while the choice was made: asked again.
    site.replace(BOOK, "复印公示材料", "复印材料");
    let asked = secretary.press(&conflict, "mine", &[]);
    assert_eq!(asked.response.status, 409);
    let saved = secretary.press(&asked, "mine", &[]);
    assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"]);
    let mine = site.read(BOOK);
    assert!(mine.contains("摘要: 电费,") && mine.contains("摘要: 重阳节") && mine.contains("复印公示材料"));
    let kept = site.read(&format!(".gongkai/versions/{BOOK}/000002_2026-11-23.yaml"));
    assert_eq!(kept, theirs.replace("复印公示材料", "复印材料"));
}

#[test]
fn a_month_is_filed_from_its_task_with_the_opening_of_last_month() {
    let site = village();
    let secretary = Secretary::at(&site);
    let start = secretary.open("/_edit/c/junying/finance/new?item=F2&period=2026-11");
    assert_eq!(start.value("r/title"), "2026年11月财务收支");
    assert_eq!(start.value("r/account"), "村集体经济");
    assert_eq!(start.value("r/opening"), "73115.46");
    assert_eq!(start.value("_stem"), "2026-11");
    let more = secretary.press(&start, "add:r/expense", &[("r/expense/0/memo", "11月路灯电费")]);
    assert_eq!(more.value("r/expense/0/memo"), "11月路灯电费");
    let rows = |name: &str| more.texts(&format!("table[data-grid='{name}'] > tbody > tr")).len();
    assert_eq!((rows("r/income"), rows("r/expense")), (3, 4));
    assert_eq!(more.value("r/expense/3/memo"), "");
    let less = secretary.press(&more, "drop:r/expense/1", &[]);
    assert_eq!(less.texts("table[data-grid='r/expense'] > tbody > tr").len(), 3);
    let filled = secretary.press(
        &less,
        "save",
        &[
            ("r/period", "2026年11月"),
            ("r/income/0/date", "2026/11/3"),
            ("r/income/0/voucher", "记-082"),
            ("r/income/0/memo", "鱼塘承包费"),
            ("r/income/0/category", "发包及上交收入"),
            ("r/income/0/amount", "￥1,000"),
            ("r/expense/0/date", "46336"),
            ("r/expense/0/voucher", "记-083"),
            ("r/expense/0/category", "公益支出"),
            ("r/expense/0/amount", "４２０．５"),
            ("r/expense/0/handler", "吴某某"),
            ("r/expense/0/approver", "张某某"),
        ],
    );
    assert_eq!(filled.texts("[data-note]"), ["已保存。 看网页"], "{}", filled.text());
    let text = site.read("content/communities/junying/finance/2026-11.yaml");
    let line = "  - {日期: 2026-11-03, 凭证: 记-082, 摘要: 鱼塘承包费, 科目: 发包及上交收入, 金额: 1000.00}\n";
    assert!(text.contains(line), "{text}");
    assert!(
        text.contains("日期: 2026-11-10, 凭证: 记-083, 摘要: 11月路灯电费, 科目: 公益支出, 金额: 420.50"),
        "{text}"
    );
    assert!(text.starts_with("标题: 2026年11月财务收支\n公开日期: 2026-11-23\n至: "), "{text}");
    let sums = filled.texts("[data-sum]");
    assert_eq!(sums[..2], ["1,000.00", "420.50"]);
    assert!(filled.texts(".sum")[0].contains("73,694.96"), "{:?}", filled.texts(".sum"));
    // Twice under one name is refused.
    let again = secretary.press(&start, "save", &[]);
    assert!(again.texts("[data-note]")[0].contains("已经有叫“2026-11”的记录"), "{:?}", again.texts("[data-note]"));
}

#[test]
fn a_new_record_begins_as_the_last_one_of_its_item() {
    let site = village();
    let secretary = Secretary::at(&site);
    let start = secretary.open("/_edit/c/junying/disclosures/new?item=A1&period=2026Q4");
    assert_eq!(start.value("r/title"), "2026年第四季度低保、特困人员情况");
    let like = start.links("[data-like]");
    let sheet = secretary.open(&like[0]);
    let heads: Vec<String> = (0..3).map(|n| sheet.value(&format!("r/detail/%/{n}"))).collect();
    assert!(heads.iter().all(|h| !h.is_empty()), "{heads:?}");
    assert_eq!(sheet.value("r/review/body"), "村务监督委员会");
    assert_eq!(sheet.value("r/review/date"), "");
    assert_eq!(sheet.value("_stem"), "dibao-2026q4");
    // Of a rating what is judged, not what was found.
    let rating = secretary.open("/_edit/c/junying/evaluations/new?period=2026&like=1");
    assert_eq!(rating.value("r/scores/0/#"), "服务完善");
    assert_eq!(rating.value("r/scores/0/+/0/#"), "居民测评");
    assert_eq!(rating.value("r/scores/0/+/0/="), "");
}

#[test]
fn a_decision_is_counted_while_it_is_typed() {
    let site = village();
    let secretary = Secretary::at(&site);
    let list = secretary.open("/_edit/c/junying/decisions").links(".list a");
    let page =
        list.iter().find(|a| a.contains("lu-deng") || a.contains("dao-lu")).expect("a decision about a road or lamps");
    let sheet = secretary.open(page);
    let fields = sheet.fields();
    let voted = |n: &usize| fields.iter().any(|(name, v)| *name == format!("r/steps/{n}/agree") && !v.is_empty());
    let present = format!("r/steps/{}/present", (0..9).find(voted).expect("a step with votes"));
    let live = secretary.press(&sheet, "live", &[(&present, "1")]);
    let told: serde_json::Value = serde_json::from_slice(&live.response.body).expect("JSON");
    let names: Vec<&str> =
        told["problems"].as_array().expect("a list").iter().filter_map(|p| p["name"].as_str()).collect();
    assert!(names.iter().any(|n| n.starts_with("r/steps/")), "{told}");
    // The draft survives, the record does not change.
    assert!(!secretary.open(page).texts("[data-draft-note]").is_empty());
}

#[test]
fn the_group_chat_is_told_and_a_record_goes_only_after_a_question() {
    let site = village();
    let secretary = Secretary::at(&site);
    let notice = secretary.open(&format!("{BOOK_PAGE}/notice"));
    let words = notice.texts("textarea").join("");
    assert!(words.starts_with("【军营村】2026年10月财务收支"), "{words}");
    assert!(words.contains("公示期：2026年11月11日至2026年12月1日"), "{words}");
    let ask = secretary.open(&format!("{BOOK_PAGE}/delete"));
    assert!(site.path(BOOK).is_file(), "a question deletes nothing");
    assert!(ask.text().contains("要删除“2026年10月财务收支”吗"));
    secretary.post(&format!("{BOOK_PAGE}/delete"), &[("_token", "geheim")]);
    assert!(!site.path(BOOK).exists());
    assert!(site.path(&format!(".gongkai/versions/{BOOK}/000001_2026-11-23.yaml")).is_file());
}

#[test]
fn addresses_that_lead_nowhere_touch_nothing() {
    let site = village();
    let secretary = Secretary::at(&site);
    let before = content(&site);
    for address in [
        "/_edit/c/nobody",
        "/_edit/c/../x",
        "/_edit/c/junying/finance/r/..%2F..%2Fsite",
        "/_edit/c/junying/finance/r/none",
        "/_edit/c/junying/none/r/x",
        "/_edit/c/junying/finance/r/2026-10/none",
        "/_edit/assets/../page.rs",
        "/_edit/assets/none.js",
        "/_edit/c/junying/finance/r/%00",
    ] {
        assert_eq!(secretary.open(address).response.status, 404, "{address}");
        let posted = secretary.post(address, &[("_token", "geheim"), ("_do", "save"), ("r/title", "x")]);
        assert!(posted.response.status >= 400, "{address}: {}", posted.response.status);
    }
    assert!(content(&site) == before);
    let page = secretary.open("/_edit/");
    let policy = &page.response.headers.iter().find(|(n, _)| n == "Content-Security-Policy").expect("a policy").1;
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"));
    for page in ["/_edit/", BOOK_PAGE, "/_edit/c/junying/disclosures/new"] {
        let html = secretary.open(page).html.html();
        assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick"), "{page}");
        assert!(!html.contains("edit-") || !html.contains(">edit-"), "{page} shows a message's name");
    }
}

#[test]
fn every_page_of_the_site_leads_to_its_form() {
    let site = village();
    site.write(
        "content/communities/junying/pages/爱护公物.md",
        "---\n标题: 爱护公物\n栏目: 制度\n示例: 是\n---\n\n爱护公物。\n",
    );
    let secretary = Secretary::at(&site);
    for (page, form) in [
        ("/junying/finance/2026-10.html", BOOK_PAGE),
        ("/junying/pages/ai-hu-gong-wu.html", "/_edit/c/junying/pages/r/%E7%88%B1%E6%8A%A4%E5%85%AC%E7%89%A9"),
        ("/junying/index.html", "/_edit/c/junying"),
        ("/junying/finance/nothing.html", "/_edit/c/junying"),
        ("/index.html", "/_edit/"),
        ("/../etc/passwd", "/_edit/"),
        ("", "/_edit/"),
    ] {
        let sheet = secretary.open(&format!("/_edit/page?path={page}"));
        assert_eq!((sheet.response.status, sheet.address.as_str()), (200, form), "{page}");
    }
}
