//! `gongkai verify`: whether a site is what was sealed.
//!
//! In: a folder or a zip file. Out: every problem, the checkpoint to compare, an exit code.
//! Needs neither network nor workspace.

use base64::Engine;

use super::args::Verify;
use super::setting::Setting;
use super::{print, setting, witness};
use crate::error::Error;
use crate::verify::{self, Office, Options, Place};

pub(super) fn run(options: &Verify, setting: &Setting) -> Result<u8, Error> {
    let place = Place::open(&options.path).map_err(|e| Error::io("io-read", options.path.display(), e))?;
    let kept = options.checkpoint.as_deref().map(|text| witness::kept(text, setting)).transpose()?;
    let asked =
        Options { key: options.key.clone(), kept, office: options.office.clone(), today: setting::today().to_string() };
    let report = verify::verify(&place, &asked);
    let words = setting.words;
    for problem in &report.problems {
        let what = words.word(&format!("verify-problem-{}", problem.what));
        print::result(&format!("{}: {what}", problem.path));
    }
    for path in report.extra.iter().filter(|_| setting.verbose) {
        print::result(&format!("{path}: {}", words.word("verify-note-extra")));
    }
    for found in &report.ledgers {
        let facts =
            [("origin", found.origin.clone()), ("size", found.size.to_string()), ("root", base64_of(&found.root))];
        print::result(&words.text("verify-root", &facts));
        if let Some(after) = &found.after {
            let facts = [("origin", after.origin.clone()), ("size", after.size.to_string())];
            print::result(&words.text("verify-restarted", &facts));
            office(after.office.as_ref(), setting);
        }
        for (message, count) in [("verify-note-unsealed", found.unsealed), ("verify-note-ended", found.ended)] {
            if count > 0 {
                print::result(&words.text(message, &[("count", count.to_string())]));
            }
        }
    }
    if report.ledgers.is_empty() {
        print::result(&words.word("verify-no-ledger"));
    } else if asked.kept.is_none() {
        print::result(&words.word("verify-compare"));
    }
    if !report.problems.is_empty() {
        let facts = [("problems", report.problems.len().to_string())];
        print::result(&words.text("verify-bad", &facts));
        return Ok(super::RECORD_ERRORS);
    }
    let facts = [
        ("files", report.files.to_string()),
        ("entries", report.ledgers.iter().map(|l| l.size).sum::<usize>().to_string()),
        ("records", report.ledgers.iter().map(|l| l.receipts).sum::<usize>().to_string()),
    ];
    print::result(&words.text("verify-good", &facts));
    Ok(if report.ledgers.is_empty() && report.files == 0 { super::RECORD_ERRORS } else { 0 })
}

/// Says who confirmed a ledger begun anew, or that nobody did.
pub(super) fn office(office: Option<&Office>, setting: &Setting) {
    print::result(&match office {
        Some(Office { name, key }) => setting.words.text("verify-confirmed", &[("name", name), ("key", key)]),
        None => setting.words.word("verify-unconfirmed"),
    });
}

/// A hash as checkpoints write it.
pub(super) fn base64_of(hash: &[u8; 32]) -> String {
    base64::engine::general_purpose::STANDARD.encode(hash)
}

/// The error of what is neither a checkpoint nor a ledger.
pub(super) fn unreadable(path: &str, setting: &Setting) -> Error {
    Error::Usage(setting.words.text("witness-unreadable", &[("path", path)]))
}
