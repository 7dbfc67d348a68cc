//! A record whose text cannot be shown as a form: its text, as it is.
//!
//! In: a record. Out: its whole text in one box, with what is wrong. Keeps versions and refuses to write over a
//! changed file like the form does.

use serde::Serialize;

use super::check::{self, Verdict, Would};
use super::form::Part;
use super::office::{Room, Subject};
use super::sheet::hash;
use super::{Desk, page};
use crate::error::Error;
use crate::record::City;
use crate::serve::exchange::{Method, Request, Response};
use crate::write::put;

#[derive(Serialize)]
struct Body<'a> {
    address: String,
    text: &'a str,
    hash: String,
    verdict: Option<&'a Verdict>,
    note: Option<&'a str>,
}

/// Shows or takes a record's whole text.
pub fn answer(desk: &Desk<'_>, city: &City, subject: &Subject, request: &Request) -> Result<Response, Error> {
    let room = Room::open(desk.world, city, &subject.community)?;
    let bytes = if desk.world.is_file(&subject.path()) { desk.world.read(&subject.path())? } else { Vec::new() };
    let Ok(now) = std::str::from_utf8(&bytes) else {
        return Ok(unreadable(desk, subject, &bytes));
    };
    let Some(typed) = request.form.value("_text").filter(|_| request.method == Method::Post) else {
        return show(desk, &room, subject, now, None);
    };
    // Lines end as they did: forms send them all alike.
    let plain = typed.replace("\r\n", "\n");
    let new = if now.contains("\r\n") { plain.replace('\n', "\r\n") } else { plain };
    let new = if now.starts_with('\u{feff}') && !new.starts_with('\u{feff}') { format!("\u{feff}{new}") } else { new };
    if request.form.value("_hash") != Some(hash(now).as_str()) {
        return show(desk, &room, subject, &new, Some(&desk.words.word("edit-text-conflict")));
    }
    let verdict = verdict(desk, &room, subject, &new)?;
    if !verdict.is_sound() {
        return shown(desk, subject, &new, hash(now), Some(&verdict), Some(&desk.words.word("edit-text-not-saved")));
    }
    put(desk.world, desk.root, &[(subject.path(), new.as_bytes())])?;
    Ok(Response::see_other(&format!("{}?done=1", subject.address())))
}

fn verdict(desk: &Desk<'_>, room: &Room<'_>, subject: &Subject, text: &str) -> Result<Verdict, Error> {
    check::check(desk, room, subject, &Would { text, tables: &[], part: &Part::Kept })
}

/// The page with a record's whole text.
pub fn show(
    desk: &Desk<'_>,
    room: &Room<'_>,
    subject: &Subject,
    text: &str,
    note: Option<&str>,
) -> Result<Response, Error> {
    let verdict = verdict(desk, room, subject, text)?;
    let bytes = if desk.world.is_file(&subject.path()) { desk.world.read(&subject.path())? } else { Vec::new() };
    let now = hash(&String::from_utf8_lossy(&bytes));
    shown(desk, subject, text, now, Some(&verdict), note)
}

fn shown(
    desk: &Desk<'_>,
    subject: &Subject,
    text: &str,
    hash: String,
    verdict: Option<&Verdict>,
    note: Option<&str>,
) -> Result<Response, Error> {
    let body = Body { address: subject.address(), text, hash, verdict, note };
    let status = if note.is_some() { 422 } else { 200 };
    Ok(page::page(desk, status, "text.html", &desk.words.word("edit-text"), &body))
}

/// What is said of a file that is not UTF-8.
pub fn unreadable(desk: &Desk<'_>, subject: &Subject, bytes: &[u8]) -> Response {
    let encoding = if crate::text::is_gb18030(bytes) { "GB18030" } else { "" };
    let told = desk.words.text("gk0101", &[("encoding", encoding)]);
    page::told(desk, 200, &subject.path(), &told)
}
