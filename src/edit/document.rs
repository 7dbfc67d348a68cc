//! A record's file: mark of order, fields, prose.
//!
//! In: the bytes' text. Out: its parts, and the text put together again. Never changes a part by itself.

use super::{Change, Refusal, apply};
use crate::load::front_matter;
use crate::record::kind::Format;

/// The text of a record's file in its parts, which give the same text again when they are put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What stands before the fields: a byte-order mark, the first `---`.
    head: String,
    /// The fields.
    pub yaml: String,
    /// The second `---`, where there is prose.
    rule: String,
    /// The prose.
    pub prose: String,
}

impl Document {
    /// Takes a text apart.
    ///
    /// # Errors
    /// Where a record with prose has no front matter.
    pub fn split(text: &str, format: Format) -> Result<Self, Refusal> {
        let (mark, body) = match text.strip_prefix('\u{feff}') {
            Some(body) => ("\u{feff}", body),
            None => ("", text),
        };
        if format == Format::Data {
            return Ok(Self { head: mark.into(), yaml: body.into(), rule: String::new(), prose: String::new() });
        }
        let parts = front_matter::split(body).ok_or(Refusal::Unreadable)?;
        let end = parts.yaml_at + parts.yaml.len();
        Ok(Self {
            head: format!("{mark}{}", &body[..parts.yaml_at]),
            yaml: parts.yaml.into(),
            rule: body[end..parts.prose_at].into(),
            prose: parts.prose.into(),
        })
    }

    /// A record that is not written yet.
    pub fn empty(format: Format) -> Self {
        let (head, rule) = if format == Format::Prose { ("---\n", "---\n") } else { ("", "") };
        Self { head: head.into(), yaml: String::new(), rule: rule.into(), prose: String::new() }
    }

    /// Changes fields.
    ///
    /// # Errors
    /// As for [`apply`].
    pub fn change(&mut self, changes: &[Change]) -> Result<(), Refusal> {
        self.yaml = apply(&self.yaml, changes)?;
        // The rule must begin a line of its own.
        if !self.rule.is_empty() && !self.yaml.is_empty() && !self.yaml.ends_with('\n') {
            self.yaml.push_str(self.line_end());
        }
        Ok(())
    }

    /// Puts other prose in; line ends become those of the file.
    pub fn set_prose(&mut self, prose: &str) {
        let plain = prose.replace("\r\n", "\n").replace('\r', "\n");
        self.prose = if self.line_end() == "\r\n" { plain.replace('\n', "\r\n") } else { plain };
    }

    /// How lines end here.
    pub fn line_end(&self) -> &'static str {
        let text = if self.head.trim_start_matches('\u{feff}').is_empty() { &self.yaml } else { &self.head };
        if text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The whole text.
    pub fn join(&self) -> String {
        [self.head.as_str(), &self.yaml, &self.rule, &self.prose].concat()
    }

    /// The byte at which the fields begin in the text without byte-order mark, as places count.
    pub fn yaml_at(&self) -> usize {
        self.head.trim_start_matches('\u{feff}').len()
    }
}
