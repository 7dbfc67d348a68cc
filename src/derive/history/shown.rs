//! A sealed text as a reader can read it: fields by their words, lists as tables.
//!
//! In: the data of a record, its kind. Out: blocks for a template. Never knows one kind from another.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::ledger::compare;
use crate::ledger::labels;
use crate::schema::Shape;

/// Fields and tables of a record.
#[derive(Serialize, Default)]
pub(super) struct Shown {
    /// Single values.
    fields: Vec<Field>,
    /// Lists.
    tables: Vec<Table>,
}

#[derive(Serialize)]
struct Field {
    label: String,
    value: String,
}

#[derive(Serialize)]
struct Table {
    label: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The record in `data`.
pub(super) fn of(data: &Value, shape: &Shape) -> Shown {
    let mut shown = Shown::default();
    if let Some(record) = data["record"].as_object() {
        walk("record", record, shape, &mut shown);
    }
    shown
}

fn walk(path: &str, map: &Map<String, Value>, shape: &Shape, shown: &mut Shown) {
    for (key, value) in map {
        let path = format!("{path}/{key}");
        match value {
            Value::Null | Value::Bool(false) => {}
            Value::Array(list) if list.is_empty() => {}
            value if compare::columns(value).is_some() => shown.tables.push(grid(&path, value, shape)),
            Value::Array(list) if list.iter().any(Value::is_object) => shown.tables.push(table(&path, list, shape)),
            Value::Object(map) if !map.is_empty() => walk(&path, map, shape, shown),
            Value::Object(_) => {}
            value => shown.fields.push(Field { label: labels::path(shape, &path), value: word(&path, value, shape) }),
        }
    }
}

/// A table of columns and rows.
fn grid(path: &str, value: &Value, shape: &Shape) -> Table {
    let cells = |row: &Value| row.as_array().into_iter().flatten().map(compare::plain).collect();
    Table {
        label: labels::path(shape, path),
        heads: compare::columns(value).unwrap_or_default().into_iter().map(str::to_owned).collect(),
        rows: value["rows"].as_array().into_iter().flatten().map(cells).collect(),
    }
}

fn table(path: &str, list: &[Value], shape: &Shape) -> Table {
    let mut keys: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    let filled = |value: &Value| !matches!(value, Value::Null | Value::Bool(false));
    for (key, value) in list.iter().filter_map(Value::as_object).flatten() {
        if filled(value) && seen.insert(key.as_str()) {
            keys.push(key);
        }
    }
    let place = |key: &str| format!("{path}/1/{key}");
    let last = |label: String| label.rsplit(" / ").next().unwrap_or_default().to_owned();
    Table {
        label: labels::path(shape, path),
        heads: keys.iter().map(|key| last(labels::path(shape, &place(key)))).collect(),
        rows: list
            .iter()
            .map(|row| keys.iter().map(|key| word(&place(key), row.get(*key).unwrap_or(&Value::Null), shape)).collect())
            .collect(),
    }
}

/// A value in the words of the record.
fn word(path: &str, value: &Value, shape: &Shape) -> String {
    match value {
        Value::Bool(true) => "是".to_owned(),
        Value::String(text) => labels::choice(shape, path, text).unwrap_or(text).to_owned(),
        other => compare::plain(other),
    }
}
