//! What comes into the program from others.
//!
//! In: `Cargo.toml`, `Cargo.lock`, what cargo knows of the crates, `.cargo/deny.toml`. Out: crates under licences or
//! from places that are not on the lists. Never asks the network. Prints its counts.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::kit::project;

/// The texts of a list in `.cargo/deny.toml`.
fn list(name: &str) -> Vec<String> {
    let text = fs::read_to_string(project(".cargo/deny.toml")).expect("the lists");
    let start = text.find(&format!("\n{name} = [")).unwrap_or_else(|| panic!("no list {name}"));
    let body = text[start..].split_once('[').and_then(|(_, rest)| rest.split_once("\n]")).expect("a list").0;
    body.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether a licence expression can be met by licences of a list.
fn met(expression: &str, allowed: &[String]) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    // Within one crate `AND` binds parts of which each must be met; alternatives within each stand in brackets or alone.
    let parts: Vec<&str> = if expression.contains(" AND ") { plain.split(" AND ").collect() } else { vec![&plain] };
    parts.iter().all(|part| part.split(" OR ").any(|name| allowed.iter().any(|a| a == name.trim())))
}

#[test]
fn crates_come_under_known_licences_from_one_place() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(project(".")).args(["metadata", "--format-version", "1", "--locked", "--offline"]);
    let output = cargo.args(["--filter-platform", "x86_64-unknown-linux-gnu"]).output().expect("cargo is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let allowed = list("allow");
    let exceptions = list("exceptions");
    let mut wrong = Vec::new();
    let mut count = 0;
    for package in metadata["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a name");
        if name == "gongkai" {
            continue;
        }
        count += 1;
        let licence = package["license"].as_str().unwrap_or("none told");
        let excepted = exceptions.iter().any(|e| e == name) && met(licence, &exceptions);
        if !met(licence, &allowed) && !excepted {
            wrong.push(format!("{name}: {licence}"));
        }
        if package["source"] != "registry+https://github.com/rust-lang/crates.io-index" {
            wrong.push(format!("{name}: from {}", package["source"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{count} crates, all under known licences and from crates.io");
    assert!(count > 100, "{count} crates");
}

#[test]
fn every_crate_is_locked_by_its_digest() {
    let lock = fs::read_to_string(project("Cargo.lock")).expect("the lock file is part of the project");
    for package in lock.split("[[package]]").skip(1).filter(|p| !p.contains("name = \"gongkai\"")) {
        assert!(package.contains("\nchecksum = \""), "{package}");
    }
    let ignored = fs::read_to_string(project(".gitignore")).expect("readable");
    assert!(!ignored.contains("Cargo.lock"));
}

#[test]
fn the_crate_itself_forbids_unsafe_code_and_wildcard_versions() {
    let manifest = fs::read_to_string(project("Cargo.toml")).expect("readable");
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    let wild = |line: &&str| line.contains("= \"*\"") || line.contains("version = \"*\"") || line.contains("git = ");
    assert_eq!(manifest.lines().filter(wild).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn licence_expressions_are_understood() {
    let allowed = ["MIT".to_owned(), "BSD-3-Clause".to_owned()];
    for good in ["MIT", "MIT OR GPL-3.0", "Apache-2.0/MIT", "(MIT OR X) AND BSD-3-Clause"] {
        assert!(met(good, &allowed), "{good}");
    }
    for bad in ["GPL-3.0", "(GPL-3.0 OR X) AND BSD-3-Clause", "MIT AND GPL-3.0", "none told"] {
        assert!(!met(bad, &allowed), "{bad}");
    }
}
