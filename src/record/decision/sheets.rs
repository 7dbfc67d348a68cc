//! 同一事项的各张登记表: the same matter must go by the same motion on every sheet.
//!
//! In: a decision. Out: an error for each sheet that names another motion than the decision.
//! Never compares anything else of the sheets.

use super::Decision;
use crate::diagnostic::{At, Diagnostic, Sink, code};

/// Reports sheets whose 动议事由 differs from the first one that names it.
pub(super) fn check(decision: &Decision, sink: &mut Sink) {
    let steps = decision.steps.iter().filter_map(|s| s.motion.as_ref());
    let publications = decision.publications.iter().filter_map(|p| p.motion.as_ref());
    let mut all = decision.motion.iter().chain(steps).chain(publications);
    let Some(first) = all.next() else {
        return;
    };
    let differs = |motion: &&At<String>| motion.trim() != first.trim();
    for motion in all.filter(differs) {
        let other = Diagnostic::new(&code::MOTION_DIFFERS, motion.span).also(first.span);
        sink.push(other.arg("here", &motion.value).arg("first", &first.value));
    }
}
