//! Bytes as people compare them.
//!
//! In: bytes, most often a digest. Out: two small hexadecimal digits for each. Never shortens.

use std::fmt::Write;

/// Bytes in hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
