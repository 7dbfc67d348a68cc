//! What results can be narrowed by: kind, affairs, year, state, community.
//!
//! In: records, in the order of their numbers. Out: for each facet its values, and for each record the number of its value.
//! Never counts: the script does, among what was found.

use std::collections::HashSet;

use serde_json::json;

use super::records::Head;

/// A facet: its name, and how a record's value is found.
type Facet = (&'static str, fn(&Head<&str>) -> String);

/// All facets but the community.
pub(super) const FACETS: &[Facet] = &[
    ("kind", |head| head.kind.to_owned()),
    ("wu", |head| head.wu.to_owned()),
    ("year", |head| if head.day == 0 { String::new() } else { (head.day / 10_000).to_string() }),
    ("state", |head| head.state.to_owned()),
];

/// Values, and a sign or two for each record.
pub(super) fn column(values: &[impl AsRef<str>]) -> serde_json::Value {
    let known: HashSet<&str> = values.iter().map(AsRef::as_ref).collect();
    let mut known = Vec::from_iter(known);
    known.sort_unstable();
    let mut codes = String::new();
    for value in values {
        let at = known.binary_search(&value.as_ref()).unwrap_or_default();
        super::postings::write(u32::try_from(at).unwrap_or_default(), &mut codes);
    }
    json!({ "values": known, "codes": codes })
}
