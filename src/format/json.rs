//! `<folder>/<slug>.json`: the data of each record.
//!
//! In: entries. Out: one file a record. Never holds a field that the kind withholds.

use serde_json::json;

use super::{SiteData, made};
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let file = |entry: &crate::record::Entry<'_>| {
        let data = json!({
            "community": site.id,
            "kind": entry.kind.name,
            "url": entry.card.url,
            "record": entry.data,
        });
        let mut file = made(entry.record.data_url(), format!("{data}\n"));
        file.owner = format!("{} (data)", entry.card.url);
        file
    };
    site.entries.iter().map(file).collect()
}
