//! What a pack changes here.
//!
//! In: a pack, the files that stand here, the states that both sides remember. Out: what becomes of every file, or the
//! files that were changed on both sides. Never mixes two states of a file, and never decides between them.

use std::collections::BTreeSet;

use super::history::{History, State};
use super::manifest::Entry;
use super::read::Pack;
use crate::build;
use crate::diagnostic::{Diagnostic, FileId, Report, Sink, Sources, Span, code};
use crate::world::Files;

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is the same on both sides.
    Same,
    /// The pack goes on from what stands here.
    Take,
    /// What stands here goes on from the pack, or only this side knows it.
    Keep,
    /// It was changed on both sides, or nobody knows from what it was changed.
    Conflict,
}

/// What becomes of a file that stands here as `now` and was known here as `known`.
pub fn fate(now: &State, known: &[State], entry: &Entry) -> Fate {
    if *now == entry.sha256 {
        return Fate::Same;
    }
    let goes_on = entry.before.contains(now);
    let went_on = known.contains(&entry.sha256);
    let never_here = now.is_none() && known.is_empty();
    match (goes_on || never_here, went_on) {
        (true, false) => Fate::Take,
        (false, true) => Fate::Keep,
        // Each side has been where the other is now: a person must say which is the newer.
        (true, true) | (false, false) => Fate::Conflict,
    }
}

/// What a person decided about files that were changed on both sides.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    list: Vec<(String, bool)>,
}

impl Choices {
    /// Files whose state in the pack is taken, and files that stay as they are here: `finance/2026-09`, with or without
    /// its ending; `all` stands for each.
    pub fn new(take: &[String], keep: &[String]) -> Self {
        let plain = |text: &String| text.replace('\\', "/");
        let list = take.iter().map(|t| (plain(t), true)).chain(keep.iter().map(|k| (plain(k), false)));
        Self { list: list.collect() }
    }

    /// The decision about a file, by its position.
    fn about(&self, path: &str) -> Option<usize> {
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        self.list.iter().position(|(wanted, _)| wanted == path || wanted == stem || wanted == "all")
    }
}

/// A change to a file here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path from the community's folder.
    pub path: String,
    /// What it holds now; none where it is new.
    pub old: Option<Vec<u8>>,
    /// What it will hold; none where it goes.
    pub new: Option<Vec<u8>>,
}

/// What a pack changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that change, by path.
    pub changes: Vec<Change>,
    /// Files that were changed here and stay as they are.
    pub kept: Vec<String>,
    /// Decisions about files that were not changed on both sides.
    pub idle: Vec<String>,
}

/// What a pack changes here.
///
/// # Errors
/// Every file that was changed on both sides and about which nobody decided.
pub fn plan(pack: &Pack, files: &Files, history: &History, choices: &Choices) -> Result<Plan, Vec<Report>> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let mut plan = Plan::default();
    let mut used = BTreeSet::new();
    for (path, entry) in &pack.manifest.files {
        let old = files.get(path);
        let mut fate = fate(&old.map(super::hash), history.of(path), entry);
        if fate == Fate::Conflict
            && let Some(choice) = choices.about(path)
        {
            used.insert(choice);
            fate = if choices.list[choice].1 { Fate::Take } else { Fate::Keep };
        }
        match fate {
            Fate::Same => {}
            Fate::Keep => plan.kept.push(path.clone()),
            Fate::Take => plan.changes.push(Change {
                path: path.clone(),
                old: old.map(<[u8]>::to_vec),
                new: entry.sha256.is_some().then(|| pack.file(path)),
            }),
            Fate::Conflict => sink.push(conflict(pack, path, old, entry, &files.folder, &mut sources)),
        }
    }
    let named = choices.list.iter().enumerate().filter(|(at, (wanted, _))| !used.contains(at) && wanted != "all");
    plan.idle.extend(named.map(|(_, (wanted, _))| wanted.clone()));
    let reports: Vec<Report> = sink.into_sorted().iter().map(|d| Report::of(d, &sources)).collect();
    if reports.is_empty() { Ok(plan) } else { Err(reports) }
}

/// A file that was changed on both sides, with the first line that differs.
fn conflict(
    pack: &Pack,
    path: &str,
    old: Option<&[u8]>,
    entry: &Entry,
    folder: &str,
    sources: &mut Sources,
) -> Diagnostic {
    let theirs = entry.sha256.as_ref().map(|_| pack.file(path));
    let text = |bytes: Option<&[u8]>| std::str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default().to_owned();
    let (here, there) = (text(old), text(theirs.as_deref()));
    let line = here.lines().zip(there.lines()).take_while(|(a, b)| a == b).count();
    let mut place = |path: String, text: String| {
        let file = sources.add(path, text.as_str());
        span(file, &text, line)
    };
    let here = place(format!("{folder}/{path}"), here);
    let there = place(format!("{}/{path}", pack.name), there);
    let how = match (old, &theirs) {
        (None, _) => "gone-here",
        (_, None) => "gone-there",
        _ => "both",
    };
    Diagnostic::new(&code::PACK_CONFLICT, here)
        .also(there)
        .arg("path", path)
        .arg("how", how)
        .arg("day", &pack.manifest.day)
}

/// A line of a text; its end where there are fewer.
fn span(file: FileId, text: &str, line: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let length = text[start..].lines().next().map_or(0, str::len);
    Span::new(file, start, start + length)
}

impl Plan {
    /// The paths of its changes from the workspace root, with what they will hold.
    pub fn writes<'p>(&'p self, id: &'p str) -> impl Iterator<Item = (String, Option<&'p [u8]>)> {
        let folder = build::folder(id);
        self.changes.iter().map(move |change| (format!("{folder}/{}", change.path), change.new.as_deref()))
    }
}
