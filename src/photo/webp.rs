//! WebP: what its chunks say beside the picture.
//!
//! In: bytes. Out: the same without Exif, XMP, unknown chunks and what follows the end. Never touches the chunks that
//! decoders need; which way up the picture is stays.

/// The chunks that make the picture.
const NEEDED: &[&[u8; 4]] = &[b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// Flags of VP8X that promise metadata.
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;
/// The largest body of a file.
const LONGEST: usize = u32::MAX as usize - 16;

/// Whether the bytes begin as a WebP does.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(&b"WEBP"[..])
}

/// None where it cannot be read: a chunk that is longer than the file.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let told = usize::try_from(u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?)).ok()?;
    let body = bytes.get(12..told.checked_add(8)?)?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut way = None;
    let mut flags = None;
    let mut at = 0;
    while at < body.len() {
        let length = usize::try_from(u32::from_le_bytes(body.get(at + 4..at + 8)?.try_into().ok()?)).ok()?;
        let end = at.checked_add(8)?.checked_add(length)?;
        let data = body.get(at + 8..end)?;
        // A chunk of odd length is filled up.
        let next = end + length % 2;
        let name: &[u8; 4] = body[at..at + 4].try_into().expect("four bytes");
        if name == b"EXIF" {
            way = super::orientation(data.strip_prefix(b"Exif\0\0").unwrap_or(data));
        }
        if NEEDED.contains(&name) {
            if name == b"VP8X" && !data.is_empty() {
                flags = Some(out.len() + 8);
            }
            out.extend(&body[at..end]);
            out.resize(out.len() + length % 2, 0);
        }
        at = next;
    }
    if let Some(flags) = flags {
        out[flags] &= !(EXIF | XMP);
        if let Some(way) = way {
            out[flags] |= EXIF;
            let tiff = super::only(way);
            out.extend(b"EXIF");
            out.extend(u32::try_from(tiff.len()).expect("a few bytes").to_le_bytes());
            out.extend(tiff);
        }
    }
    let size = u32::try_from(out.len() - 8).ok().filter(|_| out.len() < LONGEST)?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).expect("short").to_le_bytes();
        [&name[..], &length, data, &[0][..data.len() % 2]].concat()
    }

    fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
        let body = chunks.concat();
        let size = u32::try_from(body.len() + 4).expect("short").to_le_bytes();
        [&b"RIFF"[..], &size, b"WEBP", &body].concat()
    }

    #[test]
    fn what_a_camera_wrote_goes_and_the_picture_stays_byte_by_byte() {
        let head = |flags: u8| chunk(b"VP8X", &[flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
        let (colours, data) = (chunk(b"ICCP", b"abc"), chunk(b"VP8 ", b"picture"));
        let written = [
            head(0x2c),
            colours.clone(),
            data.clone(),
            chunk(b"EXIF", b"MM\0*\0\0\0\x08\0\0GPS"),
            chunk(b"XMP ", b"<x:xmpmeta>"),
            chunk(b"note", "王某某".as_bytes()),
        ];
        let mut bytes = file(&written);
        bytes.extend(b"what a phone hung behind it");
        let want = file(&[head(0x20), colours, data]);
        assert_eq!(clean(&bytes), Some(want.clone()));
        assert_eq!(clean(&want), Some(want), "what is clean stays as it is");
    }

    #[test]
    fn a_picture_that_lies_on_its_side_still_says_so() {
        let head = chunk(b"VP8X", &[8, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
        let written = file(&[head, chunk(b"VP8 ", b"picture!"), chunk(b"EXIF", &super::super::only(6))]);
        assert_eq!(clean(&written), Some(written));
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        assert_eq!(clean(b"RIFF\xff\xff\xff\xffWEBPVP8 "), None);
        assert_eq!(clean(b"RIFF"), None);
    }
}
