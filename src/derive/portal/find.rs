//! The names of all communities and regions, for the box by which people find their own.
//!
//! In: the tree. Out: one classic script at the portal's root, loaded when the box is first used, so that
//! it works from `file://` too. Never needed for reading: a page lists all names.

use serde_json::{Value, json};

use super::tree::Tree;
use crate::route;
use crate::view::SiteFile;

/// Its address from the portal's root.
pub(super) const FILE: &str = "names.js";

/// The script: `regions` as [address, path, pinyin], `list` as [folder, name, pinyin, region, others…],
/// where pinyin is parted by syllables and each other name stands as `name|pinyin`.
pub(super) fn file(tree: &Tree<'_>) -> SiteFile {
    let region = |r: &super::Region<'_>| json!([r.url, r.path(), route::slug(r.name())]);
    let regions: Vec<Value> = tree.regions.iter().map(region).collect();
    let one = |place: &super::tree::Place<'_>| {
        let mut line = vec![json!(place.summary.id), json!(place.summary.name), json!(place.slug), json!(place.region)];
        let others = place.summary.other_names.iter();
        line.extend(others.map(|name| json!(format!("{name}|{}", route::slug(name)))));
        Value::Array(line)
    };
    let list: Vec<Value> = tree.places.iter().map(one).collect();
    let bytes = format!("var gongkaiNames={};\n", json!({"regions": regions, "list": list})).into_bytes();
    SiteFile { route: FILE.to_owned(), bytes, owner: "names".to_owned() }
}
