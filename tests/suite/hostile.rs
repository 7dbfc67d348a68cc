//! Files that are made to do harm, or happen to: the program says what is wrong, in little memory.
//!
//! In: a sound workspace with one hostile thing in it. Out: exit codes, sentences and the memory that the program took.
//! Never asks how long it took, except that nothing hangs. Prints its counts.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use wait4::Wait4;

use crate::kit::program::command;
use crate::kit::site::SiteTest;
use crate::kit::table::packed;
use crate::kit::tree::Tree;

/// The most memory that a run may take, in bytes.
const MOST: u64 = 256 << 20;
/// After this time a run counts as hanging.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a run came to.
struct Ran {
    code: Option<i32>,
    said: String,
    memory: u64,
    took: Duration,
}

fn ran(folder: &Path, arguments: &[&str]) -> Ran {
    let begun = Instant::now();
    let mut command = command(folder, arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
    let id = child.id();
    let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
    let (out, err) = (reader(out), reader(err));
    let watch = std::thread::spawn(move || child.wait4().expect("it ends"));
    while !watch.is_finished() {
        if begun.elapsed() > PATIENCE {
            let _ = std::process::Command::new("kill").args(["-9", &id.to_string()]).status();
            panic!("{arguments:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let used = watch.join().expect("it ends");
    let said = out.join().expect("text") + &err.join().expect("text");
    Ran { code: used.status.code(), said, memory: used.rusage.maxrss, took: begun.elapsed() }
}

fn reader(mut stream: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// One hostile thing: what it is, how it comes into a workspace, what is run, the exit code, and words of the answer.
struct Attack {
    name: &'static str,
    prepare: fn(&SiteTest),
    arguments: &'static [&'static str],
    code: i32,
    says: &'static str,
}

const PAGES: &str = "content/communities/shanghe/pages";
const FILES: &str = "content/communities/shanghe/files";
const CHECK: &[&str] = &["check", "--lang", "zh", "--as-of", "2026-11-23"];
const BUILD: &[&str] = &["build", "--lang", "zh", "--as-of", "2026-11-23"];

fn page(title: &str) -> String {
    format!("---\n标题: {title}\n栏目: 村情\n示例: 是\n---\n")
}

/// Makes a file that claims to be large and takes no room.
fn sparse(site: &SiteTest, path: &str, size: u64) {
    site.write(path, "");
    fs::File::options().write(true).open(site.path(path)).and_then(|f| f.set_len(size)).expect("a hole");
}

fn pack(site: &SiteTest, path: &str, members: &[(&str, &[u8])]) {
    site.write(path, packed(members));
}

const ATTACKS: &[Attack] = &[
    Attack {
        name: "a record of 50 GB",
        prepare: |site| sparse(site, &format!("{PAGES}/a.md"), 50 << 30),
        arguments: CHECK,
        code: 4,
        says: "太大",
    },
    Attack {
        name: "settings of 50 GB",
        prepare: |site| sparse(site, "content/site.yaml", 50 << 30),
        arguments: CHECK,
        code: 4,
        says: "太大",
    },
    Attack {
        name: "an attachment of 50 GB",
        prepare: |site| sparse(site, &format!("{FILES}/film.mp4"), 50 << 30),
        arguments: BUILD,
        code: 4,
        says: "film.mp4",
    },
    Attack {
        name: "a record of 3 MB",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("甲") + &"长".repeat(1 << 20));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0108",
    },
    Attack {
        name: "a theme outside of the workspace",
        prepare: |site| {
            site.replace("content/site.yaml", "示例: 是", "主题: ../../../etc\n示例: 是");
        },
        arguments: BUILD,
        code: 3,
        says: "GK2301",
    },
    Attack {
        name: "bytes that are no text",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), b"---\n\xff\xfe\x00\x80\n---\n");
        },
        arguments: CHECK,
        code: 1,
        says: "GK0101",
    },
    Attack {
        name: "UTF-16",
        prepare: |site| {
            let bytes: Vec<u8> =
                std::iter::once(0xfeff).chain(page("甲").encode_utf16()).flat_map(u16::to_le_bytes).collect();
            site.write(&format!("{PAGES}/a.md"), bytes);
        },
        arguments: CHECK,
        code: 1,
        says: "GK0101",
    },
    Attack {
        name: "a sign that turns the text around",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("金额 \u{202e}00.0021"));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "the same as an escape",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("\"金额 \\u202e00.0021\""));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "the same in the prose",
        prepare: |site| {
            site.write(&format!("{PAGES}/a.md"), page("甲") + "金额 \u{202d}00.0021\n");
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "a zero byte in a table",
        prepare: |site| {
            let path = "content/communities/heping/registers/zhi-yuan.csv";
            let text = site.read(path);
            site.write(path, text.replacen('\n', "\u{0}\n", 1));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0115",
    },
    Attack {
        name: "two names that differ in case",
        prepare: |site| {
            site.write(&format!("{PAGES}/Gong-Shi.md"), page("甲"));
            site.write(&format!("{PAGES}/gong-shi.md"), page("乙"));
        },
        arguments: CHECK,
        code: 1,
        says: "GK03",
    },
    Attack {
        name: "two names that differ in the form of a letter",
        prepare: |site| {
            site.write(&format!("{PAGES}/caf\u{e9}.md"), page("甲"));
            site.write(&format!("{PAGES}/cafe\u{301}.md"), page("乙"));
        },
        arguments: CHECK,
        code: 0,
        says: "错误 0",
    },
    Attack {
        name: "a community named like a device",
        prepare: |site| {
            let text = site.read("content/communities/heping/community.yaml");
            site.write("content/communities/con/community.yaml", text);
        },
        arguments: CHECK,
        code: 1,
        says: "u-con",
    },
    Attack {
        name: "a million keys",
        prepare: |site| {
            let keys: String = (0..150_000).map(|n| format!("k{n}: 1\n")).collect();
            site.write(&format!("{PAGES}/a.md"), format!("---\n{keys}---\n"));
        },
        arguments: CHECK,
        code: 1,
        says: "GK0108",
    },
    Attack {
        name: "a table of a million rows that is packed",
        prepare: |site| {
            let sheet = vec![b' '; 100 << 20];
            pack(site, "bomb.xlsx", &[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &sheet)]);
        },
        arguments: &["import", "bomb.xlsx", "--community", "shanghe", "--lang", "zh"],
        code: 1,
        says: "GK14",
    },
    Attack {
        name: "an archive that grows without end",
        prepare: |site| {
            let zeros = vec![0; 100 << 20];
            pack(site, "bomb.zip", &[("manifest.json", &zeros)]);
        },
        arguments: &["verify", "bomb.zip", "--lang", "zh"],
        code: 4,
        says: "bomb.zip",
    },
    Attack {
        name: "an archive that leads outside",
        prepare: |site| pack(site, "slip.zip", &[("../../slipped", b"x"), ("manifest.json", b"{}")]),
        arguments: &["verify", "slip.zip", "--lang", "zh"],
        code: 4,
        says: "slip.zip",
    },
    Attack {
        name: "an archive that is none",
        prepare: |site| {
            site.write("none.zip", "PK\u{3}\u{4} and no more");
        },
        arguments: &["verify", "none.zip", "--lang", "zh"],
        code: 4,
        says: "none.zip",
    },
];

