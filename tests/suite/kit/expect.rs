//! Expectations kept in files under `tests/expected/`.
//!
//! In: a file name and the text that came out. Out: a failure that shows every line that differs.
//! With `GONGKAI_BLESS=1` the file is rewritten instead; read the difference before you commit it.

use std::fs;

use super::project;

/// Compares `actual` with `tests/expected/<name>`.
#[track_caller]
pub fn file(name: &str, actual: &str) {
    let path = project("tests/expected").join(name);
    if std::env::var("GONGKAI_BLESS").is_ok_and(|v| v == "1") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
        fs::write(&path, actual).expect("expectations can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        expected == actual,
        "tests/expected/{name} differs (- expected, + actual; GONGKAI_BLESS=1 rewrites it):\n{}",
        difference(&expected, actual)
    );
}

/// The lines that differ, with their numbers: what is the same before and after is left out.
pub fn difference(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), actual.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - same;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let mut out = String::new();
    for (sign, lines) in [('-', &old), ('+', &new)] {
        for (at, line) in lines[same..lines.len() - tail].iter().enumerate() {
            out.push_str(&format!("{:>5} {sign} {line}\n", same + at + 1));
        }
    }
    if out.is_empty() { "(only line ends differ)".to_owned() } else { out }
}
