//! The preview follows every save, keeps the last good page, and gives what a clean build gives.
//!
//! In: the two small communities, edits as editors make them. Out: what is served, and what open pages are told.
//! Never measures time: `benches/serve` does.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::kit::preview::{Preview, Reply};
use crate::kit::program::{command, run};
use crate::kit::site::SiteTest;
use crate::kit::{TODAY, ledger, project};
use crate::web::wanted;

const QUERY: &str = "content/communities/shanghe/queries/bu-tie.md";
const PAGE: &str = "/shanghe/queries/bu-tie.html";
const OLD: &str = "高龄补贴怎么领？";
const NEW: &str = "高龄津贴怎么领？";

fn shows(text: &str) -> impl Fn(&Reply) -> bool {
    move |reply| reply.status == 200 && reply.body.contains(text)
}

/// The hash that a page tells the script.
fn hash(reply: &Reply) -> String {
    let (_, rest) = reply.body.rsplit_once("data-hash=\"").expect("a page tells its hash");
    rest.split('"').next().expect("a hash").to_owned()
}

#[test]
fn everything_that_is_served_is_what_a_clean_build_gives() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    assert!(preview.get(PAGE).body.contains(OLD));
    site.replace(QUERY, OLD, NEW);
    site.write(
        "content/communities/shanghe/queries/shui-fei.md",
        "---\n标题: 水费怎么交？\n提出日期: 2026-09-01\n问: 在哪里交水费？\n示例: 是\n---\n",
    );
    site.remove("content/communities/shanghe/queries/lu-deng-guan-hu.md");
    preview.until(PAGE, shows(NEW));
    preview.until("/shanghe/queries/shui-fei.html", shows("水费"));
    preview.until("/shanghe/queries/lu-deng-guan-hu.html", |reply| reply.status == 404);
    let clean = site.clean_build();
    let mut checked = 0;
    for (path, file) in clean.0.iter().filter(|(path, _)| !path.ends_with("manifest.json")) {
        let served = preview.get(&format!("/{path}"));
        assert_eq!(served.status, 200, "{path}");
        let body =
            served.body.rsplit_once("<script src=\"/_serve/live.js\"").map_or(served.body.as_str(), |(page, _)| page);
        assert!(body == String::from_utf8_lossy(&file.bytes), "{path} is not what a build gives");
        checked += 1;
    }
    assert!(checked > 100, "only {checked} files");
    assert!(!site.path("output").exists(), "the preview writes nothing");
    assert!(!site.path(".gongkai").exists(), "the preview writes nothing");
}

#[test]
fn every_way_of_saving_is_seen() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    let text = site.read(QUERY);
    let place = site.path(QUERY);
    let saved = |n: usize| text.replace(OLD, &format!("第{n}次保存"));
    let seen = |n: usize| preview.until(PAGE, shows(&format!("第{n}次保存")));
    // In place.
    site.write(QUERY, saved(1));
    seen(1);
    // Beside it, then renamed over it, as most editors do.
    fs::write(place.with_extension("md.tmp"), saved(2)).expect("written");
    fs::rename(place.with_extension("md.tmp"), &place).expect("renamed");
    seen(2);
    // The old one kept as a backup, the new one in its place, as vim does.
    fs::rename(&place, place.with_extension("md~")).expect("renamed");
    fs::write(&place, saved(3)).expect("written");
    fs::remove_file(place.with_extension("md~")).expect("removed");
    seen(3);
    // Removed and written again.
    fs::remove_file(&place).expect("removed");
    fs::write(&place, saved(4)).expect("written");
    seen(4);
    // Moved in from elsewhere.
    fs::write(site.path("elsewhere.md"), saved(5)).expect("written");
    fs::rename(site.path("elsewhere.md"), &place).expect("renamed");
    seen(5);
    // A folder renamed away and back.
    let folder = site.path("content/communities/shanghe/queries");
    fs::rename(&folder, site.path("queries-away")).expect("renamed");
    preview.until(PAGE, |reply| reply.status == 404);
    fs::rename(site.path("queries-away"), &folder).expect("renamed");
    seen(5);
    // A whole new community, and one that goes.
    site.write(
        "content/communities/xin-cun/community.yaml",
        site.read("content/communities/shanghe/community.yaml").replace("上河村", "新河村"),
    );
    preview.until("/xin-cun/", shows("新河村"));
    preview.until("/", shows("新河村"));
    fs::remove_dir_all(site.path("content/communities/xin-cun")).expect("removed");
    preview.until("/xin-cun/", |reply| reply.status == 404);
}