#[cfg(target_os = "linux")]
const UNIX_ATTACKS: &[Attack] = &[
    Attack {
        name: "a pipe as settings",
        prepare: |site| pipe(site, "content/site.yaml"),
        arguments: CHECK,
        code: 3,
        says: "site.yaml",
    },
    Attack {
        name: "a pipe as a community",
        prepare: |site| pipe(site, "content/communities/shanghe/community.yaml"),
        arguments: CHECK,
        code: 1,
        says: "community.yaml",
    },
    Attack {
        name: "a pipe to import",
        prepare: |site| pipe(site, "table.csv"),
        arguments: &["import", "table.csv", "--community", "shanghe", "--lang", "zh"],
        code: 4,
        says: "table.csv",
    },
    Attack {
        name: "a pipe to verify",
        prepare: |site| pipe(site, "site.zip"),
        arguments: &["verify", "site.zip", "--lang", "zh"],
        code: 4,
        says: "site.zip",
    },
    Attack {
        name: "a pipe as a kept checkpoint",
        prepare: |site| pipe(site, "note"),
        arguments: &["witness", "note", ".", "--lang", "zh"],
        code: 4,
        says: "note",
    },
    Attack {
        name: "an endless device as a kept checkpoint",
        prepare: |_| {},
        arguments: &["witness", "/dev/zero", ".", "--lang", "zh"],
        code: 4,
        says: "/dev/zero",
    },
    Attack {
        name: "settings that are a link to elsewhere",
        prepare: |site| {
            site.remove("content/site.yaml");
            std::os::unix::fs::symlink("/etc/passwd", site.path("content/site.yaml")).expect("a link");
        },
        arguments: CHECK,
        code: 4,
        says: "site.yaml",
    },
    Attack {
        name: "a community file that is a link to elsewhere",
        prepare: |site| {
            site.remove("content/communities/shanghe/community.yaml");
            let link = site.path("content/communities/shanghe/community.yaml");
            std::os::unix::fs::symlink("/etc/passwd", link).expect("a link");
        },
        arguments: CHECK,
        code: 1,
        says: "community.yaml",
    },
    Attack {
        name: "a name that is no Unicode",
        prepare: |site| {
            let name = <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"\xff\xfe.md");
            fs::write(site.path(PAGES).join(name), page("甲")).expect("written");
        },
        arguments: CHECK,
        code: 4,
        says: "读不了文件夹",
    },
];

#[cfg(unix)]
fn pipe(site: &SiteTest, path: &str) {
    let _ = fs::remove_file(site.path(path));
    let made = std::process::Command::new("mkfifo").arg(site.path(path)).status().expect("mkfifo is everywhere");
    assert!(made.success());
}

#[test]
fn hostile_files_get_a_clear_answer_in_little_memory() {
    let mut attacks: Vec<&Attack> = ATTACKS.iter().collect();
    #[cfg(target_os = "linux")]
    attacks.extend(UNIX_ATTACKS);
    let (mut wrong, mut most, mut longest) = (Vec::new(), 0, Duration::ZERO);
    for attack in &attacks {
        let site = SiteTest::two();
        (attack.prepare)(&site);
        let run = ran(site.root(), attack.arguments);
        let panicked = run.said.contains("panicked") || run.code.is_none_or(|code| code > 5);
        if panicked || run.code != Some(attack.code) || !run.said.contains(attack.says) || run.memory > MOST {
            wrong.push(format!(
                "{}: {:?} instead of {}, {} MB:\n{}",
                attack.name,
                run.code,
                attack.code,
                run.memory >> 20,
                run.said
            ));
        }
        assert!(!site.path("../slipped").exists() && !site.path("../../slipped").exists());
        assert!(Tree::read(&site.path("output")).0.is_empty(), "{}: something was published", attack.name);
        most = most.max(run.memory);
        longest = longest.max(run.took);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    println!("{} hostile files: at most {} MB and {longest:.1?}", attacks.len(), most >> 20);
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
