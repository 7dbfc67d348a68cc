//! `feed.xml`: what was published and corrected lately, as Atom (RFC 4287).
//!
//! In: the newest items. Out: one file. Never uses the clock: `updated` is the newest date.

use super::{SiteData, feed, made, xml};
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let items = feed::items(site);
    let Some(newest) = items.iter().map(|item| item.changed).max() else {
        return Vec::new();
    };
    // Without a base address the id must still be fixed and unique: RFC 4151 tag URIs are.
    let tag = |path: &str| format!("tag:gongkai.invalid,2026:{}/{path}", site.id);
    let id = |path: &str| if site.base_url.is_empty() { tag(path) } else { site.absolute(path) };
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        site.language.tag()
    );
    text.push_str(&format!("<title>{}</title>\n<id>{}</id>\n", xml(site.name), xml(&id(""))));
    text.push_str(&format!("<author><name>{}</name></author>\n", xml(site.name)));
    text.push_str(&format!("<updated>{newest}T00:00:00+08:00</updated>\n"));
    text.push_str(&format!("<link rel=\"alternate\" href=\"{}\"/>\n", xml(&site.absolute("index.html"))));
    if !site.base_url.is_empty() {
        text.push_str(&format!("<link rel=\"self\" href=\"{}\"/>\n", xml(&site.absolute("feed.xml"))));
    }
    for item in items {
        text.push_str(&format!(
            "<entry><title>{}</title><id>{}</id><published>{}T00:00:00+08:00</published>\
             <updated>{}T00:00:00+08:00</updated><link href=\"{}\"/>",
            xml(&item.title),
            xml(&id(&item.id)),
            item.day,
            item.changed,
            xml(&site.absolute(&item.url))
        ));
        if !item.summary.is_empty() {
            text.push_str(&format!("<summary>{}</summary>", xml(&item.summary)));
        }
        text.push_str("</entry>\n");
    }
    text.push_str("</feed>\n");
    vec![made("feed.xml", text)]
}
