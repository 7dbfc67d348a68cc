//! PDFs as programs write them, and as nobody should.
//!
//! In: small files made here. Out: the words that were read. Never needs another program.

use std::io::Write;

use super::super::{Contents, Unread, contents};

fn packed(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).expect("memory");
    encoder.finish().expect("memory")
}

fn stream(number: u32, head: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("{number} 0 obj\n<< {head} /Length {} >>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
}

fn words(parts: &[Vec<u8>]) -> String {
    let told: Contents = contents("x.pdf", &[b"%PDF-1.7\n".to_vec(), parts.concat()].concat());
    told.parts.iter().map(|p| p.text.trim_end().to_owned()).collect::<Vec<_>>().join("|")
}

const FONTS: &[u8] =
    b"1 0 obj\n<< /Type /Page /Contents 5 0 R /Resources << /Font << /F1 2 0 R /F2 3 0 R >> >> >>\nendobj\n\
2 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\n\
3 0 obj << /Type /Font /Subtype /Type0 /Encoding /UniGB-UCS2-H >> endobj\n";

#[test]
fn text_is_read_by_its_font_and_parted_by_its_places() {
    // 证号 in UCS-2, a number in two pieces with a kern between, a line below, a column to the right.
    let page = b"BT /F2 12 Tf 50 700 Td <8BC153F7> Tj /F1 12 Tf 40 0 Td [(1101) -20 (0119)] TJ \
        -40 -20 Td (A) Tj 200 0 Td (B) Tj ET";
    assert_eq!(words(&[FONTS.to_vec(), stream(5, "", page)]), "证号\t11010119\nA\tB");
    assert_eq!(words(&[FONTS.to_vec(), stream(5, "/Filter /FlateDecode", &packed(page))]), "证号\t11010119\nA\tB");
}

#[test]
fn letters_that_are_placed_one_by_one_stay_together() {
    let page: String = (0..6).map(|n| format!("BT /F1 10 Tf 1 0 0 1 {} 700 Tm ({n}) Tj ET\n", 50 + n * 5)).collect();
    assert_eq!(words(&[FONTS.to_vec(), stream(5, "", page.as_bytes())]), "012345");
}

#[test]
fn a_map_of_the_font_says_what_codes_mean() {
    let map = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0001> <0003> <0031> endbfrange \
        1 beginbfchar <0009> <8BC1> endbfchar";
    let font = b"2 0 obj << /Subtype /Type0 /Encoding /Identity-H /ToUnicode 4 0 R >> endobj\n";
    let page = b"1 0 obj << /Resources << /Font << /F1 2 0 R >> >> >> endobj\n";
    let shown = stream(5, "", b"BT /F1 9 Tf <0009000100020003> Tj ET");
    assert_eq!(words(&[page.to_vec(), font.to_vec(), stream(4, "", map), shown]), "证123");
}

#[test]
fn older_revisions_properties_and_packed_objects_are_read_too() {
    let old = stream(5, "", b"BT (old 11010119) Tj ET");
    let new = stream(5, "", b"BT (new) Tj ET");
    let title = b"9 0 obj << /Title <FEFF8BC153F7> >> endobj\n".to_vec();
    let members = b"20 0 << /V (field 11010119) >>";
    let pack = stream(8, "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", &packed(members));
    assert_eq!(words(&[old, new, title, pack]), "证号|field 11010119|old 11010119\nnew");
}

#[test]
fn what_cannot_be_read_is_told() {
    let of = |parts: &[Vec<u8>]| contents("x.pdf", &[b"%PDF-1.7\n".to_vec(), parts.concat()].concat()).unread;
    assert_eq!(
        of(&[b"1 0 obj << /Subtype /Image /Length 3 >> stream\nabc\nendstream endobj".to_vec()]),
        [Unread::Pictures]
    );
    assert_eq!(of(&[b"1 0 obj << >> endobj trailer << /Encrypt 4 0 R >>".to_vec()]), [Unread::Locked]);
    assert_eq!(of(&[b"no objects".to_vec()]), [Unread::Damaged]);
    let blind =
        b"2 0 obj << /Subtype /Type0 /Encoding /Identity-H >> endobj 1 0 obj << /Font << /F1 2 0 R >> >> endobj\n";
    assert_eq!(of(&[blind.to_vec(), stream(5, "", b"BT /F1 9 Tf <0009> Tj ET")]), [Unread::Pictures]);
}

#[test]
fn hostile_files_end() {
    let deep = [b"1 0 obj ".to_vec(), b"[".repeat(200_000)].concat();
    let bombs = vec![stream(5, "/Filter /FlateDecode", &packed(&vec![b'0'; 90_000_000]))];
    let loops = b"1 0 obj << /Font 1 0 R /Resources 1 0 R >> endobj 2 0 obj 2 0 R endobj".to_vec();
    let open = b"1 0 obj << /A 1 >> stream\n".repeat(20_000);
    for file in [vec![deep], bombs, vec![loops], vec![open]] {
        let told = contents("x.pdf", &[b"%PDF-1.7\n".to_vec(), file.concat()].concat());
        assert!(told.parts.iter().all(|p| p.text.len() < 1_000_000));
    }
}
