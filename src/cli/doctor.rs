//! `gongkai doctor`: what would bite, each with its fix.
//!
//! In: flags. Out: a line for each thing that was looked at, an exit code. Never mends anything.

use super::args::Doctor;
use super::print;
use super::setting::Setting;
use crate::doctor::{self, Patient, Standing};
use crate::error::Error;
use crate::world::World;

pub(super) fn run(options: &Doctor, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(None).ok();
    let here = || std::env::current_dir().unwrap_or_default();
    let root = world.as_ref().map_or_else(here, |world| world.root().to_owned());
    let patient = Patient {
        world: world.as_ref().map(|world| world as &dyn World),
        out: options.out.clone().unwrap_or_else(|| root.join("output")),
        root,
        port: options.port,
        today: setting.clock(None)?(),
    };
    let findings = doctor::examine(&patient)?;
    for finding in &findings {
        let id = format!("doctor-{}", finding.name);
        let sign = match finding.standing {
            Standing::Good => "✓",
            Standing::Doubtful => "!",
            Standing::Bad => "✗",
        };
        if finding.standing > Standing::Good || !setting.quiet {
            print::result(&format!("{sign} {}", setting.words.text(&id, &finding.facts)));
        }
        let fix = setting.words.find(&format!("{id}.fix"), &finding.facts);
        if let Some(fix) = fix.filter(|_| finding.standing > Standing::Good) {
            print::result(&format!("  {}: {fix}", setting.words.word("label-help")));
        }
    }
    let count = |standing| findings.iter().filter(|f| f.standing == standing).count().to_string();
    let facts = [("bad", count(Standing::Bad)), ("doubtful", count(Standing::Doubtful))];
    print::say(setting, &setting.words.text("doctor-summary", &facts));
    let bad = findings.iter().any(|f| f.standing == Standing::Bad);
    Ok(if bad { super::RECORD_ERRORS } else { 0 })
}
