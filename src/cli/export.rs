//! `gongkai export`: a blank template, the table of a record, or a whole community.
//!
//! In: flags. Out: one .xlsx or .csv. Never changes a record.

use std::path::{Path, PathBuf};

use super::args;
use super::setting::Setting;
use super::which::{Wanted, community};
use super::{pack, print};
use crate::build;
use crate::diagnostic::{Report, Severity, Sink, Sources};
use crate::error::Error;
use crate::export;
use crate::import;
use crate::load;
use crate::record::{City, Scope};
use crate::route;
use crate::value::CommunityType;
use crate::world::{DiskWorld, Files, World};
use crate::write::replace_file;

pub(super) fn run(options: &args::Export, setting: &Setting) -> Result<u8, Error> {
    if let Some(wanted) = &options.pack {
        return pack::export(wanted, options, setting);
    }
    let world = setting.world(None)?;
    let (city, outcome) = build::city(&world)?;
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        print::reports(setting, args::Form::Long, &outcome.reports);
        return Err(Error::Configuration(setting.words.word("import-city-broken")));
    };
    let (bytes, place) = match (&options.template, &options.record) {
        (Some(name), _) => template(name, options, &world, &city, setting)?,
        (None, Some(record)) => match table(record, options, &world, &city, setting)? {
            Some(done) => done,
            None => return Ok(super::RECORD_ERRORS),
        },
        (None, None) => return Err(Error::Usage(setting.words.word("export-which"))),
    };
    if place == Path::new("-") {
        print::bytes(&bytes);
        return Ok(0);
    }
    replace_file(&place, &bytes)?;
    let shown = place.display().to_string();
    print::say(setting, &setting.words.text("export-done", &[("path", shown.as_str())]));
    print::result(&shown);
    Ok(0)
}

fn template(
    name: &str,
    options: &args::Export,
    world: &DiskWorld,
    city: &City,
    setting: &Setting,
) -> Result<(Vec<u8>, PathBuf), Error> {
    // A template of a kind does not depend on a community; the code of an item does.
    let id = options.community.as_deref().map(|id| community(Some(id), &city.communities, setting)).transpose()?;
    let id = id.or_else(|| city.communities.first().map(String::as_str));
    let files = Files::read(world, &build::folder(id.unwrap_or_default()))?;
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let corpus = load::load_community(id.unwrap_or_default(), &files, &mut sources, &mut sink);
    let scope = corpus.as_ref().map(|corpus| Scope { city, corpus, as_of: world.today() });
    let ground = import::Ground {
        profiles: &city.profiles,
        catalogue: scope.as_ref().and_then(Scope::catalogue),
        community: corpus.as_ref().map_or(CommunityType::Village, |c| c.community.kind),
        today: world.today(),
    };
    let Some(template) = export::template(name, &ground, setting.words) else {
        let registers = city.profiles.registers.iter().map(|r| r.head.name.value.as_str());
        let known = ["finance", "disclosure"].into_iter().chain(registers).collect::<Vec<_>>().join("、");
        let facts = [("name", name.to_owned()), ("known", known)];
        return Err(Error::Usage(setting.words.text("export-unknown", &facts)));
    };
    let place = options.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.xlsx", template.name)));
    Ok((template.bytes(setting.words)?, place))
}

fn table(
    record: &str,
    options: &args::Export,
    world: &DiskWorld,
    city: &City,
    setting: &Setting,
) -> Result<Option<(Vec<u8>, PathBuf)>, Error> {
    let id = community(options.community.as_deref(), &city.communities, setting)?;
    let files = Files::read(world, &build::folder(id))?;
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let corpus = load::load_community(id, &files, &mut sources, &mut sink);
    let wanted = Wanted::of(record, None, setting)?;
    let no_record = || Error::Usage(setting.words.text("import-no-record", &[("name", record)]));
    let path = format!("{}/{}", build::folder(id), wanted.path());
    let Some(corpus) = corpus.filter(|c| c.find(wanted.kind.folder, &wanted.stem).is_some()) else {
        if files.get(&wanted.path()).is_none() {
            return Err(no_record());
        }
        let told = sink.into_sorted();
        let reports: Vec<Report> = told.iter().map(|d| Report::of(d, &sources)).collect();
        let own: Vec<Report> =
            reports.into_iter().filter(|r| r.severity == Severity::Error && r.place.path.starts_with(&path)).collect();
        print::reports(setting, args::Form::Long, &own);
        print::say(setting, &setting.words.text("export-broken", &[("name", record)]));
        return Ok(None);
    };
    let found = corpus.find(wanted.kind.folder, &wanted.stem).ok_or_else(no_record)?;
    let scope = Scope { city, corpus: &corpus, as_of: world.today() };
    let Some(sheet) = export::record(found, &scope) else {
        return Err(Error::Usage(setting.words.text("export-no-table", &[("name", record)])));
    };
    let name = format!("{id}-{}-{}", wanted.kind.name, route::slug(&wanted.stem));
    let place = options.out.clone().unwrap_or_else(|| PathBuf::from(format!("{name}.xlsx")));
    let csv = place.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv")) || place == Path::new("-");
    Ok(Some((if csv { sheet.csv() } else { sheet.xlsx(setting.words)? }, place)))
}
