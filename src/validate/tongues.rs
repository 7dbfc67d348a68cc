//! A record says the same in several languages: in each once.
//!
//! In: the language of a record and its translations. Out: an error for each language that stands there twice.
//! Never judges a translation.

use crate::diagnostic::{Diagnostic, Sink, code};
use crate::locale::Language;
use crate::record::Record;

pub(super) fn check(record: &Record, sink: &mut Sink) {
    let common = record.common();
    let mut said = vec![common.language()];
    for translation in &common.translations {
        let language = &translation.language;
        if said.contains(&language.value) {
            let twice = Diagnostic::new(&code::LANGUAGE_TWICE, language.span);
            let written = if language.value == common.language() { "yes" } else { "" };
            sink.push(twice.arg("language", name(language.value)).arg("written", written));
        } else {
            said.push(language.value);
        }
    }
}

/// The language as records write it.
fn name(language: Language) -> &'static str {
    Language::CHOICES[language as usize].zh[0]
}
