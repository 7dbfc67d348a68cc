//! From a workspace to a report.
//!
//! In: a world and what is asked for. Out: `Report`, or the errors of settings and profiles that make it
//! impossible. Keeps a row of each community and nothing else; never makes pages, never writes.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::model::{Problem, Report};
use super::region;
use crate::build::{self, Checked, Progress};
use crate::derive::{self, Context, Survey, Todo, Urgency};
use crate::diagnostic::{self, Severity, Sink, Sources, code};
use crate::error::Error;
use crate::load;
use crate::locale::{self, Language, Messages};
use crate::record::{City, Scope};
use crate::value::Period;
use crate::world::{Files, World};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The period: a month, quarter, half-year or year that has begun.
    pub period: Period,
    /// A region's path, name or part of its address; all where missing.
    pub region: Option<String>,
    /// Only these communities; all where empty.
    pub only: Vec<String>,
    /// The language of the report; that of the pages where missing.
    pub language: Option<Language>,
}

/// What came of it.
#[derive(Debug)]
pub struct Gathered {
    /// The report; none where settings or profiles have errors.
    pub report: Option<Report>,
    /// What is said of settings and profiles.
    pub reports: Vec<diagnostic::Report>,
    /// The city's settings, where they could be read.
    pub city: Option<City>,
    /// The language of the report.
    pub language: Language,
}

/// What a report keeps of one community.
#[derive(Debug, Clone)]
pub struct Row {
    /// Folder name.
    pub id: String,
    /// What was found; none where `community.yaml` cannot be read.
    pub survey: Option<Survey>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Reads, checks and surveys the communities asked for, and makes the report.
///
/// # Errors
/// Where a file cannot be read, or the region or a community is not known.
pub fn gather(world: &dyn World, request: &Request, progress: Progress<'_>) -> Result<Gathered, Error> {
    let (city, outcome) = build::city(world)?;
    let language = request.language.or(city.as_ref().map(City::language)).unwrap_or_default();
    let words = locale::messages(language);
    let mut gathered = Gathered { report: None, reports: outcome.reports, city, language };
    let failed = gathered.reports.iter().any(|r| r.severity == Severity::Error);
    let Some(city) = gathered.city.as_ref().filter(|_| !failed) else {
        return Ok(gathered);
    };
    let mut ids = build::chosen(city, &request.only)?;
    let region = match &request.region {
        Some(text) => {
            let parents = parents(world, &ids)?;
            let region = region::choose(text, &parents, city, words)?;
            // Those whose region cannot be read are reported too: nobody else would.
            let inside = |parent: &Option<String>| parent.as_ref().is_none_or(|p| region::is_within(p, &region));
            let keep: Vec<bool> = parents.iter().map(inside).collect();
            let mut keep = keep.into_iter();
            ids.retain(|_| keep.next().unwrap_or(false));
            region
        }
        None => Vec::new(),
    };
    let done = AtomicUsize::new(0);
    let row = |id: &String| {
        let row = survey(world, city, id, request.period, words);
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, ids.len());
        row
    };
    let rows: Result<Vec<Row>, Error> = ids.par_iter().map(row).collect();
    gathered.report = Some(Report::of(city, request.period, world.today(), &region, rows?, language));
    Ok(gathered)
}

/// What each community says of the regions above it; none where that cannot be read.
fn parents(world: &dyn World, ids: &[String]) -> Result<Vec<Option<String>>, Error> {
    let parent = |id: &String| {
        let files = Files::only(world, &build::folder(id), "community.yaml")?;
        let corpus = load::load_community(id, &files, &mut Sources::default(), &mut Sink::default());
        Ok(corpus.map(|c| c.community.parent.value))
    };
    ids.par_iter().map(parent).collect()
}

fn survey(world: &dyn World, city: &City, id: &str, period: Period, words: &Messages) -> Result<Row, Error> {
    let files = Files::read(world, &build::folder(id))?;
    let kept = Files::read(world, &crate::ledger::folder(id))?;
    let checked = Checked::new(world, city, id, &files, &kept, true);
    let problems: Vec<Problem> = checked
        .reports()
        .iter()
        // What is published on purpose is for supervisors to see.
        .filter(|r| r.severity != Severity::Info || r.code == code::NUMBER_WAIVED.id)
        .map(|r| Problem {
            community: id.to_owned(),
            code: r.code.clone(),
            severity: r.severity,
            message: words.text(&r.code.to_ascii_lowercase(), &r.args),
            file: r.place.path.clone(),
            line: r.place.line,
            basis: r.basis.as_ref().map(ToString::to_string).unwrap_or_default(),
        })
        .collect();
    let mut survey = checked.corpus.as_ref().map(|corpus| {
        let scope = Scope { city, corpus, as_of: world.today() };
        derive::survey(&Context::new(scope, &checked.diagnostics, &checked.sources, &files), period)
    });
    if let Some(survey) = &mut survey {
        survey.todo.extend(problems.iter().filter(|p| p.severity == Severity::Error).map(mend));
        Todo::sort(&mut survey.todo);
    }
    Ok(Row { id: id.to_owned(), survey, problems })
}

/// An error as something to be done.
pub(super) fn mend(problem: &Problem) -> Todo {
    Todo {
        urgency: Urgency::Error,
        what: "mend",
        code: problem.code.clone(),
        title: problem.message.clone(),
        period: None,
        due: None,
        days: 0,
        basis: problem.basis.clone(),
        file: problem.file.clone(),
        line: problem.line,
        url: String::new(),
    }
}
