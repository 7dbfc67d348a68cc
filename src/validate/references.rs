//! Every reference has its target.
//!
//! In: what records refer to. Out: an error for each name that leads nowhere. Never guesses a target.

use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::markdown;
use crate::record::Scope;
use crate::schema::{Anchor, Uses, nearest};

pub(super) fn check(uses: &Uses, scope: &Scope<'_>, sink: &mut Sink) {
    scope.city.check_profiles(uses, sink);
    for (folder, name) in &uses.records {
        target(folder, name, name, scope, sink);
    }
    for path in &uses.evidence {
        let (folder, stem) = path.value.split_once('/').unwrap_or(("", &path.value));
        target(folder, stem, path, scope, sink);
    }
    for anchor in &uses.anchors {
        heading(anchor, scope, sink);
    }
}

/// A record that is not there is told of as such.
fn heading(anchor: &Anchor, scope: &Scope<'_>, sink: &mut Sink) {
    let Some(record) = scope.corpus.find(&anchor.folder, &anchor.stem) else { return };
    let prose = record.prose.as_ref().map_or("", |(text, _)| text);
    if markdown::anchor_of(prose, &anchor.heading).is_some() {
        return;
    }
    let headings = markdown::headings(prose);
    let near = nearest(&anchor.heading, headings.iter().map(|(_, words)| words.as_str())).unwrap_or_default();
    let broken = Diagnostic::new(&code::BROKEN_ANCHOR, anchor.heading.span);
    sink.push(broken.arg("name", &anchor.heading.value).arg("title", &record.common().title.value).arg("near", near));
}

fn target(folder: &str, stem: &str, written: &At<String>, scope: &Scope<'_>, sink: &mut Sink) {
    let corpus = scope.corpus;
    // A record left out for its own mistakes is named there; here it would only be noise.
    if corpus.find(folder, stem).is_some() || corpus.left_out.iter().any(|gone| gone.is(folder, stem)) {
        return;
    }
    let here = corpus.records.iter().filter(|r| r.body.kind().folder == folder);
    let near = nearest(stem, here.map(|r| r.stem.as_str())).unwrap_or_default();
    let broken = Diagnostic::new(&code::BROKEN_REFERENCE, written.span);
    sink.push(broken.arg("name", &written.value).arg("folder", folder).arg("near", near));
}
