//! `gongkai report`: how many communities stand in a period.
//!
//! In: flags. Out: one file or standard output, a line that says where, an exit code.
//! Records with errors do not stop it: they are in the report.

use std::path::{Path, PathBuf};

use super::args::{self, ReportForm};
use super::print;
use super::setting::Setting;
use crate::error::Error;
use crate::locale::{self, Language};
use crate::render::Theme;
use crate::report::{self, Form, Request};
use crate::route;
use crate::value::Period;
use crate::world::World;
use crate::write::replace_file;

pub(super) fn run(options: &args::Report, language: Option<&str>, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(options.reach.as_of.as_deref())?;
    let form = form(options);
    let request = Request {
        period: period(&options.period, &world, setting)?,
        region: options.region.clone(),
        only: options.reach.community.clone(),
        language: language.map(Language::of),
    };
    let bar = print::bar(setting);
    let gathered = report::gather(&world, &request, &|done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    let (Some(report), Some(city)) = (gathered.report, gathered.city) else {
        print::reports(setting, args::Form::Long, &gathered.reports);
        print::say(setting, &setting.words.word("report-refused"));
        return Ok(super::RECORD_ERRORS);
    };
    let theme = Theme::of(&world, &city, gathered.language)?;
    let bytes = report::write(&report, form, &theme, locale::messages(gathered.language))?;
    let place = place(options, form, &report.head.region);
    if place == Path::new("-") {
        print::bytes(&bytes);
        return Ok(0);
    }
    replace_file(&place, &bytes)?;
    let facts = [
        ("path", place.display().to_string()),
        ("communities", report.totals.all.communities.to_string()),
        ("overdue", report.totals.all.overdue.to_string()),
        ("errors", report.totals.all.errors.to_string()),
    ];
    print::say(setting, &setting.words.text("report-done", &facts));
    Ok(0)
}

/// The form asked for, else that of the file's ending, else a workbook.
fn form(options: &args::Report) -> Form {
    let ending = || options.out.as_ref().and_then(|out| Form::of_ending(out.extension()?.to_str()?));
    match options.format {
        Some(ReportForm::Html) => Form::Html,
        Some(ReportForm::Xlsx) => Form::Xlsx,
        Some(ReportForm::Csv) => Form::Csv,
        Some(ReportForm::Json) => Form::Json,
        None => ending().unwrap_or(Form::Xlsx),
    }
}

fn period(text: &str, world: &impl World, setting: &Setting) -> Result<Period, Error> {
    let known = Period::parse(text).filter(|p| !matches!(p, Period::Day(_)));
    let period = known.ok_or_else(|| Error::Usage(setting.words.text("report-bad-period", &[("text", text)])))?;
    if period.first() > world.today() {
        let facts = [("period", locale::period(period, setting.words)), ("today", world.today().to_string())];
        return Err(Error::Usage(setting.words.text("report-future", &facts)));
    }
    Ok(period)
}

/// Where it goes: `gongkai-2026Q3.xlsx`, with the region's name where there is one.
fn place(options: &args::Report, form: Form, region: &str) -> PathBuf {
    if let Some(out) = &options.out {
        return out.clone();
    }
    if matches!(form, Form::Csv | Form::Json) {
        return PathBuf::from("-");
    }
    let period = Period::parse(&options.period).map(|p| p.to_string()).unwrap_or_default();
    let region = region.rsplit('/').next().filter(|name| !name.is_empty());
    let region = region.map(|name| format!("-{}", route::slug(name))).unwrap_or_default();
    PathBuf::from(format!("gongkai-{period}{region}.{}", form.ending()))
}
