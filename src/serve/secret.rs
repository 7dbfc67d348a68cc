//! Secrets of one run of the preview.
//!
//! In: the system's randomness. Out: a token, a code to be typed. Never kept anywhere.

/// What every write must know: 32 bytes in hexadecimal.
pub(super) fn token() -> String {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Eight digits to be typed once on another device.
pub(super) fn code() -> String {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    format!("{:08}", u64::from_le_bytes(bytes) % 100_000_000)
}
