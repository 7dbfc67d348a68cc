//! Sizes of files.
//!
//! In: a number of bytes. Out: what people say of it. Never exact: it is read by people alone.

/// So many bytes, in words that people use.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes >> 20, ((bytes & 0xf_ffff) * 10) >> 20),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_large() {
        let said = [0, 1, 1024, 1025, 1_048_576, 2_328_169].map(size);
        assert_eq!(said, ["0 KB", "1 KB", "1 KB", "2 KB", "1.0 MB", "2.2 MB"]);
    }
}
