//! Files that are made to do harm, or happen to: the program says what is wrong, in little memory.
//!
//! In: a sound workspace with one hostile thing in it. Out: exit codes, sentences, the memory and the processor's time that
//! the program took. Never asks how long it took by the clock, except that nothing hangs. Prints its counts.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use wait4::Wait4;

use crate::kit::attack::{self, PAGES, page};
#[cfg(unix)]
use crate::kit::attack::{FILES, pipe};
use crate::kit::program::command;
use crate::kit::site::SiteTest;
use crate::kit::tree::Tree;

/// The most memory that a run may take, in bytes.
const MOST: u64 = 256 << 20;
/// The most time of the processor that a run may take: half a second for the program as people have it. What the tests run
/// is not optimized and computes about ten times as long, longer where other tests crowd the caches. It is the time of the
/// child alone, however busy the machine is.
const BUSY: Duration = Duration::from_millis(if cfg!(debug_assertions) { 8_000 } else { 500 });
/// After this time a run counts as hanging.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a run came to.
struct Ran {
    code: Option<i32>,
    said: String,
    memory: u64,
    busy: Duration,
}

fn ran(folder: &Path, arguments: &[&str]) -> Ran {
    let begun = Instant::now();
    let mut command = command(folder, arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    let id = child.id();
    let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
    let (out, err) = (reader(out), reader(err));
    let watch = std::thread::spawn(move || child.wait4().expect("it ends"));
    let mut most = None;
    while !watch.is_finished() {
        most = held(id).max(most);
        if begun.elapsed() > PATIENCE {
            let _ = std::process::Command::new("kill").args(["-9", &id.to_string()]).status();
            panic!("{arguments:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let used = watch.join().expect("it ends");
    let said = out.join().expect("text") + &err.join().expect("text");
    Ran {
        code: used.status.code(),
        said,
        memory: most.unwrap_or(used.rusage.maxrss),
        busy: used.rusage.utime + used.rusage.stime,
    }
}

/// The most memory that a process has held since it began to run its program. What is counted when it ends begins before
/// that, with all that the tests hold.
fn held(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilo| kilo << 10)
}

fn reader(mut stream: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[test]
fn hostile_files_get_a_clear_answer_in_little_memory() {
    let attacks = attack::all();
    let (mut wrong, mut most, mut busy) = (Vec::new(), (0, ""), Vec::new());
    for attack in &attacks {
        let site = SiteTest::two();
        (attack.prepare)(&site);
        let run = ran(site.root(), attack.arguments);
        let panicked = run.said.contains("panicked") || run.code.is_none_or(|code| code > 5);
        let costly = run.memory > MOST || run.busy > BUSY;
        if panicked || costly || run.code != Some(attack.code) || !run.said.contains(attack.says) {
            wrong.push(format!(
                "{}: {:?} instead of {}, {} MB, {:.2?}:\n{}",
                attack.name,
                run.code,
                attack.code,
                run.memory >> 20,
                run.busy,
                run.said
            ));
        }
        assert!(!site.path("../slipped").exists() && !site.path("../../slipped").exists());
        assert!(Tree::read(&site.path("output")).0.is_empty(), "{}: something was published", attack.name);
        most = most.max((run.memory, attack.name));
        busy.push((run.busy, attack.name));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    busy.sort_unstable();
    let slowest: Vec<String> = busy.iter().rev().take(3).map(|(busy, name)| format!("{name} {busy:.2?}")).collect();
    let (memory, largest) = (most.0 >> 20, most.1);
    println!("{} hostile files: at most {memory} MB ({largest}); slowest: {}", attacks.len(), slowest.join(", "));
}

#[test]
fn names_as_long_as_names_can_be_are_published_under_short_ones() {
    let site = SiteTest::two();
    // 84 Chinese signs and an ending are 255 bytes.
    site.write(&format!("{PAGES}/{}.md", "路".repeat(84)), page("长名"));
    site.build();
    let found = site.output().paths().into_iter().filter(|p| p.contains("lu-lu-lu")).count();
    assert!(found >= 2, "a page and its data");
    assert!(site.output().paths().iter().all(|p| p.split('/').all(|part| part.len() <= 110 && part.is_ascii())));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_among_the_records_is_passed_over() {
    let site = SiteTest::two();
    let wanted = site.clean_build();
    pipe(&site, &format!("{PAGES}/pipe.md"));
    std::os::unix::fs::symlink("/dev/zero", site.path(&format!("{FILES}/zero.png"))).expect("a link");
    std::os::unix::net::UnixListener::bind(site.path(&format!("{PAGES}/socket.md"))).expect("a socket");
    assert_eq!(site.clean_build().difference(&wanted), "");
}
