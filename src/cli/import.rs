//! `gongkai import`: a table becomes a record, or fills one.
//!
//! In: a file and flags. Out: the files of one record. Never writes where a cell is wrong, never overwrites a
//! record that was not named with `--into`.

use super::args;
use super::setting::Setting;
use super::which::{Wanted, community};
use super::{pack, print};
use crate::build;
use crate::diagnostic::{Sink, Sources};
use crate::error::Error;
use crate::import::{self, Blank, Filled, Ground, Options};
use crate::load::{self, front_matter};
use crate::record::kind::Format;
use crate::record::{City, Scope};
use crate::sheet::MAX_FILE;
use crate::value::{CommunityType, Period};
use crate::world::{DiskWorld, Files, World, read_outside};
use crate::write::put_together;
use crate::yaml;

pub(super) fn run(options: &args::Import, setting: &Setting) -> Result<u8, Error> {
    if options.pack {
        return pack::import(options, setting);
    }
    let world = setting.world(None)?;
    let (city, outcome) = build::city(&world)?;
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        print::reports(setting, options.format, &outcome.reports);
        return Err(Error::Configuration(setting.words.word("import-city-broken")));
    };
    let id = community(options.community.as_deref(), &city.communities, setting)?;
    let folder = build::folder(id);
    let files = Files::read(&world, &folder)?;
    let bytes = read_outside(&options.file, MAX_FILE)?;
    let name = options.file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let into = options.into.as_deref().map(|typed| target(typed, &files, setting)).transpose()?;
    let asked = asked(options, into.as_ref(), &city, &files, setting)?;
    let filled = match with_ground(&world, &city, id, &files, |ground| import::read(&bytes, &name, &asked, ground)) {
        Ok(filled) => filled,
        Err(reports) => {
            print::reports(setting, options.format, &reports);
            print::say(setting, &setting.words.word("import-refused"));
            return Ok(super::RECORD_ERRORS);
        }
    };
    print::reports(setting, options.format, &filled.reports);
    tell(&filled, setting);
    let place = Place { world: &world, folder, files: &files };
    let (record, written) = match &into {
        Some(wanted) => {
            if wanted.kind.name != filled.kind.name {
                let facts = [("name", wanted.path()), ("kind", filled.kind.name.to_owned())];
                return Err(Error::Usage(setting.words.text("import-other-kind", &facts)));
            }
            match place.filling(wanted, &filled) {
                Ok(written) => (wanted.path(), written),
                Err(reports) => {
                    print::reports(setting, options.format, &reports);
                    print::say(setting, &setting.words.word("import-refused"));
                    return Ok(super::RECORD_ERRORS);
                }
            }
        }
        None => place.new_record(&filled, options, setting)?,
    };
    place.put(&record, &written, filled.rows(), options.dry_run, into.is_some(), setting)?;
    Ok(0)
}

/// The record named with `--into`.
fn target(typed: &str, files: &Files, setting: &Setting) -> Result<Wanted, Error> {
    let wanted = Wanted::of(typed, None, setting)?;
    if files.get(&wanted.path()).is_none() {
        return Err(Error::Usage(setting.words.text("import-no-record", &[("name", typed)])));
    }
    Ok(wanted)
}

/// What is asked, as the import takes it. A record that is to be filled tells what its table is.
fn asked(
    options: &args::Import,
    into: Option<&Wanted>,
    city: &City,
    files: &Files,
    setting: &Setting,
) -> Result<Options, Error> {
    let period = options.period.as_deref().map(|text| {
        let bad = || Error::Usage(setting.words.text("import-bad-period", &[("text", text)]));
        Period::parse(text).ok_or_else(bad)
    });
    if let Some(name) = options.mapping.as_deref().filter(|name| city.profiles.imports.find(name).is_none()) {
        let known = city.profiles.imports.names().collect::<Vec<_>>().join("、");
        let facts = [("name", name.to_owned()), ("known", known)];
        return Err(Error::Usage(setting.words.text("import-unknown-mapping", &facts)));
    }
    let by_mapping = options.mapping.is_some();
    let told =
        into.filter(|_| !by_mapping).map(|wanted| about(wanted, files).unwrap_or_else(|| wanted.kind.name.into()));
    Ok(Options {
        kind: options.kind.clone().or(told),
        sheet: options.sheet.clone(),
        mapping: options.mapping.clone(),
        period: period.transpose()?,
    })
}

