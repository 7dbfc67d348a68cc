//! The words of a theme, over those it inherits.
//!
//! In: layers and a language. Out: messages. Never chooses one: templates do.

use std::collections::BTreeSet;

use fluent_syntax::{ast, parser};

use super::layer::Layer;
use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};
use crate::locale::{Language, Messages};
use crate::schema::{nearest, unknown_name};

/// The messages of a language; none after a diagnostic.
pub(super) fn read(layers: &[Layer], language: Language, sources: &Sources, sink: &mut Sink) -> Option<Messages> {
    let below = |tag: &str| -> Vec<Vec<FileId>> {
        let folder = format!("locales/{tag}");
        layers.iter().rev().map(|layer| files(layer, &folder)).collect()
    };
    let base = below(language.base().tag());
    let own = if language == language.base() { Vec::new() } else { below(language.tag()) };
    check_names(layers, &base, sources, sink);
    check_translations(&base, &own, sources, sink);
    let named = |file: &FileId| (sources.get(*file).path.clone(), sources.get(*file).text.to_string());
    let read = |tag: &str| below(tag).iter().map(|layer| layer.iter().map(named).collect()).collect();
    match Messages::of(language, read) {
        Ok(messages) => Some(messages),
        Err(told) => {
            let texts: Vec<Vec<FileId>> = base.into_iter().chain(own).collect();
            report(&texts, &told, sources, sink);
            None
        }
    }
}

fn files(layer: &Layer, folder: &str) -> Vec<FileId> {
    layer.texts_in(folder).filter(|(name, _)| name.ends_with(".ftl")).map(|(_, file)| file).collect()
}

/// Ids of a text with their places in bytes.
fn ids(text: &str) -> Vec<(&str, usize)> {
    let resource = match parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let place = |id: &str| id.as_ptr() as usize - text.as_ptr() as usize;
    let entries = resource.body.into_iter();
    let message = |entry| match entry {
        ast::Entry::Message(message) => Some((message.id.name, place(message.id.name))),
        _ => None,
    };
    entries.filter_map(message).collect()
}

/// Reports words that only look like inherited ones, and that no template of their own asks for.
fn check_names(layers: &[Layer], texts: &[Vec<FileId>], sources: &Sources, sink: &mut Sink) {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (layer, files) in layers.iter().rev().zip(texts) {
        let mut own = Vec::new();
        for file in files {
            own.extend(
                ids(&sources.get(*file).text).into_iter().map(|(id, at)| (id, Span::new(*file, at, at + id.len()))),
            );
        }
        let asked = |id: &str| layer.texts_in("templates").any(|(_, file)| sources.get(file).text.contains(id));
        for (id, span) in own.iter().filter(|(id, _)| !known.is_empty() && !known.contains(id) && !asked(id)) {
            if let Some(near) = nearest(id, known.iter().copied()) {
                sink.push(unknown_name(&code::UNKNOWN_WORDS, id, *span, &[near]));
            }
        }
        known.extend(own.iter().map(|(id, _)| *id));
    }
}

/// Reports translations of words that only look like those of the language that they are made from.
fn check_translations(base: &[Vec<FileId>], own: &[Vec<FileId>], sources: &Sources, sink: &mut Sink) {
    let known: BTreeSet<&str> =
        base.iter().flatten().flat_map(|file| ids(&sources.get(*file).text)).map(|(id, _)| id).collect();
    for file in own.iter().flatten() {
        for (id, at) in ids(&sources.get(*file).text).into_iter().filter(|(id, _)| !known.contains(id)) {
            if let Some(near) = nearest(id, known.iter().copied()) {
                sink.push(unknown_name(&code::UNKNOWN_WORDS, id, Span::new(*file, at, at + id.len()), &[near]));
            }
        }
    }
}

/// Finds the places of what cannot be read, or stands twice in one theme.
fn report(texts: &[Vec<FileId>], told: &str, sources: &Sources, sink: &mut Sink) {
    let before = sink.len();
    for files in texts {
        let mut seen = BTreeSet::new();
        for file in files {
            let text = sources.get(*file).text.as_str();
            if let Err((_, errors)) = parser::parse(text) {
                for error in errors {
                    let span = Span::new(*file, error.pos.start, error.pos.end);
                    sink.push(Diagnostic::new(&code::BAD_WORDS, span).arg("what", error.kind));
                }
            }
            for (id, at) in ids(text) {
                if !seen.insert(id) {
                    let span = Span::new(*file, at, at + id.len());
                    sink.push(Diagnostic::new(&code::BAD_WORDS, span).arg("what", format!("`{id}` ×2")));
                }
            }
        }
    }
    if sink.len() == before
        && let Some(file) = texts.iter().flatten().next()
    {
        sink.push(Diagnostic::new(&code::BAD_WORDS, Span::top(*file)).arg("what", told));
    }
}
