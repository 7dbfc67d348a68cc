//! `gongkai check`: every mistake in one run.
//!
//! In: flags. Out: reports and an exit code. Never writes a file.

use super::args::{Check, Form};
use super::print;
use super::setting::Setting;
use crate::build::{self, Outcome};
use crate::diagnostic::Severity;
use crate::error::Error;

pub(super) fn run(options: &Check, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.as_of.as_deref())?;
    let outcome = build::check(&world, &options.community, &|_, _| {})?;
    let shown: Vec<_> = outcome
        .reports
        .iter()
        .filter(|r| r.severity != Severity::Info || setting.verbose || options.format == Form::Json)
        .cloned()
        .collect();
    print::reports(setting, options.format, &shown);
    print::say(setting, &summary(setting, &outcome));
    let strict = options.strict && outcome.reports.iter().any(|r| r.severity <= Severity::Warning);
    Ok(if outcome.has_errors() || strict { super::RECORD_ERRORS } else { 0 })
}

/// The line that counts what was found.
pub(super) fn summary(setting: &Setting, outcome: &Outcome) -> String {
    let count = |severity| outcome.count(severity).to_string();
    setting.words.text(
        "check-summary",
        &[
            ("communities", outcome.communities.to_string()),
            ("records", outcome.records.to_string()),
            ("errors", count(Severity::Error)),
            ("findings", count(Severity::Finding)),
            ("warnings", count(Severity::Warning)),
        ],
    )
}
