//! Private numbers masked where they stand.
//!
//! In: a world and a community. Out: its files as they would be, with what was masked in each. Never writes, never touches
//! what is waived, and leaves to people what cannot be changed losslessly: workbooks, documents, PDFs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Checked, folder};
use crate::edit::{Document, hide};
use crate::error::Error;
use crate::ledger;
use crate::privacy::{self, Found, PROSE_STAR};
use crate::record::City;
use crate::record::kind::Format;
use crate::text::decode_table;
use crate::validate::reading_of;
use crate::world::{Files, World};

/// A file in which something is to be masked.
pub struct Masked {
    /// Its path, from the workspace root.
    pub path: String,
    /// Its bytes as they would be; none where they cannot be changed without touching more than the numbers.
    pub bytes: Option<Vec<u8>>,
    /// Line and column, both from 1, and the number as it looks masked.
    pub numbers: Vec<(usize, usize, String)>,
}

/// What masking would make of a community.
///
/// # Errors
/// Where a file cannot be read.
pub fn masked(world: &dyn World, city: &City, id: &str) -> Result<Vec<Masked>, Error> {
    let files = Files::read(world, &folder(id))?;
    let checked = Checked::new(world, city, id, &files, &Files::read(world, &ledger::folder(id))?, false);
    let mut told: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for diagnostic in checked.diagnostics.iter().filter(|d| privacy::is_maskable(d.code)) {
        let path = checked.sources.get(diagnostic.span.file).path.as_str();
        told.entry(path).or_default().insert(diagnostic.span.start);
    }
    let mut all = Vec::new();
    for (full, starts) in told {
        let Some(path) = full.strip_prefix(&format!("{}/", files.folder)) else { continue };
        let Some(bytes) = files.get(path).filter(|_| is_text(path)) else { continue };
        let text = decode_table(bytes);
        let mut found = privacy::scan(&text, &reading_of(path, world.today()));
        found.retain(|f| u32::try_from(f.range.start).is_ok_and(|start| starts.contains(&start)));
        // The name of a file is no text of it.
        if found.is_empty() {
            continue;
        }
        let numbers =
            found.iter().map(|f| (line(&text, f.range.start), column(&text, f.range.start), f.masked.clone()));
        let numbers = numbers.collect();
        let bytes = changed(path, bytes, &text, &found);
        all.push(Masked { path: full.to_owned(), bytes, numbers });
    }
    Ok(all)
}

fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "yaml" | "md" | "csv" | "txt"))
}

fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn column(text: &str, at: usize) -> usize {
    text[..at].chars().rev().take_while(|c| *c != '\n').count() + 1
}

/// The bytes of a file with what was found hidden.
fn changed(path: &str, bytes: &[u8], text: &str, found: &[Found]) -> Option<Vec<u8>> {
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { "\u{feff}" } else { "" };
    let is_record = !path.starts_with("files/") && (path.ends_with(".yaml") || path.ends_with(".md"));
    if !is_record {
        let star = if path.ends_with(".md") { PROSE_STAR } else { "*" };
        let next = privacy::mask(text, found, star);
        // A table goes on being written in the encoding that it had.
        let utf8 = std::str::from_utf8(bytes).is_ok();
        return Some(if utf8 {
            format!("{mark}{next}").into_bytes()
        } else {
            encoding_rs::GB18030.encode(&next).0.into_owned()
        });
    }
    // What is not UTF-8 is an error of its own, and read by guessing.
    std::str::from_utf8(bytes).ok()?;
    let format = if path.ends_with(".md") { Format::Prose } else { Format::Data };
    let mut document = Document::split(text, format).ok()?;
    let (from, to) = (document.yaml_at(), document.yaml_at() + document.yaml.len());
    let within: Vec<Range<usize>> = found
        .iter()
        .flat_map(|f| f.hidden.clone())
        .filter(|r| from <= r.start && r.end <= to)
        .map(|r| r.start - from..r.end - from)
        .collect();
    document.yaml = hide(&document.yaml, &within).ok()?;
    // In prose stars would make words bold.
    let prose = text.len() - document.prose.len();
    let shift = |f: &Found| {
        let hidden = f.hidden.iter().filter(|r| r.start >= prose).map(|r| r.start - prose..r.end - prose);
        Found { hidden: hidden.collect(), ..f.clone() }
    };
    let behind: Vec<Found> = found.iter().map(shift).collect();
    document.prose = privacy::mask(&document.prose, &behind, PROSE_STAR);
    Some(format!("{mark}{}", document.join()).into_bytes())
}
