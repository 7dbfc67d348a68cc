//! `<folder>/<slug>.json`: the data of each record, with its text and the digests of its files.
//!
//! In: records. Out: one file a record; the ledger seals these bytes. Never holds a field that the kind withholds.

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::script::json;
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

/// What the file of a record holds, in this order.
#[derive(Serialize)]
struct File<'a> {
    community: &'a str,
    kind: &'static str,
    url: String,
    record: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<Attached>,
}

/// A file that belongs to it.
#[derive(Serialize)]
struct Attached {
    url: String,
    bytes: usize,
    sha256: String,
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
    let attached = paths.into_iter().filter_map(|path| {
        let bytes = files.get(path)?;
        Some(Attached { url: route::file_url(path), bytes: bytes.len(), sha256: hex(&Sha256::digest(bytes)) })
    });
    let mut text = json(&File {
        community,
        kind: record.body.kind().name,
        url: record.url(),
        record: data,
        text: prose.filter(|text| !text.trim().is_empty()),
        files: attached.collect(),
    });
    text.push('\n');
    text
}
