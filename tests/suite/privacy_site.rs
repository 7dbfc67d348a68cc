//! Private numbers in a workspace: what is told, what is published, what is masked.
//!
//! In: small sites with numbers that belong to nobody. Out: reports, files of the output, sources. Never a real number.

use std::fs;

use gongkai::build::Options;
use gongkai::privacy;

use crate::kit::TODAY;
use crate::kit::numbers::{card, identity};
use crate::kit::program::run;
use crate::kit::site::{SiteTest, said};

const RECORD: &str = "content/communities/shanghe/disclosures/kang-han.md";

fn number() -> String {
    identity("42999919900307999")
}

/// Paths of the output in which something must not be published.
fn leaks(site: &SiteTest) -> Vec<String> {
    let output = site.output();
    let mut found = Vec::new();
    for (path, file) in &output.0 {
        for place in privacy::search(path, &file.bytes, TODAY).places {
            let grave = place.found.iter().filter(|f| f.kind.blocks());
            found.extend(grave.map(|f| format!("{path} {}: {:?} {}", place.part, f.kind, f.masked)));
        }
    }
    found
}

#[test]
fn the_sample_publishes_no_private_number() {
    let site = SiteTest::sample();
    site.build();
    assert_eq!(leaks(&site), Vec::<String>::new());
}

/// A village with a private number in every place that reaches the output.
fn poisoned() -> SiteTest {
    let site = SiteTest::two();
    let (id, card) = (number(), card("629999000000000000"));
    let page = |title: &str, extra: &str, body: &str| {
        format!("---\n标题: {title}\n栏目: 村情\n公开日期: 2026-10-20\n示例: 是\n{extra}---\n\n{body}\n")
    };
    let at = |path: &str| format!("content/communities/shanghe/{path}");
    site.write(&at("pages/biao-ti.md"), page(&format!("关于{id}"), "", "正文"));
    site.write(&at("pages/zheng-wen.md"), page("正文", "", &format!("户主 {id}，卡号{card}")));
    site.write(&at(&format!("pages/{id}.md")), page("文件名", "", "正文"));
    let attach = |file: &str| format!("附件: [{{文件: files/{file}, 说明: 附件}}]\n");
    site.write(&at("pages/fu-jian.md"), page("附件", &attach("a.csv"), "正文"));
    site.write(&at("files/a.csv"), format!("姓名,卡号\n张*三,{card}\n"));
    site.write(&at("pages/wen-dang.md"), page("文档", &attach("a.pdf"), "正文"));
    site.write(
        &at("files/a.pdf"),
        format!("%PDF-1.4\n1 0 obj\n<< /Length 99 >>\nstream\nBT ({id}) Tj ET\nendstream\nendobj\n"),
    );
    let list = "---\n标题: 补贴名单\n目录项: A1\n期间: 2026Q3\n公开日期: 2026-10-12\n至: 2026-10-31\n明细: ./ming-dan.csv\n示例: 是\n---\n";
    site.write(&at("disclosures/ming-dan.md"), list);
    site.write(&at("disclosures/ming-dan.csv"), format!("姓名,备注\n张*三,{id}\n"));
    site
}

#[test]
fn nothing_is_published_while_a_private_number_is_there() {
    let site = poisoned();
    let outcome = site.try_build(&site.options()).expect("build can read and write");
    assert!(!outcome.published);
    assert!(!site.path("output/index.html").exists());
    let text = said(&outcome);
    for (path, code) in [
        ("pages/biao-ti.md:2", "GK2001"),
        ("pages/zheng-wen.md:8", "GK2001"),
        ("pages/zheng-wen.md:8", "GK2004"),
        ("files/a.csv:2", "GK2004"),
        ("files/a.pdf:1", "GK2001"),
        ("disclosures/ming-dan.csv:2", "GK2001"),
    ] {
        assert!(
            text.lines().any(|l| l.contains(&format!("shanghe/{path}:")) && l.contains(code)),
            "{path} {code}\n{text}"
        );
    }
    assert!(text.lines().any(|l| l.contains(":1:1: GK2001") && l.contains("pages/4299")), "the name of a file\n{text}");
    // Neither sentences nor excerpts show a number, not even those of other mistakes.
    let whole = |r: &gongkai::diagnostic::Report| format!("{:?} {:?}", r.place.excerpt, r.args);
    let shown: String = outcome.reports.iter().map(whole).collect();
    assert!(!shown.contains(&number()) && !shown.contains(&card("629999000000000000")), "{shown}");
}

