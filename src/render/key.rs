//! Keys of the memo.
//!
//! In: a view, the frame, the theme. Out: a hash; equal keys mean equal pages.
//! Never leaves out anything that rendering sees.

use std::io::Write;

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

fn write_value(value: &Value, hasher: &mut blake3::Hasher) {
    // Small writes of the serializer are gathered before they are hashed.
    let mut buffer = std::io::BufWriter::with_capacity(16 * 1024, hasher);
    serde_json::to_writer(&mut buffer, value).expect("hashing does not fail");
    buffer.flush().expect("hashing does not fail");
}
