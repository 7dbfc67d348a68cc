//! The calendar: by which day what is to be published.
//!
//! In: duties. Out: its days for the calendar file, and the coming months for the catalogue page.
//! Never tells whether something was published: the catalogue does.

use std::collections::BTreeMap;

use serde::Serialize;

use super::duties::ItemDuties;
use crate::format::DueDay;
use crate::locale;
use crate::record::Scope;
use crate::value::{Date, Period};

/// How many months the catalogue page shows.
const MONTHS: usize = 6;

/// A month with something to publish.
#[derive(Serialize)]
pub(super) struct Month {
    month: Period,
    days: Vec<Day>,
}

#[derive(Serialize)]
struct Day {
    date: Date,
    items: Vec<DayItem>,
}

#[derive(Serialize)]
struct DayItem {
    code: String,
    name: String,
    period: Period,
}

/// The days of the calendar, in order: of the periods that the catalogue shows and of those to come.
pub(super) fn due_days(scope: &Scope<'_>, duties: &[ItemDuties<'_>]) -> Vec<DueDay> {
    let words = scope.words();
    let mut days = Vec::new();
    for item in duties {
        let told = item.duties.iter().map(|d| (d.period, d.due));
        for (period, date) in told.chain(item.ahead.iter().copied()) {
            let facts = [("name", item.item.name.clone()), ("period", locale::period(period, words))];
            let title = words.text("calendar-title", &facts);
            let (code, basis) = (item.item.code.clone(), item.item.basis.clone());
            days.push(DueDay { date, code, period, title, basis });
        }
    }
    days.sort_by(|a, b| (a.date, &a.code, a.period).cmp(&(b.date, &b.code, b.period)));
    days
}

/// What is to be published in the coming months, by month and day.
pub(super) fn months(duties: &[ItemDuties<'_>]) -> Vec<Month> {
    let mut months: BTreeMap<(i16, i8), BTreeMap<Date, Vec<DayItem>>> = BTreeMap::new();
    for item in duties {
        let open = item.duties.iter().filter(|d| !d.standing.settled()).map(|d| (d.period, d.due));
        for (period, due) in open.chain(item.ahead.iter().copied()) {
            let line = DayItem { code: item.item.code.clone(), name: item.item.name.clone(), period };
            months.entry((due.year(), due.month())).or_default().entry(due).or_default().push(line);
        }
    }
    let day = |(date, items)| Day { date, items };
    let month = |((year, month), days): ((i16, i8), BTreeMap<_, _>)| Month {
        month: Period::Month(year, month),
        days: days.into_iter().map(day).collect(),
    };
    months.into_iter().map(month).take(MONTHS).collect()
}
