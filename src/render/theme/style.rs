//! Style sheets: the values of their custom properties, and what themes add to inherited sheets.
//!
//! In: layers. Out: published files, the theme's own over those it inherits. Never looks into a template.

use std::collections::{BTreeMap, BTreeSet};

use super::about::{Entries, Tokens};
use super::layer::Layer;
use crate::diagnostic::{Diagnostic, Sink, Sources, Span, code};
use crate::schema::unknown_name;

/// The sheet that the values of custom properties stand in.
const SHEET: &str = "assets/style.css";

/// The published files by path. Values of custom properties stand at the head of the main sheet; additions at its end.
pub(super) fn assets(layers: &[Layer], sources: &Sources, sink: &mut Sink) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for layer in layers.iter().rev() {
        files.extend(layer.assets.iter().cloned());
        for (name, file) in layer.texts_in("styles") {
            let known: Vec<String> =
                files.keys().filter_map(|path| path.strip_prefix("assets/")).map(str::to_owned).collect();
            match files.get_mut(&format!("assets/{name}")) {
                Some(bytes) => bytes.extend(format!("\n{}", sources.get(file).text).into_bytes()),
                None => {
                    let sheets: Vec<&str> = known.iter().map(String::as_str).filter(|n| n.ends_with(".css")).collect();
                    sink.push(unknown_name(&code::UNKNOWN_SHEET, name, Span::top(file), &sheets));
                }
            }
        }
    }
    check(layers, &files, sink);
    if let Some(sheet) = files.get_mut(SHEET) {
        let mut whole = tokens(layers).into_bytes();
        whole.append(sheet);
        *sheet = whole;
    }
    files
}

/// The rules that give the custom properties their values.
fn tokens(layers: &[Layer]) -> String {
    let part = |of: fn(&Tokens) -> &Entries| -> String {
        let mut values: BTreeMap<&str, &str> = BTreeMap::new();
        for tokens in layers.iter().rev().filter_map(|l| l.about.tokens.as_ref()) {
            values.extend(of(tokens).0.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        }
        values.iter().map(|(name, value)| format!("--{name}:{value};")).collect()
    };
    let (common, light) = (part(|t| &t.common), part(|t| &t.light));
    let (dark, strong) = (part(|t| &t.dark), part(|t| &t.strong));
    if [&common, &light, &dark, &strong].iter().all(|part| part.is_empty()) {
        return String::new();
    }
    format!(
        ":root{{{common}{light}color-scheme:light}}\n\
         @media (prefers-color-scheme:dark){{:root:not([data-tone]){{{dark}color-scheme:dark}}}}\n\
         :root[data-tone=dark]{{{dark}color-scheme:dark}}\n\
         :root[data-tone=strong]{{{strong}color-scheme:light}}\n"
    )
}

/// Reports properties that no sheet uses, and values that would be more than a value.
fn check(layers: &[Layer], files: &BTreeMap<String, Vec<u8>>, sink: &mut Sink) {
    let sheets = files.iter().filter(|(path, _)| path.ends_with(".css"));
    let sheets: Vec<_> = sheets.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    let used: BTreeSet<&str> = sheets.iter().flat_map(|sheet| sheet.split("var(--").skip(1)).map(name_at).collect();
    let known: Vec<&str> = used.iter().copied().collect();
    for tokens in layers.iter().filter_map(|l| l.about.tokens.as_ref()) {
        for (name, value) in [&tokens.common, &tokens.light, &tokens.dark, &tokens.strong].iter().flat_map(|e| &e.0) {
            if !used.contains(name.as_str()) {
                sink.push(unknown_name(&code::UNKNOWN_TOKEN, name, name.span, &known));
            }
            let lower = value.to_ascii_lowercase();
            if value.is_empty() || value.contains([';', '{', '}', '<', '>', '@', '\\', '\n']) || lower.contains("url(")
            {
                sink.push(Diagnostic::new(&code::BAD_TOKEN, value.span).arg("name", name).arg("value", value));
            }
        }
    }
}

/// The name with which a text begins.
fn name_at(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default()
}
