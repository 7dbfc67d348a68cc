//! Passing a page on: what chats and search engines are told, square codes, words to copy.
//!
//! In: the two small communities, with and without a base address. Out: heads of pages, what codes say to a reader of
//! codes, the words in full. Never asks a service of anybody.

use std::process::Command;

use serde_json::Value;

use crate::kit::page::Page;
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

fn with_base(base: &str) -> SiteTest {
    let site = SiteTest::two();
    site.replace("content/site.yaml", "辖区:", &format!("基址: {base}\n辖区:"));
    site.build();
    site
}

/// How a reader of codes tells the levels Q and M.
pub const LEVEL_Q: u16 = 3;
pub const LEVEL_M: u16 = 0;

/// What a reader of codes reads from the code on a page, which must be of level Q.
fn read(page: &Page, selector: &str) -> String {
    read_at(page, selector, LEVEL_Q)
}

/// What a reader of codes reads from the code on a page.
pub fn read_at(page: &Page, selector: &str, level: u16) -> String {
    let svg = page.all(selector)[0];
    let size: usize = svg.value().attr("viewbox").or(svg.value().attr("viewBox")).expect("a view box")[4..]
        .split(' ')
        .next()
        .and_then(|n| n.parse().ok())
        .expect("a size");
    let path = page.all(&format!("{selector} path"))[0].value().attr("d").expect("strokes").to_owned();
    decoded(size, &path, level, &page.route)
}

/// What a reader of codes reads from strokes, drawn as browsers draw them: width 1 on white.
fn decoded(size: usize, path: &str, level: u16, place: &str) -> String {
    let mut dark = vec![vec![false; size]; size];
    let (mut x, mut y) = (0i32, 0i32);
    for (at, stroke) in path.replace('M', "m").split('m').skip(1).enumerate() {
        let (start, length) = stroke.split_once('h').expect("a stroke");
        let (dx, dy) = start.split_once(' ').expect("a place");
        let number = |text: &str| text.trim_end_matches(".5").parse::<i32>().expect("a number");
        (x, y) = if at == 0 { (number(dx), number(dy)) } else { (x + number(dx), y + number(dy)) };
        for _ in 0..number(length) {
            dark[y as usize][x as usize] = true;
            x += 1;
        }
    }
    let scale = 4;
    let grey = |x: usize, y: usize| if dark[y / scale][x / scale] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size * scale, size * scale, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "{place}: one code");
    let (meta, text) = grids[0].decode().expect("it can be read");
    assert_eq!(meta.ecc_level, level, "{place}");
    text
}

fn meta(page: &Page, name: &str) -> String {
    let found = page.all(&format!("head meta[name='{name}'], head meta[property='{name}']"));
    found.iter().map(|m| m.value().attr("content").unwrap_or_default()).collect::<Vec<_>>().join("|")
}

fn words(page: &Page) -> String {
    page.all("#share-text").iter().map(|t| t.text().collect::<String>()).collect()
}

#[test]
fn a_code_holds_any_text_to_the_letter() {
    // The first words of a recovery key, and a checkpoint: neither may be put into capitals.
    for text in ["的一是在不了有和人这", "gk.example.cn/junying 12 q3Jz+w/8=", "plain text"] {
        let code = gongkai::format::code(text).expect("a code");
        assert_eq!(decoded(code.size, &code.path, LEVEL_Q, text), text);
        assert!(code.svg().contains(&format!("viewBox=\"0 0 {0} {0}\"", code.size)));
    }
}

#[test]
fn codes_lead_to_the_page_they_stand_on() {
    let site = with_base("https://gk.example.cn/a");
    for (route, address) in [
        ("shanghe/index.html", "https://gk.example.cn/a/shanghe/"),
        ("shanghe/decisions/lu-deng.html", "https://gk.example.cn/a/shanghe/decisions/lu-deng.html"),
        ("heping/evaluations/2025.html", "https://gk.example.cn/a/heping/evaluations/2025.html"),
    ] {
        let page = site.page(route);
        assert_eq!(read(&page, ".share svg.qr"), address);
        let beside: String = page.all(".share .address")[0].text().collect();
        assert_eq!(beside, address, "the address stands beside it in words");
        let label = page.all(".share svg.qr")[0].value().attr("aria-label");
        assert!(label.is_some_and(|l| l.starts_with("二维码：打开“")), "{label:?}");
    }
    // On paper the same code is drawn again without being written again.
    let page = site.page("shanghe/decisions/lu-deng.html");
    assert_eq!(page.all(".posting svg.qr use")[0].value().attr("href"), Some("#qr"));
    assert_eq!(page.all("#qr").len(), 1);
}

#[test]
fn the_words_for_a_group_stand_on_the_page_in_full() {
    let page = with_base("https://gk.example.cn").page("shanghe/disclosures/kang-han.html");
    assert_eq!(
        words(&page),
        "【上河村】抗旱物资发放\n期间：2026年8月11日\n发放抽水泵六台。\n\
         公示期：2026年8月13日至2026年9月1日\n详见：https://gk.example.cn/shanghe/disclosures/kang-han.html\n\
         有疑问请打监督电话：027-0000000"
    );
    let home = with_base("https://gk.example.cn").page("heping/index.html");
    assert_eq!(
        words(&home),
        "【和平社区】居务公开：最近公开了什么、钱花到哪里、正在办哪些事，都可以在手机上查看。\n\
         详见：https://gk.example.cn/heping/\n有疑问请打监督电话：027-0000000"
    );
}

