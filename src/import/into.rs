//! A table into a record that is there.
//!
//! In: the text of the record and [`Filled`]. Out: the text with the rows exchanged and nothing else, and the CSV
//! files that it names. Never touches another field, nor a balance that somebody wrote.

use super::blank::{csv, inline};
use super::part::{Filled, Part};
use super::yaml_text::scalar;
use crate::diagnostic::{Diagnostic, Report, Sink, Sources, Span, code};
use crate::load::front_matter;
use crate::record::kind::Format;
use crate::value::PLACEHOLDER;
use crate::yaml::{self, Entry, Node, NodeKind};

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    /// The whole text of the record.
    pub text: String,
    /// CSV files, by the path that the record gives them, and their bytes.
    pub tables: Vec<(String, Vec<u8>)>,
}

/// Puts the rows of a table into the record of `path`.
///
/// # Errors
/// Where the record cannot be read, tells of something else, or would be changed beyond its rows.
pub fn into(path: &str, source: &str, filled: &Filled) -> Result<Filling, Vec<Report>> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let file = sources.add(path, source);
    let filling = put(source, filled, file, &mut sink);
    let reports: Vec<Report> = sink.into_sorted().iter().map(|d| Report::of(d, &sources)).collect();
    filling.ok_or(reports)
}

fn put(source: &str, filled: &Filled, file: crate::diagnostic::FileId, sink: &mut Sink) -> Option<Filling> {
    let (start, end) = match filled.kind.format {
        Format::Data => (0, source.len()),
        Format::Prose => match front_matter::split(source) {
            Some(parts) => (parts.yaml_at, parts.yaml_at + parts.yaml.len()),
            None => {
                sink.push(Diagnostic::new(&code::NO_FRONT_MATTER, Span::top(file)));
                return None;
            }
        },
    };
    let before = yaml::parse(file, &source[start..end], start, sink)?;
    let NodeKind::Map(entries) = &before.kind else {
        sink.push(cannot(Span::top(file), "shape", ""));
        return None;
    };
    if let Some((field, name)) = &filled.about {
        let told = entries.iter().find(|e| e.key == *field || is_english(&e.key, field)).map(|e| &e.value);
        if let Some(other) = told.filter(|v| v.text().is_some_and(|t| t != name && t != PLACEHOLDER)) {
            sink.push(cannot(other.span, "about", name));
            return None;
        }
    }
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let mut tables = Vec::new();
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let mut added = String::new();
    let mut touched: Vec<&str> = Vec::new();
    for part in &filled.parts {
        touched.extend([part.field, part.en]);
        let found = entries.iter().find(|e| e.key == part.field || e.key == part.en);
        let beside = found.and_then(|e| e.value.text()).filter(|t| t.to_ascii_lowercase().ends_with(".csv"));
        if let Some(name) = beside {
            tables.push((name.to_owned(), csv(part)));
            continue;
        }
        if let Some(entry) = found.filter(|e| part.keyed && matches!(e.value.kind, NodeKind::Map(_))) {
            match cells(source, &entry.value, part) {
                Some(changes) => edits.extend(changes),
                None => {
                    sink.push(cannot(entry.key_span, "damage", ""));
                    return None;
                }
            }
            continue;
        }
        let rows = inline(part).replace('\n', newline);
        let gap = if rows.starts_with(newline) { "" } else { " " };
        match found {
            Some(entry) => edits.push((key_end(source, entry), value_end(source, entry), format!(":{gap}{rows}"))),
            None => added.push_str(&format!("{}:{gap}{rows}{newline}", part.field)),
        }
    }
    for (field, value) in &filled.fields {
        let value = if value.starts_with('{') { value.clone() } else { scalar(value) };
        match entries.iter().find(|e| e.key == *field) {
            Some(entry) if entry.value.is_null() || entry.value.text() == Some(PLACEHOLDER) => {
                touched.push(field);
                edits.push((key_end(source, entry), value_end(source, entry), format!(": {value}")));
            }
            Some(_) => {}
            None if filled.kind.name == "finance" => {
                touched.push(field);
                added.push_str(&format!("{field}: {value}{newline}"));
            }
            None => {}
        }
    }
    let mut text = source.to_owned();
    if !added.is_empty() {
        let gap = if source[..end].ends_with('\n') || end == start { "" } else { newline };
        text.insert_str(end, &format!("{gap}{added}"));
    }
    edits.sort_by_key(|(from, ..)| std::cmp::Reverse(*from));
    for (from, to, new) in edits {
        text.replace_range(from..to, &new);
    }
    if !only_changed(&before, &text, filled.kind.format, &touched) {
        sink.push(cannot(Span::top(file), "damage", ""));
        return None;
    }
    Some(Filling { text, tables })
}

