//! Links in the prose of a record.
//!
//! In: Markdown and where it stands. Out: each link to a file, record or heading of the community, among what
//! the record refers to. Never follows a link out of the community.

use crate::diagnostic::{At, Span};
use crate::markdown::{self, Link};
use crate::record::{Common, KINDS};
use crate::schema::{Anchor, LinkTarget, Reader};

/// Notes the links of `prose`, which belongs to the record `stem` in `folder`.
pub(super) fn note(prose: &str, place: Span, (folder, stem): (&str, &str), reader: &mut Reader<'_>) {
    for link in markdown::links(prose) {
        let start = place.start as usize + link.range.start;
        let span = Span::new(place.file, start, start + link.range.len());
        if let Some(heading) = link.written.trim().strip_prefix('#') {
            let heading = At::new(heading.to_owned(), span);
            reader.uses.anchors.push(Anchor { folder: folder.to_owned(), stem: stem.to_owned(), heading });
        } else {
            inner(link, span, folder, reader);
        }
    }
}

/// Notes the links of the translations of a record in `folder`. A value of YAML may be folded: its links have no place of
/// their own, and its headings are its own affair.
pub(super) fn note_translations(common: &Common, folder: &str, reader: &mut Reader<'_>) {
    for text in common.translations.iter().filter_map(|t| t.text.as_ref()) {
        let links = markdown::links(text).into_iter().filter(|link| !link.written.trim().starts_with('#'));
        links.for_each(|link| inner(link, text.span, folder, reader));
    }
}

/// Notes a link that leads to another file.
fn inner(Link { written, picture, .. }: Link, span: Span, folder: &str, reader: &mut Reader<'_>) {
    if let Some(path) = file(&written, reader) {
        reader.uses.files.push(At::new(path.clone(), span));
        let target = if picture { LinkTarget::Picture(path) } else { LinkTarget::File(path) };
        reader.uses.links.push((written, target));
    } else if let Some((folder, stem)) = record(&written, folder) {
        reader.uses.evidence.push(At::new(format!("{folder}/{stem}"), span));
        if let Some((_, heading)) = written.split_once('#').filter(|(_, heading)| !heading.is_empty()) {
            let heading = At::new(heading.to_owned(), span);
            reader.uses.anchors.push(Anchor { folder: folder.clone(), stem: stem.clone(), heading });
        }
        reader.uses.links.push((written, LinkTarget::Record(folder, stem)));
    } else {
        let missing = reader.missing_file(&written, span);
        reader.sink.push(missing);
    }
}

/// The file that a link means, with or without a place in it: `files/a.pdf#page=3`. That of a record is none: it is not
/// published, and its page is meant.
fn file(written: &str, reader: &Reader<'_>) -> Option<String> {
    let whole = [written, written.split('#').next().unwrap_or_default()];
    // From a record's own folder, the community's root is one level up.
    let from_root = whole.map(|path| path.strip_prefix("../").unwrap_or(path));
    whole.into_iter().chain(from_root).find_map(|path| reader.files.resolve(path)).filter(|path| !is_record(path))
}

fn is_record(path: &str) -> bool {
    let kind = path.split_once('/').map_or("", |(folder, _)| folder);
    (path.ends_with(".md") || path.ends_with(".yaml")) && KINDS.iter().any(|known| known.folder == kind)
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
