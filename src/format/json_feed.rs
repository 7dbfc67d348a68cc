//! `feed.json`: what was published lately, as JSON Feed 1.1.
//!
//! In: the newest entries with a date. Out: one file. Never uses the clock.

use serde_json::json;

use super::atom::NEWEST;
use super::{SiteData, made};
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let items: Vec<_> = site
        .entries
        .iter()
        .filter_map(|e| e.card.date.map(|d| (&e.card, d)))
        .take(NEWEST)
        .map(|(card, date)| {
            json!({
                "id": format!("{}/{}", site.id, card.url),
                "url": site.absolute(&card.url),
                "title": card.title,
                "content_text": if card.summary.is_empty() { &card.title } else { &card.summary },
                "date_published": format!("{date}T00:00:00+08:00"),
            })
        })
        .collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "home_page_url": site.absolute("index.html"),
        "feed_url": site.absolute("feed.json"),
        "items": items,
    });
    vec![made("feed.json", format!("{feed:#}\n"))]
}
