//! The index of all bags in a folder: a list to be read without scripts, and a search over the records of all years.
//!
//! In: the bags that are there. Out: `index.html`, a page of records for each community, and the data of the search as a
//! classic script, so that it works from a disk. Reads only what bags tell of themselves; names no record that a later
//! bag knows to be taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use super::{Line, TAKEN_BACK, retention, sheets};
use crate::error::Error;
use crate::format::xml;
use crate::locale::Messages;
use crate::write::{remove_stale, replace_file};

const HEAD: &str = include_str!("page/head.html");
const PAGE: &str = include_str!("page/index.html");
const RECORDS: &str = include_str!("page/records.html");
const SCRIPT: &str = include_str!("page/index.js");
const STYLE: &str = include_str!("page/index.css");

/// The folder of the pages of records, within the folder of the bags.
const FOLDER: &str = "records";

/// Words that the script shows.
const SAID: [&str; 3] = ["none", "found", "more"];

/// What a bag tells of itself.
struct Bag {
    folder: String,
    name: String,
    year: String,
    day: String,
    checkpoint: String,
    records: Vec<Line>,
    /// Records that have a PDF, by its path.
    pdfs: BTreeSet<String>,
}

/// The bags of one community, the newest first.
#[derive(Default)]
struct Shelf {
    bags: Vec<Bag>,
    /// How many records of earlier bags were taken back since.
    hidden: usize,
}

/// Writes the index of the bags below `out`.
///
/// # Errors
/// Where reading or writing fails.
pub(super) fn write(out: &Path, words: &Messages) -> Result<(), Error> {
    let shelves = shelves(out)?;
    let page = |template: &str, root: &str, title: &str, body: &str| {
        let word = |key: &str| xml(&words.word(&format!("archive-page-{key}")));
        let mut html = template.replace("{head}", HEAD).replace("{root}", root);
        for key in ["lang", "search", "hint", "community", "kind", "year", "all", "bags", "back", "no-script"] {
            html = html.replace(&format!("{{{key}}}"), &word(key));
        }
        // Last, so that no title is taken for one of these.
        html.replace("{title}", &xml(title)).replace("{body}", body)
    };
    let mut files = vec![
        ("index.css".to_owned(), STYLE.to_owned()),
        ("index.js".to_owned(), SCRIPT.to_owned()),
        ("data.js".to_owned(), data(&shelves, words)),
        ("index.html".to_owned(), page(PAGE, "", &words.word("archive-page-title"), &list(&shelves, words))),
    ];
    for (id, shelf) in &shelves {
        let title = words.text("archive-page-records-title", &[("name", &shelf.bags[0].name)]);
        files.push((format!("{FOLDER}/{id}.html"), page(RECORDS, "../", &title, &records(shelf, words))));
    }
    for (path, text) in &files {
        replace_file(&out.join(path), text.as_bytes())?;
    }
    remove_stale(out, FOLDER, &|path| files.iter().any(|(known, _)| known == path));
    Ok(())
}

/// All bags, by community.
fn shelves(out: &Path) -> Result<BTreeMap<String, Shelf>, Error> {
    let entries = std::fs::read_dir(out).map_err(|e| Error::io("io-list", out.display(), e))?;
    let mut shelves: BTreeMap<String, Shelf> = BTreeMap::new();
    for path in entries.flatten().map(|e| e.path()).filter(|p| p.join("bag-info.txt").is_file()) {
        let (id, bag) = read(&path)?;
        shelves.entry(id).or_default().bags.push(bag);
    }
    for shelf in shelves.values_mut() {
        shelf.bags.sort_by(|a, b| (&b.year, &b.folder).cmp(&(&a.year, &a.folder)));
        let newest = out.join(&shelf.bags[0].folder).join("data").join(TAKEN_BACK);
        let gone: BTreeSet<String> =
            std::fs::read(newest).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let count = |bags: &[Bag]| bags.iter().map(|bag| bag.records.len()).sum::<usize>();
        let before = count(&shelf.bags);
        shelf.bags.iter_mut().for_each(|bag| bag.records.retain(|line| !gone.contains(&line.url)));
        shelf.hidden = before - count(&shelf.bags);
    }
    Ok(shelves)
}

