//! Tells cargo which folders travel inside the program, and the program which source it is made from.
//!
//! In: the source tree. Out: lines for cargo; `GONGKAI_SOURCE`, a hash that keys every memo, so that
//! pages made by an older program are never taken for new ones. Not part of the program.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    let mut hasher = DefaultHasher::new();
    for folder in ["src", "themes/default", "themes/kiosk"] {
        println!("cargo::rerun-if-changed={folder}");
        add(Path::new(folder), &mut hasher);
    }
    fs::read("Cargo.lock").unwrap_or_default().hash(&mut hasher);
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rustc-env=GONGKAI_SOURCE={:016x}", hasher.finish());
}

/// Adds all files below a folder, in the order of their names.
fn add(folder: &Path, hasher: &mut DefaultHasher) {
    let mut entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            add(&path, hasher);
        } else {
            path.display().to_string().hash(hasher);
            fs::read(&path).unwrap_or_default().hash(hasher);
        }
    }
}
