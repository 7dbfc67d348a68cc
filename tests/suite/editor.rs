//! The editor as a secretary uses it, without scripts: what is shown, what is written, what is refused.
//!
//! In: small workspaces. Out: pages and files that are not as they should be. Never opens a socket.

use std::fs;

use gongkai::serve::exchange::Upload;

use crate::kit::desk::Secretary;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

const BOOK: &str = "content/communities/junying/finance/2026-10.yaml";
const BOOK_PAGE: &str = "/_edit/c/junying/finance/r/2026-10";

/// The sample's village alone.
fn village() -> SiteTest {
    let site = SiteTest::sample();
    for entry in fs::read_dir(site.path("content/communities")).expect("communities").flatten() {
        if entry.file_name() != "junying" {
            fs::remove_dir_all(entry.path()).expect("a folder of this test");
        }
    }
    site
}

/// The files of a workspace's content and their bytes.
fn content(site: &SiteTest) -> Vec<(String, Vec<u8>)> {
    Tree::read(&site.path("content")).0.into_iter().map(|(path, file)| (path, file.bytes)).collect()
}

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
}

#[test]
fn a_table_beside_its_record_is_written_back_row_by_row() {
    let site = village();
    let secretary = Secretary::at(&site);
    let table = "content/communities/junying/disclosures/dibao-2026q3.csv";
    let (old, record) = (site.read(table), site.read("content/communities/junying/disclosures/dibao-2026q3.md"));
    let page = "/_edit/c/junying/disclosures/r/dibao-2026q3";
    let sheet = secretary.open(page);
    let first = sheet.value("r/detail/0/0");
    let saved = secretary.press(&sheet, "save", &[("r/detail/0/0", &format!("{first}改"))]);
    assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"], "{}", saved.text());
    let new = site.read(table);
    assert_eq!(old.lines().zip(new.lines()).filter(|(a, b)| a != b).count(), 1);
    assert_eq!(site.read("content/communities/junying/disclosures/dibao-2026q3.md"), record);
    // The table changed underneath: nothing is written.
    let sheet = secretary.open(page);
    site.write(table, &old);
    let refused = secretary.press(&sheet, "save", &[("r/detail/1/0", "别处")]);
    assert!(refused.texts("[data-note]")[0].contains("表格文件"), "{:?}", refused.texts("[data-note]"));
    assert_eq!(site.read(table), old);
}

#[test]
fn private_data_is_told_and_masked_with_one_press() {
    let site = village();
    let secretary = Secretary::at(&site);
    let sheet = secretary.open(BOOK_PAGE);
    // Made up: the area code of no person, the check digit worked out.
    let typed = [("r/expense/1/memo", "电费，卡 6222020000000000000"), ("r/note", "代办人 11010119900307002X")];
    let refused = secretary.press(&sheet, "save", &typed);
    let told = refused.texts(".summary .error").join("\n");
    assert!(told.contains("银行卡号") && told.contains("身份证号") && !told.contains("19900307"), "{told}");
    let masked = secretary.press(&refused, "mask", &[]);
    assert_eq!(masked.value("r/expense/1/memo"), "电费，卡 ***************0000");
    assert_eq!(masked.value("r/note"), "代办人 110101************");
    let saved = secretary.press(&masked, "save", &[]);
    assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"]);
    assert!(!site.read(BOOK).contains("6222"));
}

#[test]
fn files_are_taken_in_under_safe_names_or_refused_with_the_reason() {
    let site = village();
    let secretary = Secretary::at(&site);
    let sheet = secretary.open(BOOK_PAGE);
    let file = |name: &str, bytes: &[u8]| Upload { field: "_upload".into(), name: name.into(), bytes: bytes.to_vec() };
    let sent = secretary.send(&sheet, "attach", &[], vec![file("..\\..\\会议 记录.PDF", b"%PDF-1.7 sample")]);
    assert_eq!(sent.value("r/attachments/0/file"), "files/hui-yi-ji-lu.pdf");
    assert!(site.path("content/communities/junying/files/hui-yi-ji-lu.pdf").is_file());
    let saved = secretary.press(&sent, "save", &[]);
    assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"]);
    assert!(
        site.read(BOOK).contains("附件:\n  - {文件: files/hui-yi-ji-lu.pdf, 说明: 会议 记录}\n"),
        "{}",
        site.read(BOOK)
    );
    for (name, bytes, want) in [
        ("坏.exe", b"MZ".as_slice(), "不是能收的文件"),
        ("页.html", b"<script>", "不是能收的文件"),
        ("图.svg", b"<svg>", "不是能收的文件"),
        ("假.pdf", b"MZ\x90", "内容和后缀不符"),
    ] {
        let refused = secretary.send(&sheet, "attach", &[], vec![file(name, bytes)]);
        assert!(refused.texts("[data-note]")[0].contains(want), "{name}: {:?}", refused.texts("[data-note]"));
    }
    let names: Vec<_> =
        fs::read_dir(site.path("content/communities/junying/files")).expect("files").flatten().collect();
    assert!(!names.iter().any(|n| n.file_name().to_string_lossy().contains("huai")));
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
    assert!(words.contains("公示期：2026-11-11 至 2026-12-01"), "{words}");
    let ask = secretary.open(&format!("{BOOK_PAGE}/delete"));
    assert!(site.path(BOOK).is_file(), "a question deletes nothing");
    assert!(ask.text().contains("要删除“2026年10月财务收支”吗"));
    secretary.post(&format!("{BOOK_PAGE}/delete"), &[("_token", "geheim")]);
    assert!(!site.path(BOOK).exists());
    assert!(site.path(&format!(".gongkai/versions/{BOOK}/000001_2026-11-23.yaml")).is_file());
}

