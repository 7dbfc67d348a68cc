//! What is no file where a file is looked for: pipes, devices, links that lead elsewhere, names that are no text.
//!
//! In: nothing. Out: attacks. Never made on systems that know no such things.

use std::fs;

use super::{Attack, CHECK, PAGES, page};
use crate::kit::site::SiteTest;

/// Puts a pipe where a file was.
pub fn pipe(site: &SiteTest, path: &str) {
    let _ = fs::remove_file(site.path(path));
    let made = std::process::Command::new("mkfifo").arg(site.path(path)).status().expect("mkfifo is everywhere");
    assert!(made.success());
}

#[cfg(target_os = "linux")]
pub const ATTACKS: &[Attack] = &[
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
