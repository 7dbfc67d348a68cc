//! The files that a ledger adds to a site.
//!
//! In: a history. Out: the log as it is, a receipt beside each record, earlier texts with theirs, and the
//! verifiers that need nothing else. Never holds a salt of a text that may no longer be seen.

use super::{History, Point, proof_url, version_url};
use crate::format;
use crate::ledger::tree::Subtrees;
use crate::ledger::{receipt, restart, seal};
use crate::view::SiteFile;

/// The verifiers that travel with every site.
const VERIFIERS: &[(&str, &str)] = &[
    ("verify/verify.html", include_str!("../../verify/page/verify.html")),
    ("verify/verify.js", include_str!("../../verify/page/verify.js")),
    ("verify/verify.css", include_str!("../../verify/page/verify.css")),
    ("verify/verify.py", include_str!("../../verify/page/verify.py")),
];

pub(super) fn files(history: &History<'_>) -> Vec<SiteFile> {
    let log = &history.ledger.log;
    let mut files: Vec<SiteFile> =
        seal::public(history.ledger).into_iter().map(|(path, bytes)| file(format!("ledger/{path}"), bytes)).collect();
    for (old, number) in history.ledger.before.iter().zip(1..) {
        let folder = restart::folder(number);
        files.extend(seal::public(old).into_iter().map(|(path, bytes)| file(format!("ledger/{folder}/{path}"), bytes)));
    }
    if let Some(point) = log.checkpoint() {
        let code = format::code_beside(&Point::of(point.size, &point.root).text);
        let code = code.map(|code| code.svg()).unwrap_or_default();
        files.push(file("ledger/checkpoint.svg".into(), code.into_bytes()));
    }
    let trees = Subtrees::of(&log.leaves);
    for address in history.about.keys() {
        let current = history.current(address);
        for (at, index) in history.sealed(address).iter().enumerate() {
            let Some(text) = history.visible(*index) else { continue };
            let Some(proof) = receipt::receipt(log, &trees, *index, history.entry(*index), text) else { continue };
            if current == Some(*index) {
                files.push(file(proof_url(address), proof.into_bytes()));
            } else {
                files.push(file(version_url(address, at + 1, receipt::ENDING), proof.into_bytes()));
                files.push(file(version_url(address, at + 1, "json"), text.data.clone().into_bytes()));
            }
        }
    }
    files.extend(VERIFIERS.iter().map(|(route, text)| file((*route).into(), text.as_bytes().to_vec())));
    files
}

fn file(route: String, bytes: Vec<u8>) -> SiteFile {
    SiteFile { owner: format!("{route} (ledger)"), route, bytes }
}
