//! `gongkai witness OLD NEW`: whether a ledger goes on from a checkpoint that somebody kept.
//!
//! In: a checkpoint, a receipt, or `size:root` copied from paper; a folder. Out: a sentence and an exit code.
//! Needs neither network nor workspace.

use std::path::Path;

use super::args::Witness;
use super::print;
use super::seal::note;
use super::setting::Setting;
use super::verify::unreadable;
use crate::error::Error;
use crate::verify::{self, Place, Point};

pub(super) fn run(options: &Witness, setting: &Setting) -> Result<u8, Error> {
    let old = kept(&options.old, setting)?;
    let place = Place::open(&options.new).map_err(|e| Error::io("io-read", options.new.display(), e))?;
    let Some(new) = verify::read(&place) else {
        return Err(unreadable(&options.new.display().to_string(), setting));
    };
    let say = |message: &str| {
        let facts = [("old", old.size.to_string()), ("new", new.leaves.len().to_string())];
        print::result(&setting.words.text(message, &facts));
    };
    if !old.origin.is_empty() && old.origin != new.origin {
        let facts = [("old", old.origin.clone()), ("new", new.origin)];
        print::result(&setting.words.text("witness-other", &facts));
        return Ok(super::RECORD_ERRORS);
    }
    match new.root_at(old.size) {
        None => say("witness-older"),
        Some(root) if root == old.root => {
            say("witness-good");
            return Ok(0);
        }
        Some(_) => say("witness-forked"),
    }
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
