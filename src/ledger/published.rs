//! A record as it is published on a day: the bytes that the ledger seals.
//!
//! In: a community's records and files. Out: for each record the bytes of its data file, a digest of its source,
//! and the day after which they may no longer be shown. Never decides what changed: `drift` does.

use sha2::{Digest, Sha256};

use crate::diagnostic::Sources;
use crate::format;
use crate::record::kind::KindInfo;
use crate::record::{Record, Scope, Withheld};
use crate::text::hex;
use crate::value::Date;
use crate::world::Files;

/// A record as it is published.
pub struct Published<'a> {
    /// Address of its page.
    pub address: String,
    /// Its kind.
    pub kind: &'static KindInfo,
    /// The record.
    pub record: &'a Record,
    /// The bytes of its data file.
    pub data: String,
    /// SHA-256 of its source and its tables, in hex.
    pub source: String,
    /// The last day on which all of it may be shown, where there is one to come.
    pub ends: Option<Date>,
    files: &'a Files,
}

/// All records of a community, as they are published on the scope's day.
pub fn all<'a>(scope: &Scope<'a>, files: &'a Files, sources: &Sources) -> Vec<Published<'a>> {
    scope.corpus.records.iter().map(|record| of(scope, record, files, sources)).collect()
}

fn of<'a>(scope: &Scope<'a>, record: &'a Record, files: &'a Files, sources: &Sources) -> Published<'a> {
    let own = sources.get(record.file).path.strip_prefix(&format!("{}/", files.folder)).unwrap_or_default();
    let mut hasher = Sha256::new();
    for path in std::iter::once(own).chain(record.uses.tables.iter().map(String::as_str)) {
        let bytes = files.get(path).unwrap_or_default();
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    }
    Published {
        address: record.url(),
        kind: record.body.kind(),
        record,
        data: data(scope, record, files),
        source: hex(&hasher.finalize()),
        ends: ends(record, scope.as_of),
        files,
    }
}

impl Published<'_> {
    /// What its data file would have been on another day.
    pub fn on(&self, scope: &Scope<'_>) -> String {
        data(scope, self.record, self.files)
    }
}

fn data(scope: &Scope<'_>, record: &Record, files: &Files) -> String {
    let withheld = Withheld::of(record, scope);
    let data = withheld.data(record.data(scope));
    let prose = record.prose.as_ref().map(|(text, _)| withheld.text(text));
    format::record_data(&scope.corpus.id, record, &data, prose.as_deref(), &withheld, files)
}

/// The first of the days on which a list of persons, or a file that belongs to it, leaves the record.
fn ends(record: &Record, today: Date) -> Option<Date> {
    let list = record.list_until();
    let files = record.common().attachments.iter().filter_map(|a| a.last_day(list));
    files.chain(list).filter(|day| *day >= today).min()
}
