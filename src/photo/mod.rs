//! Photographs without what cameras and editors wrote into them.
//!
//! In: the bytes of a file. Out: the same picture, bit by bit, without place, time, device, thumbnails and texts; which
//! way up it is stays. Never encodes a picture anew; what it cannot read stays as it is.

mod heif;
mod jpeg;
mod png;
mod webp;

use std::borrow::Cow;

/// The bytes of a JPEG, PNG, WebP, HEIC or AVIF without hidden data; any other bytes as they are.
pub fn clean(bytes: &[u8]) -> Cow<'_, [u8]> {
    cleaned(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// The same picture without hidden data; none where the bytes are none that can be read.
fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    match bytes {
        _ if bytes.starts_with(&jpeg::START) => jpeg::clean(bytes),
        _ if bytes.starts_with(&png::START) => png::clean(bytes),
        _ if webp::is(bytes) => webp::clean(bytes),
        _ if heif::is(bytes) => heif::clean(bytes),
        _ => None,
    }
}

/// Whether the bytes are a picture, of a form that can be cleaned or not.
pub fn is_picture(bytes: &[u8]) -> bool {
    let starts: &[&[u8]] = &[&jpeg::START, &png::START, b"GIF8", b"BM", b"II*\0", b"MM\0*"];
    webp::is(bytes) || heif::is(bytes) || starts.iter().any(|start| bytes.starts_with(start))
}

/// Whether a picture holds what a camera or an editor wrote beside it: it was not cleaned, or could not be.
pub fn tells_more(bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
    // A TIFF may be nothing but tags; those of cameras name their maker.
    let tiff = matches!(bytes, [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..]) && names_camera(bytes);
    let marked = has(b"Exif") || has(b"http://ns.adobe.com/xap/");
    tiff || (marked && is_picture(bytes) && cleaned(bytes).is_none_or(|clean| clean != bytes))
}

/// Whether the tags of a TIFF tell a place or a camera.
fn names_camera(tiff: &[u8]) -> bool {
    entries(tiff).any(|(tag, _)| matches!(tag, 0x010f | 0x0110 | 0x8825))
}

/// Which way up a picture is, as its Exif data tell it: 1 to 8; none where they do not, or it stands upright.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let (_, value) = entries(tiff).find(|(tag, _)| *tag == 0x0112)?;
    u8::try_from(value).ok().filter(|way| (2..=8).contains(way))
}

/// The tags of the first directory, each with the first two bytes of its value as a number.
fn entries(tiff: &[u8]) -> impl Iterator<Item = (u16, u16)> {
    let little = tiff.starts_with(b"II*\0");
    let known = little || tiff.starts_with(b"MM\0*");
    let short = move |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = move |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let first = long(4).filter(|_| known).and_then(|first| usize::try_from(first).ok());
    let count = first.and_then(short).map_or(0, usize::from);
    let at = move |n: usize| first?.checked_add(2 + n * 12);
    (0..count).map_while(move |n| Some((short(at(n)?)?, short(at(n)?.checked_add(8)?)?)))
}

/// Exif data that tell nothing but which way up a picture is.
fn only(way: u8) -> [u8; 26] {
    let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    tiff[19] = way;
    tiff
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn which_way_up_is_read_in_both_orders_of_bytes() {
        for way in 2..=8 {
            assert_eq!(orientation(&only(way)), Some(way));
        }
        assert_eq!(orientation(&only(1)), None);
        assert_eq!(orientation(&only(9)), None);
        let little = b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x01\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(little), Some(6));
        assert_eq!(orientation(b"II*\0\xff\xff\xff\xff"), None);
        assert_eq!(orientation(b"MM"), None);
    }

    proptest! {
        #[test]
        fn no_bytes_cause_a_panic(head in 0..6usize, bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let heads: [&[u8]; 6] = [
                b"",
                &jpeg::START,
                &png::START,
                b"RIFF\x20\0\0\0WEBP",
                b"\0\0\0\x10ftypheic\0\0\0\0\0\0\0\x40meta\0\0\0\0",
                b"II*\0\x08\0\0\0",
            ];
            let start = heads[head];
            prop_assert!(!tells_more(&bytes) || is_picture(&bytes));
            let once = clean(&[start, &bytes].concat()).into_owned();
            prop_assert_eq!(clean(&once).into_owned(), once);
        }
    }
}
