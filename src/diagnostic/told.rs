//! Reports in words.
//!
//! In: a report and the words of a language. Out: its sentence and fix, and all of it as plain data for pages.
//! Never decides how it looks.

use serde::Serialize;

use super::{Place, Report};
use crate::locale::Messages;

/// A report as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Stable code; empty where it is none of a record.
    pub code: String,
    /// Word for the severity.
    pub severity: String,
    /// The sentence.
    pub sentence: String,
    /// What to do.
    pub help: String,
    /// Legal ground.
    pub basis: String,
    /// Where: the place itself, then further ones.
    pub places: Vec<Excerpt>,
}

/// Lines of a file with a stretch of them marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// `content/…/x.yaml:3:5`.
    pub place: String,
    /// Number of the first line.
    pub line: usize,
    /// Text before the mark.
    pub before: String,
    /// The marked text.
    pub mark: String,
    /// Text after the mark.
    pub after: String,
}

impl Report {
    /// What is wrong, in one sentence.
    pub fn sentence(&self, words: &Messages) -> String {
        words.text(&self.code.to_ascii_lowercase(), &self.args)
    }

    /// How to mend it, where that can be said.
    pub fn help(&self, words: &Messages) -> Option<String> {
        words.find(&format!("{}.help", self.code.to_ascii_lowercase()), &self.args)
    }

    /// All of it in a language.
    pub fn told(&self, words: &Messages) -> Told {
        Told {
            code: self.code.clone(),
            severity: words.word(&format!("severity-{}", self.severity.word())),
            sentence: self.sentence(words),
            help: self.help(words).unwrap_or_default(),
            basis: self.basis.as_ref().map(ToString::to_string).unwrap_or_default(),
            places: std::iter::once(&self.place).chain(&self.related).map(Excerpt::of).collect(),
        }
    }
}

impl Excerpt {
    fn of(place: &Place) -> Self {
        let text = place.excerpt.as_str();
        let (start, end) = place.mark;
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
        Self {
            place: format!("{}:{}:{}", place.path, place.line, place.column),
            line: place.line,
            before: part(0..start.min(text.len())),
            mark: part(start..end.max(start)),
            after: part(end.max(start).min(text.len())..text.len()),
        }
    }
}
