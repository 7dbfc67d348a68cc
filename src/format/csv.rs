//! `data/<folder>.csv`: a list of the records of each kind, for spreadsheets.
//!
//! In: datasets. Out: one file a kind, UTF-8 with byte-order mark and CRLF as RFC 4180 says.
//! Never chooses columns: `dataset` does.

use super::SiteData;
use super::dataset::{COLUMNS, Dataset};
use crate::view::SiteFile;

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let file = |set: &Dataset| {
        let route = table_url(set.folder);
        SiteFile { owner: route.clone(), route, bytes: table(set) }
    };
    site.datasets.iter().map(file).collect()
}

/// The address of the list of records in a folder, from the site's root.
pub fn table_url(folder: &str) -> String {
    format!("data/{folder}.csv")
}

fn table(set: &Dataset) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(COLUMNS.map(|c| c.name)).expect("writing to memory does not fail");
    for row in &set.rows {
        writer.write_record(row).expect("writing to memory does not fail");
    }
    writer.into_inner().expect("writing to memory does not fail")
}
