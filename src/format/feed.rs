//! What feeds tell: each record on its day, and each of its corrections on theirs.
//!
//! In: entries. Out: items, newest first. Never uses the clock, never tells what a record's data withholds.

use super::SiteData;
use crate::value::{Date, read_date};

/// How many items a feed holds.
const NEWEST: usize = 50;

/// One item of a feed.
pub(super) struct Item {
    /// The day it is told on.
    pub day: Date,
    /// The day of its last change: of the last correction, where there is one.
    pub changed: Date,
    /// Fixed and unique within the site.
    pub id: String,
    /// Address from the site's root.
    pub url: String,
    /// Title.
    pub title: String,
    /// One sentence; may be empty.
    pub summary: String,
}

/// The newest items of a site.
pub(super) fn items(site: &SiteData<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for entry in site.entries {
        let card = &entry.card;
        let Some(day) = card.date else { continue };
        items.push(Item {
            day,
            changed: card.corrected.unwrap_or(day).max(day),
            id: card.url.clone(),
            url: card.url.clone(),
            title: card.title.clone(),
            summary: card.summary.clone(),
        });
        let corrections = entry.data.get("corrections").and_then(|c| c.as_array());
        for (at, written) in corrections.into_iter().flatten().enumerate() {
            items.extend(correction(site, card, at, written));
        }
    }
    // Stable: of one day, records and corrections stay in the order of the lists.
    items.sort_by_key(|item| std::cmp::Reverse(item.day));
    items.truncate(NEWEST);
    items
}

fn correction(site: &SiteData<'_>, card: &crate::record::Card, at: usize, written: &serde_json::Value) -> Option<Item> {
    let text = |key: &str| written.get(key).and_then(|v| v.as_str()).unwrap_or_default();
    let day = read_date(text("date"))?;
    let facts = [("reason", text("reason")), ("old", text("old")), ("new", text("new"))];
    Some(Item {
        day,
        changed: day,
        id: format!("{}#correction-{}", card.url, at + 1),
        url: format!("{}#corrections", card.url),
        title: site.words.text("feed-correction", &[("title", &card.title)]),
        summary: site.words.text("feed-correction-summary", &facts),
    })
}
