//! The templates of all layers in one engine.
//!
//! In: layers and words. Out: an engine in which a plain name means the first theme that has such a template, and
//! `default/record.html` that of one theme; or every mistake. Never renders.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Tera;

use super::fault;
use super::layer::Layer;
use super::settled::settled;
use crate::diagnostic::{Diagnostic, FileId, Sink, Sources, Span, code};
use crate::locale::Messages;
use crate::render::filters;
use crate::schema::{nearest, unknown_name};

/// A template: its name in the engine, and its text among the sources.
pub(super) type Named = (String, FileId);

/// What an engine is made from, beside the texts of templates.
pub(super) struct Parts {
    /// Names and files of all templates.
    pub named: Vec<Named>,
    /// The themes' names, the first one first.
    prefixes: Vec<String>,
    messages: Arc<Messages>,
    assets: Arc<BTreeMap<String, String>>,
}

impl Parts {
    pub fn of(layers: &[Layer], messages: Arc<Messages>, assets: Arc<BTreeMap<String, String>>) -> Self {
        let name = |layer: &Layer, path: &str| format!("{}/{path}", layer.name);
        let named = layers.iter().flat_map(|l| l.texts_in("templates").map(|(path, file)| (name(l, path), file)));
        let prefixes = layers.iter().map(|layer| format!("{}/", layer.name));
        Self { named: named.collect(), prefixes: prefixes.collect(), messages, assets }
    }

    /// The engine that renders: with its settled words, if it can be read with them.
    pub fn ready(&self, sources: &Sources) -> tera::TeraResult<Tera> {
        let settled = self.engine(|file| settled(&sources.get(file).text, &self.messages));
        settled.or_else(|_| self.as_written(sources))
    }

    /// The engine with every template as it is written: what it says of one is true of its file.
    pub fn as_written(&self, sources: &Sources) -> tera::TeraResult<Tera> {
        self.engine(|file| sources.get(file).text.to_string())
    }

    fn engine(&self, text: impl Fn(FileId) -> String) -> tera::TeraResult<Tera> {
        let mut tera = empty(&self.messages, &self.assets);
        tera.set_fallback_prefixes(self.prefixes.clone()).expect("no template is there yet");
        tera.add_raw_templates(self.named.iter().map(|(name, file)| (name.as_str(), text(*file))))?;
        Ok(tera)
    }
}

/// An engine that knows our filters and functions, and no template yet.
pub(super) fn empty(messages: &Arc<Messages>, assets: &Arc<BTreeMap<String, String>>) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    filters::register(&mut tera, messages, assets);
    tera
}

/// The engine; none after a diagnostic.
pub(super) fn build(parts: &Parts, layers: &[Layer], sources: &Sources, sink: &mut Sink) -> Option<Tera> {
    let ready = parts.ready(sources);
    check_names(layers, sources, sink);
    check_settings(layers, sources, sink);
    ready.inspect_err(|error| fault::of_loading(error, layers, &parts.named, sources, sink)).ok()
}

/// Reports templates that change none of the inherited ones, hold no component and are used by no other template.
fn check_names(layers: &[Layer], sources: &Sources, sink: &mut Sink) {
    let text = |file: FileId| sources.get(file).text.as_str();
    for (at, layer) in layers.iter().enumerate() {
        let below = &layers[at + 1..];
        let known: BTreeSet<&str> = below.iter().flat_map(|l| l.texts_in("templates")).map(|(path, _)| path).collect();
        let strange = |path: &&str| !below.is_empty() && !known.contains(*path);
        for (path, file) in layer.texts_in("templates").filter(|(path, _)| strange(path)) {
            let quoted = [format!("\"{path}\""), format!("/{path}\"")];
            let mut all = layers.iter().flat_map(|l| l.texts_in("templates"));
            let used = all.any(|(_, other)| other != file && quoted.iter().any(|q| text(other).contains(q.as_str())));
            if !used && !text(file).contains("{% component ") && !text(file).contains("{%- component ") {
                let known: Vec<&str> = known.iter().copied().collect();
                sink.push(unknown_name(&code::UNKNOWN_TEMPLATE, path, Span::top(file), &known));
            }
        }
    }
}

/// Reports settings that no template asks for.
fn check_settings(layers: &[Layer], sources: &Sources, sink: &mut Sink) {
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for (_, file) in layers.iter().flat_map(|l| l.texts_in("templates")) {
        for rest in sources.get(file).text.split("settings.").skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
            asked.insert(&rest[..end]);
        }
    }
    let known: Vec<&str> = asked.iter().copied().collect();
    for (name, _) in layers.iter().flat_map(|l| &l.about.settings.0) {
        if !asked.contains(name.as_str()) {
            sink.push(unknown_name(&code::UNKNOWN_SETTING, name, name.span, &known));
        }
    }
}

/// A reference that leads nowhere, with the nearest name that would lead somewhere.
pub(super) fn lost(kind: &str, name: &str, span: Span, known: &[String]) -> Diagnostic {
    // The lost name itself may be among those that were found in the texts.
    let others = known.iter().map(String::as_str).filter(|known| *known != name);
    let near = nearest(name, others).unwrap_or_default();
    Diagnostic::new(&code::TEMPLATE_REFERENCE, span).arg("kind", kind).arg("name", name).arg("near", near)
}
