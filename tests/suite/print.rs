//! Sheets for the board and letters: what is on them, and what becomes of them with and without a browser.
//!
//! In: the two small communities, the binary, a program that plays the browser, and a real one where `GONGKAI_BROWSER`
//! is set. Out: the sheets in full, files, sentences, exit codes, the text of a PDF page by page.

use std::path::Path;
use std::process::Command;

use scraper::Html;

use crate::kit::expect;
use crate::kit::page::{Page, text_of};
use crate::kit::program::{Run, command, finish};
use crate::kit::site::SiteTest;
use crate::web::wanted;

const DAY: [&str; 2] = ["--as-of", "2026-11-23"];

/// Runs `print` with the browser named, or with one that is not there.
fn print(site: &SiteTest, arguments: &[&str], browser: Option<&Path>) -> Run {
    let mut run = command(site.root(), &[&["print"], arguments, &["--community", "shanghe"], &DAY].concat());
    finish(run.env("GONGKAI_BROWSER_PATH", browser.unwrap_or(Path::new("/no/such/browser"))))
}

/// The file of sheets as a page.
fn sheets(site: &SiteTest, arguments: &[&str]) -> Page {
    let run = print(site, &[arguments, &["--out", "-"]].concat(), None);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    Page { route: "sheets".into(), html: Html::parse_document(&run.out) }
}

fn with_base() -> SiteTest {
    let site = SiteTest::two();
    site.replace("content/site.yaml", "辖区:", "基址: https://gk.example.cn\n辖区:");
    site
}

#[test]
fn sheets_read_as_expected() {
    let site = with_base();
    for (name, arguments) in [
        ("record", &["disclosures/kang-han"][..]),
        ("decision", &["decisions/lu-deng"]),
        ("finance", &["finance/2026-09"]),
        ("board", &["--period", "2026Q3"]),
        ("letter", &["--period", "2026Q3", "--letter"]),
    ] {
        let page = sheets(&site, arguments);
        expect::file(&format!("print/{name}.txt"), &format!("{}\n", text_of(page.all("body")[0])));
    }
}

#[test]
fn a_sheet_tells_everything_that_a_board_needs() {
    let page = sheets(&with_base(), &["disclosures/kang-han"]);
    let sheet = text_of(page.all(".posting")[0]);
    for part in [
        "公示期：2026年8月13日至2026年9月1日",
        "制表人",
        "审核人",
        "村务监督委员会",
        "https://gk.example.cn/shanghe/disclosures/kang-han.html",
        "监督电话\n027-0000000",
        "（公章）",
    ] {
        assert!(sheet.contains(part), "{part} is missing:\n{sheet}");
    }
    assert_eq!(page.all(".posting svg.qr path").len(), 1);
}

#[test]
fn the_digest_on_paper_is_that_of_the_published_file() {
    let site = with_base();
    site.build();
    let printed: String = sheets(&site, &["disclosures/kang-han"]).all(".digest dd")[0].text().collect();
    let published = site.output().0["shanghe/disclosures/kang-han.json"].bytes.clone();
    let sum: String = sha2_of(&published);
    assert_eq!(printed, sum);
    let on_page: String = site.page("shanghe/disclosures/kang-han.html").all(".digest dd")[0].text().collect();
    assert_eq!(on_page, sum);
}

fn sha2_of(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_file_of_sheets_needs_no_other_file() {
    let site = with_base();
    let text = "![路灯](../files/lu-deng.png)\n\n详见[另一份](../queries/bu-tie.md)。\n";
    let record = "content/communities/shanghe/disclosures/kang-han.md";
    let old = site.read(record);
    site.write(record, format!("{old}\n{text}"));
    for arguments in [&["disclosures/kang-han"][..], &["--period", "2026Q3"]] {
        let page = sheets(&site, arguments);
        let all = page.all("[href], link, script, iframe, object, base");
        let named: Vec<_> = all.iter().map(|e| e.html()).collect();
        assert_eq!(named, Vec::<String>::new());
        let sources: Vec<&str> = page.all("[src]").iter().filter_map(|e| e.value().attr("src")).collect();
        assert_eq!(sources.len(), 1, "{sources:?}");
        assert!(sources[0].starts_with("data:image/png;base64,iVBORw0KGgo"), "{}", sources[0]);
    }
}

#[test]
fn the_board_of_a_period_comes_with_every_record_on_it() {
    let page = sheets(&SiteTest::two(), &["--period", "2026Q3"]);
    let titles: Vec<String> = page.all("h1").iter().map(|h| h.text().collect()).collect();
    let listed: Vec<String> = page.all(".on-board td a").iter().map(|a| a.text().collect()).collect();
    assert_eq!(titles[0], "上河村2026年第三季度公开栏");
    assert_eq!(titles[1..], listed);
    assert!(listed.len() >= 3, "{listed:?}");
    let a3 = sheets(&SiteTest::two(), &["--period", "2026Q3", "--paper", "A3"]);
    assert!(a3.all("style")[0].text().collect::<String>().contains("@page{size:A3}"));
    assert_eq!(a3.all("body.paper.a3").len(), 1);
}

#[test]
fn quarters_have_boards_that_are_linked_from_the_periods() {
    let site = SiteTest::two();
    site.build();
    let links = site.page("shanghe/periods/index.html");
    let links: Vec<String> =
        links.all(".boards a").iter().filter_map(|a| a.value().attr("href")).map(str::to_owned).collect();
    assert!(links.iter().any(|link| link == "../print/2026q3.html"), "{links:?}");
    let output = site.output();
    let made: Vec<&str> = output.paths().into_iter().filter(|p| p.starts_with("shanghe/print/")).collect();
    assert_eq!(made.len(), links.len(), "{made:?}");
    // Each record with a date is on one board and no more.
    let on_boards: Vec<String> = made
        .iter()
        .flat_map(|route| site.page(route).all(".on-board td a").iter().map(|a| a.html()).collect::<Vec<_>>())
        .collect();
    let mut once = on_boards.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), on_boards.len(), "{on_boards:#?}");
}