#[test]
fn a_seal_is_seen_too() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    let page = "/shanghe/disclosures/kang-han.html";
    assert!(!preview.get(page).body.contains("存证"));
    // The folder of ledgers comes into being while the preview runs.
    ledger::begin(&site, "shanghe", TODAY);
    preview.until(page, shows("还没有记入公开账本。"));
    ledger::seal(&site, TODAY);
    preview.until(page, shows("记入公开账本，第 2 号。"));
}

#[test]
fn network_drives_are_looked_at_again_and_again() {
    let site = SiteTest::two();
    let preview = Preview::start(&site, true, false);
    assert!(preview.running.polls);
    assert!(preview.get(PAGE).body.contains(OLD));
    site.replace(QUERY, OLD, NEW);
    preview.until(PAGE, shows(NEW));
}

#[test]
fn search_follows_every_edit_in_the_community_and_over_all() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    assert!(preview.get("/search-data/meta.js").body.contains(OLD));
    assert!(preview.get("/shanghe/search/meta.js").body.contains(OLD));
    site.replace(QUERY, OLD, NEW);
    preview.until("/shanghe/search/meta.js", |reply| shows(NEW)(reply) && !reply.body.contains(OLD));
    preview.until("/search-data/meta.js", |reply| shows(NEW)(reply) && !reply.body.contains(OLD));
    preview.until("/search-data/p0.js", |reply| reply.status == 200);
}

