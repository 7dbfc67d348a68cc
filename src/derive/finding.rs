//! Findings in the words of the pages.
//!
//! In: diagnostics. Out: what pages show of them. Never shows errors or warnings: those are for the secretary.

use serde::Serialize;

use super::Context;
use crate::diagnostic::{Diagnostic, FileId};
use crate::locale::{self, Language, Messages};
use crate::record::{Ground, Withheld};
use crate::value::read_date;

/// A finding as pages show it.
#[derive(Serialize)]
pub(super) struct Finding {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    basis: Option<Ground>,
}

/// The findings of one file, without what has left it.
pub(super) fn of(context: &Context<'_>, file: FileId, withheld: &Withheld) -> Vec<Finding> {
    let words = context.scope.words();
    let gaps = context.scope.city.language() == Language::English;
    context.findings.get(&file).into_iter().flatten().map(|d| finding(d, words, gaps, withheld)).collect()
}

/// `gaps` tells whether spaces stand between the words of the language.
fn finding(diagnostic: &Diagnostic, words: &Messages, gaps: bool, withheld: &Withheld) -> Finding {
    let id = diagnostic.code.message();
    // Secretaries write days in figures; residents read them as on the rest of the page.
    let spoken: Vec<_> = diagnostic.args.iter().map(|(name, value)| (*name, day(value, words))).collect();
    let days = || spoken.iter().zip(&diagnostic.args).filter(|(said, (_, value))| said.1 != *value);
    let text = |id: &str| {
        let text = words.text(id, &spoken);
        let close = |text: String, day: &str| text.replace(&format!(" {day}"), day).replace(&format!("{day} "), day);
        let text = if gaps { text } else { days().fold(text, |text, ((_, day), _)| close(text, day)) };
        withheld.text(&text).into_owned()
    };
    Finding {
        code: diagnostic.code.id,
        severity: diagnostic.severity().word(),
        message: text(&id),
        help: text(&format!("{id}.help")),
        basis: diagnostic.basis.as_ref().map(Ground::from),
    }
}

/// A day in words, where a fact is a day in figures; every other fact as it is.
fn day(fact: &str, words: &Messages) -> String {
    let day = Some(fact).filter(|fact| fact.len() == 10 && fact.as_bytes()[4] == b'-').and_then(read_date);
    day.map_or_else(|| fact.to_owned(), |day| locale::date(day, words))
}
