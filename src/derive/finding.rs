//! Findings in the words of the pages.
//!
//! In: diagnostics. Out: what pages show of them. Never shows errors or warnings: those are for the secretary.

use serde::Serialize;

use super::Context;
use crate::diagnostic::{Diagnostic, FileId};
use crate::locale::Messages;

/// A finding as pages show it.
#[derive(Serialize)]
pub(super) struct Finding {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    basis: Option<String>,
}

/// The findings of one file.
pub(super) fn of(context: &Context<'_>, file: FileId) -> Vec<Finding> {
    let words = context.scope.words();
    context.findings.get(&file).into_iter().flatten().map(|d| finding(d, words)).collect()
}

fn finding(diagnostic: &Diagnostic, words: &Messages) -> Finding {
    let message = diagnostic.code.message();
    Finding {
        code: diagnostic.code.id,
        severity: diagnostic.severity().word(),
        message: words.text(&message, &diagnostic.args),
        help: words.text(&format!("{message}.help"), &diagnostic.args),
        basis: diagnostic.basis.as_ref().map(ToString::to_string),
    }
}
