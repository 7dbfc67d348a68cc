//! What came of sending a form.
//!
//! In: a form. Out: a record written, or the form again with what stands in the way. Never writes over a text that
//! is not the one the form was made from, and never publishes what has an error.

use std::borrow::Cow;

use serde::Serialize;

use super::check::{self, Verdict, Would};
use super::form::{Pair, Part, RowPart};
use super::office::{Room, Subject, is_file_name};
use super::record::{Said, View, checked, show};
use super::sheet::{Made, Sheet, hash, tables};
use super::{Desk, attach, diff, drafts, page};
use crate::error::Error;
use crate::privacy::{self, Kind, Reading};
use crate::route;
use crate::serve::exchange::{Form, Response};
use crate::write::put;

/// The record that a form writes: a new one takes its name from the form or its title.
pub fn target(view: &View<'_>) -> Subject {
    let mut subject = view.subject.clone();
    if view.fresh {
        subject.stem = if view.stem.is_empty() { "new".into() } else { view.stem.clone() };
    }
    subject
}

/// Takes a form that was sent.
pub fn sent(desk: &Desk<'_>, room: &Room<'_>, view: &View<'_>, form: &Form) -> Result<Response, Error> {
    let pressed = form.value("_do").unwrap_or("check");
    if pressed == "discard" {
        drafts::drop(desk, &view.draft())?;
        return Ok(Response::see_other(&view.action));
    }
    if pressed == "load" {
        let join = if view.action.contains('?') { "&" } else { "?" };
        return Ok(Response::see_other(&format!("{}{join}draft=1", view.action)));
    }
    let Some(mut sheet) = Sheet::sent(view.subject, form, pressed) else {
        return Ok(page::told(desk, 400, &desk.words.word("edit-failed"), &desk.words.word("edit-base-lost")));
    };
    let mut refused = Vec::new();
    for upload in form.files.iter().filter(|f| !f.name.is_empty() && pressed != "live") {
        match attach::take(desk, view.subject, upload)? {
            Ok(taken) => add_attachment(&mut sheet.part, &taken),
            Err(sentence) => refused.push(sentence),
        }
    }
    if !refused.is_empty() {
        return checked(desk, room, view, &sheet, Some((refused.join("\n"), false)), false, None);
    }
    match pressed {
        "save" | "preview" | "mine" | "merge" => save(desk, room, view, form, &sheet, pressed),
        "live" => live(desk, room, view, form, &sheet),
        "draft" => {
            drafts::save(desk, &view.draft(), &view.action, form)?;
            checked(desk, room, view, &sheet, Some((desk.words.word("edit-draft-kept"), true)), false, None)
        }
        "mask" => {
            // The only telephones of a community's own file are those of the office.
            let office = view.subject.kind.is_none();
            let reading = Reading { office, ..Reading::prose(desk.world.today()) };
            mask(&mut sheet.part, &reading);
            sheet.prose = sheet.prose.map(|text| masked(&text, &reading, privacy::PROSE_STAR));
            checked(desk, room, view, &sheet, Some((desk.words.word("edit-masked"), true)), false, None)
        }
        "check" | "attach" => checked(desk, room, view, &sheet, None, true, None),
        // A row more or less: the form again, without a judgement.
        _ => show(desk, room, view, &sheet, Said { tables: sheet.tables.clone(), ..Said::default() }, None),
    }
}

fn save(
    desk: &Desk<'_>,
    room: &Room<'_>,
    view: &View<'_>,
    form: &Form,
    sheet: &Sheet,
    pressed: &str,
) -> Result<Response, Error> {
    let mut view =
        View { action: view.action.clone(), stem: view.stem.clone(), began: view.began.clone(), like: None, ..*view };
    if view.fresh && view.stem.is_empty() {
        view.stem = route::slug(form.value("r/title").unwrap_or_default());
    }
    let subject = target(&view);
    let again = |note: String| checked(desk, room, &view, sheet, Some((note, false)), true, None);
    if !is_file_name(&subject.stem) {
        return again(desk.words.word("edit-bad-stem"));
    }
    let path = subject.path();
    let now = if desk.world.is_file(&path) { desk.world.read(&path)? } else { Vec::new() };
    let now = String::from_utf8_lossy(&now).into_owned();
    if view.fresh && !now.is_empty() {
        return again(desk.words.text("edit-there", &[("stem", subject.stem.as_str())]));
    }
    // The one who chose among two texts chose against the text that was shown then.
    let shown = form.value("_seen").or(form.value("_hash")).unwrap_or_default();
    let unchanged = hash(&now) == shown || (view.fresh && now.is_empty());
    if !unchanged {
        return conflict(desk, room, &view, form, sheet, &now);
    }
    let made = if pressed == "merge" { sheet.make_on(&now, &subject, room) } else { sheet.make(&subject, room) };
    let Ok(made) = made else {
        return again(desk.words.word("edit-unusual"));
    };
    if !made.tables.is_empty() && sheet.tables.as_ref().is_some_and(|told| *told != tables(&sheet.part, room)) {
        drafts::save(desk, &view.draft(), &view.action, form)?;
        return again(desk.words.word("edit-table-conflict"));
    }
    let verdict =
        check::check(desk, room, &subject, &Would { text: &made.text, tables: &made.tables, part: &sheet.part })?;
    if !verdict.is_sound() {
        drafts::save(desk, &view.draft(), &view.action, form)?;
        let note = desk.words.word("edit-not-saved");
        let said =
            Said { note: Some((note, false)), verdict: Some(verdict), pressed: true, tables: sheet.tables.clone() };
        return show(desk, room, &view, sheet, said, None);
    }
    write(desk, &subject, &now, &made, room)?;
    drafts::drop(desk, &view.draft())?;
    let next = if pressed == "preview" { subject.page() } else { format!("{}?done=1", subject.address()) };
    Ok(Response::see_other(&next))
}

