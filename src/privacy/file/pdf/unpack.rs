//! Streams unpacked.
//!
//! In: a stream and its dictionary. Out: its bytes, as far as the limit goes. Never decodes pictures.

use std::io::Read;

use super::super::limit::Limit;
use super::super::{Contents, Unread};
use super::lexer::Value;
use super::objects::Objects;

pub(super) fn unpack(
    value: &Value,
    stream: &[u8],
    objects: &Objects<'_>,
    limit: &mut Limit,
    out: &mut Contents,
) -> Vec<u8> {
    let filter = value.get("Filter").or_else(|| value.get("F")).map(|f| objects.resolve(f));
    let names: Vec<&str> = match filter {
        Some(Value::Name(name)) => vec![name],
        Some(Value::List(list)) => list.iter().filter_map(|f| objects.resolve(f).name()).collect(),
        _ => Vec::new(),
    };
    let mut bytes = stream.to_vec();
    for name in names.into_iter().take(4) {
        bytes = match name {
            "FlateDecode" | "Fl" => {
                let plain = limit.unpack(flate2::read::ZlibDecoder::new(&bytes[..]), out);
                let parameters = value.get("DecodeParms").map(|p| objects.resolve(p));
                let number = |key: &str| parameters.and_then(|p| p.get(key)).and_then(Value::number);
                match number("Predictor") {
                    Some(predictor) if predictor >= 10.0 => {
                        rows(&plain, number("Columns").map_or(1, |n| n.max(1.0) as usize))
                    }
                    _ => plain,
                }
            }
            "ASCIIHexDecode" | "AHx" => hex(&bytes),
            "ASCII85Decode" | "A85" => base85(&bytes),
            "DCTDecode" | "JPXDecode" | "CCITTFaxDecode" | "JBIG2Decode" => return Vec::new(),
            _ => {
                out.unread.push(Unread::Unknown);
                return Vec::new();
            }
        };
    }
    bytes
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take_while(|b| **b != b'>')
        .filter_map(|b| char::from(*b).to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect();
    digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect()
}

fn base85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::new();
    for byte in bytes.iter().take_while(|b| **b != b'~').filter(|b| !b.is_ascii_whitespace()) {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => return out,
        }
        if group.len() == 5 {
            out.extend(word(&group).to_be_bytes());
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        out.extend(&word(&group).to_be_bytes()[..kept]);
    }
    out
}

fn word(group: &[u32]) -> u32 {
    group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(*digit))
}

/// Rows that say of every byte how it differs from its neighbours, as PNG has them; of one byte a sample.
fn rows(bytes: &[u8], columns: usize) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; columns];
    let mut reader = bytes;
    let mut row = vec![0_u8; columns + 1];
    while reader.read_exact(&mut row).is_ok() {
        for at in 0..columns {
            let (left, up) = (if at > 0 { row[at] } else { 0 }, above[at]);
            let corner = if at > 0 { above[at - 1] } else { 0 };
            let guess = match row[0] {
                1 => left,
                2 => up,
                3 => u8::midpoint(left, up),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            row[at + 1] = row[at + 1].wrapping_add(guess);
        }
        above.copy_from_slice(&row[1..]);
        out.extend(&row[1..]);
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |side: u8| (guess - i16::from(side)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}
