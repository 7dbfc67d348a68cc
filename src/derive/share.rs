//! What leads others to a page: its address, its square code, the digest of its data.
//!
//! In: a route below a configured base. Out: `Share`, part of a page's view, so that the memo keeps it.
//! Never makes up an address: without `基址` there is none.

use serde::Serialize;
use sha2::{Digest, Sha256};

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
    /// SHA-256 of the record's data file, as `sha256sum` tells it; empty where the page has none.
    digest: String,
}

/// Of a page at `route`, from the community's root.
pub(super) fn of_page(scope: &Scope<'_>, route: &str) -> Share {
    let base = scope.city.base_url();
    if base.is_empty() {
        return Share { address: String::new(), qr: None, digest: String::new() };
    }
    // A host gives the page of a folder without its name: the shorter the address, the smaller the code.
    let route = route.strip_suffix("index.html").unwrap_or(route);
    let address = format!("{base}{}/{route}", scope.corpus.id);
    Share { qr: format::of_address(&address), address, digest: String::new() }
}

/// Of the page of a record.
pub(super) fn of_record(scope: &Scope<'_>, entry: &Entry<'_>) -> Share {
    Share { digest: hex(&Sha256::digest(entry.file.as_bytes())), ..of_page(scope, &entry.card.url) }
}
