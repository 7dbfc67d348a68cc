//! `data/<folder>.csv`: a list of the records of each kind, for spreadsheets.
//!
//! In: cards. Out: one file a kind, UTF-8 with byte-order mark and CRLF as RFC 4180 says.
//! Never lets a cell begin like a formula.

use super::SiteData;
use crate::record::{Card, KINDS};
use crate::view::SiteFile;

const HEAD: [&str; 11] =
    ["title", "url", "date", "published", "until", "period", "category", "item", "amount", "summary", "corrected"];

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let mut files = Vec::new();
    for kind in KINDS {
        let cards: Vec<&Card> = site.entries.iter().filter(|e| e.kind.name == kind.name).map(|e| &e.card).collect();
        if !cards.is_empty() {
            let route = format!("data/{}.csv", kind.folder);
            files.push(SiteFile { owner: route.clone(), route, bytes: table(&cards) });
        }
    }
    files
}

fn table(cards: &[&Card]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    let mut write = |row: [String; 11]| writer.write_record(&row).expect("writing to memory does not fail");
    write(HEAD.map(str::to_owned));
    for card in cards {
        let text = |value: Option<String>| plain(&value.unwrap_or_default());
        write([
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
        ]);
    }
    writer.into_inner().expect("writing to memory does not fail")
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
