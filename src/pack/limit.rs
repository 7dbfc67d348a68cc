//! How large a pack may be.
//!
//! In: nothing. Out: limits above what a village keeps in many years, low enough that a hostile file costs neither
//! memory nor time. Never depends on what a file claims.

/// The largest pack, in bytes.
pub const MAX_FILE: usize = 100 << 20;
/// The largest file in it, in bytes.
pub(super) const MAX_ONE: u64 = 50 << 20;
/// The most that all files may grow to, in bytes.
pub(super) const MAX_ALL: u64 = 200 << 20;
/// The most files.
pub(super) const MAX_FILES: usize = 10_000;
/// The largest manifest, in bytes.
pub(super) const MAX_MANIFEST: u64 = 8 << 20;

/// The signature of each line of a zip's directory.
const LINE: &[u8] = b"PK\x01\x02";

/// Whether a zip's directory could have more lines than are read; attachments that are zips themselves count too.
pub(super) fn has_too_many_lines(bytes: &[u8]) -> bool {
    bytes.windows(LINE.len()).filter(|part| *part == LINE).nth(MAX_FILES * 20).is_some()
}

/// A limit as people say it.
pub(super) fn mib(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}
