//! One address, one record.
//!
//! In: slugs. Out: an error naming both records where two share an address. Never renames.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Sink, Span, code};
use crate::record::{Record, Scope};

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
}
