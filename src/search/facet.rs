//! What results can be narrowed by: kind, affairs, year, state, community.
//!
//! In: records, in the order of their numbers. Out: for each facet its values, and for each record the number of its value.
//! Never counts: the script does, among what was found.

use std::collections::HashSet;

use serde_json::json;

use super::doc::Doc;

/// A facet: its name, and how a record's value is found.
type Facet = (&'static str, fn(&Doc) -> &str);

/// All facets but the community.
pub(super) const FACETS: &[Facet] = &[
    ("kind", |d| &d.kind),
    ("wu", |d| &d.wu),
    ("year", |d| d.date.get(..4).unwrap_or_default()),
    ("state", |d| &d.state),
];

/// Values, and a sign or two for each record.
pub(super) fn column<'a>(values: impl Iterator<Item = &'a str> + Clone) -> serde_json::Value {
    let known: HashSet<&str> = values.clone().collect();
    let mut known = Vec::from_iter(known);
    known.sort_unstable();
    let mut codes = String::new();
    for value in values {
        let at = known.binary_search(&value).unwrap_or_default();
        super::postings::write(u32::try_from(at).unwrap_or_default(), &mut codes);
    }
    json!({ "values": known, "codes": codes })
}
