//! Checks on what every record has: display, review, dates.
//!
//! In: the common fields and the law's limits. Out: errors for contradictions, findings for
//! shortfalls. Never blocks a record that honestly tells of a shortfall.

use crate::diagnostic::{Diagnostic, Sink, code};
use crate::record::{Record, Scope};

/// Which limit sets the least days of display.
const DISPLAY_MIN_DAYS: &str = "display-min-days";

pub(super) fn check(record: &Record, scope: &Scope<'_>, sink: &mut Sink) {
    let common = record.common();
    let Some(published) = &common.published else {
        return;
    };
    if published.value > scope.as_of {
        sink.push(Diagnostic::new(&code::FUTURE_DATE, published.span).arg("date", published.value));
    }
    if let Some(until) = &common.until {
        let days = (until.value - published.value).get_days();
        if days < 0 {
            let back = Diagnostic::new(&code::UNTIL_BEFORE_PUBLISHED, until.span);
            sink.push(back.arg("from", published.value).arg("until", until.value).also(published.span));
        } else if let Some(limit) = scope.limit(DISPLAY_MIN_DAYS, published.value)
            && i64::from(days) < i64::from(limit.days)
        {
            let short = Diagnostic::new(&code::DISPLAY_TOO_SHORT, until.span).arg("days", days);
            sink.push(short.arg("min", limit.days).basis(Some(limit.basis)));
        }
    }
    if let Some(reviewed) = common.review.as_ref().and_then(|r| r.date.as_ref())
        && reviewed.value > published.value
    {
        let late = Diagnostic::new(&code::REVIEW_AFTER_PUBLICATION, reviewed.span);
        let late = late.arg("reviewed", reviewed.value).arg("published", published.value).also(published.span);
        sink.push(late.basis(super::review::supervision(published.value, scope)));
    }
}
