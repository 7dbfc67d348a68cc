//! Signed notes and public keys, read a second time.
//!
//! In: texts. Out: what they say, and whether a key signed them. Knows only plain Ed25519 keys; signatures of
//! others are passed over, as the specification demands.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use super::merkle::Hash;

/// A public key.
#[derive(Debug, Clone)]
pub struct Key {
    /// As it was written.
    pub text: String,
    name: String,
    id: [u8; 4],
    key: VerifyingKey,
}

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Name of the log; empty where it is not known, as when it was copied from paper.
    pub origin: String,
    /// Entries.
    pub size: usize,
    /// Root over them.
    pub root: Hash,
}

/// Bytes of canonical base64.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let bytes = STANDARD.decode(text).ok()?;
    (STANDARD.encode(&bytes) == text).then_some(bytes)
}

/// Bytes in hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

impl Key {
    /// Reads `name+id+key`.
    pub fn read(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once('+')?;
        let (id, encoded) = rest.split_once('+')?;
        let bytes = decode(encoded)?;
        let public: [u8; 32] = bytes.strip_prefix(&[1])?.try_into().ok()?;
        let digest = Sha256::digest([name.as_bytes(), b"\n", &bytes].concat());
        let computed = [digest[0], digest[1], digest[2], digest[3]];
        if hex(&computed) != id || name.is_empty() {
            return None;
        }
        let key = VerifyingKey::from_bytes(&public).ok()?;
        Some(Self { text: text.to_owned(), name: name.to_owned(), id: computed, key })
    }

    /// Whose it is.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it signed a text.
    pub fn signed(&self, text: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|s| self.key.verify_strict(text, &s).is_ok())
    }

    /// Whether it signed a note, and no other signature under its name fails.
    pub fn signed_note(&self, note: &str) -> bool {
        let Some(at) = note.rfind("\n\n") else {
            return false;
        };
        let (text, lines) = (&note[..at + 1], &note[at + 2..]);
        if !lines.ends_with('\n') || note.chars().any(|c| c < ' ' && c != '\n') {
            return false;
        }
        let mut mine = 0;
        for line in lines.lines() {
            let Some((name, encoded)) = line.strip_prefix("\u{2014} ").and_then(|l| l.split_once(' ')) else {
                return false;
            };
            let Some(bytes) = decode(encoded).filter(|b| b.len() > 4) else {
                return false;
            };
            if name == self.name && bytes[..4] == self.id {
                if !self.signed(text.as_bytes(), &bytes[4..]) {
                    return false;
                }
                mine += 1;
            }
        }
        mine > 0
    }
}

impl Point {
    /// Reads the text of a checkpoint, or a receipt that ends in one.
    pub fn read(note: &str) -> Option<Self> {
        let note = match note.strip_prefix("c2sp.org/tlog-proof@v1\n") {
            Some(rest) => rest.split_once("\n\n")?.1,
            None => note,
        };
        let (text, _) = note.split_once("\n\n")?;
        let lines: Vec<&str> = text.split('\n').collect();
        let [origin, size, root] = lines[..] else {
            return None;
        };
        Some(Self { origin: origin.to_owned(), size: number(size)?, root: decode(root)?.try_into().ok()? })
            .filter(|_| !origin.is_empty())
    }

    /// Reads `size:root` as copied from paper.
    pub fn read_typed(text: &str) -> Option<Self> {
        let (size, root) = text.trim().split_once(':')?;
        let (size, root) = (number(size.trim())?, decode(root.trim())?.try_into().ok()?);
        Some(Self { origin: String::new(), size, root })
    }
}

/// A whole number without leading zeroes.
pub fn number(text: &str) -> Option<usize> {
    let plain = text == "0" || (!text.starts_with('0') && !text.is_empty());
    (plain && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
