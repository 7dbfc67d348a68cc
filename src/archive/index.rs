//! The index of all bags in a folder, with a search over the records of all years.
//!
//! In: the bags that are there. Out: `index.html` and its data as a classic script, so that it works from a disk.
//! Reads only what bags tell of themselves.

use std::path::Path;

use serde_json::{Value, json};

use super::Line;
use crate::error::Error;
use crate::locale::Messages;
use crate::write::replace_file;

const PAGE: &str = include_str!("page/index.html");
const SCRIPT: &str = include_str!("page/index.js");
const STYLE: &str = include_str!("../verify/page/verify.css");

/// Writes the index of the bags below `out`.
///
/// # Errors
/// Where reading or writing fails.
pub(super) fn write(out: &Path, words: &Messages) -> Result<(), Error> {
    let mut bags = Vec::new();
    let entries = std::fs::read_dir(out).map_err(|e| Error::io("io-list", out.display(), e))?;
    let mut folders: Vec<_> =
        entries.flatten().map(|e| e.path()).filter(|p| p.join("bag-info.txt").is_file()).collect();
    folders.sort();
    for folder in folders {
        let text = std::fs::read_to_string(folder.join("bag-info.txt"))
            .map_err(|e| Error::io("io-read", folder.display(), e))?;
        let told = |key: &str| {
            let line = text.lines().find_map(|l| l.strip_prefix(key)?.strip_prefix(": "));
            line.unwrap_or_default().to_owned()
        };
        let records = std::fs::read(folder.join("data/records.json")).unwrap_or_default();
        let records: Vec<Line> = serde_json::from_slice(&records).unwrap_or_default();
        let row = |l: &Line| json!([l.title, l.url, l.date, words.word(&format!("archive-class-{}", l.class))]);
        let id = told("External-Identifier");
        bags.push(json!({
            "folder": folder.file_name().map(|n| n.to_string_lossy().into_owned()),
            "name": told("Source-Organization"),
            "year": id.rsplit('-').next(),
            "day": told("Bagging-Date"),
            "checkpoint": told("Ledger-Checkpoint"),
            "records": records.iter().map(row).collect::<Vec<Value>>(),
        }));
    }
    let keys = ["title", "search", "bags", "none", "found", "records", "checkpoint", "made"];
    let said: serde_json::Map<String, Value> =
        keys.iter().map(|key| ((*key).to_owned(), words.word(&format!("archive-page-{key}")).into())).collect();
    let data = format!("gkArchive({});\n", json!({ "words": said, "bags": bags }));
    let lang = words.word("archive-page-lang");
    let page = PAGE.replace("{lang}", &lang).replace("{title}", &words.word("archive-page-title"));
    for (name, text) in [("data.js", data.as_str()), ("index.js", SCRIPT), ("index.css", STYLE), ("index.html", &page)]
    {
        replace_file(&out.join(name), text.as_bytes())?;
    }
    Ok(())
}
