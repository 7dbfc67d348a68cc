//! The program may be killed at any moment, and two of it may run at once.
//!
//! In: builds and saves that are killed after a random time; runs at the same time. Out: how often a reader would have
//! seen a file that is cut short, or an output that is neither the old nor the new one. Prints its counts.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use gongkai::build::seal;
use gongkai::write::Stage;
use scraper::Html;

use crate::kit::corpus::Dice;
use crate::kit::desk::fields_of;
use crate::kit::program::{command, run};
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

const PAGE: &str = "content/communities/shanghe/pages/cun-qing.md";
const BUILD: [&str; 4] = ["build", "--as-of", "2026-11-23", "-q"];

/// How often.
const BUILDS: usize = 140;
const SAVES: usize = 60;

fn kill(mut child: Child) {
    let _ = child.kill();
    child.wait().expect("it ends");
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
#[test]
fn a_killed_build_leaves_the_old_or_the_new_output_at_once() {
    let site = SiteTest::two();
    let start = Instant::now();
    assert_eq!(run(site.root(), &BUILD).code, 0);
    let whole = start.elapsed();
    let one = site.output();
    site.replace(PAGE, "上河村在河的上游。", "上河村在河的上游，有两个组。");
    let other = site.clean_build();
    let mut dice = Dice::new(11);
    let (mut at_other, mut killed, mut finished) = (true, 0, 0);
    for trial in 0..BUILDS {
        let mut child =
            command(site.root(), &BUILD).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
        let wait = whole.mul_f64(dice.below(1100) as f64 / 1000.0);
        sleep(wait);
        let done = child.try_wait().expect("a state").is_some();
        if done {
            finished += 1
        } else {
            killed += 1
        }
        kill(child);
        let now = Tree::as_readers_see(&site.path("output"));
        let state = if now.difference(&one).is_empty() {
            Some(false)
        } else {
            now.difference(&other).is_empty().then_some(true)
        };
        let Some(state) = state else {
            panic!("trial {trial}, after {wait:?}: neither old nor new:\n{}", now.difference(&other));
        };
        // The next trial goes the other way, once this one got through.
        if state == at_other {
            at_other = !at_other;
            let (from, to) = ("上河村在河的上游。", "上河村在河的上游，有两个组。");
            let (old, new) = if at_other { (from, to) } else { (to, from) };
            site.replace(PAGE, old, new);
        }
    }
    assert_eq!(run(site.root(), &BUILD).code, 0, "the last run goes through");
    let wanted = if at_other { &other } else { &one };
    assert_eq!(Tree::read(&site.path("output")).difference(wanted), "");
    assert!(!site.path(".output.gongkai").exists(), "nothing is left beside the output");
    println!("{killed} builds killed, {finished} through before: 0 mixed, cut short or empty");
    assert!(killed > BUILDS / 3, "only {killed} of {BUILDS} were killed in time");
}

/// Asks a preview; none where it is not there any more.
fn ask(port: u16, line: &str, headers: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let host = format!("Host: 127.0.0.1:{port}\r\nConnection: close\r\n");
    stream.write_all(format!("{line} HTTP/1.1\r\n{host}{headers}\r\n{body}").as_bytes()).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    (!text.is_empty()).then_some(text)
}

/// One save as a secretary makes it: opens the form, changes the title, presses the button.
fn save(port: u16, title: &str) -> Option<String> {
    let address = "/_edit/c/shanghe/pages/r/cun-qing";
    let page = ask(port, &format!("GET {address}"), "", "")?;
    let mut fields = fields_of(&Html::parse_document(page.split_once("\r\n\r\n")?.1))?;
    fields.iter_mut().find(|(name, _)| name == "r/title")?.1 = title.to_owned();
    fields.push(("_do".into(), "save".into()));
    let mut body = form_urlencoded::Serializer::new(String::new());
    for (name, value) in &fields {
        body.append_pair(name, &value.replace("\r\n", "\n").replace('\n', "\r\n"));
    }
    let body = body.finish();
    let headers = format!(
        "Origin: http://127.0.0.1:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
        body.len()
    );
    ask(port, &format!("POST {address}"), &headers, &body)
}

#[test]
fn a_killed_editor_leaves_each_record_old_or_new() {
    let site = SiteTest::two();
    let prose = "上河村在河的上游。\n\n".repeat(2_000);
    let text = |title: &str| {
        site.read(PAGE)
            .lines()
            .map(|line| if line.starts_with("标题: ") { format!("标题: {title}\n") } else { format!("{line}\n") })
            .collect::<String>()
    };
    site.write(PAGE, text("村情") + &prose);
    let first = site.read(PAGE);
    let with = |title: &str| first.replacen("标题: 村情", &format!("标题: {title}"), 1);
    let mut dice = Dice::new(23);
    let (mut sent, mut through) = (0, 0);
    let mut known = vec![first.clone()];
    let mut one = Duration::from_millis(300);
    for trial in 0..SAVES {
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|l| l.local_addr()).expect("a free port").port();
        let arguments = ["serve", "--port", &port.to_string(), "--as-of", "2026-11-23"];
        let child = command(site.root(), &arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let child = child.expect("starts");
        let begun = Instant::now();
        while ask(port, "GET /_edit/", "", "").is_none_or(|page| !page.starts_with("HTTP/1.1 200")) {
            assert!(begun.elapsed() < Duration::from_secs(60), "the preview does not come up");
            sleep(Duration::from_millis(20));
        }
        let titles: Vec<String> = (0..40).map(|n| format!("村情{}", trial * 40 + n)).collect();
        let saver = std::thread::spawn({
            let titles = titles.clone();
            move || {
                let begun = Instant::now();
                let saved = |title: &&String| save(port, title).is_some_and(|a| a.contains(" 303 "));
                (titles.iter().take_while(saved).count(), begun.elapsed())
            }
        });
        sleep(one.mul_f64(dice.below(3000) as f64 / 1000.0));
        kill(child);
        let (saved, took) = saver.join().expect("it ends");
        through += saved;
        // The moments of the next trials lie where its saves are, on this machine as it is now.
        one = if saved > 0 { took / u32::try_from(saved).unwrap_or(1) } else { one.max(took) };
        sent += 1;
        known.extend(titles.iter().map(|title| with(title)));
        let now = site.read(PAGE);
        assert!(known.contains(&now), "trial {trial}: {} bytes that nobody wrote", now.len());
        for (path, file) in Tree::read(&site.path(".gongkai/versions")).0 {
            let hidden = path.contains("/.gongkai-");
            let whole = known.iter().any(|text| text.as_bytes() == file.bytes);
            assert!(hidden || whole, "trial {trial}: {path} is neither");
        }
        let drafts = Tree::read(&site.path(".gongkai/drafts"));
        for (path, file) in drafts.0.iter().filter(|(path, _)| !path.contains("/.gongkai-")) {
            let sound = serde_json::from_slice::<serde_json::Value>(&file.bytes).is_ok();
            assert!(sound, "trial {trial}: {path} is cut short");
        }
    }
    println!("{sent} editors killed, {through} saves through before: 0 cut short or empty");
    assert!(through > SAVES / 4, "only {through} saves got through");
}

#[test]
fn who_comes_second_is_told_and_changes_nothing() {
    let site = SiteTest::two();
    assert_eq!(run(site.root(), &BUILD).code, 0);
    let before = site.output();
    let held = Stage::open(&site.path("output")).expect("free");
    for (language, wanted) in [("zh", "另一个 gongkai 正在写"), ("en", "another gongkai is writing to")] {
        let second = run(site.root(), &[&["--lang", language], &BUILD[..]].concat());
        assert_eq!(second.code, 4, "{second:?}");
        assert!(second.err.contains(wanted) && second.err.contains("output"), "{}", second.err);
    }
    assert_eq!(site.output().touched_since(&before), "");
    held.abandon().expect("cleared away");
    assert_eq!(run(site.root(), &BUILD).code, 0, "free again");
    assert_eq!(site.output().touched_since(&before), "");
}

#[test]
fn many_builds_at_once_come_out_as_one() {
    let site = SiteTest::two();
    let wanted = site.clean_build();
    for round in 0..3 {
        let _ = fs::remove_dir_all(site.path("output"));
        let children: Vec<Child> = (0..5)
            .map(|_| command(site.root(), &BUILD).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("starts"))
            .collect();
        let mut through = 0;
        for child in children {
            let output = child.wait_with_output().expect("it ends");
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            match output.status.code() {
                Some(0) => through += 1,
                Some(4) => assert!(told.contains("另一个 gongkai"), "round {round}: {told}"),
                code => panic!("round {round}: {code:?}: {told}"),
            }
        }
        assert!(through > 0, "round {round}: none got through");
        assert_eq!(Tree::read(&site.path("output")).difference(&wanted), "", "round {round}");
    }
}

#[test]
fn two_seals_at_once_are_one() {
    let site = SiteTest::two();
    crate::kit::ledger::begin(&site, "shanghe", crate::kit::TODAY);
    let held = seal::lock(site.root()).expect("free");
    let before = Tree::read(&site.path("ledger"));
    for arguments in [&["seal", "--as-of", "2026-11-23"][..], &["key", "new"]] {
        let second = run(site.root(), arguments);
        assert_eq!(second.code, 4, "{arguments:?}: {second:?}");
        assert!(second.err.contains("另一个 gongkai 正在写"), "{}", second.err);
    }
    assert_eq!(Tree::read(&site.path("ledger")).touched_since(&before), "");
    assert_eq!(run(site.root(), &["key", "list"]).code, 0, "whoever only looks need not wait");
    drop(held);
    let sealed = crate::kit::ledger::seal(&site, crate::kit::TODAY);
    assert!(!sealed.has_errors());
}
