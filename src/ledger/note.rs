//! Signed notes, the keys that check them, and checkpoints (C2SP signed-note, tlog-checkpoint).
//!
//! In: texts and keys. Out: notes and what they say. Never reads or keeps a secret: a signer is handed in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::tree::Hash;

/// The type of a plain Ed25519 key.
const ED25519: u8 = 1;

/// A public key under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vkey {
    /// Whose it is: the origin of the log.
    pub name: String,
    /// Its 32 bytes.
    pub public: [u8; 32],
}

impl Vkey {
    /// The public half of a key, under a name.
    pub fn of(name: &str, key: &SigningKey) -> Self {
        Self { name: name.to_owned(), public: key.verifying_key().to_bytes() }
    }

    /// The first four bytes of the hash of name, type and key.
    pub fn id(&self) -> [u8; 4] {
        let hash = Sha256::new()
            .chain_update(self.name.as_bytes())
            .chain_update([b'\n', ED25519])
            .chain_update(self.public)
            .finalize();
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// Reads `name+id+key`; `None` where it is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '+');
        let (name, id, key) = (parts.next()?, parts.next()?, parts.next()?);
        let bytes = BASE64.decode(key).ok()?;
        let (kind, public) = bytes.split_first()?;
        let vkey = Self { name: name.to_owned(), public: public.try_into().ok()? };
        let sound = *kind == ED25519 && good_name(name) && vkey.to_string() == text;
        (sound && id.len() == 8).then_some(vkey)
    }

    /// Whether `signature` over `text` is of this key.
    pub fn verifies(&self, text: &[u8], signature: &[u8]) -> bool {
        let (Ok(key), Ok(signature)) = (VerifyingKey::from_bytes(&self.public), Signature::from_slice(signature))
        else {
            return false;
        };
        key.verify_strict(text, &signature).is_ok()
    }
}

impl std::fmt::Display for Vkey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let id: String = self.id().iter().map(|b| format!("{b:02x}")).collect();
        let key: Vec<u8> = [&[ED25519][..], &self.public].concat();
        write!(f, "{}+{id}+{}", self.name, BASE64.encode(key))
    }
}

/// Whether a name can stand in a note: not empty, without spaces and plus signs.
pub fn good_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

/// What a log said of itself at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// How many entries.
    pub size: usize,
    /// The root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The text that is signed.
    pub fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, BASE64.encode(self.root))
    }

    /// The signed note.
    pub fn sign(&self, key: &SigningKey) -> String {
        sign(&self.body(), &self.origin, key)
    }

    /// Reads a note without asking who signed it; `None` where it is no checkpoint.
    pub fn parse(note: &str) -> Option<Self> {
        let (body, _) = split(note)?;
        let mut lines = body.lines();
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let size: usize = Some(size).filter(|s| *s == "0" || !s.starts_with(['0', '+']))?.parse().ok()?;
        let root = BASE64.decode(root).ok()?.try_into().ok()?;
        Some(Self { origin: origin.to_owned(), size, root }).filter(|_| lines.next().is_none() && !origin.is_empty())
    }

    /// Reads a note that `key` signed; `None` where it is no checkpoint or the key did not sign it.
    pub fn open(note: &str, key: &Vkey) -> Option<Self> {
        Self::parse(note).filter(|_| signed_by(note, key))
    }
}

/// The signed note of a text, which ends in a line end.
pub fn sign(body: &str, name: &str, key: &SigningKey) -> String {
    let id = Vkey::of(name, key).id();
    let signature: Vec<u8> = [&id[..], &key.sign(body.as_bytes()).to_bytes()].concat();
    format!("{body}\n— {name} {}\n", BASE64.encode(signature))
}

/// Whether a note is signed by `key`, and no signature under its name fails.
pub fn signed_by(note: &str, key: &Vkey) -> bool {
    let Some((body, signatures)) = split(note) else {
        return false;
    };
    let mine = signatures.lines().filter_map(|line| {
        let (name, text) = line.strip_prefix("— ")?.split_once(' ')?;
        let bytes = BASE64.decode(text).ok()?;
        let (id, signature) = bytes.split_first_chunk::<4>()?;
        (name == key.name && *id == key.id()).then(|| signature.to_vec())
    });
    let mine: Vec<Vec<u8>> = mine.collect();
    !mine.is_empty() && mine.iter().all(|s| key.verifies(body.as_bytes(), s))
}

/// Text and signatures of a note; the text keeps its last line end.
fn split(note: &str) -> Option<(&str, &str)> {
    let at = note.rfind("\n\n")?;
    Some((&note[..=at], &note[at + 2..])).filter(|(_, signatures)| signatures.ends_with('\n'))
}

/// Reads many notes that stand one after another, each followed by an empty line.
pub fn read_many(text: &str) -> Vec<String> {
    let mut notes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("\n\n— ") {
        let end = rest[at + 2..].find("\n\n").map_or(rest.len(), |e| at + 2 + e + 1);
        notes.push(rest[..end].to_owned());
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the signed-note specification.
    #[test]
    fn the_example_key_checks_the_example_note() {
        let key = Vkey::parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k").expect("a key");
        let note = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
        let (body, signatures) = split(note).expect("a note");
        let text = signatures.trim_end().rsplit(' ').next().expect("a signature");
        let bytes = BASE64.decode(text).expect("base64");
        assert_eq!(bytes[..4], key.id());
        assert!(key.verifies(body.as_bytes(), &bytes[4..]));
        assert!(!key.verifies(b"This is another message.\n", &bytes[4..]));
        assert_eq!(Vkey::parse("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"), None);
    }

    #[test]
    fn checkpoints_come_back_and_only_from_their_key() {
        let (key, other) = (SigningKey::from_bytes(&[7; 32]), SigningKey::from_bytes(&[8; 32]));
        let point = Checkpoint { origin: "example.com/junying/ledger".into(), size: 42, root: [5; 32] };
        let note = point.sign(&key);
        assert_eq!(Checkpoint::open(&note, &Vkey::of(&point.origin, &key)), Some(point.clone()));
        assert_eq!(Checkpoint::open(&note, &Vkey::of(&point.origin, &other)), None);
        assert_eq!(Checkpoint::open(&note.replace("\n42\n", "\n43\n"), &Vkey::of(&point.origin, &key)), None);
        assert_eq!(Checkpoint::parse(&note.replace("\n42\n", "\n042\n")), None);
        assert_eq!(read_many(&format!("{note}\n{note}\n")), [note.clone(), note]);
    }
}
