//! Nothing that stands in a record becomes anything but text.
//!
//! In: more than 300 hostile texts in every free text of two communities, their settings, tables, prose and file names.
//! Out: whatever of it runs, fetches, leads astray or is taken for a formula in any published file, by the judgement of
//! other parsers and of a real browser. Prints its counts.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::Mutex;

use gongkai::build::Options;
use rayon::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::kit::judge::complaints;
use crate::kit::payloads;
use crate::kit::poison::Poison;
use crate::kit::project;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

/// How many texts stand side by side in one place: more in fewer builds.
const SIDE_BY_SIDE: usize = 130;
/// How many names the path of a region may have.
const LEVELS: usize = 10;

/// The workspace and its free places. Its base address makes feeds and maps hold whole addresses.
fn workspace() -> (SiteTest, Poison) {
    let site = SiteTest::two();
    site.replace("content/site.yaml", "辖区:", "基址: https://gk.example.cn/\n辖区:");
    let poison = Poison::of(&site);
    (site, poison)
}

fn built(site: &SiteTest) -> Tree {
    let outcome = site.try_build(&Options { cache: None, ..site.options() }).expect("builds");
    assert!(outcome.published, "{}", crate::kit::site::said(&outcome));
    site.output()
}

#[test]
fn hostile_texts_stay_texts_in_every_published_file() {
    let (_, poison) = workspace();
    let shown = shown(&poison);
    let (inline, alone, prose) = (payloads::inline(), payloads::alone(), payloads::prose());
    let groups: Vec<&[String]> = inline.chunks(SIDE_BY_SIDE).collect();
    let prose: Vec<String> = prose.chunks(prose.len().div_ceil(groups.len())).map(|part| part.join("\n\n")).collect();
    let rounds = groups.len() + alone.len();
    let (paths, of_regions) = (paths(&inline, &alone), poison.places.iter().filter(|p| p.regions).count());
    assert!(paths.len() <= rounds * of_regions, "{} paths in {rounds} builds of {of_regions}", paths.len());
    // Which of the paths of regions a place is.
    let nth = |at: usize| poison.places[..at].iter().filter(|p| p.regions).count();
    // What is the same in several builds is judged once.
    let judged = Mutex::new(BTreeSet::new());
    // Each round is a whole build, in a workspace of its own.
    let found: Vec<String> = (0..rounds)
        .into_par_iter()
        .flat_map_iter(|round| {
            let site = SiteTest::two();
            let text = |at: usize| match groups.get(round) {
                _ if poison.places[at].regions => {
                    format!("GK{at}Z {}", paths[(round * of_regions + nth(at)) % paths.len()])
                }
                // Each group reaches each place: the text of a place says which it is.
                Some(group) => format!("GK{at}Z {}", group.join(" ")),
                // Settings hold names that may not stand twice.
                None if poison.places[at].path == "content/site.yaml" => {
                    format!("{at} {}", alone[(at + round) % alone.len()])
                }
                None => alone[(at + round) % alone.len()].clone(),
            };
            poison.write(&site, &text, prose.get(round).map(String::as_str));
            let outcome = site.try_build(&Options { cache: None, keep_going: true, ..site.options() }).expect("builds");
            assert!(outcome.published, "round {round}: {}", crate::kit::site::said(&outcome));
            let mut output = site.output();
            let fresh = |bytes: &[u8]| judged.lock().expect("no judge panics").insert(Sha256::digest(bytes));
            output.0.retain(|_, file| fresh(&file.bytes));
            complaints(&output).into_iter().map(move |what| format!("round {round}: {what}"))
        })
        .collect();
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
    let (texts, places, files) = (payloads::count(), poison.places.len(), judged.into_inner().expect("done").len());
    let shown = shown.len();
    println!("{texts} hostile texts in {places} places ({shown} shown), {rounds} builds, {files} files: 0 got through");
    assert!(texts >= 300, "{texts} texts");
    assert!(places >= 90 && shown * 3 >= places * 2, "{shown} of {places} places are shown anywhere");
}

/// The texts as paths of regions: so many side by side that there are not more names than a path may have.
fn paths(inline: &[String], alone: &[String]) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    let parts = |text: &str| text.matches('/').count();
    for text in inline.iter().chain(alone) {
        match paths.last_mut().filter(|path| parts(path) + parts(text) < LEVELS) {
            Some(path) => *path = format!("{path} {text}"),
            None => paths.push(text.clone()),
        }
    }
    paths
}

