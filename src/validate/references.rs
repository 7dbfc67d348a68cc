//! Every reference has its target.
//!
//! In: what records refer to. Out: an error for each name that leads nowhere. Never guesses a target.

use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::record::{Record, Scope};
use crate::schema::nearest;

pub(super) fn check(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    scope.city.check_profiles(&record.uses, sink);
    for (folder, name) in &record.uses.records {
        target(folder, name, name, scope, sink);
    }
    for path in &record.uses.evidence {
        let (folder, stem) = path.value.split_once('/').unwrap_or(("", &path.value));
        target(folder, stem, path, scope, sink);
    }
}

fn target(folder: &str, stem: &str, written: &At<String>, scope: &Scope<'_>, sink: &mut Sink) {
    let corpus = scope.corpus;
    // A record left out for its own mistakes is named there; here it would only be noise.
    let left_out = |path: &String| {
        path.ends_with(&format!("/{folder}/{stem}.md")) || path.ends_with(&format!("/{folder}/{stem}.yaml"))
    };
    if corpus.find(folder, stem).is_some() || corpus.left_out.iter().any(left_out) {
        return;
    }
    let here = corpus.records.iter().filter(|r| r.body.kind().folder == folder);
    let near = nearest(stem, here.map(|r| r.stem.as_str())).unwrap_or_default();
    let broken = Diagnostic::new(&code::BROKEN_REFERENCE, written.span);
    sink.push(broken.arg("name", &written.value).arg("folder", folder).arg("near", near));
}
