//! Pagefind on the same records and questions.
//!
//! In: records as HTML pages in Chinese, each section with its heading. Out: figures. Pagefind comes from npm, in the version
//! of `benches/peers/package-lock.json`, and is asked through its own script, as it comes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::answers::{Figures, SLOWED, ask, questions, right};
use super::corpus::{Query, Village};
use super::{measure, npm};

/// Makes the pages, has them indexed, asks.
pub fn figures(villages: &[Village], queries: &[Query]) -> Figures {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/search");
    let program = npm::pagefind().expect("npm, which tests/run installs");
    let place = pages(villages);
    let cost = measure::run(Command::new(program).arg("--site").arg(&place));
    let files = measured(&place.join("pagefind"));
    let path = place.join("questions.json");
    fs::write(&path, questions(queries)).expect("written");
    let some = place.join("some-questions.json");
    fs::write(&some, questions(queries.iter().step_by(SLOWED))).expect("written");
    let asked = |list: &Path, slower: &str| {
        ask(Command::new("node").current_dir(&here).arg("pagefind.mjs").arg(&place).arg(list).arg(slower))
    };
    let (fast, slow) = (asked(&path, "1"), asked(&some, "6"));
    let whole = |a: &Value| json!({ "found": addresses(&a["all"]), "shown": addresses(&a["shown"]) });
    let right = right(queries, &fast.iter().map(whole).collect::<Vec<_>>());
    let count: usize = villages.iter().map(|v| v.docs.len()).sum();
    fs::remove_dir_all(place).expect("its own folder");
    Figures { rate: count as f64 / cost.wall.as_secs_f64(), memory: cost.memory, files, fast, slow, right }
}

/// `/v0/decisions/r1.html` as `v0/decisions/r1.html`.
fn addresses(list: &Value) -> Vec<String> {
    let bare = |url: &str| url.trim_start_matches('/').split('#').next().unwrap_or_default().to_owned();
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(bare).collect()
}

/// A page for each record, and one to ask from.
fn pages(villages: &[Village]) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pagefind-{}", std::process::id()));
    for village in villages {
        for doc in &village.docs {
            let mut body = format!("<h1>{}</h1>", doc.title);
            for part in &doc.parts {
                if !part.anchor.is_empty() {
                    body.push_str(&format!("<h2 id=\"{}\">", part.anchor));
                    body.push_str(part.text.lines().next().unwrap_or_default());
                    body.push_str("</h2>");
                }
                let skip = usize::from(!part.anchor.is_empty());
                part.text.lines().skip(skip).for_each(|line| body.push_str(&format!("<p>{line}</p>")));
            }
            let page = format!(
                "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{}</title></head><body><main data-pagefind-body>{body}</main></body></html>",
                doc.title
            );
            let path = place.join(&village.id).join(&doc.url);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, page).expect("written");
        }
    }
    let ask =
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>?</title></head><body></body></html>";
    fs::write(place.join("ask.html"), ask).expect("written");
    place
}

/// How many files there are below a folder, and their bytes.
fn measured(folder: &Path) -> (usize, u64) {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|e| e.file_type().is_file());
    files.fold((0, 0), |(n, size), file| (n + 1, size + file.metadata().map_or(0, |m| m.len())))
}
