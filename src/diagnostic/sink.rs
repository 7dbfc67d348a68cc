//! Where diagnostics gather.
//!
//! In: diagnostics from any stage. Out: the list, in the order of places.
//! Never lets one file flood the rest: it keeps the first of each severity in each file, so that a
//! hostile file costs neither memory nor time and no error hides behind warnings.

use std::collections::{BTreeMap, BTreeSet};

use super::{Diagnostic, FileId, Severity};

/// How many of one severity are kept for one file: more than anybody reads.
const MOST: usize = 200;

/// Gathers diagnostics of one run over one community.
#[derive(Debug, Default)]
pub struct Sink {
    list: Vec<Diagnostic>,
    counts: BTreeMap<(FileId, Severity), usize>,
}

impl Sink {
    /// Takes one in.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let count = self.counts.entry((diagnostic.span.file, diagnostic.severity())).or_default();
        *count += 1;
        if *count <= MOST {
            self.list.push(diagnostic);
        }
    }

    /// Takes in everything that another has.
    pub fn append(&mut self, other: Self) {
        other.list.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Whether one more of this severity in this file would not be kept, so that nobody need find out more about it.
    pub fn is_full(&self, file: FileId, severity: Severity) -> bool {
        self.counts.get(&(file, severity)).is_some_and(|count| *count >= MOST)
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
