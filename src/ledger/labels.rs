//! The words by which a reader knows the fields of a record's data.
//!
//! In: a field table and the keys that lead to a value. Out: the Chinese keys, joined; rows counted.
//! Never invents a word: a key that no table knows stays as it is.

use crate::schema::{Field, Shape};

/// A path such as `record/income/3/amount` in the words of the record.
pub fn path(shape: &Shape, path: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    if parts.first() == Some(&"record") {
        parts.remove(0);
    }
    let mut words = Vec::new();
    let mut here = Some(shape.clone());
    for part in parts {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            words.push(part.to_owned());
            here = here.and_then(inner);
            continue;
        }
        let field = here.as_ref().and_then(|shape| field(shape, part));
        words.push(field.as_ref().map_or(part, |f| f.zh).to_owned());
        here = field.map(|f| f.shape);
    }
    words.join(" / ")
}

/// What a list or a mapping holds.
fn inner(shape: Shape) -> Option<Shape> {
    match shape {
        Shape::List(inner) | Shape::Map(inner) => Some(*inner),
        other => Some(other),
    }
}

/// The field of a table under its English key.
pub fn field(shape: &Shape, key: &str) -> Option<Field> {
    match shape {
        Shape::Object(table) => table().fields.into_iter().find(|f| f.en == key),
        Shape::List(inner) => field(inner, key),
        Shape::OneOf(forms) => forms.iter().find_map(|form| field(form, key)),
        _ => None,
    }
}

/// The Chinese word of a choice that data hold in English; none where the place holds no choice.
pub fn choice(shape: &Shape, path: &str, word: &str) -> Option<&'static str> {
    let mut here = shape.clone();
    for part in path.split('/').filter(|p| *p != "record" && !p.bytes().all(|b| b.is_ascii_digit())) {
        here = field(&here, part)?.shape;
    }
    let Shape::Choice(choices) = here else {
        return None;
    };
    choices.iter().find(|c| c.en == word).map(|c| c.zh[0])
}
