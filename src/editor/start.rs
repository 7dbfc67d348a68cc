//! The first pages: what is to be done, then what there is.
//!
//! In: a community. Out: its tasks of this quarter, its drafts, its records by kind. Never makes anything by itself.

use serde::Serialize;

use super::drafts::{self, Draft};
use super::office::{Room, Subject, encode};
use super::{Desk, page};
use crate::derive::{Context, Task, TaskState, tasks as tasks_of};
use crate::error::Error;
use crate::locale;
use crate::record::kind::KindInfo;
use crate::record::{City, KINDS, Scope};
use crate::serve::exchange::Response;

/// So many communities are listed with their tasks; of more only the names.
const FEW: usize = 30;

#[derive(Serialize)]
struct Communities {
    list: Vec<Community>,
}

#[derive(Serialize)]
struct Community {
    id: String,
    name: String,
    parent: String,
    counts: Option<Counts>,
}

#[derive(Serialize, Default)]
struct Counts {
    all: usize,
    done: usize,
    open: usize,
    overdue: usize,
}

impl Counts {
    fn of(tasks: &[Task]) -> Self {
        let current = || tasks.iter().filter(|t| t.current);
        let count = |wanted: &[TaskState]| current().filter(|t| wanted.contains(&t.state)).count();
        Self {
            all: current().count(),
            done: count(&[TaskState::Done]),
            open: count(&[TaskState::Near, TaskState::Waiting]),
            overdue: count(&[TaskState::Overdue]),
        }
    }
}

/// All communities; the tasks at once where there is only one.
pub fn communities(desk: &Desk<'_>, city: &City) -> Result<Response, Error> {
    if let [only] = city.communities.as_slice() {
        return tasks(desk, city, only);
    }
    let mut list = Vec::new();
    for id in &city.communities {
        if city.communities.len() > FEW {
            let known = city.neighbours.iter().find(|n| n.id == *id);
            let (name, parent) = known.map_or((id.clone(), String::new()), |n| (n.name.clone(), n.parent.clone()));
            list.push(Community { id: id.clone(), name, parent, counts: None });
            continue;
        }
        let room = Room::open(desk.world, city, id)?;
        let (name, parent) = room.scope().map_or((id.clone(), String::new()), |scope| {
            let community = &scope.corpus.community;
            (community.name.value.clone(), community.parent.value.clone())
        });
        let counts = Some(Counts::of(&list_of(&room)));
        list.push(Community { id: id.clone(), name, parent, counts });
    }
    Ok(page::page(desk, 200, "communities.html", &desk.words.word("edit-title"), &Communities { list }))
}

fn list_of(room: &Room<'_>) -> Vec<Task> {
    let Some(scope) = room.scope() else { return Vec::new() };
    let context = Context::new(scope, &room.checked.diagnostics, &room.checked.sources, &room.files);
    tasks_of(&context)
}

#[derive(Serialize)]
struct Start {
    id: String,
    name: String,
    broken: bool,
    counts: Counts,
    tasks: Vec<Line>,
    done: Vec<Line>,
    old: Vec<Line>,
    errors: Vec<Mistake>,
    drafts: Vec<Draft>,
    kinds: Vec<Kind>,
    many: bool,
}

#[derive(Serialize)]
struct Line {
    code: String,
    name: String,
    period: String,
    due: Option<String>,
    days: i32,
    state: &'static str,
    basis: String,
    address: String,
}

#[derive(Serialize)]
struct Mistake {
    message: String,
    address: Option<String>,
    path: String,
}

#[derive(Serialize)]
struct Kind {
    folder: &'static str,
    name: String,
    count: usize,
}

/// The tasks of a community.
pub fn tasks(desk: &Desk<'_>, city: &City, id: &str) -> Result<Response, Error> {
    let room = Room::open(desk.world, city, id)?;
    let name = room.scope().map_or_else(|| id.to_owned(), |s| s.corpus.community.name.value.clone());
    let tasks = list_of(&room);
    let line = |t: &Task| Line {
        code: t.code.clone(),
        name: t.name.clone(),
        period: t.period.map(|p| locale::period(p, desk.words)).unwrap_or_default(),
        due: t.due.map(|d| d.to_string()),
        days: t.days,
        state: match t.state {
            TaskState::Overdue => "overdue",
            TaskState::Near => "near",
            TaskState::Waiting => "waiting",
            TaskState::Done => "done",
        },
        basis: t.basis.clone(),
        address: address(id, t, room.scope().as_ref()),
    };
    let count = |kind: &KindInfo| {
        let own = format!("{}/", kind.folder);
        let ending = format!(".{}", crate::load::extension(kind.format));
        room.files.iter().filter(|(path, _)| path.starts_with(&own) && path.ends_with(&ending)).count()
    };
    let kind = |k: &KindInfo| Kind {
        folder: k.folder,
        name: desk.words.word(&format!("section-{}", k.folder)),
        count: count(k),
    };
    let (done, open): (Vec<&Task>, Vec<&Task>) = tasks.iter().partition(|t| t.state == TaskState::Done);
    let (open, old): (Vec<&Task>, Vec<&Task>) = open.into_iter().partition(|t| t.current);
    let body = Start {
        id: id.to_owned(),
        broken: room.scope().is_none(),
        counts: Counts::of(&tasks),
        tasks: open.into_iter().map(line).collect(),
        done: done.into_iter().map(line).collect(),
        old: old.into_iter().map(line).collect(),
        errors: mistakes(desk, &room, id),
        drafts: drafts::all(desk.world, id)?,
        kinds: KINDS.iter().map(kind).collect(),
        many: city.communities.len() > 1,
        name: name.clone(),
    };
    Ok(page::page(desk, 200, "tasks.html", &name, &body))
}

