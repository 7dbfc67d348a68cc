//! Keys of the memo.
//!
//! In: a view, the frame, the theme. Out: a hash; equal keys mean equal pages.
//! Never leaves out anything that rendering sees.

use tera::Value;

use crate::view::View;

/// Changes whenever the program itself changes.
const GENERATION: &str = env!("GONGKAI_SOURCE");

/// The key of a view.
pub(super) fn of_view(view: &View, frame: &[u8; 32], theme: &[u8; 32]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(GENERATION.as_bytes()).update(frame).update(theme);
    for part in [&view.route, &view.template] {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    write_value(&view.page, &mut hasher);
    *hasher.finalize().as_bytes()
}

/// The key of a copy of the picture with this hash.
pub(super) fn of_copy(picture: &blake3::Hash, edge: u32) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(GENERATION.as_bytes()).update(picture.as_bytes()).update(&edge.to_le_bytes());
    *hasher.finalize().as_bytes()
}

/// The hash of a value.
pub(super) fn hash_value(value: &Value) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    write_value(value, &mut hasher);
    *hasher.finalize().as_bytes()
}

/// Each value after a sign that tells what it is, and how long: different values never give the same bytes.
fn write_value(value: &Value, hasher: &mut blake3::Hasher) {
    let mut bytes = Vec::with_capacity(16 * 1024);
    tell(value, &mut bytes);
    hasher.update(&bytes);
}

fn tell(value: &Value, out: &mut Vec<u8>) {
    if let Some(text) = value.as_str() {
        tell_text(b's', text, out);
    } else if let Some(map) = value.as_map() {
        tell_length(b'm', map.len(), out);
        for (key, value) in map {
            match key.as_str() {
                Some(key) => tell_text(b's', key, out),
                None => tell(&key.as_value(), out),
            }
            tell(value, out);
        }
    } else if let Some(list) = value.as_array() {
        tell_length(b'l', list.len(), out);
        list.iter().for_each(|value| tell(value, out));
    } else {
        // Numbers, yes and no, nothing: JSON tells them apart, and none of them holds a line's end.
        serde_json::to_writer(&mut *out, value).expect("it goes to memory");
        out.push(b'\n');
    }
}

fn tell_text(sign: u8, text: &str, out: &mut Vec<u8>) {
    tell_length(sign, text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

fn tell_length(sign: u8, length: usize, out: &mut Vec<u8>) {
    out.push(sign);
    out.extend_from_slice(&(length as u64).to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_looks_alike_is_told_apart() {
        let values = [
            json!(null),
            json!(true),
            json!(1),
            json!(1.5),
            json!("1"),
            json!("true"),
            json!([]),
            json!({}),
            json!([1, 2]),
            json!([12]),
            json!([[1], 2]),
            json!([["a"], "b"]),
            json!(["a", ["b"]]),
            json!(["a", "b"]),
            json!(["ab"]),
            json!({"a": "b"}),
            json!({"a": {"b": null}}),
            json!({"a": null, "b": null}),
            json!({"b": null, "a": null}),
        ];
        let hashes = values.iter().map(|value| hash_value(&Value::from_serializable(value)));
        let different: std::collections::BTreeSet<_> = hashes.collect();
        assert_eq!(different.len(), values.len());
    }
}
