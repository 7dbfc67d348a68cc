//! PNG: what its chunks say beside the picture.
//!
//! In: bytes. Out: the same without texts, times, Exif, private chunks and what follows the end. Never touches the
//! chunks that decoders need, nor their check sums.

/// How a PNG begins.
pub(super) const START: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// Chunks beside the critical ones that change how a picture looks.
const LOOKS: &[&[u8; 4]] = &[
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"cICP", b"mDCV", b"cLLI", b"acTL",
    b"fcTL", b"fdAT",
];

/// None where it cannot be read: a chunk that is longer than the file, or no end.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(START);
    let mut way = None;
    let mut at = START.len();
    let mut first = None;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        let end = at.checked_add(12)?.checked_add(usize::try_from(length).ok()?)?;
        let chunk = bytes.get(at..end)?;
        let name: &[u8; 4] = chunk[4..8].try_into().expect("four bytes");
        if name == b"eXIf" {
            way = super::orientation(&chunk[8..chunk.len() - 4]);
        }
        // A capital first letter: no decoder can do without it.
        if name[0].is_ascii_uppercase() || LOOKS.contains(&name) {
            out.extend(chunk);
            first.get_or_insert(out.len());
        }
        if name == b"IEND" {
            break;
        }
        at = end;
    }
    if let (Some(way), Some(place)) = (way, first) {
        let chunk = exif(way);
        out.splice(place..place, chunk);
    }
    Some(out)
}

/// A chunk that tells which way up the picture is.
fn exif(way: u8) -> Vec<u8> {
    let tiff = super::only(way);
    let named = [&b"eXIf"[..], &tiff].concat();
    let length = u32::try_from(tiff.len()).expect("a few bytes").to_be_bytes();
    [&length[..], &named, &crc(&named).to_be_bytes()].concat()
}

/// The check sum of a chunk, CRC-32 as PNG has it.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let named = [&name[..], data].concat();
        let length = u32::try_from(data.len()).expect("short").to_be_bytes();
        [&length[..], &named, &crc(&named).to_be_bytes()].concat()
    }

    #[test]
    fn texts_and_private_chunks_go_and_the_picture_stays_byte_by_byte() {
        let head = chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0");
        let (gamma, data, end) = (chunk(b"gAMA", &[0, 0, 0xb1, 0x8f]), chunk(b"IDAT", b"picture"), chunk(b"IEND", b""));
        let written = [
            &START[..],
            &head,
            &chunk(b"tEXt", b"Author\0Wang"),
            &gamma,
            &chunk(b"iTXt", "XML:com.adobe.xmp\0<x:xmpmeta>王某某".as_bytes()),
            &chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0GPS"),
            &chunk(b"tIME", &[7, 0xea, 9, 1, 8, 0, 0]),
            &chunk(b"prVt", b"phone"),
            &data,
            &end,
            b"and what a phone hung behind it",
        ]
        .concat();
        let want = [&START[..], &head, &gamma, &data, &end].concat();
        assert_eq!(clean(&written), Some(want.clone()));
        assert_eq!(clean(&want), Some(want), "what is clean stays as it is");
    }

    #[test]
    fn a_picture_that_lies_on_its_side_still_says_so() {
        let (head, end) = (chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0"), chunk(b"IEND", b""));
        let way = chunk(b"eXIf", &super::super::only(8));
        let written = [&START[..], &head, &chunk(b"tEXt", b"a\0b"), &way, &end].concat();
        assert_eq!(clean(&written), Some([&START[..], &head, &way, &end].concat()));
    }

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(crc(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        assert_eq!(clean(&[&START[..], &[0xff; 20]].concat()), None);
        assert_eq!(clean(&START), None);
    }
}
