//! One community's files as typed records.
//!
//! In: the files of its folder. Out: `Corpus`. Never stops at a broken file: what can be read is read.

use super::links;
use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};
use crate::record::community::Community;
use crate::record::kind::{Format, KindInfo};
use crate::record::{Corpus, KINDS, LeftOut, Record};
use crate::route;
use crate::schema::{FromNode, Reader, Uses};
use crate::world::Files;
use crate::yaml;

/// Reads all records of a community; `None` where there is no usable `community.yaml`.
pub fn load_community(id: &str, files: &Files, sources: &mut Sources, sink: &mut Sink) -> Option<Corpus> {
    let head = read_head(files, sources, sink);
    let mut records = Vec::new();
    let mut left_out = Vec::new();
    let mut tables = Vec::new();
    for (path, bytes) in files.iter() {
        let (folder, name) = path.split_once('/').unwrap_or(("", path));
        if path == "community.yaml" || folder == "files" {
            continue;
        }
        let kind = KINDS.iter().find(|k| k.folder == folder);
        match (kind, name.rsplit_once('.')) {
            (Some(kind), Some((stem, ending @ ("md" | "yaml")))) if !stem.contains('/') => {
                if ending == extension(kind.format) {
                    let full = format!("{}/{path}", files.folder);
                    match read_record(kind, stem, &full, bytes, files, sources, sink) {
                        Ok(record) => records.push(record),
                        Err(uses) => left_out.push(LeftOut { path: full, uses: *uses }),
                    }
                } else {
                    let file = sources.add(format!("{}/{path}", files.folder), "");
                    let wrong = Diagnostic::new(&code::WRONG_EXTENSION, Span::top(file));
                    sink.push(wrong.arg("wanted", extension(kind.format)));
                }
            }
            // Tables and pictures may stand beside the record that names them.
            (Some(_), Some(_)) => tables.push(path),
            _ => {
                let file = sources.add(format!("{}/{path}", files.folder), "");
                sink.push(Diagnostic::new(&code::STRAY_FILE, Span::top(file)).arg("path", path));
            }
        }
    }
    let (file, community, uses) = head?;
    let corpus = Corpus { id: id.to_owned(), community, uses, records, left_out, file };
    report_unused(&corpus, files, &tables, sources, sink);
    Some(corpus)
}

/// The ending of a record's file.
pub(crate) fn extension(format: Format) -> &'static str {
    match format {
        Format::Prose => "md",
        Format::Data => "yaml",
    }
}

fn read_head(files: &Files, sources: &mut Sources, sink: &mut Sink) -> Option<(FileId, Community, Uses)> {
    let path = format!("{}/community.yaml", files.folder);
    let Some(bytes) = files.get("community.yaml") else {
        let file = sources.add(path, "");
        sink.push(Diagnostic::new(&code::NO_COMMUNITY_FILE, Span::top(file)));
        return None;
    };
    let (file, text) = crate::text::enter(&path, bytes, sources, sink)?;
    let node = yaml::parse(file, &text, 0, sink)?;
    let mut reader = Reader::new(sink, sources, files.from(""));
    let community = Community::from_node(&node, &mut reader)?;
    Some((file, community, reader.uses))
}

fn read_record(
    kind: &'static KindInfo,
    stem: &str,
    path: &str,
    bytes: &[u8],
    files: &Files,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Record, Box<Uses>> {
    let Some((file, node, prose)) = read_parts(kind, path, bytes, sources, sink) else {
        return Err(Box::default());
    };
    let mut reader = Reader::new(sink, sources, files.from(kind.folder));
    let body = (kind.read)(&node, &mut reader);
    if let Some((text, span)) = &prose {
        links::note(text, *span, (kind.folder, stem), &mut reader);
    }
    if let Some(body) = &body {
        links::note_translations(body.common(), kind.folder, &mut reader);
    }
    let uses = reader.uses;
    match body {
        Some(body) => Ok(Record { body, stem: stem.to_owned(), slug: route::slug(stem), file, prose, uses }),
        None => Err(Box::new(uses)),
    }
}

type Parts = (FileId, yaml::Node, Option<(String, Span)>);

/// The fields of a record as a tree, and its prose.
fn read_parts(kind: &KindInfo, path: &str, bytes: &[u8], sources: &mut Sources, sink: &mut Sink) -> Option<Parts> {
    let (file, text) = crate::text::enter(path, bytes, sources, sink)?;
    if kind.format == Format::Data {
        return Some((file, yaml::parse(file, &text, 0, sink)?, None));
    }
    let Some(parts) = super::front_matter::split(&text) else {
        sink.push(Diagnostic::new(&code::NO_FRONT_MATTER, Span::top(file)));
        return None;
    };
    let node = yaml::parse(file, parts.yaml, parts.yaml_at, sink)?;
    let span = Span::new(file, parts.prose_at, text.len());
    Some((file, node, Some((parts.prose.to_owned(), span))))
}

/// Tells of files that nothing refers to: they are not published.
fn report_unused(corpus: &Corpus, files: &Files, tables: &[&str], sources: &mut Sources, sink: &mut Sink) {
    if !corpus.left_out.is_empty() {
        return;
    }
    let used: std::collections::BTreeSet<&str> =
        corpus.records.iter().flat_map(|r| r.uses.files.iter().map(|f| f.value.as_str())).collect();
    let attachments = files.iter().map(|(path, _)| path).filter(|p| p.starts_with("files/"));
    for path in attachments.chain(tables.iter().copied()).filter(|p| !used.contains(p)) {
        let file = sources.add(format!("{}/{path}", files.folder), "");
        sink.push(Diagnostic::new(&code::UNUSED_FILE, Span::top(file)).arg("path", path));
    }
}
