//! HEIC, HEIF and AVIF: what their items say beside the picture.
//!
//! In: bytes. Out: the same with the bytes of Exif and XMP blotted out, so that no place in the file moves. Which way up
//! the picture is stands elsewhere and stays. Never touches pictures, thumbnails or their properties.

/// Brands by which such files begin.
const BRANDS: &[&[u8; 4]] = &[b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1", b"avif", b"avis"];
/// An empty Exif item: its place of the TIFF head, and a head without entries.
const EMPTY: &[u8] = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0";

/// Whether the bytes begin as such a file does.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(&b"ftyp"[..])
        && bytes.get(8..12).is_some_and(|b| BRANDS.iter().any(|brand| brand[..] == *b))
}

/// None where it cannot be read, or tells of such an item without saying where it lies.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let meta = boxes(bytes, 0, bytes.len())?.into_iter().find(|b| b.name == *b"meta")?;
    let inner = boxes(bytes, meta.start + 4, meta.end)?;
    let find = |name: &[u8; 4]| inner.iter().find(|b| b.name == *name);
    let told = items(bytes, find(b"iinf")?)?;
    let mut out = bytes.to_vec();
    if told.is_empty() {
        return Some(out);
    }
    let data = find(b"idat").map(|b| b.start);
    let mut left = told.clone();
    for (id, start, length) in places(bytes, find(b"iloc")?, data)? {
        let Some((_, is_exif)) = told.iter().find(|(known, _)| *known == id) else { continue };
        let place = out.get_mut(start..start.checked_add(length)?)?;
        place.fill(0);
        if *is_exif && place.len() >= EMPTY.len() {
            place[..EMPTY.len()].copy_from_slice(EMPTY);
        }
        left.retain(|(known, _)| *known != id);
    }
    left.is_empty().then_some(out)
}

struct Part {
    name: [u8; 4],
    /// First byte behind its head.
    start: usize,
    end: usize,
}

fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let part = bytes.get(at..at.checked_add(size)?)?;
    part.iter().try_fold(0_usize, |sum, b| sum.checked_mul(256)?.checked_add(usize::from(*b)))
}

fn boxes(bytes: &[u8], from: usize, to: usize) -> Option<Vec<Part>> {
    let mut list = Vec::new();
    let mut at = from;
    while at.checked_add(8)? <= to {
        let name: [u8; 4] = bytes.get(at + 4..at + 8)?.try_into().ok()?;
        let (head, length) = match number(bytes, at, 4)? {
            0 => (8, to - at),
            1 => (16, number(bytes, at + 8, 8)?),
            length => (8, length),
        };
        let end = at.checked_add(length).filter(|end| *end <= to && length >= head)?;
        list.push(Part { name, start: at + head, end });
        at = end;
    }
    Some(list)
}

/// The items that are Exif or XMP, by number; whether it is Exif.
fn items(bytes: &[u8], list: &Part) -> Option<Vec<(usize, bool)>> {
    let version = *bytes.get(list.start)?;
    let head = if version == 0 { 6 } else { 8 };
    let mut found = Vec::new();
    for entry in boxes(bytes, list.start + head, list.end)?.into_iter().filter(|b| b.name == *b"infe") {
        let size = match bytes.get(entry.start)? {
            2 => 2,
            3 => 4,
            // Older entries have no type: they are no metadata of pictures.
            _ => continue,
        };
        let kind = bytes.get(entry.start + 4 + size + 2..entry.start + 4 + size + 6)?;
        if matches!(kind, b"Exif" | b"mime") {
            found.push((number(bytes, entry.start + 4, size)?, kind == b"Exif"));
        }
    }
    Some(found)
}

/// Number, first byte and length of every stretch of every item that lies in this file.
fn places(bytes: &[u8], list: &Part, data: Option<usize>) -> Option<Vec<(usize, usize, usize)>> {
    let version = *bytes.get(list.start)?;
    let sizes = number(bytes, list.start + 4, 2)?;
    let size = |shift: usize| sizes >> shift & 0xf;
    let (offset, length, base) = (size(12), size(8), size(4));
    let index = if version == 0 { 0 } else { size(0) };
    let wide = if version < 2 { 2 } else { 4 };
    let count = number(bytes, list.start + 6, wide)?;
    let mut at = list.start + 6 + wide;
    let mut found = Vec::new();
    for _ in 0..count {
        let id = number(bytes, at, wide)?;
        at += wide;
        let way = if version == 0 { 0 } else { number(bytes, at, 2)? & 0xf };
        at += if version == 0 { 2 } else { 4 };
        let from = number(bytes, at, base)?;
        let extents = number(bytes, at + base, 2)?;
        at += base + 2;
        for _ in 0..extents {
            at += index;
            let (start, size) = (number(bytes, at, offset)?, number(bytes, at + offset, length)?);
            at += offset + length;
            let origin = match way {
                0 => 0,
                1 => data?,
                _ => return None,
            };
            found.push((id, origin.checked_add(from)?.checked_add(start)?, size));
        }
        if at > list.end {
            return None;
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len() + 8).expect("short").to_be_bytes();
        [&length[..], name, data].concat()
    }

    /// A file with one picture and one Exif item of `exif`.
    fn file(exif: &[u8], located: bool) -> Vec<u8> {
        let entry = |id: u8, kind: &[u8; 4]| part(b"infe", &[&[2, 0, 0, 0, 0, id, 0, 0][..], kind, &[0]].concat());
        let list = part(b"iinf", &[&[0, 0, 0, 0, 0, 2][..], &entry(1, b"hvc1"), &entry(2, b"Exif")].concat());
        let head = part(b"ftyp", b"heic\0\0\0\0");
        let picture = b"picture";
        let place = |at: usize| -> Vec<u8> {
            let item = |id: u8, start: usize, length: usize| {
                let word = |n: usize| u32::try_from(n).expect("short").to_be_bytes();
                [&[0, id, 0, 0, 0, 1][..], &word(start), &word(length)].concat()
            };
            let second = if located { item(2, at + picture.len(), exif.len()) } else { item(3, 0, 0) };
            part(b"iloc", &[&[0, 0, 0, 0, 0x44, 0, 0, 2][..], &item(1, at, picture.len()), &second].concat())
        };
        let meta = |at: usize| part(b"meta", &[&[0, 0, 0, 0][..], &list, &place(at)].concat());
        let start = head.len() + meta(0).len() + 8;
        [head, meta(start), part(b"mdat", &[&picture[..], exif].concat())].concat()
    }

    #[test]
    fn what_a_camera_wrote_is_blotted_out_and_nothing_moves() {
        let exif = b"\0\0\0\0MM\0*\0\0\0\x08\0\0GPS 30.5N 114.3E";
        let written = file(exif, true);
        let cleaned = clean(&written).expect("it can be read");
        assert_eq!(cleaned.len(), written.len());
        let text = String::from_utf8_lossy(&cleaned);
        assert!(text.contains("picture") && !text.contains("GPS"), "{text}");
        assert_eq!(clean(&cleaned), Some(cleaned.clone()), "what is clean stays as it is");
        assert!(is(&written));
    }

    #[test]
    fn what_does_not_say_where_it_lies_is_refused() {
        assert_eq!(clean(&file(b"GPS", false)), None);
        assert_eq!(clean(b"\0\0\0\x10ftypheic\0\0\0\0"), None);
    }
}
