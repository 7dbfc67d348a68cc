//! Which region is meant.
//!
//! In: what somebody typed, and the regions that communities name. Out: the names from the top.
//! Never guesses between two regions of one name: it tells both.

use std::collections::BTreeSet;

use crate::error::Error;
use crate::locale::Messages;
use crate::record::City;

/// The names of a path.
pub(super) fn split(path: &str) -> Vec<String> {
    path.split('/').map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

/// Whether a community whose path is `parent` lies within a region.
pub(super) fn is_within(parent: &str, region: &[String]) -> bool {
    split(parent).starts_with(region)
}

/// The region that `text` means: its whole path, the end of it, or the part of the address that
/// `site.yaml` gives it.
pub(super) fn choose(
    text: &str,
    parents: &[Option<String>],
    city: &City,
    words: &Messages,
) -> Result<Vec<String>, Error> {
    let mut known: BTreeSet<Vec<String>> = BTreeSet::new();
    for parent in parents.iter().flatten() {
        let names = split(parent);
        known.extend((1..=names.len()).map(|n| names[..n].to_vec()));
    }
    let typed = split(text);
    if known.contains(&typed) {
        return Ok(typed);
    }
    let called = |path: &Vec<String>| {
        let id = city.config.regions.iter().find(|r| split(&r.path) == *path).and_then(|r| r.id.as_ref());
        id.is_some_and(|id| id.value == text)
    };
    let meant: Vec<&Vec<String>> =
        known.iter().filter(|path| (!typed.is_empty() && path.ends_with(&typed)) || called(path)).collect();
    match meant.as_slice() {
        [one] => Ok((*one).clone()),
        [] => {
            let near = nearest(text, &known);
            Err(Error::Usage(words.text("report-no-region", &[("text", text), ("near", &near)])))
        }
        several => {
            let paths = several.iter().map(|p| p.join("/")).collect::<Vec<_>>().join("、");
            Err(Error::Usage(words.text("report-which-region", &[("text", text), ("paths", &paths)])))
        }
    }
}

/// The path of the region whose path or name is most like the text; empty where there are no regions.
fn nearest(text: &str, known: &BTreeSet<Vec<String>>) -> String {
    let distance = |path: &Vec<String>| {
        let name = path.last().map_or(usize::MAX, |name| strsim::osa_distance(text, name));
        name.min(strsim::osa_distance(text, &path.join("/")))
    };
    known.iter().min_by_key(|path| distance(path)).map(|path| path.join("/")).unwrap_or_default()
}
