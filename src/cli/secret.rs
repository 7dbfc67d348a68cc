//! Passphrases, key files and randomness.
//!
//! In: the environment, the terminal, `.gongkai/keys/`. Out: signing keys. Never prints a secret, and asks for a
//! passphrase only when a key is needed.

use std::cell::RefCell;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;

use super::setting::Setting;
use crate::error::Error;
use crate::ledger::key::{self, Cost, Locked};
use crate::text::hex;
use crate::write::replace_private;

/// Folder of the key files, from the workspace root: it stays out of archives and versions.
pub(super) const FOLDER: &str = ".gongkai/keys";

/// The least length of a passphrase, in characters.
const SHORTEST: usize = 8;

/// Fills bytes with the system's randomness; false where there is none.
pub(super) fn random(bytes: &mut [u8]) -> bool {
    getrandom::fill(bytes).is_ok()
}

/// A new key.
pub(super) fn new_key(setting: &Setting) -> Result<SigningKey, Error> {
    let mut secret = [0; 32];
    if random(&mut secret) {
        Ok(SigningKey::from_bytes(&secret))
    } else {
        Err(Error::Configuration(setting.words.word("seal-no-randomness")))
    }
}

/// A passphrase: `GONGKAI_PASSPHRASE`, else typed without being shown.
fn ask(setting: &Setting, variable: &str, question: &str) -> Result<String, Error> {
    if let Some(given) = std::env::var(variable).ok().filter(|v| !v.is_empty()) {
        return Ok(given);
    }
    if !std::io::stdin().is_terminal() {
        return Err(Error::Configuration(setting.words.word("key-no-answer")));
    }
    eprint!("{}", setting.words.word(question));
    rpassword::read_password().map_err(|e| Error::io("io-read", "terminal", e))
}

/// A passphrase for a new key, typed twice.
pub(super) fn new_passphrase(setting: &Setting) -> Result<String, Error> {
    let first = ask(setting, "GONGKAI_PASSPHRASE", "key-ask-new")?;
    if first.chars().count() < SHORTEST {
        let facts = [("least", SHORTEST.to_string())];
        return Err(Error::Configuration(setting.words.text("key-short", &facts)));
    }
    if ask(setting, "GONGKAI_PASSPHRASE", "key-ask-again")? != first {
        return Err(Error::Configuration(setting.words.word("key-differ")));
    }
    Ok(first)
}

/// The recovery key: `GONGKAI_RECOVERY`, else typed without being shown.
pub(super) fn recovery(setting: &Setting) -> Result<SigningKey, Error> {
    let words = ask(setting, "GONGKAI_RECOVERY", "key-ask-recovery")?;
    key::of_words(&words).ok_or_else(|| Error::Configuration(setting.words.word("key-words-wrong")))
}

/// The key files of a workspace.
pub(super) struct Keys<'s> {
    folder: PathBuf,
    setting: &'s Setting,
    open: RefCell<Vec<SigningKey>>,
}

impl<'s> Keys<'s> {
    /// The keys of the workspace at `root`.
    pub(super) fn of(root: &Path, setting: &'s Setting) -> Self {
        Self { folder: root.join(FOLDER), setting, open: RefCell::default() }
    }

    fn path(&self, public: &[u8; 32]) -> PathBuf {
        self.folder.join(format!("{}.key", hex(&public[..8])))
    }

    /// Whether the key with these public bytes is on this computer.
    pub(super) fn has(&self, public: &[u8; 32]) -> bool {
        std::fs::read_to_string(self.path(public)).is_ok_and(|text| key::public(&text) == Some(*public))
    }

    /// The key with these public bytes, opened with the passphrase; none where it is not on this computer.
    ///
    /// # Errors
    /// Where the passphrase or the file is wrong.
    pub(super) fn open(&self, public: &[u8; 32]) -> Result<Option<SigningKey>, Error> {
        let same = |key: &&SigningKey| key.verifying_key().to_bytes() == *public;
        if let Some(known) = self.open.borrow().iter().find(same) {
            return Ok(Some(known.clone()));
        }
        if !self.has(public) {
            return Ok(None);
        }
        let path = self.path(public);
        let text = std::fs::read_to_string(&path).map_err(|e| Error::io("io-read", path.display(), e))?;
        let passphrase = ask(self.setting, "GONGKAI_PASSPHRASE", "key-ask")?;
        let opened = key::unlock(&text, &passphrase).map_err(|locked| self.locked(locked, &path))?;
        self.open.borrow_mut().push(opened.clone());
        Ok(Some(opened))
    }

    fn locked(&self, locked: Locked, path: &Path) -> Error {
        let words = self.setting.words;
        Error::Configuration(match locked {
            Locked::WrongPassphrase => words.word("key-wrong"),
            Locked::Unreadable => words.text("key-unreadable", &[("path", path.display().to_string())]),
        })
    }

    /// Keeps a new key, and says where.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub(super) fn keep(&self, key: &SigningKey, passphrase: &str) -> Result<PathBuf, Error> {
        let (salt, nonce) = self.fresh()?;
        let path = self.path(&key.verifying_key().to_bytes());
        let text = key::lock(key, passphrase, salt, nonce, Cost::default());
        replace_private(&path, text.as_bytes())?;
        self.open.borrow_mut().push(key.clone());
        Ok(path)
    }

    /// What a key file is sealed with, beside the passphrase.
    fn fresh(&self) -> Result<([u8; 16], [u8; 12]), Error> {
        let (mut salt, mut nonce) = ([0; 16], [0; 12]);
        if random(&mut salt) && random(&mut nonce) {
            Ok((salt, nonce))
        } else {
            Err(Error::Configuration(self.setting.words.word("seal-no-randomness")))
        }
    }
}

/// The key of the second signature.
#[cfg(feature = "sm")]
impl Keys<'_> {
    fn national(&self) -> PathBuf {
        self.folder.join("sm2.key")
    }

    /// Whether the key of the second signature is on this computer.
    pub(super) fn has_national(&self) -> bool {
        self.national().is_file()
    }

    /// The secret of the second signature, opened with the passphrase.
    ///
    /// # Errors
    /// Where the passphrase or the file is wrong.
    pub(super) fn open_national(&self) -> Result<[u8; 32], Error> {
        let path = self.national();
        let text = std::fs::read_to_string(&path).map_err(|e| Error::io("io-read", path.display(), e))?;
        let passphrase = ask(self.setting, "GONGKAI_PASSPHRASE", "key-ask-sm2")?;
        let opened = key::unlock_bytes(&text, &passphrase).map_err(|locked| self.locked(locked, &path))?;
        let (secret, public) = opened;
        let fits = crate::ledger::national::public(&secret).is_some_and(|own| own == public);
        if fits { Ok(secret) } else { Err(self.locked(Locked::Unreadable, &path)) }
    }

    /// Keeps a new key of the second signature, and says where.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub(super) fn keep_national(&self, secret: &[u8; 32], passphrase: &str) -> Result<PathBuf, Error> {
        let (salt, nonce) = self.fresh()?;
        let public = crate::ledger::national::public(secret).unwrap_or_default();
        let text = key::lock_bytes(secret, &public, passphrase, salt, nonce, Cost::default());
        let path = self.national();
        replace_private(&path, text.as_bytes())?;
        Ok(path)
    }
}
