//! Checks on the names by which a community is found.
//!
//! In: `名称`, `别名` and `下辖` of its head. Out: a warning for each name that stands twice.
//! Never compares communities with one another.

use std::collections::BTreeMap;

use crate::diagnostic::{At, Diagnostic, Sink, Span, code};
use crate::record::Scope;

pub(super) fn check(scope: &Scope<'_>, sink: &mut Sink) {
    let community = &scope.corpus.community;
    let own: [&At<String>; 1] = [&community.name];
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in own.into_iter().chain(&community.aliases).chain(&community.parts) {
        if let Some(first) = seen.get(name.value.as_str()) {
            let twice = Diagnostic::new(&code::FINDING_NAME_TWICE, name.span).arg("name", &name.value);
            sink.push(twice.also(*first));
        } else {
            seen.insert(&name.value, name.span);
        }
    }
}
