//! The peers that come from npm.
//!
//! In: `package-lock.json` beside this file. Out: the folder of packages; Pagefind within it. Never another version
//! than the lock file's, never a script that a package would run when it is installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of packages, installed where the lock file asks for others than there are. Nothing without npm.
pub fn packages() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
    let folder = here.join("node_modules");
    let lock = fs::read(here.join("package-lock.json")).ok()?;
    let mark = folder.join(".installed");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Some(folder);
    }
    let mut npm = Command::new("npm");
    npm.current_dir(&here).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    let done = npm.stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    (done && fs::write(mark, lock).is_ok()).then_some(folder)
}

/// Pagefind for this machine: the program itself, without the start of node, which is not its work.
pub fn pagefind() -> Option<PathBuf> {
    let all = fs::read_dir(packages()?.join("@pagefind")).ok()?;
    all.flatten().map(|one| one.path().join("bin/pagefind_extended")).find(|program| program.is_file())
}