#[test]
fn without_a_base_there_is_no_code_and_no_address() {
    let site = SiteTest::two();
    site.build();
    for route in ["shanghe/index.html", "shanghe/decisions/lu-deng.html"] {
        let page = site.page(route);
        assert_eq!(page.all("svg.qr, .address, [rel=canonical], [property^=og], img[src*=share]").len(), 0, "{route}");
        assert!(words(&page).starts_with("【上河村】"), "the words are there all the same");
        assert!(!words(&page).contains("详见"), "{}", words(&page));
    }
}

#[test]
fn every_page_tells_what_it_is() {
    let site = with_base("https://gk.example.cn");
    let output = site.output();
    let mut titles = std::collections::BTreeMap::new();
    for route in output.paths().into_iter().filter(|p| p.ends_with(".html")) {
        let page = site.page(route);
        let title: String = page.all("head > title")[0].text().collect();
        assert!(title.chars().count() >= 3, "{route}: {title:?}");
        if let Some(other) = titles.insert((route.split('/').next().map(str::to_owned), title.clone()), route) {
            assert!(other.contains("matrix") || other.contains("regions"), "{title:?} is {other} and {route}");
        }
        let about = meta(&page, "description");
        assert!((4..=200).contains(&about.chars().count()), "{route}: {about:?}");
        assert_eq!(meta(&page, "og:description"), about, "{route}");
        assert!(!meta(&page, "og:title").is_empty(), "{route}");
        assert!(meta(&page, "og:url").starts_with("https://gk.example.cn/"), "{route}");
        let picture = meta(&page, "og:image");
        let file = picture.strip_prefix("https://gk.example.cn/").unwrap_or_else(|| panic!("{route}: {picture}"));
        assert!(site.path("output").join(file).is_file(), "{route}: {picture}");
    }
    assert_eq!(meta(&site.page("shanghe/pages/cun-qing.html"), "description"), "上河村在河的上游。");
}

#[test]
fn the_picture_for_chats_comes_first_and_is_large_enough() {
    let site = with_base("https://gk.example.cn");
    let page = site.page("shanghe/decisions/lu-deng.html");
    let first = page.all("body > *")[0].value();
    assert_eq!((first.name(), first.attr("src")), ("img", Some("../assets/share.png")));
    assert!(first.attr("hidden").is_some(), "nobody has to look at it");
    let bytes = std::fs::read(site.path("output/shanghe/assets/share.png")).expect("it is there");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (300, 300));
    assert!(bytes.len() < 10 * 1024, "{} bytes on every first visit", bytes.len());
}

#[test]
fn attachments_are_told_with_sort_and_size() {
    let site = SiteTest::two();
    site.write("content/communities/shanghe/files/yi-jian.pdf", vec![b'x'; 3_300_000]);
    let record = "content/communities/shanghe/disclosures/kang-han.md";
    site.replace(record, "---\n", "---\n附件: [{文件: files/lu-deng.png, 说明: 照片}, {文件: files/yi-jian.pdf}]\n");
    site.build();
    let page = site.page("shanghe/disclosures/kang-han.html");
    let side = crate::kit::page::text_of(page.all("aside.side")[0]);
    assert!(side.contains("附件\n照片 图片（PNG） 1 KB\nfiles/yi-jian.pdf 文件（PDF） 3.1 MB\n"), "{side}");
}

#[test]
fn a_photograph_is_published_without_what_the_camera_wrote() {
    let site = SiteTest::two();
    let file = "content/communities/shanghe/files/lu-deng.png";
    let clean = std::fs::read(site.path(file)).expect("a picture");
    // A text chunk after the head: 8 bytes of signature, 25 of IHDR.
    let text = b"\0\0\0\x0bComment\0GPS 30N\0\0\0\0";
    let text = [&text[..4], b"tEXt", &text[4..15], &[0; 4]].concat();
    site.write(file, [&clean[..33], &text, &clean[33..]].concat());
    site.build();
    let published = std::fs::read(site.path("output/shanghe/files/lu-deng.png")).expect("published");
    assert_eq!(published, clean);
}

#[test]
fn the_button_copies_the_words_in_a_browser() {
    if !wanted() {
        return;
    }
    let site = with_base("https://gk.example.cn");
    let run = Command::new("node")
        .current_dir(project("tests/browser"))
        .args(["share.mjs"])
        .arg(site.path("output/shanghe/disclosures/kang-han.html"))
        .output()
        .unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let told: Value =
        serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&run.stderr)));
    let words = words(&site.page("shanghe/disclosures/kang-han.html"));
    assert_eq!(told["before"], "复制");
    assert_eq!(told["after"], "已复制");
    assert_eq!(told["pasted"], words);
    assert_eq!(told["withoutScript"]["button"], false, "without scripts there is no button that does nothing");
    assert_eq!(told["withoutScript"]["words"], words);
}
