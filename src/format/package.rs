//! `datapackage.json`: what data there is, with the type of every column, as Frictionless Data Package 1.0 says.
//!
//! In: datasets, tables of records, the licence. Out: one file. Never describes a file that is not there.

use serde_json::{Value, json};

use super::dataset::COLUMNS;
use super::{SiteData, csv, made, popolo, rows};
use crate::view::SiteFile;

/// Where the description stands.
pub const ROUTE: &str = "datapackage.json";

pub(super) fn files(site: &SiteData<'_>) -> Vec<SiteFile> {
    let mut resources: Vec<Value> = site
        .datasets
        .iter()
        .map(|set| {
            let title = site.words.word(&format!("section-{}", set.folder));
            table(set.folder, &csv::table_url(set.folder), &title, columns(site))
        })
        .collect();
    for entry in site.entries {
        if let (Some(path), Some(fields)) = (rows::rows_url(entry), rows::columns(entry)) {
            let name = path.trim_end_matches(".csv").replace('/', "-");
            resources.push(table(&name, &path, &entry.card.title, fields));
        }
    }
    if !popolo::voted(site.entries).is_empty() {
        let title = site.words.word("data-votes");
        resources.push(json!({ "name": "votes", "path": popolo::ROUTE, "title": title, "format": "json", "mediatype": "application/json" }));
    }
    if resources.is_empty() {
        return Vec::new();
    }
    let mut package = json!({
        "profile": "data-package",
        "name": site.id,
        "title": site.name,
        "resources": resources,
    });
    if !site.base_url.is_empty() {
        package["homepage"] = site.absolute("index.html").into();
    }
    if let Some(licence) = site.licence {
        let name = licence.id.as_deref().unwrap_or(&licence.name.value);
        let mut told = json!({ "name": name, "title": licence.name.value });
        if let Some(url) = &licence.url {
            told["path"] = url.value.clone().into();
        }
        package["licenses"] = json!([told]);
    }
    vec![made(ROUTE, format!("{package:#}\n"))]
}

/// A table as a resource.
fn table(name: &str, path: &str, title: &str, fields: Vec<Value>) -> Value {
    json!({
        "profile": "tabular-data-resource",
        "name": name,
        "path": path,
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": { "lineTerminator": "\r\n" },
        "schema": { "fields": fields },
    })
}

/// The columns of every list of records.
fn columns(site: &SiteData<'_>) -> Vec<Value> {
    let field = |c: &super::dataset::Column| json!({ "name": c.name, "type": c.kind, "title": site.words.word(&format!("column-{}", c.name)) });
    COLUMNS.iter().map(field).collect()
}
