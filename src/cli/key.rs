//! `gongkai key`: new keys, and entries in the ledger when one gives way to another.
//!
//! In: an action and flags. Out: key files, the sheet of a recovery key, longer ledgers. Never prints a secret; the
//! sheet is written where the user says and is the user's to delete.

use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;

use super::args::Key;
use super::secret::{self, Keys};
use super::setting::Setting;
use super::{print, seal::refusal_words};
use crate::build::{self, seal};
use crate::error::Error;
use crate::ledger::entry::{Change, KeyEntry, Role};
use crate::ledger::note::{Vkey, good_name};
use crate::ledger::seal as ledger_seal;
use crate::ledger::{self, Ledger, key, paper};
use crate::record::City;
use crate::text::hex;
use crate::value::Date;
use crate::world::{DiskWorld, Files, World};
use crate::write::replace_file;

pub(super) fn run(options: &Key, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.reach.as_of.as_deref())?;
    let Some(city) = build::city(&world)?.0 else {
        print::say(setting, &setting.words.word("seal-refused"));
        return Ok(super::RECORD_ERRORS);
    };
    let ids = build::chosen(&city, &options.reach.community)?;
    let _lock = if options.action == "list" { None } else { seal::lock(world.root())? };
    let mut ledgers = Vec::new();
    for id in ids {
        let files = Files::read(&world, &ledger::folder(&id))?;
        let read = Ledger::read(&files).map_err(|broken| {
            let what = setting.words.text("gk1906", &[("what", broken.what)]);
            Error::Configuration(format!("{}/{}: {what}", files.folder, broken.path))
        })?;
        ledgers.push((id, read));
    }
    let keys = Keys::of(world.root(), setting);
    let desk = Desk { world: &world, city: &city, keys: &keys, setting, options };
    match options.action.as_str() {
        "new" => desk.new_keys(&ledgers),
        "list" => Ok(desk.list(&ledgers)),
        "rotate" => desk.change(ledgers, Change::Rotated, Role::Working),
        "lost" => desk.change(ledgers, Change::Lost, Role::Working),
        "stolen" if options.after.is_none() => Err(Error::Usage(setting.words.word("key-after-needed"))),
        "stolen" => desk.change(ledgers, Change::Stolen, Role::Working),
        "recovery" => desk.change(ledgers, Change::Rotated, Role::Recovery),
        "restart" => desk.restart(&ledgers),
        "confirm" => desk.confirm(ledgers),
        "sm2" => desk.national(),
        other => Err(Error::Usage(setting.words.text("key-unknown", &[("action", other)]))),
    }
}

/// The ledgers asked for, by community; none where a community has none.
pub(super) type Ledgers = Vec<(String, Option<Ledger>)>;

/// Where keys are changed.
pub(super) struct Desk<'d> {
    pub(super) world: &'d DiskWorld,
    city: &'d City,
    pub(super) keys: &'d Keys<'d>,
    pub(super) setting: &'d Setting,
    pub(super) options: &'d Key,
}

