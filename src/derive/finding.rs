//! Findings in the words of the pages.
//!
//! In: diagnostics. Out: what pages show of them. Never shows errors or warnings: those are for the secretary.

use serde::Serialize;

use super::Context;
use crate::diagnostic::{Diagnostic, FileId};
use crate::locale::Messages;
use crate::record::{Ground, Withheld};

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
    context.findings.get(&file).into_iter().flatten().map(|d| finding(d, words, withheld)).collect()
}

fn finding(diagnostic: &Diagnostic, words: &Messages, withheld: &Withheld) -> Finding {
    let message = diagnostic.code.message();
    Finding {
        code: diagnostic.code.id,
        severity: diagnostic.severity().word(),
        message: withheld.text(&words.text(&message, &diagnostic.args)).into_owned(),
        help: withheld.text(&words.text(&format!("{message}.help"), &diagnostic.args)).into_owned(),
        basis: diagnostic.basis.as_ref().map(Ground::from),
    }
}
