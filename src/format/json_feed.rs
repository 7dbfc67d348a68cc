//! `feed.json`: what was published lately, as JSON Feed 1.1.
//!
//! In: the entries last published or corrected. Out: one file. Never uses the clock.

use serde_json::json;

use super::atom::newest;
use super::{SiteData, made};
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let at = |date: crate::value::Date| format!("{date}T00:00:00+08:00");
    let items: Vec<_> = newest(site)
        .into_iter()
        .map(|(entry, date)| {
            let card = &entry.card;
            let mut item = json!({
                "id": format!("{}/{}", site.id, card.url),
                "url": site.absolute(&card.url),
                "title": card.title,
                "content_text": if card.summary.is_empty() { &card.title } else { &card.summary },
                "date_published": card.date.map(at),
            });
            if Some(date) != card.date {
                item["date_modified"] = json!(at(date));
            }
            item
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
