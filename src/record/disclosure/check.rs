//! Checks of a disclosure against the catalogue.
//!
//! In: a disclosure and the catalogue that holds here. Out: errors for items that are not there,
//! findings for lateness. Never looks for disclosures that are missing.

use super::{Disclosure, columns};
use crate::diagnostic::{At, Diagnostic, Sink, code};
use crate::profile::catalogue::{Catalogue, CatalogueItem, Frequency, Persons};
use crate::record::{Scope, table_view};
use crate::route;
use crate::schema::unknown_name;
use crate::value::{Date, Period};

/// Within how many days of its end a period can be told.
const LAST_DAYS: i32 = 7;

pub(super) fn check(me: &Disclosure, scope: &Scope<'_>, sink: &mut Sink) {
    let day = me.period.as_ref().map(|p| p.last()).or(me.published()).unwrap_or(scope.as_of);
    let item = known_item(&me.item, day, scope, sink);
    if let (Some(item), Some(catalogue)) = (item, scope.catalogue()) {
        period(me, item, sink);
        time(me, item, catalogue, sink);
    }
    rows(me, item, sink);
    if let (Some(until), Some(published)) = (&me.list_until, &me.common.published)
        && until.value < published.value
    {
        let early = Diagnostic::new(&code::LIST_ENDS_EARLY, until.span).also(published.span);
        sink.push(early.arg("until", until.value).arg("published", published.value));
    }
}

/// The item of the catalogue that a code means on a day; reports a code that means none.
pub fn known_item<'a>(
    written: &At<String>,
    day: Date,
    scope: &Scope<'a>,
    sink: &mut Sink,
) -> Option<&'a CatalogueItem> {
    let catalogue = scope.catalogue()?;
    let Some(item) = catalogue.item(written) else {
        let codes: Vec<&str> = catalogue.items.iter().map(|i| i.code.as_str()).collect();
        let unknown = unknown_name(&code::UNKNOWN_ITEM, written, written.span, &codes);
        sink.push(unknown.arg("catalogue", &catalogue.head.name.value));
        return None;
    };
    if !item.applies_to(scope.corpus.community.kind) {
        let others = Diagnostic::new(&code::ITEM_FOR_OTHERS, written.span).arg("code", &item.code);
        let kind = scope.corpus.community.kind.word();
        sink.push(others.arg("item", &item.name).arg("type", kind));
    }
    if let Some(effective) = item.effective.as_ref().filter(|e| !e.covers(day)) {
        let out = Diagnostic::new(&code::ITEM_NOT_IN_FORCE, written.span).arg("code", &item.code);
        let end = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
        let side = if effective.to.is_some_and(|to| to < day) { "ended" } else { "not-yet" };
        let out = out.arg("item", &item.name).arg("day", day).arg("side", side);
        sink.push(out.arg("from", end(effective.from)).arg("to", end(effective.to)));
    }
    Some(item)
}

fn period(me: &Disclosure, item: &CatalogueItem, sink: &mut Sink) {
    let periodic = !matches!(item.frequency, Frequency::Event | Frequency::Standing);
    match &me.period {
        None if periodic => {
            let none = Diagnostic::new(&code::NO_PERIOD, me.item.span).arg("code", &item.code);
            sink.push(none.arg("item", &item.name).arg("frequency", item.frequency.word()));
        }
        Some(period) if !fits(period.value, item.frequency) => {
            let odd = Diagnostic::new(&code::PERIOD_FORM, period.span).arg("code", &item.code);
            let odd = odd.arg("item", &item.name).arg("frequency", item.frequency.word());
            sink.push(odd.arg("period", period.value));
        }
        _ => {}
    }
}

/// Whether a period is as long as the rhythm asks, or shorter: to tell more often is welcome.
fn fits(period: Period, frequency: Frequency) -> bool {
    match frequency {
        Frequency::Monthly => matches!(period, Period::Month(..)),
        Frequency::Quarterly => matches!(period, Period::Month(..) | Period::Quarter(..)),
        Frequency::HalfYearly => matches!(period, Period::Month(..) | Period::Quarter(..) | Period::Half(..)),
        Frequency::Yearly => !matches!(period, Period::Day(_)),
        // What happened has a day; its progress may be told by month or quarter.
        Frequency::Event => matches!(period, Period::Day(_) | Period::Month(..) | Period::Quarter(..)),
        Frequency::Standing => true,
    }
}

fn time(me: &Disclosure, item: &CatalogueItem, catalogue: &Catalogue, sink: &mut Sink) {
    let (Some(published), Some(period)) = (&me.common.published, &me.period) else {
        return;
    };
    let Some(due) = item.due_date(period.value) else {
        return;
    };
    if published.value > due {
        let late = Diagnostic::new(&code::PUBLISHED_LATE, published.span).arg("code", &item.code);
        let late = late.arg("item", &item.name).arg("published", published.value).arg("due", due);
        let late = late.arg("days", (published.value - due).get_days());
        let article = format!("{}（{}）", item.code, item.basis);
        let url = route::catalogue_item(&item.code);
        sink.push(late.basis(Some(catalogue.head.ground(&article, url))));
    }
    // A yearly item may be a plan; a shorter period can be told in its last days, not before.
    let tells_of_past = matches!(item.frequency, Frequency::Monthly | Frequency::Quarterly | Frequency::HalfYearly);
    if tells_of_past && (period.last() - published.value).get_days() > LAST_DAYS {
        let early = Diagnostic::new(&code::PUBLISHED_EARLY, published.span).also(period.span);
        let early = early.arg("published", published.value).arg("period", period.value);
        sink.push(early.arg("last", period.last()));
    }
}

fn rows(me: &Disclosure, item: Option<&CatalogueItem>, sink: &mut Sink) {
    let Some(table) = &me.detail else {
        return;
    };
    table_view::check(table, &columns::rules(table, item), sink);
    if let Some(reason) = &me.not_applicable
        && !table.rows.is_empty()
    {
        let both = Diagnostic::new(&code::NOT_APPLICABLE_WITH_ROWS, reason.span);
        sink.push(both.arg("count", table.rows.len()).also(table.span));
    }
    let lists = item.filter(|i| matches!(i.pii, Some(Persons::List | Persons::Sensitive)));
    if let Some(item) = lists
        && me.list_until.is_none()
        && columns::names_persons(table)
    {
        let open = Diagnostic::new(&code::LIST_WITHOUT_END, table.span).arg("code", &item.code);
        sink.push(open.arg("item", &item.name));
    }
}