#[test]
fn what_no_form_can_show_is_edited_as_text_and_checked_alike() {
    let site = village();
    site.write(BOOK, "标题：九月\n");
    let secretary = Secretary::at(&site);
    let sheet = secretary.open(BOOK_PAGE);
    assert!(sheet.texts("h1")[0].contains("改原文"), "{}", sheet.text());
    assert!(sheet.texts(".summary").join("").contains("中文冒号"), "{}", sheet.text());
    let hash = sheet
        .html
        .select(&scraper::Selector::parse("[name=_hash]").unwrap())
        .next()
        .unwrap()
        .value()
        .attr("value")
        .unwrap()
        .to_owned();
    let post = |text: &str| {
        secretary.post(&format!("{BOOK_PAGE}/text"), &[("_token", "geheim"), ("_hash", &hash), ("_text", text)])
    };
    let refused = post("标题: 九月\n期间: 2026-10\n");
    assert_eq!(refused.response.status, 422);
    assert_eq!(site.read(BOOK), "标题：九月\n");
    let saved = post("标题: 2026年10月收支\r\n期间: 2026-10\r\n账户: 村集体经济\r\n期初: 66509.20\r\n");
    assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"], "{}", saved.text());
    assert_eq!(site.read(BOOK), "标题: 2026年10月收支\n期间: 2026-10\n账户: 村集体经济\n期初: 66509.20\n");
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
fn a_table_from_a_file_becomes_a_form_and_nothing_is_written_before_it_is_saved() {
    let site = village();
    let secretary = Secretary::at(&site);
    let before = content(&site);
    let page = secretary.open("/_edit/import?community=junying");
    let file =
        |bytes: &str| Upload { field: "_file".into(), name: "11月.csv".into(), bytes: bytes.as_bytes().to_vec() };
    let table = "日期,凭证,摘要,科目,收入,支出\r\n2026/11/3,记-082,鱼塘承包费,发包及上交收入,\"1,000.00\",\r\n\
                 2026/11/10,记-083,路灯电费,公益支出,,420.50\r\n合计,,,,1000.00,420.50\r\n";
    let typed = [("_kind", "财务公开"), ("_period", "2026-11")];
    let read = secretary.send(&page, "", &typed, vec![file(table)]);
    assert!(read.texts("[data-note]")[0].starts_with("读到2行"), "{}", read.text());
    assert!(content(&site) == before, "nothing may be written yet");
    assert_eq!(
        (read.value("r/income/0/amount"), read.value("r/expense/0/memo")),
        ("1000.00".into(), "路灯电费".into())
    );
    let filled = [
        ("r/title", "2026年11月财务收支"),
        ("r/account", "村集体经济"),
        ("r/opening", "73115.46"),
        ("r/published", "2026-11-23"),
        ("r/until", "2026-12-10"),
        ("_stem", "2026-11"),
    ];
    let saved = secretary.press(&read, "save", &filled);
    assert_eq!(saved.texts("[data-note]"), ["已保存。 看网页"], "{}", saved.text());
    assert!(site.read("content/communities/junying/finance/2026-11.yaml").contains("摘要: 路灯电费"));
    let wrong = secretary.send(&page, "", &typed, vec![file(&table.replace("420.50\r\n合计", "四百\r\n合计"))]);
    assert_eq!(wrong.response.status, 422);
    assert!(!wrong.texts(".summary .error").is_empty(), "{}", wrong.text());
}
