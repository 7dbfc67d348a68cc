//! `gongkai check`: every mistake in one run.
//!
//! In: flags. Out: reports and an exit code. Writes only with `--fix-privacy`, and only masks.

use super::args::{Check, Form};
use super::print;
use super::setting::Setting;
use crate::build::{self, Outcome};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::world::DiskWorld;
use crate::write::put;

pub(super) fn run(options: &Check, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.reach.as_of.as_deref())?;
    if options.fix_privacy {
        mask(options, setting, &world)?;
    }
    let outcome = build::check(&world, &options.reach.community, &|_, _| {})?;
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

/// Masks private numbers in the sources, or only tells of it.
fn mask(options: &Check, setting: &Setting, world: &DiskWorld) -> Result<(), Error> {
    let dry = if options.dry_run { "yes" } else { "no" };
    let (mut count, mut changed) = (0, 0);
    for file in build::masked(world, &options.reach.community)? {
        let Some(bytes) = &file.bytes else {
            print::say(setting, &setting.words.text("privacy-unusual", &[("path", file.path.as_str())]));
            continue;
        };
        if !options.dry_run {
            put(world, world.root(), &[(file.path.clone(), bytes.as_slice())])?;
        }
        for (line, column, text) in &file.numbers {
            let (line, column) = (line.to_string(), column.to_string());
            let facts = [
                ("path", file.path.as_str()),
                ("line", line.as_str()),
                ("column", column.as_str()),
                ("text", text.as_str()),
                ("dry", dry),
            ];
            print::say(setting, &setting.words.text("privacy-masked", &facts));
        }
        count += file.numbers.len();
        changed += 1;
    }
    let facts = [("count", count.to_string()), ("files", changed.to_string()), ("dry", dry.to_owned())];
    print::say(setting, &setting.words.text("privacy-mask-summary", &facts));
    Ok(())
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
