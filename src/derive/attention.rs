//! What the home page asks attention for: findings on the community itself, and questions that wait.
//!
//! In: entries and the findings of `community.yaml`. Out: a part of the home page.
//! Never names a kind: it counts who says that somebody waits.

use serde::Serialize;

use super::Context;
use super::finding::{self, Finding};
use crate::record::facts::Waiting;
use crate::record::{Entry, Withheld};

/// A part of the home page.
#[derive(Serialize)]
pub(super) struct Attention {
    /// On committees and other matters of `community.yaml`.
    findings: Vec<Finding>,
    /// How many wait for an answer, those overdue included.
    waiting: usize,
    /// Of them overdue.
    overdue: usize,
}

/// The part for one community.
pub(super) fn of(context: &Context<'_>, entries: &[Entry<'_>]) -> Attention {
    let count = |wanted: &[Waiting]| {
        let waits = |e: &&Entry<'_>| e.facts.waiting.is_some_and(|w| wanted.contains(&w));
        entries.iter().filter(waits).count()
    };
    Attention {
        findings: finding::of(context, context.scope.corpus.file, &Withheld::default()),
        waiting: count(&[Waiting::Open, Waiting::Overdue]),
        overdue: count(&[Waiting::Overdue]),
    }
}