impl Desk<'_> {
    pub(super) fn root(&self) -> &Path {
        self.world.root()
    }

    pub(super) fn day(&self) -> Date {
        self.world.today()
    }

    /// Begins the ledger of every community that has none: with the key that is here already, else with new ones.
    fn new_keys(&self, ledgers: &Ledgers) -> Result<u8, Error> {
        let without: Vec<String> = ledgers.iter().filter(|(_, l)| l.is_none()).map(|(id, _)| id.clone()).collect();
        let names = |ids: &[String]| ids.join("、");
        if without.is_empty() {
            let all: Vec<String> = ledgers.iter().map(|(id, _)| id.clone()).collect();
            return Err(Error::Configuration(self.setting.words.text("key-exists", &[("communities", names(&all))])));
        }
        let known = ledgers.iter().filter_map(|(_, l)| l.as_ref()?.log.keys().ok()).find_map(|k| {
            let here = self.keys.has(&k.now(Role::Working).public);
            here.then(|| (k.now(Role::Working).public, k.now(Role::Recovery).public))
        });
        let (key, recovery, path, sheet) = match known {
            Some((public, recovery)) => {
                let key = self.keys.open(&public)?.expect("it was found a moment ago");
                (key, recovery, self.root().join(secret::FOLDER), None)
            }
            None => {
                let passphrase = secret::new_passphrase(self.setting)?;
                let (key, recovery) = (secret::new_key(self.setting)?, secret::new_key(self.setting)?);
                let path = self.keys.keep(&key, &passphrase)?;
                let sheet = self.sheet(&recovery, &without)?;
                (key, recovery.verifying_key().to_bytes(), path, Some(sheet))
            }
        };
        for id in &without {
            let origin = self.origin(id, &key)?;
            let recovery = Vkey { name: origin.clone(), public: recovery };
            let ledger = ledger_seal::begin(&origin, &key, &recovery, self.day(), None);
            seal::keep(self.root(), id, &ledger)?;
        }
        let facts = [("communities", names(&without)), ("path", path.display().to_string())];
        print::say(self.setting, &self.setting.words.text("key-made", &facts));
        self.tell_sheet(sheet.as_deref());
        Ok(0)
    }

    /// The name of a community's log: its address without a scheme, else one that no other workspace has.
    fn origin(&self, id: &str, key: &SigningKey) -> Result<String, Error> {
        let base = self.city.base_url();
        let plain = base.split_once("://").map_or("", |(_, rest)| rest);
        let address = format!("{plain}{id}/ledger");
        if !plain.is_empty() && good_name(&address) && address.is_ascii() {
            return Ok(address);
        }
        let files = Files::only(self.world, &build::folder(id), "community.yaml")?;
        let text = String::from_utf8_lossy(files.get("community.yaml").unwrap_or_default()).into_owned();
        let digits = text.lines().find_map(|l| l.strip_prefix("区划代码:").or_else(|| l.strip_prefix("code:")));
        let code: String = digits.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        let code = if code.is_empty() { id.to_owned() } else { code };
        Ok(format!("gongkai/{code}/{}", hex(&key.verifying_key().to_bytes()[..4])))
    }

    /// Writes the sheet of a recovery key.
    pub(super) fn sheet(&self, recovery: &SigningKey, ids: &[String]) -> Result<PathBuf, Error> {
        let path = self.options.paper.clone().unwrap_or_else(|| self.root().join(".gongkai/recovery-key.html"));
        let public = Vkey::of("recovery", recovery).to_string();
        let day = self.day().to_string();
        let page = paper::sheet(&key::to_words(recovery), &public, ids, &day, self.setting.words);
        replace_file(&path, page.as_bytes())?;
        Ok(path)
    }

    pub(super) fn tell_sheet(&self, sheet: Option<&Path>) {
        if let Some(path) = sheet {
            let facts = [("path", path.display().to_string())];
            print::say(self.setting, &self.setting.words.text("key-paper", &facts));
        }
    }

    fn list(&self, ledgers: &Ledgers) -> u8 {
        for (id, ledger) in ledgers {
            let say = |message: &str, key: String, here: bool| {
                let here = if here { "yes" } else { "no" }.to_owned();
                let facts = [("community", id.clone()), ("key", key), ("here", here)];
                print::result(self.setting.words.text(message, &facts).trim_end());
            };
            match ledger.as_ref().and_then(|l| l.log.keys().ok()) {
                None => say("key-list-none", String::new(), false),
                Some(keys) => {
                    let working = keys.now(Role::Working);
                    say("key-list-working", working.to_string(), self.keys.has(&working.public));
                    say("key-list-recovery", keys.now(Role::Recovery).to_string(), false);
                }
            }
        }
        0
    }

    /// Replaces a key in every ledger asked for that the speaking key belongs to.
    fn change(&self, ledgers: Ledgers, change: Change, role: Role) -> Result<u8, Error> {
        let by = if change == Change::Rotated && role == Role::Working { Role::Working } else { Role::Recovery };
        let spoken = if by == Role::Recovery { Some(secret::recovery(self.setting)?) } else { None };
        let new = secret::new_key(self.setting)?;
        let mut ready = Vec::new();
        for (id, ledger) in ledgers {
            let Some(mut ledger) = ledger else { continue };
            let Ok(keys) = ledger.log.keys() else { continue };
            let speaker = match &spoken {
                Some(key) => Some(key.clone()),
                None => self.keys.open(&keys.now(Role::Working).public)?,
            };
            let Some(speaker) = speaker.filter(|s| s.verifying_key().to_bytes() == keys.now(by).public) else {
                let message = if by == Role::Recovery { "key-not-recovery" } else { "seal-no-key" };
                self.say(message, &id, 0, String::new());
                return Ok(super::RECORD_ERRORS);
            };
            let out = self.root().join("output");
            let seen = seal::seen(self.root(), &out, &id, &[]);
            // What was signed with a stolen key is the very reason to go on without it.
            if change != Change::Stolen
                && let Err(refusal) = ledger_seal::consistent(&ledger, self.day(), &seen)
            {
                let (message, size, day) = refusal_words(&refusal);
                self.say(message, &id, size, day);
                return Ok(super::RECORD_ERRORS);
            }
            let vkey = Vkey::of(ledger.log.origin(), &new);
            let after = self.options.after.filter(|_| change == Change::Stolen);
            let entry = KeyEntry::new(change, role, self.day().to_string(), &vkey, by, after);
            ledger.log.push_key(entry, &speaker);
            let signer = match role {
                Role::Working => Some(new.clone()),
                Role::Recovery => self.keys.open(&keys.now(Role::Working).public)?,
            };
            let Some(signer) = signer else {
                self.say("seal-no-key", &id, 0, String::new());
                return Ok(super::RECORD_ERRORS);
            };
            ledger.log.sign(&signer);
            ready.push((id, ledger));
        }
        let ids: Vec<String> = ready.iter().map(|(id, _)| id.clone()).collect();
        // The new key is safe before anything names it.
        let mut sheet = None;
        if role == Role::Working {
            self.keys.keep(&new, &secret::new_passphrase(self.setting)?)?;
        } else {
            sheet = Some(self.sheet(&new, &ids)?);
        }
        for (id, ledger) in &ready {
            seal::keep(self.root(), id, ledger)?;
            let facts = [("community", id.clone()), ("index", (ledger.log.size() - 1).to_string())];
            print::say(self.setting, &self.setting.words.text("key-changed", &facts));
        }
        self.tell_sheet(sheet.as_deref());
        Ok(0)
    }

    pub(super) fn say(&self, message: &str, id: &str, size: usize, day: String) {
        let facts = [("community", id.to_owned()), ("size", size.to_string()), ("day", day)];
        print::say(self.setting, &self.setting.words.text(message, &facts));
    }
}