#[test]
fn without_a_browser_there_is_the_page_and_how_to_print_it() {
    let site = SiteTest::two();
    let run = print(&site, &["disclosures/kang-han"], None);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.out, "shanghe-disclosures-kang-han.html\n");
    assert!(run.err.contains("没有找到能做 PDF 的浏览器") && run.err.contains("按 Ctrl+P"), "{}", run.err);
    assert!(site.path("shanghe-disclosures-kang-han.html").is_file());
    let asked = print(&site, &["disclosures/kang-han", "--out", "a.pdf"], None);
    assert_eq!((asked.code, asked.out.as_str()), (4, "a.html\n"), "a PDF was asked for");
    let page = print(&site, &["disclosures/kang-han", "--out", "b.html"], None);
    assert_eq!((page.code, page.out.as_str()), (0, "b.html\n"));
    assert!(!page.err.contains("浏览器（"), "{}", page.err);
}

#[cfg(unix)]
#[test]
fn a_browser_makes_the_pdf_and_leaves_nothing_behind() {
    use std::os::unix::fs::PermissionsExt;
    let site = SiteTest::two();
    let browser = |name: &str, body: &str| {
        let path = site.path(name);
        std::fs::write(&path, format!("#!/bin/sh\n{body}\n")).expect("written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("allowed");
        path
    };
    let takes = r#"for a in "$@"; do case "$a" in --print-to-pdf=*) to="${a#*=}";; --user-data-dir=*) mkdir -p "${a#*=}";; *.html) from="$a";; esac; done"#;
    let good = browser("good", &format!("{takes}\ntest -f \"$from\" && printf '%%PDF-1.4' > \"$to\""));
    let run = print(&site, &["disclosures/kang-han", "--out", "打印/a.pdf"], Some(&good));
    assert_eq!((run.code, run.err.as_str()), (0, "做好了 1 份材料，可以打印：打印/a.pdf\n"));
    assert_eq!(std::fs::read(site.path("打印/a.pdf")).expect("made"), b"%PDF-1.4");
    let left: Vec<_> =
        std::fs::read_dir(site.path("打印")).expect("a folder").flatten().map(|f| f.file_name()).collect();
    assert_eq!(left, ["a.pdf"]);
    for (name, body) in [("fails", "exit 1"), ("empty", "exit 0"), ("odd", &format!("{takes}\necho hello > \"$to\""))] {
        let bad = browser(name, body);
        let run = print(&site, &["disclosures/kang-han", "--out", "b.pdf"], Some(&bad));
        assert_eq!((run.code, run.out.as_str()), (4, "b.html\n"), "{name}: {run:?}");
        assert!(run.err.contains("没有做出 PDF"), "{name}: {}", run.err);
        assert!(!site.path("b.pdf").exists() && !site.path("b.new.pdf").exists(), "{name}");
    }
}

#[test]
fn what_cannot_be_printed_is_told() {
    let site = SiteTest::two();
    for (arguments, code, words) in [
        (&[][..], 2, "要打印什么"),
        (&["--letter"], 2, ""),
        (&["disclosures/weg"], 2, "disclosures/weg"),
        (&["--period", "gestern"], 2, "gestern"),
        (&["--period", "2027Q1"], 2, "2027年第一季度"),
        (&["disclosures/kang-han", "--period", "2026Q3"], 2, ""),
    ] {
        let run = print(&site, arguments, None);
        assert_eq!(run.code, code, "{arguments:?}: {run:?}");
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    }
    site.write("content/communities/shanghe/queries/bu-tie.md", "---\n标题: 坏了\n---\n");
    let run = print(&site, &["queries/bu-tie"], None);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.err.contains("记录有错误，不能打印"), "{}", run.err);
    assert_eq!(print(&site, &["disclosures/kang-han", "--out", "-"], None).code, 0, "the others can be printed");
}

