//! `gongkai print`: sheets for the board and letters.
//!
//! In: flags. Out: a PDF where a browser is installed, else HTML and how to print it. Never publishes anything.

use std::path::{Path, PathBuf};

use super::args::{self, PaperSize};
use super::print;
use super::setting::Setting;
use super::which::{Wanted, community};
use crate::build;
use crate::error::Error;
use crate::paper::{self, Paper, What};
use crate::render::Theme;
use crate::route;
use crate::value::Period;
use crate::world::World;
use crate::write::{DISK, Disk, browser, replace_file};

/// Exit code where a PDF was asked for and could not be made.
const NOT_WRITTEN: u8 = 4;

pub(super) fn run(options: &args::Print, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.as_of.as_deref())?;
    let (city, outcome) = build::city(&world)?;
    let Some(city) = city.filter(|_| !outcome.has_errors()) else {
        print::reports(setting, args::Form::Long, &outcome.reports);
        return Err(Error::Configuration(setting.words.word("import-city-broken")));
    };
    let what = what(options, &world, setting)?;
    let id = community(options.community.as_deref(), &city.communities, setting)?;
    let theme = Theme::of(&world, &city, city.language())?;
    let size = if options.paper == PaperSize::A3 { Paper::A3 } else { Paper::A4 };
    let made = paper::make(&world, &city, &theme, id, &what, size)?;
    print::reports(setting, args::Form::Long, &made.reports);
    let Some(html) = made.html else {
        if made.reports.is_empty() {
            let name = options.record.as_deref().unwrap_or_default();
            return Err(Error::Usage(setting.words.text("import-no-record", &[("name", name)])));
        }
        print::say(setting, &setting.words.word("print-broken"));
        return Ok(super::RECORD_ERRORS);
    };
    let place = options.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.pdf", file_name(id, &what))));
    let (place, code) = put(&html, &place, options.out.is_some(), setting)?;
    if place == Path::new("-") {
        return Ok(code);
    }
    let shown = place.display().to_string();
    let facts = [("path", shown.clone()), ("sheets", made.sheets.to_string())];
    let pdf = is_pdf(&place);
    print::say(setting, &setting.words.text(if pdf { "print-done" } else { "print-html" }, &facts));
    print::result(&shown);
    Ok(code)
}

fn what(options: &args::Print, world: &impl World, setting: &Setting) -> Result<What, Error> {
    match (&options.record, &options.period) {
        (Some(record), None) if !options.letter => {
            let wanted = Wanted::of(record, None, setting)?;
            Ok(What::Record(wanted.kind.folder, wanted.stem))
        }
        (None, Some(text)) => {
            let known = Period::parse(text).filter(|p| !matches!(p, Period::Day(_)));
            let period =
                known.ok_or_else(|| Error::Usage(setting.words.text("report-bad-period", &[("text", text)])))?;
            if period.first() > world.today() {
                let period = crate::locale::period(period, setting.words);
                let facts = [("period", period), ("today", world.today().to_string())];
                return Err(Error::Usage(setting.words.text("report-future", &facts)));
            }
            Ok(if options.letter { What::Letter(period) } else { What::Board(period) })
        }
        _ => Err(Error::Usage(setting.words.word("print-which"))),
    }
}

/// What the file is called where nobody names it.
fn file_name(id: &str, what: &What) -> String {
    match what {
        What::Record(folder, stem) => format!("{id}-{folder}-{}", route::slug(stem)),
        What::Board(period) => format!("{id}-{period}"),
        What::Letter(period) => format!("{id}-{period}-letter"),
    }
}

fn is_pdf(place: &Path) -> bool {
    place.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
}

/// Puts the sheets where they are wanted; as HTML where that is asked for or no browser makes a PDF of them.
fn put(html: &[u8], place: &Path, asked: bool, setting: &Setting) -> Result<(PathBuf, u8), Error> {
    if place == Path::new("-") {
        print::bytes(html);
        return Ok((place.to_owned(), 0));
    }
    let page = place.with_extension("html");
    if !is_pdf(place) {
        replace_file(place, html)?;
        return Ok((place.to_owned(), 0));
    }
    let Some(program) = browser::find(&setting.browsers()) else {
        replace_file(&page, html)?;
        print::say(setting, &setting.words.word("print-no-browser"));
        return Ok((page, if asked { NOT_WRITTEN } else { 0 }));
    };
    // A page of the same name that somebody keeps is not touched: the browser reads one of its own.
    let beside = place.with_extension("new.html");
    replace_file(&beside, html)?;
    let made = browser::pdf(&program, &beside, place);
    if matches!(made, Ok(true)) {
        DISK.remove_file(&beside).map_err(|cause| Error::io("io-write", beside.display(), cause))?;
        return Ok((place.to_owned(), 0));
    }
    DISK.rename(&beside, &page).map_err(|cause| Error::io("io-write", page.display(), cause))?;
    made?;
    print::say(setting, &setting.words.text("print-browser-failed", &[("path", program.display().to_string())]));
    Ok((page, if asked { NOT_WRITTEN } else { 0 }))
}
