//! The check of a record that is not written yet: the same that `check` runs, on the text as it would be.
//!
//! In: a community, a record, its text as it would be. Out: what is wrong, by box of the form.
//! Never decides whether to write.

use serde::Serialize;

use super::Desk;
use super::form::{self, Part, Spot};
use super::office::{Room, Subject};
use crate::diagnostic::{Diagnostic, FileId, Severity, Sink};
use crate::edit::Document;
use crate::error::Error;
use crate::world::Overlay;
use crate::yaml;

/// Something to be told of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// Stable code, or empty.
    pub code: String,
    /// `error`, `finding`, `warning` or `info`.
    pub severity: &'static str,
    /// The sentence.
    pub message: String,
    /// How to mend it; may be empty.
    pub help: String,
    /// The legal ground; may be empty.
    pub basis: String,
    /// The name of the box; empty where it belongs to none.
    pub name: String,
    /// The way to the box in words, or the file.
    pub place: String,
    /// Whether masking mends it.
    pub maskable: bool,
}

/// A record as it would be.
pub struct Would<'a> {
    /// Its text.
    pub text: &'a str,
    /// Tables beside it: path from the community's folder, and text.
    pub tables: &'a [(String, String)],
    /// Its parts.
    pub part: &'a Part,
}

/// What is said of a record.
#[derive(Debug, Default, Serialize)]
pub struct Verdict {
    /// Of the record itself, the gravest first.
    pub problems: Vec<Problem>,
    /// Errors of other records that would come of it.
    pub elsewhere: Vec<Problem>,
    /// What it would say of itself in lists.
    pub summary: String,
}

impl Verdict {
    /// Whether it may be published.
    pub fn is_sound(&self) -> bool {
        !self.problems.iter().chain(&self.elsewhere).any(|p| p.severity == "error")
    }

    /// How many of its problems are errors.
    pub fn errors(&self) -> usize {
        self.problems.iter().chain(&self.elsewhere).filter(|p| p.severity == "error").count()
    }
}

/// Checks a record as it would be.
pub fn check(desk: &Desk<'_>, before: &Room<'_>, subject: &Subject, would: &Would<'_>) -> Result<Verdict, Error> {
    let path = subject.path();
    let folder = crate::build::folder(&subject.community);
    let mut world = Overlay::new(desk.world).with(&path, would.text);
    for (table, text) in would.tables {
        world = world.with(&format!("{folder}/{table}"), text.as_str());
    }
    let room = Room::open(&world, before.city, &subject.community)?;
    let tables: Vec<String> = would.tables.iter().map(|(t, _)| format!("{folder}/{t}")).collect();
    let mut verdict = Verdict::default();
    let seen = Seen::of(subject, would);
    let old: Vec<String> = before.checked.diagnostics.iter().map(|d| sentence(desk, d)).collect();
    for diagnostic in &room.checked.diagnostics {
        let file = &room.checked.sources.get(diagnostic.span.file).path;
        if *file == path {
            let key = diagnostic.args.iter().find(|(name, _)| *name == "key").map(|(_, key)| key.as_str());
            let spot = seen.as_ref().map(|seen| seen.spot(diagnostic.span.start, key)).unwrap_or_default();
            verdict.problems.push(problem(desk, diagnostic, &spot, ""));
        } else if tables.contains(file) {
            let row = room.checked.sources.line_column(diagnostic.span).0;
            let place = desk.words.text("edit-table-row", &[("row", row.to_string())]);
            verdict.problems.push(problem(desk, diagnostic, &Spot::default(), &place));
        } else if diagnostic.severity() == Severity::Error && !old.contains(&sentence(desk, diagnostic)) {
            verdict.elsewhere.push(problem(desk, diagnostic, &Spot::default(), file));
        }
    }
    if seen.is_none() && verdict.problems.is_empty() {
        verdict.problems.push(nothing(desk));
    }
    let rank = |p: &Problem| ["error", "finding", "warning", "info"].iter().position(|s| *s == p.severity);
    verdict.problems.sort_by_key(rank);
    if let Some(scope) = room.scope()
        && let Some(record) = scope.corpus.records.iter().find(|r| room.checked.sources.get(r.file).path == path)
    {
        verdict.summary = record.facts(&scope).summary;
    }
    Ok(verdict)
}

fn nothing(desk: &Desk<'_>) -> Problem {
    Problem {
        code: String::new(),
        severity: "error",
        message: desk.words.word("edit-nothing"),
        help: String::new(),
        basis: String::new(),
        name: String::new(),
        place: String::new(),
        maskable: false,
    }
}

fn sentence(desk: &Desk<'_>, diagnostic: &Diagnostic) -> String {
    desk.words.text(&diagnostic.code.message(), &diagnostic.args)
}

fn problem(desk: &Desk<'_>, diagnostic: &Diagnostic, spot: &Spot, place: &str) -> Problem {
    let help = format!("{}.help", diagnostic.code.message());
    Problem {
        code: diagnostic.code.id.to_owned(),
        severity: diagnostic.severity().word(),
        message: sentence(desk, diagnostic),
        help: desk.words.find(&help, &diagnostic.args).unwrap_or_default(),
        basis: diagnostic.basis.as_ref().map(ToString::to_string).unwrap_or_default(),
        name: spot.name.clone(),
        place: if place.is_empty() { words(desk, spot) } else { place.to_owned() },
        maskable: crate::privacy::is_maskable(diagnostic.code),
    }
}

/// The way to a box in words: `支出 第3行 金额`.
fn words(desk: &Desk<'_>, spot: &Spot) -> String {
    let word = |w: &String| match w.strip_prefix('#') {
        Some(row) => desk.words.text("edit-row", &[("row", row)]),
        None => w.clone(),
    };
    spot.words.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// A record's text as it was read for the form.
struct Seen<'a> {
    shape: crate::schema::Shape,
    node: yaml::Node,
    part: &'a Part,
}

impl<'a> Seen<'a> {
    fn of(subject: &Subject, would: &Would<'a>) -> Option<Self> {
        let document = Document::split(would.text, subject.format()).ok()?;
        let node = yaml::parse(FileId(0), &document.yaml, document.yaml_at(), &mut Sink::default())?;
        Some(Self { shape: subject.shape(), node, part: would.part })
    }

    fn spot(&self, at: u32, key: Option<&str>) -> Spot {
        form::place(&self.shape, &self.node, self.part, at, key)
    }
}
