//! 更正: what was corrected after publication, with both values, kept for ever.
//!
//! In: the corrections of a record. Out: errors and warnings for what cannot be or says nothing.
//! Never compares the values with the record: they are text as it was shown.

use crate::diagnostic::{Diagnostic, Sink, code};
use crate::record::{Record, Scope};

pub(super) fn check(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let common = record.common();
    for correction in &common.corrections {
        let date = &correction.date;
        if date.value > scope.as_of {
            sink.push(Diagnostic::new(&code::FUTURE_DATE, date.span).arg("date", date.value));
        }
        if let Some(published) = common.published.as_ref().filter(|p| date.value < p.value) {
            let early = Diagnostic::new(&code::CORRECTED_BEFORE_PUBLICATION, date.span).arg("date", date.value);
            sink.push(early.arg("published", published.value).also(published.span));
        }
        match (&correction.old, &correction.new) {
            (Some(old), Some(new)) if old.trim() == new.trim() => {
                let nothing = Diagnostic::new(&code::CORRECTION_OF_NOTHING, new.span).also(old.span);
                sink.push(nothing.arg("value", &new.value));
            }
            (Some(one), None) | (None, Some(one)) => {
                let missing = if correction.old.is_none() { "原值" } else { "现值" };
                sink.push(Diagnostic::new(&code::HALF_A_CORRECTION, one.span).arg("missing", missing));
            }
            _ => {}
        }
    }
}
