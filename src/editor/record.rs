//! The form of one record.
//!
//! In: a request for a record's page. Out: the form, or what came of sending it. A GET never writes.

use serde::Serialize;

use super::check::{self, Verdict, Would};
use super::choices::Choices;
use super::drafts::{self, Draft};
use super::fresh::{self, Wish};
use super::html::Boxes;
use super::office::{Room, Subject, encode, is_file_name};
use super::sheet::{Sheet, hash, tables};
use super::{Desk, page, save, text};
use crate::error::Error;
use crate::record::City;
use crate::record::kind::KindInfo;
use crate::schema::Shape;
use crate::serve::exchange::{Form, Method, Request, Response};
use crate::value::Period;

/// What a page says above its form.
#[derive(Default)]
pub struct Said {
    /// A sentence, and whether it is good news.
    pub note: Option<(String, bool)>,
    /// The check, where it was run.
    pub verdict: Option<Verdict>,
    /// Whether the errors are the answer to what was pressed.
    pub pressed: bool,
    /// What the form knew of tables beside the record; as they are now where it says nothing.
    pub tables: Option<String>,
}

/// Everything around the form of one record.
pub struct View<'a> {
    /// The record.
    pub subject: &'a Subject,
    /// Whether it is not written yet.
    pub fresh: bool,
    /// Where its form is sent.
    pub action: String,
    /// The file name that is offered or was typed.
    pub stem: String,
    /// The words by which the draft of a new record is found again.
    pub began: String,
    /// A link that begins it as the last one.
    pub like: Option<String>,
}

impl<'a> View<'a> {
    /// The view of a record that is there.
    pub fn of(subject: &'a Subject) -> Self {
        let (stem, action) = (subject.stem.clone(), subject.address());
        Self { subject, fresh: false, action, stem, began: String::new(), like: None }
    }

    /// The file of its draft.
    pub fn draft(&self) -> String {
        drafts::path(self.subject, self.fresh.then_some(self.began.as_str()))
    }
}

/// Shows a record's form, or takes what was sent with it.
pub fn answer(desk: &Desk<'_>, city: &City, subject: &Subject, request: &Request) -> Result<Response, Error> {
    let room = Room::open(desk.world, city, &subject.community)?;
    let view = View::of(subject);
    if request.method == Method::Post {
        return save::sent(desk, &room, &view, &request.form);
    }
    if !desk.world.is_file(&subject.path()) {
        return Ok(page::missing(desk));
    }
    let bytes = desk.world.read(&subject.path())?;
    let Ok(plain) = std::str::from_utf8(&bytes) else {
        return Ok(text::unreadable(desk, subject, &bytes));
    };
    let Some(sheet) = Sheet::of(subject, plain, &room) else {
        return text::show(desk, &room, subject, plain, None);
    };
    let draft = drafts::load(desk.world, &view.draft()).filter(|_| request_value(request, "draft").is_none());
    let wanted = request_value(request, "draft").and_then(|_| drafts::load(desk.world, &view.draft()));
    if let Some(form) = wanted.map(as_form)
        && let Some(sheet) = Sheet::sent(subject, &form, "")
    {
        return checked(desk, &room, &view, &sheet, Some((desk.words.word("edit-draft-shown"), true)), false, None);
    }
    let verdict = run(desk, &room, subject, &sheet, plain)?;
    let done = request_value(request, "done").map(|_| (desk.words.word("edit-saved"), true));
    show(desk, &room, &view, &sheet, Said { note: done, verdict: Some(verdict), ..Said::default() }, draft)
}

/// Shows the form of a record that is not written yet, or takes what was sent with it.
pub fn fresh(
    desk: &Desk<'_>,
    city: &City,
    id: &str,
    kind: &'static KindInfo,
    request: &Request,
) -> Result<Response, Error> {
    let room = Room::open(desk.world, city, id)?;
    let subject = fresh::subject(id, kind);
    let value = |name: &str| request_value(request, name).filter(|v| !v.is_empty());
    let wish = Wish {
        item: value("item").map(str::to_owned),
        period: value("period").and_then(Period::parse),
        like: value("like").is_some(),
    };
    let mut action = format!("/_edit/c/{}/{}/new?", encode(id), kind.folder);
    for (name, text) in [("item", value("item")), ("period", value("period"))] {
        action.extend(text.map(|text| format!("{name}={}&", encode(text))));
    }
    let action = action.trim_end_matches(['?', '&']).to_owned();
    let (yaml, stem) = fresh::begin(&room, kind, &wish);
    let join = if action.contains('?') { "&" } else { "?" };
    let like = Some(format!("{action}{join}like=1"));
    let mut view = View { subject: &subject, fresh: true, action, stem, began: wish.words(), like };
    if request.method == Method::Post {
        let typed = request.form.value("_stem").unwrap_or_default().trim().to_owned();
        if is_file_name(&typed) {
            view.stem = typed;
        }
        if let Some(began) = request.form.value("_began") {
            view.began = began.to_owned();
        }
        return save::sent(desk, &room, &view, &request.form);
    }
    let draft = drafts::load(desk.world, &view.draft());
    if value("draft").is_some()
        && let Some(draft) = draft.clone()
        && let Some(sheet) = Sheet::sent(&subject, &as_form(draft), "")
    {
        let note = Some((desk.words.word("edit-draft-shown"), true));
        return show(desk, &room, &view, &sheet, Said { note, ..Said::default() }, None);
    }
    let text = match subject.format() {
        crate::record::kind::Format::Prose => format!("---\n{yaml}---\n"),
        crate::record::kind::Format::Data => yaml,
    };
    let mut sheet = Sheet::of(&subject, &text, &room)
        .or_else(|| Sheet::of(&subject, "", &room))
        .ok_or(Error::Configuration(text))?;
    // Nothing of it stands in a file yet.
    sheet.part.forget();
    sheet.base = String::new();
    show(desk, &room, &view, &sheet, Said::default(), draft)
}

