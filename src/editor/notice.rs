//! The words for a village's group chat.
//!
//! In: a record. Out: its title, what it says in a sentence, its days of display, its address, ready to copy.
//! Never sends anything.

use serde::Serialize;

use super::office::{Room, Subject};
use super::{Desk, page};
use crate::error::Error;
use crate::locale;
use crate::record::City;
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
    let (common, facts) = (record.common(), record.facts(&scope));
    let words = desk.words;
    let mut lines = vec![words.text(
        "edit-notice-title",
        &[("name", scope.corpus.community.name.value.as_str()), ("title", common.title.value.as_str())],
    )];
    if let Some(period) = facts.period {
        lines.push(words.text("edit-notice-period", &[("period", locale::period(period, words))]));
    }
    if !facts.summary.is_empty() {
        lines.push(facts.summary.clone());
    }
    if let (Some(from), Some(until)) = (&common.published, &common.until) {
        lines.push(
            words.text("edit-notice-days", &[("from", from.value.to_string()), ("until", until.value.to_string())]),
        );
    }
    let base = city.base_url();
    if !base.is_empty() {
        let address = format!("{base}{}/{}", subject.community, record.url());
        lines.push(words.text("edit-notice-address", &[("address", address)]));
    }
    if let Some(hotline) = &scope.corpus.community.hotline {
        lines.push(words.text("edit-notice-hotline", &[("phone", hotline.as_str())]));
    }
    let body =
        Body { address: subject.address(), lines: lines.len() + 2, text: lines.join("\n"), base: !base.is_empty() };
    Ok(page::page(desk, 200, "notice.html", &words.word("edit-notice"), &body))
}
