//! `gongkai key restart` and `gongkai key confirm`: going on where both keys of a ledger are lost.
//!
//! In: ledgers whose working key is not here; the key of an office. Out: new ledgers that name the old ones and hold every
//! record as it is published; an office's word for them. Begins nothing anew where the key is at hand or a record is no
//! longer what was sealed.

use std::path::PathBuf;

use ed25519_dalek::SigningKey;

use super::args::Form;
use super::key::{Desk, Ledgers};
use super::seal::refusal_words;
use super::{print, secret, verify};
use crate::build::seal::{self, Anew, Request, Sealed};
use crate::error::Error;
use crate::ledger::entry::Role;
use crate::ledger::note::{Vkey, good_name};
use crate::ledger::restart;
use crate::write::replace_file;

/// Where the key of an office is remembered, from the workspace root.
const OFFICE: &str = ".gongkai/office";

impl Desk<'_> {
    /// Begins every ledger asked for anew.
    pub(super) fn restart(&self, ledgers: &Ledgers) -> Result<u8, Error> {
        let old: Vec<_> = ledgers.iter().filter_map(|(id, ledger)| Some((id, ledger.as_ref()?))).collect();
        for (id, ledger) in &old {
            let working = ledger.log.keys().ok().map(|keys| keys.now(Role::Working).public);
            if working.is_some_and(|public| self.keys.has(&public)) {
                return Err(Error::Configuration(self.setting.words.text("key-restart-here", &[("community", *id)])));
            }
        }
        if old.is_empty() {
            return Err(Error::Configuration(self.setting.words.word("key-restart-nothing")));
        }
        let passphrase = secret::new_passphrase(self.setting)?;
        let (key, recovery) = (secret::new_key(self.setting)?, secret::new_key(self.setting)?);
        // The new keys are safe before anything names them.
        self.keys.keep(&key, &passphrase)?;
        let ids: Vec<String> = old.iter().map(|(id, _)| (*id).clone()).collect();
        let sheet = self.sheet(&recovery, &ids)?;
        let mut code = 0;
        for (id, ledger) in old {
            let first = ledger.before.first().unwrap_or(ledger);
            let number = ledger.before.len() + 1;
            let origin = restart::origin(first.log.origin(), number);
            code = code.max(self.begin_anew(id, &origin, number, ledger.log.size(), &key, &recovery)?);
        }
        self.tell_sheet(Some(&sheet));
        Ok(code)
    }

    fn begin_anew(
        &self,
        id: &str,
        origin: &str,
        number: usize,
        old: usize,
        key: &SigningKey,
        recovery: &SigningKey,
    ) -> Result<u8, Error> {
        let request = Request {
            root: self.root(),
            out: self.root().join("output"),
            only: &[],
            seen: &[],
            keys: &|_| Ok(Some(key.clone())),
            random: &secret::random,
        };
        let anew = Anew { origin, key, recovery: &Vkey::of(origin, recovery) };
        let outcome = seal::begin_anew(self.world, &request, id, &anew)?;
        if outcome.has_errors() {
            let grave = outcome.reports.iter().filter(|r| r.severity == crate::diagnostic::Severity::Error);
            print::reports(self.setting, Form::Long, &grave.cloned().collect::<Vec<_>>());
            self.say("key-restart-refused", id, 0, String::new());
            return Ok(super::RECORD_ERRORS);
        }
        for (_, sealed) in &outcome.communities {
            match sealed {
                Sealed::Done { count, size, root } => {
                    let facts = [
                        ("community", id.to_owned()),
                        ("old", old.to_string()),
                        ("folder", format!("ledger/{id}/{}", restart::folder(number))),
                        ("count", count.to_string()),
                        ("size", size.to_string()),
                        ("root", verify::base64_of(root)),
                    ];
                    print::say(self.setting, &self.setting.words.text("key-restarted", &facts));
                }
                Sealed::Refused(refusal) => {
                    let (message, size, day) = refusal_words(refusal);
                    self.say(message, id, size, day);
                    return Ok(super::RECORD_ERRORS);
                }
                Sealed::NoLedger | Sealed::NoKey | Sealed::Nothing { .. } => {}
            }
        }
        Ok(0)
    }

    /// Signs, as an office, that the ledgers asked for go on from the ones before them.
    pub(super) fn confirm(&self, ledgers: Ledgers) -> Result<u8, Error> {
        let anew: Vec<_> =
            ledgers.into_iter().filter_map(|(id, l)| Some((id, l.filter(|l| !l.before.is_empty())?))).collect();
        if anew.is_empty() {
            return Err(Error::Configuration(self.setting.words.word("key-confirm-nothing")));
        }
        let (office, key) = self.office()?;
        for (id, mut ledger) in anew {
            let Ok(begun) = ledger.log.begun() else { continue };
            ledger.confirmed = Some(restart::confirm(begun, &self.day().to_string(), &office, &key));
            seal::keep(self.root(), &id, &ledger)?;
            let facts = [("community", id), ("key", office.to_string())];
            print::say(self.setting, &self.setting.words.text("key-confirmed", &facts));
        }
        Ok(0)
    }

    /// The key of the office that works here; a new one under the name given where there is none.
    fn office(&self) -> Result<(Vkey, SigningKey), Error> {
        let path: PathBuf = self.root().join(OFFICE);
        let known = std::fs::read_to_string(&path).ok().and_then(|text| Vkey::parse(text.trim_end()));
        if let Some(office) = known
            && let Some(key) = self.keys.open(&office.public)?
        {
            return Ok((office, key));
        }
        let name = self.options.office.as_deref().filter(|name| good_name(name));
        let name = name.ok_or_else(|| Error::Usage(self.setting.words.word("key-office-needed")))?;
        let passphrase = secret::new_passphrase(self.setting)?;
        let key = secret::new_key(self.setting)?;
        self.keys.keep(&key, &passphrase)?;
        let office = Vkey::of(name, &key);
        replace_file(&path, format!("{office}\n").as_bytes())?;
        Ok((office, key))
    }
}
