//! A second signature over the checkpoint by the national algorithms: SM2 with SM3 (GB/T 32918, GB/T 32905), beside the
//! log and no part of it.
//!
//! In: thirty-two secret bytes, a checkpoint. Out: a signature in DER and a public key in PEM, as openssl reads them.
//! Never takes the place of the Ed25519 signature, which is the one that the log's specification knows. The feature `sm`
//! makes such signatures; without it they are published as they are.

/// The file of the signature, within what every site publishes of its ledger.
pub const SIGNATURE: &str = "checkpoint.sm2";
/// The file of the public key.
pub const KEY: &str = "sm2.pem";
/// The signer's identity that the standard gives where none was agreed upon.
pub const IDENTITY: &str = "1234567812345678";

/// A signature and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct National {
    /// The checkpoint that was signed: the signature is none of any other.
    pub note: String,
    /// The signature in DER.
    pub signature: Vec<u8>,
    /// The public key in PEM.
    pub key: Vec<u8>,
}

#[cfg(feature = "sm")]
mod signing {
    use sm2::SecretKey;
    use sm2::dsa::SigningKey;
    use sm2::dsa::signature::Signer;
    use sm2::pkcs8::{EncodePublicKey, LineEnding};

    use super::{IDENTITY, National};

    /// Signs a checkpoint; none where the secret is no key.
    pub fn sign(secret: &[u8; 32], note: &str) -> Option<National> {
        let secret = SecretKey::from_slice(secret).ok()?;
        let key = secret.public_key().to_public_key_pem(LineEnding::LF).ok()?;
        let signature = SigningKey::new(IDENTITY, &secret).ok()?.sign(note.as_bytes());
        let (r, s) = (integer(&signature.r_bytes()), integer(&signature.s_bytes()));
        let mut der = vec![0x30, u8::try_from(r.len() + s.len()).ok()?];
        der.extend(r);
        der.extend(s);
        Some(National { note: note.to_owned(), signature: der, key: key.into_bytes() })
    }

    /// The public half of a secret, as the bytes of its point; none where the secret is no key.
    pub fn public(secret: &[u8; 32]) -> Option<Vec<u8>> {
        Some(SecretKey::from_slice(secret).ok()?.public_key().to_sec1_bytes().into_vec())
    }

    /// A whole number above zero in DER.
    fn integer(bytes: &[u8]) -> Vec<u8> {
        let digits = &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..];
        let sign = digits.first().is_none_or(|first| *first >= 0x80);
        let length = u8::try_from(digits.len() + usize::from(sign)).expect("at most 33 bytes");
        [0x02, length].into_iter().chain(sign.then_some(0)).chain(digits.iter().copied()).collect()
    }
}

#[cfg(feature = "sm")]
pub use signing::{public, sign};
