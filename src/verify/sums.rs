//! Every file against the lists of digests: `SHA256SUMS` and `manifest.json`.
//!
//! In: a place. Out: files that are missing, changed, or named nowhere. Both lists must say the same.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::note::hex;
use super::place::Place;
use super::{Report, json, problem};

/// Name of the list for `sha256sum -c`.
const SUMS: &str = "SHA256SUMS";
/// Name of the list that the program keeps.
const MANIFEST: &str = "manifest.json";

pub(super) fn check(place: &Place, report: &mut Report) {
    let mut named: BTreeSet<String> = BTreeSet::new();
    let folders = place.folders_of(SUMS);
    for folder in &folders {
        let (sums_path, manifest_path) = (format!("{folder}{SUMS}"), format!("{folder}{MANIFEST}"));
        let Some(sums) = place.text(&sums_path).and_then(read_sums) else {
            problem(report, sums_path, "list-unreadable");
            continue;
        };
        let before = report.problems.len();
        for (path, digest) in &sums {
            let full = format!("{folder}{path}");
            match place.get(&full) {
                None => problem(report, full.clone(), "file-missing"),
                Some(bytes) if hex(&Sha256::digest(bytes)) != *digest => problem(report, full.clone(), "file-changed"),
                Some(_) => report.files += 1,
            }
            named.insert(full);
        }
        named.insert(sums_path.clone());
        if let Some(text) = place.get(&manifest_path) {
            let own = place.get(&sums_path).unwrap_or_default();
            // The manifest tells sizes too: of a file that was changed they cannot be right.
            let whole = report.problems.len() == before;
            if whole && !manifest_agrees(place, folder, text, &sums, own) {
                problem(report, manifest_path.clone(), "list-differs");
            }
            named.insert(manifest_path);
        } else {
            problem(report, manifest_path, "file-missing");
        }
    }
    // Search data of a portal has a list of its own, without digests for people.
    for folder in place.folders_of(MANIFEST) {
        named.extend(place.below(&folder).map(|(path, _)| format!("{folder}{path}")).filter(|_| !folder.is_empty()));
    }
    if folders.is_empty() && !place.folders_of(MANIFEST).is_empty() {
        problem(report, SUMS, "file-missing");
    }
    let inside = |path: &str| folders.iter().any(|folder| path.starts_with(folder.as_str()));
    report.extra = place.paths().filter(|p| !named.contains(*p) && inside(p)).map(str::to_owned).collect();
}

/// Digest by path; none where a line is not exactly as it must be.
fn read_sums(text: &str) -> Option<BTreeMap<String, String>> {
    let mut sums = BTreeMap::new();
    let mut last = "";
    for line in text.strip_suffix('\n')?.split('\n') {
        let (digest, path) = line.split_once("  ")?;
        let plain = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        // Each path once, in order.
        if !plain || path <= last {
            return None;
        }
        last = path;
        sums.insert(path.to_owned(), digest.to_owned());
    }
    Some(sums)
}

/// The manifest must be the text that these digests give, byte by byte.
fn manifest_agrees(place: &Place, folder: &str, text: &[u8], sums: &BTreeMap<String, String>, own: &[u8]) -> bool {
    let mut all = sums.clone();
    all.insert(SUMS.to_owned(), hex(&Sha256::digest(own)));
    let file = |(path, digest): (&String, &String)| {
        let size = place.get(&format!("{folder}{path}")).map_or(0, <[u8]>::len);
        let path = quoted(path);
        format!("    {{\n      \"path\": {path},\n      \"size\": {size},\n      \"sha256\": \"{digest}\"\n    }}")
    };
    let files: Vec<String> = all.iter().map(file).collect();
    let wanted = format!("{{\n  \"files\": [\n{}\n  ]\n}}\n", files.join(",\n"));
    std::str::from_utf8(text).is_ok_and(|text| json::read(text).is_some() && text == wanted)
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}
