//! Lists of persons leave whole: titles and shared files would stay behind.
//!
//! In: a record with a list of persons or with attachments that leave. Out: errors for what could not leave.
//! Never looks into attachments.

use crate::diagnostic::{Diagnostic, Sink, code};
use crate::record::{Record, Scope, table_view};

pub(super) fn check(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let until = record.list_until();
    for attachment in &record.common().attachments {
        let path = &attachment.file.0;
        let place = record.uses.files.iter().find(|f| f.value == *path).map(|f| f.span);
        let Some(place) = place else {
            continue;
        };
        let leaves = attachment.last_day(until).is_some();
        if attachment.list && !leaves {
            sink.push(Diagnostic::new(&code::LIST_FILE_WITHOUT_END, place).arg("path", path));
        }
        let others = scope.corpus.records.iter().filter(|r| r.file != record.file);
        let same = others.flat_map(|r| &r.uses.files).find(|f| f.value == *path);
        if let Some(same) = same.filter(|_| leaves) {
            sink.push(Diagnostic::new(&code::LIST_FILE_SHARED, same.span).arg("path", path).also(place));
        }
    }
    if until.is_some() {
        title(record, scope, sink);
    }
}

/// A title stands in addresses, feeds and lists for ever.
fn title(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let title = &record.common().title;
    let names = record.listed_names(scope);
    let mut single = names.iter().flat_map(|cell| table_view::single_names(cell));
    let named = single.find(|name| name.chars().count() > 1 && title.contains(name));
    if let Some(name) = named {
        sink.push(Diagnostic::new(&code::NAME_IN_TITLE, title.span).arg("name", name));
    }
}
