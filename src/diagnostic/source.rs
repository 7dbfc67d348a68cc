//! The texts that diagnostics point into.
//!
//! In: path and text of each file as it is read. Out: line and column of a span.
//! Never reads files.

use super::span::{FileId, Span};

/// The longest excerpt that is shown, in bytes.
const WIDEST: usize = 2000;

/// One text file of the workspace.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path from the workspace root, with `/`.
    pub path: String,
    /// Its text, decoded; empty where the bytes could not be decoded.
    pub text: String,
    /// Whether it is a sheet: a line is a row, and its cells stand between [`BAR`]s.
    pub sheet: bool,
}

/// What stands between the cells of a sheet.
pub const BAR: char = '│';

/// All texts read for one community (or for the workspace itself).
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// How many texts were taken in.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// Takes a text in and gives it a number.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files in one community"));
        self.files.push(Source { path: path.into(), text: text.into(), sheet: false });
        id
    }

    /// Takes a sheet in, whose columns are counted in cells.
    pub fn add_sheet(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = self.add(path, text);
        self.files[id.0 as usize].sheet = true;
        id
    }

    /// The text behind a number.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// Blots out stretches of a text, so that no message shows them; every other sign stays in its place.
    pub fn hide<'r>(&mut self, id: FileId, ranges: impl IntoIterator<Item = &'r std::ops::Range<usize>>) {
        let text = &mut self.files[id.0 as usize].text;
        for range in ranges {
            let Some(old) = text.get(range.clone()) else { continue };
            // A full-width sign gives way to a full-width star, so that columns hold.
            let stars: String = old
                .chars()
                .map(|c| if c.len_utf8() == 3 { "＊".to_owned() } else { "*".repeat(c.len_utf8()) })
                .collect();
            text.replace_range(range.clone(), &stars);
        }
    }

    /// Path and text of every file, with its number.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(at, source)| (FileId(u32::try_from(at).unwrap_or(u32::MAX)), source))
    }

    /// Line and column of a span's start, both from 1, the column counted in characters; of a sheet, in cells.
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let text = &self.get(span.file).text;
        let start = floor_char(text, span.start as usize);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
        let signs = before[line_start..].chars();
        let column = if self.get(span.file).sheet { signs.filter(|c| *c == BAR).count() } else { signs.count() };
        (line, column + 1)
    }

    /// The lines a span touches (at most three), and the span's character range within them.
    pub fn excerpt(&self, span: Span) -> (String, std::ops::Range<usize>) {
        let text = &self.get(span.file).text;
        let start = floor_char(text, span.start as usize);
        let end = floor_char(text, (span.end as usize).max(start));
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let mut to = from;
        for _ in 0..3 {
            to = text[to..].find('\n').map_or(text.len(), |at| to + at);
            if to >= end || to == text.len() {
                break;
            }
            to += 1;
        }
        let (from, to) = window(text, from..to.max(start), start);
        let lines = text[from..to].trim_end_matches(['\r', '\n']).to_owned();
        let last = lines.len();
        (lines, (start - from).min(last)..(end - from).min(last))
    }
}

/// Lines that are short enough to show; of a long line only what lies around `mark`.
fn window(text: &str, lines: std::ops::Range<usize>, mark: usize) -> (usize, usize) {
    if lines.len() <= WIDEST {
        return (lines.start, lines.end);
    }
    let from = if mark - lines.start <= WIDEST / 2 { lines.start } else { floor_char(text, mark - WIDEST / 2) };
    (from, floor_char(text, (from + WIDEST).min(lines.end)))
}

/// The nearest character boundary at or before `at`.
fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
