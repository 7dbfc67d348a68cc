//! `gongkai publish`: looks at the destination, seals, builds, puts there what changed, looks again.
//!
//! In: flags, `发布` of the settings, secrets. Out: a published site, a line that says what was done, an exit code.
//! Never publishes a ledger that does not go on from the one that readers see.

use std::path::Path;

use super::args::{Build, Publish, Reach, Seal};
use super::setting::Setting;
use super::{build, credential, print, seal};
use crate::build::city;
use crate::error::Error;
use crate::publish::agree::{Disagreement, disagreements};
use crate::publish::plan::Plan;
use crate::publish::{Visit, differences, seen_differences};
use crate::record::City;
use crate::record::destination::Destination;
use crate::text::size;
use crate::world::World;

pub(super) fn run(options: &Publish, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.as_of.as_deref())?;
    let (city, outcome) = city(&world)?;
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        print::reports(setting, super::args::Form::Long, &outcome.reports);
        return Ok(super::RECORD_ERRORS);
    };
    let destination = chosen(&city, options.destination.as_deref(), setting)?;
    if options.login {
        return credential::login(destination, setting).map(|()| 0);
    }
    let visit = open(destination, world.root(), options.all, setting)?;
    if options.rollback {
        return roll_back(&visit, destination, setting);
    }
    let seen = visit.checkpoints(&world, &city.communities)?;
    let reach = Reach { as_of: options.as_of.clone(), ..Reach::default() };
    let out = options.out.clone();
    if !options.dry_run {
        let notes: Vec<String> = seen.values().cloned().collect();
        let sealed = Seal { out: out.clone(), reach: reach.clone(), seen: Vec::new() };
        let code = seal::run_seen(&sealed, setting, &notes)?;
        if code != 0 {
            return Ok(stopped(code, destination, setting));
        }
    }
    let differ = disagreements(&world, &seen)?;
    if !differ.is_empty() {
        for (id, disagreement) in &differ {
            print::say(setting, &disagreed(id, *disagreement, setting));
        }
        return Ok(super::RECORD_ERRORS);
    }
    let code = build::step(&Build { out: out.clone(), reach, ..Build::default() }, setting)?;
    if code != 0 {
        return Ok(stopped(code, destination, setting));
    }
    let out = out.unwrap_or_else(|| world.root().join("output"));
    let plan = visit.plan(&out, world.today())?;
    if options.dry_run {
        show(&plan, destination, setting);
        return Ok(0);
    }
    go(visit, &plan, &out, destination, setting)
}

/// Tells that nothing was published, and gives the exit code of the step that failed.
fn stopped(code: u8, destination: &Destination, setting: &Setting) -> u8 {
    print::say(setting, &setting.words.text("publish-stopped", &[("name", destination.name.value.as_str())]));
    code
}

/// The destination asked for; the only one where none is named.
fn chosen<'c>(city: &'c City, name: Option<&str>, setting: &Setting) -> Result<&'c Destination, Error> {
    let all = &city.config.destinations;
    let known =
        || all.iter().map(|d| d.name.value.as_str()).collect::<Vec<_>>().join(&setting.words.word("list-between"));
    match (name, all.as_slice()) {
        (_, []) => Err(Error::Configuration(setting.words.word("publish-no-destination"))),
        (None, [only]) => Ok(only),
        (None, _) => Err(Error::Usage(setting.words.text("publish-which", &[("known", known())]))),
        (Some(name), _) => all.iter().find(|d| d.name.value == name).ok_or_else(|| {
            Error::Usage(setting.words.text("publish-unknown", &[("name", name.to_owned()), ("known", known())]))
        }),
    }
}

