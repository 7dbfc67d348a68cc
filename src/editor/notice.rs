//! The words for a village's group chat.
//!
//! In: a record. Out: a page with the words that its own page offers as well, ready to copy.
//! Never sends anything.

use serde::Serialize;

use super::office::{Room, Subject};
use super::{Desk, page};
use crate::derive;
use crate::error::Error;
use crate::record::{City, Withheld};
use crate::serve::exchange::Response;

#[derive(Serialize)]
struct Body {
    address: String,
    text: String,
    lines: usize,
    base: bool,
}

/// The page with the words.
pub fn answer(desk: &Desk<'_>, city: &City, subject: &Subject) -> Result<Response, Error> {
    let room = Room::open(desk.world, city, &subject.community)?;
    let Some(scope) = room.scope() else { return Ok(page::missing(desk)) };
    let record =
        scope.corpus.records.iter().find(|r| r.stem == subject.stem && r.body.kind().folder == subject.folder());
    let Some(record) = record else {
        return Ok(page::told(desk, 200, &desk.words.word("edit-notice"), &desk.words.word("edit-notice-broken")));
    };
    let facts = record.facts(&scope);
    let summary = Withheld::of(record, &scope).text(&facts.summary).into_owned();
    let base = city.base_url();
    let address = if base.is_empty() { base } else { format!("{base}{}/{}", subject.community, record.url()) };
    let text = derive::notice(&scope, record, &summary, facts.period, &address);
    let body = Body { address: subject.address(), lines: text.lines().count() + 2, text, base: !address.is_empty() };
    Ok(page::page(desk, 200, "notice.html", &desk.words.word("edit-notice"), &body))
}
