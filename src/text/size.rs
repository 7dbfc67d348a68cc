//! Sizes of files.
//!
//! In: a number of bytes. Out: what people say of it. Never exact: it is read by people alone.

/// So many bytes, in words that people use: in KB up to a thousand, then in MB.
pub fn size(bytes: u64) -> String {
    let kilo = bytes.div_ceil(1024);
    if kilo < 1000 { format!("{kilo} KB") } else { format!("{}.{} MB", kilo / 1024, kilo % 1024 * 10 / 1024) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_large() {
        let said = [0, 1, 1024, 1025, 1_022_976, 1_022_977, 1_048_576, 2_328_169].map(size);
        assert_eq!(said, ["0 KB", "1 KB", "1 KB", "2 KB", "999 KB", "0.9 MB", "1.0 MB", "2.2 MB"]);
    }
}
