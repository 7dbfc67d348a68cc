//! Links in the prose of a record.
//!
//! In: Markdown and where it begins. Out: each link to a file or record of the community, among what
//! the record refers to. Never follows a link out of the community.

use crate::diagnostic::{At, Diagnostic, Span, code};
use crate::markdown;
use crate::record::KINDS;
use crate::schema::{LinkTarget, Reader};

/// Notes the links of `prose`, which belongs to a record in `folder`.
pub(super) fn note(prose: &str, place: Span, folder: &str, reader: &mut Reader<'_>) {
    for (written, range) in markdown::inner_links(prose) {
        let start = place.start as usize + range.start;
        let span = Span::new(place.file, start, start + range.len());
        // From a record's own folder, the community's root is one level up.
        let from_root = written.strip_prefix("../").unwrap_or(&written);
        if let Some(path) = reader.files.resolve(&written).or_else(|| reader.files.resolve(from_root)) {
            reader.uses.files.push(At::new(path.clone(), span));
            reader.uses.links.push((written, LinkTarget::File(path)));
        } else if let Some((folder, stem)) = record(&written, folder) {
            reader.uses.evidence.push(At::new(format!("{folder}/{stem}"), span));
            reader.uses.links.push((written, LinkTarget::Record(folder, stem)));
        } else {
            reader.sink.push(Diagnostic::new(&code::MISSING_FILE, span).arg("path", written));
        }
    }
}

/// The record that a link means: `../projects/lu.md`, `projects/lu`, or `lu.md` beside this one.
fn record(written: &str, here: &str) -> Option<(String, String)> {
    let path = written.split(['#', '?']).next().unwrap_or_default();
    let (path, ending) = path.rsplit_once('.').map_or((path, ""), |(path, ending)| (path, ending));
    if !matches!(ending, "" | "md" | "yaml" | "html") {
        return None;
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect();
    let (folder, stem) = match parts.as_slice() {
        [stem] => (here, *stem),
        [folder, stem] => (*folder, *stem),
        _ => return None,
    };
    KINDS.iter().any(|kind| kind.folder == folder).then(|| (folder.to_owned(), stem.to_owned()))
}