/// Opens a destination; what is missing for that is told by the names of the variables that would hold it.
fn open<'d>(destination: &'d Destination, root: &Path, doubt: bool, setting: &Setting) -> Result<Visit<'d>, Error> {
    let secrets = |name: &str| credential::secret(destination, name);
    Visit::new(destination, root, &secrets, doubt).map_err(|error| match error {
        Error::Network { action: "network-login", cause, .. } if is_secret(&cause) => {
            let facts =
                [("name", destination.name.value.clone()), ("variable", credential::variable(destination, &cause))];
            Error::Configuration(setting.words.text("publish-no-secret", &facts))
        }
        other => other,
    })
}

/// Whether a cause is the name of a secret that is missing.
fn is_secret(cause: &str) -> bool {
    matches!(cause, "USER" | "PASSWORD" | "KEY_ID" | "KEY_SECRET")
}

fn roll_back(visit: &Visit<'_>, destination: &Destination, setting: &Setting) -> Result<u8, Error> {
    let name = destination.name.value.clone();
    match visit.roll_back()? {
        None => Err(Error::Usage(setting.words.text("publish-no-rollback", &[("name", name)]))),
        Some(release) => {
            print::say(setting, &setting.words.text("publish-rolled-back", &[("name", name), ("release", release)]));
            Ok(0)
        }
    }
}

fn disagreed(id: &str, disagreement: Disagreement, setting: &Setting) -> String {
    let (message, size) = match disagreement {
        Disagreement::Lost(size) => ("publish-ledger-lost", size),
        Disagreement::Behind(size) => ("publish-ledger-behind", size),
        Disagreement::Forked(size) => ("publish-ledger-forked", size),
        Disagreement::Other => ("publish-ledger-other", 0),
    };
    setting.words.text(message, &[("community", id.to_owned()), ("size", size.to_string())])
}

/// What would be done, a line a file, and the sum.
fn show(plan: &Plan, destination: &Destination, setting: &Setting) {
    for put in plan.puts() {
        let sign = if put.replaces { '~' } else { '+' };
        print::result(&format!("{sign} {} {}", put.path, put.entry.size));
    }
    for removal in &plan.removals {
        let size = removal.size.map_or(String::new(), |size| format!(" {size}"));
        print::result(&format!("- {}{size}", removal.path));
    }
    print::say(setting, &sum(plan, "publish-would", destination, setting));
}

fn sum(plan: &Plan, message: &str, destination: &Destination, setting: &Setting) -> String {
    let new = plan.puts().filter(|put| !put.replaces).count();
    let facts = [
        ("name", destination.name.value.clone()),
        ("place", destination.address.value.clone()),
        ("new", new.to_string()),
        ("changed", (plan.puts().count() - new).to_string()),
        ("removed", plan.removals.len().to_string()),
        ("same", plan.same.len().to_string()),
        ("size", size(plan.bytes())),
    ];
    setting.words.text(message, &facts)
}

fn go(visit: Visit<'_>, plan: &Plan, out: &Path, destination: &Destination, setting: &Setting) -> Result<u8, Error> {
    let words = setting.words;
    if plan.is_empty() {
        // The address that readers know, where there is one.
        let place = destination.url.as_ref().unwrap_or(&destination.address);
        let facts = [("name", destination.name.value.as_str()), ("place", place.value.as_str())];
        print::say(setting, &words.text("publish-nothing", &facts));
        return Ok(0);
    }
    let bar = print::bar(setting);
    let open = visit.go(out, plan, &|done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    let files = &plan.published.files;
    if let Some(path) = differences(&open, files)?.first() {
        return Err(differs(path, &destination.address.value));
    }
    print::say(setting, &sum(plan, "publish-done", destination, setting));
    if let Some(url) = &destination.url {
        if let Some(path) = seen_differences(&url.value, files)?.first() {
            return Err(differs(path, &url.value));
        }
        print::say(setting, &words.text("publish-seen", &[("url", url.value.as_str())]));
    }
    Ok(0)
}

fn differs(path: &str, place: &str) -> Error {
    Error::Network { action: "network-differs", path: place.to_owned(), cause: path.to_owned() }
}