/// Where a task is done: the record that is there, or a new one of the kind that does it.
fn address(id: &str, task: &Task, scope: Option<&Scope<'_>>) -> String {
    let id = encode(id);
    if let Some((folder, stem)) = &task.record {
        return format!("/_edit/c/{id}/{folder}/r/{}", encode(stem));
    }
    let register = || scope?.city.profiles.registers.iter().find(|r| r.item.as_ref() == Some(&task.code)).map(|_| ());
    let folder = match task.folder {
        "" if register().is_some() && task.period.is_none() => "registers",
        "" => "disclosures",
        known => known,
    };
    let period = task.period.map(|p| format!("&period={p}")).unwrap_or_default();
    format!("/_edit/c/{id}/{folder}/new?item={}{period}", encode(&task.code))
}

fn mistakes(desk: &Desk<'_>, room: &Room<'_>, id: &str) -> Vec<Mistake> {
    let errors = room.checked.diagnostics.iter().filter(|d| d.severity() == crate::diagnostic::Severity::Error);
    let mistake = |d: &crate::diagnostic::Diagnostic| {
        let path = room.checked.sources.get(d.span.file).path.clone();
        let own = path.strip_prefix(&format!("{}/", crate::build::folder(id))).unwrap_or(&path);
        let address = match own.split_once('/') {
            Some((folder, name)) => super::kind_of(folder).and_then(|kind| {
                let stem = name.strip_suffix(&format!(".{}", crate::load::extension(kind.format)))?;
                Some(Subject::record(id, kind, stem)?.address())
            }),
            None => (own == "community.yaml").then(|| Subject::head(id).address()),
        };
        Mistake { message: desk.words.text(&d.code.message(), &d.args), address, path: own.to_owned() }
    };
    errors.map(mistake).collect()
}

#[derive(Serialize)]
struct Records {
    id: String,
    name: String,
    folder: &'static str,
    list: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    address: String,
    date: String,
    summary: String,
    broken: bool,
}

/// The records of a kind, the newest first.
pub fn records(desk: &Desk<'_>, city: &City, id: &str, kind: &'static KindInfo) -> Result<Response, Error> {
    let room = Room::open(desk.world, city, id)?;
    let own = format!("{}/", kind.folder);
    let ending = format!(".{}", crate::load::extension(kind.format));
    let stems = room.files.iter().filter_map(|(path, _)| path.strip_prefix(&own)?.strip_suffix(&ending));
    let scope = room.scope();
    let entry = |stem: &str| {
        let subject = Subject::record(id, kind, stem)?;
        let record = scope
            .as_ref()
            .and_then(|s| s.corpus.records.iter().find(|r| r.stem == stem && r.body.kind().folder == kind.folder));
        let facts = record.zip(scope.as_ref()).map(|(r, s)| r.facts(s));
        Some(Entry {
            title: record.map_or_else(|| stem.to_owned(), |r| r.common().title.value.clone()),
            address: subject.address(),
            date: facts.as_ref().and_then(|f| f.date).map(|d| d.to_string()).unwrap_or_default(),
            summary: facts.map(|f| f.summary).unwrap_or_default(),
            broken: record.is_none(),
        })
    };
    let mut list: Vec<Entry> = stems.filter_map(entry).collect();
    list.sort_by(|a, b| (b.broken, &b.date, &a.title).cmp(&(a.broken, &a.date, &b.title)));
    let name = scope.as_ref().map_or_else(|| id.to_owned(), |s| s.corpus.community.name.value.clone());
    let title = desk.words.word(&format!("section-{}", kind.folder));
    Ok(page::page(desk, 200, "records.html", &title, &Records { id: id.to_owned(), name, folder: kind.folder, list }))
}
