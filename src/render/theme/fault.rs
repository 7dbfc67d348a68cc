//! What is wrong with templates: when they are read, and when a page is made.
//!
//! In: an error of the engine. Out: diagnostics at the place in the template. Never stops at the first one that can be
//! told apart.

use std::collections::BTreeSet;

use tera::{ErrorKind, Tera};

use super::engine::{Named, lost};
use super::layer::Layer;
use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};

/// Reports everything that keeps templates from being read.
pub(super) fn of_loading(error: &tera::Error, layers: &[Layer], named: &[Named], sources: &Sources, sink: &mut Sink) {
    let before = sink.len();
    for (name, file) in named {
        let text = sources.get(*file).text.as_str();
        // Whether it can be read at all; what it refers to is not there, and told below.
        if let Err(error) = Tera::new().add_raw_template(name, text)
            && let ErrorKind::SyntaxError(report) = error.kind()
        {
            let span = Span::new(*file, report.span().range.start, report.span().range.end);
            sink.push(Diagnostic::new(&code::TEMPLATE_SYNTAX, span).arg("what", report.message()));
        }
    }
    if sink.len() > before {
        return;
    }
    parents(layers, named, sources, sink);
    if sink.len() > before {
        return;
    }
    match error.kind() {
        ErrorKind::CircularExtend { tpl, inheritance_chain } => circle(tpl, inheritance_chain, named, sources, sink),
        ErrorKind::CircularInclude { tpl, include_chain } => circle(tpl, include_chain, named, sources, sink),
        _ => references(&error.to_string(), named, sources, sink),
    }
    if sink.len() == before
        && let Some(layer) = layers.first()
    {
        let other = Diagnostic::new(&code::TEMPLATE_SYNTAX, Span::top(layer.head));
        sink.push(other.arg("what", error));
    }
}

/// Reports every template that goes on from one that is not there.
fn parents(layers: &[Layer], named: &[Named], sources: &Sources, sink: &mut Sink) {
    let names: BTreeSet<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
    let there = |name: &str| {
        names.contains(name) || layers.iter().any(|l| names.contains(format!("{}/{name}", l.name).as_str()))
    };
    for (_, file) in named {
        let text = sources.get(*file).text.as_str();
        let Some((begin, rest)) = text.find("extends \"").map(|at| (at + 9, &text[at + 9..])) else { continue };
        let Some(name) = rest.split('"').next().filter(|name| !there(name)) else { continue };
        let span = Span::new(*file, begin, begin + name.len());
        sink.push(lost("template", name, span, &templates(layers, named)));
    }
}

/// The names by which templates can be called.
fn templates(layers: &[Layer], named: &[Named]) -> Vec<String> {
    let plain =
        |name: &str| layers.iter().find_map(|l| Some(name.strip_prefix(&l.name)?.strip_prefix('/')?.to_owned()));
    named.iter().flat_map(|(name, _)| [plain(name).unwrap_or_default(), name.clone()]).collect()
}

fn circle(name: &str, way: &[String], named: &[Named], sources: &Sources, sink: &mut Sink) {
    let Some((_, file)) = named.iter().find(|(known, _)| known == name) else { return };
    let text = sources.get(*file).text.as_str();
    let (from, to) = ["extends \"", "include \""]
        .iter()
        .find_map(|word| {
            let begin = text.find(word)? + word.len();
            Some((begin, begin + text[begin..].find('"')?))
        })
        .unwrap_or_default();
    let begins = way.len() > 1 && way.first().is_some_and(|first| first == name);
    let way: Vec<&str> = (!begins).then_some(name).into_iter().chain(way.iter().map(String::as_str)).collect();
    sink.push(Diagnostic::new(&code::TEMPLATE_CIRCLE, Span::new(*file, from, to)).arg("way", way.join(" → ")));
}

/// Reads the engine's list of names that lead nowhere: for each a sentence, then `--> name:line:column`.
fn references(told: &str, named: &[Named], sources: &Sources, sink: &mut Sink) {
    let mut sentence = "";
    for line in told.lines() {
        if let Some(said) = line.strip_prefix("error: ") {
            sentence = said;
            continue;
        }
        let place = line.trim_start().strip_prefix("--> ").and_then(|place| {
            let mut parts = place.rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            let file = named.iter().find(|(name, _)| Some(name.as_str()) == parts.clone().next())?.1;
            Some((file, line, column))
        });
        if let Some((file, line, column)) = place {
            let name = sentence.split('`').nth(1).unwrap_or_default();
            let kinds = ["filter", "test", "function", "component", "template", "block"];
            let lower = sentence.to_lowercase();
            let found = kinds.iter().filter_map(|kind| Some((lower.find(*kind)?, *kind)));
            let kind = found.min().map_or("other", |(_, kind)| kind);
            let span = stretch(file, line, column, name, sources);
            sink.push(lost(kind, name, span, &known(kind, named, sources)));
        }
    }
    // Two components of one name in one theme have no place of their own in the engine's words.
    if let Some(rest) = told.strip_prefix("Component `")
        && let Some(name) = rest.split('`').next()
        && let Some((_, file)) = named.iter().rfind(|(known, _)| rest.contains(&format!("`{known}`")))
    {
        let text = sources.get(*file).text.as_str();
        let begin = text.find(&format!("component {name}(")).map_or(0, |at| at + "component ".len());
        sink.push(lost("twice", name, Span::new(*file, begin, begin + name.len()), &[]));
    }
}

/// The place of a name at or after a line and column, both from 1.
fn stretch(file: FileId, line: usize, column: usize, name: &str, sources: &Sources) -> Span {
    let text = sources.get(file).text.as_str();
    let begin = text.match_indices('\n').nth(line.wrapping_sub(2)).map_or(0, |(at, _)| at + 1);
    let at = text[begin..].char_indices().nth(column - 1).map_or(begin, |(at, _)| begin + at);
    let found = text[at..].find(name).map_or(at, |more| at + more);
    Span::new(file, found, found + name.len())
}

/// Names that a reference may have meant.
fn known(kind: &str, named: &[Named], sources: &Sources) -> Vec<String> {
    let after = |word: &str, until: &[char]| -> Vec<String> {
        let texts = named.iter().map(|(_, file)| sources.get(*file).text.as_str());
        let found = texts.flat_map(|text| text.split(word).skip(1)).filter_map(|rest| rest.split(until).next());
        found.map(str::to_owned).collect()
    };
    match kind {
        "component" => after("component ", &['(']),
        "block" => after("block ", &[' ', '%']),
        "template" => named.iter().filter_map(|(name, _)| Some(name.split_once('/')?.1.to_owned())).collect(),
        "filter" => crate::render::filters::FILTERS.iter().map(|name| (*name).to_owned()).collect(),
        "function" => crate::render::filters::FUNCTIONS.iter().map(|name| (*name).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// A template that failed while a page was made.
pub(super) fn of_rendering(error: &tera::Error, template: &str, named: &[Named], head: FileId) -> Diagnostic {
    if let ErrorKind::TemplateNotFound(_) = error.kind() {
        return Diagnostic::new(&code::TEMPLATE_MISSING, Span::top(head)).arg("name", template);
    }
    let (ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report)) = error.kind() else {
        return Diagnostic::new(&code::TEMPLATE_FAILED, Span::top(head)).arg("what", error);
    };
    let file = named.iter().find(|(name, _)| name == report.filename()).map(|(_, file)| *file);
    let span = file.map_or(Span::top(head), |f| Span::new(f, report.span().range.start, report.span().range.end));
    Diagnostic::new(&code::TEMPLATE_FAILED, span).arg("what", report.message())
}
