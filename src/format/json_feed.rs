//! `feed.json`: what was published and corrected lately, as JSON Feed 1.1.
//!
//! In: the newest items. Out: one file. Never uses the clock.

use serde_json::json;

use super::{SiteData, feed, made};
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let item = |item: feed::Item| {
        let mut told = json!({
            "id": format!("{}/{}", site.id, item.id),
            "url": site.absolute(&item.url),
            "title": item.title,
            "content_text": if item.summary.is_empty() { &item.title } else { &item.summary },
            "date_published": format!("{}T00:00:00+08:00", item.day),
        });
        if item.changed != item.day {
            told["date_modified"] = format!("{}T00:00:00+08:00", item.changed).into();
        }
        told
    };
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "language": site.language.tag(),
        "authors": [{ "name": site.name }],
        "home_page_url": site.absolute("index.html"),
        "feed_url": site.absolute("feed.json"),
        "items": feed::items(site).into_iter().map(item).collect::<Vec<_>>(),
    });
    vec![made("feed.json", format!("{feed:#}\n"))]
}
