//! Bad input never panics, never hangs, never half-publishes.
//!
//! In: random bytes, mangled samples, hostile YAML, odd file names. Out: an answer within seconds.
//! Never asks which answer, only that there is one.

use std::time::{Duration, Instant};

use gongkai::build::{self, Options, Outcome};
use gongkai::record::KINDS;
use gongkai::record::kind::Format;
use gongkai::world::MemoryWorld;
use proptest::prelude::*;

use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;
use crate::kit::{TODAY, project};

const VILLAGE: &str = "content/communities/base";

/// Checks the base village with one file put into it; longer than a few seconds counts as hanging.
fn check(path: &str, bytes: &[u8]) -> Outcome {
    let mut world = MemoryWorld::new(TODAY);
    for (path, file) in Tree::read(&project("tests/cases/_base")).0 {
        world = world.with(&path, file.bytes);
    }
    let world = world.with(path, bytes);
    let begin = Instant::now();
    let outcome = build::check(&world, &[], &|_, _| {}).expect("memory can be read");
    let took = begin.elapsed();
    assert!(took < Duration::from_secs(10), "{path}: {took:?} for {} bytes", bytes.len());
    outcome
}

/// Pieces that records are made of, so that chance comes further than the first byte.
const PIECES: &[&str] = &[
    "标题: ",
    "---\n",
    "\n",
    "  ",
    "- ",
    ": ",
    "：",
    "[",
    "]",
    "{",
    "}",
    ",",
    "，",
    "&a ",
    "*a",
    "\"",
    "'",
    "|\n",
    ">\n",
    "#",
    " #",
    "\t",
    "!!int ",
    "? ",
    "期间: ",
    "金额: ",
    "步骤:\n",
    "2026-09",
    "2026-02-30",
    "1,000.00",
    "-1",
    "9e999",
    "是",
    "示例: 是\n",
    "\u{feff}",
    "\u{2028}",
    "\u{0}",
    "\r\n",
    "\r",
    "%YAML 1.2\n",
    "...\n",
    "<<: ",
    "~",
    "null",
    "路",
    "💡",
    "明细: t.csv\n",
    "收入:\n",
    "得分: ",
    "99999999999999999999999999999999999999",
    "0.0000000000000000000000000000001",
];

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(|p| p.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|parts| parts.concat())
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![prop::collection::vec(any::<u8>(), 0..300), pieces()]
}

/// A way to spoil a good file.
#[derive(Debug, Clone)]
struct Spoil {
    at: prop::sample::Index,
    length: usize,
    with: Vec<u8>,
}

fn spoil() -> impl Strategy<Value = Spoil> {
    (any::<prop::sample::Index>(), 0..12_usize, pieces()).prop_map(|(at, length, mut with)| {
        with.truncate(24);
        Spoil { at, length, with }
    })
}

