//! `gongkai explain CODE`: cause, fix and legal ground of a diagnostic.
//!
//! In: a code, or none for the list of all. Out: text on standard output.

use super::args::Explain;
use super::print;
use super::setting::Setting;
use crate::diagnostic::{Code, code};
use crate::error::Error;

pub(super) fn run(options: &Explain, setting: &Setting) -> Result<u8, Error> {
    let Some(id) = &options.code else {
        let line = |c: &Code| {
            let severity = setting.words.word(&format!("severity-{}", c.severity.word()));
            format!("{}  {severity}  {}", c.id, setting.words.word(&format!("{}.title", c.message())))
        };
        print::result(&code::all().map(line).collect::<Vec<_>>().join("\n"));
        return Ok(0);
    };
    let Some(found) = code::find(id) else {
        return Err(Error::Usage(setting.words.text("unknown-code", &[("code", id)])));
    };
    print::result(&text(found, setting));
    Ok(0)
}

fn text(code: &Code, setting: &Setting) -> String {
    let words = setting.words;
    let severity = words.word(&format!("severity-{}", code.severity.word()));
    let title = words.word(&format!("{}.title", code.message()));
    let explain = words.word(&format!("{}.explain", code.message()));
    let meaning = words.word(&format!("meaning-{}", code.severity.word()));
    format!("{} ({severity}): {title}\n\n{explain}\n\n{meaning}", code.id)
}
