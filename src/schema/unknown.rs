//! A name that nobody knows, and what was probably meant.
//!
//! In: the name and the known ones. Out: a diagnostic with `name`, `near`, `guess` and `known`.
//! Never decides that the near name is the right one.

use super::nearest;
use crate::diagnostic::{Code, Diagnostic, Span};

/// A diagnostic for a name that is none of `known`; its sentence can offer the nearest one.
pub fn unknown_name(code: &'static Code, name: &str, span: Span, known: &[&str]) -> Diagnostic {
    let near = nearest(name, known.iter().copied()).unwrap_or_default();
    let guess = if near.is_empty() { "no" } else { "yes" };
    let list = known.join("、");
    Diagnostic::new(code, span).arg("name", name).arg("near", near).arg("guess", guess).arg("known", list)
}
