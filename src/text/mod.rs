//! From bytes to text.
//!
//! In: the bytes of a file. Out: text without byte-order mark, or the news that it is not UTF-8.
//! Never guesses for records; tables, which Excel writes, may be GB18030.

mod enter;
mod file_name;
mod hex;
mod hidden;
mod secret;
mod size;

pub use enter::{MAX_BYTES, enter, tell_hidden};
pub use file_name::{is_device, is_file_name, is_program};
pub use hex::hex;
pub use hidden::{hidden, is_hidden};
pub use secret::secret;
pub use size::size;

use encoding_rs::GB18030;

/// The text of a record: UTF-8, with or without byte-order mark.
///
/// # Errors
/// Gives the byte offset of the first byte that is not UTF-8.
pub fn decode_record(bytes: &[u8]) -> Result<&str, usize> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| error.valid_up_to())
}

/// The text of a table: UTF-8 where it is that, else GB18030.
pub fn decode_table(bytes: &[u8]) -> String {
    match decode_record(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => GB18030.decode(bytes).0.into_owned(),
    }
}

/// Whether the bytes read cleanly as GB18030, for a better hint.
pub fn is_gb18030(bytes: &[u8]) -> bool {
    !GB18030.decode(bytes).2
}
