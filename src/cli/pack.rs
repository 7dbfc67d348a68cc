//! `gongkai export --pack` and `gongkai import --pack`: a community in one file.
//!
//! In: flags. Out: a pack with a line that tells its size; or a community with all that a pack brings, or nothing of
//! it. Never overwrites what was changed here unless it is named.

use std::path::{Path, PathBuf};

use super::args::{Export, Form, Import};
use super::print;
use super::setting::Setting;
use crate::build::{self, Checked};
use crate::diagnostic::{Diagnostic, Report, Severity, Sources, Span, code};
use crate::error::Error;
use crate::ledger;
use crate::pack::{self, Choices, History, Pack, Plan};
use crate::record::City;
use crate::text::size;
use crate::world::{DiskWorld, Files, Overlay, World, read_outside};
use crate::write::{put_all, replace_file};

/// Packs a community.
pub(super) fn export(wanted: &str, options: &Export, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(None)?;
    let city = city(&world, Form::Long, setting)?;
    let known = city.communities.iter().find(|id| *id == wanted);
    let id = known.or_else(|| city.neighbours.find(wanted).map(|n| &n.id)).ok_or_else(|| {
        let facts = [("id", wanted.to_owned()), ("known", city.communities.join(", "))];
        Error::Usage(setting.words.text("unknown-community", &facts))
    })?;
    let name = city.neighbours.iter().find(|n| n.id == *id).map_or(id, |n| &n.name);
    let made = match pack::make(&world, id, name)? {
        Ok(made) => made,
        Err(reports) => {
            print::reports(setting, Form::Long, &reports);
            print::say(setting, &setting.words.word("pack-not-made"));
            return Ok(super::RECORD_ERRORS);
        }
    };
    let place = options.out.clone().unwrap_or_else(|| PathBuf::from(&made.name));
    if place == Path::new("-") {
        print::bytes(&made.bytes);
    } else {
        replace_file(&place, &made.bytes)?;
    }
    replace_file(&world.root().join(pack::history::path(id)), &made.history.to_bytes())?;
    let errors = errors(&world, &city, id)?.len();
    for path in &made.left_out {
        print::say(setting, &setting.words.text("pack-left-out", &[("path", path)]));
    }
    let shown = place.display().to_string();
    let facts = [
        ("path", shown.clone()),
        ("files", made.files.to_string()),
        ("size", size(made.bytes.len() as u64)),
        ("errors", errors.to_string()),
    ];
    print::say(setting, &setting.words.text("pack-made", &facts));
    if place != Path::new("-") {
        print::result(&shown);
    }
    Ok(0)
}

/// Merges a pack into the workspace, or tells every reason why not.
pub(super) fn import(options: &Import, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(None)?;
    let city = city(&world, options.format, setting)?;
    let refuse = |reports: &[Report]| {
        print::reports(setting, options.format, reports);
        print::say(setting, &setting.words.word("pack-refused"));
        Ok(super::RECORD_ERRORS)
    };
    let bytes = read_outside(&options.file, pack::MAX_FILE)?;
    let name = options.file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let pack = match pack::read(bytes, &name) {
        Ok(pack) => pack,
        Err(reports) => return refuse(&reports),
    };
    if let Some(report) = stranger(&pack, options.community.as_deref(), &city) {
        return refuse(&[report]);
    }
    let id = pack.manifest.community.as_str();
    let files = Files::read(&world, &build::folder(id))?;
    let mut history = History::read(&world, id)?;
    let plan = match pack::plan(&pack, &files, &history, &Choices::new(&options.take, &options.keep)) {
        Ok(plan) => plan,
        Err(reports) => return refuse(&reports),
    };
    if let Some(path) = plan.idle.first() {
        return Err(Error::Usage(setting.words.text("pack-no-conflict", &[("path", path)])));
    }
    let mut after = Overlay::new(&world);
    for (path, bytes) in plan.writes(id) {
        after = match bytes {
            Some(bytes) => after.with(&path, bytes),
            None => after.without(&path),
        };
    }
    let errors = errors(&after, &city, id)?;
    if !errors.is_empty() {
        return refuse(&errors);
    }
    tell(&plan, setting);
    if !options.dry_run {
        history.add_files(&files);
        history.add(&pack.manifest);
        history.add_files(&Files::read(&after, &build::folder(id))?);
        let own = (pack::history::path(id), history.to_bytes());
        put_all(&world, world.root(), plan.writes(id), (&own.0, &own.1))?;
    }
    let count = |what: fn(&pack::Change) -> bool| plan.changes.iter().filter(|c| what(c)).count().to_string();
    let facts = [
        ("name", pack.manifest.name.clone()),
        ("day", pack.manifest.day.clone()),
        ("new", count(|c| c.old.is_none())),
        ("changed", count(|c| c.old.is_some() && c.new.is_some())),
        ("gone", count(|c| c.new.is_none())),
        ("kept", plan.kept.len().to_string()),
    ];
    print::say(setting, &setting.words.text(if options.dry_run { "pack-dry" } else { "pack-merged" }, &facts));
    Ok(0)
}

fn city(world: &DiskWorld, form: Form, setting: &Setting) -> Result<City, Error> {
    let (city, outcome) = build::city(world)?;
    city.filter(|_| !outcome.has_errors()).ok_or_else(|| {
        print::reports(setting, form, &outcome.reports);
        Error::Configuration(setting.words.word("import-city-broken"))
    })
}

/// What is wrong with a community as `world` has it, so that it could not be published.
fn errors(world: &dyn World, city: &City, id: &str) -> Result<Vec<Report>, Error> {
    let files = Files::read(world, &build::folder(id))?;
    let checked = Checked::new(world, city, id, &files, &ledger::state::files(world, id), false);
    Ok(checked.reports().into_iter().filter(|report| report.severity == Severity::Error).collect())
}

/// Why a pack is none for this workspace: it is of another community than the one named, or of one that is not here.
fn stranger(pack: &Pack, named: Option<&str>, city: &City) -> Option<Report> {
    let id = &pack.manifest.community;
    let why = match named {
        Some(named) if named != id => "other",
        None if !city.communities.contains(id) => "unknown",
        _ => return None,
    };
    let mut sources = Sources::default();
    let place = Span::top(sources.add(&pack.name, ""));
    let told = Diagnostic::new(&code::PACK_OTHER_COMMUNITY, place).arg("id", id).arg("name", &pack.manifest.name);
    Some(Report::of(&told.arg("why", why).arg("named", named.unwrap_or_default()), &sources))
}

/// What a pack changes, a line for each file.
fn tell(plan: &Plan, setting: &Setting) {
    for change in &plan.changes {
        let sign = match (&change.old, &change.new) {
            (None, _) => '+',
            (_, None) => '−',
            _ => '~',
        };
        print::say(setting, &format!("{sign} {}", change.path));
    }
    for path in &plan.kept {
        print::say(setting, &format!("= {path}"));
    }
}
