//! Taking a record away.
//!
//! In: a record. Out: a question, then its file among the earlier versions. Never without the question, and never
//! for good.

use serde::Serialize;

use super::office::{Room, Subject, encode};
use super::{Desk, page};
use crate::error::Error;
use crate::record::City;
use crate::serve::exchange::{Method, Request, Response};
use crate::write::take;

#[derive(Serialize)]
struct Body {
    address: String,
    path: String,
    title: String,
    used: Vec<String>,
}

/// Asks, then takes the record away.
pub fn answer(desk: &Desk<'_>, city: &City, subject: &Subject, request: &Request) -> Result<Response, Error> {
    let list = format!("/_edit/c/{}/{}", encode(&subject.community), subject.folder());
    if !desk.world.is_file(&subject.path()) {
        return Ok(Response::see_other(&list));
    }
    if request.method == Method::Post {
        take(desk.world, desk.root, &subject.path())?;
        return Ok(Response::see_other(&list));
    }
    let room = Room::open(desk.world, city, &subject.community)?;
    let records = room.checked.corpus.as_ref().map(|c| c.records.as_slice()).unwrap_or_default();
    let own = |r: &&crate::record::Record| r.stem == subject.stem && r.body.kind().folder == subject.folder();
    let title = records.iter().find(own).map_or_else(|| subject.stem.clone(), |r| r.common().title.value.clone());
    let uses = |r: &&crate::record::Record| {
        let record =
            r.uses.records.iter().any(|(folder, stem)| *folder == subject.folder() && stem.value == subject.stem);
        record || r.uses.evidence.iter().any(|e| e.value == format!("{}/{}", subject.folder(), subject.stem))
    };
    let used = records.iter().filter(uses).map(|r| r.common().title.value.clone()).collect();
    let body = Body { address: subject.address(), path: subject.path(), title, used };
    Ok(page::page(desk, 200, "erase.html", &desk.words.word("edit-erase"), &body))
}
