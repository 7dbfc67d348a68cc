//! A size of work as it is asked for: so many communities with so many records each.
//!
//! In: `100x20`. Out: both numbers. Never guesses.

/// Reads `100x20` or `100×20`.
///
/// # Panics
/// Where it is written otherwise.
pub fn read(text: &str) -> (usize, usize) {
    let parts = text.split_once(['x', '×']);
    let both = parts.and_then(|(communities, records)| Some((communities.parse().ok()?, records.parse().ok()?)));
    both.unwrap_or_else(|| panic!("`{text}`: a size is written 100x20"))
}
