//! `<folder>/<slug>.json`: the data of each record, with its text and the digests of its files.
//!
//! In: records. Out: one file a record; the ledger seals these bytes. Never holds a field that the kind withholds.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{SiteData, made};
use crate::record::{Record, Withheld};
use crate::route;
use crate::text::hex;
use crate::view::SiteFile;
use crate::world::Files;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let file = |entry: &crate::record::Entry<'_>| {
        let mut file = made(entry.record.data_url(), entry.file.clone());
        file.owner = format!("{} (data)", entry.card.url);
        file
    };
    site.entries.iter().map(file).collect()
}

/// The file of one record.
pub(crate) fn text(
    community: &str,
    record: &Record,
    data: &Value,
    prose: Option<&str>,
    withheld: &Withheld,
    files: &Files,
) -> String {
    let tables = &record.uses.tables;
    let mut paths: Vec<&str> = record.uses.files.iter().map(|f| f.value.as_str()).collect();
    paths.retain(|path| !tables.iter().any(|t| t == path) && !withheld.holds(path));
    paths.sort_unstable();
    paths.dedup();
    let attached: Vec<Value> = paths
        .into_iter()
        .filter_map(|path| {
            let bytes = files.get(path)?;
            Some(json!({ "url": route::file_url(path), "bytes": bytes.len(), "sha256": hex(&Sha256::digest(bytes)) }))
        })
        .collect();
    let mut all = json!({
        "community": community,
        "kind": record.body.kind().name,
        "url": record.url(),
        "record": data,
    });
    if let Some(prose) = prose.filter(|text| !text.trim().is_empty()) {
        all["text"] = prose.into();
    }
    if !attached.is_empty() {
        all["files"] = attached.into();
    }
    format!("{all}\n")
}
