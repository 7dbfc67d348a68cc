//! JPEG: what its segments say beside the picture.
//!
//! In: bytes. Out: the same without comments, Exif, XMP, IPTC, further pictures and what follows the end. Never
//! touches the segments that decoders need: tables, frames, scans, colour profile, Adobe's note on colours.

/// How a JPEG begins.
pub(super) const START: [u8; 3] = [0xff, 0xd8, 0xff];

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const EXIF: &[u8] = b"Exif\0\0";

/// None where it cannot be read: no segment where one must be, or a scan that never ends.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut way = None;
    let mut at = 2;
    let mut kept: Vec<&[u8]> = Vec::new();
    loop {
        // Any number of 0xff may fill the space before a marker.
        while *bytes.get(at)? == 0xff && *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        let (&0xff, &marker) = (bytes.get(at)?, bytes.get(at + 1)?) else {
            return None;
        };
        match marker {
            END => break,
            // Markers that stand alone.
            0x01 | 0xd0..=0xd7 => {
                kept.push(&bytes[at..at + 2]);
                at += 2;
            }
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
                let body = bytes.get(at + 4..at.checked_add(2 + length)?).filter(|_| length >= 2)?;
                let mut end = at + 2 + length;
                if marker == SCAN {
                    end = end_of_scan(bytes, end)?;
                }
                if marker == 0xe1 && way.is_none() {
                    way = body.strip_prefix(EXIF).and_then(super::orientation);
                }
                if needed(marker, body) {
                    kept.push(&bytes[at..end]);
                }
                at = end;
            }
        }
    }
    out.extend([0xff, 0xd8]);
    let mut kept = kept.into_iter().peekable();
    // JFIF wants to be the first.
    if let Some(jfif) = kept.next_if(|segment| segment[1] == 0xe0) {
        out.extend(jfif);
    }
    if let Some(way) = way {
        let tiff = super::only(way);
        let length = u16::try_from(2 + EXIF.len() + tiff.len()).expect("a few bytes");
        out.extend([0xff, 0xe1]);
        out.extend(length.to_be_bytes());
        out.extend(EXIF);
        out.extend(tiff);
    }
    kept.for_each(|segment| out.extend(segment));
    out.extend([0xff, END]);
    Some(out)
}

/// Whether a decoder needs a segment.
fn needed(marker: u8, body: &[u8]) -> bool {
    match marker {
        // A JFIF segment may hold a thumbnail, and JFXX is nothing else.
        0xe0 => body.starts_with(b"JFIF\0") && body.len() == 14,
        0xe2 => body.starts_with(b"ICC_PROFILE\0"),
        0xee => body.starts_with(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// Where the coded data that begin at `at` end: at the next marker that is no restart.
fn end_of_scan(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len() + 2).expect("short").to_be_bytes();
        [&[0xff, marker], &length[..], body].concat()
    }

    const PICTURE: &[u8] = &[0xff, 0xda, 0, 3, 1, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9];

    #[test]
    fn what_a_camera_wrote_goes_and_the_picture_stays_byte_by_byte() {
        let jfif = segment(0xe0, b"JFIF\0\x01\x01\0\0\x48\0\x48\0\0");
        let profile = segment(0xe2, b"ICC_PROFILE\0\x01\x01abc");
        let adobe = segment(0xee, b"Adobe\0d\0\0\0\0\0");
        let tables = segment(0xdb, &[7; 65]);
        let written = [
            &START[..2],
            &jfif,
            &segment(0xe1, b"Exif\0\0MM\0*\0\0\0\x08\0\0GPS 30.5N 114.3E"),
            &segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"),
            &profile,
            &segment(0xe2, b"MPF\0MM\0*"),
            &segment(0xed, b"Photoshop 3.0\0IPTC"),
            &segment(0xfe, "王某某的手机".as_bytes()),
            &adobe,
            &tables,
            PICTURE,
            b"a second picture with its own Exif",
        ]
        .concat();
        let want = [&START[..2], &jfif, &profile, &adobe, &tables, PICTURE].concat();
        assert_eq!(clean(&written), Some(want.clone()));
        assert_eq!(clean(&want), Some(want), "what is clean stays as it is");
    }

    #[test]
    fn a_picture_that_lies_on_its_side_still_says_so_and_nothing_more() {
        let mut exif =
            b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x04Cam\0\x01\x12\0\x03\0\0\0\x01\0\x06\0\0".to_vec();
        exif.extend([0; 4]);
        let tables = segment(0xdb, &[7; 65]);
        let written = [&START[..2], &segment(0xe1, &exif), &tables, PICTURE].concat();
        let only = segment(0xe1, &[EXIF, &super::super::only(6)[..]].concat());
        assert_eq!(clean(&written), Some([&START[..2], &only, &tables, PICTURE].concat()));
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        assert_eq!(clean(&[&START[..], &[0xdb, 0xff, 0xff, 1]].concat()), None);
        assert_eq!(clean(&PICTURE[..8]), None);
    }
}
