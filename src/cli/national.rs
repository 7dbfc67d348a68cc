//! The second signature of a checkpoint, by SM2 with SM3: its key, and signing when something was sealed.
//!
//! In: a passphrase, the key file. Out: a key file; the signature beside each checkpoint. Never in the way: whoever has no
//! such key notices nothing.

#[cfg(feature = "sm")]
mod with {
    use super::super::key::Desk;
    use super::super::print;
    use super::super::secret::{self, Keys};
    use crate::build::seal;
    use crate::error::Error;
    use crate::ledger::{self, Ledger, national};
    use crate::world::{DiskWorld, Files};

    impl Desk<'_> {
        /// Makes the key of the second signature.
        pub(in crate::cli) fn national(&self) -> Result<u8, Error> {
            if self.keys.has_national() {
                return Err(Error::Configuration(self.setting.words.word("key-sm2-exists")));
            }
            let passphrase = secret::new_passphrase(self.setting)?;
            // Nearly all secrets are keys of this curve too.
            let secret = loop {
                let secret = secret::new_key(self.setting)?.to_bytes();
                if national::public(&secret).is_some() {
                    break secret;
                }
            };
            let path = self.keys.keep_national(&secret, &passphrase)?;
            print::say(self.setting, &self.setting.words.text("key-sm2-made", &[("path", path.display().to_string())]));
            Ok(0)
        }
    }

    /// Signs the checkpoint of a community once more, where this computer has the key and nobody did yet.
    pub(in crate::cli) fn sign(world: &DiskWorld, keys: &Keys<'_>, id: &str) -> Result<(), Error> {
        if !keys.has_national() {
            return Ok(());
        }
        let files = Files::read(world, &ledger::folder(id))?;
        let Ok(Some(mut ledger)) = Ledger::read(&files) else {
            return Ok(());
        };
        let note = ledger.log.notes.last().cloned().unwrap_or_default();
        if ledger.national.is_none() {
            ledger.national = national::sign(&keys.open_national()?, &note);
            seal::keep(world.root(), id, &ledger)?;
        }
        Ok(())
    }
}

#[cfg(not(feature = "sm"))]
mod without {
    use super::super::key::Desk;
    use super::super::secret::Keys;
    use crate::error::Error;
    use crate::world::DiskWorld;

    impl Desk<'_> {
        /// Says that this program was built without it.
        pub(in crate::cli) fn national(&self) -> Result<u8, Error> {
            Err(Error::Configuration(self.setting.words.word("key-sm2-without")))
        }
    }

    /// Signs nothing.
    pub(in crate::cli) fn sign(_world: &DiskWorld, _keys: &Keys<'_>, _id: &str) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(feature = "sm")]
pub(super) use with::sign;
#[cfg(not(feature = "sm"))]
pub(super) use without::sign;
