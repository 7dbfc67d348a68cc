//! Copies of pictures, made where they are not there yet.
//!
//! In: a picture and the copies that pages show. Out: their bytes; none where they are on disk already. Never decodes a
//! picture all of whose copies are known: the key of a copy holds the hash of the picture.

use super::{key, output};
use crate::bundle::Output;
use crate::picture;
use crate::view::SitePicture;
use crate::write::Memo;

/// Address and output of each copy. What cannot be copied stands there as it is.
pub(super) fn copies(wanted: &SitePicture, memo: &Memo) -> Vec<(String, Output)> {
    let hash = blake3::hash(&wanted.bytes);
    let mut made = Vec::new();
    let mut missing = Vec::new();
    for copy in &wanted.copies {
        let key = key::of_copy(&hash, copy.edge);
        match memo.known(&copy.route, &key) {
            Some(known) => {
                let (sha256, size) = (known.sha256, known.size);
                made.push((copy.route.clone(), Output { bytes: None, sha256, size, key, owner: wanted.owner.clone() }));
            }
            None => missing.push((copy, key)),
        }
    }
    if missing.is_empty() {
        return made;
    }
    let edges: Vec<u32> = missing.iter().map(|(copy, _)| copy.edge).collect();
    for ((copy, key), bytes) in missing.into_iter().zip(picture::copies(&wanted.bytes, &edges)) {
        let bytes = bytes.unwrap_or_else(|| wanted.bytes.to_vec());
        made.push((copy.route.clone(), output(bytes, key, &copy.route, wanted.owner.clone(), memo)));
    }
    made
}