fn spoilt(mut good: Vec<u8>, spoils: &[Spoil]) -> Vec<u8> {
    for spoil in spoils {
        let from = spoil.at.index(good.len() + 1);
        let to = (from + spoil.length).min(good.len());
        good.splice(from..to, spoil.with.iter().copied());
    }
    good
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn any_bytes_as_a_record(kind in 0..KINDS.len(), bytes in bytes()) {
        let kind = &KINDS[kind];
        let ending = if kind.format == Format::Prose { "md" } else { "yaml" };
        check(&format!("{VILLAGE}/{}/a.{ending}", kind.folder), &bytes);
    }

    #[test]
    fn any_bytes_as_community(bytes in bytes()) {
        check(&format!("{VILLAGE}/community.yaml"), &bytes);
    }

    #[test]
    fn any_bytes_as_site(bytes in bytes()) {
        check("content/site.yaml", &bytes);
    }

    #[test]
    fn any_bytes_as_profile(folder in 0..6_usize, bytes in bytes()) {
        let folder = ["processes", "catalogues", "rubrics", "registers", "indicators", "rules"][folder];
        check(&format!("content/profiles/{folder}/a.yaml"), &bytes);
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn a_table_of_any_bytes(bytes in bytes()) {
        let site = SiteTest::two();
        site.write("content/communities/heping/registers/zhi-yuan.csv", &bytes);
        site.check();
    }

    #[test]
    fn spoilt_records_are_built_or_refused(file in any::<prop::sample::Index>(), spoils in prop::collection::vec(spoil(), 1..3)) {
        let site = SiteTest::two();
        let content = Tree::read(&site.path("content"));
        let paths = content.paths();
        let path = paths[file.index(paths.len())];
        site.write(&format!("content/{path}"), spoilt(content.0[path].bytes.clone(), &spoils));
        let outcome = site.try_build(&Options { keep_going: true, ..site.options() }).expect("an answer");
        if outcome.published {
            let found = crate::kit::links::complaints(&site.path("output"));
            prop_assert!(found.is_empty(), "{path}: {found:#?}");
        } else {
            prop_assert!(outcome.has_errors());
            prop_assert!(site.output().0.is_empty());
        }
    }
}

#[test]
fn hostile_yaml_is_refused_quickly() {
    let laughs = |n: usize| -> String {
        let level = |i: usize| format!("l{i}: &l{i} [{}]\n", vec![format!("*l{}", i - 1); 9].join(", "));
        format!("l0: &l0 哈\n{}", (1..n).map(level).collect::<String>())
    };
    let cases: Vec<(&str, String)> = vec![
        ("billion laughs", laughs(12)),
        ("open brackets", "标题: ".to_owned() + &"[".repeat(500_000)),
        ("open braces", "标题: ".to_owned() + &"{a: ".repeat(200_000)),
        ("nested lists", "- ".repeat(400_000)),
        ("nested indentation", (0..1_500).map(|n| format!("{}a:\n", " ".repeat(n))).collect()),
        ("a huge key", format!("{}: 1\n", "键".repeat(400_000))),
        ("a huge value", format!("标题: {}\n", "值".repeat(600_000))),
        ("many keys", (0..200_000).map(|n| format!("k{n}: 1\n")).collect()),
        ("many items", format!("标题: 一\n步骤:\n{}", "- {议: 一}\n".repeat(100_000))),
        ("many items on one line", format!("标题: 一\n步骤: [{}]\n", "{议: 一}, ".repeat(100_000))),
        ("many comments", "标题: 一 #x\n".to_owned() + &"# 注\n".repeat(300_000)),
        ("many documents", "--- 1\n".repeat(200_000)),
        ("merge keys", "a: &a {b: 1}\nc: {<<: *a}\n".into()),
        ("long numbers", format!("标题: 一\n期间: 2026-09\n账户: 一\n期初: {}\n", "9".repeat(1_000_000))),
        ("quotes without end", format!("标题: \"{}", "a\\\"".repeat(300_000))),
        ("block without end", format!("标题: |\n{}", "  行\n".repeat(200_000))),
        ("tags", "标题: !!python/object/apply:os.system [ls]\n".into()),
        ("question marks", "? ".repeat(300_000)),
        ("carriage returns", "标题: 一\r".repeat(100_000)),
        ("zero bytes", "标题: \0\0\0\n".into()),
    ];
    for (name, text) in cases {
        for path in ["finance/a.yaml", "community.yaml"] {
            let outcome = check(&format!("{VILLAGE}/{path}"), text.as_bytes());
            assert!(outcome.has_errors(), "{name} as {path}");
        }
        let outcome = check(&format!("{VILLAGE}/pages/a.md"), format!("---\n{text}\n---\n").as_bytes());
        assert!(outcome.has_errors(), "{name} as front matter");
    }
}

#[test]
fn hostile_prose_is_rendered_or_refused_quickly_and_stays_text() {
    let texts = [
        "<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n[a](javascript:alert(1))\n![b](https://example.org/t.gif)\n".to_owned(),
        "<style>*{display:none}</style>\n\n<iframe src='//example.org'></iframe>\n\n<!-- -->\n\n[c]: <data:text/html,x>\n[c]\n".to_owned(),
        "> ".repeat(20_000),
        "[".repeat(50_000),
        "*a ".repeat(50_000),
        "路\n".repeat(200_000),
        "[a](b\n".repeat(50_000),
        "`".repeat(100_001),
        "- ".repeat(5_000),
        format!("{}\n", "|a".repeat(20_000)),
        "# 标题\n\n# 又一个\n\n###### 六\n".to_owned(),
    ];
    for text in texts {
        let site = SiteTest::two();
        site.write(
            "content/communities/shanghe/pages/di.md",
            format!("---\n标题: \"<b>&'\\\"\"\n栏目: \"<script>\"\n示例: 是\n---\n{text}"),
        );
        let begin = Instant::now();
        site.build();
        assert!(begin.elapsed() < Duration::from_secs(30), "{:?} for {:.40}", begin.elapsed(), text);
        let found = crate::kit::links::complaints(&site.path("output"));
        assert_eq!(found, Vec::<String>::new(), "{text:.60}");
    }
}

#[test]
fn odd_file_names_are_published_or_refused_in_words() {
    let long = "长".repeat(80);
    let names = [
        "a b",
        "  ",
        "二组 路灯（改）",
        "💡",
        "A",
        "..a",
        "-",
        "_",
        "a.b",
        "CON",
        "nul.txt",
        "a%20b",
        "a#b",
        "a?b",
        "a&b=c",
        "'quote'",
        "\"double\"",
        "<b>",
        "a\\b",
        "a:b",
        "ｆｕｌｌ",
        "e\u{301}",
        "\u{e9}",
        "\u{202e}abc",
        "index",
        "404",
        "données",
        "русский",
        "a\nb",
        long.as_str(),
    ];
    for name in names {
        let site = SiteTest::two();
        let path = site.path(&format!("content/communities/shanghe/pages/{name}.md"));
        let text = "---\n标题: 名\n栏目: 村情\n附件:\n  - {文件: files/NAME.png}\n示例: 是\n---\n";
        let file = site.path(&format!("content/communities/shanghe/files/{name}.png"));
        let quoted = format!("\"files/{}.png\"", name.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"));
        if std::fs::write(&path, text.replace("files/NAME.png", &quoted)).is_err()
            || std::fs::write(&file, b"x").is_err()
        {
            continue; // This disk cannot hold such a name.
        }
        let outcome = site.try_build(&site.options()).unwrap_or_else(|e| panic!("{name:?}: {e}"));
        assert!(outcome.published || outcome.has_errors(), "{name:?}");
        if outcome.published {
            assert_eq!(crate::kit::links::complaints(&site.path("output")), Vec::<String>::new(), "{name:?}");
        }
    }
}

#[test]
fn two_attachments_with_one_address_are_a_mistake_of_the_record() {
    let site = SiteTest::two();
    for name in ["合同 一.pdf", "合同一.pdf"] {
        site.write(&format!("content/communities/shanghe/files/{name}"), "%PDF");
    }
    let files = "附件:\n  - {文件: files/合同 一.pdf}\n  - {文件: files/合同一.pdf}\n";
    site.replace("content/communities/shanghe/queries/bu-tie.md", "五务: 服务\n", &format!("五务: 服务\n{files}"));
    let outcome = site.try_build(&site.options()).expect("a mistake in a record is no failure of the machine");
    assert!(!outcome.published && outcome.has_errors());
}

#[cfg(unix)]
#[test]
fn links_on_disk_are_not_followed() {
    let site = SiteTest::two();
    site.write("secret/secret.md", "---\n标题: 密\n栏目: 村情\n---\n");
    let pages = site.path("content/communities/shanghe/pages");
    std::os::unix::fs::symlink(site.path("secret/secret.md"), pages.join("mi.md")).expect("a link");
    std::os::unix::fs::symlink(site.path("content"), pages.join("loop")).expect("a link");
    site.build();
    assert!(!site.path("output/shanghe/pages/mi.html").exists());
}

#[test]
fn a_record_cannot_name_a_file_outside_its_community() {
    for path in ["../heping/community.yaml", "/etc/hostname", "files/../../../site.yaml", "C:\\\\x.png", "~/x.png"] {
        let site = SiteTest::two();
        let file = format!("五务: 服务\n附件:\n  - {{文件: \"{path}\"}}\n");
        site.replace("content/communities/shanghe/queries/bu-tie.md", "五务: 服务\n", &file);
        let outcome = site.check();
        let codes: Vec<&str> = outcome.reports.iter().map(|r| r.code.as_str()).collect();
        assert_eq!(codes, ["GK0303"], "{path}");
    }
}