/// The changes that put values under the keys of a mapping of mappings; what else stands there stays. `None`
/// where a key or a value would have to be added to what is not written on one line.
fn cells(source: &str, map: &Node, part: &Part) -> Option<Vec<(usize, usize, String)>> {
    let mut edits = Vec::new();
    for row in &part.rows {
        let inner = map.get(&row[0])?;
        let mut added = String::new();
        for (name, value) in part.columns.iter().zip(row).skip(1).filter(|(_, value)| !value.is_empty()) {
            match inner.get(name) {
                Some(old) => {
                    let text = old.text()?;
                    let same = |a: &str| crate::value::Number::parse(a).map(|n| n.0);
                    if text != value && same(text) != same(value) {
                        edits.push((old.span.start as usize, old.span.end as usize, scalar(value)));
                    }
                }
                None => added.push_str(&format!(", {}: {}", scalar(name), scalar(value))),
            }
        }
        if !added.is_empty() {
            let end = inner.span.end as usize;
            let filled = matches!(&inner.kind, NodeKind::Map(entries) if !entries.is_empty());
            let close = source[..end].rfind('}').filter(|at| *at + 1 == end && filled)?;
            edits.push((close, close, added));
        }
    }
    Some(edits)
}

fn cannot(span: Span, why: &str, name: &str) -> Diagnostic {
    Diagnostic::new(&code::CANNOT_FILL, span).arg("why", why).arg("name", name)
}

/// Whether a key is the English name of what a record is about.
fn is_english(key: &str, field: &str) -> bool {
    matches!((key, field), ("register", "台账") | ("rubric", "评分标准") | ("item", "目录项"))
}

/// The colon behind a key.
fn key_end(source: &str, entry: &Entry) -> usize {
    let key = entry.key_span.end as usize;
    key + source[key..].find(':').unwrap_or(0)
}

/// Where a value ends; nothing that follows it, such as a remark, belongs to it.
fn value_end(source: &str, entry: &Entry) -> usize {
    if entry.value.is_null() {
        return (key_end(source, entry) + 1).max(entry.value.span.end as usize);
    }
    end_of(source, &entry.value)
}

fn end_of(source: &str, node: &Node) -> usize {
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    let flow = source[start..].starts_with(['[', '{']);
    let last = match &node.kind {
        NodeKind::List(items) => items.last(),
        NodeKind::Map(entries) => entries.last().map(|e| &e.value),
        NodeKind::Null | NodeKind::Scalar { .. } => None,
    };
    match last.filter(|last| !flow && !last.is_null()) {
        Some(last) => end_of(source, last),
        None => end,
    }
}

/// Whether the new text reads, and differs in nothing but what was to be changed.
fn only_changed(before: &Node, text: &str, format: Format, touched: &[&str]) -> bool {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let file = sources.add("", text);
    let yaml = match format {
        Format::Data => Some((0, text.len())),
        Format::Prose => front_matter::split(text).map(|p| (p.yaml_at, p.yaml_at + p.yaml.len())),
    };
    let Some((start, end)) = yaml else { return false };
    let Some(after) = yaml::parse(file, &text[start..end], start, &mut sink) else {
        return false;
    };
    let rest = |node: &Node| match &node.kind {
        NodeKind::Map(entries) => entries
            .iter()
            .filter(|e| !touched.contains(&e.key.as_str()))
            .map(|e| (e.key.clone(), words(&e.value)))
            .collect(),
        _ => Vec::new(),
    };
    rest(before) == rest(&after)
}

/// A tree as words, without its places.
fn words(node: &Node) -> String {
    match &node.kind {
        NodeKind::Null => "~".into(),
        NodeKind::Scalar { text, .. } => format!("{text:?}"),
        NodeKind::List(items) => format!("[{}]", items.iter().map(words).collect::<Vec<_>>().join(",")),
        NodeKind::Map(entries) => {
            let pairs: Vec<String> = entries.iter().map(|e| format!("{:?}:{}", e.key, words(&e.value))).collect();
            format!("{{{}}}", pairs.join(","))
        }
    }
}
