//! `sitemap.xml`: all pages, for search engines; only where a base address is set.
//!
//! In: views. Out: one file. Never lists the page for missing addresses.

use super::{SiteData, made, xml};
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    if site.base_url.is_empty() {
        return Vec::new();
    }
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    text.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for view in site.views.iter().filter(|v| v.template != "404.html") {
        text.push_str(&format!("<url><loc>{}</loc></url>\n", xml(&site.absolute(&view.route))));
    }
    text.push_str("</urlset>\n");
    vec![made("sitemap.xml", text)]
}