/// The register, rubric or item that a record tells of.
fn about(wanted: &Wanted, files: &Files) -> Option<String> {
    let text = std::str::from_utf8(files.get(&wanted.path())?).ok()?;
    let text = text.trim_start_matches('\u{feff}');
    let yaml = match wanted.kind.format {
        Format::Data => text,
        Format::Prose => front_matter::split(text)?.yaml,
    };
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let file = sources.add("", yaml);
    let node = yaml::parse(file, yaml, 0, &mut sink)?;
    let keys = ["台账", "register", "评分标准", "rubric", "目录项", "item"];
    keys.iter().find_map(|key| Some(node.get(key)?.text()?.to_owned()))
}

fn with_ground<T>(world: &DiskWorld, city: &City, id: &str, files: &Files, run: impl FnOnce(&Ground<'_>) -> T) -> T {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let corpus = load::load_community(id, files, &mut sources, &mut sink);
    let as_of = world.today();
    let scope = corpus.as_ref().map(|corpus| Scope { city, corpus, as_of });
    run(&Ground {
        profiles: &city.profiles,
        catalogue: scope.as_ref().and_then(Scope::catalogue),
        community: corpus.as_ref().map_or(CommunityType::Village, |c| c.community.kind),
        today: as_of,
    })
}

/// Says what was read.
fn tell(filled: &Filled, setting: &Setting) {
    if let Some(name) = &filled.mapping {
        print::say(setting, &setting.words.text("import-mapping-used", &[("name", name)]));
    }
    for (sheet, rows) in &filled.sheets {
        print::say(
            setting,
            &setting.words.text("import-read", &[("sheet", sheet.clone()), ("rows", rows.to_string())]),
        );
    }
}

/// The folder of a community.
struct Place<'a> {
    world: &'a DiskWorld,
    folder: String,
    files: &'a Files,
}

/// Files by their path from the folder of the community.
type Written = Vec<(String, Vec<u8>)>;

impl Place<'_> {
    fn new_record(
        &self,
        filled: &Filled,
        options: &args::Import,
        setting: &Setting,
    ) -> Result<(String, Written), Error> {
        let blank = Blank { title: options.title.clone(), stem: None };
        let files = import::record(filled, &blank);
        let full = |name: &String| format!("{}/{name}", filled.kind.folder);
        let written: Written = files.into_iter().map(|(name, bytes)| (full(&name), bytes)).collect();
        if let Some((path, _)) = written.iter().find(|(path, _)| self.files.get(path).is_some()) {
            let facts = [("path", self.path(path).display().to_string())];
            return Err(Error::Usage(setting.words.text("new-exists", &facts)));
        }
        let record = written.last().map_or_else(String::new, |(path, _)| path.clone());
        Ok((record, written))
    }

    fn filling(&self, wanted: &Wanted, filled: &Filled) -> Result<Written, Vec<crate::diagnostic::Report>> {
        let path = wanted.path();
        let bytes = self.files.get(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let full = format!("{}/{path}", self.folder);
        let filling = import::into(&full, text.trim_start_matches('\u{feff}'), filled)?;
        let beside = |name: &String| {
            let known = self.files.from(wanted.kind.folder).resolve(name);
            known.unwrap_or_else(|| format!("{}/{}", wanted.kind.folder, name.trim_start_matches("./")))
        };
        let mut written: Written = filling.tables.iter().map(|(name, bytes)| (beside(name), bytes.clone())).collect();
        written.push((path, format!("{mark}{}", filling.text).into_bytes()));
        Ok(written)
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.world.root().join(&self.folder).join(path)
    }

    fn put(
        &self,
        record: &str,
        written: &Written,
        rows: usize,
        dry: bool,
        into: bool,
        setting: &Setting,
    ) -> Result<(), Error> {
        let mut files = Vec::new();
        for (path, bytes) in written {
            let full = self.path(path);
            let facts = [("path", full.display().to_string()), ("rows", rows.to_string())];
            if dry {
                print::say(setting, &setting.words.text("import-dry", &facts));
                print::result(String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}'));
            } else {
                files.push((full, bytes.as_slice()));
            }
        }
        put_together(&files)?;
        if !dry {
            let full = self.path(record).display().to_string();
            let facts = [("path", full.clone()), ("rows", rows.to_string())];
            print::say(setting, &setting.words.text(if into { "import-into-done" } else { "import-done" }, &facts));
            print::result(&full);
        }
        Ok(())
    }
}
