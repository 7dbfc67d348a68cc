//! A new record from what a table gave.
//!
//! In: [`Filled`], the field table of its kind, a title. Out: the files of the record: 待填 stands where the
//! table has no answer. Never says where the files go but for their names.

use super::part::{Filled, Part};
use super::yaml_text::scalar;
use crate::format::plain;
use crate::load::extension;
use crate::record::Common;
use crate::record::kind::Format;
use crate::route;
use crate::schema::{Field, Fields, Shape};
use crate::value::PLACEHOLDER;

/// More rows than this stand in a CSV beside the record.
const INLINE: usize = 40;

/// What is asked of a new record.
#[derive(Debug, Clone, Default)]
pub struct Blank {
    /// Its title; the one over the table where missing.
    pub title: Option<String>,
    /// Its file name without ending; made of title and period where missing.
    pub stem: Option<String>,
}

/// The files of a new record, by their names in the folder of its kind; the record comes last.
pub fn record(filled: &Filled, blank: &Blank) -> Vec<(String, Vec<u8>)> {
    let title = blank.title.clone().or_else(|| filled.title.clone()).unwrap_or_else(|| title(filled));
    let stem = blank.stem.clone().unwrap_or_else(|| stem(filled, &title));
    let mut files = Vec::new();
    let Shape::Object(table) = (filled.kind.shape)() else {
        return files;
    };
    let common: Vec<&str> = <Common as Fields>::shape().fields.iter().map(|f| f.en).collect();
    let fields = table().fields;
    // A record begins with its title, goes on with what it tells, and ends with how it is on display.
    let (shared, own): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|f| common.contains(&f.en));
    let mut text = String::new();
    for field in shared.iter().filter(|f| f.en == "title").chain(&own).chain(shared.iter().filter(|f| f.en != "title"))
    {
        let value = match field.en {
            "title" => Some(scalar(&title)),
            _ => value(filled, field, &stem, &mut files),
        };
        match value {
            Some(value) => text.push_str(&entry(field.zh, &value)),
            None if field.required => text.push_str(&entry(field.zh, PLACEHOLDER)),
            None => {}
        }
    }
    for (field, value) in wanted(filled) {
        text.push_str(&format!("# {field}: {value}\n"));
    }
    let text = match filled.kind.format {
        Format::Prose => format!("---\n{text}---\n\n"),
        Format::Data => text,
    };
    files.push((format!("{stem}.{}", extension(filled.kind.format)), text.into_bytes()));
    files
}

fn entry(key: &str, value: &str) -> String {
    if value.starts_with('\n') { format!("{key}:{value}\n") } else { format!("{key}: {value}\n") }
}

/// What a record of this kind still needs before it is published.
fn wanted(filled: &Filled) -> Vec<(&'static str, &'static str)> {
    let mut wanted = Vec::new();
    if filled.kind.name == "finance" && filled.fields.iter().all(|(f, _)| f != "期初") {
        wanted.push(("期初", PLACEHOLDER));
    }
    wanted.extend([
        ("审核", "{机构: 村务监督委员会, 人: 待填, 日期: 待填, 意见: 同意}"),
        ("公开日期", PLACEHOLDER),
        ("至", PLACEHOLDER),
    ]);
    wanted
}

fn value(filled: &Filled, field: &Field, stem: &str, files: &mut Vec<(String, Vec<u8>)>) -> Option<String> {
    if let Some(part) = filled.parts.iter().find(|p| p.en == field.en) {
        return Some(table(filled, part, stem, files));
    }
    if let Some((_, value)) = filled.fields.iter().find(|(name, _)| name == field.zh) {
        return Some(if value.starts_with('{') { value.clone() } else { scalar(value) });
    }
    match (&filled.about, filled.period) {
        (Some((about, name)), _) if *about == field.zh => Some(scalar(name)),
        (_, Some(period)) if matches!(field.en, "period" | "cycle") => Some(period.to_string()),
        (_, Some(period)) if field.en == "as_of" => Some(period.last().to_string()),
        _ => None,
    }
}

/// A table within the record, or the name of the CSV that holds it.
fn table(filled: &Filled, part: &Part, stem: &str, files: &mut Vec<(String, Vec<u8>)>) -> String {
    if part.keyed || (!part.beside && part.rows.len() <= INLINE) || part.rows.is_empty() {
        return inline(part);
    }
    let several = filled.parts.len() > 1;
    let name = if several { format!("{stem}-{}.csv", route::slug(part.field)) } else { format!("{stem}.csv") };
    files.push((name.clone(), csv(part)));
    format!("./{name}")
}

/// The rows as they stand in a record.
pub(super) fn inline(part: &Part) -> String {
    if part.rows.is_empty() {
        return "[]".into();
    }
    let pairs = |names: &[String], cells: &[String]| {
        let filled = names.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        filled.map(|(name, cell)| format!("{}: {}", scalar(name), scalar(cell))).collect::<Vec<_>>().join(", ")
    };
    let mut out = String::new();
    for row in &part.rows {
        match row.split_first() {
            Some((key, cells)) if part.keyed => {
                out.push_str(&format!("\n  {}: {{{}}}", scalar(key), pairs(&part.columns[1..], cells)));
            }
            _ => out.push_str(&format!("\n  - {{{}}}", pairs(&part.columns, row))),
        }
    }
    out
}

/// The rows as a CSV: UTF-8 with its mark and CRLF, as Excel wants it.
pub(super) fn csv(part: &Part) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let number = |text: &str| crate::value::Number::parse(text).is_some();
    let cell = |text: &String| if number(text) { text.clone() } else { plain(text) };
    let mut write = |row: Vec<String>| writer.write_record(&row).expect("writing to memory does not fail");
    write(part.columns.iter().map(|c| plain(c)).collect());
    part.rows.iter().for_each(|row| write(row.iter().map(cell).collect()));
    writer.into_inner().expect("writing to memory does not fail")
}

/// A title where the table has none.
fn title(filled: &Filled) -> String {
    let about = filled.about.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
    let words = crate::locale::messages(crate::locale::Language::Chinese);
    let period = filled.period.map(|p| crate::locale::period(p, words)).unwrap_or_default();
    let kind = match filled.kind.name {
        "finance" => "财务收支",
        "register" => "台账",
        "evaluation" => "评价",
        _ => "公开事项",
    };
    format!("{period}{about}{kind}")
}

/// The file name: the period for accounts, else the title.
fn stem(filled: &Filled, title: &str) -> String {
    match (filled.kind.name, filled.period) {
        ("finance", Some(period)) => period.to_string().to_ascii_lowercase(),
        (_, Some(period)) => match &filled.about {
            Some((_, name)) => format!("{}-{}", route::slug(name), period.to_string().to_ascii_lowercase()),
            None => route::slug(title),
        },
        _ => route::slug(title),
    }
}