#[test]
fn open_pages_are_told_what_concerns_them_and_nothing_else() {
    let site = SiteTest::two();
    site.unpack_theme("default");
    let preview = Preview::of(&site);
    let page = preview.get(PAGE);
    let mut events = preview.events(PAGE, &hash(&page));
    let mut elsewhere =
        preview.events("/shanghe/pages/cun-qing.html", &hash(&preview.get("/shanghe/pages/cun-qing.html")));
    assert_eq!(events.next("trouble"), r#"{"list":[]}"#);
    assert_eq!(elsewhere.next("trouble"), r#"{"list":[]}"#);
    site.replace(QUERY, OLD, NEW);
    let told: Value = serde_json::from_str(&events.next("page")).expect("JSON");
    let now = preview.get(PAGE);
    assert_eq!(told["hash"].as_str(), Some(hash(&now).as_str()), "it is told when it can be had");
    assert!(now.body.contains(NEW));
    // A style sheet is a matter of style.
    site.replace("themes/default/assets/style.css", "body", "body, .of-a-test");
    events.next("style");
    assert!(preview.get("/shanghe/assets/style.css").body.contains(".of-a-test"));
    // What the other page is told first is the style, not the page that is none of its concern.
    elsewhere.next("style");
    // A template is a matter of all pages.
    site.replace("themes/default/templates/base.html", "<body>", "<body class=\"of-a-test\">");
    elsewhere.next("page");
    preview.until(PAGE, shows("of-a-test"));
    // Somebody who comes late is told at once.
    preview.events(PAGE, &hash(&page)).next("page");
}

#[test]
fn a_broken_record_leaves_the_last_good_page_and_is_told_in_full() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    let good = preview.get(PAGE);
    let mut events = preview.events(PAGE, &hash(&good));
    events.next("trouble");
    let sound = site.read(QUERY);
    site.replace(QUERY, "提出日期: ", "提出日期: 2026-13-45 # ");
    let told: Value = serde_json::from_str(&events.next("trouble")).expect("JSON");
    assert_eq!(preview.get(PAGE).body, good.body, "the last good page stays");
    let first = &told["list"][0];
    assert_eq!(first["near"], Value::Bool(true));
    let place = first["told"]["places"][0]["place"].as_str().expect("a place");
    assert!(place.starts_with(&format!("{QUERY}:")), "{place}");
    let check = run(site.root(), &["check", "--format", "json", "--as-of", "2026-11-23"]);
    let wanted: Value = serde_json::from_str(check.out.lines().next().expect("a mistake")).expect("JSON");
    assert_eq!(first["told"]["code"], wanted["code"]);
    assert_eq!(first["told"]["sentence"], wanted["message"]);
    assert_eq!(first["told"]["help"], wanted["help"]);
    assert_eq!(first["told"]["places"][0]["mark"], "2026-13-45");
    // Other records of the same community wait too, but another community goes on.
    site.replace("content/communities/shanghe/pages/cun-qing.md", "更新: 2026-01-20", "更新: 2026-01-21");
    let other = fs::read_dir(site.path("content/communities")).expect("a folder").flatten().map(|e| e.file_name());
    let other = other.map(|n| n.into_string().expect("Unicode")).find(|n| n != "shanghe").expect("another community");
    let head = format!("content/communities/{other}/community.yaml");
    let name = site.read(&head).lines().find_map(|l| l.strip_prefix("名称: ")).expect("a name").to_owned();
    site.replace(&head, &format!("名称: {name}"), &format!("名称: 新{name}"));
    preview.until(&format!("/{other}/"), shows(&format!("新{name}")));
    assert_eq!(preview.get(PAGE).body, good.body);
    // Mended, everything is as new as its files.
    site.write(QUERY, sound.replace(OLD, NEW));
    assert_eq!(events.next("trouble"), r#"{"list":[]}"#);
    preview.until(PAGE, shows(NEW));
    preview.until("/shanghe/pages/cun-qing.html", shows("2026年1月21日"));
}

#[test]
fn broken_from_the_start_all_else_is_shown() {
    let site = SiteTest::two();
    site.replace(QUERY, "提出日期: ", "提出日期: 2026-13-45 # ");
    let preview = Preview::of(&site);
    assert_eq!(preview.get(PAGE).status, 404, "the broken record is left out");
    assert_eq!(preview.get("/shanghe/pages/cun-qing.html").status, 200);
    assert!(preview.events("/", "").next("trouble").contains("2026-13-45"));
}

#[test]
fn broken_settings_and_themes_leave_everything_as_it_was() {
    let site = SiteTest::two();
    let preview = Preview::of(&site);
    let home = preview.get("/");
    let mut events = preview.events("/", &hash(&home));
    events.next("trouble");
    let sound = site.read("content/site.yaml");
    site.write("content/site.yaml", "名称: [");
    assert!(events.next("trouble").contains("content/site.yaml"));
    assert_eq!(preview.get("/").body, home.body);
    assert_eq!(preview.get(PAGE).status, 200);
    site.write("content/site.yaml", &sound);
    assert_eq!(events.next("trouble"), r#"{"list":[]}"#);
    site.unpack_theme("default");
    // While it was copied the theme was half there, and that was told too: what is written last is seen once it is whole.
    site.replace("themes/default/templates/base.html", "<body>", "<body id=all-is-there>");
    preview.until("/", |reply| reply.body.contains("all-is-there"));
    site.replace("themes/default/templates/base.html", "<body id=all-is-there>", "<body>{{ no-end ");
    while !events.next("trouble").contains("themes/default/templates/base.html") {}
    assert_eq!(preview.get("/shanghe/").status, 200);
}

#[test]
fn a_preview_of_nothing_waits_for_something() {
    let site = SiteTest::two();
    let sound = site.read("content/site.yaml");
    site.write("content/site.yaml", "名称: [");
    let preview = Preview::start_unready(&site);
    let reply = preview.until("/", |reply| reply.body.contains("请先改好设置"));
    assert_eq!(reply.status, 503);
    site.write("content/site.yaml", sound);
    preview.until("/", |reply| reply.status == 200);
}

#[test]
fn the_program_says_where_it_is_and_what_it_does() {
    let site = SiteTest::two();
    let mut child = command(site.root(), &["serve", "--port", "0", "--as-of", "2026-11-23"])
        .stdout(std::process::Stdio::piped())
        .stderr(fs::File::create(site.path("said.txt")).expect("a file"))
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    let mut out = std::io::BufReader::new(child.stdout.take().expect("a stream"));
    std::io::BufRead::read_line(&mut out, &mut line).expect("an address");
    assert!(line.starts_with("http://127.0.0.1:"), "{line}");
    let port: u16 = line.trim().trim_end_matches('/').rsplit(':').next().and_then(|p| p.parse().ok()).expect("a port");
    let taken = run(site.root(), &["serve", "--port", &port.to_string()]);
    assert_eq!(taken.code, 4, "{taken:?}");
    assert!(taken.err.contains(&format!("用不了端口 {port}")) && taken.err.contains("--port"), "{}", taken.err);
    let said = |wanted: &str| {
        for _ in 0..600 {
            if site.read("said.txt").contains(wanted) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{wanted:?} was never said: {}", site.read("said.txt"));
    };
    said("读完了 2 个村（社区）、13 份记录");
    site.replace(QUERY, OLD, NEW);
    said(&format!("shanghe：{QUERY} 改了；"));
    site.replace(QUERY, "提出日期: ", "提出日期: 2026-13-45 # ");
    said("有 1 处错误，页面先保持原来的样子。");
    said("^^^^^^^^^^");
    child.kill().expect("it runs");
    let _ = child.wait();
}

#[test]
fn in_a_browser_pages_follow_where_they_are() {
    if !wanted() {
        return;
    }
    let site = SiteTest::two();
    site.unpack_theme("default");
    let preview = Preview::of(&site);
    let mut node = Command::new("node");
    node.current_dir(project("tests/browser"))
        .arg("serve.mjs")
        .arg(format!("http://{}/", preview.host()))
        .arg(site.root());
    let run = node.output().unwrap_or_else(|e| panic!("node: {e}; run tests/run once"));
    let (out, err) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    let seen: Value = serde_json::from_str(&out).unwrap_or_else(|e| panic!("{e}: {out}\n{err}"));
    assert_eq!(seen["complaints"], Value::Array(Vec::new()));
    assert_eq!(seen["edited"], Value::Bool(true), "an edit shows itself: {seen:#}");
    assert_eq!(seen["scroll"]["after"], seen["scroll"]["before"], "the page stays where it was");
    assert!(seen["scroll"]["before"].as_f64() > Some(100.0), "the page was scrolled: {seen:#}");
    assert_eq!(seen["details"], Value::Bool(true), "what was unfolded stays so");
    assert_eq!(
        seen["style"],
        serde_json::json!({ "colour": "rgb(1, 2, 3)", "reloaded": false, "links": seen["style"]["links"] })
    );
    assert_eq!(seen["renamed"], Value::Bool(true), "a save by rename shows itself");
    let over = &seen["over"];
    assert_eq!(over["good"], Value::Bool(true), "the last good page is below: {over:#}");
    for part in ["有 1 处错误", "GK", "bu-tie.md:", "2026-13-45", "怎么改："] {
        assert!(over["text"].as_str().is_some_and(|t| t.contains(part)), "the overlay lacks {part}: {over:#}");
    }
    assert_eq!(over["mark"], "2026-13-45");
    assert_eq!(over["closed"], Value::Bool(true), "Escape puts it away");
    assert_eq!(over["again"], Value::Bool(true), "the button brings it back");
    assert_eq!(over["gone"], Value::Bool(true), "mended, it goes by itself");
    assert_eq!(seen["found"], Value::Bool(true), "search finds the new words: {seen:#}");
    assert_eq!(seen["portal"], Value::Bool(true), "the portal follows");
}
