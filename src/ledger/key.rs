//! Signing keys: the working key on the disk, sealed with a passphrase, and the recovery key in words.
//!
//! In: thirty-two secret bytes, a passphrase. Out: the text of a key file and back; twenty-four characters and
//! back. Never writes, never asks for anything.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use ed25519_dalek::SigningKey;

/// First line of a key file.
const HEAD: &str = "gongkai key 1";

/// How hard a passphrase is to guess: memory in KiB, passes, lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Default for Cost {
    fn default() -> Self {
        Self { memory: 64 * 1024, passes: 3 }
    }
}

/// The most that a key file may ask for: a foreign file must not stop the machine.
const MOST: Cost = Cost { memory: 1024 * 1024, passes: 16 };

/// Why a key file does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locked {
    /// It is not a key file, or was damaged.
    Unreadable,
    /// The passphrase is another one.
    WrongPassphrase,
}

/// A key file: the secret sealed with a passphrase.
pub fn lock(key: &SigningKey, passphrase: &str, salt: [u8; 16], nonce: [u8; 12], cost: Cost) -> String {
    lock_bytes(&key.to_bytes(), &key.verifying_key().to_bytes(), passphrase, salt, nonce, cost)
}

/// The same of any secret and its public half.
pub fn lock_bytes(
    secret: &[u8; 32],
    public: &[u8],
    passphrase: &str,
    salt: [u8; 16],
    nonce: [u8; 12],
    cost: Cost,
) -> String {
    let public = BASE64.encode(public);
    let cipher = cipher(passphrase, &salt, cost).expect("the cost is within bounds");
    let payload = Payload { msg: secret, aad: public.as_bytes() };
    let sealed = cipher.encrypt(&nonce.into(), payload).expect("thirty-two bytes can be sealed");
    let Cost { memory, passes } = cost;
    format!(
        "{HEAD}\npublic {public}\nargon2id {memory} {passes} 1 {}\nchacha20-poly1305 {} {}\n",
        BASE64.encode(salt),
        BASE64.encode(nonce),
        BASE64.encode(sealed)
    )
}

fn cipher(passphrase: &str, salt: &[u8], cost: Cost) -> Option<ChaCha20Poly1305> {
    let params = Params::new(cost.memory, cost.passes, 1, Some(32)).ok()?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .ok()?;
    Some(ChaCha20Poly1305::new(&key.into()))
}

/// The public half that a key file tells of itself.
pub fn public(file: &str) -> Option<[u8; 32]> {
    let line = file.strip_prefix(HEAD)?.trim_start().lines().next()?;
    BASE64.decode(line.strip_prefix("public ")?).ok()?.try_into().ok()
}

/// The key of a file.
///
/// # Errors
/// Where the file or the passphrase is wrong.
pub fn unlock(file: &str, passphrase: &str) -> Result<SigningKey, Locked> {
    let (secret, public) = unlock_bytes(file, passphrase)?;
    let key = SigningKey::from_bytes(&secret);
    if key.verifying_key().as_bytes()[..] == public { Ok(key) } else { Err(Locked::Unreadable) }
}

/// The secret of a file, and the public half that was sealed with it.
///
/// # Errors
/// Where the file or the passphrase is wrong.
pub fn unlock_bytes(file: &str, passphrase: &str) -> Result<([u8; 32], Vec<u8>), Locked> {
    let parts = parts(file).ok_or(Locked::Unreadable)?;
    let cipher = cipher(passphrase, &parts.salt, parts.cost).ok_or(Locked::Unreadable)?;
    let public = BASE64.encode(&parts.public);
    let payload = Payload { msg: &parts.sealed, aad: public.as_bytes() };
    let secret = cipher.decrypt(&parts.nonce.into(), payload).map_err(|_| Locked::WrongPassphrase)?;
    Ok((secret.try_into().map_err(|_| Locked::Unreadable)?, parts.public))
}