/// Community and content of a bag.
fn read(path: &Path) -> Result<(String, Bag), Error> {
    let info = path.join("bag-info.txt");
    let text = std::fs::read_to_string(&info).map_err(|e| Error::io("io-read", info.display(), e))?;
    let told = |key: &str| {
        let line = text.lines().find_map(|l| l.strip_prefix(key)?.strip_prefix(": "));
        line.unwrap_or_default().to_owned()
    };
    let records = std::fs::read(path.join("data/records.json")).unwrap_or_default();
    let records: Vec<Line> = serde_json::from_slice(&records).unwrap_or_default();
    let has_pdf = |line: &Line| Some(sheets::path(&line.url)).filter(|pdf| path.join("data").join(pdf).is_file());
    let id = told("External-Identifier");
    let (id, year) = id.rsplit_once('-').unwrap_or((id.as_str(), ""));
    let bag = Bag {
        folder: path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
        name: told("Source-Organization"),
        year: year.to_owned(),
        day: told("Bagging-Date"),
        checkpoint: told("Ledger-Checkpoint"),
        pdfs: records.iter().filter_map(has_pdf).collect(),
        records,
    };
    Ok((id.to_owned(), bag))
}

/// The communities and their years.
fn list(shelves: &BTreeMap<String, Shelf>, words: &Messages) -> String {
    let word = |key: &str| xml(&words.word(&format!("archive-page-{key}")));
    let mut html = String::new();
    for (id, shelf) in shelves {
        html.push_str(&format!("<section><h3>{}</h3><ul>", xml(&shelf.bags[0].name)));
        for Bag { folder, year, day, checkpoint, records, .. } in &shelf.bags {
            let folder = xml(folder);
            html.push_str(&format!(
                r#"<li><a href="{folder}/data/site/index.html">{}</a> <a href="{folder}/data/README.txt">{}</a> <span>{} {} · {} {}</span>"#,
                xml(year), word("readme"), word("made"), xml(day), records.len(), word("records"),
            ));
            if !checkpoint.is_empty() {
                html.push_str(&format!("<br><span>{} <code>{}</code></span>", word("checkpoint"), xml(checkpoint)));
            }
            html.push_str("</li>");
        }
        html.push_str(&format!(r#"</ul><p><a href="{FOLDER}/{}.html">{}</a></p></section>"#, xml(id), word("list")));
    }
    html
}

/// The records of a community, year by year.
fn records(shelf: &Shelf, words: &Messages) -> String {
    let mut html = String::new();
    for bag in &shelf.bags {
        html.push_str(&format!(r#"<section><h2 id="y{0}">{0}</h2><ul>"#, xml(&bag.year)));
        let mut lines: Vec<&Line> = bag.records.iter().collect();
        lines.sort_by(|a, b| (&b.date, &a.url).cmp(&(&a.date, &b.url)));
        for line in lines {
            let (folder, pdf) = (xml(&bag.folder), sheets::path(&line.url));
            html.push_str(&format!(
                r#"<li><a href="../{folder}/data/site/{}">{}</a> <span>{} {} {}</span>"#,
                xml(&line.url),
                xml(&line.title),
                xml(&line.date),
                xml(&kind(line, words)),
                xml(&class(line, words)),
            ));
            if bag.pdfs.contains(&pdf) {
                html.push_str(&format!(r#" <a href="../{folder}/data/{}">PDF</a>"#, xml(&pdf)));
            }
            html.push_str("</li>");
        }
        html.push_str("</ul></section>");
    }
    if shelf.hidden > 0 {
        let count = [("count", shelf.hidden.to_string())];
        html.push_str(&format!("<p>{}</p>", xml(&words.text("archive-page-hidden", &count))));
    }
    html
}

/// What the search looks through.
fn data(shelves: &BTreeMap<String, Shelf>, words: &Messages) -> String {
    let said: serde_json::Map<String, Value> =
        SAID.iter().map(|key| ((*key).to_owned(), words.word(&format!("archive-page-{key}")).into())).collect();
    let mut bags = Vec::new();
    for bag in shelves.values().flat_map(|shelf| &shelf.bags) {
        let row = |line: &Line| {
            let pdf = Some(sheets::path(&line.url)).filter(|pdf| bag.pdfs.contains(pdf));
            json!([line.title, line.url, line.date, kind(line, words), class(line, words), pdf])
        };
        let rows: Vec<Value> = bag.records.iter().map(row).collect();
        bags.push(json!({ "folder": bag.folder, "name": bag.name, "year": bag.year, "records": rows }));
    }
    format!("gkArchive({});\n", json!({ "words": said, "bags": bags }))
}

fn kind(line: &Line, words: &Messages) -> String {
    words.word(&format!("section-{}", retention::folder(&line.kind)))
}

fn class(line: &Line, words: &Messages) -> String {
    words.word(&format!("archive-class-{}", line.class))
}