/// The places whose text is found in any page.
fn shown(poison: &Poison) -> BTreeSet<usize> {
    let site = SiteTest::two();
    poison.write(&site, &|at| format!("GK{at}Z"), None);
    let pages = built(&site);
    let text: String = pages
        .0
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, f)| String::from_utf8_lossy(&f.bytes))
        .collect();
    (0..poison.places.len()).filter(|at| text.contains(&format!("GK{at}Z"))).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn hostile_file_names_stay_names() {
    let site = SiteTest::two();
    let names = [
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover=alert(1) '",
        "javascript:alert(1)",
        "<script>alert(1)<∕script>",
        "a\nb",
        "=1+1",
        "#x?y&z",
        "%2e%2e%2fa",
        "{{ 7 }}",
    ];
    let mut rows = String::new();
    for name in names {
        let path = format!("files/{name}.pdf");
        site.write(&format!("content/communities/shanghe/{path}"), "%PDF-1.4");
        rows.push_str(&format!("  - {{文件: {}}}\n", serde_json::to_string(&path).expect("text")));
    }
    site.replace(
        "content/communities/shanghe/queries/bu-tie.md",
        "五务: 服务\n",
        &format!("五务: 服务\n附件:\n{rows}"),
    );
    let output = built(&site);
    assert_eq!(complaints(&output), Vec::<String>::new());
    assert!(
        output
            .paths()
            .iter()
            .all(|path| path.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"'?#%&{}\\:*|".contains(&b)))
    );
}

#[test]
fn a_theme_that_forgets_to_escape_is_refused() {
    for (text, what) in [
        ("甲 <img src=x onerror=alert(1)>", "<img onerror>"),
        ("甲 <iframe src=\"//evil.example\"></iframe>", "<iframe>"),
        ("甲 <a href=\"java&#115;cript:alert(1)\">x</a>", "<a href>"),
        ("甲 <script>alert(1)</script>", "<script>"),
        ("甲 <p style=\"color:red\">x</p>", "<p style>"),
    ] {
        let site = SiteTest::two();
        site.unpack_theme("default");
        let pages = Tree::read(&site.path("themes/default/templates"));
        for (path, file) in pages.0.iter().filter(|(path, _)| path.ends_with(".html")) {
            let template = String::from_utf8_lossy(&file.bytes).replace("{{ page.title }}", "{{ page.title | safe }}");
            site.write(&format!("themes/default/templates/{path}"), template);
        }
        site.write(
            "content/communities/shanghe/pages/a.md",
            format!("---\n标题: {}\n栏目: 村情\n示例: 是\n---\n", serde_json::to_string(text).expect("text")),
        );
        let Err(error) = site.try_build(&Options { cache: None, ..site.options() }) else {
            panic!("{text} was published");
        };
        let told = error.told(gongkai::locale::messages(gongkai::locale::Language::Chinese));
        assert_eq!(error.exit_code(), 3);
        assert!(told.contains(what) && told.contains(".html"), "{what}: {told}");
        assert!(site.output().0.is_empty());
    }
}

#[test]
fn a_page_with_all_hostile_texts_is_quiet_in_a_browser() {
    if !crate::web::wanted() {
        return;
    }
    let (site, poison) = workspace();
    let (inline, alone) = (payloads::inline(), payloads::alone());
    let groups: Vec<&[String]> = inline.chunks(SIDE_BY_SIDE).collect();
    let paths = paths(&inline, &alone);
    // Every text stands somewhere; the first places of each file, its titles, come in turn.
    let text = |at: usize| {
        if poison.places[at].regions {
            format!("GK{at}Z {}", paths[at % paths.len()])
        } else if at % 3 == 2 {
            alone[at / 3 % alone.len()].clone()
        } else {
            groups[at % groups.len()].join(" ")
        }
    };
    poison.write(&site, &text, Some(&payloads::prose().join("\n\n")));
    built(&site);
    let queries: Vec<String> = inline.into_iter().chain(alone).collect();
    site.write("queries.json", serde_json::to_string(&queries).expect("texts"));
    let mut command = Command::new("node");
    command.current_dir(project("tests/browser")).arg("attack.mjs");
    let run = command.args([site.path("output"), site.path("queries.json")]).output().expect("node runs");
    let (out, err) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    let seen: Value = serde_json::from_str(&out).unwrap_or_else(|e| panic!("{e}: {out}\n{err}"));
    let canary: BTreeMap<String, u64> = serde_json::from_value(seen["canary"].clone()).expect("counts");
    for (what, count) in ["dialogs", "requests", "reports"].map(|what| (what, canary[what])) {
        assert!(count > 0, "the browser would not have noticed {what}: {canary:?}");
    }
    assert_eq!(seen["found"], Value::Array(Vec::new()), "dialogs, requests elsewhere, reports, errors");
    assert_eq!(
        seen["pages"].as_u64(),
        Some(site.output().paths().iter().filter(|p| p.ends_with(".html")).count() as u64)
    );
    assert_eq!(seen["queries"].as_u64(), Some(queries.len() as u64));
    println!(
        "{} pages and {} searches in Chromium: 0 dialogs, 0 requests elsewhere, 0 reports",
        seen["pages"], seen["queries"]
    );
}
