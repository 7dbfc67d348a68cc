//! Tells cargo which folders travel inside the program, so that it is compiled again when they change.
//!
//! In: nothing. Out: lines for cargo. Not part of the program.

fn main() {
    for folder in ["src/locale", "src/profile/defaults", "themes/default"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
