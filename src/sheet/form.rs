//! What a file is.
//!
//! In: bytes. Out: its form, told by what it holds. Never looks at its name: platforms call everything .xls.

use super::Refusal;
use super::text::decode;

/// The form of a file; of text forms with the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A packed workbook of 2007 and later.
    Xlsx,
    /// A workbook of 97–2003.
    Xls,
    /// A workbook in one XML file, 2003.
    SpreadsheetMl(String),
    /// A page with a table, often called .xls.
    Html(String),
    /// Text with commas or tabs, often called .csv or .xls.
    Delimited(String),
}

/// First bytes of forms that are no tables, and a word for each.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"{\\rtf", "document"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
];

impl Form {
    /// The form of a file.
    ///
    /// # Errors
    /// Where it is something else than a table.
    pub fn of(bytes: &[u8]) -> Result<Self, Refusal> {
        if bytes.is_empty() {
            return Err(Refusal::Empty);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Ok(Self::Xlsx);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Ok(Self::Xls);
        }
        let text = decode(bytes);
        if let Some((_, word)) = OTHERS.iter().find(|(first, _)| bytes.starts_with(first))
            && (text.is_none() || *word != "picture")
        {
            return Err(Refusal::NotATable(word));
        }
        let text = text.ok_or(Refusal::NotATable("unknown"))?;
        let head: String = text.chars().take(4_000).collect::<String>().to_ascii_lowercase();
        let start = head.trim_start();
        let xml = ["<?xml", "<workbook", "<ss:workbook"].iter().any(|first| start.starts_with(first));
        if xml && (head.contains("<workbook") || head.contains(":workbook")) {
            return Ok(Self::SpreadsheetMl(text));
        }
        if start.starts_with('<') {
            return if text.to_ascii_lowercase().contains("<table") {
                Ok(Self::Html(text))
            } else {
                Err(Refusal::NotATable("page"))
            };
        }
        if text.trim().is_empty() {
            return Err(Refusal::Empty);
        }
        if start.starts_with('{') || start.starts_with("---") {
            return Err(Refusal::NotATable("record"));
        }
        Ok(Self::Delimited(text))
    }

    /// Its name in sentences.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::SpreadsheetMl(_) => "xml",
            Self::Html(_) => "html",
            Self::Delimited(_) => "text",
        }
    }
}
