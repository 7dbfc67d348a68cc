//! `<folder>/<slug>.json`: the data of each record.
//!
//! In: entries. Out: one file a record. Never holds a field that the kind withholds.

use serde_json::json;

use super::{SiteData, made};
use crate::record::Entry;
use crate::view::SiteFile;

/// The text of a record's file.
pub(crate) fn text(community: &str, entry: &Entry<'_>) -> String {
    let data = json!({
        "community": community,
        "kind": entry.kind.name,
        "url": entry.card.url,
        "record": entry.data,
    });
    format!("{data}\n")
}

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let file = |entry: &Entry<'_>| {
        let mut file = made(entry.record.data_url(), text(site.id, entry));
        file.owner = format!("{} (data)", entry.card.url);
        file
    };
    site.entries.iter().map(file).collect()
}
