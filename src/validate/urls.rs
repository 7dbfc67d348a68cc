//! One address, one record.
//!
//! In: slugs. Out: an error naming both records where two share an address, and for each file that would not open as a
//! paper at its own. Never renames.

use std::collections::BTreeMap;

use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::record::{Record, Scope};
use crate::route;
use crate::text::is_program;

pub(super) fn check(scope: &Scope<'_>, sink: &mut Sink) {
    let mut seen: BTreeMap<String, &Record> = BTreeMap::new();
    for record in &scope.corpus.records {
        let url = record.url();
        if record.slug == "index" {
            let taken = Diagnostic::new(&code::SAME_URL, Span::top(record.file));
            sink.push(taken.arg("url", &url).arg("other", "index.html"));
        }
        if let Some(first) = seen.get(&url) {
            let same = Diagnostic::new(&code::SAME_URL, record.common().title.span);
            let other = &first.common().title;
            sink.push(same.arg("url", &url).arg("other", &other.value).also(other.span));
        } else {
            seen.insert(url, record);
        }
    }
    files(scope, sink);
}

/// Two files that are published must not have one address either, and none may open as a program.
fn files(scope: &Scope<'_>, sink: &mut Sink) {
    let mut seen: BTreeMap<String, &At<String>> = BTreeMap::new();
    for record in &scope.corpus.records {
        let published = record.uses.files.iter().filter(|file| !record.uses.tables.contains(&file.value));
        for file in published {
            if is_program(&file.value) {
                sink.push(Diagnostic::new(&code::FILE_IS_PROGRAM, file.span).arg("path", &file.value));
            }
            let url = route::file_url(&file.value);
            match seen.get(&url) {
                Some(first) if first.value != file.value => {
                    let same = Diagnostic::new(&code::SAME_URL, file.span);
                    sink.push(same.arg("url", &url).arg("other", &first.value).also(first.span));
                }
                Some(_) => {}
                None => {
                    seen.insert(url, file);
                }
            }
        }
    }
}
