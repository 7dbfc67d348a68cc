//! Where diagnostics gather.
//!
//! In: diagnostics from any stage. Out: the list, in the order of places.
//! Never drops one.

use std::collections::BTreeSet;

use super::{Diagnostic, FileId, Severity};

/// Gathers diagnostics of one run over one community.
#[derive(Debug, Default)]
pub struct Sink {
    list: Vec<Diagnostic>,
}

impl Sink {
    /// Takes one in.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// All so far.
    pub fn list(&self) -> &[Diagnostic] {
        &self.list
    }

    /// How many so far; with [`Self::since`] one sees what a step added.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What came after the first `mark`.
    pub fn since(&self, mark: usize) -> &[Diagnostic] {
        &self.list[mark..]
    }

    /// The files that hold at least one error.
    pub fn broken_files(&self) -> BTreeSet<FileId> {
        let errors = self.list.iter().filter(|d| d.severity() == Severity::Error);
        errors.map(|d| d.span.file).collect()
    }

    /// The whole list, ordered by place.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| (a.span, a.code.id).cmp(&(b.span, b.code.id)));
        self.list
    }
}
