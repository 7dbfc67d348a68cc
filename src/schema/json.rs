//! JSON Schema (draft-07) for editors.
//!
//! In: a field table and a language. Out: a schema whose titles are the Chinese keys.
//! Never says more than the reader enforces: an editor must not refuse what `check` accepts.

use serde_json::{Map, Value, json};

use super::shape::{Field, ObjectShape, Shape};
use crate::locale::Messages;

/// The schema of a whole file.
pub fn schema(title: &str, shape: &Shape, words: &Messages) -> Value {
    let mut definitions = Map::new();
    let root = of_shape(shape, words, &mut definitions);
    let mut schema = json!({ "$schema": "http://json-schema.org/draft-07/schema#", "title": title });
    if let (Value::Object(out), Value::Object(root)) = (&mut schema, root) {
        out.extend(root);
        out.insert("definitions".into(), Value::Object(definitions));
    }
    schema
}

fn of_shape(shape: &Shape, words: &Messages, definitions: &mut Map<String, Value>) -> Value {
    let say = |id: &str| words.word(&format!("schema-{id}"));
    let told = |id: &str, pattern: &str| {
        json!({ "type": ["string", "number"], "pattern": pattern, "description": say(id),
                "errorMessage": say(id), "patternErrorMessage": say(id) })
    };
    match shape {
        Shape::Text => json!({ "type": ["string", "number", "boolean"] }),
        Shape::Money => told(
            "money",
            r"^[(（]?[-−－]?[¥￥]? ?[-−－]?[¥￥]?[0-9０-９][0-9０-９,，]*([.．][0-9０-９]{1,6})? ?万?元?[)）]?$",
        ),
        Shape::Date => told("date", r"^[0-9０-９]{4}[-/.年－．／][0-9０-９]{1,2}[-/.月－．／][0-9０-９]{1,2}日?$"),
        Shape::Period => told("period", r"^[0-9０-９]{4}.*$"),
        Shape::Integer => told("integer", r"^[0-9０-９,，]+[人票户名]?$"),
        Shape::Number => told("number", r"^-?[0-9０-９,，.．]+[%％]?$"),
        Shape::Fraction => told("fraction", r"^[0-9]+ ?/ ?[0-9]+$"),
        Shape::YesNo => {
            json!({ "enum": ["是", "否", "有", "无", "yes", "no", true, false], "description": say("yes-no") })
        }
        Shape::Choice(choices) => {
            let all: Vec<&str> = choices.iter().flat_map(|c| c.zh.iter().copied().chain([c.en])).collect();
            json!({ "enum": all })
        }
        Shape::Reference(folder) => {
            let text = words.text("schema-reference", &[("folder", *folder)]);
            json!({ "type": ["string", "number"], "description": text })
        }
        Shape::Profile(folder) => {
            let text = words.text("schema-profile", &[("folder", *folder)]);
            json!({ "type": ["string", "number"], "description": text })
        }
        Shape::File => json!({ "type": "string", "description": say("file") }),
        Shape::Table => json!({ "type": ["string", "array"], "description": say("table") }),
        Shape::List(inner) => json!({ "type": "array", "items": of_shape(inner, words, definitions) }),
        Shape::Map(inner) => json!({ "type": "object", "additionalProperties": of_shape(inner, words, definitions) }),
        Shape::OneOf(forms) => {
            let forms: Vec<Value> = forms.iter().map(|f| of_shape(f, words, definitions)).collect();
            json!({ "anyOf": forms })
        }
        Shape::Object(table) => {
            let table = table();
            if !definitions.contains_key(table.name) {
                // The name is taken before its fields are walked, so that no table is walked twice.
                definitions.insert(table.name.into(), Value::Null);
                let object = of_object(&table, words, definitions);
                definitions.insert(table.name.into(), object);
            }
            json!({ "$ref": format!("#/definitions/{}", table.name) })
        }
    }
}

fn of_object(table: &ObjectShape, words: &Messages, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in &table.fields {
        let value = of_field(field, words, definitions);
        // Both are read; editors offer the Chinese one.
        let mut other = value.clone();
        other["doNotSuggest"] = json!(true);
        properties.insert(field.zh.into(), value);
        properties.insert(field.en.into(), other);
        if field.required {
            let told = words.text("schema-missing", &[("field", field.zh)]);
            let needs = |name: &str| json!({ "required": [name], "errorMessage": told });
            required.push(json!({ "anyOf": [needs(field.zh), needs(field.en)] }));
        }
    }
    let mut object = json!({
        "type": "object",
        "$comment": table.doc.trim(),
        "properties": properties,
        "additionalProperties": table.rest.as_ref().map_or(json!(false), |rest| of_shape(rest, words, definitions)),
    });
    if !required.is_empty() {
        object["allOf"] = Value::Array(required);
    }
    object
}

fn of_field(field: &Field, words: &Messages, definitions: &mut Map<String, Value>) -> Value {
    let mut value = of_shape(&field.shape, words, definitions);
    if !field.required {
        // A key may stand without a value where the field may be missing.
        value = json!({ "anyOf": [value, { "type": "null" }] });
    } else if value.get("$ref").is_some() {
        value = json!({ "allOf": [value] });
    }
    value["title"] = json!(field.zh);
    if let Some(told) = words.find::<&str, &str>(&format!("field-{}", field.en.replace('_', "-")), &[]) {
        let form = value.get("description").and_then(Value::as_str).map(|form| format!("\n\n{form}"));
        value["description"] = json!(format!("{told}{}", form.unwrap_or_default()));
    }
    value["$comment"] = json!(field.doc.trim());
    value
}
