//! What is kept for the next build, with a sum over it.
//!
//! In: plain data. Out: bytes, and the data again where every byte is as it was. Never decodes damaged bytes: a length
//! in them could ask for more memory than there is.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes of the sum at the head.
const SUM: usize = 32;

/// The data as bytes with their sum.
pub fn encode(data: &impl Serialize) -> Vec<u8> {
    let bytes = postcard::to_extend(data, vec![0; SUM]).expect("what is kept is plain data");
    let sum = *blake3::hash(&bytes[SUM..]).as_bytes();
    let mut bytes = bytes;
    bytes[..SUM].copy_from_slice(&sum);
    bytes
}

/// The data, where its sum is right and it has the form that is asked for.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (sum, data) = bytes.split_at_checked(SUM)?;
    let sound = blake3::hash(data).as_bytes() == sum;
    sound.then(|| postcard::from_bytes(data).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_damaged_byte_is_seen() {
        let data = vec!["示例".to_owned(), String::new(), "gongkai".to_owned()];
        let bytes = encode(&data);
        assert_eq!(decode::<Vec<String>>(&bytes), Some(data));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x80;
            assert_eq!(decode::<Vec<String>>(&damaged), None, "byte {at}");
            assert_eq!(decode::<Vec<String>>(&bytes[..at]), None, "cut at {at}");
        }
    }
}
