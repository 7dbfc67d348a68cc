//! `gongkai witness OLD NEW`: whether a ledger goes on from a checkpoint that somebody kept.
//!
//! In: a checkpoint, a receipt, or `size:root` copied from paper; a folder. Out: a sentence and an exit code.
//! Needs neither network nor workspace.

use std::path::Path;

use super::args::Witness;
use super::seal::note;
use super::setting::Setting;
use super::verify::unreadable;
use super::{print, verify};
use crate::error::Error;
use crate::verify::{self as check, Known, Place, Point};

pub(super) fn run(options: &Witness, setting: &Setting) -> Result<u8, Error> {
    let old = kept(&options.old, setting)?;
    let place = Place::open(&options.new).map_err(|e| Error::io("io-read", options.new.display(), e))?;
    let Some(new) = check::read(&place) else {
        return Err(unreadable(&options.new.display().to_string(), setting));
    };
    let say = |message: &str, held: usize| {
        let facts = [("old", held.to_string()), ("new", new.now.leaves.len().to_string())];
        print::result(&setting.words.text(message, &facts));
    };
    if new.now.holds(&old) {
        say("witness-good", old.size);
        return Ok(0);
    }
    if new.before.iter().any(|log| log.holds(&old)) {
        say("witness-restarted", old.size);
        verify::office(new.office.as_ref(), setting);
        return Ok(0);
    }
    // Copied from paper, a checkpoint does not tell its log; it is then of the one that goes on.
    let same = |log: &&Known| old.origin.is_empty() || old.origin == log.origin;
    let Some(log) = [&new.now].into_iter().chain(&new.before).find(same) else {
        let facts = [("old", old.origin.clone()), ("new", new.now.origin.clone())];
        print::result(&setting.words.text("witness-other", &facts));
        return Ok(super::RECORD_ERRORS);
    };
    let older = old.size > log.leaves.len();
    say(if older { "witness-older" } else { "witness-forked" }, old.size);
    Ok(super::RECORD_ERRORS)
}

/// A checkpoint by the name of its file, else as typed from paper.
pub(super) fn kept(text: &str, setting: &Setting) -> Result<Point, Error> {
    let path = Path::new(text);
    if !path.exists() {
        return Point::read_typed(text).ok_or_else(|| unreadable(text, setting));
    }
    Point::read(&note(path)?).ok_or_else(|| unreadable(text, setting))
}
