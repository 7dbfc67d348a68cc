//! Photographs without what cameras and editors wrote into them.
//!
//! In: the bytes of a file. Out: the same picture, bit by bit, without place, time, device, thumbnails and texts; which
//! way up it is stays. Never encodes a picture anew; what it cannot read stays as it is.

mod jpeg;
mod png;

use std::borrow::Cow;

/// The bytes of a JPEG or PNG without hidden data; any other bytes as they are.
pub fn clean(bytes: &[u8]) -> Cow<'_, [u8]> {
    let cleaned = if bytes.starts_with(&jpeg::START) {
        jpeg::clean(bytes)
    } else if bytes.starts_with(&png::START) {
        png::clean(bytes)
    } else {
        None
    };
    cleaned.map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// Which way up a picture is, as its Exif data tell it: 1 to 8; none where they do not, or it stands upright.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let first = usize::try_from(long(4)?).ok()?;
    let count = usize::from(short(first)?);
    let entries = (0..count).map_while(|n| first.checked_add(2 + n * 12));
    for entry in entries {
        if short(entry)? == 0x0112 {
            return u8::try_from(short(entry.checked_add(8)?)?).ok().filter(|way| (2..=8).contains(way));
        }
    }
    None
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
        fn no_bytes_cause_a_panic(head in 0..3usize, bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let start: &[u8] = [&[][..], &jpeg::START[..], &png::START[..]][head];
            let once = clean(&[start, &bytes].concat()).into_owned();
            prop_assert_eq!(clean(&once).into_owned(), once);
        }
    }
}
