//! `gongkai build`: sites and portal into the output folder.
//!
//! In: flags. Out: files, a line that says where to look, an exit code.

use super::args::{Build, Form};
use super::setting::Setting;
use super::{check, print};
use crate::build::{self, Options};
use crate::diagnostic::Severity;
use crate::error::Error;

/// Folder of the workspace where memos are kept.
const CACHE: &str = ".gongkai/cache";

pub(super) fn run(options: &Build, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.as_of.as_deref())?;
    let out = options.out.clone().unwrap_or_else(|| world.root().join("output"));
    // Memos belong to one output folder: another one has its own.
    let name = std::path::absolute(&out).map_err(|e| Error::io("io-read", out.display(), e))?;
    let name = blake3::hash(name.as_os_str().as_encoded_bytes()).to_hex();
    let request = Options {
        out: out.clone(),
        cache: Some(world.root().join(CACHE).join(&name.as_str()[..16])),
        keep_going: options.keep_going,
        only: options.community.clone(),
    };
    let bar = print::bar(setting);
    let outcome = build::build(&world, &request, &|done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    let grave = outcome.reports.iter().filter(|r| r.severity == Severity::Error || setting.verbose);
    print::reports(setting, Form::Long, &grave.cloned().collect::<Vec<_>>());
    print::say(setting, &check::summary(setting, &outcome));
    if !outcome.published {
        print::say(setting, &setting.words.word("build-refused"));
        return Ok(super::RECORD_ERRORS);
    }
    let facts = [
        ("files", outcome.files.to_string()),
        ("written", outcome.written.to_string()),
        ("path", out.join("index.html").display().to_string()),
    ];
    print::say(setting, &setting.words.text("build-done", &facts));
    Ok(if outcome.has_errors() { super::RECORD_ERRORS } else { 0 })
}