struct Parts {
    public: Vec<u8>,
    cost: Cost,
    salt: Vec<u8>,
    nonce: [u8; 12],
    sealed: Vec<u8>,
}

fn parts(file: &str) -> Option<Parts> {
    let mut lines = file.lines();
    lines.next().filter(|l| *l == HEAD)?;
    let public = BASE64.decode(lines.next()?.strip_prefix("public ")?).ok()?;
    let mut slow = lines.next()?.strip_prefix("argon2id ")?.split(' ');
    let cost = Cost { memory: slow.next()?.parse().ok()?, passes: slow.next()?.parse().ok()? };
    let within = cost.memory <= MOST.memory && cost.passes <= MOST.passes && slow.next()? == "1";
    let salt = BASE64.decode(slow.next()?).ok()?;
    let (nonce, sealed) = lines.next()?.strip_prefix("chacha20-poly1305 ")?.split_once(' ')?;
    let (nonce, sealed) = (BASE64.decode(nonce).ok()?.try_into().ok()?, BASE64.decode(sealed).ok()?);
    within.then_some(Parts { public, cost, salt, nonce, sealed })
}

/// A key as twenty-four characters (BIP 39, simplified Chinese): they carry a check sum, and no two look alike.
pub fn to_words(key: &SigningKey) -> Vec<String> {
    let words = bip39::Mnemonic::from_entropy_in(bip39::Language::SimplifiedChinese, &key.to_bytes());
    words.expect("thirty-two bytes are twenty-four words").words().map(str::to_owned).collect()
}

/// The key of twenty-four characters, with or without gaps; `None` where one is wrong.
pub fn of_words(text: &str) -> Option<SigningKey> {
    let signs: Vec<String> = text.chars().filter(|c| c.is_alphabetic()).map(String::from).collect();
    let words = bip39::Mnemonic::parse_in(bip39::Language::SimplifiedChinese, signs.join(" ")).ok()?;
    Some(SigningKey::from_bytes(&words.to_entropy().try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUICK: Cost = Cost { memory: 64, passes: 1 };

    #[test]
    fn a_key_file_opens_with_its_passphrase_alone() {
        let key = SigningKey::from_bytes(&[9; 32]);
        let file = lock(&key, "桃花源里", [1; 16], [2; 12], QUICK);
        assert_eq!(unlock(&file, "桃花源里").map(|k| k.to_bytes()), Ok([9; 32]));
        assert_eq!(public(&file), Some(key.verifying_key().to_bytes()));
        assert_eq!(unlock(&file, "桃花源外").unwrap_err(), Locked::WrongPassphrase);
        assert_eq!(
            unlock(&file.replace("argon2id 64", "argon2id 4000000000"), "桃花源里").unwrap_err(),
            Locked::Unreadable
        );
        assert_eq!(unlock("", "").unwrap_err(), Locked::Unreadable);
        // The public half belongs to what is sealed.
        let other = BASE64.encode(SigningKey::from_bytes(&[8; 32]).verifying_key().to_bytes());
        let own = BASE64.encode(key.verifying_key().to_bytes());
        assert_eq!(unlock(&file.replace(&own, &other), "桃花源里").unwrap_err(), Locked::WrongPassphrase);
    }

    #[test]
    fn words_come_back_and_a_wrong_one_is_noticed() {
        let key = SigningKey::from_bytes(&[77; 32]);
        let words = to_words(&key);
        assert_eq!(words.len(), 24);
        assert!(words.iter().all(|w| w.chars().count() == 1), "{words:?}");
        assert_eq!(of_words(&words.concat()).map(|k| k.to_bytes()), Some([77; 32]));
        assert_eq!(of_words(&words.join(" , ")).map(|k| k.to_bytes()), Some([77; 32]));
        let mut wrong = words.clone();
        wrong[3] = if wrong[3] == "的" { "一".into() } else { "的".into() };
        assert!(of_words(&wrong.concat()).is_none());
        assert!(of_words("的一是").is_none());
    }
}
