//! `gongkai seal`: one entry in the public ledger for each record published, corrected or withdrawn.
//!
//! In: flags. Out: ledgers, a line for each community, an exit code. Signs nothing where anything is in doubt.

use std::path::Path;

use super::args::{Form, Seal};
use super::secret::{self, Keys};
use super::setting::Setting;
use super::{national, print, verify};
use crate::build::seal::{self, Request, Sealed};
use crate::error::Error;
use crate::ledger::seal::Refusal;
use crate::world::read_outside;

pub(super) fn run(options: &Seal, setting: &Setting) -> Result<u8, Error> {
    let mut seen = Vec::new();
    for path in &options.seen {
        seen.push(note(path)?);
    }
    run_seen(options, setting, &seen)
}

/// The same, with checkpoints that were seen before as signed notes.
pub(super) fn run_seen(options: &Seal, setting: &Setting, seen: &[String]) -> Result<u8, Error> {
    let world = setting.world(options.reach.as_of.as_deref())?;
    let out = options.out.clone().unwrap_or_else(|| world.root().join("output"));
    let keys = Keys::of(world.root(), setting);
    let request = Request {
        root: world.root(),
        out,
        only: &options.reach.community,
        seen,
        keys: &|public| keys.open(public),
        random: &secret::random,
    };
    let outcome = seal::seal(&world, &request)?;
    if outcome.has_errors() {
        let grave = outcome.reports.iter().filter(|r| r.severity == crate::diagnostic::Severity::Error);
        print::reports(setting, Form::Long, &grave.cloned().collect::<Vec<_>>());
        print::say(setting, &setting.words.word("seal-refused"));
        return Ok(super::RECORD_ERRORS);
    }
    let mut refused = false;
    for (id, sealed) in &outcome.communities {
        if matches!(sealed, Sealed::Done { .. } | Sealed::Nothing { .. }) {
            national::sign(&world, &keys, id)?;
        }
        let (message, size, extra) = match sealed {
            Sealed::NoLedger => ("seal-no-ledger", 0, String::new()),
            Sealed::NoKey => ("seal-no-key", 0, String::new()),
            Sealed::Nothing { size } => ("seal-nothing", *size, String::new()),
            Sealed::Done { count, size, root } => {
                let facts = [
                    ("community", id.clone()),
                    ("count", count.to_string()),
                    ("size", size.to_string()),
                    ("root", verify::base64_of(root)),
                ];
                print::say(setting, &setting.words.text("seal-done", &facts));
                continue;
            }
            Sealed::Refused(refusal) => {
                refused = true;
                refusal_words(refusal)
            }
        };
        refused |= *sealed == Sealed::NoKey;
        let facts = [("community", id.clone()), ("size", size.to_string()), ("day", extra)];
        print::say(setting, &setting.words.text(message, &facts));
    }
    Ok(if refused { super::RECORD_ERRORS } else { 0 })
}

/// The most of a signed note that is read, in bytes.
const LONGEST_NOTE: usize = 1 << 20;

/// The signed note in a file that somebody hands in.
pub(super) fn note(path: &Path) -> Result<String, Error> {
    let bytes = read_outside(path, LONGEST_NOTE)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The message of a refusal, with the size and the day or the name in it.
pub(super) fn refusal_words(refusal: &Refusal) -> (&'static str, usize, String) {
    match refusal {
        Refusal::OtherKey => ("seal-other-key", 0, String::new()),
        Refusal::Clock(day) => ("seal-clock", 0, day.clone()),
        Refusal::Behind(size) => ("seal-behind", *size, String::new()),
        Refusal::Forked(size) => ("seal-forked", *size, String::new()),
        Refusal::OtherLog(origin) => ("seal-other-log", 0, origin.clone()),
        Refusal::Unreadable => ("seal-unreadable", 0, String::new()),
        Refusal::NoRandomness => ("seal-no-randomness", 0, String::new()),
    }
}
