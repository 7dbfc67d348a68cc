//! Every record there is, shown as a form and read back from it.
//!
//! In: the records of `content/` and `tests/`. Out: those that would not come back to the byte. Never writes.

use std::path::Path;

use rayon::prelude::*;
use scraper::{Html, Selector};

use super::choices::Choices;
use super::html::Boxes;
use super::office::{Office, Room, Subject};
use super::sheet::{Sheet, hash};
use crate::locale::{Language, messages};
use crate::record::City;
use crate::schema::Shape;
use crate::serve::exchange::Form;
use crate::value::Date;
use crate::world::{DiskWorld, World};

/// The boxes of a form, as a browser sends them.
fn sent(html: &str) -> Vec<(String, String)> {
    let page = Html::parse_fragment(html);
    let boxes = Selector::parse("input, select, textarea").expect("a selector");
    let chosen = Selector::parse("option[selected]").expect("a selector");
    let mut found = Vec::new();
    for element in page.select(&boxes) {
        let value = element.value();
        let Some(name) = value.attr("name").filter(|name| !name.contains("{n}")) else { continue };
        let text = match value.name() {
            "textarea" => element.text().collect::<String>(),
            "select" => element.select(&chosen).next().map_or_else(String::new, |option| {
                option.value().attr("value").map_or_else(|| option.text().collect(), str::to_owned)
            }),
            _ => value.attr("value").unwrap_or_default().to_owned(),
        };
        found.push((name.to_owned(), text.replace("\r\n", "\n").replace('\n', "\r\n")));
    }
    found
}

/// Paths that did not come back, and how many there were.
fn round(root: &Path) -> (usize, Vec<String>) {
    let world = DiskWorld::new(root, Date::constant(2026, 11, 23));
    let office = Office::open(&world).expect("a workspace");
    let city = office.city.as_ref().expect("sound settings");
    let all: Vec<(usize, Vec<String>)> = city.communities.par_iter().map(|id| round_of(&world, city, id)).collect();
    let count = all.iter().map(|(count, _)| count).sum();
    (count, all.into_iter().flat_map(|(_, wrong)| wrong).collect())
}

fn round_of(world: &DiskWorld, city: &City, id: &str) -> (usize, Vec<String>) {
    let room = Room::open(world, city, id).expect("a community");
    let choices = Choices::of(&room);
    let (mut count, mut wrong) = (0, Vec::new());
    for (path, bytes) in room.files.iter() {
        let Some(subject) = subject(id, path) else { continue };
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        for (chinese, text) in [(true, text.to_owned()), (false, text.replace('\n', "\r\n"))] {
            let language = if chinese { Language::Chinese } else { Language::English };
            let boxes = Boxes { words: messages(language), choices: &choices, problems: &[], chinese };
            let Some(sheet) = Sheet::of(&subject, &text, &room) else { continue };
            let Shape::Object(table) = subject.shape() else { unreachable!("records are mappings") };
            let mut fields = sent(&boxes.record(&table(), &sheet.part));
            fields.push(("_base".into(), serde_json::to_string(&sheet.base).expect("a text")));
            fields.extend(sheet.prose.clone().map(|p| ("_prose".into(), p)));
            let form = Form { fields, files: Vec::new() };
            let back = Sheet::sent(&subject, &form, "").expect("a whole form");
            let made = back.make(&subject, &room).expect("no change is no trouble");
            if made.text != text || !made.tables.is_empty() {
                wrong.push(format!("{path}: {} bytes, {} tables", made.text.len(), made.tables.len()));
            }
            assert_eq!(hash(&back.base), hash(&text));
            count += 1;
        }
    }
    (count, wrong)
}

fn subject(id: &str, path: &str) -> Option<Subject> {
    if path == "community.yaml" {
        return Some(Subject::head(id));
    }
    let (folder, name) = path.split_once('/')?;
    let kind = super::kind_of(folder)?;
    let stem = name.strip_suffix(&format!(".{}", crate::load::extension(kind.format)))?;
    Subject::record(id, kind, stem)
}

#[test]
fn every_record_comes_back_from_its_form_to_the_byte() {
    let (count, wrong) = round(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(count > 800, "{count}");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn every_case_comes_back_from_its_form_to_the_byte() {
    // The cases are records on the ground of one village: each is laid there by itself.
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let base = DiskWorld::new(cases.join("_base"), Date::constant(2026, 11, 23));
    let ids = base.folders("content/communities").expect("the base");
    let wrong: Vec<String> = super::office::folders()
        .par_iter()
        .flat_map(|folder| {
            let found = DiskWorld::new(&cases, Date::constant(2026, 11, 23));
            let paths = found.list(folder).unwrap_or_default();
            paths
                .into_iter()
                .filter(|p| !p.contains('/'))
                .filter_map(|path| {
                    let bytes = found.read(&format!("{folder}/{path}")).ok()?;
                    let text = String::from_utf8(bytes).ok()?;
                    let subject = subject(&ids[0], &format!("{folder}/{path}"))?;
                    let office = Office::open(&base).ok()?;
                    let room = Room::open(&base, office.city.as_ref()?, &ids[0]).ok()?;
                    let choices = Choices::of(&room);
                    let boxes =
                        Boxes { words: messages(Language::Chinese), choices: &choices, problems: &[], chinese: true };
                    let sheet = Sheet::of(&subject, &text, &room)?;
                    let Shape::Object(table) = subject.shape() else { unreachable!("records are mappings") };
                    let mut fields = sent(&boxes.record(&table(), &sheet.part));
                    fields.push(("_base".into(), serde_json::to_string(&sheet.base).expect("a text")));
                    let back = Sheet::sent(&subject, &Form { fields, files: Vec::new() }, "")?;
                    let made = back.make(&subject, &room).ok()?;
                    (made.text != text).then(|| format!("{folder}/{path}"))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
