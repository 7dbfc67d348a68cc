//! Every reference has its target.
//!
//! In: what records refer to. Out: an error for each name that leads nowhere. Never guesses a target.

use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::record::Scope;
use crate::schema::{Uses, nearest};

pub(super) fn check(uses: &Uses, scope: &Scope<'_>, sink: &mut Sink) {
    scope.city.check_profiles(uses, sink);
    for (folder, name) in &uses.records {
        target(folder, name, name, scope, sink);
    }
    for path in &uses.evidence {
        let (folder, stem) = path.value.split_once('/').unwrap_or(("", &path.value));
        target(folder, stem, path, scope, sink);
    }
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