fn write(desk: &Desk<'_>, subject: &Subject, now: &str, made: &Made, room: &Room<'_>) -> Result<(), Error> {
    let folder = crate::build::folder(&subject.community);
    let mut bytes: Vec<(String, Cow<'_, [u8]>)> = Vec::new();
    for (path, text) in &made.tables {
        // A table goes on being written in the encoding that it had.
        let utf8 = std::str::from_utf8(room.files.get(path).unwrap_or_default()).is_ok();
        let table = if utf8 { text.as_bytes().into() } else { encoding_rs::GB18030.encode(text).0 };
        bytes.push((format!("{folder}/{path}"), table));
    }
    if made.text != now || !desk.world.is_file(&subject.path()) {
        bytes.push((subject.path(), made.text.as_bytes().into()));
    }
    let files: Vec<(String, &[u8])> = bytes.iter().map(|(path, bytes)| (path.clone(), bytes.as_ref())).collect();
    put(desk.world, desk.root, &files)
}

#[derive(Serialize)]
struct Conflict<'a> {
    action: &'a str,
    address: String,
    pairs: Vec<diff::Pair>,
    fields: Vec<(&'a str, &'a str)>,
    seen: String,
    merge: bool,
}

/// Both texts side by side: the file was changed since the form was made.
fn conflict(
    desk: &Desk<'_>,
    room: &Room<'_>,
    view: &View<'_>,
    form: &Form,
    sheet: &Sheet,
    now: &str,
) -> Result<Response, Error> {
    let subject = target(view);
    drafts::save(desk, &view.draft(), &view.action, form)?;
    let mine = sheet.make(&subject, room).map(|made| made.text).unwrap_or_default();
    let kept = |(name, _): &&(String, String)| !matches!(name.as_str(), "_token" | "_do" | "_seen");
    let body = Conflict {
        action: &view.action,
        address: subject.address(),
        pairs: diff::pairs(now, &mine),
        fields: form.fields.iter().filter(kept).map(|(n, v)| (n.as_str(), v.as_str())).collect(),
        seen: hash(now),
        merge: sheet.make_on(now, &subject, room).is_ok_and(|made| made.text != mine),
    };
    Ok(page::page(desk, 409, "conflict.html", &desk.words.word("edit-conflict"), &body))
}

/// While somebody types: the draft is kept, and the check tells what it sees.
fn live(desk: &Desk<'_>, room: &Room<'_>, view: &View<'_>, form: &Form, sheet: &Sheet) -> Result<Response, Error> {
    let subject = target(view);
    let made = sheet.make(&subject, room).ok();
    let saved = made.as_ref().is_some_and(|made| {
        let path = subject.path();
        desk.world.is_file(&path) && desk.world.read(&path).is_ok_and(|now| now == made.text.as_bytes())
    });
    // What was saved a moment ago is no draft any more.
    if !saved || made.as_ref().is_some_and(|made| !made.tables.is_empty()) {
        drafts::save(desk, &view.draft(), &view.action, form)?;
    }
    let verdict = match made {
        Some(made) => {
            check::check(desk, room, &subject, &Would { text: &made.text, tables: &made.tables, part: &sheet.part })?
        }
        None => Verdict::default(),
    };
    Ok(page::json(&verdict))
}

/// Masks all that is private in the boxes; the name of a box is what stands over it.
fn mask(part: &mut Part, reading: &Reading<'_>) {
    match part {
        Part::Kept => {}
        Part::Text(text) => *text = masked(text, reading, "*"),
        Part::Fields(known, free) => {
            known.iter_mut().for_each(|(name, part)| mask(part, &under(reading, name)));
            free.iter_mut().for_each(|Pair { key, part, .. }| mask(part, &under(reading, key)));
        }
        Part::Rows(rows) => rows.iter_mut().for_each(|row: &mut RowPart| mask(&mut row.part, reading)),
        Part::Pairs(pairs) => pairs.iter_mut().for_each(|Pair { key, part, .. }| mask(part, &under(reading, key))),
        Part::Table(table) => {
            for row in &mut table.rows {
                for ((_, head), cell) in table.columns.iter().zip(&mut row.cells) {
                    *cell = masked(cell, &under(reading, head), "*");
                }
            }
        }
    }
}

/// The same reading under a head.
fn under<'a>(reading: &Reading<'a>, head: &'a str) -> Reading<'a> {
    Reading { head: Some(head), ..*reading }
}

/// A text with all that blocks it masked, and mobile numbers of which nobody says whose they are.
fn masked(text: &str, reading: &Reading<'_>, star: &str) -> String {
    let mut found = privacy::scan(text, reading);
    found.retain(|f| f.kind.blocks() || f.kind == Kind::BarePhone);
    privacy::mask(text, &found, star)
}

/// Adds a row for a file that was taken in.
fn add_attachment(part: &mut Part, taken: &attach::Taken) {
    let Part::Fields(known, _) = part else { return };
    let Some((_, Part::Rows(rows))) = known.iter_mut().find(|(en, _)| *en == "attachments") else { return };
    let fields = vec![
        ("file", Part::Text(taken.path.clone())),
        ("label", Part::Text(taken.label.clone())),
        ("list", Part::Text(String::new())),
        ("until", Part::Text(String::new())),
    ];
    rows.retain(|row| row.old.is_some() || !super::form::blank(&row.part));
    let numbers = rows.iter().filter_map(|row| row.name.parse::<usize>().ok()).max();
    let name = numbers.map_or(0, |n| n + 1).to_string();
    rows.push(RowPart { name, old: None, part: Part::Fields(fields, Vec::new()) });
}
