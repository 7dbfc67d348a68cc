//! Pages look as they were approved: at the widths of a phone and a desktop, and the touch screen.
//!
//! In: the two small communities, and the pictures in `tests/expected/pictures/`, an eighth or a quarter of a page in
//! size. Out: which page looks otherwise, and where the picture of both lies. `GONGKAI_BLESS=1` approves what is there;
//! look at it before you commit it. Never compares letters: a line may stand a little higher or lower.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::web::wanted;

/// The share of what is drawn that may differ, in percent: fonts are not the same everywhere. Another face with wider
/// letters comes to 7 to 16, a row of columns that is lost to 14 and more, a page without style to 34 and more.
const SHARE: f64 = 13.0;
/// How much taller or shorter a page may be, in percent.
const TALLER: f64 = 7.0;

/// Name and address of one page of each sort.
const PAGES: &[(&str, &str)] = &[
    ("portal", "index.html"),
    ("street", "regions/shili/dongqu/hekou/index.html"),
    ("matrix", "regions/shili/dongqu/hekou/matrix/index.html"),
    ("home", "shanghe/index.html"),
    ("catalogue", "shanghe/catalogue/index.html"),
    ("decisions", "shanghe/decisions/index.html"),
    ("decision", "shanghe/decisions/lu-deng.html"),
    ("finance", "shanghe/finance/index.html"),
    ("statement", "shanghe/finance/2026-09.html"),
    ("project", "shanghe/projects/lu-deng.html"),
    ("query", "shanghe/queries/bu-tie.html"),
    ("evaluation", "heping/evaluations/2025.html"),
    ("register", "heping/registers/zhi-yuan.html"),
    ("board", "shanghe/print/2026q3.html"),
];

/// Looks at pages of an output: name, share that differs in percent, height before and now.
fn look(
    site: &SiteTest,
    list: &[(String, &str, u32, u32)],
    bless: bool,
    differing: &Path,
) -> Vec<(String, f64, f64, f64)> {
    let file = site.path("pictures.json");
    std::fs::write(&file, serde_json::to_string(list).expect("text")).expect("written");
    let mut node = Command::new("node");
    node.current_dir(project("tests/browser")).arg("pictures.mjs").arg(site.path("output")).arg(&file);
    node.arg(project("tests/expected/pictures")).arg(differing).args(bless.then_some("bless"));
    let run = node.output().unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let err = String::from_utf8_lossy(&run.stderr);
    let seen: Vec<Value> = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {err}"));
    let number = |one: &Value, key: &str| one[key].as_f64().expect("a number");
    let name = |one: &Value| one["name"].as_str().expect("a name").to_owned();
    seen.iter().map(|o| (name(o), 100.0 * number(o, "share"), number(o, "before"), number(o, "now"))).collect()
}

fn otherwise((_, share, before, now): &(String, f64, f64, f64)) -> bool {
    *share > SHARE || (now - before).abs() * 100.0 > TALLER * before.max(1.0)
}

fn both_widths() -> Vec<(String, &'static str, u32, u32)> {
    let of = |(name, path): &(&str, &'static str)| {
        [(format!("{name}-390"), *path, 390, 2000), (format!("{name}-1280"), *path, 1280, 1600)]
    };
    PAGES.iter().flat_map(of).collect()
}

#[test]
fn pages_look_as_they_were_approved() {
    if !wanted() {
        return;
    }
    let bless = std::env::var("GONGKAI_BLESS").is_ok_and(|v| v == "1");
    let differing = project("target/pictures");
    let site = SiteTest::two();
    site.build();
    let mut seen = look(&site, &both_widths(), bless, &differing);
    let screen = SiteTest::two();
    screen.replace("content/site.yaml", "发布者:", "主题: kiosk\n发布者:");
    screen.build();
    let upright = [("kiosk-home", "shanghe/index.html"), ("kiosk-statement", "shanghe/finance/2026-09.html")];
    let of = |(name, path): (&str, &'static str)| {
        [(format!("{name}-1080"), path, 1080, 1920), (format!("{name}-1920"), path, 1920, 1080)]
    };
    let screens: Vec<_> = upright.into_iter().flat_map(of).collect();
    seen.extend(look(&screen, &screens, bless, &differing));
    assert_eq!(seen.len(), 2 * PAGES.len() + 4);
    let wrong: Vec<String> = seen
        .iter()
        .filter(|one| otherwise(one))
        .map(|(name, share, before, now)| {
            let place = differing.join(format!("{name}.png"));
            format!("{name}: {share:.1} % differ, height {before} → {now}; see {}", place.display())
        })
        .collect();
    assert!(wrong.is_empty(), "{}\nGONGKAI_BLESS=1 approves what is there now", wrong.join("\n"));
}

#[test]
fn a_page_that_broke_does_not_pass() {
    if !wanted() || std::env::var("GONGKAI_BLESS").is_ok_and(|v| v == "1") {
        return;
    }
    let site = SiteTest::two();
    let differing = site.path("differing");
    // Without any style every page is another one.
    site.build();
    let sheet = |folder: &str| format!("output/{folder}{}", site.asset(folder, "style.css"));
    let good = site.read(&sheet("shanghe/"));
    for folder in ["", "shanghe/", "heping/"] {
        site.write(&sheet(folder), "");
    }
    let bare = look(&site, &both_widths(), false, &differing);
    let passed: Vec<&String> = bare.iter().filter(|one| !otherwise(one)).map(|(name, ..)| name).collect();
    assert!(passed.is_empty(), "without style these pass: {passed:?}");
    // One rule that is lost is seen where it counts.
    for (rule, name, path, width) in [
        (".three{display:block!important}", "home-1280", "shanghe/index.html", 1280),
        ("main>*+*{margin-top:3.5rem!important}", "home-390", "shanghe/index.html", 390),
        (".record{display:block!important}", "query-1280", "shanghe/queries/bu-tie.html", 1280),
        (".nav{display:none!important}", "statement-390", "shanghe/finance/2026-09.html", 390),
    ] {
        site.write(&sheet("shanghe/"), format!("{good}\n{rule}\n"));
        let height = if width == 390 { 2000 } else { 1600 };
        let seen = look(&site, &[(name.to_owned(), path, width, height)], false, &differing);
        assert!(otherwise(&seen[0]), "{rule} passes: {seen:?}");
    }
}
