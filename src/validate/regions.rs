//! Regions above a community: each becomes a page, so there are not more of them than a country has levels.
//!
//! In: 上级 of a community. Out: an error where it has too many names. Never looks for the regions.

use crate::diagnostic::{Diagnostic, Sink, code};
use crate::record::Scope;

/// The most levels; from the province down to the quarter of a street there are seven.
const DEEPEST: usize = 10;

pub(super) fn check(scope: &Scope<'_>, sink: &mut Sink) {
    let above = &scope.corpus.community.parent;
    let levels = above.value.split('/').filter(|name| !name.trim().is_empty()).count();
    if levels > DEEPEST {
        sink.push(Diagnostic::new(&code::REGION_TOO_DEEP, above.span).arg("levels", levels).arg("most", DEEPEST));
    }
}
