//! A link to a record's page.
//!
//! In: a record. Out: its title and address, as details show them. Never a link out of the community.

use serde::Serialize;

use super::Record;

/// Title and address of a record's page.
#[derive(Debug, Clone, Serialize)]
pub struct PageLink {
    /// Its title.
    pub title: String,
    /// Its address, from the site's root.
    pub url: String,
}

impl PageLink {
    /// The link to a record.
    pub fn to(record: &Record) -> Self {
        Self { title: record.common().title.value.clone(), url: record.url() }
    }
}