/// A disclosure with a table of sixty rows.
fn sixty() -> SiteTest {
    let site = with_base();
    let rows: String =
        (1..=60).map(|n| format!("  - {{序号: {n}, 名目: 第{n}项, 组: 一组, 金额: {n}00.00}}\n")).collect();
    site.write(
        "content/communities/shanghe/disclosures/liu-shi-hang.md",
        format!("---\n标题: 六十行的表\n目录项: A3\n期间: 2026-09-10\n公开日期: 2026-09-12\n至: 2026-10-10\n明细:\n{rows}示例: 是\n---\n"),
    );
    site
}

/// The text of a PDF made by Chromium.
fn pdf(site: &SiteTest, arguments: &[&str]) -> String {
    let browser = site.path("browser");
    std::fs::write(&browser, "#!/bin/sh\nexec chromium --no-sandbox \"$@\"\n").expect("written");
    Command::new("chmod").arg("+x").arg(&browser).status().expect("chmod");
    let run = print(site, &[arguments, &["--out", "a.pdf"]].concat(), Some(&browser));
    assert_eq!(run.code, 0, "{run:?}");
    let text = Command::new("pdftotext").arg("-layout").arg(site.path("a.pdf")).arg("-").output();
    let text = text.unwrap_or_else(|e| panic!("pdftotext: {e}; run tests/run once"));
    String::from_utf8(text.stdout).expect("UTF-8")
}

#[test]
fn no_head_of_a_table_stands_alone_at_the_foot_of_a_page() {
    if !wanted() {
        return;
    }
    // Accounts with more and more income, so that the table of expense begins everywhere on a page.
    let site = SiteTest::two();
    for n in 1..=24 {
        let line = |k: usize, sum: &str| {
            format!(
                "  - {{日期: 2026-09-{:02}, 凭证: 记-{n}-{sum}-{k}, 摘要: 第{k}笔, 科目: 其他, 金额: {sum}}}\n",
                k % 28 + 1
            )
        };
        let income: String = (1..=n).map(|k| line(k, "12.00")).collect();
        let expense: String = (1..=3).map(|k| line(k, "1.00")).collect();
        let closing = 97 + 12 * n;
        site.write(
            &format!("content/communities/shanghe/finance/zhang-hu-{n}.yaml"),
            format!("标题: 账户{n}\n期间: 2026-09\n账户: 账户{n}\n期初: 100.00\n收入:\n{income}支出:\n{expense}期末: {closing}.00\n公开日期: 2026-10-10\n至: 2026-10-31\n示例: 是\n"),
        );
    }
    let text = pdf(&site, &["--period", "2026Q3"]);
    let (mut heads, mut pages) = (0, 0);
    for page in text.split('\u{c}') {
        pages += 1;
        let lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty()).collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| line.contains("日期") && line.contains("摘要")) {
            heads += 1;
            let next = lines.get(at + 1).copied().unwrap_or_default();
            assert!(next.contains("年9月"), "page {pages} ends with a head:\n{page}");
        }
    }
    assert!(heads >= 48 && pages >= 30, "{heads} heads on {pages} pages");
}

#[test]
fn a_pdf_of_sixty_rows_repeats_its_heads_and_numbers_its_pages() {
    if !wanted() {
        return;
    }
    let site = sixty();
    for paper in ["A4", "A3"] {
        let text = pdf(&site, &["disclosures/liu-shi-hang", "--paper", paper]);
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!(pages.len() >= 2, "{paper}: {text}");
        let mut rows = 0;
        for (at, page) in pages.iter().enumerate() {
            let on_page = page.lines().filter(|line| line.contains("项  ") && line.contains("一组")).count();
            rows += on_page;
            let heads = page.lines().filter(|line| line.contains("序号") && line.contains("金额")).count();
            assert_eq!(heads, usize::from(on_page > 0), "{paper}, page {}: {page}", at + 1);
            let number = format!("{}/{}", at + 1, pages.len());
            let last = page.trim_end().lines().last().unwrap_or_default().replace(' ', "");
            assert_eq!(last, number, "{page}");
        }
        assert_eq!(rows, 60, "{paper}");
        assert_eq!(text.matches("183,000.00").count(), 1, "the total stands once, after the last row: {text}");
        assert!(pages.last().is_some_and(|page| page.contains("（公章）")), "{paper}: {text}");
    }
}
