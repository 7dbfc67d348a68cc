//! `feed.xml`: what was published lately, as Atom (RFC 4287).
//!
//! In: the newest entries with a date. Out: one file. Never uses the clock: `updated` is the newest date.

use super::{SiteData, made, xml};
use crate::view::SiteFile;

/// How many entries a feed holds.
pub(super) const NEWEST: usize = 50;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let dated: Vec<_> = site.entries.iter().filter_map(|e| e.card.date.map(|d| (e, d))).take(NEWEST).collect();
    let Some((_, newest)) = dated.first() else {
        return Vec::new();
    };
    // Without a base address the id must still be fixed and unique: RFC 4151 tag URIs are.
    let tag = |path: &str| format!("tag:gongkai.invalid,2026:{}/{path}", site.id);
    let id = |path: &str| if site.base_url.is_empty() { tag(path) } else { site.absolute(path) };
    let mut text =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    text.push_str(&format!("<title>{}</title>\n<id>{}</id>\n", xml(site.name), xml(&id(""))));
    text.push_str(&format!("<author><name>{}</name></author>\n", xml(site.name)));
    text.push_str(&format!("<updated>{newest}T00:00:00+08:00</updated>\n"));
    text.push_str(&format!("<link rel=\"alternate\" href=\"{}\"/>\n", xml(&site.absolute("index.html"))));
    for (entry, date) in dated {
        let card = &entry.card;
        text.push_str(&format!(
            "<entry><title>{}</title><id>{}</id><updated>{date}T00:00:00+08:00</updated><link href=\"{}\"/>",
            xml(&card.title),
            xml(&id(&card.url)),
            xml(&site.absolute(&card.url))
        ));
        if !card.summary.is_empty() {
            text.push_str(&format!("<summary>{}</summary>", xml(&card.summary)));
        }
        text.push_str("</entry>\n");
    }
    text.push_str("</feed>\n");
    vec![made("feed.xml", text)]
}