#[test]
fn what_is_left_out_takes_its_numbers_along() {
    let site = poisoned();
    let options = Options { keep_going: true, ..site.options() };
    let outcome = site.try_build(&options).expect("build can read and write");
    assert!(outcome.published, "{}", said(&outcome));
    assert_eq!(leaks(&site), Vec::<String>::new());
    let output = site.output();
    assert!(output.paths().contains(&"shanghe/disclosures/kang-han.html"), "sound records are published");
    assert!(
        !output.paths().iter().any(|p| p.ends_with("a.csv") && p.contains("files/")),
        "the file went with its record"
    );
}

#[test]
fn a_waiver_lets_a_number_pass_and_is_shown_with_its_reason() {
    let site = SiteTest::two();
    site.replace(RECORD, "---\n", "---\n隐私豁免: [{尾号: \"0001\", 理由: 防汛值班手机，机主书面同意公开}]\n");
    let text = site.read(RECORD);
    site.write(RECORD, format!("{text}\n值班手机16000000001。\n"));
    site.build();
    let page = site.page("shanghe/disclosures/kang-han.html");
    let side = crate::kit::page::text_of(page.all("section.waivers")[0]);
    assert_eq!(side.trim(), "照原样公开的号码\n尾号 0001 防汛值班手机，机主书面同意公开");
    site.write(RECORD, text);
    let told = said(&site.check());
    assert!(told.contains("GK2013"), "{told}");
}

#[test]
fn masking_changes_nothing_but_the_numbers() {
    let site = SiteTest::two();
    let (id, card) = (number(), card("629999000000000000"));
    let at = |path: &str| format!("content/communities/shanghe/{path}");
    let page = |id: &str, card: &str, phone: &str, prose: &str| {
        format!(
            "---\r\n标题: 村情   # 记\r\n栏目: 村情\r\n公开日期: 2026-10-20\r\n示例: 是\r\n更正:\r\n  - {{日期: 2026-10-21, \
             说明: 卡号改正, 原值: {card}, 现值: '卡 尾号 1'}}\r\n  - {{日期: 2026-10-21, 说明: \"证 {id} 删去\", 原值: 甲, 现值: 乙}}\r\n---\r\n\r\n\
             联系**张某某**，手机{phone}，又 {prose}。\r\n"
        )
    };
    let wide: String = id.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).expect("full-width")).collect();
    let stars = |n: usize, sign: &str| sign.repeat(n);
    site.write(&at("pages/cun.md"), page(&id, &card, "160 0000 0001", &wide));
    let gbk = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    site.write(&at("pages/biao.md"), "---\n标题: 表\n栏目: 村情\n公开日期: 2026-10-20\n附件: [{文件: files/b.csv, 说明: 表}]\n示例: 是\n---\n\n见表。\n");
    site.write(&at("files/b.csv"), gbk("姓名,手机\r\n\"张*三\",16000000001\r\n李*四, 1600000，0002\r\n"));
    let before = site.read(&at("pages/cun.md"));
    let dry = run(site.root(), &["check", "--fix-privacy", "--dry-run", "--as-of", "2026-11-23", "--lang", "zh"]);
    assert_eq!(dry.code, 1, "{}", dry.err);
    assert!(dry.err.contains("会遮盖5处，涉及2个文件；没有改动任何文件。"), "{}", dry.err);
    assert_eq!(site.read(&at("pages/cun.md")), before);
    let fixed = run(site.root(), &["check", "--fix-privacy", "--as-of", "2026-11-23", "--lang", "zh"]);
    assert_eq!(fixed.code, 0, "{}", fixed.err);
    let card_masked = format!("\"{}{}\"", stars(15, "*"), &card[15..]);
    let id_masked = format!("{}{}", &id[..6], stars(12, "*"));
    let wide_kept: String = wide.chars().take(6).collect();
    let want = page(
        &id_masked,
        &card_masked,
        &format!("160 {} 0001", stars(4, "＊")),
        &format!("{wide_kept}{}", stars(12, "＊")),
    );
    assert_eq!(site.read(&at("pages/cun.md")), want);
    let table = fs::read(site.path(&at("files/b.csv"))).expect("a file");
    assert_eq!(table, gbk("姓名,手机\r\n\"张*三\",160****0001\r\n李*四, 1600000，0002\r\n"));
}
