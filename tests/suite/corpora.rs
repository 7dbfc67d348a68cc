//! Everything that fuzzing kept, tried again.
//!
//! In: `tests/fuzz/corpus/`. Out: a panic where something breaks that held before. Never looks for anything new: that is
//! what `cargo fuzz` is for.

use std::fs;

use crate::kit::project;

#[path = "../fuzz/targets.rs"]
mod targets;

#[test]
fn what_fuzzing_kept_still_holds() {
    for (name, target) in targets::TARGETS {
        let mut count = 0;
        for entry in fs::read_dir(project("tests/fuzz/corpus").join(name)).expect("a corpus for each target") {
            let path = entry.expect("a file").path();
            // A panic names no file by itself.
            let bytes = fs::read(&path).expect("readable");
            let held = std::panic::catch_unwind(|| target(&bytes));
            assert!(held.is_ok(), "{}", path.display());
            count += 1;
        }
        assert!(count >= 5, "{name}: {count} files");
        println!("{name}: {count} files");
    }
}
