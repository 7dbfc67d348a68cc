//! The words for a village's group chat.
//!
//! In: a record, or a community. Out: what it is, what it says in a sentence, its days of display, its address: ready to
//! copy, in the language of the pages; on its page and in the editor alike. Never sends anything.

use crate::locale;
use crate::record::{Record, Scope};
use crate::value::Period;

/// Of a record, of which `summary` may be seen by everybody; without an address where `address` is empty.
pub fn of_record(scope: &Scope<'_>, record: &Record, summary: &str, period: Option<Period>, address: &str) -> String {
    let words = scope.words();
    let common = record.common();
    let facts = [("name", name(scope)), ("title", common.title_in(scope.city.language()))];
    let mut lines = vec![words.text("notice-record", &facts)];
    if let Some(period) = period {
        let spoken = match period {
            Period::Day(day) => locale::date(day, words),
            longer => locale::period(longer, words),
        };
        lines.push(words.text("notice-period", &[("period", spoken)]));
    }
    if !summary.is_empty() {
        lines.push(summary.to_owned());
    }
    if let (Some(from), Some(until)) = (&common.published, &common.until) {
        let days = [("from", locale::date(from.value, words)), ("until", locale::date(until.value, words))];
        lines.push(words.text("notice-days", &days));
    }
    ended(scope, lines, address)
}

/// Of all that a community publishes.
pub(super) fn of_home(scope: &Scope<'_>, address: &str) -> String {
    let facts = [("name", name(scope)), ("type", scope.corpus.community.kind.word())];
    ended(scope, vec![scope.words().text("notice-home", &facts)], address)
}

fn name<'s>(scope: &'s Scope<'_>) -> &'s str {
    &scope.corpus.community.name.value
}

/// With where to look, and whom to ask.
fn ended(scope: &Scope<'_>, mut lines: Vec<String>, address: &str) -> String {
    let words = scope.words();
    if !address.is_empty() {
        lines.push(words.text("notice-address", &[("address", address)]));
    }
    let footer = scope.city.config.footer.as_ref();
    let hotline = scope.corpus.community.hotline.as_ref().or_else(|| footer.and_then(|f| f.hotline.as_ref()));
    if let Some(phone) = hotline {
        lines.push(words.text("notice-hotline", &[("phone", phone)]));
    }
    lines.join("\n")
}
