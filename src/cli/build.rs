//! `gongkai build`: sites and portal into the output folder, whole or in shares on many machines.
//!
//! In: flags. Out: files, a line that says where to look, an exit code.

use std::path::{Path, PathBuf};

use super::args::{Build, Form};
use super::setting::Setting;
use super::{check, print, recipe, timings};
use crate::build::{self, Options, Outcome, Shard, Share, Unfit};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::world::DiskWorld;

/// Folder of the workspace where memos are kept.
const CACHE: &str = ".gongkai/cache";

/// Folder of the workspace where the builds of shards leave what portals need, where no other is named.
const SUMMARIES: &str = ".gongkai/summaries";

/// Exit code where the files of shards make no portal.
const UNFIT: u8 = 3;

/// Builds the sites as one step of a command that tells itself where to look.
pub(super) fn step(options: &Build, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.reach.as_of.as_deref())?;
    Ok(code(&whole(options, &world, None, setting)?))
}

pub(super) fn run(options: &Build, setting: &Setting) -> Result<u8, Error> {
    if let Some(name) = options.recipe {
        print::result(recipe::text(name, shard(options, Some("0"), setting)?.of()).trim_end());
        return Ok(0);
    }
    let world = setting.world(options.reach.as_of.as_deref())?;
    if let Some(summaries) = &options.portal_from {
        return portals(options, &world, out(options, &world), summaries, setting);
    }
    let share = share(options, &world, setting)?;
    let outcome = whole(options, &world, share.as_ref(), setting)?;
    match share {
        _ if !outcome.published => {}
        Some(share) => told("build-share-done", &outcome, &share.summaries, &share.shard.name(), setting),
        None => told("build-done", &outcome, &out(options, &world).join("index.html"), "", setting),
    }
    timings::tell(setting, outcome.timings.as_ref());
    Ok(code(&outcome))
}

/// The output folder.
fn out(options: &Build, world: &DiskWorld) -> PathBuf {
    options.out.clone().unwrap_or_else(|| world.root().join("output"))
}

fn code(outcome: &Outcome) -> u8 {
    if !outcome.published || outcome.has_errors() { super::RECORD_ERRORS } else { 0 }
}

/// Builds what is asked for and tells what is wrong with it.
fn whole(options: &Build, world: &DiskWorld, share: Option<&Share>, setting: &Setting) -> Result<Outcome, Error> {
    let out = out(options, world);
    let request = Options {
        // A share stands on any machine and remembers nothing there.
        cache: if share.is_none() { Some(cache(world, &out)?) } else { None },
        out,
        keep_going: options.keep_going,
        only: options.reach.community.clone(),
        share: share.cloned(),
        theme: options.theme.clone(),
        timings: options.timings,
    };
    let bar = print::bar(setting);
    let outcome = build::build(world, &request, &|done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    let grave = outcome.reports.iter().filter(|r| r.severity == Severity::Error || setting.verbose);
    print::reports(setting, Form::Long, &grave.cloned().collect::<Vec<_>>());
    print::say(setting, &check::summary(setting, &outcome));
    if !outcome.published {
        print::say(setting, &setting.words.word("build-refused"));
    }
    Ok(outcome)
}

fn told(message: &str, outcome: &Outcome, path: &Path, share: &str, setting: &Setting) {
    let facts = [
        ("communities", outcome.communities.to_string()),
        ("records", outcome.records.to_string()),
        ("files", outcome.files.to_string()),
        ("written", outcome.written.to_string()),
        ("path", path.display().to_string()),
        ("share", share.replace("-of-", "/")),
    ];
    print::say(setting, &setting.words.text(message, &facts));
}

/// Memos belong to one output folder: another one has its own.
fn cache(world: &DiskWorld, out: &Path) -> Result<PathBuf, Error> {
    let name = std::path::absolute(out).map_err(|e| Error::io("io-read", out.display(), e))?;
    let name = blake3::hash(name.as_os_str().as_encoded_bytes()).to_hex();
    Ok(world.root().join(CACHE).join(&name.as_str()[..16]))
}

/// The share that is asked for, where one is.
fn share(options: &Build, world: &DiskWorld, setting: &Setting) -> Result<Option<Share>, Error> {
    if options.shard.is_none() {
        return Ok(None);
    }
    let shard = shard(options, setting.job_index().as_deref(), setting)?;
    let summaries = options.summaries.clone().unwrap_or_else(|| world.root().join(SUMMARIES));
    Ok(Some(Share { shard, summaries }))
}

fn shard(options: &Build, index: Option<&str>, setting: &Setting) -> Result<Shard, Error> {
    let text = options.shard.as_deref().unwrap_or_default();
    Shard::read(text, index).ok_or_else(|| {
        let facts = [("text", text.to_owned()), ("most", Shard::MOST.to_string())];
        let of_job = text.trim_start().starts_with("job/");
        Error::Usage(setting.words.text(if of_job { "build-bad-job" } else { "build-bad-shard" }, &facts))
    })
}

/// Portals and search from what the builds of all shares left.
fn portals(options: &Build, world: &DiskWorld, out: PathBuf, summaries: &Path, setting: &Setting) -> Result<u8, Error> {
    let index = out.join("index.html");
    let request = Options { out, keep_going: options.keep_going, timings: options.timings, ..Options::default() };
    let outcome = build::portals(world, &request, summaries)?;
    print::reports(setting, Form::Long, &outcome.reports);
    for unfit in &outcome.unfit {
        print::error(setting, &Error::Configuration(why(unfit, summaries, setting)));
    }
    if !outcome.published {
        print::say(setting, &setting.words.word("build-refused"));
        return Ok(if outcome.unfit.is_empty() { super::RECORD_ERRORS } else { UNFIT });
    }
    told("build-portals-done", &outcome, &index, "", setting);
    timings::tell(setting, outcome.timings.as_ref());
    Ok(0)
}

/// Why the files of shards make no portal, in a sentence that says what to do.
fn why(unfit: &Unfit, summaries: &Path, setting: &Setting) -> String {
    let numbers = |list: &[u32]| list.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    let mut facts = vec![("folder", summaries.display().to_string())];
    let message = match unfit {
        Unfit::Nothing => "build-unfit-nothing",
        Unfit::Damaged(file) => {
            facts.push(("file", file.clone()));
            "build-unfit-damaged"
        }
        Unfit::Counts(counts) => {
            facts.push(("counts", numbers(counts)));
            "build-unfit-counts"
        }
        Unfit::Missing { of, numbers: missing } => {
            facts.extend([("of", of.to_string()), ("numbers", numbers(missing))]);
            "build-unfit-missing"
        }
        Unfit::Other { file, what } => {
            facts.extend([("file", file.clone()), ("what", (*what).to_owned())]);
            "build-unfit-other"
        }
    };
    setting.words.text(message, &facts)
}
