//! A lasting address for every line, so that it can be linked to.
//!
//! In: a statement. Out: an id for each line of both sides. Never counts lines where a voucher or a
//! day names them: a line written in later leaves the others where they were.

use std::collections::BTreeMap;

use super::Finance;
use super::chain::Side;
use crate::diagnostic::Span;
use crate::route;
use crate::value::Period;

/// The id of each line on its page, by the line's place.
pub(in super::super) fn anchors(finance: &Finance) -> BTreeMap<Span, String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    let one_month = matches!(finance.period.value, Period::Month(..) | Period::Day(_));
    for side in Side::BOTH {
        for line in side.lines(finance) {
            let base = match &line.voucher {
                Some(voucher) if one_month => route::slug(voucher),
                // Over several months numbers may have begun anew.
                Some(voucher) => format!("{}-{:02}", route::slug(voucher), line.date.month()),
                None => format!("{}-{}", side.word(), line.date.value),
            };
            let count = seen.entry(base.clone()).or_default();
            *count += 1;
            let id = if *count == 1 { base } else { format!("{base}-{count}") };
            found.insert(line.span, id);
        }
    }
    found
}
