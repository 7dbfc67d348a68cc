//! Diagnostics freed from the texts they point into.
//!
//! In: a diagnostic and its sources. Out: a report that can be kept, printed, or put into JSON.
//! Never chooses words: the language is chosen when it is printed.

use serde::{Deserialize, Serialize};

use super::{Basis, Diagnostic, Severity, Sources, Span};

/// A place that a person can open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Path from the workspace root.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The lines themselves.
    pub excerpt: String,
    /// Byte range of the mark within `excerpt`.
    pub mark: (usize, usize),
}

impl Place {
    fn of(span: Span, sources: &Sources) -> Self {
        let (line, column) = sources.line_column(span);
        let (excerpt, mark) = sources.excerpt(span);
        let path = sources.get(span.file).path.clone();
        Self { path, line, column, excerpt, mark: (mark.start, mark.end) }
    }
}

/// A diagnostic with its places resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Stable code such as `GK0301`.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// Facts for the sentence.
    pub args: Vec<(String, String)>,
    /// Further places.
    pub related: Vec<Place>,
    /// Legal ground.
    pub basis: Option<Basis>,
}

impl Report {
    /// Resolves a diagnostic against its sources.
    pub fn of(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        Self {
            code: diagnostic.code.id.to_owned(),
            severity: diagnostic.severity(),
            place: Place::of(diagnostic.span, sources),
            args: diagnostic.args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
            related: diagnostic.related.iter().map(|s| Place::of(*s, sources)).collect(),
            basis: diagnostic.basis.clone(),
        }
    }
}
