//! BagIt 1.0 (RFC 8493): a folder that tells of itself what must be in it.
//!
//! In: the payload by path. Out: every file of the bag, the lists of digests last. Never holds an empty folder.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256, Sha512};

use crate::text::hex;
use crate::value::Date;

/// What `bag-info.txt` tells.
pub(super) struct Info<'i> {
    pub name: &'i str,
    pub id: &'i str,
    pub year: i16,
    pub day: Date,
    pub checkpoint: Option<String>,
}

pub(super) fn files(payload: &BTreeMap<String, Vec<u8>>, info: &Info<'_>) -> Vec<(String, Vec<u8>)> {
    let octets: usize = payload.values().map(Vec::len).sum();
    let mut about = format!(
        "Source-Organization: {}\nExternal-Identifier: {}-{}\nBagging-Date: {}\nPayload-Oxum: {octets}.{}\nBag-Software-Agent: gongkai {}\n",
        info.name,
        info.id,
        info.year,
        info.day,
        payload.len(),
        env!("CARGO_PKG_VERSION"),
    );
    if let Some(checkpoint) = &info.checkpoint {
        about.push_str(&format!("Ledger-Checkpoint: {checkpoint}\n"));
    }
    let tags = [
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned()),
        ("bag-info.txt", about),
        ("manifest-sha256.txt", manifest(payload, |b| hex(&Sha256::digest(b)))),
        ("manifest-sha512.txt", manifest(payload, |b| hex(&Sha512::digest(b)))),
    ];
    let of_tags: String = tags.iter().map(|(n, t)| format!("{}  {n}\n", hex(&Sha256::digest(t.as_bytes())))).collect();
    let data = payload.iter().map(|(path, bytes)| (format!("data/{path}"), bytes.clone()));
    let tags = tags.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    data.chain(tags).chain([("tagmanifest-sha256.txt".to_owned(), of_tags.into_bytes())]).collect()
}

fn manifest(payload: &BTreeMap<String, Vec<u8>>, digest: impl Fn(&[u8]) -> String) -> String {
    payload.iter().map(|(path, bytes)| format!("{}  data/{}\n", digest(bytes), encoded(path))).collect()
}

/// A path as manifests write it.
fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
