//! What goes into the editor beside the boxes of a form: tables, files, whole texts, and what must not go in.
//!
//! In: a small workspace. Out: pages and files that are not as they should be. Never opens a socket.

use std::fs;

use gongkai::serve::exchange::Upload;

use crate::kit::desk::{Secretary, content, village};

const BOOK: &str = "content/communities/junying/finance/2026-10.yaml";
const BOOK_PAGE: &str = "/_edit/c/junying/finance/r/2026-10";

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
    assert!(told.contains("银行卡") && told.contains("身份证号") && !told.contains("19900307"), "{told}");
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