/// The value of a name behind `?`.
fn request_value<'r>(request: &'r Request, name: &str) -> Option<&'r str> {
    request.query.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
}

fn as_form(draft: Draft) -> Form {
    Form { fields: draft.fields, files: Vec::new() }
}

/// Runs the check on a text as it would be.
pub fn run(desk: &Desk<'_>, room: &Room<'_>, subject: &Subject, sheet: &Sheet, text: &str) -> Result<Verdict, Error> {
    check::check(desk, room, subject, &Would { text, tables: &[], part: &sheet.part })
}

/// Shows a form with what the check says of it.
pub fn checked(
    desk: &Desk<'_>,
    room: &Room<'_>,
    view: &View<'_>,
    sheet: &Sheet,
    note: Option<(String, bool)>,
    pressed: bool,
    draft: Option<Draft>,
) -> Result<Response, Error> {
    let subject = save::target(view);
    let (verdict, note) = match sheet.make(&subject, room) {
        Ok(made) => {
            let would = Would { text: &made.text, tables: &made.tables, part: &sheet.part };
            (Some(check::check(desk, room, &subject, &would)?), note)
        }
        Err(_) => (None, Some((desk.words.word("edit-unusual"), false))),
    };
    let tables = sheet.tables.clone();
    show(desk, room, view, sheet, Said { note, verdict, pressed, tables }, draft)
}

#[derive(Serialize)]
struct Body<'a> {
    heading: String,
    community: &'a str,
    community_id: &'a str,
    folder: &'a str,
    kind: String,
    action: &'a str,
    fresh: bool,
    stem: &'a str,
    began: &'a str,
    base: String,
    hash: String,
    tables: String,
    boxes: String,
    prose: Option<&'a str>,
    note: Option<&'a str>,
    good: bool,
    pressed: bool,
    errors: usize,
    verdict: Option<&'a Verdict>,
    privacy: bool,
    attach: bool,
    like: Option<&'a str>,
    draft: bool,
    address: String,
    site: String,
    versions: bool,
}

/// Shows a form.
pub fn show(
    desk: &Desk<'_>,
    room: &Room<'_>,
    view: &View<'_>,
    sheet: &Sheet,
    said: Said,
    draft: Option<Draft>,
) -> Result<Response, Error> {
    let subject = view.subject;
    let Shape::Object(table) = subject.shape() else {
        unreachable!("every kind of record is a mapping");
    };
    let table = table();
    let choices = Choices::of(room);
    let problems = said.verdict.as_ref().map(|v| v.problems.as_slice()).unwrap_or_default();
    let boxes = Boxes { words: desk.words, choices: &choices, problems, chinese: page::is_chinese(desk) };
    let name = room.scope().map_or_else(|| subject.community.clone(), |s| s.corpus.community.name.value.clone());
    let heading = heading(desk, subject, sheet, view.fresh);
    let versions = !view.fresh && !crate::write::versions(desk.world, &subject.path())?.is_empty();
    let body = Body {
        heading: heading.clone(),
        community: &name,
        community_id: &subject.community,
        folder: subject.folder(),
        kind: kind_word(desk, subject),
        action: &view.action,
        fresh: view.fresh,
        stem: &view.stem,
        began: &view.began,
        base: if sheet.base.is_empty() {
            String::new()
        } else {
            serde_json::to_string(&sheet.base).unwrap_or_default()
        },
        hash: hash(&sheet.base),
        tables: said.tables.clone().unwrap_or_else(|| tables(&sheet.part, room)),
        boxes: boxes.record(&table, &sheet.part),
        prose: sheet.prose.as_deref(),
        note: said.note.as_ref().map(|(text, _)| text.as_str()),
        good: said.note.as_ref().is_some_and(|(_, good)| *good),
        pressed: said.pressed,
        errors: said.verdict.as_ref().map_or(0, Verdict::errors),
        privacy: problems.iter().any(|p| p.maskable),
        verdict: said.verdict.as_ref(),
        attach: table.fields.iter().any(|f| f.en == "attachments"),
        like: view.like.as_deref(),
        draft: draft.is_some(),
        address: subject.address(),
        site: subject.page(),
        versions,
    };
    let status = if said.pressed && body.errors > 0 { 422 } else { 200 };
    Ok(page::page(desk, status, "record.html", &heading, &body))
}

fn kind_word(desk: &Desk<'_>, subject: &Subject) -> String {
    subject
        .kind
        .map_or_else(|| desk.words.word("edit-community"), |k| desk.words.word(&format!("section-{}", k.folder)))
}

fn heading(desk: &Desk<'_>, subject: &Subject, sheet: &Sheet, fresh: bool) -> String {
    let title = match &sheet.part {
        super::form::Part::Fields(known, _) => known.iter().find_map(|(en, part)| match part {
            super::form::Part::Text(text) if matches!(*en, "title" | "name") && !text.is_empty() => Some(text.clone()),
            _ => None,
        }),
        _ => None,
    };
    title.unwrap_or_else(|| {
        let kind = kind_word(desk, subject);
        if fresh { desk.words.text("edit-new", &[("kind", kind)]) } else { kind }
    })
}
