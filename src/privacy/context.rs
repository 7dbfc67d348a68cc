//! What stands around a number.
//!
//! In: a text and the bytes of a number. Out: what the nearest words, or the head of its column, say of it.
//! Never looks at the digits.

use std::ops::Range;

use super::words::{Label, label, last_label, person};

/// So far words are looked for before a number, in bytes: about thirty Chinese signs.
const BEFORE: usize = 90;
/// A word that ends so far before a number stands right beside it: about eight Chinese signs.
const NEAR: usize = 26;
/// So long may the words behind it be.
const BEHIND: usize = 24;

/// How the columns of a text are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// There are none.
    None,
    /// By commas, as in a CSV.
    Commas,
    /// By tabs, as in the tables of documents; a line without one ends the table.
    Tabs,
    /// By tabs, where words stand apart on a page: what stands between tables does not end them.
    Places,
    /// By the bars that sheets are kept with among the sources.
    Bars,
}

/// The text around numbers, asked about from its beginning to its end.
pub(super) struct Context<'t> {
    text: &'t str,
    columns: Columns,
    /// What is known of the whole text, such as the head of a single cell.
    known: Option<(Label, bool)>,
    /// Where the lines that were looked at for heads end.
    read: usize,
    heads: Vec<Option<Label>>,
}

impl<'t> Context<'t> {
    pub(super) fn of(text: &'t str, columns: Columns, known: Option<Label>) -> Self {
        Self { text, columns, known: known.map(|label| (label, true)), read: 0, heads: Vec::new() }
    }

    /// What the words around a number say that it is, and whether they stand right beside it or over it.
    pub(super) fn label(&mut self, at: &Range<usize>) -> Option<(Label, bool)> {
        let before = self.before(at.start);
        let cell = self.cell(before);
        let near = |words: &str| last_label(words).map(|(label, end)| (label, words.len() - end <= NEAR));
        let beside = near(cell).or_else(|| self.behind(at.end).map(|label| (label, true)));
        beside.or_else(|| self.head(at.start).map(|label| (label, true))).or_else(|| near(before)).or(self.known)
    }

    /// The person on the same line, before a number.
    pub(super) fn person(&self, start: usize) -> Option<&'t str> {
        person(self.before(start))
    }

    /// The words before a number, of the same sentence; of the line before where it begins its line.
    fn before(&self, start: usize) -> &'t str {
        let mut from = start.saturating_sub(BEFORE);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let words = &self.text[from..start];
        let says = |line: &str| line.chars().any(char::is_alphanumeric);
        let line = words.rfind('\n').map_or(words, |at| if says(&words[at..]) { &words[at + 1..] } else { words });
        line.rfind(['。', '；', ';', '}']).map_or(line, |at| &line[at..])
    }

    /// Of these words, those within the same cell.
    fn cell(&self, before: &'t str) -> &'t str {
        let part = match self.columns {
            Columns::None => return before,
            Columns::Commas => ',',
            Columns::Tabs | Columns::Places => '\t',
            Columns::Bars => crate::diagnostic::BAR,
        };
        before.rsplit(part).next().unwrap_or(before)
    }

    /// What brackets right behind a number say: `（手机）`.
    fn behind(&self, end: usize) -> Option<Label> {
        let rest = self.text[end..].trim_start_matches(' ');
        let inner = rest.strip_prefix(['（', '(', '【', '['])?;
        let stop = inner.find(['）', ')', '】', ']', '\n'])?;
        inner.get(..stop).filter(|words| words.len() <= BEHIND).and_then(label)
    }

    /// What the head of the number's column says.
    fn head(&mut self, start: usize) -> Option<Label> {
        if self.columns == Columns::None {
            return None;
        }
        let line = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        while self.read < line {
            let end = self.text[self.read..].find('\n').map_or(self.text.len(), |at| self.read + at);
            self.note(self.read..end);
            self.read = end + 1;
        }
        let column = self.count(&self.text[line..start]);
        self.heads.get(column).copied().flatten()
    }

    /// Takes the heads of a line, where it has any.
    fn note(&mut self, line: Range<usize>) {
        let line = &self.text[line];
        if self.columns == Columns::Tabs && !line.contains('\t') {
            self.heads.clear();
            return;
        }
        let mut quoted = false;
        let parts = |sign: char| match self.columns {
            Columns::None => false,
            Columns::Tabs | Columns::Places => sign == '\t',
            Columns::Bars => sign == crate::diagnostic::BAR,
            Columns::Commas => {
                quoted ^= sign == '"';
                sign == ',' && !quoted
            }
        };
        for (at, cell) in line.split(parts).enumerate() {
            // A head is a word or two; a cell with digits is a value.
            let may_be = !cell.is_empty() && cell.len() <= 60 && !cell.bytes().any(|b| b.is_ascii_digit());
            if let Some(label) = may_be.then(|| label(cell)).flatten() {
                if self.heads.len() <= at {
                    self.heads.resize(at + 1, None);
                }
                self.heads[at] = Some(label);
            }
        }
    }

    /// How many columns end before a place in a line.
    fn count(&self, line: &str) -> usize {
        match self.columns {
            Columns::None => 0,
            Columns::Tabs | Columns::Places => line.matches('\t').count(),
            Columns::Bars => line.matches(crate::diagnostic::BAR).count(),
            Columns::Commas => {
                let mut quoted = false;
                let commas = line.bytes().filter(|b| {
                    quoted ^= *b == b'"';
                    *b == b',' && !quoted
                });
                commas.count()
            }
        }
    }
}
