//! The records of each kind as rows of text: what every tabular format is made of.
//!
//! In: entries. Out: one `Dataset` for each kind that there is. Never holds a cell that a spreadsheet takes for a
//! formula.

use crate::record::{Card, Entry, KINDS};

/// A column: its name in files, and the type that Frictionless Table Schema gives it.
pub struct Column {
    /// Name, also the key of its words: `column-<name>`.
    pub name: &'static str,
    /// `string`, `date` or `number`.
    pub kind: &'static str,
}

const fn column(name: &'static str, kind: &'static str) -> Column {
    Column { name, kind }
}

/// The columns of every dataset.
pub const COLUMNS: [Column; 11] = [
    column("title", "string"),
    column("url", "string"),
    column("date", "date"),
    column("published", "date"),
    column("until", "date"),
    column("period", "string"),
    column("category", "string"),
    column("item", "string"),
    column("amount", "number"),
    column("summary", "string"),
    column("corrected", "date"),
];

/// The records of one kind.
pub struct Dataset {
    /// Name of the kind in code.
    pub kind: &'static str,
    /// Its folder: also the name of its files.
    pub folder: &'static str,
    /// One row a record, newest first.
    pub rows: Vec<[String; 11]>,
}

/// The datasets of some records, in the order of kinds.
pub fn datasets(entries: &[Entry<'_>]) -> Vec<Dataset> {
    let of = |kind: &crate::record::kind::KindInfo| {
        let cards = entries.iter().filter(|e| e.kind.name == kind.name).map(|e| &e.card);
        Dataset { kind: kind.name, folder: kind.folder, rows: cards.map(row).collect() }
    };
    KINDS.iter().map(of).filter(|set| !set.rows.is_empty()).collect()
}

fn row(card: &Card) -> [String; 11] {
    let text = |value: Option<String>| plain(&value.unwrap_or_default());
    [
        plain(&card.title),
        card.url.clone(),
        text(card.date.map(|d| d.to_string())),
        text(card.published.map(|d| d.to_string())),
        text(card.until.map(|d| d.to_string())),
        text(card.period.map(|p| p.to_string())),
        text(card.wu.map(|w| w.word().to_owned())),
        text(card.item.clone()),
        card.amount.map(|a| a.to_string()).unwrap_or_default(),
        plain(&card.summary),
        text(card.corrected.map(|d| d.to_string())),
    ]
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn plain(text: &str) -> String {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    if text.trim_start_matches(' ').starts_with(signs) { format!("'{text}") } else { text.to_owned() }
}
