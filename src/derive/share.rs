//! What leads others to a page: its address, its square code, words to copy, the digest of its data.
//!
//! In: a route below a configured base. Out: `Share`, part of a page's view, so that the memo keeps it.
//! Never makes up an address: without `基址` there is none.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::notice;
use crate::format::{self, Code};
use crate::record::{Entry, Scope};
use crate::text::hex;

/// How pages are passed on.
#[derive(Serialize)]
pub(super) struct Share {
    /// The whole address; empty where no base is configured.
    address: String,
    /// Its square code.
    qr: Option<Code>,
    /// Words for a group chat.
    words: String,
    /// SHA-256 of the record's data file, as `sha256sum` tells it; empty where the page has none.
    digest: String,
}

/// Of the home page.
pub(super) fn of_home(scope: &Scope<'_>) -> Share {
    let address = address(scope, "index.html");
    Share { qr: code(&address), words: notice::of_home(scope, &address), address, digest: String::new() }
}

/// Of the page of a record.
pub(super) fn of_record(scope: &Scope<'_>, entry: &Entry<'_>) -> Share {
    let address = address(scope, &entry.card.url);
    let words = notice::of_record(scope, entry.record, &entry.card.summary, entry.card.period, &address);
    Share { qr: code(&address), words, address, digest: hex(&Sha256::digest(entry.file.as_bytes())) }
}

/// The whole address of a page; empty where no base is configured.
pub(super) fn address(scope: &Scope<'_>, route: &str) -> String {
    let base = scope.city.base_url();
    if base.is_empty() {
        return base;
    }
    // A host gives the page of a folder without its name: the shorter the address, the smaller the code.
    let route = route.strip_suffix("index.html").unwrap_or(route);
    format!("{base}{}/{route}", scope.corpus.id)
}

fn code(address: &str) -> Option<Code> {
    if address.is_empty() { None } else { format::of_address(address) }
}
