//! Text of tables.
//!
//! In: bytes. Out: text: by its mark UTF-8 or UTF-16, else strict UTF-8, else GB18030. Never takes bytes for
//! text that no text holds.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The text of a file; `None` where it is none.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => strict(encoding, &bytes[mark..])?,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => unmarked_utf16(bytes).or_else(|| strict(GB18030, bytes))?,
        },
    };
    let strange = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}' | '\u{85}');
    (!text.contains(strange)).then_some(text)
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    debug_assert!([UTF_8, GB18030, UTF_16LE, UTF_16BE].contains(&encoding));
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// UTF-16 without its mark: line ends show in every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<String> {
    let has = |pair: &[u8]| bytes.chunks_exact(2).any(|two| two == pair);
    if !bytes.len().is_multiple_of(2) || !bytes.contains(&0) {
        return None;
    }
    match () {
        () if has(b"\n\0") => strict(UTF_16LE, bytes),
        () if has(b"\0\n") => strict(UTF_16BE, bytes),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn reads_what_programs_write() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let gb = encoding_rs::GB18030.encode("金额\t㐂").0.into_owned();
        for (bytes, want) in [
            (b"\xef\xbb\xbf\xe9\x87\x91".to_vec(), "金"),
            ("金额".into(), "金额"),
            (gb, "金额\t㐂"),
            ([b"\xff\xfe".to_vec(), utf16("金\t额\n")].concat(), "金\t额\n"),
            (utf16("金\t额\n𠮷"), "金\t额\n𠮷"),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(want));
        }
    }

    #[test]
    fn refuses_what_no_text_holds() {
        for bytes in [&b"\x00\x01\x02"[..], b"a\x00b", b"\xff\xff\xff", b"\x81", b"\xff\xfe\x00\xd8"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
